"""Words that open a list of members: "such as", "like", "at least two of", a colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.text.numbers import number_of


class Opening(StrEnum):
    """What a list is opened by, and so what its members are."""

    COUNT = "count"
    ANY = "any"
    SUCH = "such"
    LIKE = "like"
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class ListOpener:
    """`span` covers the opening words; `count` is how many members are asked for, if the text says so."""

    span: Span
    opening: Opening
    count: int | None = None

    @property
    def illustrates(self) -> bool:
        """Whether the members only show what the head is about."""
        return self.opening in {Opening.SUCH, Opening.LIKE}


_COLON = re.compile(r":\s+|\s+[-\u2013]\s+")
_TO_COLON = re.compile(r"[^,;:]{0,60}:")
_LONGEST_PHRASE = 60  # characters of a phrase that may begin before the segment
_RANK = {each: rank for rank, each in enumerate(Opening)}


def list_openers(
    low: str, span: Span, outside: Callable[[int], bool], words: PostingWords
) -> list[ListOpener]:
    """All openers of a segment outside brackets and names, in order; counts first."""
    found = [each for each in _openers(low, span, words) if outside(each.span.start)]
    counts = [each for each in found if each.opening is Opening.COUNT]
    rest = [
        each
        for each in found
        if each.opening is not Opening.COUNT and not any(each.span.overlaps(c.span) for c in counts)
    ]
    return sorted((*counts, *rest), key=lambda each: (each.span.start, _RANK[each.opening]))


def _openers(low: str, span: Span, words: PostingWords) -> Iterator[ListOpener]:
    for match in words.counts.finditer(low, span.start, span.end):
        colon = _TO_COLON.match(low, match.end(), span.end)
        end = colon.end() if colon else match.end()
        yield ListOpener(Span(match.start(), end), Opening.COUNT, _number(match.group()))
    first = max(span.start - _LONGEST_PHRASE, 0)
    no_list = {match.end() for match in words.not_listing.finditer(low, first, span.end)}
    for pattern, opening in (
        (words.any_of, Opening.ANY),
        (words.illustrating, Opening.SUCH),
        (words.listing, Opening.LIKE),
    ):
        for match in pattern.finditer(low, span.start, span.end):
            if opening is Opening.LIKE and match.end() in no_list:
                continue
            if opening is Opening.ANY and words.lengths.match(low, match.start()):
                continue  # "at least one year" counts years
            end = match.end()
            while end < span.end and low[end] in ".,: ":
                end += 1
            count = _number(match.group()) if opening is Opening.ANY else None
            yield ListOpener(Span(match.start(), end), opening, count)
    for match in _COLON.finditer(low, span.start, span.end):
        if match.start() > span.start:
            yield ListOpener(Span(*match.span()), Opening.COLON)


def _number(text: str) -> int | None:
    return next((number for word in text.split() if (number := number_of(word.rstrip("+")))), None)
