"""Words of languages that people speak, and how well: spoken_languages.yaml. What other words of facts there are is in `fact_words`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry

Cefr = Literal["a1", "a2", "b1", "b2", "c1", "c2"]
"""The levels of the Common European Framework of Reference, the lowest first."""


class TestScale(TaxonomyEntry):
    """The scores of a test up to its `highest`, with the `lowest` one of each level."""

    highest: float
    lowest: dict[Cefr, float]


class LanguageTest(TaxonomyEntry):
    """A test of one language, under all its `names`."""

    names: tuple[str, ...]
    language: str
    scales: tuple[TestScale, ...] = ()


class SpokenLanguageWords(TaxonomyEntry):
    """The whole file: names of `languages` as printed, words of `speech` near them, and the phrases of the `levels`.

    Those of `levels_before` say a level right before a name only; words of `beside` may be between both; behind
    `list_openers` it is that of a list, and with `of_all` in brackets that of all names. With `teaching` before a
    name, or `taught` right behind it, it is the pupils'. `tests` say it by a score, behind `score_words`.
    `below_levels` are all that is said behind a language of which somebody knows less than the lowest level, with
    `below_openers` before them; `beginnings` are said before it.
    `followers` may follow the name of a language; any other word makes it an adjective. `fillers` have no
    weight in a clause of bare names.
    """

    languages: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    levels: dict[Cefr, tuple[str, ...]] = Field(default_factory=dict)
    levels_before: dict[Cefr, tuple[str, ...]] = Field(default_factory=dict)
    beside: tuple[str, ...] = ()
    list_openers: tuple[str, ...] = ()
    of_all: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()
    tests: tuple[LanguageTest, ...] = ()
    score_words: tuple[str, ...] = ()
    below_levels: tuple[str, ...] = ()
    below_openers: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
