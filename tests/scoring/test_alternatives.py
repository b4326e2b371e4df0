"""A requirement that offers things of different kinds is met by any of them."""

import pytest

from tests.places import shipped_analyzer

RESUME = """Ada Moor
ada@example.org

Experience

{title}, Moor Works, {time}
- Kept the list of lorries and the loads of each week, and answered the telephone.
- Ordered rope and coal, checked what came and filed the delivery notes by month and by supplier.
- Balanced the till each evening, took the money to the bank and wrote up the cash book for the owners of the yard.
- Led visitors round the works on Sundays and sold them postcards, tea and the yearly calendar of the town.
- Wrote the notices at the gate and kept the keys of all the sheds, the scales and the small museum beside them.

{more}
"""
JOB = "# Surveyor\n\n## Requirements\n\n- {asked}\n- Filing\n"
ASKED = "Degree in geology, a PMP, or three years of bricklaying experience"


def _row(asked, *, title="Clerk", time="May 2015 - June 2026", more=""):
    text = RESUME.format(title=title, time=time, more=more)
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=JOB.format(asked=asked), as_of="2026-11-21"
    )
    (row,) = [
        each for each in report.requirements if each.kind in {"certification", "education", "experience"}
    ]
    return row, report


@pytest.mark.parametrize(
    ("person", "status", "way"),
    [
        ({"more": "Education\nBSc Geology, Tromso, 2014"}, "met", "Bachelor's degree in geology"),
        ({"more": "Certifications\nPMP, 2024"}, "met", "Project Management Professional"),
        ({"title": "Bricklayer"}, "met", "3 years of experience with masonry"),
        ({"title": "Bricklayer", "time": "June 2024 - June 2026"}, "partial", "3 years of experience"),
        ({}, "missing", None),
    ],
)
def test_each_of_them_meets_it_and_the_reason_says_which(person, status, way) -> None:
    row, _ = _row(ASKED, **person)
    assert row.status == status, row.reasons
    if way:
        assert row.reasons[0].startswith(f"any of 3 will do, here: {way}")
    else:
        assert len(row.reasons) == 3
        assert row.summary == "nothing of what will do was found in this resume"


def test_years_stand_in_for_a_licence_only_where_the_posting_says_so() -> None:
    assert _row("A PMP or three years of bricklaying", title="Bricklayer")[0].status == "met"
    assert _row("A PMP", title="Bricklayer")[0].status == "missing"


@pytest.mark.parametrize(
    ("person", "status"), [({"more": "Certifications\nPMP, 2024"}, "met"), ({}, "missing")]
)
def test_a_condition_of_several_kinds_is_met_by_any(person, status) -> None:
    _, report = _row("You must hold a degree in geology or a PMP", **person)
    assert [gate.status for gate in report.gates] == [status]
