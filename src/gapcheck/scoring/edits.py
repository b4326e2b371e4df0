"""What the score would be after an edit of the resume itself: a skill named in a job or a degree that it has, or dates.

Unlike an assumption, which adds a proof and nothing else, an edited resume is weighed anew as a whole, so that what follows
from an edit for other rows (time in a field, lists that work bears out) is counted, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.errors import GapcheckError
from gapcheck.facts.dates import Month
from gapcheck.facts.periods import Period
from gapcheck.matching.mentions import SkillMention
from gapcheck.resume.model import EMPLOYMENT, Resume
from gapcheck.scoring.assumptions import DEGREE, Assumption
from gapcheck.scoring.case import Case
from gapcheck.scoring.what_if import Scenarios
from gapcheck.spans import Span


@dataclass(frozen=True, slots=True)
class AddedLine:
    """A skill named in one more line of the part of the resume that `within` covers (a job, a project, a degree)."""

    skill: str
    within: Span


def edited(case: Case, namings: Sequence[AddedLine], *, dates: bool = False) -> Case:
    """The case as it would be with these skills named; with `dates`, also with dates at every job that has none.

    Dates that nobody knows are taken to be one month each, the least that they can say.
    """
    resume = case.resume
    mentions = [SkillMention(each.skill, _line(each.within, at), "") for at, each in enumerate(namings)]
    changed = replace(resume, matches=resume.matches.joined(mentions))
    if dates:
        changed = _dated(changed)
    return case.reread(changed)


def supposed(case: Case, assumptions: Iterable[Assumption]) -> Case:
    """The case with all of `assumptions`, those that have a place in the resume first.

    Raises:
        GapcheckError: the resume has no such job, or no degree.
    """
    given = tuple(assumptions)
    placed = [AddedLine(each.id, _place(each, case.resume)) for each in given if each.place]
    base = edited(case, placed) if placed else case
    return Scenarios(base).case_with(*(each for each in given if not each.place))


def _place(assumption: Assumption, resume: Resume) -> Span:
    if assumption.place == DEGREE:
        if resume.education:
            return resume.education[0].span
        raise GapcheckError(f"{str(assumption)!r}: no degree was found in the resume.")
    jobs = [entry for entry in resume.entries if entry.kind in EMPLOYMENT]
    number = int(assumption.place)
    if not 1 <= number <= len(jobs):
        raise GapcheckError(
            f"{str(assumption)!r}: the resume has {len(jobs)} jobs.",
            hint="`gapcheck parse` lists them in order.",
        )
    return jobs[number - 1].span


def _line(within: Span, at: int) -> Span:
    """A character of its own near the end, where a line more would be."""
    end = max(within.end - at, within.start + 1)
    return Span(end - 1, end)


def _dated(resume: Resume) -> Resume:
    day = date.fromisoformat(resume.as_of)
    entries = tuple(
        replace(
            each,
            period=Period(Month(day.year, day.month), None, Span(each.span.start, each.span.start + 1)),
            months=(1, 1),
        )
        if each.kind in EMPLOYMENT and each.period is None
        else each
        for each in resume.entries
    )
    return replace(resume, entries=entries)
