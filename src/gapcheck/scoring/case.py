"""One resume judged against one target: what every number of a report, and of its advice, is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce

from gapcheck.config import Policy
from gapcheck.facts.certificates import own_licences
from gapcheck.resume.model import Resume
from gapcheck.scoring.certificates import certificate_credit
from gapcheck.scoring.education import education_credit
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.experience import experience_credit
from gapcheck.scoring.judgement import Judgement, Status, better, status_of
from gapcheck.scoring.profile import profile
from gapcheck.scoring.role_work import RoleWork
from gapcheck.scoring.score import Total, Weighed, add_up, points_of, weigh
from gapcheck.scoring.skills import skills_credit
from gapcheck.scoring.strength import Strengths
from gapcheck.scoring.trade_words import narrowing
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Kind, Requirement, Taxonomy

SKILL_KINDS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL, Kind.LANGUAGE})
"""Kinds of rows that are judged by the strengths of skills and by nothing else."""

NONE_WILL_DO = "nothing of what will do was found in this resume"


@dataclass(frozen=True)
class Case:
    """`role` is what its work is known by. `weighed` and `judged` have an entry for each requirement, by id."""

    resume: Resume
    citations: Citations
    requirements: tuple[Requirement, ...]
    role: RoleWork
    strengths: Strengths
    weighed: Mapping[str, Weighed]
    judged: Mapping[str, Judgement]

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy that the rows are judged by."""
        return self.strengths.taxonomy

    @property
    def policy(self) -> Policy:
        """The policy that the rows are judged by."""
        return self.strengths.policy

    @cached_property
    def total(self) -> Total:
        """The score: the sum of the rows' points."""
        return add_up(self.requirements, self.weighed, self.judged)

    @cached_property
    def value(self) -> float:
        """The score without its band; 0 where nothing is asked for."""
        return points_of(self.requirements, self.weighed, self.judged)

    @cached_property
    def asked(self) -> Mapping[str, frozenset[str]]:
        """The skills whose strength counts for each row, by its id."""
        return {row.id: asked_skills(row, self.strengths) for row in self.requirements}

    def without(self, spans: Iterable[Span]) -> Case:
        """The case as it would be if the text in `spans` proved nothing."""
        old = self.strengths
        proven = old.profile.without(SpanIndex((span, span) for span in spans))
        strengths = Strengths(proven, old.taxonomy, old.policy)
        judged = {row.id: judge(row, strengths, self.role) for row in self.requirements}
        return replace(self, strengths=strengths, judged=judged)

    def reread(self, resume: Resume) -> Case:
        """The case of an edited resume, in numbers only: rows that bring no points, or that the edit says nothing about, stay as they are judged."""
        old = self.strengths
        proven = profile(resume, self.taxonomy, self.policy, citations=self.citations)
        strengths = old.replaced(proven)
        affected = frozenset(strengths.affected)
        same = SKILL_KINDS
        if proven.certificates == old.profile.certificates:
            same |= {Kind.CERTIFICATION}
        jobs = proven.jobs == old.profile.jobs
        if jobs:
            same |= {Kind.EXPERIENCE}
        if proven.degrees == old.profile.degrees:
            same |= {Kind.EDUCATION}
        judged = {
            row.id: judge(row, strengths, self.role)
            for row in self.requirements
            if self.weighed[row.id].possible > 0
            and not (
                all(each.kind in same for each in row.ways)
                and affected.isdisjoint(self.asked[row.id])
                and (jobs or not narrowing(row, self.taxonomy))
            )
        }
        return replace(self, resume=resume, strengths=strengths, judged={**self.judged, **judged})

    def points(self, row: str) -> float:
        """What a row brings, of 100."""
        return self.weighed[row].possible * self.judged[row].credit

    def status(self, row: str) -> Status:
        """How far a row is met."""
        return status_of(self.judged[row].credit, self.policy.score)


def case_of(
    resume: Resume,
    requirements: Iterable[Requirement],
    titles: Iterable[str],
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    citations: Citations | None = None,
    before: Strengths | None = None,
) -> Case:
    """Weigh and judge every row.

    `citations` are those of the resume, if it was quoted before, and `before` its strengths when less was found in it.
    """
    rows, cited = tuple(requirements), citations or Citations(resume)
    role = RoleWork.of(titles, rows, taxonomy)
    proven = profile(resume, taxonomy, policy, citations=cited)
    strengths = before.replaced(proven, bare=False) if before else Strengths(proven, taxonomy, policy)
    judged = {row.id: judge(row, strengths, role) for row in rows}
    return Case(resume, cited, rows, role, strengths, weigh(rows, policy.score), judged)


def asked_skills(row: Requirement, strengths: Strengths) -> frozenset[str]:
    """Every skill whose strength counts for a row, named in it or not."""
    return frozenset((*row.skills, *((row.head,) if row.head else ()), *strengths.open_members(row)))


def judge(row: Requirement, strengths: Strengths, role: RoleWork) -> Judgement:
    """Credit 0 to 1 with its reasons; `role` is for rows that ask for time in it."""
    ways = row.ways
    judged = [_judged(each, strengths, role) for each in ways]
    best = reduce(better, judged)
    if not row.alternatives:
        return best
    if best.credit == 0:
        reasons = tuple(reason for each in judged for reason in each.reasons)
        return best._replace(reasons=reasons, short=best.short if best.evidence else NONE_WILL_DO)
    way = max(zip(ways, judged, strict=True), key=lambda each: each[1].credit)[0]
    return best._replace(reasons=(f"any of {len(ways)} will do, here: {way.title}", *best.reasons))


def _judged(row: Requirement, strengths: Strengths, role: RoleWork) -> Judgement:
    """The credit of a requirement that asks for one kind of thing."""
    profile, taxonomy, policy = strengths.profile, strengths.taxonomy, strengths.policy
    match row.kind:
        case Kind.EDUCATION:
            return education_credit(row, profile.degrees, taxonomy, policy)
        case Kind.EXPERIENCE:
            return experience_credit(row, strengths, role)
        case Kind.CERTIFICATION:
            return _licence_credit(row, own_licences(row, taxonomy), strengths, role)
        case _:
            return skills_credit(row, strengths, policy)


def _licence_credit(row: Requirement, own: Iterable[str], strengths: Strengths, role: RoleWork) -> Judgement:
    """Credit of a certificate; `own` are the skills of the row that are certificates which no catalogue has."""
    profile = strengths.profile
    named = [proof for skill in own for proof in profile.proofs.get(skill, ())]
    return certificate_credit(
        row,
        profile.certificates,
        strengths.taxonomy,
        strengths.policy,
        named=named,
        as_of=profile.as_of,
        titles=role.titles,
        posts=tuple(job.title for job in profile.jobs),
    )
