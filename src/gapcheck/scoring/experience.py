"""Credit of a row that asks for years: months of the dated jobs that are the role's, overlaps counted once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gapcheck.config import Policy
from gapcheck.facts.periods import Months, months_of
from gapcheck.matching.mentions import CLAIMED, SkillMention
from gapcheck.report import Evidence
from gapcheck.resume.model import EMPLOYMENT, Entry, Resume
from gapcheck.scoring.judgement import Judgement
from gapcheck.scoring.proofs import Grade
from gapcheck.scoring.quotes import evidence_at
from gapcheck.scoring.strength import Strengths, provers
from gapcheck.spans import Span
from gapcheck.taxonomy import Requirement, Taxonomy


def experience_credit(
    row: Requirement, resume: Resume, strengths: Strengths, titles: Iterable[str], policy: Policy
) -> Judgement:
    """Judge a row of kind experience; `titles` are the role's, lower case.

    With a number of months, credit is the share of them that dated jobs show. Without one, a year counts
    in full, and training or projects count for half of what they prove.
    """
    jobs = relevant_jobs(row.skills, resume, strengths.taxonomy, titles, policy)
    low, high = months_of([p for e in jobs for p in e.periods], date.fromisoformat(resume.as_of))
    need = row.min_months or policy.experience.unstated_months
    credit = min(1.0, low / need)
    reasons = [_months_line((low, high), jobs, row.min_months, need)]
    if low < need <= high:
        reasons.append("may be met: the printed dates leave it open")
    grade = Grade.SHOWN if jobs else Grade.NONE
    evidence = tuple(_job_evidence(resume, job, row) for job in jobs)
    if row.min_months is None:
        known = [strengths.of(skill) for skill in row.skills]
        best = max(known, key=lambda s: s.value, default=None)
        factor = policy.experience.without_time
        if best is not None and best.proof is not None and best.value * factor > credit:
            credit, grade = best.value * factor, best.grade
            label = strengths.taxonomy.skills[best.skill].label
            reasons.append(f"{label}: {best.reason}; without time on the job x {factor:.2f}")
            evidence = (best.proof.evidence, *evidence)
    return Judgement(
        credit, min(1.0, low / need), min(1.0, high / need), grade, tuple(reasons), evidence
    ).settled()


def relevant_jobs(
    skills: Iterable[str], resume: Resume, taxonomy: Taxonomy, titles: Iterable[str], policy: Policy
) -> tuple[Entry, ...]:
    """PrintedDate jobs that are of the role: by their title, by a named skill, or by enough of its kinds."""
    wanted = set(skills)
    kinds = _closure(wanted, taxonomy)
    names = {" ".join(t.casefold().split()) for t in titles}
    found = []
    for entry in resume.entries:
        if entry.kind not in EMPLOYMENT or entry.period is None:
            continue
        shown = [
            m
            for m in resume.matches.mentions
            if m.span in entry.span and m.assertion in CLAIMED and not m.exposure
        ]
        title = " ".join(entry.title.casefold().split())
        by_title = any(name in title for name in names)
        named = any(m.skill in wanted for m in shown)
        if by_title or named or _apart(shown, kinds, taxonomy) >= policy.experience.relevant_skills:
            found.append(entry)
    return tuple(found)


def _apart(shown: Iterable[SkillMention], kinds: set[str], taxonomy: Taxonomy) -> int:
    """How many kinds are shown, each in a place of its own; a class beside its own member is none more."""
    members = [m for m in shown if m.skill in kinds]
    ids = {m.skill for m in members}
    general = {b for skill in ids for b in taxonomy.skills[skill].broader}
    places: dict[str, Span] = {}
    for mention in members:
        if mention.skill in general or mention.skill in places:
            continue
        if not any(mention.span.overlaps(other) for other in places.values()):
            places[mention.skill] = mention.span
    return len(places)


def _closure(skills: set[str], taxonomy: Taxonomy) -> set[str]:
    """The skills, their kinds, and all that implies one of them (scikit-learn, for machine learning)."""
    proving = provers(taxonomy)
    found, edge = set(skills), set(skills)
    while edge:
        edge = {n for s in edge for n in proving.get(s, ())} - found
        found |= edge
    return found


def _months_line(months: Months, jobs: tuple[Entry, ...], asked: int | None, need: int) -> str:
    low, high = months
    span = f"{low}" if low == high else f"{low} to {high}"
    posts = f"{len(jobs)} dated job{'s' if len(jobs) != 1 else ''}"
    if asked is None:
        return f"{span} months in {posts} of this kind; no number is asked for, {need} count in full"
    return f"{span} months in {posts} of this kind; {need} are asked for"


def _job_evidence(resume: Resume, job: Entry, row: Requirement) -> Evidence:
    assert job.period is not None  # noqa: S101  # relevant_jobs keeps dated entries only
    return evidence_at(
        resume,
        job.period.span,
        skill=row.skills[0] if row.skills else "",
        label=f"{job.title}{', ' + job.employer if job.employer else ''}",
        method="dates",
        months=job.months,
        last_used=str(job.period.end) if job.period.end else resume.as_of[:7],
    )
