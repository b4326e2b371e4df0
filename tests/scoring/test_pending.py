"""Where a posting accepts what is not finished yet, it is judged as that."""

import pytest

from tests.clerk import report_of

STUDIES = """
Education

BSc Forestry, Hill University, expected graduation June 2027

Certificates

CPA in progress, expected 2027
"""


@pytest.mark.parametrize(
    ("asked", "title", "status"),
    [
        ("CPA or in progress", "Certified Public Accountant, or in progress", "met"),
        ("CPA", "Certified Public Accountant", "missing"),
        (
            "Real estate licence, or able to obtain one within 6 months",
            "Real Estate License, or to be obtained within 6 months",
            "partial",
        ),
        ("Real estate licence", "Real Estate License", "missing"),
        (
            "Currently enrolled in a bachelor's degree in forestry",
            "Bachelor's degree in forestry, or in progress",
            "met",
        ),
        ("Bachelor's degree in forestry", "Bachelor's degree in forestry", "partial"),
    ],
)
def test_what_is_accepted_is_said_and_counts(asked, title, status):
    report = report_of(asked, more=STUDIES)
    (row,) = [each for each in report.requirements if each.kind in {"certification", "education"}]
    assert (row.title, row.status) == (title, status), row.reasons
