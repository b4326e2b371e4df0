"""Glyphs -> pieces: unbroken runs of text on one baseline, with spaces where the page shows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from gapcheck.reading.character_repairs import BULLETS, LIGATURES, composed, is_space
from gapcheck.reading.pdf.painted_page import Box, Face, Glyph

WORD_GAP = 0.17
"""Of the type size: a wider gap between two glyphs is a space."""
PIECE_GAP = 0.85
"""Of the type size: a wider gap parts two pieces."""


@dataclass(slots=True, eq=False)
class Char:
    """One character of the text with its left and right edge and how it is set."""

    text: str
    x0: float
    x1: float
    face: Face
    icon: str = ""
    mark: int = -1


class Piece:
    """Characters on one baseline without a wide gap. `index` is its place in the painting order."""

    __slots__ = ("base", "chars", "index", "size", "text", "turn", "x0", "x1", "y0", "y1")

    def __init__(self, chars: list[Char], box: Box, base: float, size: float, turn: int, index: int) -> None:
        self.chars = chars
        self.x0, self.y0, self.x1, self.y1 = box
        self.base = base
        self.size = size
        self.turn = turn
        self.index = index
        self.text = "".join(char.text for char in chars)

    @property
    def face(self) -> Face:
        """The look of most of its characters."""
        return Counter(char.face for char in self.chars).most_common(1)[0][0]

    @property
    def box(self) -> Box:
        """x0, y0, x1, y1."""
        return (self.x0, self.y0, self.x1, self.y1)


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Pieces in painting order. Text that is drawn twice at one place (a fake bold, a shadow) counts once."""
    pieces: list[Piece] = []
    seen: set[tuple[str, int, int, int]] = set()
    for run in _runs(glyphs):
        for part in _split(run):
            piece = _piece(part, len(pieces))
            if piece is not None and not _is_drawn(piece, seen):
                pieces.append(piece)
    return pieces


