"""Jobs that are filled in as a form is, in whatever order and under whatever labels."""

import itertools

import pytest

from .conftest import resume_of

TOP = "Jo Sample\njo@example.com\n\n{heading}\n\n"
JOBS = (
    ("Pastry Chef", "Elm & Oak", "March 2019", "present"),
    ("Commis Chef", "Quayside Hotel", "June 2015", "February 2019"),
    ("Kitchen Porter", "Harbour Ltd", "2013", "2015"),
)
TITLES = ("Position", "Job title", "Role", "Post held", "Designation", "Job")
EMPLOYERS = ("Employer", "Company", "Name of employer", "Organisation", "Where", "Place of work")
PERIODS = ("Dates", "Period", "When", "Dates of employment", "Duration")
BOUNDS = (("From", "To"), ("Start date", "End date"), ("Joined", "Left"))
SIGNS = ("{}: {}", "{:<20}: {}", "**{}:** {}", "- {}: {}", "{}\t{}")


def read(text, heading="EXPERIENCE", name="resume.txt"):
    return [
        (e.title, e.employer, str(e.period.start), str(e.period.end) if e.period.end else None)
        for e in resume_of(TOP.format(heading=heading) + text, name=name).entries
    ]


WANTED = [
    ("Pastry Chef", "Elm & Oak", "2019-03", None),
    ("Commis Chef", "Quayside Hotel", "2015-06", "2019-02"),
    ("Kitchen Porter", "Harbour Ltd", "2013", "2015"),
]


def forms():
    """Each order of the labels, with the words for each label and the signs behind them in turn."""
    words = zip(
        itertools.cycle(TITLES), itertools.cycle(EMPLOYERS), itertools.cycle(PERIODS), itertools.cycle(SIGNS)
    )
    orders = itertools.cycle(itertools.permutations(range(3)))
    yield from itertools.islice(zip(words, orders, strict=False), 30)


@pytest.mark.parametrize(("labels", "order"), list(forms()))
def test_labels_in_any_order(labels, order):
    title, employer, period, sign = labels
    blocks = []
    for job in JOBS:
        lines = [
            sign.format(title, job[0]),
            sign.format(employer, job[1]),
            sign.format(period, f"{job[2]} - {job[3]}"),
        ]
        told = "Duties: Laminated dough and wrote the menus of the house."
        blocks.append("\n".join([*(lines[i] for i in order), told]))
    assert read("\n\n".join(blocks)) == WANTED


@pytest.mark.parametrize("bounds", BOUNDS)
@pytest.mark.parametrize("heading", ["EXPERIENCE", "Kitchens (newest on top)"])
def test_beginning_and_end_under_labels_of_their_own(bounds, heading):
    first, last = bounds
    blocks = [
        f"Role: {title}\nCompany: {employer}, Ghent\n{first}: {start}\n{last}: {end}\nReason for leaving: none"
        for title, employer, start, end in JOBS
    ]
    assert read("\n\n".join(blocks), heading) == WANTED


def test_an_employer_named_once_with_several_posts():
    text = (
        "Company: Elm & Oak\nRole: Pastry Chef\nPeriod: March 2019 - present\nTasks: cakes\n\n"
        "Role: Commis Chef\nPeriod: June 2015 - February 2019\nTasks: sauces\n"
    )
    assert read(text) == [WANTED[0], ("Commis Chef", "Elm & Oak", "2015-06", "2019-02")]


def test_title_and_employer_behind_one_label():
    text = (
        "Job   : Pastry Chef / Baker, Elm & Oak\nWhen  : 03/2019 - now\nWork  : Cakes.\n\n"
        "Job   : Commis Chef, Quayside Hotel\nWhen  : 06/2015 - 02/2019\nWork  : Sauces.\n"
    )
    assert read(text, "TRACK RECORD (latest first)") == [
        ("Pastry Chef / Baker", "Elm & Oak", "2019-03", None),
        WANTED[1],
    ]


def test_the_form_of_a_project_is_no_job():
    text = (
        "Baker, Elm Mills, 2019 - 2024\n\n"
        "Project: Oven timer\nRole: Developer\nDuration: June 2020 - May 2021\nWrote the firmware.\n"
    )
    assert "Developer" not in [job[0] for job in read(text)]


def test_a_break_in_a_form_is_no_job():
    text = (
        "Period: 2019 - 2021\nRole: Career break\n\nPeriod: 2015 - 2018\nRole: Baker\nEmployer: Elm Mills\n"
    )
    assert [job[0] for job in read(text)] == ["Baker"]


def test_an_employer_of_architects_above_its_posts_and_the_next_employer():
    text = (
        "Elm & Vane Architects, Leeds (2016 to the present)\n"
        "Associate\tJanuary 2022 - present\nLead a studio of five people.\n"
        "Part II Assistant\tAutumn 2016 - December 2021\nDrew door schedules for schools.\n"
        "Harbour Studio, Hull\nPart I Assistant\tSept 2012 - Aug 2013\nMeasured surveys of barns.\n"
    )
    assert read(text) == [
        ("Associate", "Elm & Vane Architects", "2022-01", None),
        ("Part II Assistant", "Elm & Vane Architects", "2016-09", "2021-12"),
        ("Part I Assistant", "Harbour Studio", "2012-09", "2013-08"),
    ]


def test_a_head_that_is_broken_before_the_rest_of_a_name():
    text = (
        "Baker, Sample Mills                              2024 - ongoing\n"
        "Career break (full-time carer)                   2019 - 2023\n"
        "Senior Pastry Chef, Midlands Inn\n"
        "  and Family Hotel, Leeds                        Sept. 2014 - Dec. 2018\n"
    )
    assert read(text) == [
        ("Baker", "Sample Mills", "2024", None),
        ("Senior Pastry Chef", "Midlands Inn and Family Hotel", "2014-09", "2018-12"),
    ]


def test_a_figure_at_the_end_of_a_line_is_no_day_of_the_date_below():
    text = (
        "Sep 2021 to Mar 2024\tHead Baker\tElm Mills Pvt Ltd\nRecipes and training at level 3.\n"
        "Jan 2020 to Aug 2021\tJunior Baker\tSample Mills and Group,\nCoimbatore\nSurveys of nine mills.\n"
    )
    assert [job[:1] + job[2:] for job in read(text)] == [
        ("Head Baker", "2021-09", "2024-03"),
        ("Junior Baker", "2020-01", "2021-08"),
    ]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("From\tTo\tEmployer\tPosition held and main duties",
         "March 2019\tpresent\tElm & Oak\tPastry Chef\nJune 2015\tFebruary 2019\tQuayside Hotel\tCommis Chef\n2013 - 2015\tHarbour Ltd\tKitchen Porter\n"),
        ("Dates\tRole\tOrganisation",
         "March 2019 - present\tPastry Chef\tElm & Oak\nJune 2015 - February 2019\tCommis Chef\tQuayside Hotel\n2013 - 2015\tKitchen Porter\tHarbour Ltd\n"),
    ],
)  # fmt: skip
def test_the_header_of_a_table_of_jobs_is_no_job(header, rows):
    assert read(f"{header}\n{rows}") == WANTED


def test_labels_with_values_are_no_header():
    assert read("Dates\t2013 - 2015\tRole\tKitchen Porter\tEmployer\tHarbour Ltd\n") == [WANTED[2]]
