"""What to do about a gap report: actions, certificates that close gaps, the smallest plan of them, and roles that are nearer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.advice.actions import advise_on
from gapcheck.advice.certificates import noted, suggest
from gapcheck.advice.elsewhere import free_learning, listed_only, nearest_roles
from gapcheck.advice.plan import PlanLimits, plan
from gapcheck.advice.questions import questions
from gapcheck.advice.shared_gaps import LearningStep, SharedGaps, shared_gaps
from gapcheck.report import Certifications, GapReport
from gapcheck.scoring import Case, Scenarios

__all__ = ["LearningStep", "PlanLimits", "SharedGaps", "advise", "plan", "shared_gaps", "suggest"]

_NO_LIMITS = PlanLimits()


def advise(report: GapReport, case: Case, limits: PlanLimits = _NO_LIMITS) -> GapReport:
    """The report with actions, next steps, suggested certificates and a plan, as of the report's own day.

    `case` is what the report was made from, `limits` are those of the plan. All points are differences between the
    score as it is and the score of the case with the certificate, or the step, added. Nothing that was measured is changed;
    certificates that are held get a note of what to do about them.
    """
    as_of = date.fromisoformat(report.as_of)
    taxonomy, scenarios = case.taxonomy, Scenarios(case)
    suggested = suggest(report, scenarios, as_of=as_of)
    planned = plan(scenarios, suggested, limits)
    certifications = Certifications(
        held=tuple(noted(each, taxonomy, as_of) for each in report.certifications.held),
        suggested=suggested,
        plan=planned,
        free=free_learning(case, planned.uncovered),
    )
    actions, steps = advise_on(report, scenarios, suggested)
    return replace(
        report,
        certifications=certifications,
        next_steps=steps,
        actions=actions,
        nearest_roles=nearest_roles(report, case) if report.verdict == "far" else (),
        listed_only=listed_only(report, scenarios),
        questions=questions(report, case),
    )
