"""Tools at the level that a posting asks for."""

import pytest

from tests.places import shipped_analyzer

TEXT = """Ilse Marten
ilse.marten@example.com

Skills

{skills}

Experience

Clerk, Quarry Office, Aurich
May 2016 - May 2026
- Kept the list of lorries in Excel and asked the weighbridge's database in SQL for the loads of each week.
- Drew the yard and its new gate in AutoCAD, answered the telephone and wrote to the drivers for ten years.
- Balanced the till each evening, took the money to the bank and filed the delivery notes by month.
- Led visitors round the old quarry on Sundays and sold them postcards, tea and the yearly calendar of the town.
"""


def row_of(skills, asked, skill):
    posting = f"# Clerk\n\n## Requirements\n\n- {asked}\n- Filing\n"
    report = shipped_analyzer().analyze(
        TEXT.format(skills=skills).encode(), name="resume.txt", job_text=posting, as_of="2026-11-21"
    )
    (row,) = [each for each in report.requirements if skill in {s.id for s in each.skills}]
    return row


@pytest.mark.parametrize(
    ("skills", "asked", "status"),
    [
        ("Excel (advanced), SQL – basic, AutoCAD: 4/5", "Advanced Excel", "met"),
        ("Excel (expert), SQL – basic, AutoCAD: 4/5", "Advanced Excel", "met"),
        ("Excel (intermediate), SQL, AutoCAD", "Advanced Excel and basic SQL", "partial"),
        ("Excel (basic), SQL, AutoCAD", "Expert in Excel", "partial"),
        ("Excel (basic), SQL, AutoCAD", "Basic Excel", "met"),
        # without a level on either side all is as it was
        ("Excel, SQL, AutoCAD", "Advanced Excel", "met"),
        ("Excel (basic), SQL, AutoCAD", "Excel", "met"),
    ],
)
def test_a_tool_counts_at_its_level(skills, asked, status):
    row = row_of(skills, asked, "excel")
    assert row.status == status, row.reasons


def test_far_below_is_missing_where_no_work_shows_it():
    assert row_of("Excel, SQL, AutoCAD, Python (beginner)", "Expert Python", "python").status == "missing"
    assert row_of("Excel, SQL, AutoCAD, Python (beginner)", "Basic Python", "python").status == "met"


def test_the_row_says_both_levels_and_quotes_the_printed_one():
    row = row_of("AutoCAD, Excel (intermediate)", "Advanced Excel", "excel")
    assert row.summary == "advanced asked for, intermediate printed"
    assert "Excel (intermediate)" in row.proof.quote


def test_a_printed_level_says_more_than_a_remark_nearby():
    beside = row_of("basic Python, Power BI (intermediate), Excel, SQL, AutoCAD", "Power BI", "power-bi")
    assert beside.status == "met", beside.reasons


@pytest.mark.parametrize(
    "asked", ["Excel to an advanced level", "Advanced user of Excel", "Strong Excel skills"]
)
@pytest.mark.parametrize(
    ("skills", "status"),
    [
        ("Office (Word, Excel) - basic, SQL, AutoCAD", "partial"),
        ("SQL, a little Excel, AutoCAD", "partial"),
        ("SQL, AutoCAD, Excel, advanced level", "met"),
        ("SQL, AutoCAD, Excel, basic training", "met"),
    ],
)
def test_levels_are_compared_however_either_side_writes_them(asked, skills, status):
    row = row_of(skills, asked, "excel")
    assert row.status == status, row.reasons


def test_words_that_show_a_skill_do_not_hide_the_level():
    row = row_of("Excel (basic), SQL, AutoCAD", "Must be proficient in Microsoft Excel and AutoCAD", "excel")
    assert row.status == "partial", row.reasons
