"""Periods as months: what the printed dates allow at least and at most, and the union of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.facts.dates import Month, PrintedDate
from gapcheck.spans import Span

Months = tuple[int, int]
"""The least and the most number of months that the printed dates allow."""
LONGEST_YEARS = 50

_MonthRange = tuple[int, int]
"""First and last month, both included, counted from the year 0."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both included; `end` None is now. `span` is the printed date."""

    start: Month
    end: Month | None
    span: Span


def months_of(periods: Iterable[Period], as_of: date) -> Months:
    """Least and most months that `periods` cover together: end months count, overlaps count once.

    Where only a year is printed, the least is from December of the first to January of the last, the most from
    January to December. What lies after `as_of` is not counted.
    """
    kept = list(periods)
    least = _length(_least(period, as_of) for period in kept)
    most = _length(_most(period, as_of) for period in kept)
    return min(least, most), most


def since(periods: Iterable[Period], as_of: date, months: int) -> tuple[Period, ...]:
    """The parts of `periods` that lie in the last `months` months, that of `as_of` included."""
    first = as_of.year * 12 + as_of.month - months
    edge = Month(first // 12, first % 12 + 1)
    return tuple(
        replace(period, start=edge) if _index(period.start, 1) < first else period
        for period in periods
        if _most(period, as_of)[1] >= first
    )


def period_of(dated: PrintedDate, as_of: date) -> tuple[Period | None, str]:
    """The period that a printed date means, or None and why it cannot be meant."""
    now = _index(Month(as_of.year, as_of.month), 0)
    start, end = dated.start, dated.end
    if (why := _why_not(dated, now)) is not None:
        return None, why
    if dated.unread:
        return Period(start, end, dated.span), "has an end that cannot be read; only its beginning is counted"
    last = now if end is None else min(_index(end, 1), now)
    if last - _index(start, 12) > 12 * LONGEST_YEARS:
        return None, f"is longer than {LONGEST_YEARS} years"
    if end is not None and _index(end, 1) > now + 1:
        return Period(start, end, dated.span), "ends in the future; counted to the day of the report"
    return Period(start, end, dated.span), ""


def _why_not(dated: PrintedDate, now: int) -> str | None:
    """Why a date cannot be meant; None for most."""
    start, end = dated.start, dated.end
    if dated.impossible:
        return "has a month or a year that does not exist"
    if _index(start, 1) > now + 1:
        return "begins in the future"
    if end is not None and _index(end, 12) < _index(start, 1):
        return "ends before it begins"
    if end is not None and _index(end, 1) > now + 1 and not dated.range:
        return "lies in the future"
    return None


def last_month(periods: Iterable[Period], as_of: date) -> str:
    """The last month (YYYY-MM) that any of `periods` may reach, `as_of` at the latest."""
    last = max(_most(period, as_of)[1] for period in periods)
    return f"{last // 12:04d}-{last % 12 + 1:02d}"


def whole_of(periods: Sequence[Period]) -> Period | None:
    """From the first to the last of several periods, printed where the first of them is; None for none."""
    if not periods:
        return None
    ends = [period.end for period in periods]
    last = None if None in ends else max(end for end in ends if end is not None)
    return Period(min(period.start for period in periods), last, periods[0].span)


def _index(month: Month, fallback: int) -> int:
    return month.year * 12 + (month.month or fallback) - 1


def _least(period: Period, as_of: date) -> _MonthRange:
    now = as_of.year * 12 + as_of.month - 1
    first = _index(period.start, 12)
    last = now if period.end is None else min(_index(period.end, 1), now)
    if last < first:
        # 2020 – 2020, or a month and its bare year: one month at least
        first = last = max(_index(period.start, 1), min(last, first))
    return min(first, now), last


def _most(period: Period, as_of: date) -> _MonthRange:
    now = as_of.year * 12 + as_of.month - 1
    first = _index(period.start, 1)
    last = now if period.end is None else min(_index(period.end, 12), now)
    return min(first, now), max(last, min(first, now))


def _length(ranges: Iterable[_MonthRange]) -> int:
    """Months that ranges cover together."""
    total, reached = 0, -1
    for first, last in sorted(ranges):
        begin = max(first, reached + 1)
        if last >= begin:
            total += last - begin + 1
            reached = last
    return total
