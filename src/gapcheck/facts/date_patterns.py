"""How a single date is printed, as a pattern with named groups: Mar 2021, 04/2021, Summer 2020, Q3 2025, '19."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.taxonomy.language.fact_words import Dates
from gapcheck.text.phrases import alternation

YEAR = r"(?:19[5-9]\d|20\d\d)"
APOSTROPHE_YEAR = r"['’‘´`]\d\d"


def point_pattern(name: str, month: str, season: str, words: Dates) -> str:
    """One date; its groups are named by `name`, so that a range can hold two."""

    def group(key: str, pattern: str) -> str:
        return f"(?P<{name.format(key)}>{pattern})"

    short = rf"(?:{YEAR}|{APOSTROPHE_YEAR})(?!\d)"
    ordinal, before_year = alternation(words.ordinals), alternation(words.before_year)
    month_number = r"0?[1-9]|1[0-2]"
    return (
        "(?:"
        rf"(?:\d{{1,2}}(?:{ordinal}|\.)?\s+)?{group('month', month)}(?:\.?,?\s*(?:\d{{1,2}}{ordinal}?,\s*)?(?:{before_year}\s+)?"
        rf"|\.?\s*[-/]\s*){group('my', short)}"
        rf"|{group('season', season)}(?:\s+{before_year})?,?\s*{group('sey', short)}(?:/\d\d(?!\d))?"
        rf"|Q{group('quarter', '[1-4]')}[\s/,-]*{group('qy', short)}"
        rf"|{group('qyb', YEAR)}[\s/-]*Q{group('quarterb', '[1-4]')}"
        rf"|(?:(?:0?[1-9]|[12]\d|3[01])[./])?{group('nm', month_number)}\s?[./-]\s?{group('ny', YEAR)}(?![\d/.]\d)"
        # month first where the second number can be no month: 03/28/2019
        rf"|{group('um', month_number)}/(?:1[3-9]|2\d|3[01])/{group('uy', YEAR)}(?!\d)"
        rf"|{group('iy', YEAR)}[-/.]{group('im', '0[1-9]|1[0-2]')}(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?!\d)"
        # the year first, where the month ends the date: 2021 Mar - 2024 Sep, 2021 (March) to now
        rf"|{group('yf', YEAR)},?\s+{group('mf', month)}(?!\w)(?=\.?(?:\s*[-–—,:;)|\]\t\n]|\s+(?:{alternation(words.until)})\s|\s*\Z))"
        rf"|{group('yb', YEAR)},?\s*\(\s*{group('mb', month)}\.?\s*\)"
        rf"|(?:{alternation(words.vague)}[\s-]+)?{group('y', YEAR)}(?![\d%]|[-/.]\d\d?\b(?![-/.]))"
        rf"|{group('ay', APOSTROPHE_YEAR)}(?![\ds])"
        ")"
    )


def full_year(printed: str) -> int:
    """The year that is printed with four digits, or two behind an apostrophe."""
    digits = printed.lstrip("'’‘´`")
    if len(digits) == 4:
        return int(digits)
    # two digits: careers of people who work now began after 1950
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def starts_of(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where a pattern is found."""
    return [found.start() for found in pattern.finditer(text)]


def matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, for a pattern that can match at these places only."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            yield match
            end = match.end()
