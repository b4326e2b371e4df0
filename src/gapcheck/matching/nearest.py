"""Which skills of a taxonomy a text comes nearest to: all of them ranked by TF-IDF, for a person to choose from.

`similarity` accepts or refuses one phrase for one skill; here nothing is accepted, only put in order. It serves where
a reader looks for the taxonomy's word for something: a term of a job document that no name is, or a whole statement.

The text is cut into windows, runs of up to `LONGEST_WINDOW` content words that cross no sign, and the whole of it.
A name is as near as its nearest window: the mean of two cosines, of word stems and of character n-grams inside words
(scikit-learn's TfidfVectorizer; weights over the taxonomy's names, nothing from other texts). A word that no name has
counts in the norm. A window of one word is worth less than one of three: it says less.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from gapcheck.matching.similarity import content, stem
from gapcheck.matching.tokens import Token, norms, tokenize
from gapcheck.matching.wording import STOPS
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.model import Skill

LONGEST_WINDOW = 6
"""Content words of a window."""

_FULL_WINDOW = 3
_SHORTNESS = 0.25
"""A window of n words, fewer than `_FULL_WINDOW`, is worth (n / _FULL_WINDOW) ** _SHORTNESS."""


class Vocabulary(Protocol):
    """What is needed of a taxonomy."""

    @property
    def skills(self) -> Mapping[str, Skill]:
        """Every skill by its id."""


@dataclass(frozen=True, slots=True)
class Near:
    """A skill (its id) that `span` of the text comes near to, by the `name` that is nearest; `score` from 0 to 1."""

    skill: str
    name: str
    span: Span
    score: float


def rank_skills(text: str, taxonomy: Vocabulary, limit: int = 5) -> tuple[Near, ...]:
    """The `limit` skills that the text comes nearest to, nearest first, those of equal score by id.

    Skills that share no word or part of a word with the text are not among them.
    """
    return _indexed(taxonomy).ranked(text, limit)


def nearest_skills(text: str, taxonomy: Vocabulary, limit: int = 5) -> tuple[tuple[str, float], ...]:
    """The same as (skill id, score)."""
    return tuple((each.skill, each.score) for each in rank_skills(text, taxonomy, limit))


@dataclass(frozen=True, slots=True)
class _Window:
    words: tuple[str, ...]
    span: Span

    @property
    def worth(self) -> float:
        return float(min(1.0, len(self.words) / _FULL_WINDOW) ** _SHORTNESS)


class _Index:
    """The names of a taxonomy as rows of a sparse matrix, made once for each taxonomy."""

    def __init__(self, taxonomy: Vocabulary) -> None:
        # nearly a second that other commands need not pay
        from scipy.sparse import hstack  # noqa: PLC0415
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

        rows = [
            (id_, name, words) for id_, name in _names(taxonomy.skills.values()) if (words := _words(name))
        ]
        self._skills = [id_ for id_, _, _ in rows]
        self._names = [name for _, name, _ in rows]
        self._stems = TfidfVectorizer(analyzer=_stems)
        self._grams = TfidfVectorizer(analyzer=_grams, sublinear_tf=True)
        self._matrix: Any = None
        if rows:
            texts = [words for _, _, words in rows]
            self._matrix = hstack(
                [self._stems.fit_transform(texts), self._grams.fit_transform(texts)]
            ).T.tocsr()
            # scikit-learn's smoothed idf of a term that stands in no name
            self._unseen = math.log(1 + len(rows)) + 1

    def ranked(self, text: str, limit: int) -> tuple[Near, ...]:
        windows = list(_windows(text))
        if self._matrix is None or not windows:
            return ()
        found: dict[str, Near] = {}
        for row, at, score in self._scores(windows):
            if score <= 0 or len(found) == limit:
                break
            skill = self._skills[row]
            found.setdefault(skill, Near(skill, self._names[row], windows[at].span, score))
        return tuple(found.values())

    def _scores(self, windows: Sequence[_Window]) -> Iterator[tuple[int, int, float]]:
        """The names, nearest first: the row of each, the number of its nearest window, and how near that is."""
        import numpy as np  # noqa: PLC0415
        from scipy.sparse import diags, hstack  # noqa: PLC0415

        texts = [window.words for window in windows]
        stems = diags([self._seen(words) for words in texts]) @ self._stems.transform(texts)
        terms = diags([window.worth / 2 for window in windows]) @ hstack(
            [stems, self._grams.transform(texts)]
        )
        near = (terms.tocsr() @ self._matrix).toarray().round(4)
        best, which = near.max(axis=0), near.argmax(axis=0)
        # stable: rows stand in order of id
        for row in np.argsort(-best, kind="stable"):
            yield int(row), int(which[row]), float(best[row])

    def _seen(self, words: Sequence[str]) -> float:
        """The part of a window's norm that its known words make up; scikit-learn leaves the others out."""
        known, every = 0.0, 0.0
        for each in map(stem, words):
            column = self._stems.vocabulary_.get(each)
            square = (self._unseen if column is None else self._stems.idf_[column]) ** 2
            every += square
            known += 0.0 if column is None else square
        return math.sqrt(known / every)


_indexed: Derived[Vocabulary, _Index] = Derived(_Index)


def _names(skills: Iterable[Skill]) -> Iterator[tuple[str, str]]:
    for skill in sorted(skills, key=lambda each: each.id):
        for name in dict.fromkeys((skill.label, *(alias.name for alias in skill.aliases))):
            yield skill.id, name


def _words(text: str) -> tuple[str, ...]:
    return content(norms(text))


def _stems(words: Sequence[str]) -> list[str]:
    return [stem(word) for word in words]


def _grams(words: Sequence[str]) -> list[str]:
    """Character n-grams of 3 to 5 inside words with their edges as blanks (char_wb)."""
    padded = [f" {word} " for word in words]
    return [
        word[at : at + n] for word in padded for n in (3, 4, 5) for at in range(max(1, len(word) - n + 1))
    ]


def _windows(text: str) -> Iterator[_Window]:
    """Every run of content words that crosses no sign, and the whole text."""
    tokens = tokenize(text)
    seen: set[tuple[str, ...]] = set()
    for start, token in enumerate(tokens):
        for words, end in _runs(tokens, start) if content([token.norm]) else ():
            if words not in seen:
                seen.add(words)
                yield _Window(words, Span(token.start, tokens[end].end))
    if (whole := content(token.norm for token in tokens)) and whole not in seen:
        yield _Window(whole, Span(tokens[0].start, tokens[-1].end))


def _runs(tokens: Sequence[Token], start: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Runs that begin with this token, and the last token of each."""
    words: list[str] = []
    for at in range(start, len(tokens)):
        norm = tokens[at].norm
        if norm in STOPS or norm in {",", "/"} or len(words) == LONGEST_WINDOW:
            return
        if content([norm]):
            words.append(norm)
            yield tuple(words), at
