"""Lines of a head that are broken over two: a date, and what goes on before one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from gapcheck.document import Document
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.facts.stacked_dates import is_start_above_end
from gapcheck.outline.lines import Row, beside, joined
from gapcheck.resume.entry_dates import LONGEST_HEAD, DatePlace, EntryDate
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span
from gapcheck.text.content_words import is_open_end

_LONGEST_END = 8
_LONGEST_REST = 12
"""Words of the second line of a head that is broken over two, without and with its date."""
_FEWEST_CELLS = 3
"""Of a row in which a cell may be wrapped."""
_LONGEST_WRAPPED = 4
"""Words that such a cell goes on with: more are a line of their own."""
_BEHIND = frozenset({DatePlace.CELL, DatePlace.END})


class LineJoiner:
    """Joins the lines of a section where a head goes on below. `date_of` is the date of a head in a line."""

    def __init__(
        self, document: Document, words: ResumeVocabulary, date_of: Callable[[Row], EntryDate | None]
    ) -> None:
        self._document = document
        self._dates = words.dates
        self._titles = words.titles
        self._reader = words.entry_heads
        self._date_of = date_of

    def joined(self, rows: Sequence[Row]) -> list[Row]:
        """The rows; two are joined where a date or a title is broken over them, or a date follows a line that goes on."""
        merged: list[Row] = []
        placed = beside(rows, self._is_date)
        for row, following in zip_longest(placed, placed[1:]):
            last = merged[-1] if merged else None
            if (
                last is not None
                and not row.bullet
                and not last.bullet
                and self._are_one(last, row, following)
            ):
                merged[-1] = joined(last, row, self._document)
            else:
                merged.append(row)
        return merged

    def _are_one(self, last: Row, row: Row, following: Row | None) -> bool:
        if self._goes_on(last, row) or self._ends_title(last, row, following) or self._ends_cell(last, row):
            return True
        return self._is_end(last, row) and (following is None or not self._is_date(following))

    def _is_end(self, last: Row, row: Row) -> bool:
        """Whether a line is the end of a time that the line above begins, each of them one date: "03/2019", "12/2021"."""
        pair = self._is_date(last) and self._is_date(row) and row.index == last.index + 1
        return pair and is_start_above_end(self._dates.find(last.text), self._dates.find(row.text))

    def _ends_cell(self, last: Row, row: Row) -> bool:
        """Whether a few words go on with the last cell of the row of a table right above them."""
        near = row.index == last.index + 1 and not row.gap and len(row.cells) == 1
        if not near or len(last.cells) < _FEWEST_CELLS or len(row.text.split()) > _LONGEST_WRAPPED:
            return False
        if row.x is None or not last.line.edges or self._dates.find(row.text):
            return False
        start = last.line.edges[2 * (last.cells[-1].start - last.line.span.start)]
        return abs(start - row.x) < 1.0

    def _is_date(self, row: Row) -> bool:
        return self._dates.are_all_of(row.text, self._dates.find(row.text))

    def _goes_on(self, last: Row, row: Row) -> bool:
        text = self._document.text
        if row.index <= last.index:
            return False
        if len(last.text.split()) > LONGEST_HEAD or len(row.text.split()) > _LONGEST_REST:
            return False
        if self._dates.joins(row.text) and self._is_date(last):
            return True
        near = Span(last.span.start, row.span.end)
        short = len(row.text.split()) <= _LONGEST_END
        if short and any(
            each.span.start < last.span.end and each.span.end > row.span.start
            for each in self._dates.find(near.of(text), near.start)
        ):
            return True
        date = self._date_of(row)
        if date is None or (row.starts and row.gap) or self._date_of(last) is not None:
            return False
        return is_open_end(last.text) or (row.text[:1].islower() and date.place in _BEHIND)

    def _ends_title(self, last: Row, row: Row, following: Row | None) -> bool:
        """Whether a short line above a date ends the title that the line above it begins ("Coordinator, Depots / and Rail")."""
        if following is None or row.gap or row.index != last.index + 1:
            return False
        opens = row.text[:1].islower() or is_open_end(last.text) or last.text.endswith((",", "&"))
        if not opens or len(row.text.split()) > _LONGEST_END or len(last.text.split()) > LONGEST_HEAD:
            return False
        titled = self._titles.title_score(last.text.split(",")[0]) == SURE_SCORE
        plain = self._reader.could_be_head(last) or last.text.endswith(",")
        return (
            titled and plain and self._is_date(following) and not (self._date_of(last) or self._date_of(row))
        )