def _is_drawn(piece: Piece, seen: set[tuple[str, int, int, int]]) -> bool:
    """Whether the same text is at nearly the same place already: a quarter of the type size beside it."""
    cell = max(0.25 * piece.size, 0.5)
    column, row = round(piece.x0 / cell), round(piece.base / cell)
    near = ((piece.text, piece.turn, column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
    if any(key in seen for key in near):
        return True
    seen.add((piece.text, piece.turn, column, row))
    return False


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs painted one after the other along one baseline."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text:
            continue
        if last is not None and not _follows(last, glyph):
            yield run
            run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def _follows(last: Glyph, glyph: Glyph) -> bool:
    if glyph.turn != last.turn:
        return False
    size = small = glyph.face.size
    if glyph.face is not last.face:
        size, small = max(last.face.size, size), min(last.face.size, size)
    rise = abs(glyph.base - last.base)
    if rise > (0.6 if small < 0.85 * size else 0.25) * size:
        return False
    ahead = _ahead(last, glyph)
    return -0.6 * size <= ahead <= 3 * size


def _ahead(last: Glyph, glyph: Glyph) -> float:
    """The gap from the end of one glyph to the start of the next, in reading direction."""
    if last.turn == 0:
        return glyph.x0 - last.x1
    if last.turn == 180:
        return last.x0 - glyph.x1
    return glyph.y0 - last.y1 if last.turn == 90 else last.y0 - glyph.y1


def _split(run: list[Glyph]) -> Iterator[list[tuple[Glyph, bool]]]:
    """Part a run at wide gaps. Each glyph comes with whether a space precedes it."""
    tracking = _tracking(run)
    part: list[tuple[Glyph, bool]] = []
    space = False
    last: Glyph | None = None
    for glyph in run:
        if is_space(glyph.text):
            space = True
            continue
        if last is not None:
            size = max(last.face.size, glyph.face.size)
            extra, typed = tracking.get(id(glyph), (0.0, False))
            gap = _ahead(last, glyph) - extra
            if gap > PIECE_GAP * size:
                yield part
                part = []
            space = (space and not typed) or gap > WORD_GAP * size
        part.append((glyph, space and bool(part)))
        space = False
        last = glyph
    if part:
        yield part


def _tracking(run: list[Glyph]) -> dict[int, tuple[float, bool]]:
    """The extra distance between all letters of spaced-out text, by glyph id; empty for plain text.

    Looked at for stretches of one face: at least four gaps, three quarters of which are wide. With the
    distance comes whether it is made by a space typed after every letter.
    """
    found: dict[int, tuple[float, bool]] = {}
    stretch: list[Glyph] = []
    for glyph in [*run, None]:
        if glyph is not None and (not stretch or glyph.face == stretch[-1].face):
            stretch.append(glyph)
            continue
        found.update(_tracking_of(stretch))
        stretch = [glyph] if glyph is not None else []
    return found


def _tracking_of(stretch: list[Glyph]) -> dict[int, tuple[float, bool]]:
    size = stretch[0].face.size if stretch else 0
    gaps = [_ahead(a, b) for a, b in pairwise(stretch) if not is_space(a.text) and not is_space(b.text)]
    if len(gaps) >= 4:
        gaps.sort()
        if gaps[len(gaps) // 4] > 0.08 * size:
            usual = gaps[len(gaps) // 2]
            return {id(glyph): (usual, False) for glyph in stretch}
    letters = [glyph for glyph in stretch if not is_space(glyph.text)]
    spaces = len(stretch) - len(letters)
    if len(letters) >= 4 and spaces >= len(letters) - 1:  # a space typed after every letter
        gaps = sorted(_ahead(a, b) for a, b in pairwise(letters))
        usual = gaps[len(gaps) // 2]
        if 0 < usual < 1.5 * size and gaps[0] > 0.5 * usual:
            return {id(glyph): (usual, True) for glyph in stretch}
    return {}


def _piece(part: list[tuple[Glyph, bool]], index: int) -> Piece | None:
    chars: list[Char] = []
    for glyph, space in part:
        start, end = _extent(glyph)
        if space and chars:
            chars.append(Char(" ", chars[-1].x1, max(start, chars[-1].x1), glyph.face))
        texts = LIGATURES.get(glyph.text, glyph.text)
        width = (end - start) / len(texts)
        for i, text in enumerate(texts):
            chars.append(
                Char(text, start + i * width, start + (i + 1) * width, glyph.face, glyph.icon, glyph.mark)
            )
    chars = composed(chars)
    if not chars:
        return None
    glyphs = [glyph for glyph, _ in part]
    box = (
        min(g.x0 for g in glyphs),
        min(g.y0 for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.y1 for g in glyphs),
    )
    size = max(glyph.face.size for glyph in glyphs)
    main = max(glyphs, key=lambda glyph: glyph.face.size)
    return Piece(chars, box, main.base, size, main.turn, index)


def _extent(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0, glyph.x1) if glyph.turn in (0, 180) else (glyph.y0, glyph.y1)


_MARKER = re.compile(rf"[{re.escape(''.join(BULLETS))}]|\(?\d{{1,2}}[.)]")
"""A bullet or the number of an item."""
_FEWEST_STRAYS, _MOST_STRAYS = 2, 300
_WIDEST_INDENT = 2.5
"""Of the type size, between a marker and its line."""


class PrintedRow:
    """Pieces of one line, from left to right."""

    __slots__ = ("base", "pieces", "size", "x0", "x1")

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        main = max(pieces, key=lambda piece: len(piece.text))
        self.base = main.base if main.turn in (0, 180) else main.y1 - main.size
        self.size = main.size
        self.x0 = min(piece.x0 for piece in pieces)
        self.x1 = max(piece.x1 for piece in pieces)

    @property
    def text(self) -> str:
        """The pieces' text, parted by spaces."""
        return " ".join(piece.text for piece in self.pieces)

    def overlaps(self, other: PrintedRow) -> bool:
        """Whether the two share more than a sliver of their width."""
        return min(self.x1, other.x1) - max(self.x0, other.x0) > 2


def with_markers_in_place(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; bullets and numbers that are painted apart from their lines, as printers of HTML do, come before those.

    Only two or more of them show that this is how the page is made.
    """
    alone = [
        piece
        for piece, following in zip_longest(pieces, pieces[1:])
        if _MARKER.fullmatch(piece.text.strip()) and not (following and _opens(piece, following))
    ]
    if not _FEWEST_STRAYS <= len(alone) <= _MOST_STRAYS:
        return list(pieces)
    lines = ((piece, [each for each in pieces if _opens(piece, each)]) for piece in alone)
    strays = [(piece, min(line, key=lambda each: each.x0)) for piece, line in lines if line]
    moved = {id(marker) for marker, _ in strays}
    before = {id(line): marker for marker, line in strays}
    placed: list[Piece] = []
    for piece in pieces:
        if id(piece) in before:
            placed.append(before[id(piece)])
        if id(piece) not in moved:
            placed.append(piece)
    return placed


def _opens(marker: Piece, piece: Piece) -> bool:
    """Whether a marker is right before a piece on its line."""
    gap = piece.x0 - marker.x1
    return piece is not marker and same_row(marker, piece) and -1 <= gap <= _WIDEST_INDENT * marker.size


def same_row(a: Piece, b: Piece) -> bool:
    """Whether two pieces are on one line: half of the smaller one's height is beside the other."""
    if a.turn not in (0, 180) or b.turn not in (0, 180):
        return False
    low = max(a.base - 0.2 * a.size, b.base - 0.2 * b.size)
    high = min(a.base + 0.7 * a.size, b.base + 0.7 * b.size)
    return high - low > 0.5 * 0.9 * min(a.size, b.size)


def rows_of(pieces: Iterable[Piece]) -> list[PrintedRow]:
    """Rows from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.x0)):
        for row in reversed(rows[-3:]):
            if all(same_row(piece, other) for other in row) and not any(
                _collide(piece, other) for other in row
            ):
                row.append(piece)
                break
        else:
            rows.append([piece])
    return [PrintedRow(sorted(row, key=lambda piece: piece.x0)) for row in rows]


def _collide(a: Piece, b: Piece) -> bool:
    """Whether two pieces lie upon each other, so that they cannot be cells of one row."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.5 * min(a.x1 - a.x0, b.x1 - b.x0) + 0.5
