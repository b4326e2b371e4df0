"""What would raise the score, row by row: an action for each kind of gap, largest first."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.advice.certificates import gained
from gapcheck.report import Action, GapReport, NextStep, RequirementRow, Suggestion
from gapcheck.scoring import Assumption, AssumptionKind, Case, Scenarios
from gapcheck.taxonomy import Degree, Kind, Level, Logic, Requirement

_LEAST = 0.05
_NAMED = 1
"""Months assumed where a skill is to be named in the job in which it was used: the least that dates can say."""


def next_steps(
    rows: Sequence[RequirementRow], scenarios: Scenarios, suggested: Sequence[Suggestion]
) -> tuple[NextStep, ...]:
    """All rows that could still gain, each with what to do and the points that the score would gain by it."""
    case = scenarios.case
    asked = {row.id: row for row in case.requirements}
    steps = []
    for row in rows:
        if row.points_possible <= 0 or row.necessity == "mentioned":
            continue
        more = _assumptions(row, asked[row.id], case, suggested)
        topics = asked[row.id].skills
        after = scenarios.case_with(*more) if more else scenarios.case_with_certificate_on(topics)
        if after.points(row.id) - case.points(row.id) >= _LEAST:
            action = _action(row, suggested, case)
            steps.append(NextStep(row.id, gained(case, after), action, tuple(map(str, more))))
    return tuple(sorted(steps, key=lambda step: (-round(step.points, 6), step.requirement)))


def first_actions(report: GapReport, steps: Sequence[NextStep]) -> tuple[Action, ...]:
    """The steps that are worth most, without soft skills."""
    if report.verdict == "far":
        return ()
    rows = {row.id: row for row in report.requirements}
    hard = [step for step in steps if rows[step.requirement].kind != "soft_skill"]
    kinds = {"certification": "certificate", "education": "learn"}
    return tuple(
        Action(
            kinds.get(rows[step.requirement].kind, "say"),
            rows[step.requirement].title,
            step.action,
            step.points,
            "",
            (step.requirement,),
            next((each for each in rows[step.requirement].evidence if each.claimed), None),
            step.what_if,
        )
        for step in hard[:5]
    )


def _assumptions(
    row: RequirementRow, asked: Requirement, case: Case, suggested: Sequence[Suggestion]
) -> tuple[Assumption, ...]:
    """What the step comes to; () for a certificate that the catalogue does not name."""
    match asked.kind:
        case Kind.CERTIFICATION:
            named = [each for each in asked.certifications if each in case.taxonomy.certifications]
            offers = [each.id for each in suggested if row.id in each.closes]
            return tuple(Assumption(AssumptionKind.CERTIFICATION, each) for each in (*offers, *named)[:1])
        case Kind.EDUCATION:
            degree = asked.degree or Degree()
            level = (degree.level or Level.BACHELOR).value
            return (
                Assumption(AssumptionKind.DEGREE, level, field=degree.fields[0] if degree.fields else ""),
            )
        case Kind.EXPERIENCE:
            need = asked.min_months or case.policy.experience.unstated_months
            if asked.skills:
                return (Assumption(AssumptionKind.SKILL, asked.skills[0], need),)
            return (Assumption(AssumptionKind.EXPERIENCE, months=need),)
        case Kind.SOFT_SKILL | Kind.LANGUAGE:
            months: int | None = _NAMED
        case _:
            months = _NAMED if _was_used(row, case) else None
    return tuple(Assumption(AssumptionKind.SKILL, each, months) for each in _short(asked, case))


def _was_used(row: RequirementRow, case: Case) -> bool:
    """Whether the resume already says so much that a job is where it belongs; else a project is advised."""
    if row.grade == "listed":
        return row.status != "missing"
    return row.grade == "possible" or (
        row.grade in {"trained", "shown"} and row.credit >= case.policy.score.partial
    )


def _short(asked: Requirement, case: Case) -> tuple[str, ...]:
    """The skills to show: the class of examples, the nearest of a list of which some will do, all that fall short."""
    if asked.head is not None and (asked.logic is Logic.EXAMPLE or not asked.skills):
        return (asked.head,)
    held = {skill: case.strengths.of(skill).value for skill in asked.skills}
    if asked.logic is Logic.ANY_OF:
        nearest = sorted(asked.skills, key=lambda skill: (-held[skill], asked.skills.index(skill)))
        return tuple(each for each in nearest[: max(asked.min_count or 1, 1)] if held[each] < 1)
    return tuple(each for each in asked.skills if held[each] < case.policy.score.met) or tuple(
        each for each in asked.skills if held[each] < 1
    )


def _action(row: RequirementRow, suggested: Sequence[Suggestion], case: Case) -> str:
    """What to do."""
    match row.kind:
        case "soft_skill":
            return _soft(row)
        case "certification":
            return _certificate(row, suggested)
        case "education":
            return _education(row)
        case "experience":
            return _experience(row)
        case "language":
            return f"Say how well you know it: {row.title}. Name the level and where you used it."
        case _:
            return _skill(row, case)


def _skill(row: RequirementRow, case: Case) -> str:
    wanted = _wanted(row)
    partial = case.policy.score.partial
    shown = [each for each in row.evidence if each.claimed]
    named = shown[0].label if shown else ""
    if row.grade == "listed" and row.status != "missing":
        where = f"{named} is only listed" if named else f"{row.title} is only listed"
        return f"{where}: name it in the job or project where it was used, with dates."
    if row.grade == "trained" and row.credit >= partial:
        return f"{row.title} is shown by training only: add the dated job or project that used it."
    if row.grade == "possible":
        return f"The resume hints at {row.title} in other words: if it is meant, name it where it was used."
    if row.grade == "related" and named:
        return f"Only {named}, which is near, is named: show {wanted} in a dated job or project."
    if row.grade == "shown" and row.credit >= partial:
        return f"{row.title} is shown in part: show {wanted} in a dated job or project as well."
    return f"Not evidenced: show {wanted} in a dated project, or in the job where it was used."


def _wanted(row: RequirementRow) -> str:
    """The skills that are asked for, as words: "Python", "one of Python, R and Java"."""
    if row.logic == "example" or not row.skills:
        return row.head.label if row.head else row.title
    labels = [each.label for each in row.skills]
    if len(labels) == 1:
        return labels[0]
    listed = f"{', '.join(labels[:-1])} {'or' if row.logic == 'any_of' else 'and'} {labels[-1]}"
    if row.logic != "any_of":
        return listed
    return f"{row.min_count} of {listed}" if row.min_count and row.min_count > 1 else listed


def _soft(row: RequirementRow) -> str:
    if row.grade == "none":
        return f"{row.title} is not evidenced: say it with an example; ask at interview."
    return f"{row.title} is only claimed: say it with an example (what was done, for whom, what came of it)."


def _certificate(row: RequirementRow, suggested: Sequence[Suggestion]) -> str:
    lapsed = next((e for e in row.evidence if e.method == "certification"), None)
    offer = next((each for each in suggested if row.id in each.closes), None)
    said = f"{lapsed.label} does not count in full now; " if lapsed is not None else ""
    held = f"{row.title}: {said}if one is held, name it with its date"
    if offer is None:
        return f"{held}. The catalogue has none to suggest for it."
    return f"{held}; else earn {offer.name}, {offer.provider}."


def _education(row: RequirementRow) -> str:
    if row.evidence:
        found = row.evidence[0].quote
        return f'{row.title}: "{found}" falls short of it. If a higher or nearer degree is held, name it.'
    other = " or the equivalent" if row.degree is not None and row.degree.or_equivalent else ""
    return f"{row.title}: name the degree{other} with level, field and school; none that counts was found."


def _experience(row: RequirementRow) -> str:
    known = [each.months for each in row.evidence if each.months is not None]
    asked = f"{row.min_months} months are asked for" if row.min_months else "time in it is asked for"
    if not known:
        return (
            f"{row.title}: {asked}; no dated job that shows it was found. "
            "If a job had a part in it, say so there, with month and year."
        )
    if not row.min_months:
        return f"{row.title}: {asked}. Where a dated job had a part in it, say there what that part was."
    low, high = (max(each[i] for each in known) for i in (0, 1))
    span = f"{low}" if low == high else f"{low} to {high}"
    return f"{row.title}: {asked}; {span} could be dated, in jobs of this kind or near it. Say in each what its part was, with month and year."
