"""Which words are derived from one another: communicate, communicator and communicative are one family.

`word_forms.stem` parts only the endings of forms of one word, because it decides; here a looser kinship is wanted,
since the result is only ranked. In the manner of Porter's and Lovins' stemmers, without their conditions on syllables.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.text.spelling import british

_SUFFIXES = sorted(
    (
        "isational", "ational", "isation", "ation", "ations", "ative", "atively", "ator", "ators", "ate",
        "ates", "ated", "ating", "ive", "ively", "ives", "ivity", "ity", "ities", "ment", "ments", "ness",
        "nesses", "ance", "ances", "ence", "ences", "ancy", "ency", "ship", "ships", "fully", "ful", "less",
        "able", "ables", "ible", "ibles", "ically", "ical", "ic", "ics", "ial", "ially", "al", "ally",
        "ology", "ologies", "ologist", "ologists", "ist", "ists", "ism", "isms", "ise", "iser", "isers",
        "ised", "ising", "ion", "ions", "ure", "ures", "ing", "ings", "er", "ers", "or", "ors", "ed", "eds",
        "ied", "ies", "ly", "es", "s", "y", "e",
    ),
    key=lambda suffix: (-len(suffix), suffix),
)  # fmt: skip
_LEAST = 4
"""Letters that a family's root has at least."""

_ANALYSIS = re.compile(r"analy[st].*")
_ROOTS = (
    "apple", "audien", "audio", "authorit", "caption", "communicabl", "communit", "conversation",
    "creativ", "customer", "customis", "customs", "department", "experienc", "factor", "flower",
    "formal", "general", "generat", "importan", "improvis", "integrity", "objectiv", "organis", "party",
    "policy", "portion", "poster", "posture", "presenc", "relative", "pressure", "procedur", "process", "procur",
    "ready", "restor", "special", "species", "specif", "station", "statist", "suite", "tender",
    "universit",
)  # fmt: skip
"""Beginnings of words that share a shorter root with others of another meaning (process, procure; customer, customs)."""


@lru_cache(maxsize=65536)
def family(word: str) -> str:
    """The root of a folded word, at most two suffixes shorter, in British spelling. Not a word itself."""
    word = british(word)
    if own := next((root for root in _ROOTS if word.startswith(root)), None):
        return own
    root = _ANALYSIS.sub("analy", word)
    for _ in range(2):
        shorter = _without_suffix(root)
        if shorter == root:
            break
        root = shorter
    return root


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
            root = word[: -len(suffix)]
            # programming, controller; but selling and assessing
            doubled = len(root) > _LEAST and root[-1] == root[-2] and root[-1] not in "ls"
            return root[:-1] if doubled else root
    return word
