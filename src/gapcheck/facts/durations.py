"""Lengths of time: "3+ years", "two to four years", "18 months", "2 yrs 3 mos", "a decade", "a few years"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import Durations
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.numbers import NUMBERS, number_of
from gapcheck.text.phrases import alternation

_IN_WORDS = alternation(tuple(NUMBERS))
NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d)?|{_IN_WORDS})"
"""A small number in digits or in words, for a regular expression."""
NUMBER_START = rf"(?:\d|{_IN_WORDS}\b)"
"""What any number begins with."""
_SEVERAL = 2
_AROUND = re.compile(r"[\s(·•,|]*(?P<duration>\0+)\s*\)?")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time. `months` is the lower end of a range, None for "a few years"."""

    months: int | None
    span: Span


class DurationParser:
    """The compiled words of durations.yaml. Build it once; `find` is pure."""

    def __init__(self, words: Durations) -> None:
        any_of: Callable[[tuple[str, ...]], str] = alternation
        years, months = any_of(words.years), any_of(words.months)
        more = rf"(?:-|–|{any_of(words.ranges)})\s*(?:{NUMBER}|{any_of(words.open_ended)})\s*\+?"
        number = rf"(?P<number>{NUMBER})[\s-]*(?:\+|{any_of(words.plus)}(?!\w))?(?:\s*\(\d{{1,2}}(?:\+|\s*[-–]\s*\d{{1,2}})?\))?(?:\s*{more})?\s*\+?"
        amount = rf"(?:{number}|(?P<vague>{any_of(words.vague)})|{any_of(words.articles)}(?=\s+{any_of(words.decades)}))"
        and_months = rf"(?:[\s,]*(?:{any_of(words.joins)}\s+)?(?P<and_months>\d{{1,2}})\s*{months}(?!\w)\.?)?"
        unit = rf"(?:(?P<decades>{any_of(words.decades)})|(?P<years>{years})(?!\w)\.?{and_months}|{months})"
        self._pattern = re.compile(
            rf"(?<![\w.$£€-]){amount}[\s-]*(?:{any_of(words.before_unit)}\s)?{unit}(?![\w-])", re.IGNORECASE
        )

        self._articles = frozenset(words.articles)
        units = {
            each.casefold().replace("-", " ").split()[0].strip("+*")
            for each in (*words.years, *words.months, *words.decades)
        }
        # what holds a unit holds the shortest one inside it: "mo", for a month
        self._units = tuple(each for each in units if not any(o in each for o in units - {each}))

    def find(self, text: str) -> tuple[Duration, ...]:
        """Every length of time in `text`, in order."""
        low = text.casefold()
        if not any(unit in low for unit in self._units):
            return ()
        found = (self._read(match) for match in self._pattern.finditer(text))
        return tuple(each for each in found if each is not None)

    def blanked(self, text: str, fill: str = " ") -> str:
        """`text` with its lengths of time, and the brackets around them, replaced by `fill`; as long as before."""
        for each in self.find(text):
            text = text[: each.span.start] + "\0" * len(each.span) + text[each.span.end :]
        return _AROUND.sub(lambda match: fill * len(match.group()), text)

    def _read(self, match: re.Match[str]) -> Duration | None:
        span = Span(*match.span())
        if match["vague"]:
            return Duration(None, span) if match["years"] else None
        months = 120 if match["decades"] else 12 if match["years"] else 1
        amount = amount_of(match["number"] or "1")
        if amount >= _SEVERAL and match["years"] and match["years"].casefold() in self._articles:
            return None  # "un an" is a year, "20 an hour" no twenty
        return Duration(round(months * amount) + int(match["and_months"] or 0), span)


def amount_of(number: str) -> float:
    """The value of a NUMBER: "3", "1.5", "three"."""
    whole = number_of(number)
    return float(number.replace(",", ".")) if whole is None else whole


def _parser(taxonomy: Taxonomy) -> DurationParser:
    return DurationParser(taxonomy.durations)


duration_parser = Derived(_parser)
"""The parser with the words of a taxonomy."""
