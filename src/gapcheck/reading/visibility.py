"""Whether a page shows an element, by its style: colour, size, scale, box, clip, position and visibility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gapcheck.text.numbers import decimal_of

Css = Mapping[str, str]
_NUMBER = re.compile(r"-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")
_LENGTH = re.compile(rf"\s*({_NUMBER.pattern})\s*(px|pt|em|rem|%|vw|vh|deg|)")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0}
_TINY = 2
_FAR, _FARTHER = -100, -999
"""Pixels, points or per cent to the left, and to any side, from which text lies off the page."""
_ZERO_SCALE = re.compile(r"\b(?:scale(?:3d|x|y)?\(\s*(?:0?\.0\d*|0)\s*[,)]|rotate[xy]\(\s*90deg)")
_CLIPPED = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?(?:\s*,\s*0(?:px|%)?\s+0(?:px|%)?)*\s*\)"
)
_RECT = re.compile(r"rect\(([^)]{0,80})\)")
_PLACES = ("right", "top", "bottom", "margin-left", "margin-top", "inset-inline-start")
_NAMED = {"white": (255, 255, 255), "snow": (255, 250, 250), "black": (0, 0, 0), "ivory": (255, 255, 240),
          "ghostwhite": (248, 248, 255), "whitesmoke": (245, 245, 245), "floralwhite": (255, 250, 240)}  # fmt: skip
_NO_GROUND = ("", "none", "transparent", "inherit", "initial", "unset")
_PAPER = (255, 255, 255)
_NEAR = 13
"""Steps of 256 in each colour by which ink cannot be told from its paper."""
_Rgb = tuple[int, int, int]


def declarations(text: str) -> dict[str, str]:
    """Property -> value of a style attribute or the body of a rule; what is marked as important goes before the rest."""
    found: dict[str, str] = {}
    important = set()
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name, value = name.strip().lower(), value.strip().lower()
        value, mark, _ = value.partition("!")
        if colon and (mark or name not in important):
            found[name] = value.strip()
            important |= {name} if mark else set()
    return found


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and body of each rule of a style sheet."""
    for part in re.sub(r"/\*(?>.*?(?:\*/|\Z))", "", sheet, flags=re.DOTALL).split("}"):
        selectors, brace, body = part.rpartition("{")
        if brace:
            yield selectors.rpartition("{")[2], body


def points(size: str) -> float:
    """A font size in points, 0 where it is none that stands alone."""
    found = _LENGTH.fullmatch(size)
    if found is None or found[2] not in {"px", "pt"}:
        return 0.0
    return max((decimal_of(found[1]) or 0.0) * _POINTS[found[2]], 0.0)


def why_hidden(css: Css, *, painted: bool) -> str:
    """The reason why an element of this style is not seen, "" if it is; `painted` is what has a ground of its own colour."""
    if _is_invisible(css):
        return "invisible"
    if _is_tiny(css.get("font-size", "")):
        return "tiny"
    if _is_far(css):
        return "off-page"
    return "white" if _is_in_the_colour_of_its_ground(css, painted=painted) else ""


def _is_invisible(css: Css) -> bool:
    if css.get("display") == "none" or css.get("visibility") in {"hidden", "collapse"}:
        return True
    if css.get("content-visibility") == "hidden" or _share(css.get("opacity", "1")) < 0.05:
        return True
    if "opacity(0" in css.get("filter", "").replace("0.", "1"):
        return True
    if _ZERO_SCALE.search(css.get("transform", "")) or css.get("scale") == "0" or css.get("zoom") == "0":
        return True
    if _CLIPPED.search(css.get("clip-path", "")) or _is_clipped(css.get("clip", "")):
        return True
    boxes = (css.get(name, "") for name in ("width", "height", "max-width", "max-height"))
    return css.get("overflow") in {"hidden", "clip"} and any(_size(box) in {0.0, 1.0} for box in boxes)


def _is_clipped(clip: str) -> bool:
    """Whether a rectangle shows nothing: rect(0,0,0,0), rect(1px 1px 1px 1px)."""
    found = _RECT.search(clip)
    return found is not None and len(set(_NUMBER.findall(found[1]))) == 1


def _share(stated: str) -> float:
    number = decimal_of(stated.rstrip("% "))
    if number is None:
        return 1.0
    return number / 100 if stated.rstrip().endswith("%") else number


def _size(stated: str) -> float | None:
    found = _LENGTH.fullmatch(stated)
    return decimal_of(found[1]) if found and found[2] in {"px", "pt", ""} else None


def _is_tiny(size: str) -> bool:
    found = _LENGTH.fullmatch(size)
    if found is None:
        return False
    number, unit = decimal_of(found[1]), found[2]
    if number is None:
        return False
    if unit == "%":
        return number < 10
    return number == 0 or (unit in _POINTS and number * _POINTS[unit] < _TINY)


def _is_far(css: Css) -> bool:
    near = any(_is_below(css.get(name, ""), _FAR) for name in ("left", "text-indent"))
    places = (*(css.get(name, "") for name in _PLACES), *_translations(css.get("transform", "")))
    return near or any(_is_below(place, _FARTHER) for place in places)


def _is_below(stated: str, bound: int) -> bool:
    found = _LENGTH.match(stated)
    number = decimal_of(found[1]) if found else None
    return number is not None and number <= bound


def _translations(transform: str) -> list[str]:
    found = re.search(r"translate(?:3d|x|y)?\(([^)]{0,80})\)", transform)
    return found[1].split(",") if found else []


def _is_in_the_colour_of_its_ground(css: Css, *, painted: bool) -> bool:
    if "transparent" in (css.get("color"), css.get("-webkit-text-fill-color")):
        return not css.get("background-clip") and not css.get("-webkit-background-clip")
    ink = _color(css.get("-webkit-text-fill-color") or css.get("color", ""))
    if ink is None:
        return False
    ground = css.get("background-color") or css.get("background", "")
    paper = _color(ground) or _color(ground.partition(" ")[0])
    if paper is None and (painted or ground not in _NO_GROUND):
        return False
    return all(abs(one - other) < _NEAR for one, other in zip(ink, paper or _PAPER, strict=True))


def _color(stated: str) -> _Rgb | None:
    """The colour that a value names; None for one that is not known, or that lets the ground through."""
    stated = stated.strip()
    if stated in _NAMED:
        return _NAMED[stated]
    if re.fullmatch(r"#[0-9a-f]{3}", stated):
        stated = "#" + "".join(2 * digit for digit in stated[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", stated):
        return int(stated[1:3], 16), int(stated[3:5], 16), int(stated[5:7], 16)
    numbers = _NUMBER.findall(stated) if stated.startswith("rgb") else []
    if len(numbers) == 3 or (len(numbers) == 4 and _share(numbers[3]) > 0.5):
        red, green, blue = (min(int(decimal_of(each) or 0), 255) for each in numbers[:3])
        return red, green, blue
    return None
