"""Glyphs of a PDF page in the order in which they are painted; pdfminer is used as a parser only."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappush, heappushpop
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_rect, mult_matrix

from gapcheck.reading.pdf.painted_page import UNMAPPED, Box, Face, Fill, Glyph, Page

MOST_SHAPES = 20_000
"""Painted areas of a page that are kept."""
MOST_COVERS = 1000
"""Boxes of a page that hide what is below them: the largest are kept."""
SMALLEST_COVER = 4.0
"""Points: a smaller box hides no letter."""
OPAQUE = 0.95
"""Nothing is seen through what is painted with more opacity than this."""
_SEEN_THROUGH = ("SMask", "Mask", "ImageMask")
"""Keys of an image parts of which are not painted."""
UNUSED_CODES = frozenset({127, 129, 141, 143, 144, 157})
"""Codes that WinAnsiEncoding leaves free: PDF readers show a bullet for each (ISO 32000-1, D.2)."""
BOLD_FONTS = ("bold", "black", "heavy", "semib", "demi", "-medi", "medium", "cmbx", "-bd", "ultra")
ITALIC_FONTS = ("italic", "oblique", "slant", "cmti", "cmsl", "kursiv")
ICON_FONTS = ("awesome", "icon", "dingbat", "fontello", "material", "phosphor", "webding", "emoji")
BULLET_FONTS = ("symbol", "wingdings")
"""Parts of the names of fonts, in lower case, which show their style."""


class TooManyGlyphsError(Exception):
    """A page draws more glyphs than the limit allows."""


class GlyphDevice(PDFTextDevice):
    """Collects glyphs, fills and images of the page that is being interpreted."""

    def __init__(self, resources: PDFResourceManager, *, glyph_limit: int = 50_000) -> None:
        super().__init__(resources)
        self.glyph_limit = glyph_limit
        self.page = Page(0, 0, 0, (0, 0, 0, 0))
        self.state: Any = None
        self._faces: dict[tuple[Any, ...], Face] = {}
        self._looks: dict[tuple[Any, ...], Face] = {}
        self._shapes: dict[int, tuple[str, bool, bool]] = {}
        self._known: dict[int, dict[int, tuple[str, str, float]]] = {}
        self._tags: list[tuple[int, str, int, int]] = []
        self.layers_off = 0
        self._mark = -1
        self._render = 0
        self._number = 0

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Start a page; everything outside of its crop box is off the page."""
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        crop = apply_matrix_rect(ctm, page.cropbox or page.mediabox)
        visible = (max(crop[0], x0), max(crop[1], y0), min(crop[2], x1), min(crop[3], y1))
        self._number += 1
        self._tags = []
        self._mark = -1
        self.layers_off = 0
        self.page = Page(self._number, abs(x1 - x0), abs(y1 - y0), visible)

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:  # noqa: ARG002
        """Remember where a marked part begins, and the text that it declares to be."""
        actual = ""
        before = self._mark
        if isinstance(props, dict):
            if "ActualText" in props:
                actual = _decoded(resolve1(props["ActualText"]))
            number = resolve1(props.get("MCID"))
            if isinstance(number, int):
                self._mark = number
        self._tags.append((len(self.page.glyphs), actual, before, self.layers_off))

    def end_tag(self) -> None:
        """Let the marked text speak for glyphs that have no character of their own."""
        if not self._tags:
            return
        start, actual, self._mark, self.layers_off = self._tags.pop()
        covered = self.page.glyphs[start:]
        if not actual or not covered or len(actual) > 4 * len(covered):
            return
        if not any(glyph.icon for glyph in covered):
            return
        texts = list(actual) if len(actual) == len(covered) else [actual] + [""] * (len(covered) - 1)
        for glyph, text in zip(covered, texts, strict=True):
            glyph.text, glyph.icon = text, ""

    def render_image(self, name: str, stream: PDFStream | None) -> None:  # noqa: ARG002
        """Keep the place of an image: scans are recognized by it."""
        if self.layers_off:
            return
        box = apply_matrix_rect(self.ctm or MATRIX_IDENTITY, (0, 0, 1, 1))
        self.page.images.append(box)
        self.page.fills.append(Fill(box, "", len(self.page.glyphs)))
        if stream is not None and not any(key in stream for key in _SEEN_THROUGH):
            self.cover([(0, 0, 1, 1)])

    def cover(self, boxes: Iterable[Box]) -> None:
        """Keep rectangles of the content stream that hide what is below them, unless what is painted now is seen through.

        They are cut to what is not clipped away.
        """
        state, (a, b, c, d, _, _) = self.state, self.ctm or MATRIX_IDENTITY
        upright = b == c == 0 or a == d == 0
        seen_through = not state.solid or state.alpha <= OPAQUE
        if not self.page.glyphs or not upright or seen_through or self.layers_off:
            return
        left, bottom, right, top = self.page.visible
        for each in boxes:
            x0, y0, x1, y1 = box = self.within(each, state.clip)
            width, height = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
            if width >= SMALLEST_COVER and height >= SMALLEST_COVER:
                keep = heappush if len(self.page.covers) < MOST_COVERS else heappushpop
                keep(self.page.covers, (width * height, len(self.page.glyphs), box))

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:  # noqa: ARG002, FBT001
        """Keep the box and colour of filled areas: text is hidden by the colour behind it."""
        xs = [float(v) for step in path for v in step[1::2]]
        ys = [float(v) for step in path for v in step[2::2]]
        if xs and ys:
            self.paint_box((min(xs), min(ys), max(xs), max(ys)), graphicstate, fill=fill)

    def paint_box(self, box: Box, graphicstate: Any, *, fill: bool, clip: Box | None = None) -> None:
        """Keep the box of a painted path, given in the coordinates of the content stream, as far as `clip` shows it.

        Printers of HTML draw the rule below a heading as the whole box of the heading, clipped to one edge.
        """
        if graphicstate.alpha < 0.05 or self.layers_off or len(self.page.fills) >= MOST_SHAPES:
            return
        box = self.within(box, clip)
        if box[2] - box[0] <= 8 and box[3] - box[1] <= 8 and len(self.page.marks) < MOST_SHAPES:
            self.page.marks.append(box)
        if fill:
            color = _hex(graphicstate.ncolor)
            self.page.fills.append(Fill(box, color, len(self.page.glyphs), graphicstate.alpha))

    def paint_unknown(self, box: Box | None) -> None:
        """Note an area of unknown colour; None is the whole page."""
        area = box or (0, 0, self.page.width, self.page.height)
        self.page.fills.append(Fill(area, "", len(self.page.glyphs)))

    def within(self, box: Box, outer: Box | None) -> Box:
        """A box of the content stream on the page, cut to an outer one."""
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm or MATRIX_IDENTITY, box)
        if outer is None:
            return x0, y0, x1, y1
        left, bottom = max(x0, outer[0]), max(y0, outer[1])
        return left, bottom, max(left, min(x1, outer[2])), max(bottom, min(y1, outer[3]))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw level text without the detours of the general case; the rest goes pdfminer's way."""
        self._render = textstate.render
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm or MATRIX_IDENTITY)
        font = textstate.font
        if b or c or a <= 0 or d <= 0 or isinstance(font, PDFType3Font) or font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
        else:
            textstate.linematrix = self._draw_level(seq, (a, d, e, f), textstate, graphicstate)

    def _draw_level(  # noqa: C901, PLR0912, PLR0915  # one loop for speed
        self, seq: Any, matrix: tuple[float, float, float, float], textstate: Any, graphicstate: Any
    ) -> tuple[float, float]:
        """Draw text that is neither turned nor slanted; gives where it ends."""
        a, d, e, f = matrix
        font: PDFFont = textstate.font
        fontsize, rise, scaling = textstate.fontsize, textstate.rise, textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        dxscale = 0.001 * fontsize * scaling
        x, y = textstate.linematrix
        size = abs(fontsize) * d
        face = self._face(font, round(size, 1), graphicstate)
        low = font.get_descent() * fontsize + rise
        base = f + y * d
        y0, y1 = base + low * d, base + (low + fontsize) * d
        if y1 < y0:
            y0, y1 = y1, y0
        base += rise * d
        glyphs, known = self.page.glyphs, self._known.setdefault(id(font), {})
        unseen, spaced, mark = self._unseen(graphicstate), False, self._mark
        left, bottom, right, top = self._shown(graphicstate)
        squeezed = _is_squeezed(size, fontsize * scaling * a)
        is_level_with_page = bottom - 1 <= (y0 + y1) / 2 <= top + 1
        for part in seq:
            if isinstance(part, bytes):
                if len(glyphs) + len(part) > 2 * self.glyph_limit:
                    raise TooManyGlyphsError
                for code in font.decode(part):
                    if spaced:
                        x += charspace
                    spaced = True
                    entry = known.get(code)
                    if entry is None:
                        entry = known[code] = (*self._character(font, code), font.char_width(code))
                    text, icon, width = entry
                    advance = width * fontsize * scaling
                    start = x * a + e
                    end = start + advance * a
                    if unseen:
                        hidden = unseen
                    elif squeezed or (size < 2 and abs(advance * a) < 2):
                        hidden = "tiny"
                    elif is_level_with_page and left - 1 <= (start + end) / 2 <= right + 1:
                        hidden = ""
                    else:
                        hidden = "off-page"
                    box = (start, y0, end, y1) if end >= start else (end, y0, start, y1)
                    glyphs.append(Glyph(text, box, base, face, 0, icon, hidden, mark))
                    x += advance
                    if code == 32 and wordspace:
                        x += wordspace
            elif isinstance(part, (int, float)):
                x -= part * dxscale
                spaced = True
        if len(glyphs) > self.glyph_limit:
            raise TooManyGlyphsError
        return (x, y)

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,  # noqa: ARG002
        graphicstate: Any,
    ) -> float:
        """Add one glyph; its box is made as pdfminer's LTChar makes it."""
        glyphs = self.page.glyphs
        if len(glyphs) >= self.glyph_limit:
            raise TooManyGlyphsError
        text, icon = self._character(font, cid)
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, e, f = matrix
        if font.is_vertical():
            shift: Any = font.char_disp(cid)
            vx, vy = shift
            vx = fontsize * 0.5 if vx is None else vx * fontsize * 0.001
            vy = (1000 - vy) * fontsize * 0.001
            frame = (-vx, vy + rise + advance, -vx + fontsize, vy + rise)
        else:
            descent = font.get_descent() * fontsize
            frame = (0, descent + rise, advance, descent + rise + fontsize)
        x0, y0, x1, y1 = apply_matrix_rect(matrix, frame)
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        turn = 0 if abs(b) <= abs(a) and a >= 0 else 180 if abs(b) <= abs(a) else 90 if b > 0 else 270
        em = abs(fontsize) * ((c * c + d * d) ** 0.5)
        if isinstance(font, PDFType3Font):
            em = max(em, abs(font.get_height()) * em) if font.get_height() else max(em, abs(advance))
        face = self._face(font, round(em, 1), graphicstate)
        along = (a * a + b * b) ** 0.5
        hidden = self._hidden(box, em, advance * along, graphicstate)
        if not hidden and not isinstance(font, PDFType3Font) and _is_squeezed(em, fontsize * scaling * along):
            hidden = "tiny"
        base = f + rise * d if turn in (0, 180) else e + rise * c
        glyphs.append(Glyph(text, box, base, face, turn, icon, hidden, self._mark))
        return float(advance)

    def _character(self, font: PDFFont, cid: int) -> tuple[str, str]:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = ""
        name, _, _ = self._shape(font)
        if not text and cid in UNUSED_CODES and isinstance(font, PDFSimpleFont):
            return "\u2022", ""
        if not text or text in "\x00\ufffd" or "\ue000" <= text[0] <= "\uf8ff":
            if len(text) == 1 and _is_among(BULLET_FONTS, name) and "\uf000" <= text < "\uf100":
                return "\u2022", ""
            return UNMAPPED, f"{name}:{cid}"
        if _is_among(ICON_FONTS, name) and not text.isspace():
            return UNMAPPED, f"{name}:{cid}"
        return text, ""

    def _shape(self, font: PDFFont) -> tuple[str, bool, bool]:
        found = self._shapes.get(id(font))
        if found is None:
            name = font.fontname
            name = name.decode("latin-1", "replace") if isinstance(name, bytes) else str(name)
            name = name.split("+", 1)[-1]
            weight = font.descriptor.get("FontWeight") if font.descriptor else 0
            bold = _is_among(BOLD_FONTS, name) or (isinstance(weight, (int, float)) and weight >= 600)
            italic = (
                _is_among(ITALIC_FONTS, name) or name.casefold().endswith("-it") or bool(font.italic_angle)
            )
            found = self._shapes[id(font)] = (name, bold, italic)
        return found

    def _face(self, font: PDFFont, size: float, state: Any) -> Face:
        ink = state.scolor if self._render == 1 else state.ncolor
        key = (id(font), size, self._render == 2, ink if not isinstance(ink, list) else tuple(ink))
        face = self._faces.get(key)
        if face is None:
            name, bold, italic = self._shape(font)
            look = (name, size, bold or self._render == 2, italic, _hex(ink))
            face = self._faces[key] = self._looks.setdefault(look, Face(*look))
        return face

    def _hidden(self, box: Box, em: float, advance: float, state: Any) -> str:
        if unseen := self._unseen(state):
            return unseen
        if em < 2 and abs(advance) < 2:
            return "tiny"
        x0, y0, x1, y1 = self._shown(state)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return "" if x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1 else "off-page"

    def _unseen(self, state: Any) -> str:
        """Why nothing that is painted now leaves ink, "" if it does."""
        if self.layers_off:
            return "hidden-layer"
        return "invisible" if self._render in (3, 7) or state.alpha < 0.05 else ""

    def _shown(self, state: Any) -> Box:
        """The part of the page in which something that is painted now can be seen."""
        page, clip = self.page.visible, state.clip
        if clip is None:
            return page
        return max(page[0], clip[0]), max(page[1], clip[1]), min(page[2], clip[2]), min(page[3], clip[3])


