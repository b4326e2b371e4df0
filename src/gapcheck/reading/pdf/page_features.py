"""How a PDF page is made: what programs that read resumes stumble over and its text does not show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Any

from gapcheck.reading.pdf.layout import PrintedLine
from gapcheck.reading.pdf.painted_page import UNMAPPED, Box, Glyph, Page

MOST_ICONS = 60
LEAST_IMAGE = 0.01
"""Of the page: a smaller image is an icon."""
WRITTEN_ON = 40
"""Characters: an image under so many is a background, not a picture of text."""


def concealed(page: Page) -> int:
    """How many glyphs are painted in the render mode that leaves no ink, and count as hidden."""
    return sum(glyph.hidden == "invisible" for glyph in page.glyphs)


def features_of(page: Page, lines: Sequence[PrintedLine], *, recognized: int) -> dict[str, Any]:
    """The values of a PageFeatures. `recognized` glyphs were concealed and are read all the same."""
    cover = _cover(page, page.images)
    return {
        "page": page.number,
        "characters": sum(not char.isspace() for line in lines for char in line.text),
        "recognized": recognized if cover > 0.5 else 0,
        "image_cover": cover
        if recognized
        else _cover(page, [box for box in page.images if not _is_background(box, page)]),
        "shapes": len(page.fills),
        "jumps": sum(below.painted < above.painted for above, below in pairwise(lines)),
        "icons": [_rounded(glyph) for glyph in page.glyphs if _is_icon(glyph)][:MOST_ICONS],
    }


def _cover(page: Page, boxes: Sequence[Box]) -> float:
    """The share of the page that the boxes take; strips of one picture add up, pictures laid over it too."""
    left, bottom, right, top = page.visible
    area = max((right - left) * (top - bottom), 1.0)
    taken = sum(
        max(min(x1, right) - max(x0, left), 0.0) * max(min(y1, top) - max(y0, bottom), 0.0)
        for x0, y0, x1, y1 in boxes
    )
    return round(min(taken / area, 1.0), 3)


def _is_background(box: Box, page: Page) -> bool:
    x0, y0, x1, y1 = box
    if (x1 - x0) * (y1 - y0) < LEAST_IMAGE * page.width * page.height:
        return False
    inside = 0
    for glyph in page.glyphs:
        if not glyph.hidden and x0 <= glyph.x0 <= x1 and y0 <= glyph.base <= y1:
            inside += 1
            if inside >= WRITTEN_ON:
                return True
    return False


def _is_icon(glyph: Glyph) -> bool:
    return bool(glyph.icon) and glyph.text == UNMAPPED and not glyph.hidden


def _rounded(glyph: Glyph) -> list[float]:
    return [round(side, 1) for side in (glyph.x0, glyph.y0, glyph.x1, glyph.y1)]


def undecoded(glyphs: Iterable[Glyph]) -> int:
    """How many glyphs should be letters but have no character.

    Pictures have none either, but they come alone, or a few of them are repeated, as stars are. Words of
    unmapped letters show at least three different glyphs in a row.
    """
    count = 0
    for without, run in groupby(glyphs, key=lambda glyph: bool(glyph.icon)):
        kinds = [glyph.icon for glyph in run]
        if without and len(set(kinds)) >= 3:
            count += len(kinds)
    return count
