"""Text layers that cannot be read: glyphs without characters, letters that were shifted when the PDF was made."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the parent process judges texts without loading pdfminer
    from gapcheck.reading.pdf.glyphs import Glyph

LEAST_LETTERS = 200
LEAST_VOWELS = 0.2
"""Of all Latin letters; in the languages of Europe the share is 0.35 to 0.5, in shifted text about 0.15."""


def is_garbled(text: str) -> bool:
    """Whether a text of Latin letters has too few vowels to be of any language."""
    letters = [char for char in unicodedata.normalize("NFKD", text.casefold()) if "a" <= char <= "z"]
    if len(letters) < LEAST_LETTERS:
        return False
    return sum(char in "aeiouy" for char in letters) < LEAST_VOWELS * len(letters)


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
