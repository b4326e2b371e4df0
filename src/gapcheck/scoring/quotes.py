"""The words of the resume that stand behind a claim, as a person would quote them."""

from __future__ import annotations

import re
from bisect import bisect_right

from gapcheck.report import Evidence
from gapcheck.resume.model import Resume
from gapcheck.spans import Span

LONGEST = 200  # characters; a quote is read in one glance

_BREAK = re.compile(r"(?<=\w)-\n(?=[a-z])")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z0-9“\"(])")


def quote_of(resume: Resume, span: Span) -> str:
    """The sentence or bullet that holds `span`, blanks folded, cut at words to LONGEST characters."""
    document = resume.document
    at = bisect_right(document.blocks, span.start, key=lambda each: each.span.start) - 1
    block = document.blocks[at] if at >= 0 else None
    if block is None or span.start >= block.span.end:
        return _folded(span.of(document.text))
    start = max(block.body.start, block.span.start)
    body = document.text[start : block.span.end]
    at = span.start - start
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(body)), len(body)]
    first = max((c for c in cuts if c <= max(at, 0)), default=0)
    last = min((c for c in cuts if c >= min(span.end - start, len(body)) and c > first), default=len(body))
    return _cut(_folded(body[first:last]), _folded(span.of(document.text)))


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
