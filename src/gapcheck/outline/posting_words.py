"""What the words of a job document's headings, labels and columns say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.outline.model import ASKING, PartKind
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.taxonomy.language.posting_headings import PostingHeadings
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.phrases import compiled, plain

WORDS = re.compile(r"[\w'+#&/]+")
MARKS = " \t:#*_`~=>"
"""Stand around a heading in Markdown and plain text and are no part of it."""
_WEAKER = frozenset({PartKind.REQUIRED, PartKind.NOT_ASKED, PartKind.NEUTRAL})
"""Kinds that give way to a word of preference in the same heading: "required skills" to "ideal but not required"."""


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """What a heading opens. `size`: words of the phrase that says so; `covered`: of all phrases of headings."""

    kind: PartKind
    size: int
    covered: int


class PostingVocabulary:
    """posting_headings.yaml, compiled. Pure after it is built."""

    def __init__(self, headings: PostingHeadings, cues: NecessityCues) -> None:
        self._sections = [(PartKind(row.kind), compiled(row.phrases)) for row in headings.sections]
        preferred = [row.phrases for row in headings.sections if row.kind == PartKind.PREFERRED]
        wishes = (each for each in cues.preferred if each not in headings.only_in_sentences)
        self._wishes = compiled((*(phrase for row in preferred for phrase in row), *wishes))
        self._not_cues = compiled(cues.not_cues)
        self._whole = frozenset(headings.whole)
        self._small = frozenset(headings.small_words)
        self._items = compiled(headings.items)
        self._items_at_end = compiled(headings.items_at_end)
        self._not_items = compiled(headings.not_items)
        self._not_at_end = compiled(headings.not_at_end)
        self._qualities = compiled(tuple(f"^ ~? ~? ~? ~? ~? {each}" for each in headings.qualities))
        self.asking = compiled(headings.asking)
        self.required = compiled(cues.required)
        self.preferred = compiled(cues.preferred)
        self.fact_labels = compiled(headings.fact_labels)
        self.columns = [(row.kind, compiled(row.phrases)) for row in headings.columns]
        self.ticks = frozenset(headings.ticks)
        self.crosses = frozenset(headings.crosses)
        self.letters = headings.letters

    def match(self, text: str) -> HeadingMatch | None:
        """What a heading with these words opens; None if they say nothing.

        The longest phrase decides, the earlier kind among equals; a word of preference beats what is required.
        """
        low = plain(text)
        best: tuple[int, int, PartKind] | None = None
        decides = Span(0, 0)
        places: list[Span] = []
        for rank, (kind, phrases) in enumerate(self._sections):
            for match in phrases.finditer(low):
                if match.group() in self._whole and low.strip(MARKS + "?") != match.group():
                    continue
                size = _words(match.group())
                places.append(Span(*match.span()))
                if best is None or (size, -rank) > best[:2]:
                    best, decides = (size, -rank, kind), places[-1]
        if best is None or best[2] in _WEAKER:
            wish = self._wish(low)
            if wish is not None and wish not in decides:
                places.append(wish)
                best = (_words(wish.of(low)), 0, PartKind.PREFERRED)
        return None if best is None else HeadingMatch(best[2], best[0], self._covered(low, places))

    def _wish(self, low: str) -> Span | None:
        """A word of preference: of a heading or of a sentence."""
        for match in self._wishes.finditer(low):
            blanked = self._not_cues.sub(lambda found: " " * len(found.group()), low)
            if blanked[match.start()] != " ":
                return Span(*match.span())
        return None

    def is_heading_alone(self, text: str) -> PartKind | None:
        """The kind when the text is little more than the words of a heading."""
        found = self.match(text)
        return found.kind if found and _words(text) <= max(found.size, found.covered) + 1 else None

    def strength(self, text: str) -> PartKind | None:
        """Required or preferred where a short text is little more than a word of necessity: "Essential"."""
        kind = self.is_heading_alone(text)
        if kind is PartKind.REQUIRED and not self.required.search(plain(text)):
            return None
        return kind if kind in ASKING else None

    def weight(self, text: str, titles: Iterable[Span]) -> int:
        """How many words of a heading could say what it opens: titles and small words cannot."""
        low = list(plain(text))
        for title in titles:
            low[title.start : title.end] = " " * len(title)
        return sum(self._weighs(word) for word in WORDS.findall("".join(low)))

    def is_item(self, text: str) -> bool:
        """Whether a line is by its words an item rather than a heading: "Experience with Docker", "Docker is a plus"."""
        low = plain(text)
        if self._items_at_end.search(low) and not self._not_at_end.search(low):
            return True
        return self._items.search(low) is not None and not self._not_items.search(low)

    def is_quality(self, item: str) -> bool:
        """Whether an item speaks of what somebody brings."""
        return self._qualities.search(plain(item)) is not None

    def _weighs(self, word: str) -> bool:
        return len(word) > 2 and word not in self._small

    def _covered(self, low: str, places: Iterable[Span]) -> int:
        """How many weighing words stand in phrases of headings."""
        spans = list(places)
        return sum(
            self._weighs(match.group())
            and any(match.start() >= s.start and match.end() <= s.end for s in spans)
            for match in WORDS.finditer(low)
        )


def _words(text: str) -> int:
    return len(WORDS.findall(text))


def _built(taxonomy: Taxonomy) -> PostingVocabulary:
    return PostingVocabulary(taxonomy.posting_headings, taxonomy.necessity_cues)


posting_vocabulary: Derived[Taxonomy, PostingVocabulary] = Derived(_built)
"""The compiled headings of job documents of a taxonomy."""
