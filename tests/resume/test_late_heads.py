"""Jobs that no heading of theirs announces, and titles below the date of a job."""

from __future__ import annotations

import pytest

from .conftest import CHEF, heads, resume_of

FIRM = (
    "EXPERIENCE\n\nFjell & Brandt Engineering\nSenior Bridge Engineer\n2016 - present\n\n"
    "Projects\n- Lindal Viaduct: designed the piers.\n\n"
    "Harlow Structures Inc.\nBridge Engineer\n2010 - 2016\n\n"
    "Projects\n- Moss Creek Bridge: rated the load.\n"
)


def test_projects_below_each_job_are_the_job_s_own():
    resume = resume_of(f"Jo Sample\njo@example.com\n\n{FIRM}")
    assert [each.title for each in resume.entries] == ["Senior Bridge Engineer", "Bridge Engineer"]
    inside = [each.span.of(resume.document.text) for each in resume.entries]
    assert "Lindal" in inside[0]
    assert "Moss Creek" in inside[1]


def test_a_single_list_of_projects_is_no_job_s():
    resume = resume_of(
        "Jo Sample\njo@example.com\n\nEXPERIENCE\n\nBridge Engineer, Harlow Structures Inc.\n2010 - 2016\n"
        "- Rated bridges\n\nPROJECTS\n- Moss Creek Bridge: rated the load.\n"
    )
    assert "Moss Creek" not in resume.entries[0].span.of(resume.document.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hotel Marigold\n2019 - 2021\n- Pastry Chef\n- Kitchen Porter\nBaked all day.\n", CHEF),
        ("2019 - 2021\nPastry Chef with Hotel Marigold. Baked bread, rolls and cakes.\n", CHEF),
        ("Pastry Chef, Hotel Marigold\n2019 - 2021\n- Waiter on Sundays\n", CHEF),
        ("Hotel Marigold\n2019 - 2021\nBaked bread. Helped the pastry chef.\n", ("Hotel Marigold", "")),
    ],
)
def test_a_title_below_the_date(text, expected):
    assert [head[:2] for head in heads(f"EXPERIENCE\n\n{text}")] == [expected]


def test_what_was_done_behind_a_title_is_still_read():
    resume = resume_of(
        "Jo Sample\njo@example.com\n\nEXPERIENCE\n\n2019 - 2021\nPastry Chef with Hotel Marigold. Baked bread.\n"
    )
    assert any("Baked bread" in each.span.of(resume.document.text) for each in resume.passages)


@pytest.mark.parametrize(
    "employer", ["regional RSB firm", "Mill Harbour (bread and cake delivery, 90 shops)"]
)
def test_an_employer_in_small_letters_or_with_a_remark_is_one(employer):
    (job,) = resume_of(
        f"Jo Sample\njo@example.com\n\nEXPERIENCE\n\nPastry Chef, {employer}\t2012 - 2016\n- Baked cakes\n"
    ).entries
    assert job.title == "Pastry Chef"
    assert job.employer.startswith(employer.split("(")[0].strip())
