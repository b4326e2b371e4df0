"""How a job document says when and how long people work: hours a week, weekdays, times of day, shares of the time."""

from __future__ import annotations

import re

from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.posting_words import WorkingTimeWords
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.phrases import alternation, compiled

_NUMBER = r"\d+(?:[.,]\d+)?\+?"


class WorkingTime:
    """Recognises working times in plain readings. Pure after it is built."""

    def __init__(self, words: WorkingTimeWords) -> None:
        until, day = alternation(words.until), alternation(words.weekdays)
        brief = alternation((*words.short_weekdays, *words.weekdays))
        number = alternation(("NUM",))
        self._pattern = re.compile(
            rf"(?<![\w.]){number}[\s-]*{alternation(words.units)}(?!\w)|(?<!\w){day}s?(?![\w.]*\w)"
            rf"|(?<!\w){brief}\.?\s*(?:-|\u2013|{until})\s*{brief}(?!\w)"
            # a share, a time of day, "24/7", and "9 to 5" by itself
            rf"|(?<![\w.]){_NUMBER}\s*(?:%|{alternation(words.percent)}\b)"
            rf"|(?<![\w.:])\d{{1,2}}(?:[:.]\d{{2}})?\s*{alternation(words.times_of_day)}(?!\w)"
            r"|(?<![\w.:])[0-2]?\d:[0-5]\d(?![\w:])|(?<!\w)24\s?/\s?[57](?!\w)"
            rf"|(?:\A|[,;(]\s*|\b{alternation(words.since)}\s+)\d{{1,2}}\s*(?:-|\u2013|{until})\s*\d{{1,2}}(?=\W*(?:\Z|[,;)]))"
        )
        self._patterns_of_work = compiled(words.work_patterns)

    def found_in(self, low: str) -> bool:
        """Whether a plain reading holds a number of hours, days or weeks, a weekday, a time of day or a share."""
        return self._pattern.search(low) is not None

    def is_all_of(self, low: str) -> bool:
        """Whether a term is about when people work and no name of anything: "full time", "hybrid"."""
        return self._patterns_of_work.fullmatch(low.strip(" .,;")) is not None


def _working_time(taxonomy: Taxonomy) -> WorkingTime:
    return WorkingTime(taxonomy.working_time)


working_time = Derived(_working_time)
"""The recogniser with the words of a taxonomy."""
