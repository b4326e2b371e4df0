"""Printed dates: points (Mar 2021, 04/2021, Summer 2020, '19) and ranges (2019 – present).

Not a general date library, since those fill in what is not printed, read "May" as a date and "'19" as a day.
The words come from dates.yaml of every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

from gapcheck.facts.date_patterns import (
    APOSTROPHE_YEAR,
    YEAR,
    full_year,
    matches_at,
    point_pattern,
    starts_of,
)
from gapcheck.facts.durations import DurationParser, duration_parser
from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import Dates
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.phrases import ARTICLE, alternation

_BEFORE = r"(?:(?<![^\W_])(?<![.,/$£€#+@%–—-])|(?-i:(?<=[a-zß-ÿ)])(?=[A-Z])))"
_BEFORE_RANGE = rf"(?:{_BEFORE}|(?<=[^\W\d_])(?=\d))"
_DASH = r"\s*(?:[-‐‑‒–—―−~→>]|–>|->)+\s*"
_NO_MONTH = r"(?:00|1[3-9]|[2-9]\d)"
_CELL_END = r"(?=\s*(?:[\n\t)\]|,:;]|$))"
_DIGITS = re.compile(r"\d\d")
_DIGIT = re.compile(r"\d")
_POINT = re.compile(rf"{YEAR}|{APOSTROPHE_YEAR}")
"""What every date has but those with a month and two digits."""
_NUMBERED = re.compile(r"[^\W\d_][^\w]*\d\d")
"""A word before two digits, as every date with a month has."""
_IN_DIGITS = re.compile(r"\d[/.]\d\d|\d/\d|\d{4}")
"""What a date of digits alone has if it has no year that can be: 03/19, 2203."""
_ALIKE = 0.75
"""How much a misspelt word for now is like one."""
_LONGEST_SPAN = 6  # characters of white space that may stand for a lost dash


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; `month` is 0 where only the year is printed."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A printed date. A point has both ends alike, or those of its season; `end` None is now.

    `open`: only a beginning is printed ("since 2021"). `range`: two dates, or one that still runs, are printed.
    `ends_only`: only an end is printed ("until 2019").
    `impossible`: a month or year is printed that does not exist (13/2020, 2203).
    `unread`: an end is printed and cannot be read; `end` is then the start.
    """

    start: Month
    end: Month | None
    span: Span
    range: bool = False
    open: bool = False
    impossible: bool = False
    ends_only: bool = False
    unread: bool = False


_Groups = Mapping[str, str | None]
_Reader = Callable[[_Groups, Span], PrintedDate | None]


class _Where(StrEnum):
    """Where a reading of a date can begin: to look there only spares most of the time."""

    POINT = "where a date is printed"
    BEHIND_A_WORD = "at a word before a date"
    MONTH = "at the name of a month"
    DIGIT = "at a digit"
    MONTH_OR_DIGIT = "at either"


@dataclass(frozen=True, slots=True)
class _Point:
    first: Month
    last: Month


