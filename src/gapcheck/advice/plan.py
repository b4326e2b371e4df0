"""The smallest set of certificates that closes what certificates can close: greedy cover, then pruned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from gapcheck.advice.certificates import earned, gained, raised
from gapcheck.errors import GapcheckError
from gapcheck.report import Plan, Suggestion
from gapcheck.scoring import Case, Scenarios
from gapcheck.taxonomy import Taxonomy

_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class PlanLimits:
    """What a plan of certificates may cost in all: US dollars, and hours of study; None is no limit."""

    budget_usd: float | None = None
    hours: float | None = None

    def __post_init__(self) -> None:
        for name, value in (("budget", self.budget_usd), ("hours", self.hours)):
            if value is not None and not 0 <= value < inf:
                raise GapcheckError(f"{value!r} is not a valid limit of {name}.", hint="Use a number from 0.")

    def allow(self, chosen: Sequence[Suggestion], taxonomy: Taxonomy) -> bool:
        """Whether these are affordable together; an unknown price or length is not, where there is a limit."""
        budget, hours = self.budget_usd, self.hours
        if not chosen:
            return True
        return (budget is None or _is_within(budget, _total_cost(chosen, taxonomy))) and (
            hours is None or _is_within(hours, _total([offer.hours for offer in chosen]))
        )


_NO_LIMITS = PlanLimits()


def plan(scenarios: Scenarios, offers: Sequence[Suggestion], limits: PlanLimits = _NO_LIMITS) -> Plan:
    """Take the certificate that adds most points, again and again; ties go to the lower cost, then to the id.

    Those which the `limits` do not allow beside what was taken are passed over. It ends where the next one would add less than the policy's `plan_gain`. Each time the case is judged with all
    that was taken before. One that later choices make superfluous is dropped. Greedy cover is within a logarithm
    of the smallest set, and repeatable.
    """
    case = scenarios.case
    chosen: list[Suggestion] = []
    hoped = {offer.id: offer.points_gained for offer in offers}
    rest = list(offers)
    while rest := [offer for offer in rest if limits.allow([*chosen, offer], case.taxonomy)]:
        best = _best(scenarios, chosen, rest, hoped)
        if hoped[best.id] < max(case.policy.advice.plan_gain, _LEAST):
            break
        rest.remove(best)
        chosen.append(best)
    chosen = _pruned(scenarios, chosen)
    final = _holding(scenarios, chosen)
    closed = raised(case, final)
    uncovered = tuple(row.id for row in scenarios.unmet if row.id not in closed)
    return Plan(
        certifications=tuple(offer.id for offer in chosen),
        points_gained=gained(case, final),
        cost_usd=_total_cost(chosen, case.taxonomy),
        hours=_total([offer.hours for offer in chosen]),
        uncovered=uncovered,
        budget_usd=limits.budget_usd,
        hours_limit=limits.hours,
    )


def _best(
    scenarios: Scenarios, chosen: Sequence[Suggestion], rest: Sequence[Suggestion], hoped: dict[str, float]
) -> Suggestion:
    """The one that adds most. `hoped` is what each added to less, and is brought up to date.

    What a certificate adds seldom grows by others, so that one which added less before need not be tried.
    """
    now = _holding(scenarios, chosen)
    found: Suggestion | None = None
    for offer in sorted(rest, key=lambda each: _rank(each, hoped)):
        if found is not None and _rank(offer, hoped) > _rank(found, hoped):
            break
        hoped[offer.id] = gained(now, _holding(scenarios, (*chosen, offer)))
        if found is None or _rank(offer, hoped) < _rank(found, hoped):
            found = offer
    assert found is not None  # noqa: S101  # `rest` is never empty
    return found


def _rank(offer: Suggestion, hoped: dict[str, float]) -> tuple[float, bool, float, str]:
    return -round(hoped[offer.id], 6), *_cost(offer)


def _holding(scenarios: Scenarios, chosen: Sequence[Suggestion]) -> Case:
    return scenarios.case_with(*(earned(offer.id) for offer in chosen))


def _pruned(scenarios: Scenarios, chosen: Sequence[Suggestion]) -> list[Suggestion]:
    """Without those whose rows the others close as well, the last chosen looked at first."""
    kept = list(chosen)
    for offer in reversed(chosen):
        others = [other for other in kept if other is not offer]
        if gained(_holding(scenarios, others), _holding(scenarios, kept)) <= _LEAST:
            kept = others
    return kept


def _cost(offer: Suggestion) -> tuple[bool, float, str]:
    cost = offer.cost_usd
    return cost is None, cost or 0.0, offer.id


def _is_within(limit: float, total: float | None) -> bool:
    return total is not None and total <= limit


def _total_cost(chosen: Sequence[Suggestion], taxonomy: Taxonomy) -> float | None:
    """The sum of the prices; None where one is unknown or is a price for a month."""
    monthly = any(
        offer.cost_usd and taxonomy.certifications[offer.id].cost_per == "month" for offer in chosen
    )
    return None if monthly else _total([offer.cost_usd for offer in chosen])


def _total(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return float(sum(known)) if known and len(known) == len(numbers) else None