def _is_squeezed(high: float, wide: float) -> bool:
    """Whether letters are so flat or so narrow that nobody can read them."""
    low, most = sorted((abs(high), abs(wide)))
    return low < 0.1 * most


def _decoded(value: Any) -> str:
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "ignore")
    if value.startswith(b"\xff\xfe"):
        return value[2:].decode("utf-16-le", "ignore")
    return value.decode("latin-1")


def _hex(color: Any) -> str:
    """A colour of pdfminer as #rrggbb; "" for patterns and what else has no plain colour."""
    if isinstance(color, (int, float)):
        parts: Iterable[float] = (color, color, color)
    elif isinstance(color, (tuple, list)) and all(isinstance(part, (int, float)) for part in color):
        if len(color) == 4:
            cyan, magenta, yellow, black = color
            parts = tuple((1 - min(ink, 1)) * (1 - min(black, 1)) for ink in (cyan, magenta, yellow))
        elif len(color) in (1, 3):
            parts = color if len(color) == 3 else (color[0],) * 3
        else:
            return ""
    else:
        return ""
    return "#" + "".join(f"{round(255 * min(max(part, 0), 1)):02x}" for part in parts)


def _is_among(parts: tuple[str, ...], font: str) -> bool:
    """Whether the name of a font holds one of these parts."""
    name = font.casefold()
    return any(part in name for part in parts)
