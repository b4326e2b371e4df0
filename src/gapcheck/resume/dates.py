"""Printed dates of a resume: points (Mar 2021, 04/2021, Summer 2020, '19) and ranges (2019 – present).

An own grammar, since general date libraries fill in what is not printed, read "May" as a date and "'19" as a day.
Words of months, seasons and for now come from dates.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gapcheck.resume.model import Month
from gapcheck.spans import Span
from gapcheck.taxonomy.dates import Dates

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_BEFORE = r"(?:(?<![\w.,/$£€#+@%–—-])|(?-i:(?<=[a-zß-ÿ)])(?=[A-Z])))"
_BEFORE_RANGE = rf"(?:{_BEFORE}|(?<=[^\W\d_])(?=\d))"
_APOSTROPHE_YEAR = r"['’‘´`]\d\d"
_DASH = r"\s*(?:[-‐‑‒–—−~→>]|–>|->)+\s*"
_LONGEST_SPAN = 6  # characters of white space that may stand for a lost dash


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date. A point has both ends alike, or those of its season; `end` None is now.

    `open`: only a beginning is printed ("since 2021"). `range`: two dates, or one that still runs, are printed.
    """

    start: Month
    end: Month | None
    span: Span
    range: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    first: Month
    last: Month


class DateGrammar:
    """The compiled grammar for one list of words. Build it once; `find` is pure."""

    def __init__(self, words: Dates) -> None:
        self._months = {name: row.month for row in words.months for name in row.names}
        self._seasons = {name: (row.first, row.last) for row in words.seasons for name in row.names}
        month, season = _any(self._months), _any(self._seasons)
        present, until, since = _any(words.present), _any(words.until), _any(words.since)
        self._point = _point_pattern("{}", month, season)
        start, end = _point_pattern("{}1", month, season), _point_pattern("{}2", month, season)
        now = rf"(?P<now>{present})(?!\w)"
        dash = rf"(?:{_DASH}|\s+(?:{until})\s+)"
        flags = re.IGNORECASE
        lone = rf"(?P<lone>{month})\.?"
        short = r"(?P<short>['’‘]?\d\d)(?![\d/.-])"
        # the year may stand once, at the end (February – May 2023) or at the start (Feb 2019 – 21)
        self._patterns = (
            re.compile(rf"{_BEFORE_RANGE}{start}(?:{dash}|[\s,]{{1,{_LONGEST_SPAN}}}){now}", flags),
            re.compile(rf"{_BEFORE_RANGE}{start}{dash}(?:{end})(?![\d])", flags),
            re.compile(rf"{_BEFORE}{lone}{dash}(?P<monthonly>{month})\.?,?\s*(?P<year>{_YEAR})\b", flags),
            re.compile(rf"{_BEFORE}(?P<m1>{month})\.?,?\s+{_DASH}?(?P<m2>{month})\.?,?\s+(?P<y3>{_YEAR})\b", flags),
            re.compile(
                rf"{_BEFORE}(?P<s1>0?[1-9]|1[0-2])/(?P<sy1>\d\d){_DASH}"
                rf"(?:(?P<s2>0?[1-9]|1[0-2])/(?P<sy2>\d\d)(?!\d)|(?P<snow>{present})(?!\w))",
                flags,
            ),
            re.compile(rf"{_BEFORE}(?P<y1>{_YEAR})\s*[-‐‑‒–—−/]\s*{short}", flags),
            re.compile(rf"(?<!\w)(?:{since})\s+{start}(?![\d])(?!{dash})", flags),
            re.compile(rf"{_BEFORE}{start}[^\S\n]{{1,{_LONGEST_SPAN}}}(?:{end})(?![\d])", flags),
            re.compile(rf"{_BEFORE}{start}{_DASH}(?=\s*(?:[\n\t)|,]|$))", flags),
            re.compile(rf"{_BEFORE}{start}(?![\d%])", flags),
        )

    def find(self, text: str, offset: int = 0) -> tuple[Dated, ...]:
        """Every date printed in `text`, in order and without overlap; spans are moved by `offset`."""
        found: list[Dated] = []
        taken: list[tuple[int, int]] = []
        for kind, pattern in enumerate(self._patterns):
            for match in pattern.finditer(text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                dated = self._read(kind, match, offset)
                if dated is not None:
                    taken.append(match.span())
                    found.append(dated)
        return tuple(sorted(found, key=lambda each: each.span))

    def _read(self, kind: int, match: re.Match[str], offset: int) -> Dated | None:
        span = Span(match.start() + offset, len(match.group().rstrip()) + match.start() + offset)
        groups = match.groupdict()
        match kind:
            case 0:
                start = self._value(groups, "1")
                return None if start is None else Dated(start.first, None, span, range=True)
            case 1:
                return self._range(groups, span)
            case 2 | 3:
                return self._shared_year(groups, span)
            case 4:
                return self._slashed(groups, span)
            case 5:
                return _abbreviated(groups, span)
            case 6:
                start = self._value(groups, "1")
                return None if start is None else Dated(start.first, None, span, range=True, open=True)
            case 7:
                # a lost dash: only between months, "2013 2014" may be two years of anything
                found = self._range(groups, span)
                if found is None or not found.start.month or found.end is None or not found.end.month:
                    return None
                return found
            case 8:
                start = self._value(groups, "1")
                return None if start is None else Dated(start.first, None, span, range=True, open=True)
        point = self._value(groups, "1")
        return None if point is None else Dated(point.first, point.last, span)

    def _range(self, groups: dict[str, str | None], span: Span) -> Dated | None:
        start, end = self._value(groups, "1"), self._value(groups, "2")
        if start is None or end is None:
            return None
        return Dated(start.first, end.last, span, range=True)

    def _shared_year(self, groups: dict[str, str | None], span: Span) -> Dated | None:
        first = groups.get("lone") or groups.get("m1") or ""
        last = groups.get("monthonly") or groups.get("m2") or ""
        year = int(groups.get("year") or groups.get("y3") or 0)
        start, end = self._months[first.casefold()], self._months[last.casefold()]
        # "Nov – Feb 2020" began in the year before
        return Dated(Month(year - (start > end), start), Month(year, end), span, range=True)

    def _slashed(self, groups: dict[str, str | None], span: Span) -> Dated:
        start = Month(_full_year(groups["sy1"] or ""), int(groups["s1"] or 0))
        if groups["snow"]:
            return Dated(start, None, span, range=True)
        return Dated(start, Month(_full_year(groups["sy2"] or ""), int(groups["s2"] or 0)), span, range=True)

    def _value(self, groups: dict[str, str | None], number: str) -> _Point | None:
        def of(name: str) -> str:
            return groups.get(name + number) or ""

        if of("month"):
            month = Month(_full_year(of("my")), self._months[of("month").casefold()])
            return _Point(month, month)
        if of("season"):
            first, last = self._seasons[of("season").casefold()]
            year = _full_year(of("sey"))
            return _Point(Month(year, first), Month(year + (last < first), last))
        if of("quarter") or of("quarterb"):
            quarter = int(of("quarter") or of("quarterb"))
            year = _full_year(of("qy") or of("qyb"))
            return _Point(Month(year, 3 * quarter - 2), Month(year, 3 * quarter))
        for month_name, year_name in (("nm", "ny"), ("im", "iy")):
            if of(month_name):
                month = Month(int(of(year_name)), int(of(month_name)))
                return _Point(month, month)
        year = of("y") or of("ay")
        return _Point(Month(_full_year(year)), Month(_full_year(year))) if year else None


def _abbreviated(groups: dict[str, str | None], span: Span) -> Dated | None:
    """2019-21 and 2019/20; "2019-03" is a month, which the point's own pattern reads."""
    first, short = groups["y1"] or "", (groups["short"] or "").lstrip("'’‘")
    last = int(first[:2] + short)
    if last <= int(first) or last > int(first) + 15:
        return None
    return Dated(Month(int(first)), Month(last), span, range=True)


def _point_pattern(name: str, month: str, season: str) -> str:
    """One date; its groups are named by `name`, so that a range can hold two."""

    def group(key: str, pattern: str) -> str:
        return f"(?P<{name.format(key)}>{pattern})"

    name = name if name != "{}" else "{}1"
    short = rf"(?:{_YEAR}|{_APOSTROPHE_YEAR})(?!\d)"
    month_number = r"0?[1-9]|1[0-2]"
    return (
        "(?:"
        rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?{group('month', month)}(?:\.?,?\s*(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:of\s+|de\s+|del\s+)?"
        rf"|\.?\s*[-/]\s*){group('my', short)}"
        rf"|{group('season', season)}(?:\s+(?:semester|term|of|quarter))?,?\s*{group('sey', short)}"
        rf"|Q{group('quarter', '[1-4]')}[\s/,-]*{group('qy', short)}"
        rf"|{group('qyb', _YEAR)}[\s/-]*Q{group('quarterb', '[1-4]')}"
        rf"|(?:(?:0?[1-9]|[12]\d|3[01])[./])?{group('nm', month_number)}\s?[./-]\s?{group('ny', _YEAR)}(?![\d/.-]\d)"
        rf"|{group('iy', _YEAR)}[-/.]{group('im', '0[1-9]|1[0-2]')}(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?!\d)"
        rf"|{group('y', _YEAR)}(?![\d%]|[-/.]\d\d?\b(?![-/.]))"
        rf"|{group('ay', _APOSTROPHE_YEAR)}(?![\ds])"
        ")"
    )


def _any(words: Iterable[str]) -> str:
    """An alternative of words, the longest first, so that "sept" is not read as "sep"."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) or r"(?!)"


def _full_year(printed: str) -> int:
    digits = printed.lstrip("'’‘´`")
    if len(digits) == 4:
        return int(digits)
    # two digits: careers of people who work now began after 1950
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def only_dates(text: str, dates: Iterable[Dated], offset: int = 0) -> bool:
    """Whether nothing but dates, signs and a length in brackets stands in `text`."""
    rest = text
    for dated in sorted(dates, key=lambda each: each.span, reverse=True):
        rest = rest[: dated.span.start - offset] + " " + rest[dated.span.end - offset :]
    rest = _LENGTH.sub(" ", rest)
    return not re.search(r"\w", rest)


_LENGTH = re.compile(
    r"[(·•,|\s]*\d+\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans|mois|años?|meses)\b\.?"
    r"(?:[\s,]*(?:and\s+)?\d+\s*(?:months?|mos?|monate?|mois|meses)\b\.?)?\s*\)?",
    re.IGNORECASE,
)


def lengths(text: str) -> Iterator[re.Match[str]]:
    """Printed lengths of time ("(2 yrs 3 mos)"), which are no dates."""
    return _LENGTH.finditer(text)
