"""The states that a text prints beside the name of a licence: those that issued it, or in which it is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.facts.degrees import degree_finder
from gapcheck.facts.fields_of_study import SchoolNames
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS
from gapcheck.text.phrases import compiled, plain

_WORD = re.compile(r"[^\W\d_][\w']*")
_SENTENCE = re.compile(r"[.;:|•]")
_JOINS = JOINERS | {""}
_NEXT = re.compile(r"-\w|\s+(?P<word>[\w'-]+)")
_FARTHEST = 60
"""Characters between a state and the name of a licence in a demand."""


class IssuingStates:
    """certificate_words.yaml, as far as it is about states. Pure after it is built."""

    def __init__(self, words: CertificateWords, schools: SchoolNames) -> None:
        self._regions, self._everywhere = compiled(words.regions), compiled(words.all_regions)
        lists = (
            words.names,
            words.listed,
            words.asked,
            words.held_as,
            words.abbreviations,
            words.near_region,
        )
        self._near = FUNCTION_WORDS.union(*(plain(each).split() for each_of in lists for each in each_of))
        self._schools = schools

    def named(self, text: str) -> frozenset[str]:
        """The states that a text names, in lower case; none where it speaks of all."""
        return frozenset(each.group() for each in self._places(text))

    def asked(self, text: str, name: Span) -> frozenset[str]:
        """The states in which a demand asks for the licence with this name: "Ohio RN license", "licensed in Ohio".

        Only words about licences are between them, and what is behind a state goes on about no other thing: a Virginia
        university, a Georgia-based firm.
        """
        places, low = self._places(text), plain(text)
        for place in places:
            start, end = sorted((*place.span(), name.start, name.end))[1:3]
            behind = place.start() >= name.end and self._says_more(low, place.end())
            near = end - start <= _FARTHEST and not _SENTENCE.search(low, start, end)
            if near and not behind and self._near.issuperset(_WORD.findall(low[start:end])):
                return self._joined(low, places, place)
        return frozenset()

    def printed(self, text: str, name: str) -> frozenset[str]:
        """The states that issued the licence with this name: the nearest in its text, and those that are joined to it.

        A state behind the name of a school is where somebody learned.
        """
        low, at = plain(text), max(plain(text).find(plain(name)), 0)
        held = Span(at, min(at + len(name), len(text)))
        places = [
            each for each in self._places(text) if not self._is_of_school(text, Span(*each.span()), held)
        ]
        if not places:
            return frozenset()
        first = min(places, key=lambda each: max(each.start() - held.end, held.start - each.end()))
        return self._joined(low, places, first)

    def _places(self, text: str) -> Sequence[re.Match[str]]:
        low = plain(text)
        return () if self._everywhere.search(low) else tuple(self._regions.finditer(low))

    def _says_more(self, low: str, at: int) -> bool:
        """Whether the word behind a state makes it part of something else."""
        word = _NEXT.match(low, at)
        return word is not None and word["word"] not in self._near

    def _is_of_school(self, text: str, place: Span, name: Span) -> bool:
        if place.overlaps(name):
            return False
        between = text[name.end : place.start] if place.start >= name.end else text[place.end : name.start]
        return self._schools.is_institution(between)

    @staticmethod
    def _joined(low: str, places: Sequence[re.Match[str]], first: re.Match[str]) -> frozenset[str]:
        """A state with those that are joined to it on either side: "Ohio (2015), Texas (2017) and Utah"."""
        at = places.index(first)
        low_end = high = at

        def joined(one: re.Match[str], other: re.Match[str]) -> bool:
            return low[one.end() : other.start()].strip(" ,;&/()0123456789") in _JOINS

        while low_end > 0 and joined(places[low_end - 1], places[low_end]):
            low_end -= 1
        while high + 1 < len(places) and joined(places[high], places[high + 1]):
            high += 1
        return frozenset(each.group() for each in places[low_end : high + 1])


def _built(taxonomy: Taxonomy) -> IssuingStates:
    return IssuingStates(taxonomy.certificate_words, degree_finder(taxonomy).schools)


issuing_states: Derived[Taxonomy, IssuingStates] = Derived(_built)
"""The states of a taxonomy's licences, compiled once."""
