"""TF-IDF over the names of a taxonomy: how telling a term is, and how near two sequences of terms come.

The weights are scikit-learn's. They come from the names alone, never from the documents at hand, so that a result does
not depend on who else applied. A term that no name has gets the largest weight and counts in the norm:
`TfidfVectorizer.transform` would drop it, and call "statistics clerk" statistics.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gapcheck.lazy import LazyModule

_SPARSE = LazyModule("scipy.sparse")
_TEXT = LazyModule("sklearn.feature_extraction.text")

Words = tuple[str, ...]


def character_ngrams(words: Sequence[str]) -> list[str]:
    """The character n-grams of 3 to 5 inside words, with the edges of the words as blanks."""
    padded = [f" {word} " for word in words]
    return [
        word[at : at + n] for word in padded for n in (3, 4, 5) for at in range(max(1, len(word) - n + 1))
    ]


class TermVector(NamedTuple):
    """The weight of each term of a text, and the length of them all."""

    values: Mapping[str, float]
    norm: float

    def cosine(self, other: TermVector) -> float:
        """How near another one is, 0 to 1."""
        theirs = other.values
        if self.values.keys().isdisjoint(theirs):
            return 0.0
        dot = sum(value * theirs[term] for term, value in self.values.items() if term in theirs)
        norm = self.norm * other.norm
        return dot / norm if norm else 0.0


@dataclass(frozen=True)
class TermWeights:
    """The inverse document frequency of each term of the names; `unseen` is that of any other term."""

    idf: Mapping[str, float]
    unseen: float

    @classmethod
    def of(cls, names: Sequence[Sequence[str]]) -> TermWeights:
        """The weights over names, each a sequence of terms."""
        if not any(names):
            return cls({}, 1.0)
        vectorizer = _TEXT.TfidfVectorizer(analyzer=list)
        return _weights(vectorizer.fit(names), names)

    def weight(self, term: str) -> float:
        """How telling a term is."""
        return self.idf.get(term, self.unseen)

    def cosine(self, one: Sequence[str], other: Sequence[str]) -> float:
        """The cosine of two sequences of terms, 0 to 1."""
        return self.vector(one).cosine(self.vector(other))

    def vector(self, terms: Sequence[str]) -> TermVector:
        """A sequence of terms, to be compared with several others."""
        values = {term: count * self.weight(term) for term, count in Counter(terms).items()}
        return TermVector(values, math.hypot(*values.values()))


class TermMatrix:
    """The names of a taxonomy as sparse vectors of one kind of term, to be compared with many texts at once.

    `terms` makes the terms of words. `whole`: they are words, which count once each; a term that no name has then
    counts in a text's norm. Else they are parts of words, with the logarithm of their counts.
    """

    def __init__(self, names: Sequence[Words], terms: Callable[[Words], list[str]], *, whole: bool) -> None:
        self._terms, self._whole = terms, whole
        self._vectorizer: Any = _TEXT.TfidfVectorizer(analyzer=terms, sublinear_tf=not whole)
        self._matrix = self._vectorizer.fit_transform(names).T.tocsr()
        self._weights = _weights(self._vectorizer, names)

    def cosines(self, texts: Sequence[Words]) -> Any:
        """A row for each text and a column for each name."""
        vectors = self._vectorizer.transform(texts)
        if self._whole:
            vectors = _SPARSE.diags([self._known(words) for words in texts]) @ vectors
        return (vectors @ self._matrix).toarray()

    def _known(self, words: Words) -> float:
        """The part of a text's norm that its known words make up; scikit-learn leaves the others out."""
        terms = self._terms(words)
        known = math.hypot(*(self._weights.weight(term) for term in terms if term in self._weights.idf))
        return known / math.hypot(*map(self._weights.weight, terms))


def _weights(vectorizer: Any, names: Sequence[object]) -> TermWeights:
    pairs = zip(vectorizer.get_feature_names_out(), map(float, vectorizer.idf_), strict=True)
    # scikit-learn's smoothed inverse document frequency of a term that is in no name
    return TermWeights(dict(pairs), math.log(1 + len(names)) + 1)
