"""What a report says beside its actions: roles that are nearer, skills that are only listed, and what is free to learn."""

from __future__ import annotations

from typing import NamedTuple

from gapcheck.advice.certificates import is_for
from gapcheck.config import ScorePolicy
from gapcheck.report import FreeLearning, GapReport, ListedSkill, NearestRole
from gapcheck.scoring import Assumption, AssumptionKind, Case, Scenarios, judge, verdict_of, weigh
from gapcheck.scoring.case import SKILL_KINDS, asked_skills
from gapcheck.scoring.role_work import RoleWork
from gapcheck.taxonomy import Kind, Requirement, Role, Taxonomy
from gapcheck.taxonomy.derived import Derived

_ROLES = 3
_COURSES = 5
_SLOP = 1e-6
"""What sums in another order may differ by."""
_LISTED = 1
"""Months assumed where a listed skill is shown in a job: the least that dates can say."""


def nearest_roles(report: GapReport, case: Case) -> tuple[NearestRole, ...]:
    """The built-in roles that the resume fits best, and better than the target; none of them far from it.

    Rows of whose skills the resume says nothing bring no points, and a role is judged only if the others can bring enough.
    """
    found, strengths, own = [], case.strengths.for_numbers(), report.score.value or 0.0
    about, least = case.strengths.reachable, max(own, case.policy.verdict.partial)
    for role in case.taxonomy.roles.values():
        if role.id == report.target.id:
            continue
        work, scored = _asking(case.taxonomy).of(role, case)
        rows = [each for each in scored if each.skills is None or not about.isdisjoint(each.skills)]
        most = sum((each.possible for each in rows), 0.0)
        credited: dict[str, float] = {}
        for each in sorted(rows, key=lambda one: -one.possible):
            if most <= least - _SLOP:
                break  # what is left cannot bring enough
            credited[each.row.id] = credit = judge(each.row, strengths, work).credit
            most -= each.possible * (1 - credit)
        else:
            score = sum((each.possible * credited[each.row.id] for each in rows), 0.0)
            verdict = verdict_of(score, (), case.policy).value
            if verdict != "far" and score > own:
                found.append(NearestRole(role.id, role.label, score, verdict))
    return tuple(sorted(found, key=lambda each: (-round(each.score, 6), each.id))[:_ROLES])


class _Scored(NamedTuple):
    """A row that can bring points, and the skills whose strength alone counts for it (None where other things do)."""

    row: Requirement
    possible: float
    skills: frozenset[str] | None


class _Asking:
    """What the work of each role of a taxonomy is known by, and its rows in order of id: the same for every resume."""

    def __init__(self, _: Taxonomy) -> None:
        self._known: dict[str, tuple[ScorePolicy, RoleWork, tuple[_Scored, ...]]] = {}

    def of(self, role: Role, case: Case) -> tuple[RoleWork, tuple[_Scored, ...]]:
        """Those of one role under the policy of a case."""
        policy, found = case.policy.score, self._known.get(role.id)
        if found is None or found[0] != policy:
            rows = sorted(role.requirements, key=lambda row: row.id)
            weighed = weigh(role.requirements, policy)
            scored = tuple(
                _Scored(
                    row,
                    weighed[row.id].possible,
                    asked_skills(row, case.strengths) if row.kind in SKILL_KINDS else None,
                )
                for row in rows
                if weighed[row.id].possible > 0
            )
            work = RoleWork.of((role.label, *role.titles), role.requirements, case.taxonomy)
            found = self._known[role.id] = policy, work, scored
        return found[1:]


_asking = Derived(_Asking)


def listed_only(report: GapReport, scenarios: Scenarios) -> tuple[ListedSkill, ...]:
    """Skills that stand in a list and nowhere else, with what the score would gain if a job showed them."""
    case = scenarios.case
    before = case.value
    rows = []
    for skill in report.skills:
        if skill.grade != "listed" or skill.kind in {"soft_skill", "language"} or not skill.mentions:
            continue
        gain = 0.0
        if skill.requested:
            after = scenarios.case_with(Assumption(AssumptionKind.SKILL, skill.id, _LISTED))
            gain = max(after.value - before, 0.0)
        first = skill.mentions[0]
        rows.append(ListedSkill(skill.id, skill.label, skill.requested, first.page, first.quote, gain))
    return tuple(sorted(rows, key=lambda each: (-round(each.points, 6), not each.requested, each.id)))


def free_learning(case: Case, uncovered: tuple[str, ...]) -> tuple[FreeLearning, ...]:
    """Free courses for rows that no certificate of the plan closes, those first that serve most points."""
    lost = {
        row.id: case.weighed[row.id].possible - case.points(row.id)
        for row in case.requirements
        if row.id in uncovered and row.kind is not Kind.SOFT_SKILL
    }
    found = []
    for one in case.taxonomy.free_learning.courses:
        taught = set(one.skills)
        rows = [
            row.id
            for row in case.requirements
            if row.id in lost and taught & {*row.skills, *filter(None, [row.head])}
        ]
        if rows and is_for(one.title, case):
            rows.sort(key=lambda row: (-round(lost[row], 6), row))
            found.append((sum(lost[row] for row in rows), one, tuple(rows)))
    found.sort(key=lambda each: (-round(each[0], 6), each[1].id))
    return tuple(
        FreeLearning(one.id, one.title, one.provider, one.url, one.hours, one.checked, rows)
        for _, one, rows in found[:_COURSES]
    )
