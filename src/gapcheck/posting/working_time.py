"""How a job document says when and how long people work: hours a week, weekdays, times of day, shares of the time."""

from __future__ import annotations

import re
from functools import lru_cache

from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, pattern_of

_NUMBER = r"\d+(?:[.,]\d+)?\+?"
_CLOCK = re.compile(
    rf"(?<![\w.]){_NUMBER}\s*(?:%|percent\b|per cent\b)|(?<![\w.:])\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:am|pm|a\.m|p\.m|o'clock)(?!\w)"
    r"|(?<![\w.:])[0-2]?\d:[0-5]\d(?![\w:])|(?<!\w)24\s?/\s?[57](?!\w)"
    r"|(?:\A|[,;(]\s*|\bfrom\s+|\bbetween\s+)\d{1,2}\s*(?:-|\u2013|to|and|till|until)\s*\d{1,2}(?=\W*(?:\Z|[,;)]))"
)
"""A share, a time of day, and "9 to 5" by itself."""


@lru_cache(maxsize=8)
def _pattern(
    units: tuple[str, ...], days: tuple[str, ...], short: tuple[str, ...], words: tuple[str, ...]
) -> re.Pattern[str]:
    unit, day = "|".join(map(pattern_of, units)) or "(?!)", "|".join(map(pattern_of, days)) or "(?!)"
    brief = "|".join(map(pattern_of, (*short, *days))) or "(?!)"
    number = rf"(?:{_NUMBER}|{'|'.join(words) or '(?!)'})"
    return re.compile(
        rf"(?<![\w.]){number}[\s-]*(?:{unit})(?!\w)|(?<!\w)(?:{day})s?(?![\w.]*\w)"
        rf"|(?<!\w)(?:{brief})\.?\s*(?:-|\u2013|to|through|thru)\s*(?:{brief})(?!\w)"
    )


def working_time(low: str, cues: NecessityCues) -> bool:
    """Whether a plain reading holds a number of hours, days or weeks, a weekday, a time of day or a share."""
    named = _pattern(cues.time_units, cues.weekdays, cues.short_weekdays, tuple(cues.numbers))
    return bool(_CLOCK.search(low) or named.search(low))


def only_working_time(low: str, cues: NecessityCues) -> bool:
    """Whether a term is about when people work and no name of anything: "full time", "hybrid"."""
    return bool(compiled(cues.work_patterns).fullmatch(low.strip(" .,;")))
