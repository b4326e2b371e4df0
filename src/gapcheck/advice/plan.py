"""The smallest set of certificates that closes what certificates can close: greedy cover, then pruned."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.advice.certificates import Offer
from gapcheck.config import Policy
from gapcheck.report import GapReport, Plan
from gapcheck.taxonomy import Taxonomy

_LEAST = 1e-6


def plan(report: GapReport, offers: Sequence[Offer], taxonomy: Taxonomy, policy: Policy) -> Plan:
    """Take the certificate that adds most points, again and again; ties go to the lower cost, then to the id.

    It ends where the next one would add less than the policy's `plan_gain`. A row gains what the best certificate of the plan brings to it, never a sum. One that later choices make
    superfluous is dropped. Greedy cover is within a logarithm of the smallest set, and repeatable.
    """
    chosen: list[Offer] = []
    gained: dict[str, float] = {}
    rest = list(offers)
    while rest:
        best = min(rest, key=lambda offer: (-round(_added(offer, gained), 6), *_cost(offer)))
        if _added(best, gained) < max(policy.advice.plan_gain, _LEAST):
            break
        rest.remove(best)
        chosen.append(best)
        _take(best, gained)
    chosen = _pruned(chosen)
    gained = {}
    for offer in chosen:
        _take(offer, gained)
    uncovered = tuple(
        row.id
        for row in report.requirements
        if row.status != "met" and row.points_possible > 0 and row.id not in gained
    )
    return Plan(
        certifications=tuple(offer.suggestion.id for offer in chosen),
        points_gained=sum(gained[row] for row in sorted(gained)),
        cost_usd=_total_cost(chosen, taxonomy),
        hours=_total([offer.suggestion.hours for offer in chosen]),
        uncovered=uncovered,
    )


def _added(offer: Offer, gained: dict[str, float]) -> float:
    return sum(max(offer.gains[row] - gained.get(row, 0.0), 0.0) for row in sorted(offer.gains))


def _take(offer: Offer, gained: dict[str, float]) -> None:
    for row, points in offer.gains.items():
        gained[row] = max(gained.get(row, 0.0), points)


def _pruned(chosen: Sequence[Offer]) -> list[Offer]:
    """Without those whose rows the others close as well, the last chosen looked at first."""
    kept = list(chosen)
    for offer in reversed(chosen):
        others: dict[str, float] = {}
        for other in kept:
            if other is not offer:
                _take(other, others)
        if _added(offer, others) <= _LEAST:
            kept.remove(offer)
    return kept


def _cost(offer: Offer) -> tuple[bool, float, str]:
    cost = offer.suggestion.cost_usd
    return cost is None, cost or 0.0, offer.suggestion.id


def _total_cost(chosen: Sequence[Offer], taxonomy: Taxonomy) -> float | None:
    """The sum of the prices; None where one is unknown or is a price for a month."""
    monthly = any(
        offer.suggestion.cost_usd and taxonomy.certifications[offer.suggestion.id].cost_per == "month"
        for offer in chosen
    )
    return None if monthly else _total([offer.suggestion.cost_usd for offer in chosen])


def _total(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return float(sum(known)) if known and len(known) == len(numbers) else None
