"""Certificates that can be earned now and would raise rows that are not met, with the points they would bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gapcheck.config import Policy
from gapcheck.report import GapReport, RequirementRow, Suggestion
from gapcheck.scoring import STATUSES, status_of
from gapcheck.scoring.certificates import fit
from gapcheck.taxonomy import Certification, Kind, Logic, Requirement, Taxonomy
from gapcheck.taxonomy.certifications import editions, suitability, validity_months

_HELD = frozenset({"current", "unknown", "in_progress"})
_PROVABLE = frozenset({Kind.SKILL, Kind.KNOWLEDGE})


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion with the points that each of its rows would gain, by requirement id."""

    suggestion: Suggestion
    gains: Mapping[str, float]


def suggest(
    report: GapReport,
    requirements: Mapping[str, Requirement],
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    as_of: date,
    allow_unverified: bool = False,
) -> tuple[Offer, ...]:
    """All recommendable certificates that raise the status of at least one row, most points first.

    A certificate counts for the skills that make up at least `covers_share` of it, and as training only; for a row
    that asks for a certificate it counts as held. Those held already (in any edition) are left out.
    """
    open_rows = [
        (row, requirements[row.id])
        for row in report.requirements
        if row.status != "met" and row.points_possible > 0 and row.id in requirements
    ]
    held = {
        edition
        for each in report.certifications.held
        if each.id is not None and each.status in _HELD
        for edition in editions(each.id, taxonomy)
    }
    offers = []
    for one in taxonomy.certifications.values():
        if one.id in held:
            continue
        suited = suitability(
            one, as_of, stale_days=policy.advice.stale_days, allow_unverified=allow_unverified
        )
        if not suited.recommendable:
            continue
        gains = gains_of(one, open_rows, taxonomy, policy)
        if gains:
            offers.append(_offer(one, suited.availability.value, suited.warnings, gains))
    return tuple(sorted(offers, key=_order))


def gains_of(
    one: Certification,
    open_rows: Iterable[tuple[RequirementRow, Requirement]],
    taxonomy: Taxonomy,
    policy: Policy,
) -> dict[str, float]:
    """Points of each row whose status the certificate would raise, by requirement id; never more than it would gain."""
    worth = _skill_worth(one, taxonomy, policy)
    gains = {}
    for row, asked in open_rows:
        if asked.kind is not Kind.CERTIFICATION and worth.keys().isdisjoint((*asked.skills, asked.head)):
            continue
        credit = _credit_with(row, asked, one, worth, taxonomy, policy)
        if STATUSES.index(status_of(credit, policy.score)) > STATUSES.index(
            status_of(row.credit, policy.score)
        ):
            gains[row.id] = row.points_possible * (credit - row.credit)
    return gains


def _credit_with(
    row: RequirementRow,
    asked: Requirement,
    one: Certification,
    worth: Mapping[str, float],
    taxonomy: Taxonomy,
    policy: Policy,
) -> float:
    """The credit that the row would have, were the certificate held."""
    if asked.kind is Kind.CERTIFICATION:
        return max(
            row.credit, fit(asked, one.id, one.topics, taxonomy, policy) * policy.certification.current
        )
    if asked.kind not in _PROVABLE:
        return row.credit
    return max(row.credit, _skills_credit(row, asked, worth, policy))


def _skills_credit(
    row: RequirementRow, asked: Requirement, worth: Mapping[str, float], policy: Policy
) -> float:
    wanted = asked.skills or ((asked.head,) if asked.head else ())
    if asked.logic is Logic.EXAMPLE and asked.head is not None:
        members = [worth.get(each, 0.0) * policy.relation.child for each in asked.skills]
        return max(worth.get(asked.head, 0.0), *members, 0.0)
    values = [worth.get(each, 0.0) for each in wanted]
    count = len(values) if asked.logic is Logic.ALL_OF else max(asked.min_count or 1, 1)
    if count <= 1:
        return max(values, default=0.0)
    # what the resume says of each single skill is not in the row: only skills without any evidence can be added
    evidenced = {each.skill for each in row.evidence}
    fresh = sorted(
        (v for skill, v in zip(wanted, values, strict=True) if skill not in evidenced), reverse=True
    )
    room = count if asked.logic is Logic.ALL_OF else max(count - len(evidenced & set(wanted)), 0)
    return min(row.credit + sum(fresh[:room]) / count, 1.0)


def _skill_worth(one: Certification, taxonomy: Taxonomy, policy: Policy) -> dict[str, float]:
    """What the certificate would prove: its main skills as training, and a little less the classes these belong to.

    Scoring reaches further (two steps, and what a skill implies); nobody earns a certificate for that.
    """
    found: dict[str, float] = {}
    training = policy.certification.as_training
    for covered in one.skills:
        row = taxonomy.skills.get(covered.id)
        if row is None or covered.share < policy.certification.covers_share:
            continue
        for skill, factor in ((row.id, 1.0), *((each, policy.relation.child) for each in row.broader)):
            found[skill] = max(found.get(skill, 0.0), round(training * factor, 6))
    return found


def _offer(
    one: Certification, availability: str, warnings: tuple[str, ...], gains: Mapping[str, float]
) -> Offer:
    return Offer(
        Suggestion(
            id=one.id,
            name=one.name,
            provider=one.provider,
            level=one.level,
            cost_usd=one.cost_usd,
            cost_note=_cost_note(one),
            hours=one.hours,
            validity_months=validity_months(one),
            url=one.url,
            availability=availability,
            verified_on=one.verified_on,
            warnings=warnings,
            closes=tuple(sorted(gains, key=lambda row: (-gains[row], row))),
            points_gained=sum(gains[row] for row in sorted(gains)),
        ),
        gains,
    )


def _cost_note(one: Certification) -> str:
    per = {"month": "per month", "course": "", "exam": ""}[one.cost_per] if one.cost_usd else ""
    return "; ".join(part for part in (per, one.cost_note) if part)


def _order(offer: Offer) -> tuple[float, bool, float, str]:
    one = offer.suggestion
    cost = one.cost_usd
    return -round(one.points_gained, 6), cost is None, cost or 0.0, one.id
