"""Pieces -> printed lines in reading order, their cells parted by tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import pairwise

from gapcheck.reading.character_repairs import BULLETS, marker_of
from gapcheck.reading.pdf.columns import in_order
from gapcheck.reading.pdf.painted_page import UNMAPPED, Box, Face, Page
from gapcheck.reading.pdf.pieces import Char, Piece, pieces_of, with_markers_in_place
from gapcheck.reading.pdf.structure_tags import Tag

CELL_GAP = 1.2
"""Of the type size: a wider gap in a row parts two cells."""


@dataclass(slots=True)
class PrintedLine:
    """One line of the text. `cells` are the left and right ends of its cells.

    `marks` are the numbers of the marked content in which the line begins and ends, `tags` what the
    document's structure gives for them. `painted` is the place of its first piece in the painting order.
    """

    text: str
    edges: list[float]
    page: int
    box: Box
    base: float
    face: Face
    first: Face
    last: Face
    marker: str = ""
    starts_block: bool = True
    cells: list[tuple[float, float]] = field(default_factory=list)
    marks: tuple[int, int] = (-1, -1)
    tags: tuple[Tag | None, Tag | None] = (None, None)
    painted: int = 0


def lines_of(page: Page, heading_names: Container[str] = ()) -> tuple[list[PrintedLine], bool]:
    """The page's lines in reading order, and whether that order is doubtful."""
    pieces = with_markers_in_place(pieces_of(glyph for glyph in page.glyphs if not glyph.hidden))
    rows, doubtful = in_order(pieces, heading_names)
    lines = [line for row in rows if (line := _line(row, page.number)) is not None]
    return lines, doubtful


def _line(row: list[Piece], page: int) -> PrintedLine | None:
    """One row of pieces as a line; icons part cells and are dropped, bullets become one sign."""
    chars: list[Char] = []
    icon_before = False
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    justified = _is_justified(row, gaps)
    for number, piece in enumerate(row):
        if chars and number:
            wide = gaps[number - 1] > CELL_GAP * piece.size and not justified
            _part(chars, piece.x0, tab=wide)
        for char in piece.chars:
            if char.text == UNMAPPED:
                icon_before = True
                continue
            if char.text == " " and (not chars or chars[-1].text in " \t"):
                continue
            if icon_before and chars and chars[-1].text != "\t" and len(chars) > 1:
                _part(chars, char.x0, tab=True)
            icon_before = False
            chars.append(char)
    while chars and chars[-1].text in " \t":
        chars.pop()
    if not chars:
        return None
    return _printed(chars, row, page)


def _is_justified(row: list[Piece], gaps: list[float]) -> bool:
    """Whether the row is one stretched line of text: several gaps of nearly the same moderate width."""
    if len(gaps) < 3:
        return False
    size = row[0].size
    return max(gaps) < 2 * size and max(gaps) < 1.6 * min(gaps)


def _part(chars: list[Char], until: float, *, tab: bool) -> None:
    while chars and chars[-1].text == " ":
        chars.pop()
    if chars and chars[-1].text != "\t":
        start = chars[-1].x1
        chars.append(Char("\t" if tab else " ", start, max(start, until), chars[-1].face))


def _printed(chars: list[Char], row: list[Piece], page: int) -> PrintedLine:
    if chars[0].text in BULLETS:
        chars[0].text = "\u2022"
        if len(chars) > 1 and chars[1].text == "\t":
            chars[1].text = " "
        elif len(chars) > 1 and chars[1].text != " ":
            chars.insert(1, Char(" ", chars[0].x1, chars[1].x0, chars[0].face))
    text = "".join(char.text for char in chars)
    box = (
        min(piece.x0 for piece in row),
        min(piece.y0 for piece in row),
        max(piece.x1 for piece in row),
        max(piece.y1 for piece in row),
    )
    faces = [char.face for char in chars if not char.text.isspace()]
    words = [
        face
        for char, face in zip((c for c in chars if not c.text.isspace()), faces, strict=True)
        if char.text.isalnum()
    ]
    face = Counter(words or faces).most_common(1)[0][0]
    edges = [round(edge, 1) for char in chars for edge in (char.x0, char.x1)]
    main = max(row, key=lambda piece: len(piece.text))
    marker = marker_of(text)
    first = faces[min(len(marker), len(faces) - 1)]
    line = PrintedLine(text, edges, page, box, main.base, face, first, faces[-1], marker, cells=_cells(chars))
    line.marks = (chars[0].mark, chars[-1].mark)
    line.painted = min(piece.index for piece in row)
    return line


def _cells(chars: list[Char]) -> list[tuple[float, float]]:
    cells: list[tuple[float, float]] = []
    fresh = True
    for char in chars:
        if char.text == "\t":
            fresh = True
        elif fresh:
            cells.append((char.x0, char.x1))
            fresh = False
        elif char.text != " ":
            cells[-1] = (cells[-1][0], char.x1)
    return cells
