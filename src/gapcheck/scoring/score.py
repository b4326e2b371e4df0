"""How rows add up: weights, points, the score and its band. The sum of the points is the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from gapcheck.config import ScorePolicy
from gapcheck.scoring.judgement import Judgement
from gapcheck.taxonomy import Kind, Necessity, Requirement


@dataclass(frozen=True, slots=True)
class Weighed:
    """A row's share of the score: `weight` before sharing out, `possible` points of 100 at full credit.

    `for_wider`: it weighs more than by itself, for the wider row that it says more exactly.
    """

    weight: float
    possible: float
    for_wider: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """The score of 100 with its band; `required` and `preferred` are the coverage of each part, or None."""

    value: float | None
    low: float | None
    high: float | None
    required: float | None
    preferred: float | None


def weigh(rows: Sequence[Requirement], policy: ScorePolicy) -> Mapping[str, Weighed]:
    """Weight and possible points of every row, by id.

    weight = the row's own (1 unless the role's file says less), times soft_factor for soft skills, times the
    share of the documents that ask for it (never under support_floor); rows that are only mentioned weigh
    nothing, nor do rows that narrower ones say better: these take over the share of the row that they replace.
    Conditions for the job together are raised to at least gate_share of the required weight.
    All soft rows together are scaled to at most soft_share_cap of the required weight; those that are preferred
    no less than those that are required, so that none of them outweighs a required one. The preferred part
    gets q = min(preferred_share_cap, pW_P / (pW_P + W_R)) of the score, with p = preferred_factor.
    """
    shares = _shares(rows)
    weights = {row.id: _weight(row, policy, shares) for row in rows}
    least_of_gates = _gate_floor(rows, weights, policy)
    weights = {row.id: weights[row.id] * (least_of_gates if is_gate(row) else 1.0) for row in rows}
    parts = {
        part: [row for row in rows if row.necessity is part and weights[row.id] > 0]
        for part in (Necessity.REQUIRED, Necessity.PREFERRED)
    }
    least = 1.0
    for members in parts.values():
        least = min(least, _soft_cap(members, weights, policy))
        for row in members:
            weights[row.id] *= least if row.kind is Kind.SOFT_SKILL else 1.0
    totals = {
        part: sum(weights[r.id] for r in sorted(members, key=lambda r: r.id))
        for part, members in parts.items()
    }
    preferred = preferred_share(totals[Necessity.REQUIRED], totals[Necessity.PREFERRED], policy)
    of_score = {Necessity.REQUIRED: 1 - preferred, Necessity.PREFERRED: preferred}
    weighed = {}
    for row in rows:
        total = totals.get(row.necessity, 0.0)
        share = of_score.get(row.necessity, 0.0)
        possible = 100 * share * weights[row.id] / total if total else 0.0
        for_wider = shares[row.id] > max(_own_share(row), policy.support_floor)
        weighed[row.id] = Weighed(weights[row.id], possible, for_wider and weights[row.id] > 0)
    return weighed


def preferred_share(required: float, preferred: float, policy: ScorePolicy) -> float:
    """The share of the score that preferred rows carry: less than any fixed share when they are few."""
    if preferred <= 0:
        return 0.0
    if required <= 0:
        return 1.0
    scaled = policy.preferred_factor * preferred
    return min(policy.preferred_share_cap, scaled / (scaled + required))


def points_of(
    rows: Sequence[Requirement], weighed: Mapping[str, Weighed], judged: Mapping[str, Judgement]
) -> float:
    """The value of `add_up` alone, and 0 where nothing is asked for; only rows that can bring points need a judgement."""
    return sum((weighed[row.id].possible * judged[row.id].credit for row in _scored(rows, weighed)), 0.0)


def _scored(rows: Sequence[Requirement], weighed: Mapping[str, Weighed]) -> list[Requirement]:
    return [row for row in sorted(rows, key=_id) if weighed[row.id].possible > 0]


_id = attrgetter("id")


def add_up(
    rows: Sequence[Requirement], weighed: Mapping[str, Weighed], judged: Mapping[str, Judgement]
) -> Total:
    """The score as the sum of the rows' points, in order of id; None where nothing is asked for."""
    ordered = _scored(rows, weighed)
    if not ordered:
        return Total(None, None, None, None, None)

    def points(pick: str, part: Necessity | None = None) -> float:
        return sum(
            weighed[r.id].possible * float(getattr(judged[r.id], pick))
            for r in ordered
            if part is None or r.necessity is part
        )

    def coverage(part: Necessity) -> float | None:
        possible = sum(weighed[r.id].possible for r in ordered if r.necessity is part)
        return 100 * points("credit", part) / possible if possible else None

    return Total(
        points("credit"),
        points("low"),
        points("high"),
        coverage(Necessity.REQUIRED),
        coverage(Necessity.PREFERRED),
    )


