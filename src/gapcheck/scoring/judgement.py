"""What a requirement was judged to be worth, with every factor written down."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gapcheck.config import ScorePolicy
from gapcheck.report import Evidence
from gapcheck.scoring.proofs import Grade

GRADES = tuple(Grade)


class Status(StrEnum):
    """How far a row is met, least first."""

    MISSING = "missing"
    PARTIAL = "partial"
    MET = "met"


STATUSES = tuple(Status)


def status_of(credit: float, policy: ScorePolicy) -> Status:
    """Met, partial or missing; the credit is rounded to six places first."""
    rounded = round(credit, 6)
    if rounded >= policy.met:
        return Status.MET
    return Status.PARTIAL if rounded >= policy.partial else Status.MISSING


class Judgement(NamedTuple):
    """`credit` 0 to 1 with its band; `reasons` one line a factor; `evidence` strongest first.

    `short` is the reason in a few words, "" where the grade says it all.
    """

    credit: float = 0.0
    low: float = 0.0
    high: float = 0.0
    grade: Grade = Grade.NONE
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    short: str = ""

    def clamped(self) -> Judgement:
        """Rounded to six places, within 0 to 1, the band around the credit."""
        credit = round(min(max(self.credit, 0.0), 1.0), 6)
        low = round(min(max(self.low, 0.0), credit), 6)
        high = round(min(max(self.high, credit), 1.0), 6)
        if (credit, low, high) == (self.credit, self.low, self.high):
            return self
        return self._replace(credit=credit, low=low, high=high)


def better(first: Judgement, second: Judgement) -> Judgement:
    """The one with more credit; its band reaches as far as either's."""
    best = first if first.credit >= second.credit else second
    return best._replace(low=max(first.low, second.low), high=max(first.high, second.high))


def best_grade(grades: list[Grade]) -> Grade:
    """The best of some grades, NONE if there are none."""
    return min(grades, key=_RANK.__getitem__, default=Grade.NONE)


_RANK = {grade: rank for rank, grade in enumerate(GRADES)}
