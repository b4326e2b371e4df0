"""Names that a text shortens in the brackets behind them: each is one name, though commas or "and" join its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.spans import Span
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import plain

_SHORT = re.compile(r"\s?\(([A-Z]{3,8})\)")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_JOINED = re.compile(r"[\w'\u2019\s-]+(?:[,&/]|\band\b)[\w'\u2019\s,&/-]+")
_FARTHEST = 160
"""Characters before the brackets in which the name begins."""


def long_forms(text: str, names: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Where such names are: "Planning, Programming, Budgeting and Execution (PPBE)"; none whose short form is one of `names`."""
    found = []
    for short in _SHORT.finditer(text):
        start = _start(text, short.start(), short[1].lower())
        if start is None or Span(*short.span(1)) in names:
            continue
        if _JOINED.fullmatch(text, start, short.start()):
            found.append(Span(start, short.start()))
    return tuple(found)


def _start(text: str, end: int, letters: str) -> int | None:
    """Where the words before `end` begin of which `letters` are the first; small words between them may have none."""
    words = list(_WORD.finditer(text, max(end - _FARTHEST, 0), end))
    for letter in reversed(letters):
        while words and plain(words[-1].group()) in FUNCTION_WORDS and words[-1].group()[0].lower() != letter:
            words.pop()
        if not words or words[-1].group()[0].lower() != letter:
            return None
        start = words.pop().start()
    return start
