"""How the heads of entries are set: what tells heads from the name above them, and which are set alike."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.facts.degrees import DegreeFinder
from gapcheck.outline.form import Signature, signature
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import DatePlace
from gapcheck.resume.head_lines import FEWEST_JOBS, Head

Shape = tuple[Signature, DatePlace | None]
"""How the line with the date is set, and where in it the date stands."""
_FEWEST_WORDS_BELOW = 5
"""Words of a line below a head that tells of the work."""


def shape_of(rows: Sequence[Row], head: Head) -> Shape:
    """The shape of a head among the rows of its section."""
    return signature(rows[head.date_row]), head.date.place if head.date is not None else None


def below_the_name(rows: Sequence[Row], head: Head, usual: Signature) -> int:
    """Where a head begins in a section that opens the resume: name and address above it are no part of it.

    Lines right above the date belong to it that are all set unlike the text (`usual`), or else that nothing sets apart.
    """
    first = head.date_row
    while first > head.first and _is_set_off(rows[first - 1], usual):
        first -= 1
    return first if first < head.date_row else below_a_gap(rows, head)


def below_a_gap(rows: Sequence[Row], head: Head) -> int:
    """Where a head begins if it does not reach over a line that is set apart from the one above it."""
    apart = (at for at in range(head.date_row, head.first - 1, -1) if rows[at].gap)
    return next(apart, head.first)


def _is_set_off(row: Row, usual: Signature) -> bool:
    """Whether a line is set unlike the text, and below the name."""
    return row.index > 0 and row.line.heading_level != 1 and signature(row) != usual


def set_alike(rows: Sequence[Row], heads: Sequence[Head], degrees: DegreeFinder) -> frozenset[int]:
    """Where heads begin that are set as others are, with text of their own below, and name no degree."""
    kinds: dict[Shape, list[int]] = {}
    for head in heads:
        below = rows[head.last + 1] if head.last + 1 < len(rows) else None
        told = below is not None and (below.bullet or len(below.text.split()) >= _FEWEST_WORDS_BELOW)
        first, row = rows[head.first], rows[head.date_row]
        if told and head.date is not None and not any(degrees.find(each.text) for each in (first, row)):
            kinds.setdefault(shape_of(rows, head), []).append(first.line.span.start)
    return frozenset(start for starts in kinds.values() if len(starts) >= FEWEST_JOBS for start in starts)
