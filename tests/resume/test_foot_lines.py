"""Lines at the foot of a resume without headings: they are what they are, and no text of the oldest job."""

from __future__ import annotations

import pytest

from .conftest import resume_of

HEAD = "Tessa Marlow\ntessa@example.com | 555-0172\n\n"
JOBS = (
    "Payroll Clerk, Elm Mills Ltd\nMarch 2018 - present\n- Paid 300 people every month\n\n"
    "Shop Assistant, Holme Stores Ltd\nJune 2014 - February 2018\n- Served at the till\n"
)
FOOT = (
    "\nBSc Accounting, Lakeside College, 2014\n\nSage 50, Xero, bank reconciliation\n"
    "English (native), Polish (fluent)\nAAT Level 3, 2019\n"
)


def kinds_of(resume):
    return [each.kind.value for each in resume.sections]


@pytest.mark.parametrize("heading", ["", "EXPERIENCE\n\n"])
def test_degrees_skills_languages_and_certificates_end_the_last_job(heading):
    resume = resume_of(HEAD + heading + JOBS + FOOT)
    assert [each.title for each in resume.entries] == ["Payroll Clerk", "Shop Assistant"]
    assert resume.document.text[slice(*_edges(resume.entries[-1]))].rstrip().endswith("till")
    assert kinds_of(resume)[-4:] == ["education", "skills", "languages", "certifications"]
    assert [each.field for each in resume.education] == ["Accounting"]
    assert [each.issued for each in resume.certificates] == ["2019"]


def _edges(entry):
    return entry.span.start, entry.span.end


def test_a_dated_degree_or_certificate_below_the_jobs_is_no_job():
    resume = resume_of(HEAD + JOBS + "\nDiploma in Bookkeeping, Elm College, 2013\nCPA, 2016\n")
    assert [each.title for each in resume.entries] == ["Payroll Clerk", "Shop Assistant"]
    assert [each.institution for each in resume.education] == ["Elm College"]


def test_a_list_that_an_earlier_job_has_too_is_part_of_the_job():
    first, second = JOBS.split("\n\n")
    resume = resume_of(f"{HEAD}{first}\n\nSage 50, Xero, Excel\n\n{second}\nTills, stock counts, displays\n")
    assert resume.entries[-1].span.end == len(resume.document.text)


@pytest.mark.parametrize(
    "line",
    [
        "Tools: tills, scanners, scales",
        "Cleaned shelves, floors, windows",
        "Thanked by customers, who came back, and by staff.",
        "English customers, staff and guests were all served alike",
    ],
)
def test_what_tells_of_the_work_stays_with_the_job(line):
    resume = resume_of(f"{HEAD}{JOBS}\n{line}\n")
    assert resume.entries[-1].span.end == len(resume.document.text)
