"""Words that mix alphabets: letters that look like Latin ones and are not, so that people and programs read another word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.spans import Span

_LIKE_LATIN = "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухһԁԛԝαοικνρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
"""Letters of the Cyrillic and Greek alphabets that are drawn like Latin ones; those of formulas (μ, Δ, π) are not."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_MIXED = re.compile(rf"(?<!\w)(?=\w{{0,40}}[{_LATIN}])(?=\w{{0,40}}[{_LIKE_LATIN}])[^\W\d_]{{3,40}}(?!\w)")


def mixed_words(text: str) -> Iterator[Span]:
    """The words of at least three letters in which Latin letters are beside others that only look like them."""
    for found in _MIXED.finditer(text):
        yield Span(*found.span())
