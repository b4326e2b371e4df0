"""Start and end without a sign between: one below the other, or in two cells, below the names of a table's columns."""

import io

import docx
import pytest

from gapcheck.reading import read
from gapcheck.resume import parse

from .conftest import AS_OF, Nothing, built_in, resume_of

TOP = "Jo Sample\njo@example.com\n\nEXPERIENCE\n\n"
JOBS = [("Payroll Clerk", "Elm Mills Ltd", 34), ("Baker", "Holme Stores Ltd", 33)]


def jobs_of(resume):
    return [(each.title, each.employer, each.months[0]) for each in resume.entries]


def test_below_each_other():
    first = "Mar 2019\nDec 2021\nPayroll Clerk\nElm Mills Ltd\nPaid 300 people\n"
    second = "Jun 2016\nFeb 2019\nBaker\nHolme Stores Ltd\nBaked rolls\n"
    assert jobs_of(resume_of(f"{TOP}{first}\n{second}")) == JOBS


def test_below_each_other_in_one_cell():
    document = docx.Document()
    for text in ("Jo Sample", "jo@example.com", "EXPERIENCE"):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=2)
    for start, end, title, employer in (
        ("03/2019", "12/2021", "Payroll Clerk", "Elm Mills Ltd"),
        ("06/2016", "02/2019", "Baker", "Holme Stores Ltd"),
    ):
        dates, job = table.add_row().cells
        dates.text, job.text = start, title
        dates.add_paragraph(end)
        job.add_paragraph(employer)
        job.add_paragraph("Did the daily work")
    buffer = io.BytesIO()
    document.save(buffer)
    read_back = read(buffer.getvalue(), name="cv.docx", heading_names=built_in().heading_names)
    assert jobs_of(parse(read_back, built_in(), Nothing(), as_of=AS_OF)) == JOBS


@pytest.mark.parametrize(
    "columns",
    [
        "Employer\tPosition\tFrom\tTo",
        "Company\tJob title\tStart date\tEnd date",
        "Employer\tRole\tFrom\tTo\tNotes",
    ],
)
def test_in_two_cells_below_the_names_of_columns(columns):
    rows = "Elm Mills Ltd\tPayroll Clerk\t03/2019\t12/2021\nHolme Stores Ltd\tBaker\t06/2016\t02/2019\n"
    assert jobs_of(resume_of(f"{TOP}{columns}\n{rows}")) == JOBS


def test_years_in_two_cells():
    rows = "| Employer | Position | From | To |\n|---|---|---|---|\n| Elm Mills Ltd | Baker | 2019 | 2021 |\n"
    (job,) = resume_of(TOP + rows, name="cv.md").entries
    assert (job.title, job.employer, job.period.start.year, job.period.end.year) == (
        "Baker",
        "Elm Mills Ltd",
        2019,
        2021,
    )


def test_a_degree_has_the_year_of_its_end():
    top = "Jo Sample\njo@example.com\n\nEDUCATION\n\n"
    (degree,) = resume_of(f"{top}BSc Botany\tElm College\t09/2014\t06/2018\n").education
    assert degree.year == 2018


@pytest.mark.parametrize(
    "text",
    [
        "2010\nApprentice, Elm Mills Ltd\n2012\nFitter, Elm Mills Ltd\n2015\nForeman, Holme Ltd\n",
        "Baker, Elm Mills Ltd, 2021\nBaked rolls\n\nClerk, Holme Stores Ltd, 2018\nPosted letters\n",
    ],
)
def test_dates_of_several_jobs_are_no_ranges(text):
    assert all(job.period.start.year == job.period.end.year for job in resume_of(TOP + text).entries)


def test_two_years_beside_each_other_are_two_years():
    (job,) = resume_of(f"{TOP}Swimming Coach, Elm Camp, 2018 2019\n- Taught beginners\n").entries
    assert job.months[1] <= 24


def test_a_later_date_above_an_earlier_one_is_no_range():
    found = resume_of(f"{TOP}Dec 2021\nMar 2019\nPayroll Clerk\nElm Mills Ltd\nPaid 300 people\n").entries
    assert all(job.months[0] <= 1 for job in found)


def test_two_dated_lines_of_which_none_names_a_known_title_are_two():
    found = resume_of(f"{TOP}2015\tKitchen work\n2017\tShop work\n2019\tTesco\n2021\tAldi\n").entries
    assert all(each.period.start.year == each.period.end.year for each in found)


def test_two_dated_lines_of_which_one_names_a_title_are_one_head():
    (job,) = resume_of(f"{TOP}Baker\t2015\nHolme Stores Ltd\t2017\n").entries
    assert (job.title, job.employer, job.period.end.year) == ("Baker", "Holme Stores Ltd", 2017)
