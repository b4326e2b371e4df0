"""The words of a resume that back a claim, as a person would quote them, with their place on the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Any

from gapcheck.report import Evidence
from gapcheck.resume.model import Resume
from gapcheck.spans import Span
from gapcheck.text.sentences import sentences

LONGEST = 200  # characters; a quote is read in one glance
_AROUND = 300
"""Characters on either side of what is quoted that are searched for the ends of its sentence: a quote reaches less far."""
_MARGIN = 20  # characters of words that may be cut in two at the ends

_BREAK = re.compile(r"-(?<=\w-)\n(?=[a-z])")
_MARKUP = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
"""How Markdown marks headings, which nobody quotes."""


class Citations:
    """The places of one resume, each looked up and quoted once."""

    def __init__(self, resume: Resume) -> None:
        self._resume = resume
        self._known: dict[tuple[Span, str], Evidence] = {}
        self._kept: list[tuple[tuple[object, ...], object, dict[Any, Any]]] = []

    def kept_for(self, parts: tuple[object, ...], state: object) -> dict[Any, Any]:
        """What was worked out of the quotes and these very `parts` of the resume, in a state that is equal."""
        for known, other, kept in self._kept:
            if other == state and all(one is another for one, another in zip(known, parts, strict=True)):
                return kept
        kept = {}
        self._kept.append((parts, state, kept))
        return kept

    def at(self, span: Span, cue: str = "") -> Evidence:
        """The place `span` with its section, page, quote and boxes; what it is evidence for is still to be filled in.

        The quote holds the `cue`, the words that decided what is said there, even where a long sentence is cut.
        """
        found = self._known.get((span, cue))
        if found is None:
            resume, document = self._resume, self._resume.document
            found = self._known[span, cue] = Evidence(
                skill="",
                label="",
                method="phrase",
                similarity=1.0,
                assertion="present",
                section=resume.section_at(span.start).title,
                page=document.page_of(span),
                quote=_quote(resume, span, cue),
                start=span.start,
                end=span.end,
                boxes=document.boxes(span),
            )
        return found

    def closest(self, span: Span) -> Evidence:
        """The line `span` as one to read beside a row, which counts for nothing."""
        return replace(self.at(span), method="closest", similarity=0.0)


def _quote(resume: Resume, span: Span, cue: str) -> str:
    """The sentence or bullet that holds `span`, blanks folded, cut at words to LONGEST characters."""
    document = resume.document
    at = bisect_right(document.blocks, span.start, key=lambda each: each.span.start) - 1
    block = document.blocks[at] if at >= 0 else None
    if block is None or span.start >= block.span.end:
        return _folded(span.of(document.text))
    body = Span(
        max(block.body.start, block.span.start, span.start - _AROUND),
        min(block.span.end, span.end + _AROUND),
    )
    held = [each for each in sentences(document.text, body, semicolons=True) if each.overlaps(span)]
    quoted = Span(held[0].start, held[-1].end) if held else body
    printed, surface = quoted.of(document.text), span.of(document.text)
    if document.format == "markdown":
        printed, surface = _MARKUP.sub("", printed), _MARKUP.sub("", surface)
    return _cut(_folded(printed), _folded(surface), cue)


def _folded(text: str) -> str:
    return " ".join(_BREAK.sub("-", text).split())


def _cut(text: str, surface: str, cue: str) -> str:
    if len(text) <= LONGEST:
        return text
    at = max(text.find(surface), 0)
    start = max(0, min(at - LONGEST // 3, len(text) - LONGEST))
    if cue in text:
        first, last = min(at, text.find(cue)), max(at + len(surface), text.find(cue) + len(cue))
        if last - first < LONGEST - 2 * _MARGIN:
            start = max(0, min(start, first - _MARGIN), last + _MARGIN - LONGEST)
    cut = text[start : start + LONGEST]
    if start:
        cut = "… " + cut.partition(" ")[2]
    if start + LONGEST < len(text):
        cut = cut.rpartition(" ")[0] + " …"
    return cut
