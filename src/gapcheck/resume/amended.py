"""The outline amended by what was read in it: sections of unknown kind that hold jobs or degrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from gapcheck.resume.model import EMPLOYMENT, Education, Entry, Section, SectionKind
from gapcheck.resume.sections import Outline
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
