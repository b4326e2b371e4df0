"""Human languages asked for, with their level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, plain

_AROUND = 4
"""Words on either side of a language's name in which a word of speech makes it one that is spoken."""
_AFTER = re.compile(
    r"\s*(?:\Z|[,;:.()/&+!\u2013-]|(?:and|or|and/or|language|languages|is|are|would|will|at|to|in|on|as|preferred|required|essential|desirable|skills?|speakers?"
    r"|speaking|proficiency|communication|fluency|level|both|spoken|written|a plus|an?|plus|prose|with|for|well|native|helpful|useful|knowledge|all|throughout|every|daily|mandatory|necessary|needed|desirable|welcome|[abc][12])\b)"
)
_SMALL = frozenset(
    {
        "and",
        "the",
        "language",
        "languages",
        "skill",
        "skills",
        "would",
        "very",
        "also",
        "such",
        "any",
        "another",
        "second",
        "are",
        "both",
        "other",
    }
)


@dataclass(frozen=True, slots=True)
class SpokenLanguages:
    """Languages of a clause: `names` as the list has them, each with its level; `any_of` when joined by "or"."""

    names: tuple[str, ...]
    levels: tuple[int | None, ...]
    any_of: bool
    span: Span


def spoken_languages(text: str, cues: NecessityCues) -> SpokenLanguages | None:
    """The languages that a clause asks for: named beside a word of speech, or as nothing but names.

    A name before a noun is an adjective ("German labour law") and no language.
    """
    if not cues.languages:
        return None
    low = plain(text)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, cues.languages)) + r")(?![\w])")
    hits = [hit for hit in pattern.finditer(text) if _AFTER.match(low, hit.end())]
    if not hits:
        return None
    if not _bare(low, hits, cues):
        hits = [hit for hit in hits if _of_speech(low, hit, cues)] and hits
    if not hits:
        return None
    names = tuple(dict.fromkeys(hit.group() for hit in hits))
    span = Span(hits[0].start(), hits[-1].end())
    return SpokenLanguages(
        names, _levels(low, hits, names, cues), bool(re.search(r"\bor\b", span.of(low))), span
    )


def _levels(
    low: str, hits: Sequence[re.Match[str]], names: Sequence[str], cues: NecessityCues
) -> tuple[int | None, ...]:
    """The level of each language: what stands in brackets behind it or nearest, else what is said of all."""
    found = [
        (m.start(), cues.language_levels[m.group()])
        for m in compiled(tuple(cues.language_levels)).finditer(low)
    ]
    firsts = {hit.group(): hit for hit in reversed(hits)}
    if len(names) == 1 or len(found) < len(names):
        return (max((level for _, level in found), default=None),) * len(names)
    behind = all(
        any(hit.end() <= at < following for at, _ in found)
        for hit, following in zip(hits, [*(h.start() for h in hits[1:]), len(low)], strict=True)
    )
    levels: list[int | None] = []
    for name in names:
        hit = firsts[name]
        near = [(abs(at - hit.start()), level) for at, level in found if (at >= hit.end()) == behind]
        levels.append(min(near, default=(0, max(level for _, level in found)))[1])
    return tuple(levels)


def _of_speech(low: str, hit: re.Match[str], cues: NecessityCues) -> bool:
    """Whether a word of speech stands near a name."""
    before = " ".join(low[: hit.start()].split()[-_AROUND:])
    after = " ".join(low[hit.end() :].split()[:_AROUND])
    cue = compiled(cues.language_cues)
    return bool(cue.search(before) or cue.search(after))


def _bare(low: str, hits: list[re.Match[str]], cues: NecessityCues) -> bool:
    """Whether a clause holds nothing but names of languages and words of asking."""
    rest = low
    for hit in hits:
        rest = rest[: hit.start()] + " " * (hit.end() - hit.start()) + rest[hit.end() :]
    for phrases in (cues.required, cues.preferred, cues.language_cues):
        rest = compiled(phrases).sub(" ", rest)
    return all(word in _SMALL for word in re.findall(r"[a-z']{3,}", rest))
