"""Heads of jobs behind the end of a section about something else, which no heading of theirs ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from gapcheck.outline.lines import Row
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.resume.entry_dates import EntryDate
from gapcheck.resume.head_lines import Head, HeadFinder
from gapcheck.resume.head_shapes import Shape, below_a_gap, shape_of

_NOT_LEFT = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.TEACHING, SectionKind.VOLUNTEERING, SectionKind.GOALS}
)
"""Kinds of sections in which a head is what it looks like, or is wished for."""


class LateHeads:
    """Finds them by how they are set: as headings are, or as those of the jobs above with bullets below. Pure."""

    def __init__(self, heads: HeadFinder, headings: ResumeHeadings) -> None:
        self._heads = heads
        self._headings = headings

    def rows(self, section: Section, rows: Sequence[Row], level: int, *, repeated: bool) -> Sequence[Row]:
        """The lines among which such heads can be, none where the section is not left.

        A section can go on with jobs where the file marks a head as a heading of its `level`, or where it can be part
        of a job: awards are, and what has a `repeated` heading is.
        """
        marked = _marked(rows, level)
        part = repeated or section.kind is SectionKind.AWARDS
        projects = section.kind is SectionKind.PROJECTS and not repeated
        other = section.kind in _NOT_LEFT or projects or self._headings.names_memberships(section.title)
        if other or not (marked or part):
            return []
        return [row for row in rows if row.index >= min(marked)] if marked else rows

    def heads(
        self,
        rows: Sequence[Row],
        dates: Sequence[EntryDate | None],
        level: int,
        shapes: Collection[Shape],
        *,
        repeated: bool,
    ) -> list[Head]:
        """The heads among those lines. `shapes` are those of the jobs above; below a job its `repeated` heading may come next."""
        heads = self._heads.dated(rows, dates)
        if marked := _marked(rows, level):
            return [head for head in heads if rows[head.first].index in marked]
        bulleted = [h for h in heads if (rows[h.last + 1].bullet if h.last + 1 < len(rows) else repeated)]
        alike = [head for head in bulleted if shape_of(rows, head) in shapes]
        return [replace(head, first=below_a_gap(rows, head)) for head in alike]


def _marked(rows: Sequence[Row], level: int) -> frozenset[int]:
    """The numbers of the lines that the file marks as headings of a level or above it."""
    return frozenset(row.index for row in rows if 0 < row.line.heading_level <= level)
