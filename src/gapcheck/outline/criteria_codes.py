"""Codes beside the criteria of a person specification: "E1. Rota planning", "D: Excel", "Rota planning (E) A/I"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.spans import Span

_OPENING = re.compile(r"[(\[]?([A-Z])(\d{0,2})[)\]]?\s*(?:[:.)\]–-]\s*|\s)(?=\w)")
_ASSESSED = r"(?:\s+[(\[]?[A-Z](?:\s*[/,+&]\s*[A-Z])*[)\]]?)"
"""How a criterion is assessed, by letters: application, interview, test."""
_CLOSING = re.compile(rf"\s+(?:[(\[]([A-Z])\d{{0,2}}[)\]]{_ASSESSED}?|([A-Z]){_ASSESSED})\s*\Z")
_LONGEST = 24
"""Characters of the codes at the end of a line."""
_FEWEST = 2
"""From how many coded lines on letters are codes; in one line a letter may be a name (vitamin D)."""


@dataclass(frozen=True, slots=True)
class CodedCriterion:
    """What a line says without its code (a span of the text), and the kind that the code stands for."""

    span: Span
    kind: SectionKind


def coded_criteria(rows: Sequence[Row], letters: Mapping[str, str]) -> dict[int, CodedCriterion]:
    """The lines that open with a code, or end with one, by their index; none unless several do so alike."""
    found: dict[int, CodedCriterion] = {}
    for coded in (_opening, _closing):
        alike = {row.index: each for row in rows if (each := coded(row, letters)) is not None}
        if len(alike) >= _FEWEST:
            found = {**alike, **found}
    return found


def _opening(row: Row, letters: Mapping[str, str]) -> CodedCriterion | None:
    match = _OPENING.match(row.text)
    kind = letters.get(match[1].lower()) if match else None
    if match is None or kind is None or not (match[2] or match.group().rstrip()[-1] in ":)]"):
        return None
    return CodedCriterion(Span(row.span.start + match.end(), row.span.end), SectionKind(kind))


def _closing(row: Row, letters: Mapping[str, str]) -> CodedCriterion | None:
    match = _CLOSING.search(row.text, max(0, len(row.text) - _LONGEST))
    kind = letters.get((match[1] or match[2]).lower()) if match else None
    if match is None or kind is None:
        return None
    return CodedCriterion(Span(row.span.start, row.span.start + match.start()), SectionKind(kind))
