"""Long lists in the order of the alphabet: form fillers make them of a resume's own words, so that they prove nothing new.

A name in such an index counts only as it does elsewhere: "German" of "the German Consulate" is no language because it
is also in the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.matching.mentions import CLAIMED, Discarded, DiscardReason, Matches, SkillMention
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.model import Skill

_FEWEST_ITEMS = 9
_WORD = re.compile(r"\w+")
_IN_ORDER = 0.75
"""Share of items that come behind the one before them in the alphabet; of any other list it is about half, and they are sorted by names unseen."""


def word_indexes(document: Document) -> tuple[Span, ...]:
    """The bodies of the blocks that are such an index."""
    return tuple(block.body for block in document.blocks if _is_index(block.body.of(document.text)))


def _is_index(text: str) -> bool:
    items = [" ".join(item.casefold().split()) for item in text.split(",")]
    ordered = sum(one <= other for one, other in pairwise(items))
    return len(items) >= _FEWEST_ITEMS and ordered >= _IN_ORDER * (len(items) - 1)


def as_elsewhere(matches: Matches, document: Document, skills: Mapping[str, Skill]) -> Matches:
    """The matches without brands and abbreviations in an index that the rest of the document prints and never claims."""
    spans = word_indexes(document)
    if not spans:
        return matches
    indexes = SpanIndex((span, span) for span in spans)
    claimed = SpanIndex((m.span, m.skill) for m in matches.mentions if m.assertion in CLAIMED)
    elsewhere = _without(document.text, spans)
    starts: dict[str, list[int]] = {}
    for word in _WORD.finditer(elsewhere):
        starts.setdefault(word.group().casefold(), []).append(word.start())

    @cache
    def is_refused(surface: str, skill: str) -> bool:
        others = list(_occurrences(surface, elsewhere, starts))
        return bool(others) and not any(skill in claimed.overlapping(span) for span in others)

    def is_stray(mention: SkillMention) -> bool:
        return (
            bool(indexes.overlapping(mention.span))
            and _is_proper(mention, skills)
            and is_refused(mention.surface, mention.skill)
        )

    strays = [mention for mention in matches.mentions if is_stray(mention)]
    dropping = set(map(id, strays))
    kept = tuple(mention for mention in matches.mentions if id(mention) not in dropping)
    dropped = [Discarded(m.skill, m.span, m.surface, DiscardReason.LOOKALIKE) for m in strays]
    return Matches(kept, matches.discarded).joined((), dropped)


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text, of the same length, with signs that are in no name in place of some spans."""
    parts, at = [], 0
    for span in sorted(spans):
        parts += [text[at : span.start], "|" * len(span)]
        at = span.end
    return "".join((*parts, text[at:]))


def _is_proper(mention: SkillMention, skills: Mapping[str, Skill]) -> bool:
    """Whether the taxonomy prints the name with a capital: whoever speaks of pricing or of sales has done some."""
    skill = skills.get(mention.skill)
    names = (skill.label, *(alias.name for alias in skill.aliases)) if skill is not None else ()
    return any(name[:1].isupper() and name.casefold() == mention.surface.casefold() for name in names)


def _occurrences(name: str, text: str, starts: Mapping[str, Sequence[int]]) -> Iterator[Span]:
    """The places of a name in a text, in letters of any case; `starts` is where each of the text's words begins."""
    first = _WORD.search(name)
    places = starts.get(first.group().casefold(), ()) if first is not None else ()
    if first is None or not places:
        return
    words = r"\s+".join(map(re.escape, name.split()))
    whole = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    for place in places:
        if found := whole.match(text, max(place - first.start(), 0)):
            yield Span(*found.span())
