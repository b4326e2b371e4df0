"""Phrases of the cue lists as regular expressions over a plain reading of a text.

The plain reading has exactly as many characters as the text, so that every find keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\u2013\u2014\u2015", "\u2013"),
        **dict.fromkeys("\u00a0\u202f\u2009\n\r\t*`\u00ae\u2122", " "),
    }
)
_GAP = r"(?:[^\w.;:,]+[\w'/+#-]+){0,4}?"
_BETWEEN = r"[\s\-\u2013]+"


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """`text` in lower case with plain quotes, dashes and blanks; as long as `text`."""
    return "".join(low if len(low := each.lower()) == 1 else each for each in text.translate(_SAME))


def _word(word: str) -> str:
    choices = []
    for choice in word.split("|"):
        if choice == "#":
            choices.append(r"(?:\d+(?:[.,]\d+)?\+?|one|two|three|four|five|six|seven|eight|nine|ten)")
        elif choice == "n't":
            choices.append(r"\w+n't")
        else:
            choices.append(re.escape(choice).replace(r"\*", r"\w*"))
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def pattern_of(phrase: str) -> str:
    """One phrase as a regular expression, without its word borders."""
    parts: list[str] = []
    gap = False
    for word in phrase.lower().replace("-", " ").split():
        if word == "...":
            gap = True
            continue
        if parts:
            parts.append((_GAP if gap else "") + (r"[^\w.;,]+" if gap else _BETWEEN))
        parts.append(_word(word))
        gap = False
    return "".join(parts)


@lru_cache(maxsize=512)
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `phrases` as whole words, longest first; matches nothing when there are none."""
    if not phrases:
        return re.compile(r"(?!)")
    ordered = sorted(phrases, key=lambda each: (-len(each.split()), -len(each), each))
    return re.compile(rf"(?<![\w]){_group(ordered)}(?![\w])(?!\+\+|#)")


def _group(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(pattern_of, phrases))})"


def found(
    phrases: tuple[str, ...], text: str, start: int = 0, end: int | None = None
) -> re.Match[str] | None:
    """The first of `phrases` in a plain text."""
    return compiled(phrases).search(text, start, len(text) if end is None else end)


def without_brackets(low: str) -> str:
    """A plain text with what stands in brackets blanked out; as long as before."""
    return re.sub(r"\([^()]*\)", lambda match: " " * len(match.group()), low)
