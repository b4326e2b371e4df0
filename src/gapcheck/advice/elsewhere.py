"""What a report says beside its actions: roles that are nearer, skills that are only listed, and what is free to learn."""

from __future__ import annotations

from collections.abc import Mapping

from gapcheck.config import ScorePolicy
from gapcheck.report import FreeLearning, GapReport, ListedSkill, NearestRole
from gapcheck.scoring import Assumption, AssumptionKind, Case, Scenarios, judge, verdict_of, weigh
from gapcheck.scoring.experience import RoleWork
from gapcheck.scoring.score import Weighed, points_of
from gapcheck.taxonomy import Kind, Role, Taxonomy
from gapcheck.taxonomy.derived import Derived

_ROLES = 3
_COURSES = 5
_LISTED = 1
"""Months assumed where a listed skill is shown in a job: the least that dates can say."""


def nearest_roles(report: GapReport, case: Case) -> tuple[NearestRole, ...]:
    """The built-in roles that the resume fits best, and better than the target; none of them far from it."""
    found, strengths = [], case.strengths.for_numbers()
    for role in case.taxonomy.roles.values():
        rows = role.requirements
        work, weighed = _asking(case.taxonomy).of(role, case.policy.score, case.taxonomy)
        judged = {row.id: judge(row, strengths, work) for row in rows if weighed[row.id].possible > 0}
        score = points_of(rows, weighed, judged)
        verdict = verdict_of(score, (), case.policy).value
        if role.id != report.target.id and verdict != "far" and score > (report.score.value or 0.0):
            found.append(NearestRole(role.id, role.label, score, verdict))
    return tuple(sorted(found, key=lambda each: (-round(each.score, 6), each.id))[:_ROLES])


class _Asking:
    """What the work of each role of a taxonomy is known by, and what its rows weigh: the same for every resume."""

    def __init__(self, _: Taxonomy) -> None:
        self._known: dict[str, tuple[ScorePolicy, RoleWork, Mapping[str, Weighed]]] = {}

    def of(
        self, role: Role, policy: ScorePolicy, taxonomy: Taxonomy
    ) -> tuple[RoleWork, Mapping[str, Weighed]]:
        """Those of one role under a policy."""
        found = self._known.get(role.id)
        if found is None or found[0] != policy:
            work = RoleWork.of((role.label, *role.titles), role.requirements, taxonomy)
            found = self._known[role.id] = policy, work, weigh(role.requirements, policy)
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
        if rows:
            rows.sort(key=lambda row: (-round(lost[row], 6), row))
            found.append((sum(lost[row] for row in rows), one, tuple(rows)))
    found.sort(key=lambda each: (-round(each[0], 6), each[1].id))
    return tuple(
        FreeLearning(one.id, one.title, one.provider, one.url, one.hours, one.checked, rows)
        for _, one, rows in found[:_COURSES]
    )
