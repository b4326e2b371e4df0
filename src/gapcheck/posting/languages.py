"""Human languages asked for, with their level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.posting.phrases import compiled, plain
from gapcheck.spans import Span
from gapcheck.taxonomy.necessity_cues import NecessityCues

_AROUND = 4
"""Words on either side of a language's name in which a word of speech makes it one that is spoken."""
_AFTER = re.compile(
    r"\s*(?:\Z|[,;:.()/&+!\u2013-]|(?:and|or|and/or|language|languages|is|are|would|will|at|to|in|on|as|preferred|required|essential|desirable|skills?|speakers?"
    r"|speaking|proficiency|communication|fluency|level|both|spoken|written|a plus|an?|plus|prose|with|for|well|native|helpful|useful|knowledge)\b)"
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
class Spoken:
    """Languages of a clause: `names` as the list has them; `any_of` when joined by "or"."""

    names: tuple[str, ...]
    level: int | None
    any_of: bool
    span: Span


def spoken(text: str, cues: NecessityCues) -> Spoken | None:
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
    found = [cues.language_levels[m.group()] for m in compiled(tuple(cues.language_levels)).finditer(low)]
    return Spoken(names, max(found, default=None), bool(re.search(r"\bor\b", span.of(low))), span)


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
