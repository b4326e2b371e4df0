"""A certificate or course is suggested only for what it is about, and for people whose posting asks for that."""

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
"""


def courses(*asked):
    posting = "# Clerk\n\n## Requirements\n\n- Filing\n" + "".join(f"- {each}\n" for each in asked)
    report = shipped_analyzer().analyze(
        TEXT.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21"
    )
    found = report.certifications
    return " ".join([*(each.name for each in found.suggested), *(each.title for each in found.free)])


def test_mathematics_for_another_field_is_for_that_field():
    assert "Mathematics for Machine Learning" not in courses("Mathematics")
    assert "Mathematics for Machine Learning" in courses("Mathematics", "Machine learning")


@pytest.mark.parametrize(("asked", "taught"), [(["Python"], False), (["Python", "Apache Spark"], True)])
def test_a_certificate_for_a_tool_is_for_who_is_asked_for_that_tool(asked, taught):
    assert ("Developer for Apache Spark" in courses(*asked)) is taught
