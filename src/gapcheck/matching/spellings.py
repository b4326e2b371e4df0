"""The other spellings of a name, made once when the names are compiled: plurals, -ise and -ize, C I/C D ...

Only what is certain is made from rules. A brand (Keras, Pandas, Windows) has no singular; two letters of a camel
case name are never parted ("No SQL" is no NoSQL). Everything else is an alias, in the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.matching.tokens import norms

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
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_PLURAL = ("ics", "ss", "us", "is", "ing", "ness", "ment", "ship", "ity")


def variants(name: str, *, plural: bool = True) -> frozenset[tuple[str, ...]]:
    """Every token sequence by which a name is known, its own among them; `plural` makes number variants too."""
    own = norms(name)
    if not own:
        return frozenset()
    known = {own, *(norms(each) for each in _rewritten(name))}
    known |= {tuple("&" if word == "and" else word for word in words) for words in known}
    known |= {tuple("and" if word == "&" else word for word in words) for words in known if len(words) > 3}
    for at in range(len(own)):
        known |= {(*words[:at], other, *words[at + 1 :]) for words in known if at < len(words)
                  for other in _spellings(words[at])}  # fmt: skip
    if plural:
        known |= {(*words[:-1], other) for words in known for other in _numbers(words[-1], _shape(name))}
    return frozenset(words for words in known if words and any(map(len, words)))


def cased_variants(name: str) -> frozenset[str]:
    """Spellings that count only as printed: a camel case name in two words (Tensor Flow, Post Script)."""
    pieces = _CAMEL.split(name)
    if 1 < len(pieces) <= 3 and all(len(piece) > 2 and piece.isalpha() for piece in pieces):
        return frozenset({" ".join(piece[:1].upper() + piece[1:] for piece in pieces)})
    return frozenset()


def _rewritten(name: str) -> Iterator[str]:
    """The name with its signs written otherwise: Node.js -> nodejs, node js; CI/CD -> CI CD; scikit-learn -> scikitlearn."""
    if re.search(r"\w\.(?:js|ts|jl|py)\b", name, re.IGNORECASE):
        yield name.replace(".", "")
        yield name.replace(".", " ")
    if "/" in name and all(len(part) > 1 for part in name.split("/")):
        yield name.replace("/", " ")
    inner = re.search(r"[^\W\d_]{2}-[^\W\d_]{2}", name) or re.search(r"[a-z][A-Z]|[A-Z]{2}\b", name)
    glued = re.sub(r"[\s-]", "", name)
    if inner and glued != name and glued.isalpha() and 6 <= len(glued) <= 14:
        yield glued


def _spellings(word: str) -> Iterable[str]:
    if word in _UK_US:
        yield _UK_US[word]
    for pattern, other in ((_IZE, "is"), (_ISE, "iz"), (_YZE, "lys"), (_YSE, "lyz")):
        changed = pattern.sub(other, word)
        if changed != word:
            yield changed
    if _DOUBLED.search(word):
        yield _DOUBLED.sub(r"\1", word)
    elif _SINGLE.search(word):
        yield _SINGLE.sub(r"\1l", word)


def _shape(name: str) -> str:
    """`common` for words that are printed small, `short` for capitals only (CNN), `brand` for the rest."""
    words = name.split()
    last = words[-1]
    if last.isupper() and last.isalpha() and 2 <= len(last) <= 5:
        return "short"
    plain_words = len(words) > 1 and last.isalpha() and (last.islower() or last.istitle())
    return "common" if name.islower() or plain_words else "brand"


def _numbers(word: str, shape: str) -> Iterable[str]:
    """Plural of a singular and the other way; none where the word may be a brand."""
    if shape == "brand" or not word.isalpha():
        return
    if shape == "short":
        if not word.endswith("s"):
            yield word + "s"
        return
    if word.endswith("analysis"):
        yield word[:-2] + "es"
    elif word.endswith("analyses"):
        yield word[:-2] + "is"
    elif len(word) < 4 or word.endswith(_NO_PLURAL):
        return
    elif word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes")):
        yield word[:-2]
    elif word.endswith("s"):
        yield word[:-1]
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"
    elif word.endswith(("ch", "sh", "x")):
        yield word + "es"
    else:
        yield word + "s"
