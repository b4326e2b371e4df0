"""Tables of a job posting: what each column holds, and so how strongly a cell asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gapcheck.document import Document
from gapcheck.outline.form import WORDS, is_set_apart, usual_size
from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.outline.posting_headings import PostingHeadings
from gapcheck.spans import Span
from gapcheck.text.html_tags import TAG, parts
from gapcheck.text.phrases import plain

_CELL_SIGNS = " \t()[].\ufe0f"
_TICKS = frozenset("\u00d7\u2713\u2714\u2705\u2611\u221a\u25cf\u25a0\U0001f5f8\U0001f5f9\u2022*")
_DASHES = frozenset({"", "-", "\u2013", "\u2014"})
_LONGEST_HEAD = 6
_COUNT = re.compile(r"\s*\d{1,2}\s*\+?\s*(?:[^\W\d_]+\.?)?\s*")
"""A cell that only says how much, or how long."""
_NEAR = 12
"""Points by which a cell may be left of the head of its column."""


class Holds(StrEnum):
    """What a column holds (kinds of `columns` in posting_headings.yaml, and columns named by a necessity)."""

    ITEM = "item"
    METHOD = "method"
    NECESSITY = "necessity"
    MEASURE = "measure"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its place in the text, and the number of its column from 0. `left` is in points."""

    span: Span
    column: int
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head. `kind` is how strongly its cells ask, where it is headed by that."""

    number: int
    holds: Holds
    kind: SectionKind | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A place in a table that can ask for something; `kind` is how strongly, where the table itself says so.

    `item`: it is one of several of its kind.
    """

    span: Span
    kind: SectionKind | None
    item: bool = True


class _TableReader:
    """Reads the lines of a document in order, and remembers the head of the table that they are in."""

    def __init__(self, document: Document, rows: Sequence[Row], words: PostingHeadings) -> None:
        self._document = document
        self._rows = rows
        self._words = words
        self._columns: tuple[Column, ...] = ()
        self._size = usual_size(rows)
        self._all_bold = 2 * sum(row.line.style.bold for row in rows) > len(rows)

    def read(self, row: Row) -> list[TableCell] | None:
        """What a line of a table asks for; None outside of tables."""
        cells = cells_of(self._document, row)
        if cells:
            return self._row(row, cells)
        if not self._columns or not self._in_columns(row):
            self._columns = ()
            return None
        if is_set_apart(self._document, row, self._size, all_bold=self._all_bold):
            return self._subheading(row)
        return self._cell(row)

    def _row(self, row: Row, cells: tuple[Cell, ...]) -> list[TableCell] | None:
        head = head_of(self._document, cells, self._words)
        if head:
            self._columns = head
            return []
        if self._columns:
            return row_parts(self._document, cells, self._columns, self._words)
        if "\t" not in row.whole.of(self._document.text):
            return None
        return self._headless(cells)

    def _headless(self, cells: tuple[Cell, ...]) -> list[TableCell]:
        """A row of a table without a head: a name and what it says, or cells that each speak for themselves."""
        texts = [cell.span.of(self._document.text) for cell in cells]
        strengths = [self._words.strength(text) for text in texts]
        stated = next((each for each in strengths[1:] if each), None)
        kind = stated or self._words.is_heading_alone(texts[0])
        return [
            TableCell(cell.span, kind, stated is not None)
            for cell, text, strength in zip(cells, texts, strengths, strict=True)
            if len(text) > 1 and not (stated and strength)
        ]

    def _subheading(self, row: Row) -> list[TableCell] | None:
        """A line in bold between rows of a table parts its rows and asks for nothing; elsewhere it ends the table."""
        below = self._rows[row.index + 1] if row.index + 1 < len(self._rows) else None
        if row.line.heading_level or below is None or not cells_of(self._document, below):
            self._columns = ()
            return None
        return []

    def _in_columns(self, row: Row) -> bool:
        """Whether a line is in one column of the table whose head was read last."""
        line = row.line
        if line.columns:
            return True
        if self._columns[0].left is None or line.box is None:
            return False
        left, right = line.box[0], line.box[2]
        following = [each.left for each in self._columns if each.left is not None and each.left > left + 3]
        return not following or right <= following[0] + 3

    def _cell(self, row: Row) -> list[TableCell]:
        """A line of a cell, read under the head of its column; a name of the row alone asks for nothing."""
        line = row.line
        if line.columns:
            column = next((each for each in self._columns if each.number == line.columns[0]), None)
        else:
            column = column_at(self._columns, line.box[0] if line.box else 0.0)
        wanted = any(each.holds is Holds.WANTED for each in self._columns)
        if column is None or column.holds is not (Holds.WANTED if wanted else Holds.ITEM):
            return []
        return [TableCell(row.span, column.kind)]


