"""Which pieces of a page look like section headings: by name first, by the style of those found next."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from gapcheck.reading.pieces import Piece

USUAL = frozenset(
    """about|about me|academic background|achievements|activities|additional information|awards|career history
    |career summary|certificates|certifications|contact|core competencies|courses|coursework|education
    |education and training|employment|employment history|experience|hobbies|honors|interests|key skills
    |languages|licenses|links|memberships|objective|personal details|portfolio|professional development
    |professional experience|professional summary|profile|profiles|projects|publications|qualifications
    |references|referees|research|skills|social|strengths|summary|technical skills|tools|training|volunteering
    |volunteer experience|work experience|work history""".replace("\n    ", "").split("|")
)
"""Enough to see columns by; the taxonomy's list comes on top."""


def plain(text: str) -> str:
    """A name without case, signs at its ends and doubled spaces."""
    return " ".join(re.sub(r"[^\w&/+ ]+", " ", text.casefold()).split())


def heading_pieces(pieces: Sequence[Piece], names: Collection[str]) -> set[int]:
    """Indices of pieces that are headings by their name, or short ones set exactly as at least two of these."""
    known = USUAL | {plain(name) for name in names}
    found = {piece.index for piece in pieces if len(piece.text) < 50 and plain(piece.text) in known}  # noqa: PLR2004
    styles: dict[tuple[object, ...], int] = {}
    for piece in pieces:
        if piece.index in found:
            styles[_style(piece)] = styles.get(_style(piece), 0) + 1
    body = _body_style(pieces)
    trusted = {style for style, count in styles.items() if count >= 2 and style != body}  # noqa: PLR2004
    if trusted:
        found |= {
            piece.index
            for piece in pieces
            if len(piece.text) < 40 and any(c.isalpha() for c in piece.text) and _style(piece) in trusted  # noqa: PLR2004
        }
    return found


def _style(piece: Piece) -> tuple[object, ...]:
    face = piece.face
    return (face.font, face.size, face.color, face.bold, piece.text.isupper())


def _body_style(pieces: Sequence[Piece]) -> tuple[object, ...]:
    weights: dict[tuple[object, ...], int] = {}
    for piece in pieces:
        weights[_style(piece)] = weights.get(_style(piece), 0) + len(piece.text)
    return max(weights, key=lambda style: weights[style], default=())
