"""The other spellings of a name, made once when the names are compiled: plurals, -ise and -ize, C I/C D ...

Only what is certain is made from rules. A brand (Keras, Pandas, Windows) has no singular; two letters of a camel
case name are never parted ("No SQL" is no NoSQL). Everything else is an alias, in the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapcheck.text.inflection import plural, singular
from gapcheck.text.spelling import other_spellings
from gapcheck.text.tokens import norms

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JS = re.compile(r"\w\.(?:js|ts|jl|py)\b", re.IGNORECASE)
_LONG_PARTS = re.compile(r"[^\W\d_]{2}-[^\W\d_]{2}")
_NO_PLURAL = ("ics", "ss", "us", "is", "ing", "ness", "ment", "ship", "ity")


def variants(name: str, *, plural: bool = True) -> frozenset[tuple[str, ...]]:
    """Every token sequence by which a name is known, its own among them; `plural` makes number variants too."""
    own = names_norms(name)
    if not own:
        return frozenset()
    known = {own}
    if not _is_simple(name):
        known.update(map(norms, _rewritten(name)))
    if "&" in own or "and" in own:
        swapped = {"and": "&", "&": "and"}
        known |= {tuple(swapped.get(word, word) for word in words) for words in known}
    for at, word in enumerate(own):
        if others := other_spellings(word):
            known |= {
                (*words[:at], other, *words[at + 1 :])
                for words in known
                if at < len(words) and words[at] == word
                for other in others
            }
    if plural and (shape := _shape(name)) != "brand":
        known |= {(*words[:-1], other) for words in known for other in _numbers(words[-1], shape)}
    known.discard(())
    return frozenset(known)


def names_norms(name: str) -> tuple[str, ...]:
    """The folded tokens of a name; those of plain words without reading every sign."""
    return tuple(name.lower().split()) if _is_simple(name) else norms(name)


def _is_simple(name: str) -> bool:
    return name.isascii() and name.replace(" ", "").isalpha() and "    " not in name


def cased_variants(name: str) -> frozenset[str]:
    """Spellings that count only as printed: a camel case name in two words (Tensor Flow, Post Script)."""
    if name.islower() or name.isupper() or " " in name:
        return frozenset()
    pieces = _CAMEL.split(name)
    if 1 < len(pieces) <= 3 and all(len(piece) > 2 and piece.isalpha() for piece in pieces):
        return frozenset({" ".join(piece[:1].upper() + piece[1:] for piece in pieces)})
    return frozenset()


def _rewritten(name: str) -> Iterator[str]:
    """The name with its signs written otherwise: Node.js -> nodejs; CI/CD -> CI CD; scikit-learn -> scikitlearn."""
    if _JS.search(name):
        yield name.replace(".", "")
        yield name.replace(".", " ")
    if "/" in name and all(len(part) > 1 for part in name.split("/")):
        yield name.replace("/", " ")
    glued = name.replace(" ", "").replace("-", "")
    if "-" in name and glued.isalpha() and 6 <= len(glued) <= 14 and _LONG_PARTS.search(name):
        yield glued


def _shape(name: str) -> str:
    """`common` for words that are printed small, `short` for capitals only (CNN), `brand` for the rest."""
    last = name.rsplit(maxsplit=1)[-1]
    if last.isupper() and last.isalpha() and 2 <= len(last) <= 5:
        return "short"
    plain_words = last != name and last.isalpha() and (last.islower() or last.istitle())
    return "common" if name.islower() or plain_words else "brand"


@lru_cache(maxsize=65536)
def _numbers(word: str, shape: str) -> tuple[str, ...]:
    """The plural of a singular, or the other way; none where the word may be a brand."""
    if not word.isalpha():
        return ()
    if shape == "short":
        return () if word.endswith("s") else (f"{word}s",)
    if word.endswith("analysis"):
        return (plural(word),)
    if len(word) < 4 or word.endswith(_NO_PLURAL):
        return ()
    one = singular(word)
    return (one,) if one != word else (plural(word),)
