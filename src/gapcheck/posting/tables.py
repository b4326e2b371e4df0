"""Tables of a job document: what each column holds, and so how strongly a cell asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.document import Block, Document
from gapcheck.outline.model import PartKind
from gapcheck.outline.posting_words import WORDS, PostingVocabulary
from gapcheck.spans import Span
from gapcheck.text.phrases import plain

_CELL_SIGNS = " \t()[]."
_TICKS = frozenset("\u00d7\u2713\u2714\u2705\u2611\u221a\u25cf\u2022*")
_DASHES = frozenset({"", "-", "\u2013", "\u2014"})
_LONGEST_HEAD = 6
_NEAR = 12
"""Points by which a cell may stand left of the head of its column."""


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
    kind: PartKind | None = None
    left: float | None = None


def cells_of(document: Document, block: Block) -> tuple[Cell, ...]:
    """The cells of a table row, those that are empty left out; () for a block that is no row."""
    text = block.span.of(document.text)
    line = block.lines[0]
    if "\t" in text and not block.marker:
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
        found.append(Cell(Span(block.span.start + at, block.span.start + start + bare.end()), number, left))
    return tuple(found) if len(pieces) > 1 else ()


def head_of(document: Document, cells: Sequence[Cell], words: PostingVocabulary) -> tuple[Column, ...]:
    """The columns that a row heads, () where the row is no head of a table of requirements."""
    found = []
    for cell in cells:
        text = cell.span.of(document.text)
        holds, kind = _headed(text, words)
        if holds is None and (len(WORDS.findall(text)) > _LONGEST_HEAD or cell is not cells[0]):
            return ()
        found.append(Column(cell.column, holds or Holds.ITEM, kind, cell.left))
    tells = {column.holds for column in found}
    wanted = {column.kind for column in found if column.kind}
    if len(wanted) > 1 or Holds.NECESSITY in tells or (wanted and Holds.METHOD in tells):
        return tuple(found)
    named = any(_headed(cell.span.of(document.text), words)[0] is Holds.ITEM for cell in cells)
    if named and tells & {Holds.METHOD, Holds.MEASURE, Holds.WANTED} and len(found) > 1:
        return tuple(found)
    return ()


def _headed(text: str, words: PostingVocabulary) -> tuple[Holds | None, PartKind | None]:
    low = plain(text).strip(" :?*#.")
    size = len(WORDS.findall(low))
    for holds, phrases in words.columns:
        if phrases.fullmatch(low):
            return Holds(holds), None
    kind = words.strength(text)
    if kind is not None and size <= _LONGEST_HEAD:
        return Holds.WANTED, kind
    return None, None


def column_at(columns: Sequence[Column], left: float) -> Column:
    """The column that a place on the page stands in, by the left edges of the heads."""
    inside = [each for each in columns if each.left is not None and each.left <= left + _NEAR]
    return max(inside, key=lambda each: each.left or 0.0, default=columns[0])


def row_parts(
    document: Document,
    cells: Sequence[Cell],
    columns: Sequence[Column],
    around: PartKind,
    words: PostingVocabulary,
) -> list[tuple[Span, PartKind]]:
    """What a row of a table asks for: places, each with how strongly. `around`: the kind of the part around."""
    placed = [(cell, _column_of(cell, columns)) for cell in cells]
    items = [cell for cell, column in placed if column.holds is Holds.ITEM]
    wanted = [(cell, column) for cell, column in placed if column.holds is Holds.WANTED]
    strengths = [cell.span.of(document.text) for cell, column in placed if column.holds is Holds.NECESSITY]
    measures = [cell for cell, column in placed if column.holds is Holds.MEASURE]
    stated = (words.strength(cell.span.of(document.text)) for cell in cells[1:])
    around = next(filter(None, stated), around)
    if any(column.holds is Holds.NECESSITY for column in columns):
        kind = _letter(strengths[0], words) if strengths else around
        return [(_whole(items, measures), kind or around)] if items else []
    if any(column.holds is Holds.WANTED for column in columns):
        ticked = next(
            (column.kind for cell, column in wanted if _is_ticked(cell.span.of(document.text), words)), None
        )
        if ticked is not None:
            return [(items[-1].span, ticked)] if items else []
        return [
            (cell.span, column.kind or around)
            for cell, column in wanted
            if not _is_crossed(cell.span.of(document.text), words)
        ]
    return [(_whole(items, measures), around)] if items else []


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


def _is_ticked(text: str, words: PostingVocabulary) -> bool:
    bare = plain(text).strip(_CELL_SIGNS)
    return bare in _TICKS or bare in words.ticks


def _is_crossed(text: str, words: PostingVocabulary) -> bool:
    bare = plain(text).strip(_CELL_SIGNS)
    return bare in _DASHES or bare in words.crosses


def _letter(text: str, words: PostingVocabulary) -> PartKind | None:
    letter = words.letters.get(plain(text).strip(_CELL_SIGNS))
    return PartKind(letter) if letter else words.strength(text)
