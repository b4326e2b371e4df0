"""Styles and numbering of a Word document: how a paragraph is set, and its bullet or number."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from gapcheck.document import Style
from gapcheck.text.numbers import decimal_of, number_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAPER = frozenset({"background1", "light1"})
_HIGHLIGHTS = {
    "black": "000000", "white": "ffffff", "yellow": "ffff00", "green": "00ff00", "cyan": "00ffff", "magenta": "ff00ff",
    "blue": "0000ff", "red": "ff0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "c0c0c0",
}  # fmt: skip
_RGB = re.compile(r"[0-9A-Fa-f]{6}")
_FAR = 12_240
"""Twips, the width of a Letter page: what is moved by more is on no page."""
_FLAT = 40
"""Twips: lines that are held to less than 2 points cannot be read."""
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)


def value(properties: Any, name: str) -> str:
    """The w:val of a child of a properties element, or ""."""
    child = properties.find(f"{W}{name}") if properties is not None else None
    return str(child.get(f"{W}val", "")) if child is not None else ""


def on(properties: Any, name: str) -> bool:
    """Whether a switch such as w:b or w:vanish is set."""
    child = properties.find(f"{W}{name}") if properties is not None else None
    return child is not None and child.get(f"{W}val", "true") not in {"false", "0", "off", "none"}


def _is_paper(color: Any) -> bool:
    """Whether a run is set in the theme's colour of the page itself."""
    return (
        color is not None
        and color.get(f"{W}themeColor", "") in _PAPER
        and not color.get(f"{W}themeShade", "")
    )


def ground_of(properties: Any) -> str:
    """What these properties paint behind text, as "#rrggbb"; "" if nothing, or a colour that only the theme knows."""
    marked = _HIGHLIGHTS.get(value(properties, "highlight"))
    shade = properties.find(f"{W}shd") if properties is not None else None
    if marked is None and shade is not None and not shade.get(f"{W}themeFill"):
        marked = shade.get(f"{W}fill", "")
    return f"#{marked.lower()}" if marked and _RGB.fullmatch(marked) else ""


def why_squeezed(properties: Any) -> str:
    """Why a run whose letters are narrowed or moved cannot be seen; "" if it can."""
    wide, raised = (decimal_of(value(properties, name)) for name in ("w", "position"))
    if wide is not None and 0 < wide < 10:
        return "tiny"
    return "off-page" if raised is not None and abs(raised) * 10 > _FAR else ""


def why_misplaced(properties: Any) -> str:
    """Why a paragraph cannot be seen where these properties put it; "" if it can."""
    if properties is None:
        return ""
    places = (("ind", "left"), ("ind", "start"), ("framePr", "x"), ("framePr", "y"))
    if any(abs(_twips(properties, *place) or 0) >= _FAR for place in places):
        return "off-page"
    line = _twips(properties, "spacing", "line")
    spacing = properties.find(f"{W}spacing")
    if line is not None and 0 < line < _FLAT and spacing.get(f"{W}lineRule") == "exact":
        return "tiny"
    return ""


def _twips(properties: Any, name: str, attribute: str) -> float | None:
    child = properties.find(f"{W}{name}")
    return decimal_of(child.get(f"{W}{attribute}", "")) if child is not None else None


