"""Document -> Resume: where the parts of this package are put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from gapcheck.document import Document, DocumentWarning
from gapcheck.facts.certificates import CertificateFinder, certificate_finder
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.facts.languages import LanguageParser, language_parser
from gapcheck.facts.periods import Months, months_of
from gapcheck.matching import SkillMatcher
from gapcheck.matching.fields import within_fields
from gapcheck.matching.mentions import Genre
from gapcheck.outline import Outline, SectionEvidence, outline
from gapcheck.outline.lines import rows_of, running_headers
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import OPENINGS
from gapcheck.resume.certificate_items import holds_certificates
from gapcheck.resume.contact import ContactReader
from gapcheck.resume.credentials import CredentialReader
from gapcheck.resume.dated_sentences import dated_sentences
from gapcheck.resume.education import EducationReader
from gapcheck.resume.entries import EntryReader
from gapcheck.resume.foot_lines import FootFinder
from gapcheck.resume.found_entries import FoundEntry
from gapcheck.resume.model import EMPLOYMENT, Education, HeldCertificate, Resume
from gapcheck.resume.organization_names import without_fields
from gapcheck.resume.passages import PassageMaker, masks
from gapcheck.resume.readability import readability
from gapcheck.resume.vocabulary import ResumeVocabulary, vocabulary_of
from gapcheck.resume.word_indexes import as_elsewhere, word_indexes
from gapcheck.spans import Span
from gapcheck.taxonomy.taxonomy import Taxonomy


def parse(document: Document, taxonomy: Taxonomy, matcher: SkillMatcher, *, as_of: date) -> Resume:
    """Everything that a document says of one person's career; `as_of` is what "present" means.

    Dates that cannot be meant are left out, with a warning in the document's warnings.
    """
    words = vocabulary_of(taxonomy)
    facts = _Facts(document, words, certificate_finder(taxonomy), language_parser(taxonomy), as_of)
    rows = rows_of(document)
    plan = outline(
        document,
        rows,
        words.headings,
        has_date=lambda text: bool(words.dates.find(text)),
        is_title=lambda text: words.titles.title_score(text) == SURE_SCORE,
        skipped=running_headers(rows),
        inline=True,
        evidence=facts.read,
    )
    plan = _opened_below(plan, words.names.find(document, plan)[1])
    # degrees may be in a section of which only its text shows that it holds certificates
    found, education = facts.entries, facts.education or EducationReader(document, words, as_of).read(plan)
    certificates = tuple(
        held
        for held in CredentialReader(document, taxonomy, words.terms, words.headings, as_of).read(plan)
        # a degree among the certificates is no certificate beside
        if held.id is not None or not words.degrees.find(held.name, study=_is_in(education, held))
    )
    lapses = words.lapses.find(document, certificate_finder(taxonomy).find, as_of)
    certificates = words.lapses.applied(certificates, lapses, document)
    contact = ContactReader(document, words).read(plan)
    maker = PassageMaker(document, words.headings, words.titles, words.programming_languages)
    passages = maker.passages(plan, found, contact)
    others = words.people.find(document, plan)
    bodies = without_fields(words.bodies.find(document.text, plan), education, document.text)
    masked = masks(contact, others, bodies, certificates, document)
    found_skills = matcher.find(document.text, passages, genre=Genre.RESUME, masked=masked)
    entries = tuple(each.entry for each in found)
    hidden = (*contact.spans, *contact.personal, *(each.span for each in certificates))
    resume = Resume(
        document=_warned(document, found),
        as_of=as_of.isoformat(),
        sections=plan.sections,
        entries=entries,
        experience=_employed(found, as_of),
        education=education,
        certificates=certificates,
        contact=contact,
        matches=words.pronouns.settled(
            as_elsewhere(within_fields(found_skills, taxonomy), document, taxonomy.skills),
            document,
            entries,
        ),
        passages=passages,
        dated_sentences=dated_sentences(document, found, words.dates),
        listed=words.listed_names.find(
            document,
            passages,
            found_skills,
            hidden,
            plan.sections,
            word_indexes(document),
        ),
    )
    return replace(resume, findings=readability(resume, taxonomy))


_SIDE = frozenset(
    {
        SectionKind.CONTACT,
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.CERTIFICATIONS,
        SectionKind.AWARDS,
        SectionKind.PUBLICATIONS,
    }
)


def _opened_below(plan: Outline, names: Collection[Span]) -> Outline:
    """The sections; below a side column that is read first, the line with the name begins what else opens a resume."""
    for first in sorted(names):
        section = plan.section_at(first.start)
        whole = any(row.span == first for row in plan.rows_in(section)[1:])
        if section.kind in _SIDE and whole and section is not plan.sections[0]:
            return _cut_at(plan, section, first)
    return plan


def _cut_at(plan: Outline, section: Section, first: Span) -> Outline:
    """The sections, where a name ends one of them and begins what opens the resume."""
    opening = Span(first.start, section.body.end)
    cut = replace(
        section, span=Span(section.span.start, first.start), body=Span(section.body.start, first.start)
    )
    header = Section(SectionKind.HEADER, "", opening, opening, section.page)
    sections = [new for each in plan.sections for new in ((cut, header) if each is section else (each,))]
    return replace(plan, sections=tuple(sections))


class _Facts:
    """The jobs, degrees and lists of certificates in a document, which also show what its sections are about."""

    def __init__(
        self,
        document: Document,
        words: ResumeVocabulary,
        finder: CertificateFinder,
        languages: LanguageParser,
        as_of: date,
    ) -> None:
        self._document = document
        self._words = words
        self._finder = finder
        self._foot = FootFinder(document, words, finder, languages)
        self._as_of = as_of
        self.entries: tuple[FoundEntry, ...] = ()
        self.education: tuple[Education, ...] = ()

    def read(self, plan: Outline) -> Iterator[SectionEvidence]:
        """What is found under headings that may name another kind of section, or none."""
        words = self._words
        entries = EntryReader(self._document, words, self._as_of).read(plan)
        self.entries, foot = self._foot.read(plan, entries)
        self.education = EducationReader(self._document, words, self._as_of).read(plan)
        for each in self.entries:
            if each.entry.kind in EMPLOYMENT:
                yield _shown(plan, SectionKind.EXPERIENCE, each.entry.span.start, ends=each.ends_section)
        for part in foot:
            yield SectionEvidence(part.kind, part.span, _CERTAIN, f"{part.kind.value} at the foot", "")
        for degree in self.education:
            yield _shown(plan, SectionKind.EDUCATION, degree.span.start)
        for section in plan.sections:
            if words.headings.names_memberships(section.title):
                continue
            if section.title and holds_certificates(section, self._document, self._finder, words.terms):
                yield _shown(plan, SectionKind.CERTIFICATIONS, section.body.start)


_CERTAIN = 2.0
"""More than a heading can be sure of."""
_SCORES = {SectionKind.EXPERIENCE: 0.5, SectionKind.CERTIFICATIONS: 0.25, SectionKind.EDUCATION: 0.1}


def _shown(plan: Outline, kind: SectionKind, start: int, *, ends: bool = False) -> SectionEvidence:
    """What a fact shows: of the rest of a section that opens the resume or `ends` there, of all of another."""
    section = plan.section_at(start)
    reason = f"{kind.value} below"
    if ends:
        return SectionEvidence(kind, Span(start, section.body.end), _CERTAIN, reason, "")
    if section.kind in OPENINGS:
        return SectionEvidence(kind, Span(start, section.body.end), _SCORES[kind], reason, "")
    return SectionEvidence(kind, section.body, _SCORES[kind], reason)


def _employed(found: Sequence[FoundEntry], as_of: date) -> Months:
    jobs = [each.entry for each in found if each.entry.kind in EMPLOYMENT]
    return months_of([period for job in jobs for period in job.periods], as_of)


def _is_in(education: Sequence[Education], held: HeldCertificate) -> bool:
    """Whether a certificate is printed where a degree is."""
    return any(each.span.start <= held.span.start < each.span.end for each in education)


def _warned(document: Document, found: Sequence[FoundEntry]) -> Document:
    """The document, with a warning for each date that was left out or cut."""
    warnings = tuple(
        # without a full stop, as all that a document warns of
        DocumentWarning("impossible-date", f"{each.warning[0].upper()}{each.warning[1:]}", each.entry.page)
        for each in found
        if each.warning
    )
    return replace(document, warnings=(*document.warnings, *warnings)) if warnings else document
