"""Start and end of one time in two cells, one below the other beside the lines of a head, as in a narrow column of dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.document import Document, Line
from gapcheck.facts.dates import PrintedDate
from gapcheck.facts.stacked_dates import with_stacked
from gapcheck.outline.lines import Row
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span

_ALIGNED = 3.0
"""Points by which the edges of cells in one column may differ."""
_LONGEST_CELL = 5
"""Words of a cell that holds a part of a range."""


class StackedCells:
    """Finds such cells in one document. Pure after it is built."""

    def __init__(self, document: Document, words: ResumeVocabulary) -> None:
        self._document = document
        self._dates = words.dates
        self._titles = words.titles
        self._reader = words.entry_heads

    def read(self, rows: Sequence[Row]) -> tuple[list[Row], dict[int, PrintedDate]]:
        """The lines without the cells that end a range begun above, and the whole range by the number of its first line."""
        kept: list[Row] = []
        ranges: dict[int, PrintedDate] = {}
        place = 0
        while place < len(rows):
            row = rows[place]
            stack = self._stack(rows, place)
            if stack is None:
                kept.append(row)
                place += 1
                continue
            dated, cells = stack
            ranges[row.index] = dated
            kept.append(row)
            for number, cell in enumerate(cells, start=1):
                rest = _without(rows[place + number], cell)
                kept += () if rest is None else (rest,)
            place += 1 + len(cells)
        return kept, ranges

    def _stack(self, rows: Sequence[Row], place: int) -> tuple[PrintedDate, list[Span]] | None:
        """The range that begins in a cell of a line, and the cells of the lines below that it goes on in."""
        row = rows[place]
        if row.bullet or len(row.cells) < 2:  # a date and what it is beside
            return None
        for first in (row.cells[0], row.cells[-1]):
            opening = first.of(self._document.text)
            if not self._is_part(opening):
                continue
            column, below = opening, []
            for following in rows[place + 1 : place + 3]:
                cell = self._cell_below(row, first, following)
                if cell is None or (following.bullet and cell.start > following.span.start):
                    break
                column = f"{column}\n{cell.of(self._document.text)}"
                below.append(cell)
                dated = self._whole(column)
                if dated is None:
                    continue
                if self._is_sure(opening, column) or self._is_one(row, first, following, cell):
                    return replace(dated, span=first), below
                break
        return None

    def _cell_below(self, row: Row, first: Span, following: Row) -> Span | None:
        """The cell of a line that is in the column of a cell of the line above it."""
        if following.line.page != row.line.page or following.gap:
            return None
        for cell in (following.cells[0], following.cells[-1]) if following.cells else ():
            if self._in_column(row, first, following, cell) and self._is_part(cell.of(self._document.text)):
                return cell
        return None

    def _in_column(self, row: Row, first: Span, following: Row, cell: Span) -> bool:
        edges, others = _edges(row.line, first), _edges(following.line, cell)
        if edges is None or others is None:
            opens = first == row.cells[0]
            return len(following.cells) > 1 and cell == following.cells[0 if opens else -1]
        return any(abs(one - other) <= _ALIGNED for one, other in zip(edges, others, strict=True))

    def _is_part(self, text: str) -> bool:
        """Whether a cell may hold a part of a range: few words, and a date, what joins two, or a word for now."""
        if len(text.split()) > _LONGEST_CELL:
            return False
        dates = self._dates.find(text)
        whole = len(dates) == 1 and dates[0].range and not dates[0].open
        return not whole and (
            (bool(dates) and self._dates.are_all_of(text, dates))
            or self._dates.joins(text)
            or self._dates.is_now(text)
        )

    def _whole(self, column: str) -> PrintedDate | None:
        """The range that the cells of a column make together, if that is all that they hold."""
        dates = with_stacked(self._dates.find(column), column)
        one = len(dates) == 1 and dates[0].range and not (dates[0].open or dates[0].unread)
        return dates[0] if one and self._dates.are_all_of(column, dates) else None

    def _is_sure(self, opening: str, column: str) -> bool:
        """Whether the cells can only be one range: a sign or word joins them, or the last is a word for now."""
        parts = column.split("\n")
        open_end = any(each.open for each in self._dates.find(opening))
        return (
            len(parts) > 2 or open_end or self._dates.is_now(parts[-1])
        )  # three parts: one joins the others

    def _is_one(self, row: Row, first: Span, following: Row, cell: Span) -> bool:
        """Whether two lines with a date each are one head: the first names no title with its employer, and one a title."""
        above, below = _without(row, first), _without(following, cell)
        if above is None:
            return False
        head = self._reader.read([above], [None], self._document)
        if head.title and head.employer:
            return False
        titles = [self._titles.title_score(each.text) > 0 for each in (above, below) if each is not None]
        return below is None or titles.count(True) == 1


def _edges(line: Line, cell: Span) -> tuple[float, float] | None:
    if not line.edges:
        return None
    inside = line.edges[2 * (cell.start - line.span.start) : 2 * (cell.end - line.span.start)]
    return (min(inside), max(inside)) if inside else None


def _without(row: Row, cell: Span) -> Row | None:
    """The line without its first or last cell, None if there is no other."""
    others = tuple(each for each in row.cells if each != cell)
    if not others:
        return None
    span = Span(others[0].start, others[-1].end)
    text = row.text[span.start - row.span.start : span.end - row.span.start]
    return replace(row, span=span, text=text, cells=others)
