"""What the words of a heading say about what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.posting.parts import PartKind
from gapcheck.posting.titles import TitleFinder
from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, plain

WORDS = re.compile(r"[\w'+#&/]+")
MARKS = " \t:#*_`~=>"
"""Stand around a heading in Markdown and plain text and are no part of it."""
_WHOLE = frozenset({"profile", "background"})
"""Open a part only when they are all of the heading."""
_SMALL = frozenset(
    [
        "and",
        "the",
        "for",
        "with",
        "our",
        "your",
        "you",
        "you'll",
        "you've",
        "you're",
        "also",
        "who",
        "what",
        "how",
        "are",
        "will",
        "would",
        "have",
        "has",
        "this",
        "that",
        "from",
        "its",
        "following",
        "these",
        "some",
        "but",
        "very",
        "really",
        "should",
        "it'd",
        "we'd",
        "it's",
        "which",
        "role",
        "job",
        "position",
    ]
)
_WEAKER = frozenset({PartKind.REQUIRED, PartKind.NOT_ASKED, PartKind.NEUTRAL})
"""Kinds that give way to a word of preference in the same heading: "required skills" to "ideal but not required"."""
_IDEAL = frozenset({"ideal", "welcome", "valued", "valuable", "useful", "helpful", "especially", "a benefit"})
"""Words of preference in a sentence that in a heading mostly speak of something else."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a heading opens. `size`: words of the phrase that says so; `covered`: of all phrases of headings."""

    kind: PartKind
    size: int
    covered: int


def heading_opens(text: str, cues: NecessityCues) -> Opening | None:
    """What a heading with these words opens; None if they say nothing.

    The longest phrase decides, the earlier kind among equals; a word of preference beats what is required.
    """
    low = plain(text)
    best: tuple[int, int, PartKind] | None = None
    decides = Span(0, 0)
    places: list[Span] = []
    for rank, row in enumerate(cues.headings):
        for match in compiled(row.phrases).finditer(low):
            if match.group() in _WHOLE and low.strip(MARKS + "?") != match.group():
                continue
            size = _words(match.group())
            places.append(Span(*match.span()))
            if best is None or (size, -rank) > best[:2]:
                best, decides = (size, -rank, PartKind(row.kind)), places[-1]
    if best is None or best[2] in _WEAKER:
        wish = _wish(low, cues)
        if wish is not None and wish not in decides:
            places.append(wish)
            best = (_words(wish.of(low)), 0, PartKind.PREFERRED)
    return None if best is None else Opening(best[2], best[0], _covered(low, places))


def _wish(low: str, cues: NecessityCues) -> Span | None:
    """A word of preference: of a heading or of a sentence."""
    own = tuple(phrase for row in cues.headings if row.kind == PartKind.PREFERRED for phrase in row.phrases)
    for match in compiled((*own, *(each for each in cues.preferred if each not in _IDEAL))).finditer(low):
        blanked = compiled(cues.not_cues).sub(lambda found: " " * len(found.group()), low)
        if blanked[match.start()] != " ":
            return Span(*match.span())
    return None


def weight(text: str, titles: TitleFinder) -> int:
    """How many words of a heading could say what it opens: titles and small words cannot."""
    low = list(plain(text))
    for title in titles.find(text):
        low[title.span.start : title.span.end] = " " * len(title.span)
    return sum(_weighs(word) for word in WORDS.findall("".join(low)))


def _weighs(word: str) -> bool:
    return len(word) > 2 and word not in _SMALL


def _words(text: str) -> int:
    return len(WORDS.findall(text))


def _covered(low: str, places: Iterable[Span]) -> int:
    """How many weighing words stand in phrases of headings."""
    spans = list(places)
    return sum(
        _weighs(match.group()) and any(match.start() >= s.start and match.end() <= s.end for s in spans)
        for match in WORDS.finditer(low)
    )
