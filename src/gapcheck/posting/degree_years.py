"""Which length of time goes with which degree: "a master's with three years, or a bachelor's with five"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.facts.durations import NUMBER, Duration, amount_of
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.posting_words import RequiredExperience
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.phrases import alternation


class DegreeYears:
    """Pairs degrees with lengths of experience. Pure after it is built."""

    def __init__(self, words: RequiredExperience) -> None:
        around, instead = alternation(words.around_numbers), alternation(words.alternatives)
        leading, beyond = alternation(words.with_years), alternation(words.beyond_degree)
        self._or_else = re.compile(rf"\b{instead}(?:\s+{around}){{0,5}}\s*\Z")
        self._alternative = re.compile(rf"\b{instead}\b")
        self._leads_on = re.compile(rf"(?:\b{leading}\b|[+&(])(?:\s+[a-z]+){{0,4}}\s*\Z")
        self._leads_back = re.compile(rf"(?:[^,;]*\s)?{beyond}\s+(?:{around}\s+)?\Z|\s*[+&]\s*\Z")
        self._bare = re.compile(
            rf"(?:\b{leading}|[+(])\s*(?:{around}\s+)?(?P<behind>{NUMBER})\+?(?=\s*(?:[,;.)]|\Z|{instead}\b))"
            rf"|(?:\b{instead}|,)\s+(?:{around}\s+)?(?P<before>{NUMBER})\+?(?=\s+{leading}\s+{around}\b)"
        )

    def is_alternative(self, before: str) -> bool:
        """Whether a length behind `before` is an alternative to what is said there: "a degree, or at least ..."."""
        return self._or_else.search(before) is not None

    def paired(
        self, low: str, degrees: Sequence[Span], times: Sequence[Duration]
    ) -> tuple[Duration | None, ...]:
        """The length that goes with each of the degrees, None for one without; `low` is the clause's plain reading."""
        if not degrees or not times:
            return (None,) * len(degrees)
        every = sorted((*times, *self._without_unit(low, times)), key=lambda each: each.span.start)
        ends = [0, *(span.end for span in degrees)]
        starts = [*(span.start for span in degrees[1:]), len(low)]
        before = [
            self._before(low, Span(left, span.start), every)
            for left, span in zip(ends[:-1], degrees, strict=True)
        ]
        after = [
            self._after(low, Span(span.end, max(right, span.end)), every, free=len(degrees) > 1)
            for span, right in zip(degrees, starts, strict=True)
        ]
        first, second = (before, after) if before[0] else (after, before)
        found: list[Duration | None] = []
        for one, other in zip(first, second, strict=True):
            choice = one or other
            found.append(None if choice in found else choice)
        return tuple(found)

    def _before(self, low: str, window: Span, times: Sequence[Duration]) -> Duration | None:
        for time in reversed(times):
            between = low[time.span.end : window.end]
            if time.span in window and self._leads_back.match(between):
                return None if self._alternative.search(between) else time
        return None

    def _after(self, low: str, window: Span, times: Sequence[Duration], *, free: bool) -> Duration | None:
        """`free`: beside other degrees, a mere comma leads on, too."""
        for time in times:
            if time.span in window:
                between = low[window.start : time.span.start]
                leads = not self.is_alternative(between) and (free or self._leads_on.search(between))
                return time if leads else None
        return None

    def _without_unit(self, low: str, times: Sequence[Duration]) -> list[Duration]:
        """Years whose unit was said before or is said later: "a master's with 3", "or 3 with a master's"."""
        found = []
        for match in self._bare.finditer(low):
            name = "behind" if match["behind"] else "before"
            span = Span(*match.span(name))
            if not any(time.span.overlaps(span) for time in times):
                found.append(Duration(round(12 * amount_of(match[name])), span))
        return found


def _years(taxonomy: Taxonomy) -> DegreeYears:
    return DegreeYears(taxonomy.required_experience)


degree_years = Derived(_years)
"""The rules with the words of a taxonomy."""
