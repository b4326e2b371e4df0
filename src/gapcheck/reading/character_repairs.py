"""Small repairs of the characters in PDFs: ligatures, accents, dashes, soft hyphens, bullets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gapcheck.reading.pdf.pieces import Char

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Only these seven: a full compatibility folding would rewrite superscripts and circled digits too."""

HYPHENS = {"\u00ad": "-", "\u2010": "-", "\u2011": "-", "\x02": "-", "\ufffe": "-", "\uffff": "-"}
BULLETS = frozenset(
    "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25ac\u25ae\u25b6\u25b8\u25b9\u25ba\u25bb"
    "\u25c6\u25c7\u25c8\u25c9\u25ca\u25cb\u25ce\u25cf\u25d8\u25d9\u25e6\u25fb\u25fc\u25fd\u25fe\u2605\u2606"
    "\u2666\u2713\u2714\u2726\u2727\u2756\u2794\u2799\u279b\u279c\u279e\u27a2\u27a4\u27a5\u27f6\u2981\u29bf"
    "\u2b1b\u2b1c\u2b25\u2b9a\u2b9e\u00b7\u22c5\u2217\u204e\u25cc\u2b24\u26ab\u26aa\u2012"
)
SPACING_ACCENTS = {
    "\u0060": "\u0300",
    "\u00b4": "\u0301",
    "\u02c6": "\u0302",
    "\u005e": "\u0302",
    "\u02dc": "\u0303",
    "\u007e": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
    "\u02db": "\u0328",
}
_BYTES = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_SIZES = (
    dict.fromkeys(range(0xC2, 0xE0), 2)
    | dict.fromkeys(range(0xE0, 0xF0), 3)
    | dict.fromkeys(range(0xF0, 0xF5), 4)
)
"""How many bytes of UTF-8 a first byte opens."""
_CUT_SHORT = {"Â": " ", "ï¼": ","}
"""What is left of a wide blank and of a wide comma whose last byte is no printable character."""
_NOTHING_TO_REPAIR = re.compile(r"[ -\]_a-}\u2013\u2014\u2018-\u201e\u2022\u2026]*")
"""The usual characters of English text, none of them an accent, a control or an odd hyphen."""
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\[\d{1,3}\]|\(?[a-z][.)])(?=\s)")


def is_space(text: str) -> bool:
    """Whether a glyph's text is white space of any width."""
    return not text.strip() or text in "\u200b\u2060\ufeff"


def composed(chars: list[Char]) -> list[Char]:
    """Join accents that are separate characters with their letter, and make odd hyphens "-"."""
    if _NOTHING_TO_REPAIR.fullmatch("".join([char.text for char in chars])):
        return chars
    result: list[Char] = []
    for char in _decoded(chars) if any("Â" <= char.text <= "ô" for char in chars) else chars:
        char.text = HYPHENS.get(char.text, char.text)
        if char.text < " " or "\u200b" <= char.text <= "\u200f":
            continue
        if result and _join(result[-1], char):
            continue
        result.append(char)
    return result


def _decoded(chars: list[Char]) -> list[Char]:
    """Characters of UTF-8 that was taken for Windows-1252 put right ("â€“" is a dash, "Â·" a dot)."""
    result: list[Char] = []
    at = 0
    while at < len(chars):
        char = chars[at]
        size = _SIZES.get(_BYTES.get(char.text, 0), 1)
        printed = [each.text for each in chars[at : at + size]]
        try:
            decoded = bytes(_BYTES[each] for each in printed).decode() if size > 1 else ""
        except (KeyError, UnicodeDecodeError):
            decoded = _CUT_SHORT.get("".join(printed).rstrip(), "")
            size = len("".join(printed).rstrip()) if decoded else 1
        if decoded:
            char.text, char.x1 = decoded, chars[at + size - 1].x1
        result.append(char)
        at += size
    return result


def _join(last: Char, char: Char) -> bool:
    """Join an accent with its letter, whichever is drawn first, if the two overlap."""
    if unicodedata.combining(char.text):
        mark, letter = char.text, last.text
    else:
        overlap = min(last.x1, char.x1) - max(last.x0, char.x0)
        narrow = min(last.x1 - last.x0, char.x1 - char.x0)
        if overlap < 0.5 * narrow or narrow <= 0:
            return False
        if last.text in SPACING_ACCENTS and char.text.isalpha():
            mark, letter = SPACING_ACCENTS[last.text], char.text
        elif char.text in SPACING_ACCENTS and last.text.isalpha():
            mark, letter = SPACING_ACCENTS[char.text], last.text
        else:
            return False
    letter = {"\u0131": "i", "\u0237": "j"}.get(letter, letter)
    joined = unicodedata.normalize("NFC", letter + mark)
    if len(joined) != 1:
        return False
    last.text = joined
    last.x0, last.x1 = min(last.x0, char.x0), max(last.x1, char.x1)
    return True


def marker_of(text: str) -> str:
    """The bullet or number at the start of a line, without the space after it; "" if there is none."""
    start = text[:2]
    if start[:1] in BULLETS:
        return start[0]
    if re.match(r"[-–—*>§+]\s", start):
        return start[0]
    numbered = NUMBERED.match(text)
    return numbered.group() if numbered else ""
