"""Conditions for a job, apart from the sum: whether each is met, and what one word says of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from gapcheck.config import Policy
from gapcheck.scoring.case import Case
from gapcheck.scoring.judgement import Status
from gapcheck.scoring.score import is_gate
from gapcheck.taxonomy import Requirement


class GateState(StrEnum):
    """How a condition stands."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    EXPIRED = "expired"
    TO_COME = "to come"


_STATES = {
    "expired": GateState.EXPIRED,
    "historic": GateState.EXPIRED,
    "in_progress": GateState.TO_COME,
}


class Verdict(StrEnum):
    """How good the fit is, in a word, best first."""

    STRONG = "strong"
    GOOD = "good"
    PARTIAL = "partial"
    FAR = "far"


def gate_state(row: Requirement, case: Case) -> tuple[GateState, str | None]:
    """The state of a condition, with the day or month (as printed) until which it is or was in force."""
    places = {(each.start, each.end) for each in case.judged[row.id].evidence}
    status = case.status(row.id)
    if row.degree is not None:
        degrees = (
            each for each in case.strengths.profile.degrees if each.status == "in-progress" and each.evidence
        )
        if any((each.evidence.start, each.evidence.end) in places for each in degrees if each.evidence):
            return GateState.TO_COME, None
    held = next(
        (
            each
            for each in case.strengths.profile.certificates
            if each.evidence and (each.evidence.start, each.evidence.end) in places
        ),
        None,
    )
    expires = held.expires if held is not None else None
    if status is Status.MISSING and held is not None:
        return _STATES.get(held.status, GateState.MISSING), expires
    return GateState(status.value), expires


def gates_of(case: Case) -> Iterator[tuple[Requirement, GateState, str | None]]:
    """The conditions for the job that weigh anything, each with its state (see `gate_state`)."""
    for row in case.requirements:
        if is_gate(row) and case.weighed[row.id].possible > 0:
            yield row, *gate_state(row, case)


def verdict_of(score: float, gates: Iterable[GateState], policy: Policy) -> Verdict:
    """The word for a score; who lacks a condition for the job is no more than a partial fit until it is there."""
    bounds = policy.verdict
    met = all(state in {GateState.MET, GateState.PARTIAL} for state in gates)
    if met and score >= bounds.strong:
        return Verdict.STRONG
    if met and score >= bounds.good:
        return Verdict.GOOD
    return Verdict.PARTIAL if score >= bounds.partial else Verdict.FAR
