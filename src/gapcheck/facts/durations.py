"""Lengths of experience: "3+ years", "two to four years", "18 months", "a few years"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time asked for. `months` is the lower end, None for "a few years"; `span` in the clause."""

    months: int | None
    span: Span


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...], vague_words: tuple[str, ...]) -> re.Pattern[str]:
    """A number or its word, a range or a plus, and a unit of time."""
    numbers = "|".join(sorted(words, key=lambda each: (-len(each), each))) or "(?!)"
    number = rf"(?:\d{{1,2}}(?:[.,]\d)?|{numbers})"
    vague = "|".join(map(re.escape, sorted(vague_words, key=len, reverse=True))) or "(?!)"
    return re.compile(
        rf"(?<![\w.$\u00a3\u20ac-])(?:(?P<low>{number})\s*(?:\+|plus)?(?:\s*\(\d{{1,2}}\+?\))?"
        rf"(?:\s*(?:-|\u2013|to|or)\s*(?P<high>{number}|more|so)\s*\+?)?\s*\+?|(?P<vague>{vague}))"
        r"[\s-]*(?:full |solid |calendar )?(?P<unit>years?'?|yrs?\b\.?|months?'?|(?:of\s+(?:those|these|the)\s+years?)|of\s+(?:them|those|these|which)\b(?!\s+[a-z]{4,}[^\Ws]s\b)(?![^,;.]{0,60}:))(?![\w]|-(?!long))"
    )


def durations(low: str, cues: NecessityCues) -> tuple[Duration, ...]:
    """All durations of experience in the plain reading of a clause."""
    pattern = _pattern(tuple(cues.numbers), cues.vague_numbers)
    excluded = [Span(*m.span()) for m in compiled(cues.not_experience).finditer(low)]
    found = []
    for match in pattern.finditer(low):
        span = Span(*match.span())
        before, after = low[max(span.start - 24, 0) : span.start], low[span.end : span.end + 24]
        near = Span(max(span.start - 22, 0), min(span.end + 16, len(low)))
        if any(each.overlaps(near) and _adjacent(each, span) for each in excluded) or re.match(
            r"[\s-]*old\b", after
        ):
            continue
        if re.search(
            r"(?:within|in|over|for|during|last|past|every|valid for) (?:the )?(?:last |past |next |first )?\Z",
            before,
        ) and not (
            re.match(r"\s*(?:of )?(?:\w+\s){0,3}experience", after)
            or (before.endswith("for ") and re.match(r"\W*(?:you've|you have|having|have)\s", low))
        ):
            continue
        low_end = match.group("low")
        if low_end is None:
            if re.match(r"year|yr", match.group("unit")):
                found.append(Duration(None, span))
            continue
        value = cues.numbers.get(low_end)
        amount = float(value) if value is not None else float(low_end.replace(",", "."))
        months = round(amount) if match.group("unit").startswith("month") else round(amount * 12)
        found.append(Duration(months, span))
    return tuple(found) or _part_of(low, cues)


def _part_of(low: str, cues: NecessityCues) -> tuple[Duration, ...]:
    """A part of the years named before, without its unit: "of which at least two in payments"."""
    numbers = "|".join(sorted(cues.numbers, key=lambda each: (-len(each), each))) or "(?!)"
    match = re.match(
        rf"\W*of which (?:at least |a minimum of )?(?P<low>\d{{1,2}}|{numbers})\+?(?=\s+(?:in|with|as|on|using|at)\b)",
        low,
    )
    if match is None:
        return ()
    value = match.group("low")
    return (
        Duration(12 * cues.numbers.get(value, int(value) if value.isdigit() else 0), Span(*match.span())),
    )


def _adjacent(one: Span, other: Span) -> bool:
    """Whether nothing much stands between."""
    return one.overlaps(other) or 0 <= one.start - other.end <= 3 or 0 <= other.start - one.end <= 3
