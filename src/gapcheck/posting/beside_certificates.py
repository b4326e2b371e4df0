"""What a clause lists beside the certificates that it asks for: "a first aid certificate and knowledge of manual handling"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.certificates import CertificateRequirement, certificate_demands
from gapcheck.posting.terms import is_filling
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import BRACKETS, plain

_MOST_ITEMS = 40
"""Items of a clause; more are no sentence, and each would be compared with all names in it."""
_LONGEST_THING = 3
"""Words of an item that names a thing which no list has."""


@dataclass(frozen=True, slots=True)
class BesideCertificates:
    """Takes such clauses apart."""

    taxonomy: Taxonomy
    words: PostingWords

    def parts(
        self, text: str, certificates: CertificateRequirement, mentions: Sequence[SkillMention], start: int
    ) -> tuple[Span, ...]:
        """The parts of a clause that starts at `start`, in order; none where it lists nothing beside its certificates.

        What opens with "knowledge of", "experience with" is a thing of its own, and so is a skill between commas or behind "and",
        unless a word such as "in", or "certificates" further on, says that it belongs to the name: "a certificate in welding and
        brazing", "first aid, AED and CPR certificates". A certificate in brackets belongs to one thing of several.
        """
        items = list(self._items(text))
        if len(items) > _MOST_ITEMS:
            return ()
        held = [any(item.overlaps(each) for each in self._places(text, certificates)) for item in items]
        if all(held) or not any(held):
            return ()
        named = [
            Span(each.span.start - start, each.span.end - start)
            for each in mentions
            if not self._is_of(each, certificates)
        ]
        first, last = held.index(True), len(held) - 1 - held[::-1].index(True)
        end = max(each.end for each in self._places(text, certificates) if each.overlaps(items[last]))
        behind = plain(text[end : items[last].end])
        listed = bool(certificates.names_and_ids) and not self.words.going_on.search(behind)
        things = listed and any(
            brackets.start() < end <= brackets.end() for brackets in BRACKETS.finditer(text)
        )
        bare = listed and not self._licences(items[last].of(text))
        apart: list[bool] = []
        for at, item in enumerate(items):
            goes_on = at > 0 and apart[-1] and not first < at < last
            alone = (listed if at > last else bare) and self._is_skill(text, item, named)
            thing = at > last and things and len(item.of(text).split()) <= _LONGEST_THING
            apart.append(not held[at] and (goes_on or alone or thing or self._opens(text, item)))
        runs = [list(run) for _, run in groupby(zip(items, apart, strict=True), key=lambda each: each[1])]
        if len(runs) == 1:
            return ()
        return tuple(Span(run[0][0].start, run[-1][0].end) for run in runs)

    def _items(self, text: str) -> Iterator[Span]:
        """The items of the list that a clause is; what brackets list, or "or" joins, is one."""
        outside = BRACKETS.sub(lambda found: "_" * len(found.group()), text)
        low, start = plain(outside), 0
        for join in self.words.separator.finditer(low):
            if not self.words.or_.search(join.group()):
                yield Span(start, join.start())
                start = join.end()
        yield Span(start, len(text))

    def _places(self, text: str, certificates: CertificateRequirement) -> tuple[Span, ...]:
        return (*certificates.spans, *self._licences(text))

    def _licences(self, text: str) -> tuple[Span, ...]:
        """Where a text says "licence", "certificates"."""
        return tuple(
            Span(*each.span()) for each in certificate_demands(self.taxonomy).licence.finditer(plain(text))
        )

    def _is_of(self, mention: SkillMention, certificates: CertificateRequirement) -> bool:
        """Whether one of the certificates is about a skill, or has its short name in one of its own: "CPR, first aid and AED"."""
        known = [self.taxonomy.certifications[each] for each in certificates.ids]
        names = {word for each in known for name in each.aliases for word in name.split()}
        return any(mention.skill in each.topics for each in known) or (
            mention.surface.isupper() and mention.surface in names
        )

    def _is_skill(self, text: str, item: Span, named: Sequence[Span]) -> bool:
        """Whether an item names a skill and says else only how well that is asked for."""
        inside = [each for each in named if each in item]
        between = pairwise((item.start, *(at for each in inside for at in (each.start, each.end)), item.end))
        return bool(inside) and all(is_filling(text[start:end], self.words) for start, end in [*between][::2])

    def _opens(self, text: str, item: Span) -> bool:
        """Whether an item opens with "knowledge of", "strong experience with"."""
        low = plain(item.of(text))
        found = self.words.of_what.search(low)
        return found is not None and is_filling(low[: found.start()], self.words)
