"""Two dates that are one range without a sign between: in two cells of a table, or one below the other in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.facts.dates import Month, PrintedDate
from gapcheck.spans import Span

_BETWEEN = re.compile(r"[\s|]+")
_SEPARATED = re.compile(r"[\n\r\t|]")


def with_stacked(dates: Sequence[PrintedDate], text: str, offset: int = 0) -> tuple[PrintedDate, ...]:
    """The dates of a text, two of which become a range where the first is before the second and nothing is between.

    Bare years need a cell's border or a line's end between them: "2018 2019" may be two seasons. `offset` is where
    the text begins in what the dates were counted in.
    """
    joined: list[PrintedDate] = []
    for each in dates:
        last = joined[-1] if joined else None
        if last is not None and _is_range(
            last, each, text[last.span.end - offset : each.span.start - offset]
        ):
            joined[-1] = replace(last, end=each.end, span=Span(last.span.start, each.span.end), range=True)
        else:
            joined.append(each)
    return tuple(joined)


def is_start_above_end(first: Sequence[PrintedDate], second: Sequence[PrintedDate]) -> bool:
    """Whether the only date of a line and the only one of the line below can be a start and an end."""
    return len(first) == len(second) == 1 and _is_range(first[0], second[0], "\n")


def _is_range(first: PrintedDate, second: PrintedDate, between: str) -> bool:
    if not (_is_point(first) and _is_point(second)) or not _BETWEEN.fullmatch(between):
        return False
    by_month = first.start.month is not None and second.start.month is not None
    if not by_month and not _SEPARATED.search(between):
        return False
    return _number(first.start) < _number(second.start)


def _is_point(dated: PrintedDate) -> bool:
    plain = not (dated.range or dated.open or dated.ends_only or dated.unread or dated.impossible)
    return plain and dated.start == dated.end


def _number(month: Month) -> int:
    return month.year * 12 + (month.month or 1)
