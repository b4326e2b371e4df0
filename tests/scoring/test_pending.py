"""Where a posting accepts what is not finished yet, it is judged as that."""

import pytest

from tests.places import shipped_analyzer

TEXT = """Ilse Marten
ilse.marten@example.com

Experience

Clerk, Quarry Office, Aurich
May 2016 - May 2026
- Kept the list of lorries and the loads of each week, and answered the telephone for ten years.
- Balanced the till each evening, took the money to the bank and filed the delivery notes by month.
- Led visitors round the old quarry on Sundays and sold them postcards, tea and the yearly calendar of the town.
- Ordered paint, rope and coal, checked what came and filed the delivery notes by month and by supplier.

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
    posting = f"# Clerk\n\n## Requirements\n\n- {asked}\n- Filing\n"
    report = shipped_analyzer().analyze(
        TEXT.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21"
    )
    (row,) = [each for each in report.requirements if each.kind in {"certification", "education"}]
    assert (row.title, row.status) == (title, status), row.reasons
