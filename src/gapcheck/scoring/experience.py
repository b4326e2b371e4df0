"""Credit of a row that asks for years: months of the dated jobs that are the role's, overlaps counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gapcheck.config import Policy
from gapcheck.facts.periods import Months, months_of
from gapcheck.report import Evidence
from gapcheck.scoring.judgement import Judgement
from gapcheck.scoring.profile import JobClaim, Profile
from gapcheck.scoring.proofs import Grade
from gapcheck.scoring.strength import Strengths, provers
from gapcheck.spans import Span
from gapcheck.taxonomy import Requirement, Taxonomy


def experience_credit(row: Requirement, strengths: Strengths, titles: Iterable[str]) -> Judgement:
    """Judge a row of kind experience; `titles` are the role's, lower case.

    With a number of months, credit is the share of them that dated jobs show. Without one, a year counts
    in full, and training or projects count for half of what they prove.
    """
    profile, taxonomy, policy = strengths.profile, strengths.taxonomy, strengths.policy
    jobs = relevant_jobs(row.skills, profile, taxonomy, titles, policy)
    low, high = months_in(jobs, profile)
    need = row.min_months or policy.experience.unstated_months
    credit = min(1.0, low / need)
    reasons = [_months_line((low, high), jobs, row.min_months, need)]
    if low < need <= high:
        reasons.append("may be met: the printed dates leave it open")
    grade = Grade.SHOWN if jobs else Grade.NONE
    evidence = tuple(_for_row(job.evidence, row) for job in jobs if job.evidence)
    if row.min_months is None:
        known = [strengths.of(skill) for skill in row.skills]
        best = max(known, key=lambda s: s.value, default=None)
        factor = policy.experience.without_time
        if best is not None and best.proof is not None and best.value * factor > credit:
            credit, grade = best.value * factor, best.grade
            label = taxonomy.skills[best.skill].label
            reasons.append(f"{label}: {best.reason}; without time on the job x {factor:.2f}")
            evidence = (*([best.proof.evidence] if best.proof.evidence else []), *evidence)
    return Judgement(
        credit, min(1.0, low / need), min(1.0, high / need), grade, tuple(reasons), evidence
    ).clamped()


def relevant_jobs(
    skills: Iterable[str], profile: Profile, taxonomy: Taxonomy, titles: Iterable[str], policy: Policy
) -> tuple[JobClaim, ...]:
    """Dated jobs that are of the role: by their title, by a named skill, or by enough of its kinds."""
    wanted, least = set(skills), policy.experience.relevant_skills
    names = {" ".join(t.casefold().split()) for t in titles}
    kinds: set[str] | None = None
    found = []
    for job in profile.jobs:
        title = " ".join(job.title.casefold().split())
        relevant = any(name in title for name in names) or any(skill in wanted for skill, _ in job.shown)
        if not relevant and len(job.shown) >= least:
            kinds = kinds or _closure(wanted, taxonomy)
            relevant = _apart(job, kinds, taxonomy) >= least
        if relevant:
            found.append(job)
    return tuple(found)


def months_in(jobs: Iterable[JobClaim], profile: Profile) -> Months:
    """Least and most months of some jobs together, overlaps counted once."""
    return months_of([p for job in jobs for p in job.periods], date.fromisoformat(profile.as_of))


def _apart(job: JobClaim, kinds: set[str], taxonomy: Taxonomy) -> int:
    """How many kinds a job shows, each in a place of its own; a class beside its own member does not count."""
    members = [(skill, place) for skill, place in job.shown if skill in kinds]
    general = {b for skill, _ in members for b in taxonomy.skills[skill].broader}
    places: dict[str, Span | None] = {}
    for skill, place in members:
        if skill in general or skill in places:
            continue
        if place is None or not any(other and place.overlaps(other) for other in places.values()):
            places[skill] = place
    return len(places)


def _closure(skills: set[str], taxonomy: Taxonomy) -> set[str]:
    """The skills, their kinds, and all that implies one of them (scikit-learn, for machine learning)."""
    proving = provers(taxonomy)
    found, edge = set(skills), set(skills)
    while edge:
        edge = {n for s in edge for n in proving.get(s, ())} - found
        found |= edge
    return found


def _months_line(months: Months, jobs: tuple[JobClaim, ...], asked: int | None, need: int) -> str:
    low, high = months
    span = f"{low}" if low == high else f"{low} to {high}"
    posts = f"{len(jobs)} dated job{'s' if len(jobs) != 1 else ''}"
    if asked is None:
        return f"{span} months in {posts} of this kind; no number is asked for, {need} count in full"
    return f"{span} months in {posts} of this kind; {need} are asked for"


def _for_row(evidence: Evidence, row: Requirement) -> Evidence:
    return replace(evidence, skill=row.skills[0] if row.skills else "")
