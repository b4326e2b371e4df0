"""What a student's placements are where nothing but a heading names them: the lines without a date, and the long ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gapcheck.facts.periods import Months
from gapcheck.outline.lines import Row
from gapcheck.outline.model import Section
from gapcheck.resume.model import Entry, EntryKind
from gapcheck.spans import Span, SpanIndex

_LONGEST = 6


def is_year_in_industry(months: Months | None) -> bool:
    """Whether a placement is longer than a ward or a school keeps a student: more than half a year."""
    return months is not None and months[0] > _LONGEST


def undated_placements(section: Section, rows: Sequence[Row], found: Sequence[Span]) -> list[Entry]:
    """The lines below a heading of placements that are in no entry of it, each run of them an entry without a date."""
    covered = SpanIndex((span, span) for span in found)
    entries = []
    for outside, run in groupby(rows, lambda row: not covered.overlapping(row.line.span)):
        lines = list(run)
        if outside:
            span = Span(lines[0].line.span.start, lines[-1].line.span.end)
            entries.append(
                Entry(EntryKind.PLACEMENT, section.title, "", None, None, span, lines[0].line.page)
            )
    return entries