def cells_of_tables(
    document: Document, rows: Sequence[Row], words: PostingHeadings
) -> dict[int, list[TableCell]]:
    """What the rows of tables ask for, by the number of the line."""
    reader = _TableReader(document, rows, words)
    read = ((row.index, reader.read(row)) for row in rows)
    return {
        index: [part for cell in cells for part in _listed_in(document, cell)]
        for index, cells in read
        if cells is not None
    }


def _listed_in(document: Document, cell: TableCell) -> Iterator[TableCell]:
    """The items of a cell that holds a list of HTML, the only way of Markdown to print one in a cell; else the cell."""
    text = cell.span.of(document.text)
    marks = [tag for tag in TAG.finditer(text) if parts(tag)]
    if not marks:
        yield cell
        return
    starts = [0, *(mark.end() for mark in marks)]
    for start, end in zip(starts, [*(mark.start() for mark in marks), len(text)], strict=True):
        if item := text[start:end].strip():
            at = cell.span.start + text.index(item, start)
            yield replace(cell, span=Span(at, at + len(item)))


def cells_of(document: Document, row: Row) -> tuple[Cell, ...]:
    """The cells of a table row, those that are empty left out; () for a line that is no row."""
    text = row.whole.of(document.text)
    line = row.line
    if "\t" in text and not line.marker:
        numbers = line.columns
        pieces = (
            list(re.finditer(r"[^\t]+", text)) if numbers else list(re.finditer(r"[^\t]*(?:\t|\Z)", text))
        )
    elif "|" in text and "\n" not in text:
        inner = re.fullmatch(r"\s*\|?(.*?)\|?\s*", text)
        start = inner.start(1) if inner else 0
        pieces = (
            list(re.finditer(r"[^|]*(?:\||\Z)", text[: inner.end(1) if inner else None])) if inner else []
        )
        pieces = [each for each in pieces if each.end() > start]
        numbers = ()
    else:
        return ()
    found = []
    for index, piece in enumerate(pieces):
        start, end = piece.start(), piece.end()
        bare = re.search(r"[^\s|](?:.*[^\s|])?", text[start:end], re.DOTALL)
        if bare is None:
            continue
        at = start + bare.start()
        left = line.edges[2 * at] if 2 * at < len(line.edges) else None
        number = numbers[index] if index < len(numbers) else index
        found.append(Cell(Span(row.whole.start + at, row.whole.start + start + bare.end()), number, left))
    return tuple(found) if len(pieces) > 1 else ()


def head_of(document: Document, cells: Sequence[Cell], words: PostingHeadings) -> tuple[Column, ...]:
    """The columns that a row heads, () where the row is no head of a table of requirements."""
    found = []
    for cell in cells:
        text = cell.span.of(document.text)
        holds, kind = _headed(text, words)
        if holds is None and (len(WORDS.findall(text)) > _LONGEST_HEAD or cell is not cells[0]):
            return ()
        found.append(Column(cell.column, holds or Holds.ITEM, kind, cell.left))
    holding = {column.holds for column in found}
    wanted = {column.kind for column in found if column.kind}
    if len(wanted) > 1 or Holds.NECESSITY in holding or (wanted and Holds.METHOD in holding):
        return tuple(found)
    named = any(_headed(cell.span.of(document.text), words)[0] is Holds.ITEM for cell in cells)
    if named and holding & {Holds.METHOD, Holds.MEASURE, Holds.WANTED} and len(found) > 1:
        return tuple(found)
    return ()


