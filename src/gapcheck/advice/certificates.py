"""Certificates that can be earned now and would raise rows that are not met, with the points they would bring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gapcheck.report import GapReport, Suggestion
from gapcheck.scoring import STATUSES, Case, Supposed, SupposedKind, supposing
from gapcheck.scoring.certificates import fit
from gapcheck.taxonomy import Certification, Kind, Requirement
from gapcheck.taxonomy.certifications import editions, suitability, validity_months

_HELD = frozenset({"current", "unknown", "in_progress"})
_CLOSED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.CERTIFICATION})
"""Kinds of rows that a certificate closes; that it may lend some credit to others is no reason to earn it."""


def suggest(
    report: GapReport, case: Case, *, as_of: date, allow_unverified: bool = False
) -> tuple[Suggestion, ...]:
    """All recommendable certificates that raise the status of at least one row, most points first.

    The points are those that the score would gain, were the certificate held. Those held already (in any edition)
    are left out.
    """
    held = {
        edition
        for each in report.certifications.held
        if each.id is not None and each.status in _HELD
        for edition in editions(each.id, case.taxonomy)
    }
    rows = _open_rows(case)
    offers = []
    for one in case.taxonomy.certifications.values():
        if one.id in held or not _may_close(one, rows, case):
            continue
        suited = suitability(
            one, as_of, stale_days=case.policy.advice.stale_days, allow_unverified=allow_unverified
        )
        if not suited.recommendable:
            continue
        offer = _offer(one, suited.availability.value, suited.warnings, case)
        if offer.closes:
            offers.append(offer)
    return tuple(sorted(offers, key=_order))


def earned(one: str) -> Supposed:
    """The supposition that a certificate of the catalogue is held."""
    return Supposed(SupposedKind.CERTIFICATION, one)


def raised(before: Case, after: Case) -> frozenset[str]:
    """Ids of the rows whose status is better than before."""
    return frozenset(
        row.id
        for row in before.requirements
        if before.weighed[row.id].possible > 0
        and STATUSES.index(after.status(row.id)) > STATUSES.index(before.status(row.id))
    )


def gained(before: Case, after: Case) -> float:
    """Points that the score gains: the sum over the rows that were judged anew."""
    rows = (row.id for row in before.requirements if after.judged[row.id] is not before.judged[row.id])
    return sum(after.points(row) - before.points(row) for row in rows)


def _open_rows(case: Case) -> tuple[Requirement, ...]:
    return tuple(
        row
        for row in case.requirements
        if case.weighed[row.id].possible > 0 and case.status(row.id) is not STATUSES[-1]
    )


def _may_close(one: Certification, rows: Iterable[Requirement], case: Case) -> bool:
    """Whether it can tell on any of the rows at all: a look before the case is judged anew."""
    least = case.policy.certification.covers_share
    taught = [each.id for each in one.skills if each.share >= least]
    proven = {skill for each in taught for skill in case.strengths.reached_from(each)}
    for row in rows:
        if row.kind is Kind.CERTIFICATION:
            if fit(row, one.id, one.topics, case.taxonomy, case.policy) > 0:
                return True
        elif not proven.isdisjoint(case.asked[row.id]):
            return True
    return False


def _offer(one: Certification, availability: str, warnings: tuple[str, ...], case: Case) -> Suggestion:
    after = supposing(case, earned(one.id))
    closed = raised(case, after)
    more = {
        row.id: after.points(row.id) - case.points(row.id)
        for row in case.requirements
        if row.id in closed and row.kind in _CLOSED
    }
    return Suggestion(
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
        closes=tuple(sorted(more, key=lambda row: (-more[row], row))),
        points_gained=gained(case, after),
    )


def _cost_note(one: Certification) -> str:
    per = {"month": "per month", "course": "", "exam": ""}[one.cost_per] if one.cost_usd else ""
    return "; ".join(part for part in (per, one.cost_note) if part)


def _order(one: Suggestion) -> tuple[float, bool, float, str]:
    cost = one.cost_usd
    return -round(one.points_gained, 6), cost is None, cost or 0.0, one.id
