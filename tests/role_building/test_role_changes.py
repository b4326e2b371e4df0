"""What changes in a role when it is built anew."""

import pytest

from gapcheck.role_building import build_role, difference

BEFORE = """Data Analyst

Requirements
- SQL
- Excel
- Python or R
- Bachelor's degree in statistics
- 2 years of experience as a data analyst

Nice to have
- Tableau
"""
AFTER = """Data Analyst

Requirements
- SQL
- Tableau
- Python, R or Julia
- Bachelor's degree in statistics or a related field
- 3 years of experience as a data analyst

Nice to have
- dbt
"""


@pytest.fixture
def found(understood, taxonomy):
    def built(**texts):
        return build_role(understood(**texts).postings, "data-analyst", taxonomy)

    return difference(built(one=BEFORE), built(one=AFTER, two=BEFORE.replace("- Excel\n", "")), taxonomy)


def changes(found, id_):
    (row,) = [row for row in found.changed if id_ in (row.after.id, row.before.id)]
    return {each.field: (each.before, each.after) for each in row.changes}


def test_rows_that_came_and_went(found):
    assert [row.id for row in found.gone] == ["excel"]
    assert "dbt" in [row.id for row in found.added]
    assert found.documents_added == ("two.txt",)


def test_rows_that_changed(found):
    assert changes(found, "tableau")["necessity"] == ("preferred", "required")
    assert changes(found, "sql") == {"support": ("1 of 1 document", "2 of 2 documents")}


def test_a_row_whose_id_follows_from_its_skills_is_followed(understood, taxonomy):
    one = build_role(understood(one=BEFORE).postings, "data-analyst", taxonomy)
    two = build_role(understood(one=AFTER).postings, "data-analyst", taxonomy)
    assert changes(difference(one, two, taxonomy), "python-or-r")["skills"] == (
        "Python, R",
        "Julia, Python, R",
    )


def test_degrees_and_time(understood, taxonomy):
    one = build_role(understood(one=BEFORE).postings, "data-analyst", taxonomy)
    two = build_role(understood(one=AFTER).postings, "data-analyst", taxonomy)
    found = difference(one, two, taxonomy)
    assert changes(found, "degree-bachelor")["degree"] == (
        "bachelor, statistics",
        "bachelor, statistics, related fields",
    )
    assert ("24 months", "36 months") in [
        (each.before, each.after) for row in found.changed for each in row.changes
    ]


def test_the_same_role_does_not_differ(understood, taxonomy):
    one = build_role(understood(one=BEFORE).postings, "data-analyst", taxonomy)
    found = difference(one, one, taxonomy)
    assert not found
    assert found.same == len(one.requirements)


def test_levels_of_languages_are_those_of_the_cefr_and_levels_of_tools_are_numbers(understood, taxonomy):
    def built(german, excel):
        text = BEFORE.replace("- Excel\n", f"- {excel} Excel\n- German ({german})\n")
        return build_role(understood(one=text).postings, "data-analyst", taxonomy)

    found = difference(built("B1", "Basic"), built("C1", "Advanced"), taxonomy)
    assert changes(found, "language-german")["proficiency"] == ("B1", "C1")
    assert changes(found, "excel")["proficiency"] == ("level 1", "level 3")