def _headed(text: str, words: PostingHeadings) -> tuple[Holds | None, SectionKind | None]:
    low = plain(text).strip(" :?*#.")
    size = len(WORDS.findall(low))
    for holds, phrases in words.columns:
        if phrases.fullmatch(low):
            return Holds(holds), None
    if words.offers_strengths(low):
        return Holds.NECESSITY, None
    kind = words.strength(text)
    if kind is not None and size <= _LONGEST_HEAD:
        return Holds.WANTED, kind
    return None, None


def column_at(columns: Sequence[Column], left: float) -> Column:
    """The column that a place on the page is in, by the left edges of the heads."""
    inside = [each for each in columns if each.left is not None and each.left <= left + _NEAR]
    return max(inside, key=lambda each: each.left or 0.0, default=columns[0])


def row_parts(
    document: Document, cells: Sequence[Cell], columns: Sequence[Column], words: PostingHeadings
) -> list[TableCell]:
    """What a row of a table asks for."""
    placed = [(cell, _column_of(cell, columns)) for cell in cells]
    items = [cell for cell, column in placed if column.holds is Holds.ITEM]
    wanted = [(cell, column) for cell, column in placed if column.holds is Holds.WANTED]
    strengths = [cell.span.of(document.text) for cell, column in placed if column.holds is Holds.NECESSITY]
    measures = [cell for cell, column in placed if column.holds is Holds.MEASURE]
    stated = next(filter(None, (words.strength(cell.span.of(document.text)) for cell in cells[1:])), None)
    if any(column.holds is Holds.NECESSITY for column in columns):
        kind = (_letter(strengths[0], words) if strengths else None) or stated
        asked = len(cells) > 1 and not any(map(words.refuses, strengths))  # a lone cell names the rows below
        return [TableCell(_whole(items, measures), kind)] if items and asked else []
    if any(column.holds is Holds.WANTED for column in columns):
        read = ((cell, column.kind, cell.span.of(document.text)) for cell, column in wanted)
        return _in_wanted(items, [each for each in read if not _is_crossed(each[2], words)], words, stated)
    return [TableCell(_whole(items, measures), stated)] if items else []


def _in_wanted(
    items: Sequence[Cell],
    wanted: Sequence[tuple[Cell, SectionKind | None, str]],
    words: PostingHeadings,
    stated: SectionKind | None,
) -> list[TableCell]:
    """What a row asks for by its cells in the columns that are headed by a necessity: ticks, words, lengths, or items."""
    kinds = [kind if _is_ticked(text, words) else words.strength(text) for _, kind, text in wanted]
    ticked = next(
        (kind for (*_, text), kind in zip(wanted, kinds, strict=True) if _is_ticked(text, words)), None
    )
    if wanted and all(kinds):
        ticked = ticked or kinds[0]
    if ticked is not None:
        return [TableCell(items[-1].span, ticked)] if items else []
    if items and wanted and all(_COUNT.fullmatch(text) for *_, text in wanted):
        cell, kind, _ = wanted[0]  # years that are required, before those that are preferred
        return [TableCell(_whole(items, [cell]), kind)]
    return [TableCell(cell.span, kind or stated) for cell, kind, _ in wanted]


def _column_of(cell: Cell, columns: Sequence[Column]) -> Column:
    if cell.left is not None and columns[0].left is not None:
        return column_at(columns, cell.left)
    same = [each for each in columns if each.number == cell.column]
    return same[0] if same else Column(cell.column, Holds.METHOD)


def _whole(items: Sequence[Cell], measures: Sequence[Cell]) -> Span:
    """The item with how much of it is asked for beside it: "Python | 5 years"."""
    item = items[-1].span
    behind = [cell.span.end for cell in measures if cell.span.start > item.start]
    return Span(item.start, max(behind, default=item.end))


def _is_ticked(text: str, words: PostingHeadings) -> bool:
    bare = plain(text).strip(_CELL_SIGNS)
    return bare in _TICKS or bare in words.ticks


def _is_crossed(text: str, words: PostingHeadings) -> bool:
    bare = plain(text).strip(_CELL_SIGNS)
    return bare in _DASHES or bare in words.crosses


def _letter(text: str, words: PostingHeadings) -> SectionKind | None:
    return words.by_letter(text.strip(_CELL_SIGNS)) or words.strength(text)
