"""Where sentences end: one splitter for resumes and postings, which knows the full stops of abbreviations."""

from __future__ import annotations

import re

from gapcheck.spans import Span

_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[A-Z\"'“(•\[0-9À-Þ])|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z'’])")
_END_OR_SEMICOLON = re.compile(rf"{_END.pattern}|;\s+")
_STOP = re.compile(r"[.!?;]")
"""What any end of a sentence has, before the last character or just before the first."""
_ABBREVIATIONS = (
    "e.g", "i.e", "etc", "incl", "vs", "approx", "min", "max", "prof", "dr", "mr", "ms", "mrs", "st", "mt", "ft", "no",
    "inc", "ltd", "co", "corp", "pvt", "mfg", "bros", "dept", "univ", "assoc", "asst", "natl", "intl", "ph", "u.s",
    "u.k", "n.b", "p.s", "ph.d", "yr", "yrs", "mos", "b.s", "m.s", "b.a", "m.a", "sr", "jr",
)  # fmt: skip
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})|(?<!['’])\b[^\W\d_])\.\Z", re.IGNORECASE
)
_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_BEFORE_A_NUMBER = re.compile(
    # "exp. 03/2027", "iss. May 2021": what has a date is none of "3 years exp. 2 ships"
    rf"\b(?:(?:exp|expir|iss|renew|ren|val|thru)\.(?=\s+(?:\d{{1,2}}[/.-]\d|(?:19|20)\d\d\b|(?:{_MONTHS})))"
    rf"|(?:{_MONTHS}|lic|reg|cert|ca|est|tel|ext|vol|pp|ver|nr|art|sec)\.(?=\s+\d))",
    re.IGNORECASE,
)
"""Abbreviations that are such only before a number or date."""
_IN_BRACKETS = 120
"""Characters that a bracket holds at most, in which no sentence ends."""
_BLANKS = " \t\n\r\xa0"


def sentences(text: str, span: Span | None = None, *, semicolons: bool = False) -> tuple[Span, ...]:
    """The sentences of a part of `text` (all of it by default), without blanks around them.

    With `semicolons`, a semicolon ends one, too.
    """
    whole = Span(0, len(text)) if span is None else span
    if _STOP.search(text, max(whole.start - 1, 0), max(whole.end - 1, 0)) is None:
        only = trimmed(text, whole)
        return (only,) if only else ()
    starts_of_next = []
    ends = []
    start = whole.start
    for match in (_END_OR_SEMICOLON if semicolons else _END).finditer(text, whole.start, whole.end):
        stop = match.start()
        closed = match.end() - len(match.group().lstrip("\"')"))
        if not (
            ends_in_abbreviation(text[start:stop])
            or _is_before_a_number(text, stop)
            or _is_in_brackets(text, start, closed)
        ):
            ends.append(closed)
            starts_of_next.append(match.end())
            start = match.end()
    bounds = zip([whole.start, *starts_of_next], [*ends, whole.end], strict=True)
    return tuple(kept for start, end in bounds if (kept := trimmed(text, Span(start, end))))


def _is_before_a_number(text: str, stop: int) -> bool:
    """Whether the full stop before `stop` is that of an abbreviation for what the number behind it is ("exp. 03/2027")."""
    return any(each.end() == stop for each in _BEFORE_A_NUMBER.finditer(text, max(stop - 7, 0), stop + 12))


def _is_in_brackets(text: str, start: int, stop: int) -> bool:
    """Whether a bracket that opens inside a sentence, and is closed soon, is open at `stop`."""
    before = text[max(start + 1, stop - _IN_BRACKETS) : stop]
    if before.count("(") <= before.count(")"):
        return False
    closed = text.find(")", stop, stop + _IN_BRACKETS)
    return closed >= 0 and "\n\n" not in text[stop:closed]


def ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation or an initial (Dr., Inc., J.)."""
    return _ABBREVIATION.search(text[-12:]) is not None


def trimmed(text: str, span: Span, extra: str = "") -> Span:
    """A span without the blanks (and `extra` characters) at its ends."""
    start, end = span.start, span.end
    blanks = _BLANKS + extra
    while start < end and text[start] in blanks:
        start += 1
    while end > start and text[end - 1] in blanks:
        end -= 1
    return span if (start, end) == (span.start, span.end) else Span(start, end)
