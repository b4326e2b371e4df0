"""Rows: pieces side by side on one line of a page."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.reading.pdf.pieces import Piece


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
