"""What a page of a PDF paints, as values: glyphs, filled areas, pictures, and the boxes that hide what is below them."""

from __future__ import annotations

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
UNMAPPED = "\ufffd"
"""The text of a glyph without a character."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One look of glyphs: font, size in points, weight, slant and colour ("#rrggbb", "" for patterns).

    Each look is made once for a document, so that two faces are equal when they are the same object.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    color: str


class Glyph:
    """One painted character. `base` is its baseline; `turn` 0, 90, 180 or 270 degrees anticlockwise.

    `icon` is "" for a character that is text, else a key of the picture it shows (private-use and
    unmapped glyphs); `hidden` is "" or why nobody sees it; `mark` numbers its marked content, -1 for none.
    """

    __slots__ = ("base", "face", "hidden", "icon", "mark", "text", "turn", "x0", "x1", "y0", "y1")

    def __init__(
        self, text: str, box: Box, base: float, face: Face, turn: int, icon: str, hidden: str, mark: int = -1
    ) -> None:
        self.text = text
        self.x0, self.y0, self.x1, self.y1 = box
        self.base = base
        self.face = face
        self.turn = turn
        self.icon = icon
        self.hidden = hidden
        self.mark = mark


@dataclass(slots=True)
class Fill:
    """A painted area: its box, colour ("" when unknown, as of images) and the glyphs drawn before it."""

    box: Box
    color: str
    after: int
    alpha: float = 1.0


@dataclass(slots=True)
class Page:
    """What one page paints. Coordinates in points, the origin at the bottom left of the page.

    `fills` are painted areas, `marks` the boxes of small shapes, filled or outlined, `covers` are rectangles and pictures
    through which nothing is seen, each behind its area on the page and the number of glyphs below it;
    `forms` counts the forms and images that were drawn.
    """

    number: int
    width: float
    height: float
    visible: Box
    glyphs: list[Glyph] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)
    covers: list[tuple[float, int, Box]] = field(default_factory=list)
    forms: int = 0
