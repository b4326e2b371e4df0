"""The taxonomy's words for resumes, compiled once as long as the taxonomy lives."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import ref

from gapcheck.facts.dates import DateParser
from gapcheck.facts.degrees import DegreeFinder, degree_finder
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.outline.vocabulary import HeadingLookup
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.resume.entry_words import EntryWords
from gapcheck.taxonomy.language.certificate_words import CertificateWords
from gapcheck.taxonomy.language.dates import Dates
from gapcheck.taxonomy.language.section_headings import SectionHeadings
from gapcheck.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lookups and grammars for one taxonomy. A list that it does not have is empty."""

    headings: HeadingLookup
    dates: DateParser
    titles: EntryWords
    degrees: DegreeFinder
    terms: CertificateTerms


_BUILT: dict[int, tuple[ref[Taxonomy], Vocabulary]] = {}


def vocabulary_of(taxonomy: Taxonomy) -> Vocabulary:
    """The compiled words of a taxonomy (it is frozen, but cannot be hashed)."""
    key = id(taxonomy)
    built = _BUILT.get(key)
    if built is None or built[0]() is not taxonomy:
        gone = ref(taxonomy, lambda _: _BUILT.pop(key, None))
        built = _BUILT[key] = (gone, _built(taxonomy))
    return built[1]


def _built(taxonomy: Taxonomy) -> Vocabulary:
    lists = taxonomy.vocabularies
    dates = DateParser(lists.get("dates") or Dates())
    return Vocabulary(
        headings=HeadingLookup(lists.get("section_headings") or SectionHeadings()),
        dates=dates,
        titles=EntryWords(taxonomy.job_titles, job_title_finder(taxonomy)),
        degrees=degree_finder(taxonomy),
        terms=CertificateTerms(lists.get("certificate_words") or CertificateWords(), dates),
    )
