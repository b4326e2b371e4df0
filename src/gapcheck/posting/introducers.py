"""Words that open a list of members: "such as", "like", "at least two of", a colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.numbers import NUMBERS, number_of
from gapcheck.text.phrases import alternation, compiled, pattern_of


class Opening(StrEnum):
    """What a list is opened by, and so what its members are."""

    COUNT = "count"
    ANY = "any"
    SUCH = "such"
    LIKE = "like"
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class Introducer:
    """`span` covers the opening words; `count` is how many members are asked for, if that is said."""

    span: Span
    opening: Opening
    count: int | None = None


_COLON = re.compile(r":\s+|\s+[-\u2013]\s+")
_NOT_LIKE = re.compile(r"(?:would|'d|you|we|feel|looks?|sounds?|or the|the)\s+\Z")
_TO_COLON = re.compile(r"[^,;:]{0,60}:")
_RANK = {each: rank for rank, each in enumerate(Opening)}


class Introducers:
    """Finds introducers with the words of one vocabulary."""

    def __init__(self, cues: NecessityCues) -> None:
        self._cues = cues
        self._numbers = re.compile(rf"\d+|\b{alternation(tuple(NUMBERS))}\b")
        self._counts = [
            re.compile(rf"(?<!\w){pattern_of(each)}(?:\s+the)?(?:\s+following)?(?!\w)")
            for each in cues.count_of
        ]

    def find(self, low: str, span: Span, outside: Callable[[int], bool]) -> list[Introducer]:
        """All introducers of a stretch that stand outside brackets and names, in order; counts first."""
        found = [each for each in self._all(low, span) if outside(each.span.start)]
        counts = [each for each in found if each.opening is Opening.COUNT]
        rest = [
            each
            for each in found
            if each.opening is not Opening.COUNT and not any(each.span.overlaps(c.span) for c in counts)
        ]
        return sorted((*counts, *rest), key=lambda each: (each.span.start, _RANK[each.opening]))

    def _all(self, low: str, span: Span) -> Iterator[Introducer]:
        for pattern in self._counts:
            for match in pattern.finditer(low, span.start, span.end):
                colon = _TO_COLON.match(low, match.end(), span.end)
                end = colon.end() if colon else match.end()
                yield Introducer(Span(match.start(), end), Opening.COUNT, self._number(match.group()))
        for phrases, opening in (
            (self._cues.any_of, Opening.ANY),
            (self._cues.illustrating, Opening.SUCH),
            (self._cues.listing, Opening.LIKE),
        ):
            for match in compiled(phrases).finditer(low, span.start, span.end):
                if opening is Opening.LIKE and _NOT_LIKE.search(low[: match.start()]):
                    continue
                end = match.end()
                while end < span.end and low[end] in ".,: ":
                    end += 1
                one = opening is Opening.ANY and re.match(r"(?:at least )?(?:any )?one", match.group())
                yield Introducer(Span(match.start(), end), opening, 1 if one else None)
        for match in _COLON.finditer(low, span.start, span.end):
            if match.start() > span.start:
                yield Introducer(Span(*match.span()), Opening.COLON)

    def _number(self, text: str) -> int | None:
        match = self._numbers.search(text)
        return None if match is None else number_of(match.group())