class DateParser:
    """The compiled grammar for one list of words. Build it once; `find` is pure."""

    def __init__(self, words: Dates, durations: DurationParser) -> None:
        self.durations = durations
        self._present = tuple(word for word in words.present if " " not in word)
        self._months = {name: row.month for row in words.months for name in row.names}
        self._seasons = {name: (row.first, row.last) for row in words.seasons for name in row.names}
        month, season = alternation(tuple(self._months)), alternation(tuple(self._seasons))
        present = rf"(?:the\s+)?(?:{alternation(words.present)})"
        until, since = alternation(words.until), alternation(words.since)
        start = point_pattern("{}1", month, season, words)
        end = point_pattern("{}2", month, season, words)
        now = rf"(?P<now>{present})(?![^\W_])"
        dash = rf"(?:{_DASH}|\s+(?:{until})\s+)"
        self._ends_now = re.compile(rf"[,:|(–—-]\s*{present}[\s).]*\Z", re.IGNORECASE)
        self._now = re.compile(rf"[\W_]*{present}[\W_]*", re.IGNORECASE)
        self._joint = re.compile(rf"\s*{dash.strip()}\s*|\s*(?:{until})\s*", re.IGNORECASE)
        lone = rf"(?P<lone>{month})\.?"
        short = r"(?P<short>['’‘]?\d\d)(?![\w/.-])"
        # the year may stand once, at the end (February – May 2023) or at the start (2019-21)
        shared = rf"{_BEFORE}{lone}{dash}(?P<last>{month})\.?,?\s*(?P<year>{YEAR})\b"
        lost = rf"{_BEFORE}{lone},?\s+(?P<last>{month})\.?,?\s+(?P<year>{YEAR})\b"
        slashed = (
            rf"{_BEFORE}(?P<s1>0?[1-9]|1[0-2])/(?P<sy1>\d\d){dash}"
            rf"(?:(?P<s2>0?[1-9]|1[0-2])/(?P<sy2>\d\d)(?!\d)|(?P<snow>{present})(?![^\W_]))"
        )
        # 03.17 until 05.19; quarters of an hour are times of day: 10.15 - 11.30
        clock = r"(?!\d\d\.(?:00|15|30|45)\D+\d\d\.(?:00|15|30|45)(?!\d))"
        pointed = (
            rf"{_BEFORE}{clock}(?P<s1>0[1-9]|1[0-2])\.(?P<sy1>\d\d){dash}"
            rf"(?:(?P<s2>0[1-9]|1[0-2])\.(?P<sy2>\d\d)(?![\d.]\d|\d)|(?P<snow>{present})(?![^\W_]))"
        )
        # Jan 19 – Mar 21, Jan-19 – Mar-21: years without a sign only where both ends have a month
        bare = (
            rf"{_BEFORE}(?P<m1>{month})\.?[\s-]?(?P<my1>\d\d)(?![\w:]){dash}"
            rf"(?:(?P<m2>{month})\.?[\s-]?(?P<my2>\d\d)(?![\w:])|(?P<snow>{present})(?![^\W_]))(?!,?\s*{YEAR})"
        )
        between = rf"(?<!\w)(?:{alternation(words.between)})\s+{start}\s+(?:{alternation(words.both)})\s+(?:{end})(?![\d])"
        other = rf"(?:(?:\d\d?[./])?(?P<by2>{YEAR})(?!\d)|(?P<now>{present})(?![^\W_]))"
        # years that cannot be (2203), and ends that cannot be read (2019 – ????)
        odd = rf"(?:{month}\.?,?\s+|\d\d?[/.-])?(?P<odd>\d{{4}})(?!\d)"
        odd_start = rf"{_BEFORE}(?:{month}\.?,?\s+|\d\d?/)(?P<odd>\d{{4}}){dash}(?:(?:{end})|{now})(?!\d)"
        unread = rf"(?P<unread>(?P<unknown>{alternation(words.unknown_end)})|[\w?*]+[\w?*./-]{{0,9}}|[.…]+)"
        # a lost dash: only between months, "2013 2014" may be two years of anything
        undashed = rf"{_BEFORE}{start}[^\S\n]{{1,{_LONGEST_SPAN}}}(?:{end})(?![\d])"
        readings: tuple[tuple[str, _Reader, _Where], ...] = (
            (rf"{_BEFORE}{_NO_MONTH}[/.](?P<by1>{YEAR}){dash}{other}", _impossible, _Where.DIGIT),
            (
                rf"{_BEFORE}\d\d?[/.](?P<by1>{YEAR}){dash}{_NO_MONTH}[/.](?P<by2>{YEAR})(?!\d)",
                _impossible,
                _Where.DIGIT,
            ),
            (between, self._range, _Where.BEHIND_A_WORD),
            (
                rf"{_BEFORE_RANGE}{start}(?:{dash}|[\s,]{{1,{_LONGEST_SPAN}}}){now}",
                self._running,
                _Where.POINT,
            ),
            (rf"{_BEFORE_RANGE}{start}{dash}(?:{end})(?![\d])", self._range, _Where.POINT),
            (shared, self._shared_year, _Where.MONTH),
            (lost, self._shared_year, _Where.MONTH),
            (slashed, self._slashed, _Where.DIGIT),
            (pointed, self._slashed, _Where.DIGIT),
            (bare, self._bare, _Where.MONTH),
            (rf"{_BEFORE}(?P<y1>{YEAR})\s?/\s?(?P<y2>{YEAR})(?![\d/])", _academic, _Where.DIGIT),
            (rf"{_BEFORE}(?P<y1>{YEAR})\s*[-‐‑‒–—−/]\s*{short}", _abbreviated, _Where.DIGIT),
            (rf"{_BEFORE_RANGE}{start}(?P<dash>{dash}){odd}{_CELL_END}", self._impossible_year, _Where.POINT),
            (odd_start, self._impossible_year, _Where.MONTH_OR_DIGIT),
            (rf"{_BEFORE_RANGE}{start}(?P<dash>{dash}){unread}{_CELL_END}", self._unread, _Where.POINT),
            (
                rf"(?<!\w)(?:{since})\s+{start}(?![\d])(?!{dash}(?:{end}|{present}))",
                self._open,
                _Where.BEHIND_A_WORD,
            ),
            (undashed, self._undashed, _Where.POINT),
            (rf"{_BEFORE}{start}{_DASH}{_CELL_END}", self._open, _Where.POINT),
            (rf"{_BEFORE}{start}(?![\d%])", self._single, _Where.POINT),
        )
        self._ending = re.compile(
            rf"(?<!\w)(?:{alternation(words.ending)})(?:\s+{ARTICLE})?\s+$", re.IGNORECASE
        )
        self._lasting = re.compile(rf"(?:{alternation((*words.lasting, *words.ending))})\b", re.IGNORECASE)
        self._readings = tuple(
            (late_pattern(pattern, re.IGNORECASE), read, where) for pattern, read, where in readings
        )
        self._point = re.compile(rf"{_BEFORE_RANGE}(?={start})", re.IGNORECASE)
        self._leading = re.compile(rf"(?<!\w)(?=(?:{since}|{alternation(words.between)})\s)", re.IGNORECASE)
        self._month = re.compile(rf"{_BEFORE}(?={month})", re.IGNORECASE)

    def find(self, text: str, offset: int = 0) -> tuple[PrintedDate, ...]:
        """Every date printed in `text`, in order and without overlap; spans are moved by `offset`."""
        found = self._printed(text) if _DIGITS.search(text) else ()
        if not offset:
            return found
        return tuple(
            replace(each, span=Span(each.span.start + offset, each.span.end + offset)) for each in found
        )

    @once_a_document
    def _printed(self, text: str) -> tuple[PrintedDate, ...]:
        found: list[PrintedDate] = []
        taken: list[tuple[int, int]] = []
        places = self._places(text)
        for pattern, read, where in self._readings:
            for match in matches_at(pattern, text, at) if (at := places[where]) else ():
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                dated = read(match.groupdict(), _span(match))
                if dated is not None:
                    taken.append(match.span())
                    found.append(dated)
        return tuple(sorted(found, key=lambda each: each.span))

    def _places(self, text: str) -> Mapping[_Where, Sequence[int]]:
        """Where each kind of reading can begin."""
        has_point = _POINT.search(text) is not None
        points = starts_of(self._point, text) if has_point else []
        months = starts_of(self._month, text) if _NUMBERED.search(text) else []
        digits = starts_of(_DIGIT, text) if has_point or _IN_DIGITS.search(text) else []
        return {
            _Where.POINT: points,
            _Where.BEHIND_A_WORD: starts_of(self._leading, text) if points else [],
            _Where.MONTH: months,
            _Where.DIGIT: digits,
            _Where.MONTH_OR_DIGIT: sorted((*months, *digits)),
        }

    def ranges(self, text: str, offset: int = 0) -> tuple[PrintedDate, ...]:
        """The dates of `text` that last: ranges, beginnings ("since 2021") and ends ("until 2019").

        The span of an end begins with its word.
        """
        found: list[PrintedDate] = []
        for each in self.find(text, offset):
            word = self._ending.search(text[: each.span.start - offset])
            if each.impossible:
                continue
            if each.range:
                found.append(each)
            elif word is not None:
                found.append(replace(each, span=Span(word.start() + offset, each.span.end), ends_only=True))
        return tuple(found)

    def are_all_of(self, text: str, dates: Iterable[PrintedDate], offset: int = 0) -> bool:
        """Whether `text` is nothing but these dates, signs and a length in brackets."""
        for each in dates:
            text = text[: each.span.start - offset] + " " * len(each.span) + text[each.span.end - offset :]
        return not re.search(r"[^\W_]", self.durations.blanked(text))

    def ends_now(self, text: str) -> bool:
        """Whether a text ends in a word for now behind a sign: "BSc Botany, current"."""
        return self._ends_now.search(text) is not None

    def is_now(self, text: str) -> bool:
        """Whether a text is nothing but a word for now, and signs."""
        return self._now.fullmatch(text) is not None

    def joins(self, text: str) -> bool:
        """Whether `text` is nothing but what joins the two ends of a range: a dash, "to"."""
        return self._joint.fullmatch(text) is not None

    def lasts(self, printed: str) -> bool:
        """Whether a printed range begins with a word that can only say how long something lasted."""
        return self._lasting.match(printed) is not None

    def _running(self, groups: _Groups, span: Span) -> PrintedDate | None:
        start = self._value(groups, "1")
        return None if start is None else PrintedDate(start.first, None, span, range=True)

    def _open(self, groups: _Groups, span: Span) -> PrintedDate | None:
        start = self._value(groups, "1")
        return None if start is None else PrintedDate(start.first, None, span, range=True, open=True)

    def _impossible_year(self, groups: _Groups, span: Span) -> PrintedDate | None:
        """A range with a year that no career has (2203, 1198): a good start is kept, and its end not known."""
        other = self._value(groups, "1") or self._value(groups, "2")
        if re.fullmatch(YEAR, groups["odd"] or "") or _is_tight(groups, other):
            return None
        if other is not None and self._value(groups, "1") is not None:
            return PrintedDate(other.first, other.first, span, range=True, unread=True)
        kept = other.first if other is not None else Month(int(groups["odd"] or 0))
        return PrintedDate(kept, kept, span, range=True, impossible=True)

    def _unread(self, groups: _Groups, span: Span) -> PrintedDate | None:
        """A range whose end is a number, a stand-in (20XX, ????, tba) or a misspelt word for now."""
        start, word = self._value(groups, "1"), (groups["unread"] or "").casefold()
        stands_in = groups["unknown"] or re.search(r"[\d?*…]|^x+$|^\.+$", word)
        if (
            start is None
            or _is_tight(groups, start)
            or not (stands_in or get_close_matches(word, self._present, 1, _ALIKE))
        ):
            return None
        return PrintedDate(start.first, start.first, span, range=True, unread=True)

    def _single(self, groups: _Groups, span: Span) -> PrintedDate | None:
        point = self._value(groups, "1")
        return None if point is None else PrintedDate(point.first, point.last, span)

    def _undashed(self, groups: _Groups, span: Span) -> PrintedDate | None:
        found = self._range(groups, span)
        if found is None or not found.start.month or found.end is None or not found.end.month:
            return None
        return found

    def _range(self, groups: _Groups, span: Span) -> PrintedDate | None:
        start, end = self._value(groups, "1"), self._value(groups, "2")
        if start is None or end is None:
            return None
        return PrintedDate(start.first, end.last, span, range=True)

    def _shared_year(self, groups: _Groups, span: Span) -> PrintedDate | None:
        first, last, year = groups["lone"] or "", groups["last"] or "", int(groups["year"] or 0)
        start, end = self._months[first.casefold()], self._months[last.casefold()]
        # "Nov – Feb 2020" began in the year before
        return PrintedDate(Month(year - (start > end), start), Month(year, end), span, range=True)

    def _slashed(self, groups: _Groups, span: Span) -> PrintedDate:
        start = Month(full_year(groups["sy1"] or ""), int(groups["s1"] or 0))
        if groups["snow"]:
            return PrintedDate(start, None, span, range=True)
        return PrintedDate(
            start, Month(full_year(groups["sy2"] or ""), int(groups["s2"] or 0)), span, range=True
        )

    def _bare(self, groups: _Groups, span: Span) -> PrintedDate | None:
        start = Month(full_year(groups["my1"] or ""), self._months[(groups["m1"] or "").casefold()])
        if groups["snow"]:
            return PrintedDate(start, None, span, range=True)
        end = Month(full_year(groups["my2"] or ""), self._months[(groups["m2"] or "").casefold()])
        return PrintedDate(start, end, span, range=True) if end >= start else None

    def _value(self, groups: _Groups, number: str) -> _Point | None:
        def of(name: str) -> str:
            return groups.get(name + number) or ""

        if of("month"):
            month = Month(full_year(of("my")), self._months[of("month").casefold()])
            return _Point(month, month)
        if named := of("mf") or of("mb"):
            month = Month(int(of("yf") or of("yb")), self._months[named.casefold()])
            return _Point(month, month)
        if of("season"):
            first, last = self._seasons[of("season").casefold()]
            year = full_year(of("sey"))
            return _Point(Month(year, first), Month(year + (last < first), last))
        if of("quarter") or of("quarterb"):
            quarter = int(of("quarter") or of("quarterb"))
            year = full_year(of("qy") or of("qyb"))
            return _Point(Month(year, 3 * quarter - 2), Month(year, 3 * quarter))
        if of("nm") or of("im") or of("um"):
            month = Month(int(of("ny") or of("iy") or of("uy")), int(of("nm") or of("im") or of("um")))
            return _Point(month, month)
        printed = of("y") or of("ay")
        return _Point(Month(full_year(printed)), Month(full_year(printed))) if printed else None


