"""How old a certificate may be where it is asked for: "less than five years old", "within its three years"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gapcheck.facts.durations import DurationParser, duration_parser
from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.phrases import compiled


class CertificateAge(NamedTuple):
    """An age in months, with the place of the words that say so; None where these count in weeks."""

    months: int | None
    span: Span


class CertificateAges:
    """certificate_words.yaml, as far as it is about ages. Pure after it is built."""

    def __init__(self, words: CertificateWords, durations: DurationParser) -> None:
        self._durations = durations
        self._ages = late_pattern(rf"[\s,(–-]*{compiled(words.ages).pattern}")

    def find(self, low: str) -> Iterator[CertificateAge]:
        """The ages in the plain reading of a clause."""
        for found in self._ages.finditer(low):
            length = next(iter(self._durations.find(found.group())), None)
            yield CertificateAge(length.months if length else None, Span(*found.span()))


def _built(taxonomy: Taxonomy) -> CertificateAges:
    return CertificateAges(taxonomy.certificate_words, duration_parser(taxonomy))


certificate_ages: Derived[Taxonomy, CertificateAges] = Derived(_built)
"""The ages in the words of a taxonomy."""
