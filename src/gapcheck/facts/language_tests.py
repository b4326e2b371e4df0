"""Scores of tests of a language, with their level of the CEFR: "IELTS Academic 7.5", "TOEFL iBT 105", "DALF C1", "JLPT N2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.spoken_language_words import SpokenLanguageWords, TestScale
from gapcheck.text.phrases import alternation, plain

NAMES = ("less than A1", "A1", "A2", "B1", "B2", "C1", "C2")
"""What the levels are called, from 0 on."""
RANKS = {name.lower(): rank for rank, name in enumerate(NAMES)}
_CODE = re.compile(r"[a-z][1-6]")
_SCORE = r"(?P<score>\d{1,3}(?:\.\d)?)(?![\w%]|\.\d)"


class TestScore(NamedTuple):
    """A score that is printed behind the name of a test: its place, the language, the score, and its level.

    `scale` is the highest score of the scale that it is on, None where a level is printed instead (B2, N1).
    """

    span: Span
    test: str
    language: str
    score: float
    scale: float | None
    level: int
    printed: str

    def is_no_less_than(self, other: TestScore) -> bool:
        """Whether a score reaches another of its test: by the numbers of one scale, else by their levels."""
        same = self.scale is not None and self.scale == other.scale
        return self.score >= other.score if same else self.level >= other.level


class LanguageTests:
    """The compiled tests of spoken_languages.yaml. Build it once; pure."""

    def __init__(self, words: SpokenLanguageWords) -> None:
        self._codes = {
            phrase: RANKS[level]
            for level, phrases in words.levels.items()
            for phrase in phrases
            if _CODE.fullmatch(phrase)
        }
        between = rf"(?:[\s:()=\u2013-]|{alternation(words.score_words)}(?!\w))*"
        code = rf"(?P<code>{alternation(tuple(self._codes))})(?!\w)"
        self._tests = [
            (test, re.compile(rf"(?<!\w){alternation(test.names)}(?!\w){between}(?:{code}|{_SCORE})"))
            for test in words.tests
        ]

    def scores(self, text: str) -> Iterator[TestScore]:
        """The scores that a text prints, test by test."""
        for test, pattern in self._tests:
            for found in pattern.finditer(plain(text)):
                name = "code" if found["code"] else "score"
                score = float(found["score"] or 0)
                scale = next((each for each in test.scales if score <= each.highest), None)
                level = self._codes[found["code"]] if found["code"] else _level(scale, score)
                if level is not None:
                    highest = None if found["code"] or scale is None else scale.highest
                    printed = Span(*found.span(name)).of(text)
                    span = Span(*found.span())
                    yield TestScore(span, test.names[0], test.language, score, highest, level, printed)

    def reaches(self, asked: str, held: str) -> bool:
        """Whether no test that both texts print a score of has a lower one in what is held."""
        scores = list(self.scores(held))
        return all(
            any(has.is_no_less_than(one) for has in same)
            for one in self.scores(asked)
            if (same := [has for has in scores if has.test == one.test])
        )

    def score_at(self, text: str, name: Span) -> str:
        """The score behind the name of a test at a place, as printed; empty if there is none."""
        return next((each.printed for each in self.scores(text) if each.span.overlaps(name)), "")


def _level(scale: TestScale | None, score: float) -> int | None:
    """The level of a score on a scale, None if the test has no such scores."""
    if scale is None:
        return None
    return max((RANKS[each] for each, lowest in scale.lowest.items() if score >= lowest), default=0)


def _built(taxonomy: Taxonomy) -> LanguageTests:
    return LanguageTests(taxonomy.spoken_languages)


language_tests: Derived[Taxonomy, LanguageTests] = Derived(_built)
"""The tests of a taxonomy, compiled once."""
