"""What to do about a gap report: certificates that close gaps, the smallest plan of them, and next steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.advice.certificates import noted, suggest
from gapcheck.advice.plan import plan
from gapcheck.advice.shared_gaps import LearningStep, SharedGaps, shared_gaps
from gapcheck.advice.steps import first_actions, next_steps
from gapcheck.report import Certifications, GapReport
from gapcheck.scoring import Case, Scenarios

__all__ = ["LearningStep", "SharedGaps", "advise", "next_steps", "plan", "shared_gaps", "suggest"]


def advise(report: GapReport, case: Case) -> GapReport:
    """The report with suggested certificates, a plan and next steps, as of the report's own day.

    `case` is what the report was made from. All points are differences between the score as it is and the
    score of the case with the certificate, or the step, added. Nothing that was measured is changed;
    certificates that are held get a note of what to do about them.
    """
    as_of = date.fromisoformat(report.as_of)
    taxonomy, scenarios = case.taxonomy, Scenarios(case)
    suggested = suggest(report, scenarios, as_of=as_of)
    certifications = Certifications(
        held=tuple(noted(each, taxonomy, as_of) for each in report.certifications.held),
        suggested=suggested,
        plan=plan(scenarios, suggested),
    )
    steps = next_steps(report.requirements, scenarios, suggested)
    return replace(
        report, certifications=certifications, next_steps=steps, actions=first_actions(report, steps)
    )
