"""How old a certificate may be where it is asked for: "less than five years old", "within its three years"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gapcheck.facts.durations import DurationParser, duration_parser
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.phrases import compiled

_BEFORE = 6
"""Characters before an age in which are the signs that set it off."""


class CertificateAge(NamedTuple):
    """An age in months, with the place of the words that say so; None where these count in weeks."""

    months: int | None
    span: Span


class CertificateAges:
    """certificate_words.yaml, as far as it is about ages. Pure after it is built."""

    def __init__(self, words: CertificateWords, durations: DurationParser) -> None:
        self._durations = durations
        self._ages = compiled(words.ages)

    def find(self, low: str) -> Iterator[CertificateAge]:
        """The ages in the plain reading of a clause."""
        for found in self._ages.finditer(low):
            length = next(iter(self._durations.find(found.group())), None)
            near = low[max(found.start() - _BEFORE, 0) : found.start()]
            start = found.start() - len(near) + len(near.rstrip(" ,(–-"))
            yield CertificateAge(length.months if length else None, Span(start, found.end()))


def _built(taxonomy: Taxonomy) -> CertificateAges:
    return CertificateAges(taxonomy.certificate_words, duration_parser(taxonomy))


certificate_ages: Derived[Taxonomy, CertificateAges] = Derived(_built)
"""The ages in the words of a taxonomy."""
