"""Which length of time goes with which degree: "a master's with three years, or a bachelor's with five"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.facts.durations import Duration
from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues

OR_ELSE = re.compile(
    r"\bor(?:\s+(?:at least|a minimum of|minimum|equivalent|with|about|around|over|more than|have|has|having|a|an|the|some)){0,3}\s*\Z"
)
"""A length behind this stands in for what is before it."""
_LEADS_ON = re.compile(r"(?:\b(?:and|with|plus|having)\b|[+&(])(?:\s+[a-z]+){0,4}\s*\Z")
"""Between a degree and the length that it is asked for with."""
_LEADS_BACK = re.compile(
    r"(?:[^,;]*\s)?(?:with|plus|and|beyond|after|following|besides?)\s+(?:an?\s+|the\s+)?\Z|\s*[+&]\s*\Z"
)
"""Between a length and the degree that it is asked for with."""


def paired(
    low: str, degrees: Sequence[Span], times: Sequence[Duration], cues: NecessityCues
) -> tuple[Duration | None, ...]:
    """The length that goes with each of the degrees, None for one without; `low` is the clause's plain reading."""
    if not degrees or not times:
        return (None,) * len(degrees)
    every = sorted((*times, *_bare(low, times, cues)), key=lambda each: each.span.start)
    ends = [0, *(span.end for span in degrees)]
    starts = [*(span.start for span in degrees[1:]), len(low)]
    before = [
        _before(low, Span(left, span.start), every) for left, span in zip(ends[:-1], degrees, strict=True)
    ]
    after = [
        _after(low, Span(span.end, max(right, span.end)), every, free=len(degrees) > 1)
        for span, right in zip(degrees, starts, strict=True)
    ]
    first, second = (before, after) if before[0] else (after, before)
    found: list[Duration | None] = []
    for one, other in zip(first, second, strict=True):
        choice = one or other
        found.append(None if choice in found else choice)
    return tuple(found)


def _before(low: str, window: Span, times: Sequence[Duration]) -> Duration | None:
    for time in reversed(times):
        if time.span in window and _LEADS_BACK.match(low[time.span.end : window.end]):
            between = low[time.span.end : window.end]
            return None if re.search(r"\bor\b", between) else time
    return None


def _after(low: str, window: Span, times: Sequence[Duration], *, free: bool) -> Duration | None:
    """`free`: beside other degrees, a mere comma leads on, too."""
    for time in times:
        if time.span in window:
            between = low[window.start : time.span.start]
            leads = not OR_ELSE.search(between) and (free or _LEADS_ON.search(between))
            return time if leads else None
    return None


def _bare(low: str, times: Sequence[Duration], cues: NecessityCues) -> list[Duration]:
    """Years whose unit was said before or is said later: "a master's with 3", "or 3 with a master's"."""
    number = "|".join([r"\d{1,2}", *sorted(cues.numbers, key=lambda each: (-len(each), each))])
    pattern = (
        rf"(?:\b(?:with|and|plus)|[+(])\s*(?:at least |over )?(?P<behind>{number})\+?(?=\s*(?:[,;.)]|\Z|or\b))"
        rf"|(?:\bor|,)\s+(?:at least )?(?P<before>{number})\+?(?=\s+with\s+an?\b)"
    )
    found = []
    for match in re.finditer(pattern, low):
        name = "behind" if match.group("behind") else "before"
        value, span = match.group(name), Span(*match.span(name))
        if not any(time.span.overlaps(span) for time in times):
            years = cues.numbers.get(value) or int(value) if value.isdigit() else cues.numbers[value]
            found.append(Duration(12 * years, span))
    return found
