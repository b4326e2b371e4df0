"""Text layers that are no text: letters that were shifted or drawn at random when the PDF was made."""

from __future__ import annotations

import unicodedata

LEAST_LETTERS = 200
LEAST_VOWELS = 0.2
"""Of all Latin letters; in the languages of Europe the share is 0.35 to 0.5, in shifted text about 0.15."""


def is_garbled(text: str) -> bool:
    """Whether a text of Latin letters has too few vowels to be of any language."""
    letters = [char for char in unicodedata.normalize("NFKD", text.casefold()) if "a" <= char <= "z"]
    if len(letters) < LEAST_LETTERS:
        return False
    return sum(char in "aeiouy" for char in letters) < LEAST_VOWELS * len(letters)
