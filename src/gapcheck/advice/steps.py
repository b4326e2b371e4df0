"""What would raise the score, row by row: an action for each kind of gap, largest first."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.config import Policy
from gapcheck.report import GapReport, NextStep, RequirementRow, Suggestion

_LEAST = 0.05


def next_steps(report: GapReport, suggested: Sequence[Suggestion], policy: Policy) -> tuple[NextStep, ...]:
    """All rows that could still gain, each with what to do and the points that doing it would bring."""
    steps = []
    for row in report.requirements:
        if row.points_possible <= 0 or row.necessity == "mentioned":
            continue
        reachable, action = _action(row, suggested, policy)
        points = row.points_possible * max(reachable - row.credit, 0.0)
        if points >= _LEAST:
            steps.append(NextStep(row.id, points, action))
    return tuple(sorted(steps, key=lambda step: (-round(step.points, 6), step.requirement)))


def _action(row: RequirementRow, suggested: Sequence[Suggestion], policy: Policy) -> tuple[float, str]:
    """The credit that the row would have afterwards, and what to do for it."""
    match row.kind:
        case "soft_skill":
            return 1.0, _soft(row)
        case "certification":
            return policy.certification.current, _certificate(row, suggested)
        case "education":
            return 1.0, _education(row)
        case "experience":
            return 1.0, _experience(row)
        case "language":
            return 1.0, f"Say how well you know it: {row.title}. Name the level and where you used it."
        case _:
            return _skill(row, policy)


def _skill(row: RequirementRow, policy: Policy) -> tuple[float, str]:
    wanted = _wanted(row)
    in_a_job, in_a_project = policy.source.job_dated, policy.source.project_dated
    shown = [each for each in row.evidence if each.claimed]
    named = shown[0].label if shown else ""
    if row.grade == "listed" and row.status != "missing":
        where = f"{named} is only listed" if named else f"{row.title} is only listed"
        return in_a_job, f"{where}: name it in the job or project where it was used, with dates."
    if row.grade == "trained" and row.credit >= policy.score.partial:
        return in_a_job, f"{row.title} is shown by training only: add the dated job or project that used it."
    if row.grade == "possible":
        return (
            in_a_job,
            f"The resume hints at {row.title} in other words: if it is meant, name it where it was used.",
        )
    if row.grade == "related" and named:
        return (
            in_a_project,
            f"Only {named}, which is near, is named: show {wanted} in a dated job or project.",
        )
    if row.grade == "shown" and row.credit >= policy.score.partial:
        return in_a_job, f"{row.title} is shown in part: show {wanted} in a dated job or project as well."
    return in_a_project, f"Not evidenced: show {wanted} in a dated project, or in the job where it was used."


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
    low, high = (max(each[i] for each in known) for i in (0, 1))
    span = f"{low}" if low == high else f"{low} to {high}"
    return f"{row.title}: {asked}; {span} could be dated. Print month and year of each job that counts."
