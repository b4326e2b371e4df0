"""The taxonomy's words for resumes, compiled once as long as the taxonomy lives."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.facts.dates import DateParser, date_parser
from gapcheck.facts.degrees import DegreeFinder, degree_finder
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.matching.assertion import assertions
from gapcheck.matching.skill_names import skills_called
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.resume.entry_dates import EntryDateFinder
from gapcheck.resume.entry_heads import EntryHeadReader
from gapcheck.resume.entry_words import EntryWords
from gapcheck.resume.label_blocks import LabelBlockReader
from gapcheck.resume.lapses import LapseFinder
from gapcheck.resume.listed_names import ListedNames
from gapcheck.resume.organization_names import OrganizationNameFinder
from gapcheck.resume.person_names import OtherPeopleFinder, PersonNameFinder
from gapcheck.resume.personal_details import PersonalDetailFinder
from gapcheck.resume.pronouns import OwnPronoun
from gapcheck.resume.told_jobs import ToldJobFinder
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.lazy_rows import rows_with
from gapcheck.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class ResumeVocabulary:
    """Lookups and grammars for one taxonomy. A list that it does not have is empty.

    `programming_languages` are the names of all that the taxonomy has, lower case.
    """

    headings: ResumeHeadings
    dates: DateParser
    titles: EntryWords
    degrees: DegreeFinder
    people: OtherPeopleFinder
    bodies: OrganizationNameFinder
    pronouns: OwnPronoun
    terms: CertificateTerms
    lapses: LapseFinder
    entry_dates: EntryDateFinder
    entry_heads: EntryHeadReader
    label_blocks: LabelBlockReader
    told_jobs: ToldJobFinder
    names: PersonNameFinder
    personal: PersonalDetailFinder
    programming_languages: frozenset[str]
    listed_names: ListedNames


_VERB_SETS = ("make", "improve", "reduce", "study", "tell", "teach", "watch", "check")
"""Sets of pattern_words.yaml that hold what people do."""


def _built(taxonomy: Taxonomy) -> ResumeVocabulary:
    headings = ResumeHeadings(taxonomy.section_headings)
    dates = date_parser(taxonomy)
    titles = EntryWords(taxonomy.job_titles, job_title_finder(taxonomy))
    degrees = degree_finder(taxonomy)
    heads = EntryHeadReader(titles, dates.durations, taxonomy.entry_heads, taxonomy.job_titles.legal_forms)
    return ResumeVocabulary(
        headings=headings,
        dates=dates,
        titles=titles,
        degrees=degrees,
        people=OtherPeopleFinder(taxonomy.person_names, degrees, titles),
        bodies=OrganizationNameFinder(taxonomy.person_names),
        pronouns=OwnPronoun(taxonomy.person_names),
        terms=CertificateTerms(taxonomy.certificate_words, dates, degrees.schools, titles),
        lapses=LapseFinder(taxonomy.certificate_words, dates),
        entry_dates=EntryDateFinder(dates, titles, taxonomy.entry_heads),
        entry_heads=heads,
        label_blocks=LabelBlockReader(dates, titles, heads, taxonomy.entry_heads),
        told_jobs=ToldJobFinder(
            dates, titles, taxonomy.entry_heads, taxonomy.person_names, assertions(taxonomy)
        ),
        names=PersonNameFinder(
            taxonomy.person_names,
            headings,
            titles,
            lambda name: bool(skills_called(name, taxonomy)),
        ),
        personal=PersonalDetailFinder(taxonomy.personal_details, dates),
        programming_languages=frozenset(
            name.casefold()
            for skill in rows_with(taxonomy.skills, "category", _PROGRAMMING)
            if skill.category == _PROGRAMMING
            for name in (skill.label, *(alias.name for alias in skill.aliases))
        ),
        listed_names=ListedNames(
            taxonomy.term_words,
            (
                *taxonomy.job_titles.verbs,
                *(
                    word.rstrip("+")
                    for name in _VERB_SETS
                    for word in taxonomy.pattern_words.sets.get(name, ())
                    if word.endswith("+")
                ),
            ),
            taxonomy.skills,
        ),
    )


_PROGRAMMING = "programming-languages"
vocabulary_of = Derived(_built)
"""The compiled words of a taxonomy."""
