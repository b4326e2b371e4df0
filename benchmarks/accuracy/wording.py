# ruff: noqa: INP001  # one of the files of a script
"""When two pieces of text are held to say the same: labels were typed, documents were typeset."""

from __future__ import annotations

import re
import unicodedata

# what typesetting makes of a hyphen and of quotation marks; a soft hyphen is none
_TYPED = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("‘’", "'"), **dict.fromkeys("“”", '"'), "\u00ad": None})  # fmt: skip
_WORD = re.compile(r"[\w+#]+")
_SHORT = 2  # C, R, Go, ML: too short to be a part of a longer name


def folded(text: str) -> str:
    """In small letters, ligatures apart, each run of blanks one blank."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_TYPED).casefold().split())


def squeezed(text: str) -> str:
    """Without blanks and hyphens, so that the ends of lines make no difference."""
    return re.sub(r"[\s-]", "", folded(text))


def name(text: str) -> str:
    """The name of a skill, without regard to capitals and to hyphens between its words."""
    return re.sub(r"[\s_-]+", " ", folded(text)).strip()


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order; C++ and C# are words."""
    return tuple(_WORD.findall(folded(text)))


def within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words stand in the other text side by side, and are not none."""
    size = len(part)
    return size > 0 and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def length(text: tuple[str, ...]) -> int:
    """The letters of words with a blank between them."""
    return len(" ".join(text))


def akin(one: str, other: str) -> bool:
    """Whether two names are the same, or all words of one are in the other (Spark, Apache Spark)."""
    if one == other:
        return True
    ours, theirs = set(one.split()), set(other.split())
    return min(len(one), len(other)) > _SHORT and bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def singular(text: str) -> str:
    """The name with the plural's s off its words (APIs, API), punctuation left out."""
    return " ".join(
        word.removesuffix("s") if len(word) > _SHORT + 1 else word
        for word in re.findall(r"[\w+#.]+", name(text))
    )
