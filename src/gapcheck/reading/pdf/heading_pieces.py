"""Which pieces of a page look like section headings: by name first, by the style of those found next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Sequence

from gapcheck.reading.pdf.pieces import Piece

_Style = tuple[str, float, str, bool, bool]


def heading_pieces(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    """Indices of pieces that are headings by their name, or short ones set exactly as at least two of these."""
    found = _named(pieces, names)
    trusted = _styles_of(pieces, found)
    if trusted:
        found |= {
            piece.index
            for piece in pieces
            if len(piece.text) < 40 and any(c.isalpha() for c in piece.text) and _style(piece) in trusted
        }
    return found


def main_headings(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    """Indices of named headings in the page's most prominent heading style, which two of them share."""
    found = {piece.index for piece in pieces if not piece.text.rstrip().endswith((":", ","))}
    found &= _named(pieces, names)
    styles = _styles_of(pieces, found)
    best = max(styles, key=lambda style: (style[1], style[4], styles[style]), default=None)
    return {piece.index for piece in pieces if piece.index in found and _style(piece) == best}


def _named(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    return {piece.index for piece in pieces if len(piece.text) < 50 and piece.text in names}


def _styles_of(pieces: Sequence[Piece], found: Collection[int]) -> dict[_Style, int]:
    """The styles that at least two of the found pieces share, other than that of running text."""
    styles = Counter(_style(piece) for piece in pieces if piece.index in found)
    body = _body_style(pieces)
    return {style: count for style, count in styles.items() if count >= 2 and style != body}


def _style(piece: Piece) -> _Style:
    face = piece.face
    return (face.font, face.size, face.color, face.bold, piece.text.isupper())


def _body_style(pieces: Sequence[Piece]) -> _Style | None:
    weights: dict[_Style, int] = {}
    for piece in pieces:
        weights[_style(piece)] = weights.get(_style(piece), 0) + len(piece.text)
    return max(weights, key=lambda style: weights[style], default=None)
