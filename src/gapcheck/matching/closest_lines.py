"""Which line of a resume says most nearly what is asked for: for a person to judge, never counted.

A demand that nothing speaks for is often told in other words, or denied ("signed up for the December class"). The
line with the highest TF-IDF cosine of word stems is then the one that a recruiter would read first: on 31 pairs of
posting and resume it was the very line that their labels quote in 82 of 116 cases (see docs/accuracy.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gapcheck.config import SimilarityPolicy
from gapcheck.matching.mentions import Passage
from gapcheck.matching.similarity import name_stems
from gapcheck.matching.tfidf import TermVector, TermWeights
from gapcheck.spans import Span, SpanIndex
from gapcheck.text.content_words import content
from gapcheck.text.sentences import sentences
from gapcheck.text.tokens import norms

_FEWEST_WORDS = 2
"""A line of one word says nothing that a name would not have found."""


@dataclass(frozen=True)
class ClosestLines:
    """The sentences of a resume as stems, each with its place."""

    lines: tuple[tuple[Span, TermVector], ...]
    weights: TermWeights
    policy: SimilarityPolicy

    @classmethod
    def of(
        cls,
        text: str,
        passages: Iterable[Passage],
        weights: TermWeights,
        policy: SimilarityPolicy,
        *,
        without: Iterable[Span] = (),
    ) -> ClosestLines:
        """The sentences of all passages about work and learning, but those that touch a place in `without`."""
        barred = SpanIndex((span, span) for span in without)
        spans = (
            span
            for passage in passages
            if passage.silent is None
            for span in sentences(text, passage.span, semicolons=True)
            if not barred.overlapping(span)
        )
        words = ((span, content(norms(span.of(text)))) for span in spans)
        lines = tuple(
            (span, weights.vector(name_stems(each))) for span, each in words if len(each) >= _FEWEST_WORDS
        )
        return cls(lines, weights, policy)

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[int]]:
        """The lines that hold each stem, by number: no other one comes near to a demand with that stem."""
        found: dict[str, list[int]] = {}
        for number, (_, line) in enumerate(self.lines):
            for stem in line.values:
                found.setdefault(stem, []).append(number)
        return found

    def to(self, wordings: Sequence[str]) -> Span | None:
        """The line that is nearest to one of the wordings of a demand, the first of equals; None if none is near."""
        words = (name_stems(content(norms(each))) for each in wordings)
        asked = [self.weights.vector(stems) for stems in words if stems]
        best, nearest = self.policy.closest, None
        stems = {stem for each in asked for stem in each.values}
        for number in sorted({number for stem in stems for number in self._holding.get(stem, ())}):
            span, line = self.lines[number]
            near = max(each.cosine(line) for each in asked)
            if near > best:
                best, nearest = near, span
        return nearest
