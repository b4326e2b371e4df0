"""Numbers in words: what "three" and "eighteen" count, for every part that reads a number from text."""

from __future__ import annotations

import re
from types import MappingProxyType

NUMBERS = MappingProxyType(
    {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    }
)  # fmt: skip
"""Word -> its value."""

NUMBER_WORDS = frozenset({*NUMBERS, "dozen", "several"} - {"one"})
"""Words that count in a pattern; "one" is left out, since it is more often a pronoun."""

_LONGEST = 9
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})")


def number_of(text: str) -> int | None:
    """The whole number that `text` is: ASCII digits (at most nine), or a word; None if it is neither."""
    folded = text.strip().casefold()
    if folded.isascii() and folded.isdigit():
        return int(folded) if len(folded) <= _LONGEST else None
    return NUMBERS.get(folded)


def decimal_of(text: str) -> float | None:
    """The number that `text` is, as CSS writes them: ASCII digits with a point, at most 9 before it and 20 behind it."""
    stated = text.strip()
    return float(stated) if _DECIMAL.fullmatch(stated) else None
