"""The places of a resume that a report speaks of: what counted for which requirement, what did not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.document import Box
from gapcheck.rendering import first_screen, view
from gapcheck.report import Evidence, GapReport, RequirementRow

COUNTED, PARTIAL, NOT_COUNTED = "counted", "partial", "not counted"
_STATES = (COUNTED, PARTIAL, NOT_COUNTED)
_IN_PART = frozenset({"similarity", "related"})
"""Methods by which a text counts in part only, whatever the requirement gets."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of the resume. `state` is the best that is said of it; `notes` is a line for each thing that is said.

    `boxes`: one for each printed line, in points from the bottom left corner of the page. `requirements`: ids
    of the rows that it counts for, best first.
    """

    page: int
    boxes: tuple[Box, ...]
    state: str
    notes: tuple[str, ...]
    requirements: tuple[str, ...] = ()


def marks_of(report: GapReport) -> tuple[Mark, ...]:
    """The marks in reading order of the page: from top to bottom, then from left to right; none without geometry."""
    said: dict[tuple[int, tuple[Box, ...]], list[tuple[int, str, str]]] = {}
    for page, boxes, state, note, row in _said(report):
        if boxes:
            said.setdefault((page, boxes), []).append((_STATES.index(state), note, row))
    marks = []
    for (page, boxes), lines in said.items():
        best = min(rank for rank, _, _ in lines)
        # what was counted after all is not also called "not counted"
        kept = sorted({line for line in lines if line[0] < 2 or best == 2})
        rows = tuple(dict.fromkeys(row for _, _, row in kept if row))
        notes = tuple(dict.fromkeys(note for _, note, _ in kept))
        marks.append(Mark(page, boxes, _STATES[best], notes, rows))
    return tuple(sorted(marks, key=lambda mark: (mark.page, -mark.boxes[0][3], mark.boxes[0][0], mark.notes)))


def summary_of(report: GapReport) -> str:
    """What a reader of the marked pages should know first: target, score, what is missing, what the lines mean."""
    score = report.score
    lines = [f"{report.target.title}, as of {report.as_of}"]
    if score.value is None:
        lines.append(f"No score. {view.no_score_reason(report)}")
    else:
        lines.append(
            f"{first_screen.verdict(report)}Score {view.number(score.value)} of 100, range {view.band(score)}."
        )
    lines += [
        f"- not found: {row.title} ({row.necessity})"
        for row, _ in view.gaps(report)
        if row.status == "missing"
    ][:_MOST_MISSING]
    lines.append(
        "Solid line: counted. Dashed: counted in part. Dotted: seen and not counted, with the reason."
    )
    lines.append(view.CAUTION)
    return "\n".join(map(view.folded, lines))


_MOST_MISSING = 8


def _said(report: GapReport) -> Iterator[tuple[int, tuple[Box, ...], str, str, str]]:
    """Page, boxes, state, note and requirement of everything that is said of a place."""
    for row in report.requirements:
        if row.points_possible <= 0:
            continue
        for each in row.evidence:
            if each.claimed and row.credit > 0:
                yield each.page, each.boxes, _state(row, each), _counted(row), row.id
    for one in view.shown_discards(report):
        note = view.folded(f"Not counted: {one.label}, {view.discard_reason(one)}")
        yield one.page, one.boxes, NOT_COUNTED, note, ""


def _state(row: RequirementRow, evidence: Evidence) -> str:
    return COUNTED if row.status == "met" and evidence.method not in _IN_PART else PARTIAL


def _counted(row: RequirementRow) -> str:
    figures = f"{view.points(row.points)} of {view.points(row.points_possible)} points"
    return view.folded(f"{row.title} ({row.necessity}): {view.shown_status(row)}, {figures}")
