"""The points that a suggestion promises are those that the resume gains once it names the certificate."""

from __future__ import annotations

import pytest

from gapcheck.analyzer import Analyzer
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"
RESUME = """Ida Quell
ida@example.com

Experience

Data Analyst, Plumfield Dairies
May 2021 - Present
- Cleaned sales data in Python with pandas and wrote SQL for the weekly report
- Presented the results to the sales managers every month and kept the dashboards correct
- Collected and checked the figures of forty shops, found the errors and corrected them with the shops
- Wrote the handbook of the report so that others could run it when I was away on leave or ill

Education
B.Sc. in Computer Science, Ostwick University, 2021

Certifications
Boating licence, 2019
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


def test_what_a_suggestion_promises_is_what_its_rows_gain(analyzer: Analyzer) -> None:
    before = analyzer.analyze(RESUME.encode(), name="ida.txt", as_of=AS_OF)
    suggested = before.certifications.suggested
    assert len(suggested) > 5
    points = {row.id: row.points for row in before.requirements}
    for one in suggested[:4]:
        known = analyzer.taxonomy.certifications[one.id]
        line = f"{known.name}, {known.provider}, issued October 2026\n"
        after = analyzer.analyze(f"{RESUME}{line}".encode(), name="ida.txt", as_of=AS_OF)
        assert (one.id, "current") in {(each.id, each.status) for each in after.certifications.held}
        gained = {row.id: row.points - points[row.id] for row in after.requirements}
        assert all(gained[each] > 0 for each in one.closes)
        assert sum(gained.values()) == pytest.approx(one.points_gained)
        assert after.score.value is not None
        assert before.score.value is not None
        assert after.score.value - before.score.value == pytest.approx(one.points_gained)
        assert one.id not in {each.id for each in after.certifications.suggested}


def test_only_what_can_be_earned_on_the_day_is_suggested(analyzer: Analyzer) -> None:
    for day, gone in (("2026-11-21", "aws-mla-c01"), ("2026-07-01", "aws-mla-c02")):
        report = analyzer.analyze(RESUME.encode(), name="ida.txt", as_of=day)
        offered = {each.id for each in report.certifications.suggested}
        assert gone not in offered
        assert "aws-mls-c01" not in offered
        assert "tensorflow-developer-certificate" not in offered
        assert {each.availability for each in report.certifications.suggested} <= {
            "active",
            "beta",
            "upcoming",
            "retiring",
        }
