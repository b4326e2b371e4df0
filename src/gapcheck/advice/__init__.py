"""What to do about a gap report: certificates that close gaps, the smallest plan of them, and next steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gapcheck.advice.certificates import suggest
from gapcheck.advice.held import noted
from gapcheck.advice.plan import plan
from gapcheck.advice.steps import next_steps
from gapcheck.config import Policy
from gapcheck.report import Certifications, GapReport
from gapcheck.taxonomy import Requirement, Taxonomy

__all__ = ["advise", "next_steps", "plan", "suggest"]


def advise(
    report: GapReport,
    requirements: Iterable[Requirement],
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    allow_unverified: bool = False,
) -> GapReport:
    """The report with suggested certificates, a plan and next steps, as of the report's own day.

    `requirements` are those that the report's rows were judged by. Nothing that was measured is changed; certificates
    that are held get a note of what to do about them. Certificates
    that nobody verified are suggested only where `allow_unverified` asks for them.
    """
    as_of = date.fromisoformat(report.as_of)
    asked = {each.id: each for each in requirements}
    offers = suggest(report, asked, taxonomy, policy, as_of=as_of, allow_unverified=allow_unverified)
    suggested = tuple(offer.suggestion for offer in offers)
    certifications = Certifications(
        held=tuple(noted(each, taxonomy, as_of) for each in report.certifications.held),
        suggested=suggested,
        plan=plan(report, offers, taxonomy, policy),
    )
    steps = next_steps(report, suggested, policy)
    return replace(report, certifications=certifications, next_steps=steps)