def _own_share(row: Requirement) -> float:
    asking, documents = row.support
    return asking / documents


def _shares(rows: Sequence[Requirement]) -> Mapping[str, float]:
    """The share of the documents that ask for each row, itself or as part of the row that it says more exactly."""
    shares = {row.id: _own_share(row) for row in rows}
    for row in rows:
        for narrower in row.narrower:
            if narrower in shares and row.necessity is not Necessity.MENTIONED:
                shares[narrower] = max(shares[narrower], _own_share(row))
    return shares


def _weight(row: Requirement, policy: ScorePolicy, shares: Mapping[str, float]) -> float:
    if row.necessity is Necessity.MENTIONED or any(each in shares for each in row.narrower):
        return 0.0
    share = max(policy.support_floor, shares[row.id])
    return row.weight * share * _factor(row, policy)


def _factor(row: Requirement, policy: ScorePolicy) -> float:
    """What a row weighs by what it asks for: years of the work say more than one skill, adjectives less."""
    if row.kind is Kind.SOFT_SKILL:
        return policy.soft_factor
    if row.kind is Kind.EXPERIENCE and row.min_months is not None:
        return policy.years_factor
    if is_gate(row):
        return policy.gate_factor
    return 1.0


def is_gate(row: Requirement) -> bool:
    """Whether a row is a condition for the job: a licence or certificate that is required, or a degree that is made one.

    A degree is none that experience may stand in for, nor one that most documents ask for without such words.
    """
    if row.necessity is not Necessity.REQUIRED:
        return False
    if row.degree is not None:
        return row.degree.condition and not row.degree.or_equivalent
    return row.kind is Kind.CERTIFICATION and not row.open


def _gate_floor(rows: Sequence[Requirement], weights: Mapping[str, float], policy: ScorePolicy) -> float:
    """What the conditions for the job are multiplied with, so that many other rows do not average them away."""
    required = [row for row in sorted(rows, key=lambda r: r.id) if row.necessity is Necessity.REQUIRED]
    gates = sum(weights[row.id] for row in required if is_gate(row))
    others = sum(weights[row.id] for row in required if not is_gate(row))
    share = policy.gate_share
    if gates <= 0 or others <= 0 or gates >= share * (gates + others):
        return 1.0
    return share * others / ((1 - share) * gates)


def _soft_cap(members: Sequence[Requirement], weights: Mapping[str, float], policy: ScorePolicy) -> float:
    """What the soft rows of a part are multiplied with, so that they stay under their cap."""
    soft = [r.id for r in members if r.kind is Kind.SOFT_SKILL]
    soft_total = sum(weights[i] for i in sorted(soft))
    hard_total = sum(weights[r.id] for r in sorted(members, key=lambda r: r.id)) - soft_total
    cap = policy.soft_share_cap
    if not soft or hard_total <= 0 or soft_total <= cap * (soft_total + hard_total):
        return 1.0
    return cap * hard_total / ((1 - cap) * soft_total)
