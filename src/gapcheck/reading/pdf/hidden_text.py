"""Text that nobody sees: in the colour of what lies behind it, covered, invisible, tiny, off the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from gapcheck.reading.character_repairs import is_space
from gapcheck.reading.pdf.painted_page import Box, Fill, Glyph, Page
from gapcheck.reading.pdf.pieces import pieces_of, rows_of

SEEN_CONTRAST = 1.15
"""WCAG contrast ratio (1 to 21) below which ink cannot be distinguished from its background."""
MOST_FILLS = 1000
_Rgb = tuple[float, float, float]


def mark_hidden(page: Page) -> None:
    """Set `hidden` of glyphs by what is painted behind them.

    Invisible text is seen all the same where its shape is painted besides: over outlines (browsers
    draw a made-up bold so) and over the image of a scan (an OCR layer).
    """
    outlines = _outline_cells(page) if any(glyph.hidden == "invisible" for glyph in page.glyphs) else set()
    broad = _broad(page.fills)
    for run in _runs(page.glyphs):
        first = run[0][1]
        if first.hidden == "invisible":
            if _is_drawn_besides(run, outlines, page):
                for _, glyph in run:
                    glyph.hidden = ""
        elif not first.hidden and first.face.color:
            _mark_background(run, broad)
    _mark_covered(page)


def _mark_covered(page: Page) -> None:
    """Hide glyphs that lie wholly under a box or a picture painted after them.

    A picture of most of the page is a scan, which shows the text that was recognized in it.
    """
    scans = [box for box in page.images if 2 * _area(box) > page.width * page.height]
    covers = [
        (box, after)
        for _, after, box in page.covers
        if 2 * _area(box) <= page.width * page.height or not scans
    ]
    if not covers:
        return
    for run in _runs(page.glyphs):
        glyphs = [glyph for _, glyph in run]
        x0, x1 = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
        y0, y1 = min(glyph.y0 for glyph in glyphs), max(glyph.y1 for glyph in glyphs)
        for box, after in covers:
            if after <= run[0][0] or box[2] < x0 or box[0] > x1 or box[3] < y0 or box[1] > y1:
                continue
            for place, glyph in run:
                if place < after and not glyph.hidden and _is_under(glyph, box):
                    glyph.hidden = "covered"


def _is_under(glyph: Glyph, box: Box) -> bool:
    """Whether the part of a glyph that has ink is under a box: its middle, and half of its height."""
    x, quarter = (glyph.x0 + glyph.x1) / 2, (glyph.y1 - glyph.y0) / 4
    return box[0] <= x <= box[2] and box[1] <= glyph.y0 + quarter and glyph.y1 - quarter <= box[3]


def _area(box: Box) -> float:
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def hidden_texts(page: Page) -> list[tuple[str, int, str]]:
    """Text, page and reason of what is hidden on a page, in the order of painting."""
    found: list[tuple[str, int, str]] = []
    hidden = [glyph for glyph in page.glyphs if glyph.hidden]
    for reason, group in groupby(hidden, key=lambda glyph: glyph.hidden):
        rows = rows_of(pieces_of(group))
        text = "\n".join(row.text for row in rows)
        if any(char.isalnum() for char in text):
            found.append((text, page.number, reason))
    return found


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[tuple[int, Glyph]]]:
    """Glyphs painted one after the other with one look on one baseline, with their places."""
    numbered = [(place, glyph) for place, glyph in enumerate(glyphs) if not is_space(glyph.text)]
    for _, group in groupby(
        numbered, key=lambda item: (id(item[1].face), round(item[1].base), item[1].hidden)
    ):
        yield list(group)


def _broad(fills: Sequence[Fill]) -> list[Fill]:
    """Fills that can be the background of text, in painting order; the largest ones if there are very many."""
    broad = [fill for fill in fills if fill.box[2] - fill.box[0] >= 4 and fill.box[3] - fill.box[1] >= 4]
    if len(broad) > MOST_FILLS:
        largest = sorted(broad, key=lambda f: (f.box[2] - f.box[0]) * (f.box[3] - f.box[1]), reverse=True)
        broad = sorted(largest[:MOST_FILLS], key=lambda f: f.after)
    return broad


def _mark_background(run: list[tuple[int, Glyph]], fills: Sequence[Fill]) -> None:
    samples = [run[0], run[len(run) // 2], run[-1]]
    verdicts = {_is_unseen(place, glyph, fills) for place, glyph in samples}
    for place, glyph in run:
        if verdicts == {True} or (len(verdicts) == 2 and _is_unseen(place, glyph, fills)):
            glyph.hidden = "white"


def _is_unseen(place: int, glyph: Glyph, fills: Sequence[Fill]) -> bool:
    behind = _behind(place, (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2, fills)
    return behind is not None and contrast(_rgb(glyph.face.color), behind) < SEEN_CONTRAST


def _behind(place: int, x: float, y: float, fills: Sequence[Fill]) -> _Rgb | None:
    """The colour behind a point when the glyph at `place` is painted; None if unknown."""
    color: _Rgb | None = (1.0, 1.0, 1.0)
    for fill in fills:
        if fill.after > place:
            break
        x0, y0, x1, y1 = fill.box
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            continue
        if not fill.color:
            color = None
        elif fill.alpha > 0.95:
            color = _rgb(fill.color)
        elif color is not None:
            ink = _rgb(fill.color)
            red, green, blue = (c + (i - c) * fill.alpha for c, i in zip(color, ink, strict=True))
            color = (red, green, blue)
    return color


@lru_cache(maxsize=256)
def contrast(ink: _Rgb, paper: _Rgb) -> float:
    """The contrast ratio of WCAG 2.1: 1 for equal luminance, 21 for black on white."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    if max(abs(a - b) for a, b in zip(ink, paper, strict=True)) > 0.25:
        return 21.0  # another hue of the same lightness is seen
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: _Rgb) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def _rgb(color: str) -> _Rgb:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _outline_cells(page: Page) -> set[tuple[int, int]]:
    """Cells of a 4-point grid in which something of a letter's size is painted in a colour that is seen."""
    cells: set[tuple[int, int]] = set()
    broad: list[Fill] = []
    for fill in page.fills:
        x0, y0, x1, y1 = fill.box
        if y1 - y0 > 40 or x1 - x0 > 200:
            broad.append(fill)
            continue
        behind = _behind(fill.after, (x0 + x1) / 2, (y0 + y1) / 2, broad)
        if fill.color and behind is not None and contrast(_rgb(fill.color), behind) < SEEN_CONTRAST:
            continue
        for column in range(int(x0 // 4), int(x1 // 4) + 1):
            for row in range(int(y0 // 4), int(y1 // 4) + 1):
                cells.add((column, row))
    return cells


def _is_drawn_besides(run: list[tuple[int, Glyph]], outlines: set[tuple[int, int]], page: Page) -> bool:
    seen = 0
    for _, glyph in run:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
        over_image = any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in page.images)
        near = any(
            (column, row) in outlines
            for column in range(int(glyph.x0 // 4), int(glyph.x1 // 4) + 1)
            for row in range(int(glyph.y0 // 4), int(glyph.y1 // 4) + 1)
        )
        seen += over_image or near
    return seen >= 0.6 * len(run)
