"""Lines of a section with dates that are broken over two of them made whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser
from gapcheck.outline.lines import Row, beside, joined
from gapcheck.resume.entry_dates import LONGEST_HEAD, DatePlace, EntryDate
from gapcheck.spans import Span
from gapcheck.text.content_words import is_open_end

_BEHIND = frozenset({DatePlace.CELL, DatePlace.END})
_LONGEST_END = 8
_LONGEST_REST = 12
"""Words of the second line of a head that is broken over two, with its date."""


def rows_with_whole_dates(
    rows: Sequence[Row], document: Document, dates: DateParser, date_of: Callable[[Row], EntryDate | None]
) -> list[Row]:
    """The rows; two are joined where a date is broken over them, or follows a line that goes on.

    `date_of` gives the date by which a line can open an entry.
    """

    def is_date(row: Row) -> bool:
        return dates.are_all_of(row.text, dates.find(row.text))

    def goes_on(last: Row, row: Row) -> bool:
        if row.index <= last.index:
            return False
        if len(last.text.split()) > LONGEST_HEAD or len(row.text.split()) > _LONGEST_REST:
            return False
        if dates.joins(row.text) and is_date(last):
            return True
        near = Span(last.span.start, row.span.end)
        short = len(row.text.split()) <= _LONGEST_END
        if short and any(
            each.span.start < last.span.end and each.span.end > row.span.start
            for each in dates.find(near.of(document.text), near.start)
        ):
            return True
        date = date_of(row)
        if date is None or (row.starts and row.gap) or date_of(last) is not None:
            return False
        return is_open_end(last.text) or (row.text[:1].islower() and date.place in _BEHIND)

    merged: list[Row] = []
    for row in beside(rows, is_date):
        last = merged[-1] if merged else None
        if last is not None and not row.bullet and not last.bullet and goes_on(last, row):
            merged[-1] = joined(last, row, document)
        else:
            merged.append(row)
    return merged
