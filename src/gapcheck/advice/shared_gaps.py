"""Which skills that a resume lacks would open most of many jobs, and in which order to learn them.

Greedy cover, as the plan of certificates: each time the skill is taken that opens most of the jobs that are still
closed, and of several the one that raises the scores most. A job is open where the verdict is a good or a strong fit,
and out of reach where it is far: what only such a job asks for is no step, as long as another job is nearer.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from gapcheck.scoring import (
    Assumption,
    AssumptionKind,
    Case,
    Scenarios,
    Verdict,
    gates_of,
    verdict_of,
)
from gapcheck.taxonomy import Kind

_LEARNED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.LANGUAGE})
_ASSUMED = AssumptionKind.SKILL
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class LearningStep:
    """One skill to learn after those before it, each shown in a dated project.

    `asked_by`: jobs within reach that ask for it. `opens`: jobs that become a good fit by this step. `open`:
    all jobs that are one by then. `points`: what the scores gain by it, the mean over the jobs within reach.
    """

    skill: str
    label: str
    asked_by: int
    opens: int
    open: int
    points: float


@dataclass(frozen=True, slots=True)
class SharedGaps:
    """How many of `jobs` are open as the resume is, or out of reach, and the steps that would open more of them."""

    jobs: int
    open: int
    out_of_reach: int
    steps: tuple[LearningStep, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    score: float
    verdict: Verdict

    @property
    def is_open(self) -> bool:
        return self.verdict in {Verdict.STRONG, Verdict.GOOD}


class _Job:
    """One case, with what has been assumed of it so far."""

    def __init__(self, case: Case, known: Container[str]) -> None:
        self._scenarios = Scenarios(case)
        self._learned: tuple[Assumption, ...] = ()
        self._tried: dict[str, _Outcome] = {}
        self.asked = _asked(self._scenarios, known)
        self.now = self._outcome(())

    def label(self, skill: str) -> str:
        return self._scenarios.case.taxonomy.skills[skill].label

    def with_skill(self, skill: str) -> _Outcome:
        """The outcome with this skill as well; judged once for all that has been learned."""
        if skill not in self.asked:
            return self.now
        if skill not in self._tried:
            self._tried[skill] = self._outcome((*self._learned, Assumption(_ASSUMED, skill)))
        return self._tried[skill]

    def learn(self, skill: str) -> None:
        if skill in self.asked:
            self.now = self.with_skill(skill)
            self._learned = (*self._learned, Assumption(_ASSUMED, skill))
            self._tried = {}

    def _outcome(self, assumed: Sequence[Assumption]) -> _Outcome:
        case = self._scenarios.case_with(*assumed)
        score = case.total.value or 0.0
        states = (state for _, state, _ in gates_of(case))
        return _Outcome(score, verdict_of(score, states, case.policy))


def shared_gaps(cases: Sequence[Case], known: Container[str]) -> SharedGaps:
    """What one resume lacks for many jobs; `cases` are that resume judged for each of them.

    Steps are skills among `known`, the taxonomy's own ids: a posting's own words name nothing that another one asks for.

    It ends after the policy's `steps`, or where no other skill would raise a score.
    """
    every = [_Job(case, known) for case in cases]
    reached = [job for job in every if job.now.verdict is not Verdict.FAR]
    jobs, most = reached or every, cases[0].policy.advice.steps
    before = sum(job.now.is_open for job in jobs)
    found: list[LearningStep] = []
    rest = {skill for job in jobs for skill in job.asked}
    while rest and len(found) < most:
        tried = {skill: [job.with_skill(skill) for job in jobs] for skill in sorted(rest)}
        best = min(tried, key=lambda skill: (*_gain(tried[skill]), *_asking(skill, jobs)))
        gained = sum(each.score - job.now.score for job, each in zip(jobs, tried[best], strict=True))
        if gained < _LEAST:
            break
        opened, already = sum(each.is_open for each in tried[best]), sum(job.now.is_open for job in jobs)
        asking = [job for job in jobs if best in job.asked]
        label, points = asking[0].label(best), gained / len(jobs)
        found.append(LearningStep(best, label, len(asking), opened - already, opened, points))
        for job in jobs:
            job.learn(best)
        rest.remove(best)
    return SharedGaps(len(every), before, len(every) - len(reached), tuple(found))


def _gain(outcomes: Sequence[_Outcome]) -> tuple[int, float]:
    """What sorts first: most jobs open, then the highest scores."""
    return -sum(each.is_open for each in outcomes), -round(sum(each.score for each in outcomes), 6)


def _asking(skill: str, jobs: Sequence[_Job]) -> tuple[int, int, str]:
    """What sorts first of equals: asked for by most jobs, then named first where several would do."""
    places = [job.asked[skill] for job in jobs if skill in job.asked]
    return -len(places), min(places), skill


def _asked(scenarios: Scenarios, known: Container[str]) -> dict[str, int]:
    """The skills of unmet rows that can be learned, with their place; traits are asked about in an interview."""
    rows = (row for row in scenarios.unmet if row.kind in _LEARNED)
    named = (skill for row in rows for skill in (*row.skills, *([row.head] if row.head else [])))
    return {skill: place for place, skill in enumerate(dict.fromkeys(named)) if skill in known}