class Styles:
    """The styles part; each style with what it takes over from the styles it is based on."""

    def __init__(self, root: Any) -> None:
        self._rows = (
            {} if root is None else {row.get(f"{W}styleId", ""): row for row in root.iter(f"{W}style")}
        )
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._default = self.of_run(defaults, Style())
        self._normal = next(
            (
                ident
                for ident, row in self._rows.items()
                if row.get(f"{W}type") == "paragraph" and row.get(f"{W}default")
            ),
            "",
        )
        self._known: dict[str, Style] = {}
        self._vanishing: dict[tuple[str, str], bool] = {}

    def _chain(self, ident: str) -> list[Any]:
        """The style and those it is based on, nearest first."""
        chain: list[Any] = []
        while ident in self._rows and len(chain) < 12:
            row = self._rows[ident]
            if row in chain:
                break
            chain.append(row)
            ident = value(row, "basedOn")
        return chain

    def style_of(self, ident: str) -> Style:
        """How a paragraph of this style is set."""
        ident = ident or self._normal
        if ident not in self._known:
            style = self._default
            for row in reversed(self._chain(ident)):
                style = self.of_run(row.find(f"{W}rPr"), style)
            self._known[ident] = style
        return self._known[ident]

    def of_run(self, properties: Any, base: Style) -> Style:
        """`base` changed by run properties. Colours by theme are unknown."""
        if properties is None:
            return base
        character = value(properties, "rStyle")
        if character:
            for row in reversed(self._chain(character)):
                base = self.of_run(row.find(f"{W}rPr"), base)
        size, color = value(properties, "sz"), value(properties, "color")
        bold = on(properties, "b") if properties.find(f"{W}b") is not None else base.bold
        italic = on(properties, "i") if properties.find(f"{W}i") is not None else base.italic
        fonts = properties.find(f"{W}rFonts")
        font = fonts.get(f"{W}ascii", "") if fonts is not None else ""
        if _is_paper(properties.find(f"{W}color")):
            shade = "#ffffff"
        elif color:
            shade = f"#{color.lower()}" if _RGB.fullmatch(color) else ""
        else:
            shade = base.color
        halves = decimal_of(size)
        points = base.size if halves is None else halves / 2
        return Style(points, bold, italic, shade, font or base.font)

    def vanishes(self, properties: Any, ident: str) -> bool:
        """Whether a run of a paragraph of this style is hidden: by itself, its character style or the paragraph's."""
        if properties is not None and properties.find(f"{W}vanish") is not None:
            return on(properties, "vanish")
        named = value(properties, "rStyle"), ident or self._normal
        if named not in self._vanishing:
            rows = [row.find(f"{W}rPr") for name in named for row in self._chain(name)]
            stated = (
                on(row, "vanish") for row in rows if row is not None and row.find(f"{W}vanish") is not None
            )
            self._vanishing[named] = next(stated, False)
        return self._vanishing[named]

    def heading_level(self, ident: str, properties: Any) -> int:
        """1 to 9 for headings, by outline level or by the style's name; 0 for other paragraphs."""
        levels = [value(properties, "outlineLvl")]
        for row in self._chain(ident):
            named = _HEADING.match(value(row, "name"))
            if named:
                return int(named.group(1))
            levels.append(value(row.find(f"{W}pPr"), "outlineLvl"))
        numbers = (number_of(level) for level in levels)
        return next((number + 1 for number in numbers if number is not None and number < 9), 0)

    def is_shaded(self, ident: str, properties: Any) -> bool:
        """Whether a paragraph has a background of its own."""
        return self.has_shade(properties) or any(
            self.has_shade(row.find(f"{W}pPr")) for row in self._chain(ident)
        )

    def has_shade(self, properties: Any) -> bool:
        """Whether these properties set a background that is not white."""
        shade = properties.find(f"{W}shd") if properties is not None else None
        if shade is None:
            return False
        fill = shade.get(f"{W}fill", "auto").lower()
        return bool(shade.get(f"{W}themeFill")) or fill not in {"auto", "ffffff", ""}

    def numbering_of(self, ident: str) -> Any:
        """The w:numPr that a style brings, or None."""
        for row in self._chain(ident):
            properties = row.find(f"{W}pPr")
            found = properties.find(f"{W}numPr") if properties is not None else None
            if found is not None:
                return found
        return None


class Numbering:
    """The numbering part, with counters of the lists that are being read."""

    def __init__(self, root: Any) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._count: Counter[tuple[str, str]] = Counter()
        if root is None:
            return
        abstract = {
            row.get(f"{W}abstractNumId", ""): {
                level.get(f"{W}ilvl", "0"): value(level, "numFmt") for level in row.iter(f"{W}lvl")
            }
            for row in root.iter(f"{W}abstractNum")
        }
        for row in root.iter(f"{W}num"):
            for level, form in abstract.get(value(row, "abstractNumId"), {}).items():
                self._formats[(row.get(f"{W}numId", ""), level)] = form

    def marker(self, ident: str, properties: Any, styles: Styles) -> str:
        """The sign before a list paragraph: a bullet, a number such as "2.", or "" outside of lists."""
        row = properties.find(f"{W}numPr") if properties is not None else None
        if row is None:
            row = styles.numbering_of(ident)
        number = value(row, "numId") if row is not None else ""
        if not number or number == "0":
            return ""
        key = (number, value(row, "ilvl") or "0")
        form = self._formats.get(key, "bullet")
        if form in {"none", ""}:
            return ""
        if form == "bullet":
            return "\u2022"
        self._count[key] += 1
        return f"{self._count[key]}."
