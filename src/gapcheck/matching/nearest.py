"""Which skills of a taxonomy a text comes nearest to, by TF-IDF: ranked, for a person to choose from.

`similarity` accepts or refuses one phrase for one skill, and counts; here nothing counts, it is only put in order. It
serves where a reader looks for the taxonomy's word for something: a term of a job document that no name is, or a
whole statement.

The text's `windows`, and what a `thesaurus` says in other words, are compared with every name: the mean of the
cosines of word families, of concepts (families with their synonyms as one) and of character n-grams inside words.
The weights are scikit-learn's, over the taxonomy's names, from no other text. A word that no name has counts in the
norm. A window of one word is worth less than one of three, unless it is the name: it says less. A name is as near as
its nearest window; one that both the text and its other words come near to is a little nearer.

The shares and trusts were chosen on two sets of sentences of job ads, with the same values for both, where the result
hardly depends on them (see benchmarks/README.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gapcheck.lazy import LazyModule
from gapcheck.matching.tfidf import TermMatrix, character_ngrams
from gapcheck.matching.thesaurus import Thesaurus, Window, windows
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.tokens import norms
from gapcheck.text.word_forms import family

_NUMPY = LazyModule("numpy")

_FULL_WINDOW = 3
_SHORTNESS = 0.25
"""A window of n words, fewer than `_FULL_WINDOW`, is worth (n / _FULL_WINDOW) ** _SHORTNESS."""

_FAMILIES, _CONCEPTS, _GRAMS = 0.4, 0.2, 0.4
"""The shares of the three cosines."""

_SECOND = 0.1
"""How far the other way (the text itself, or its other words) fills what the nearer one leaves up to 1."""

NEAR_ENOUGH = 0.75
"""The score from which `tag_skills` takes a skill for meant."""

_LEAST = 0.25
"""Below this score only parts of words are shared."""

_CANDIDATES = 100


@dataclass(frozen=True, slots=True)
class Near:
    """A skill (its id) that `span` of the text comes near to, by the `name` that is nearest; `score` from 0 to 1."""

    skill: str
    name: str
    span: Span
    score: float


def rank_skills(
    text: str, taxonomy: Taxonomy, limit: int = 5, *, thesaurus: Taxonomy | None = None
) -> tuple[Near, ...]:
    """The `limit` skills that the text comes nearest to, nearest first, those of equal score by id.

    Skills that share hardly a part of a word with the text, nor with what the thesaurus makes of it, are not among
    them. `thesaurus` is a taxonomy whose names and synonyms say the text in other words; the taxonomy itself, if
    none is given.
    """
    words = _thesaurus(thesaurus or taxonomy)
    return _names(taxonomy).index(words).ranked(text, limit)


def nearest_skills(
    text: str, taxonomy: Taxonomy, limit: int = 5, *, thesaurus: Taxonomy | None = None
) -> tuple[tuple[str, float], ...]:
    """The same as (skill id, score)."""
    return tuple((each.skill, each.score) for each in rank_skills(text, taxonomy, limit, thesaurus=thesaurus))


def tag_skills(
    text: str, taxonomy: Taxonomy, *, thesaurus: Taxonomy | None = None, least: float = NEAR_ENOUGH
) -> tuple[Near, ...]:
    """The skill that each part of the text means, in order of place, where one is near enough (`least`).

    Of two that overlap the nearer is taken. For people to look through: it reads no negation.
    """
    kept: list[Near] = []
    for near in rank_skills(text, taxonomy, _CANDIDATES, thesaurus=thesaurus):
        if near.score >= least and not any(near.span.overlaps(other.span) for other in kept):
            kept.append(near)
    return tuple(sorted(kept, key=lambda each: (each.span, each.skill)))


@dataclass(frozen=True, slots=True)
class _RankedName:
    skill: str
    printed: str
    words: tuple[str, ...]


class _Names:
    """The names of a taxonomy in order of id, and an index of them for each thesaurus, each made once."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        rows = tuple(_named(taxonomy.skills.values()))
        self.index: Derived[Thesaurus, _Index] = Derived(lambda thesaurus: _Index(rows, thesaurus))


class _Index:
    """Names as columns of a sparse matrix of terms."""

    def __init__(self, names: Sequence[_RankedName], thesaurus: Thesaurus) -> None:
        self._names = names
        self._thesaurus = thesaurus
        self._rows: dict[tuple[str, ...], list[int]] = {}
        for at, name in enumerate(names):
            self._rows.setdefault(name.words, []).append(at)
        words = [name.words for name in names]
        terms = (
            (_FAMILIES, lambda each: list(map(family, each)), True),
            (_CONCEPTS, lambda each: list(map(thesaurus.concept, each)), True),
            (_GRAMS, character_ngrams, False),
        )
        self._matrices = [(share, TermMatrix(words, of, whole=whole)) for share, of, whole in terms if words]

    def ranked(self, text: str, limit: int) -> tuple[Near, ...]:
        found: dict[str, Near] = {}
        for at, window, score in self._scores(text) if self._names else ():
            if score < _LEAST or len(found) == limit:
                break
            name = self._names[at]
            found.setdefault(name.skill, Near(name.skill, name.printed, window.span, score))
        return tuple(found.values())

    def _scores(self, text: str) -> Iterator[tuple[int, Window, float]]:
        """Every name, nearest first, with its nearest window and how near that is."""
        said, meant = windows(text), self._thesaurus.otherwise(text)
        if not said:
            return
        near = self._near((*said, *meant))
        which = near.argmax(axis=0)
        one = near[: len(said)].max(axis=0)
        other = near[len(said) :].max(axis=0) if meant else _NUMPY.zeros_like(one)
        best = _NUMPY.maximum(one, other)
        best = (best + _SECOND * _NUMPY.minimum(one, other) * (1 - best)).round(4)
        for name in _NUMPY.argsort(-best, kind="stable"):
            yield int(name), (*said, *meant)[which[name]], float(best[name])

    def _near(self, found: Sequence[Window]) -> Any:
        """A row for each window and a column for each name."""
        texts = [window.words for window in found]
        near = sum(share * matrix.cosines(texts) for share, matrix in self._matrices) * _NUMPY.array(
            [[_worth(each)] for each in found]
        )
        for at, window in enumerate(found):
            near[at, self._rows.get(window.words, [])] = window.trust
        return near


_names: Derived[Taxonomy, _Names] = Derived(_Names)
_thesaurus: Derived[Taxonomy, Thesaurus] = Derived(Thesaurus)


def _named(skills: Iterable[Skill]) -> Iterator[_RankedName]:
    for skill in sorted(skills, key=lambda each: each.id):
        for printed in dict.fromkeys((skill.label, *(alias.name for alias in skill.aliases))):
            if words := content(norms(printed)):
                yield _RankedName(skill.id, printed, words)


def _worth(window: Window) -> float:
    return window.trust * float(min(1.0, len(window.words) / _FULL_WINDOW) ** _SHORTNESS)
