"""British and American spellings of a word."""

from __future__ import annotations

import re
from functools import lru_cache

_IZE = re.compile(r"(?<=\w{3})iz(?=(?:e|ed|er|ers|es|ing|ation|ations|able)\Z)")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e|ed|er|ers|es|ing|ation|ations|able)\Z)")
_YZE = re.compile(r"(?<=\w)lyz(?=(?:e|ed|er|ers|es|ing)\Z)")
_YSE = re.compile(r"(?<=\w)lys(?=(?:e|ed|er|ers|ing)\Z)")
_DOUBLED = re.compile(r"(?<=[^\W\d_]{2})(el|al)l(?=(?:ing|ed|er|ers)\Z)")
_SINGLE = re.compile(r"(?<=[^\W\d_]{2})(del|bel|vel|nal|cel)(?=(?:ing|ed|er|ers)\Z)")
_OUR = {"behavior": "behaviour", "color": "colour", "labor": "labour", "center": "centre", "centers": "centres",
        "catalog": "catalogue", "fiber": "fibre", "license": "licence", "defense": "defence", "favor": "favour",
        "behavioral": "behavioural", "program": "programme", "judgment": "judgement"}  # fmt: skip
_UK_US = {**_OUR, **{british: american for american, british in _OUR.items()}}


_DIGRAPHS = re.compile(r"[ao]e(?=[a-z]{4})|(?<=[a-z])ou(?=(?:r|ld)(?:[a-z]|\Z))")
_LAST_L = re.compile(r"(?<=[a-z]{2}e)ll(?=(?:ed|ing|ers?)\Z)")


@lru_cache(maxsize=16384)
def spelling_key(word: str) -> str:
    """One key for all spellings of a word: paediatric and pediatric, moulding and molding, centre and center."""
    word = british(_OUR.get(word, word))
    return _LAST_L.sub("l", _DIGRAPHS.sub(lambda each: "o" if each.group() == "ou" else "e", word))


def british(word: str) -> str:
    """A word with -ise and -yse for -ize and -yze; short words stay as they are."""
    return word.replace("iz", "is").replace("lyz", "lys") if len(word) > 5 else word


@lru_cache(maxsize=65536)
def other_spellings(word: str) -> tuple[str, ...]:
    """A word in British spelling where it is American, and the other way round; nothing if it has one spelling."""
    found = [_UK_US[word]] if word in _UK_US else []
    if len(word) > 4:
        for pattern, other in ((_IZE, "is"), (_ISE, "iz"), (_YZE, "lys"), (_YSE, "lyz")):
            changed = pattern.sub(other, word)
            if changed != word:
                found.append(changed)
        if _DOUBLED.search(word):
            found.append(_DOUBLED.sub(r"\1", word))
        elif _SINGLE.search(word):
            found.append(_SINGLE.sub(r"\1l", word))
    return tuple(found)
