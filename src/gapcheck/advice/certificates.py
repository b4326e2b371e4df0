"""Certificates that can be earned now and would raise rows that are not met, with the points they would bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from gapcheck.matching.skill_names import skills_called
from gapcheck.report import GapReport, HeldRow, Suggestion
from gapcheck.scoring import STATUSES, Assumption, AssumptionKind, Case, Scenarios
from gapcheck.scoring.reach import all_proving
from gapcheck.taxonomy import Certification, Kind, Requirement, Taxonomy
from gapcheck.taxonomy.certifications import (
    Availability,
    availability,
    editions,
    expiry,
    successors,
    suitability,
    validity_months,
)

_HELD = frozenset({"current", "unknown", "in_progress"})
_CLOSED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.CERTIFICATION})
"""Kinds of rows that a certificate closes; that it may lend some credit to others is no reason to earn it."""
_GONE = frozenset({Availability.RETIRED, Availability.LEGACY})
_MOST = 2


def suggest(report: GapReport, scenarios: Scenarios, *, as_of: date) -> tuple[Suggestion, ...]:
    """All recommendable certificates that raise the status of at least one row, most points first.

    The points are those that the score would gain, were the certificate held. Those held already (in any edition)
    are left out.
    """
    case = scenarios.case
    held = {
        edition
        for each in report.certifications.held
        if each.id is not None and each.status in _HELD
        for edition in editions(each.id, case.taxonomy)
    }
    offers = []
    for name in sorted(scenarios.certificates_to_try() - held):
        one = case.taxonomy.certifications[name]
        suited = suitability(one, as_of, stale_days=case.policy.advice.stale_days)
        if not suited.recommendable:
            continue
        if not is_for(one.name, case):
            continue
        after = scenarios.case_with(earned(name))
        closes = _closed(case, after, one)
        if closes:
            points = gained(case, after)
            offers.append(_offer(one, suited.availability.value, suited.warnings, closes, points))
    return tuple(sorted(offers, key=_order))


@lru_cache(maxsize=1024)
def earned(one: str) -> Assumption:
    """The assumption that a certificate of the catalogue is held."""
    return Assumption(AssumptionKind.CERTIFICATION, one)


def raised(before: Case, after: Case) -> frozenset[str]:
    """Ids of the rows whose status is better than before."""
    return frozenset(
        row
        for row in changed(before, after)
        if before.weighed[row].possible > 0
        and STATUSES.index(after.status(row)) > STATUSES.index(before.status(row))
    )


def gained(before: Case, after: Case) -> float:
    """Points that the score gains: the sum over the rows that change."""
    return sum((after.points(row) - before.points(row) for row in changed(before, after)), 0.0)


def changed(before: Case, after: Case) -> list[str]:
    """Ids of the rows that are judged anew, in the order of the requirements."""
    now = after.judged
    if now is before.judged:
        return []
    return [row for row, judged in before.judged.items() if now[row] is not judged]


def is_for(name: str, case: Case) -> bool:
    """Whether what a course says that it is for ("Mathematics for Machine Learning") is asked for, if it is a skill."""
    words = name.partition(" for ")[2].split()
    purpose = (skills_called(" ".join(words[:size]), case.taxonomy) for size in range(len(words), 0, -1))
    skills = {skill.id for skill in next(filter(None, purpose), ())}
    return not skills or any(
        not all_proving(skills, case.taxonomy).isdisjoint(asked) for asked in case.asked.values()
    )


def _teaches(one: Certification, row: Requirement, taxonomy: Taxonomy) -> bool:
    """Whether a certificate is about what a row names, or about a kind of that: AWS, for cloud platforms, and not Spark, for Python."""
    about = {*one.topics, *(each.id for each in one.skills)}
    classes = {b for each in about if each in taxonomy.skills for b in taxonomy.skills[each].broader}
    about |= {each for each in classes if each in taxonomy.skills and not taxonomy.skills[each].umbrella}
    return row.kind is Kind.CERTIFICATION or not about.isdisjoint({*row.skills, row.head})


def _closed(case: Case, after: Case, one: Certification) -> tuple[str, ...]:
    """Ids of the rows that a certificate closes, those that gain most first."""
    closed = raised(case, after)
    if not closed:
        return ()
    more = {
        row.id: after.points(row.id) - case.points(row.id)
        for row in case.requirements
        if row.id in closed and row.kind in _CLOSED and _teaches(one, row, case.taxonomy)
    }
    return tuple(sorted(more, key=lambda row: (-more[row], row)))


def _offer(
    one: Certification, availability: str, warnings: tuple[str, ...], closes: tuple[str, ...], points: float
) -> Suggestion:
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
        closes=closes,
        points_gained=points,
    )


def _cost_note(one: Certification) -> str:
    per = {"month": "per month", "course": "", "exam": ""}[one.cost_per] if one.cost_usd else ""
    return "; ".join(part for part in (per, one.cost_note) if part)


def _order(one: Suggestion) -> tuple[float, bool, float, str]:
    cost = one.cost_usd
    return -round(one.points_gained, 6), cost is None, cost or 0.0, one.id


def noted(row: HeldRow, taxonomy: Taxonomy, as_of: date) -> HeldRow:
    """The row with its note; "" where there is nothing to do. Holding and catalogue are never mixed up."""
    one = taxonomy.certifications.get(row.id or "")
    if one is None:
        note = "not matched to a certificate of the catalogue: check its name or code"
    else:
        said = (_said(row, one, as_of), _inferred(row, one), _later(row, one, taxonomy, as_of))
        note = "; ".join(filter(None, said))
    return replace(row, note=note)


def _inferred(row: HeldRow, one: Certification) -> str:
    """That the last day is not printed, but follows from the day of issue and how long such a certificate holds."""
    if not row.issued or not row.expires or row.expires[:4] in row.quote:
        return ""
    if expiry(one, row.issued) != row.expires:
        return ""
    return "the end is inferred from the date of issue, not printed: check it"


def _said(row: HeldRow, one: Certification, as_of: date) -> str:
    gone = availability(one, as_of) in _GONE
    match row.status:
        case "current" if gone:
            return "can no longer be earned, and counts until it expires"
        case "expired" if not gone:
            return "can be renewed or earned again"
        case "historic":
            return "can no longer be renewed"
        case "in_progress" if gone:
            return "can no longer be earned: check the plan"
        case "inconsistent":
            return (
                f"the exam ended on {one.last_exam}: please check the date"
                if one.last_exam
                else "please check the date"
            )
        case _:
            return ""


def _later(row: HeldRow, one: Certification, taxonomy: Taxonomy, as_of: date) -> str:
    """What to take in its place when the time comes; the closest successors only."""
    if row.status == "unknown" or (row.status == "current" and availability(one, as_of) not in _GONE):
        return ""
    found = successors(one, taxonomy, as_of)
    closest = [each for each in found if each.relation.value != "partial"] or list(found)
    names = [taxonomy.certifications[each.id].name for each in closest[:_MOST]]
    if names:
        return f"later: {' or '.join(names)}"
    return "it has no official successor" if availability(one, as_of) is Availability.RETIRED else ""