def _is_tight(groups: _Groups, start: _Point | None) -> bool:
    """Whether a bare year is joined to what follows by a dash without blanks, as in a number (2019-555)."""
    return start is not None and not start.first.month and " " not in (groups.get("dash") or " ")


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.start() + len(match.group().rstrip()))


def _abbreviated(groups: _Groups, span: Span) -> PrintedDate | None:
    """2019-21 and 2019/20; "2019-03" is a month, which the point's own pattern reads."""
    first, short = groups["y1"] or "", (groups["short"] or "").lstrip("'’‘")
    last = int(first[:2] + short)
    if last <= int(first) or last > int(first) + 15:
        return None
    return PrintedDate(Month(int(first)), Month(last), span, range=True)


def _academic(groups: _Groups, span: Span) -> PrintedDate | None:
    """2019/2020, as schools count."""
    first, last = int(groups["y1"] or 0), int(groups["y2"] or 0)
    if not first < last <= first + 15:
        return None
    return PrintedDate(Month(first), Month(last), span, range=True)


def _impossible(groups: _Groups, span: Span) -> PrintedDate:
    """A range with a month that does not exist; the years are kept, for what needs no more."""
    first = Month(int(groups["by1"] or 0))
    last = Month(int(groups["by2"] or 0)) if groups.get("by2") else None
    return PrintedDate(first, last, span, range=True, impossible=True)


def _parser(taxonomy: Taxonomy) -> DateParser:
    return DateParser(taxonomy.dates, duration_parser(taxonomy))


date_parser = Derived(_parser)
"""The parser with the words of a taxonomy."""
