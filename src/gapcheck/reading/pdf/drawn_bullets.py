"""Bullets that are drawn as small shapes, as browsers do, become characters."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from gapcheck.reading.character_repairs import is_space
from gapcheck.reading.pdf.painted_page import Box, Glyph, Page

LARGEST = 8.0
"""Points: no bullet is larger."""


def add_drawn_bullets(page: Page) -> None:
    """Put a "•" glyph before each line that a small drawn shape opens; at least two shapes of one size and x.

    The shape must be smaller than half the type size, be at the height of lower-case letters, and have
    nothing to its left: rating dots, timelines and the outlines of letters do not count.
    """
    shapes = [box for box in page.marks if _is_round(box)]
    usual = Counter(_kind(box) for box in shapes)
    shapes = [box for box in shapes if usual[_kind(box)] >= 2]
    if not shapes or len(shapes) > 400:
        return
    lines = sorted(
        (
            (glyph.base, place)
            for place, glyph in enumerate(page.glyphs)
            if glyph.turn == 0 and not is_space(glyph.text)
        )
    )
    bases = [base for base, _ in lines]
    found: dict[int, Box] = {}
    for box in shapes:
        beside = [
            (place, page.glyphs[place])
            for _, place in lines[bisect_left(bases, box[1] - 8) : bisect_left(bases, box[3] + 2)]
        ]
        opened = _opened_line(box, beside, shapes)
        if opened is not None:
            found.setdefault(opened, box)
    for place in sorted(found, reverse=True):
        text = page.glyphs[place]
        box = found[place]
        page.glyphs.insert(
            place, Glyph("\u2022", (box[0], text.y0, box[2], text.y1), text.base, text.face, 0, "", "")
        )
        page.glyphs[place].mark = text.mark


def _is_round(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return 1 <= width <= LARGEST and 1 <= height <= LARGEST and 0.6 < width / height < 1.7


def _kind(box: Box) -> tuple[int, int]:
    return round(box[0]), round(2 * (box[2] - box[0]))


def _opened_line(box: Box, beside: list[tuple[int, Glyph]], shapes: list[Box]) -> int | None:
    """The place of the first glyph of the line that a shape opens, or None."""
    middle = (box[1] + box[3]) / 2
    row = [
        (place, glyph)
        for place, glyph in beside
        if glyph.base - 0.1 * glyph.face.size < middle < glyph.base + 0.75 * glyph.face.size
    ]
    right = [item for item in row if item[1].x0 > box[2] - 0.5]
    if not right:
        return None
    place, first = min(right, key=lambda item: item[1].x0)
    size = first.face.size
    if first.x0 - box[2] > 2.5 * size or box[3] - box[1] > 0.52 * size or first.text == "\u2022":
        return None
    if any(glyph.x1 > box[0] - 1.2 * size and glyph.x0 < box[2] - 0.5 for _, glyph in row):
        return None
    if any(
        other is not box
        and abs(other[1] - box[1]) < 1
        and 0 < abs(other[0] - box[0]) < 2.5 * (box[2] - box[0]) + 2
        for other in shapes
    ):
        return None
    return place
