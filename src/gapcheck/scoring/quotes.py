"""The words of the resume that stand behind a claim, as a person would quote them."""

from __future__ import annotations

import re
from bisect import bisect_right

from gapcheck.report import Evidence
from gapcheck.resume.model import Resume
from gapcheck.spans import Span
from gapcheck.text.sentences import sentences

LONGEST = 200  # characters; a quote is read in one glance

_BREAK = re.compile(r"(?<=\w)-\n(?=[a-z])")


def quote_of(resume: Resume, span: Span) -> str:
    """The sentence or bullet that holds `span`, blanks folded, cut at words to LONGEST characters."""
    document = resume.document
    at = bisect_right(document.blocks, span.start, key=lambda each: each.span.start) - 1
    block = document.blocks[at] if at >= 0 else None
    if block is None or span.start >= block.span.end:
        return _folded(span.of(document.text))
    body = Span(max(block.body.start, block.span.start), block.span.end)
    held = [each for each in sentences(document.text, body, semicolons=True) if each.overlaps(span)]
    quoted = Span(held[0].start, held[-1].end) if held else body
    return _cut(_folded(quoted.of(document.text)), _folded(span.of(document.text)))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", _BREAK.sub("-", text)).strip()


def _cut(text: str, surface: str) -> str:
    if len(text) <= LONGEST:
        return text
    at = max(text.find(surface), 0)
    start = max(0, min(at - LONGEST // 3, len(text) - LONGEST))
    cut = text[start : start + LONGEST]
    if start:
        cut = "… " + cut.partition(" ")[2]
    if start + LONGEST < len(text):
        cut = cut.rpartition(" ")[0] + " …"
    return cut


def evidence_at(
    resume: Resume,
    span: Span,
    *,
    skill: str,
    label: str,
    method: str,
    assertion: str = "present",
    similarity: float = 1.0,
    months: tuple[int, int] | None = None,
    last_used: str | None = None,
) -> Evidence:
    """An evidence row for a place of the resume: section, page, quote and boxes filled in."""
    document = resume.document
    return Evidence(
        skill=skill,
        label=label,
        method=method,
        similarity=similarity,
        assertion=assertion,
        section=resume.section_at(span.start).title,
        page=document.page_of(span),
        quote=quote_of(resume, span),
        start=span.start,
        end=span.end,
        boxes=document.boxes(span),
        months=months,
        last_used=last_used,
    )
