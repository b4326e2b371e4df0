"""The outline amended by what was read in it: sections of unknown kind that hold jobs, degrees or certificates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from gapcheck.document import Document
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.resume.model import EMPLOYMENT, Education, Entry
from gapcheck.spans import Span

_MAY_HOLD_JOBS = frozenset(
    {
        SectionKind.OTHER,
        SectionKind.HEADER,
        SectionKind.SUMMARY,
        SectionKind.SKILLS,
        SectionKind.PROJECTS,
    }
)


_FEWEST_TOLD = 2
_LONGEST_ITEM = 24


class EntryFound(Protocol):
    """An entry that was read, wherever it stands."""

    @property
    def entry(self) -> Entry:
        """The entry."""
        ...


def with_experience(plan: Outline, entries: Sequence[EntryFound]) -> Outline:
    """The outline of a resume whose jobs stand under no heading, or under one of unknown kind.

    A section of unknown kind that holds jobs is one of experience; a header with jobs ends where they begin.
    """
    sections: list[Section] = []
    for section in plan.sections:
        jobs = [
            e.entry.span
            for e in entries
            if e.entry.kind in EMPLOYMENT and section.body.start <= e.entry.span.start < section.body.end
        ]
        if not jobs or section.kind not in _MAY_HOLD_JOBS:
            sections.append(section)
        elif section.kind in {SectionKind.OTHER, SectionKind.PROJECTS}:
            sections.append(replace(section, kind=SectionKind.EXPERIENCE))
        else:
            cut = jobs[0].start
            head = Span(section.body.start, cut)
            sections.append(replace(section, span=Span(section.span.start, cut), body=head))
            rest = Span(cut, section.span.end)
            page = next((row.line.page for row in plan.rows if row.line.span.start >= cut), section.page)
            sections.append(Section(SectionKind.EXPERIENCE, "", rest, rest, page))
    return replace(plan, sections=tuple(sections))


def with_certificates(plan: Outline, document: Document, terms: CertificateTerms) -> Outline:
    """The outline in which sections of unknown kind, most of whose lines tell how long they hold, are certificates.

    So are "Papers" that are no publications.
    """
    sections = [
        replace(section, kind=SectionKind.CERTIFICATIONS)
        if section.title and _holds_certificates(section, document, terms)
        else section
        for section in plan.sections
    ]
    return replace(plan, sections=tuple(sections), kinds=_kinds_of(plan, sections))


def _holds_certificates(section: Section, document: Document, terms: CertificateTerms) -> bool:
    if section.kind not in {SectionKind.OTHER, SectionKind.PUBLICATIONS}:
        return False
    items = [
        block.body.of(document.text).replace("\n", " ")
        for block in document.blocks
        if section.body.start <= block.body.start and block.body.end <= section.body.end
    ]
    told = sum(
        terms.runs_out(item)
        or (section.kind is SectionKind.OTHER and (terms.dated_state(item) or terms.states(item)))
        for item in items
        if len(item.split()) <= _LONGEST_ITEM
    )
    return told >= _FEWEST_TOLD and 2 * told >= len(items)


def _kinds_of(plan: Outline, sections: Sequence[Section]) -> dict[int, tuple[SectionKind, ...]]:
    """The kinds of all headings, those of amended sections first."""
    kinds = dict(plan.kinds)
    for section in sections:
        known = kinds.get(section.span.start, ())
        if section.kind not in known:
            kinds[section.span.start] = (section.kind,)
    return kinds


def with_education(plan: Outline, degrees: Sequence[Education]) -> Outline:
    """The outline of a resume whose degrees stand under a heading of unknown kind: that section is education."""
    sections = [
        replace(section, kind=SectionKind.EDUCATION)
        if section.kind is SectionKind.OTHER
        and any(section.body.start <= degree.span.start < section.body.end for degree in degrees)
        else section
        for section in plan.sections
    ]
    return replace(plan, sections=tuple(sections))
