"""What is a job, a project or neither: posts, breaks and notes; the kind of each entry and its dates."""

from types import SimpleNamespace

import pytest

from gapcheck.matching import Assertion
from gapcheck.resume.model import EntryKind, skill_months
from gapcheck.spans import Span

from .conftest import CHEF, COMMIS, TOP, entries, heads, resume_of


def test_the_whole_time_at_an_employer_is_no_post_of_its_own():
    text = """Experience

Acme Corp\t2016 – Present
Senior Engineer\tJan 2021 – Present
- Leads a team
Engineer\tJan 2018 – Dec 2020
- Built things
"""
    assert heads(text) == [
        ("Senior Engineer", "Acme Corp", "2021-01", None), ("Engineer", "Acme Corp", "2018-01", "2020-12"),
    ]  # fmt: skip


def test_a_date_broken_over_two_lines():
    text = "Experience\n\nDirector of Housekeeping, The Grand Hotel and Conference Centre of Brighton, May\n2014 – June 2019\n- Led\n"
    ((title, employer, start, end),) = heads(text)
    assert (title, start, end) == ("Director of Housekeeping", "2014-05", "2019-06")
    assert employer.startswith("The Grand Hotel")


def test_dates_inside_the_text_of_a_job_open_nothing():
    text = """Experience

Team Lead, Parcel Depot Ltd, Jan 2020 – Present
- Leads forty people
- Since 2022 runs the night shift
- Rebuilt the dock (Jan 2021 – Mar 2021)
- Won the safety prize in 2023
"""
    assert heads(text) == [("Team Lead", "Parcel Depot Ltd", "2020-01", None)]


def test_posts_without_dates():
    text = "Experience\n\nFleet Consultant, Various Clients\nMoved lorries about and wrote reports on it.\n\nDepot Leader, Two Start-ups\nDid the same elsewhere, for less money and more fun.\n"
    found = entries(text)
    assert [(e.title, e.period is not None, e.months) for e in found] == [
        ("Fleet Consultant", False, None), ("Depot Leader", False, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "head", "kind"),
    [
        ("Experience", "Analyst, Foo Inc", EntryKind.JOB),
        ("Experience", "Freelance Translator", EntryKind.JOB),
        ("Consulting", "Adviser, Harbour Board", EntryKind.JOB),
        ("Appointments", "Associate Professor, Example University", EntryKind.JOB),
        ("Experience", "Marketing Intern, Foo Inc", EntryKind.INTERNSHIP),
        ("Experience", "Software Developer (co-op), Foo Inc", EntryKind.INTERNSHIP),
        ("Internships", "Analyst, Foo Inc", EntryKind.INTERNSHIP),
        ("Experience", "Stage Manager, Foo Theatre", EntryKind.JOB),
        ("Experience", "Early-Stage Investment Analyst, Foo Inc", EntryKind.JOB),
        ("Experience", "Stage Management Intern, Foo Theatre", EntryKind.INTERNSHIP),
        ("Experience", "Stage Développeur, Foo SA", EntryKind.INTERNSHIP),
        ("Experience", "Teaching Assistant, Example University", EntryKind.TEACHING),
        ("Teaching", "Instructor, Night School", EntryKind.TEACHING),
        ("Experience", "Volunteer Coordinator, Food Bank", EntryKind.VOLUNTEERING),
        ("Volunteering", "Coach, Youth Club", EntryKind.VOLUNTEERING),
        ("Projects", "Weather Station", EntryKind.PROJECT),
        ("Experience", "Student Teacher, Marsh Lane School", EntryKind.PLACEMENT),
        ("Experience", "Clinical Placement, Sorrel Ward", EntryKind.PLACEMENT),
        ("Clinical Placements", "Sorrel Ward, Brackwater General", EntryKind.PLACEMENT),
        ("Clinical Placements", "Care Assistant, Hollins House", EntryKind.INTERNSHIP),
        ("Experience", "Clinical Placement Coordinator, Example University", EntryKind.JOB),
        ("Experience", "Student Nurse Technician, Foo Hospital", EntryKind.JOB),
        ("Experience", "Student Nurse Intern, Foo Hospital", EntryKind.INTERNSHIP),
        ("Experience", "Industrial Placement, Foo Inc", EntryKind.INTERNSHIP),
        ("Placements", "Placement Engineer, Foo Inc", EntryKind.INTERNSHIP),
        ("Placements", "Corvane Systems plc, Leeds", EntryKind.INTERNSHIP),
    ],
)
def test_kinds_of_entries(heading, head, kind):
    (entry,) = entries(f"{heading}\n\n{head}\tJan 2020 – Dec 2020\n- did it\n")
    assert entry.kind is kind


def test_only_employment_counts_as_experience():
    resume = resume_of(
        TOP
        + "Experience\n\nAnalyst, Foo Inc, Jan 2020 – Dec 2020\n\nVolunteering\n\nCoach, Club, Jan 2010 – Dec 2015\n\n"
        "Projects\n\nWeather Station, Jan 2017 – Dec 2017\n"
    )
    assert resume.experience == (12, 12)


def test_placements_of_a_student_are_training_and_no_time_of_practice():
    resume = resume_of(
        TOP + "Placements\n\nSorrel Ward, Brackwater General, Mar 2026 – May 2026\n- Wound care\n\n"
        "Theatres, six weeks\n- Perioperative care\n\nWork\n\nBarista, Foo Cafe, Jan 2024 – Dec 2024\n- Served\n"
    )
    assert resume.experience == (12, 12)
    assert {each.kind for each in resume.entries if each.title != "Barista"} == {EntryKind.PLACEMENT}
    text = resume.document.text
    for word, months in (("Wound care", None), ("Served", (12, 12))):
        span = Span(text.index(word), text.index(word) + len(word))
        named = SimpleNamespace(assertion=Assertion.PRESENT, span=span)
        assert skill_months(resume, [named])[0] == months


def test_lines_without_a_date_under_placements_are_placements():
    (entry,) = entries("Clinical Placements\n\n- Sorrel Ward: dressings\n- Theatres: scrubbing\n")
    assert (entry.kind, entry.period) == (EntryKind.PLACEMENT, None)


def test_impossible_dates_are_dropped_with_a_warning():
    resume = resume_of(
        TOP
        + "Experience\n\nPlanner, Acme Ltd, Mar 2021 – Jan 2020\n- x\n\nPlanner, Beta Ltd, Jan 2031 – present\n- y\n"
    )
    assert [e.period for e in resume.entries] == [None, None]
    assert [w.code for w in resume.document.warnings] == ["impossible-date", "impossible-date"]
    assert not [w for w in resume.document.warnings if w.message.endswith(".")]
    assert "Mar 2021 – Jan 2020" in resume.document.warnings[0].message


def test_bullets_of_projects_with_dates_are_entries():
    text = "Software\n\n- sparrow, a package for counting birds that I wrote and maintain (2015).\n- Earlier work on gulls (2012–2014) for two harbours.\n"
    found = entries(text)
    assert [(e.title, str(e.period.start)) for e in found] == [
        ("sparrow", "2015"),
        ("Earlier work on gulls", "2012"),
    ]


def test_prose_may_follow_an_open_date_that_begins_with_a_small_letter():
    text = "Ilka Marsh\n\nEXPERIENCE\nWeaver\tMarsh Mills\nsince May 2016 , Weaving and mending of sails.\n"
    resume = resume_of(text)
    assert [(e.title, e.employer, e.period.end) for e in resume.entries] == [("Weaver", "Marsh Mills", None)]
    assert not resume_of(
        text.replace("since", "Since").replace(" ,", ",").replace("\tMarsh Mills", "")
    ).entries


def test_one_dated_line_alone_is_no_job_without_a_known_title():
    assert (
        heads("**Quarry Marshal, Slate** — *2016 to 2021*\nForty benches and two shifts in a row.\n", "a.md")
        == []
    )


@pytest.mark.parametrize(
    "line", ["*September 2021 – present; 11–18, 1,400 children*", "*September 2021 – present*"]
)
def test_what_follows_a_date_behind_a_semicolon_is_no_head(line):
    text = f"## Experience\n\n### Head of science, Larkenhill Academy\n{line}\n\n- Wrote the plan\n"
    assert heads(text, "resume.md") == [("Head of science", "Larkenhill Academy", "2021-09", None)]


def test_a_head_that_goes_on_behind_until_today():
    text = "## Experience\n\n### Fiadora\n**Head of Editorial** · Feb 2022 – today · joined as no. 21\n\n- Wrote it\n"
    assert heads(text, "resume.md") == [("Head of Editorial", "Fiadora", "2022-02", None)]


@pytest.mark.parametrize(
    "pause",
    [
        "Travelled: Peru, Chile. No work done.\tMay 2018 – Oct 2018",
        "May 2018 – Oct 2018\tTravelled in Peru",
        "Career break: two children\tMay 2018 – Oct 2018",
        "Out of practice: a house move\tMay 2018 – Oct 2018",
        "Parental leave (May 2018 – Oct 2018)",
        "Career break\tMay 2018 – Oct 2018",
        "Career break, May 2018 – Oct 2018",
        "Maternity leave May 2018 – Oct 2018",
        "Sabbatical in Japan, May 2018 – Oct 2018",
        "Caring for my mother\tMay 2018 – Oct 2018",
    ],
)
def test_a_time_without_a_post_is_no_job(pause):
    first = "Pastry Chef, Hotel Marigold\tNov 2018 – Present\n- Ran the line\n\n"
    last = "Commis Chef, Bistro Nine\tJun 2016 – Apr 2018\n- Prepared vegetables\n"
    found = heads(f"Experience\n\n{first}{pause}\n\n{last}")
    assert [each[:2] for each in found] == [CHEF, COMMIS]


@pytest.mark.parametrize(
    "post",
    [
        "Recovery Unit, St Mary's",
        "Relocation Services Ltd",
        "Relocation, Sample Ltd",
        "Travelling theatre",
        "Break Free Charity",
        "Break, Sample & Sons",
        "Illness Helpline",
        "Time Out for Kids",
        "Career Break Academy",
        "Career break, Sample Mills Ltd",
        "Parental leave cover, Elm School",
        "Sabbatical, Assistant Baker",
    ],
)
def test_a_post_whose_name_begins_as_a_break_does_is_a_job(post):
    first = "Pastry Chef, Hotel Marigold\tNov 2018 – Present\n- Ran the line\n\n"
    last = "Commis Chef, Bistro Nine\tJun 2016 – Apr 2018\n- Prepared vegetables\n"
    found = heads(f"Experience\n\n{first}{post}, May 2018 – Oct 2018\n- Wrote the plan\n\n{last}")
    assert [each[2:] for each in found] == [("2018-11", None), ("2018-05", "2018-10"), ("2016-06", "2018-04")]


def test_a_part_of_the_time_of_a_post_in_a_labelled_line_is_no_post():
    text = (
        "Experience\n\nSupply Sergeant\nSample Army, Fort Elm\nDates Employed: 06/2011 to 02/2017\n"
        "Hours per week: 50. Includes deployment to Kuwait, 01/2013 to 10/2013.\n- Ran the warehouse\n"
    )
    assert heads(text) == [("Supply Sergeant", "Sample Army", "2011-06", "2017-02")]


def test_dates_before_a_note_among_posts_are_no_post():
    text = (
        "Experience\n\n2022 – today\tHead Chef\tSample & Ember\n2018 – 2020\tSous Chef\tThe Sample Rooms\n"
        "2020 to 2022: closed, then fixed a boat.\n"
    )
    assert [each[0] for each in heads(text)] == ["Head Chef", "Sous Chef"]


def test_a_bracket_behind_a_title_is_no_employer_where_the_line_below_names_one():
    text = "Experience\n\nMidwife (Band 5, then Band 6 from Jan 2015)\tOct 2013 – March 2017\nElm Hospital, Leeds\n- Births\n"
    assert [e.employer for e in entries(text)] == ["Elm Hospital"]


def test_a_title_may_begin_as_a_verb_does():
    text = "Experience\n01/2014 to 07/2015\nLead Teacher at Sample School\n- Taught nine pupils\n"
    assert heads(text)[0][2:] == ("2014-01", "2015-07")
    assert heads(text)[0][0] == "Lead Teacher"


def test_a_line_of_dates_alone_is_of_a_post_whatever_sentence_is_around_it():
    text = (
        "Experience\nJune 2014\nto\nMay 2017\nSample Mills, Baker\nBaked and i mproved my oven.\n"
        "May 2011\nto\nApril 2014\nat the mill of the town, by the river, where loaves of every kind there are were made by hand and sold\n"
    )
    assert [each[2:] for each in heads(text)] == [("2014-06", "2017-05"), ("2011-05", "2014-04")]


def test_societies_are_neither_jobs_nor_certificates():
    text = (
        "Experience\nBaker, Sample Mills, 2014 to 2017\n\n"
        "Professional Affiliations\nElm Association of Bakers - 2010 - Present\nSample Bakers Association (SBA) - 2013 - Present\n"
    )
    found = resume_of(TOP + text)
    assert [e.title for e in found.entries] == ["Baker"]
    assert not found.certificates


def test_a_title_that_begins_as_work_does_where_the_other_posts_have_theirs_below_their_dates():
    text = (
        "Experience\n11/2007 to 08/2011\nTheatre Clerk Company Name , City , State\n- Filed notes\n"
        "05/2012 to 04/2015\nOperating Room Scheduler Company Name , City , State\n- Booked rooms\n"
    )
    assert [each[0] for each in heads(text)] == ["Theatre Clerk", "Operating Room Scheduler"]


def test_a_line_that_goes_on_with_a_bullet_is_no_head():
    text = (
        "Experience\nElm Counseling, Elm\nClinician II      Feb 2017 - now\n  * Groups, and sessions\n"
        "    since 2020, usually six (Sample Level 1, 2021).\n  * Took calls.\n\n"
        "Oak Hospital, Elm\nSocial Worker       2014 - 2017\n  * Discharge planning.\n"
    )
    assert [each[0] for each in heads(text)] == ["Clinician II", "Social Worker"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Web Development Bootcamp, Kodewerk", EntryKind.COURSE),
        ("Student, Kodewerk Academy", EntryKind.COURSE),
        ("Design Student, Kodewerk", EntryKind.COURSE),
        ("Trainee, Coding Bootcamp", EntryKind.COURSE),
        ("Web Developer (Bootcamp Project), Kodewerk", EntryKind.COURSE),
        ("Coursework, Hillmoor College", EntryKind.COURSE),
        ("Bootcamp Instructor, Kodewerk", EntryKind.JOB),
        ("Mentor, Coding Bootcamp", EntryKind.JOB),
        ("Manager of Student Projects, Hillmoor College", EntryKind.JOB),
        ("Student Adviser, Hillmoor College", EntryKind.JOB),
        ("PhD Student, Hillmoor University", EntryKind.JOB),
        ("Working Student, Sorrel GmbH", EntryKind.INTERNSHIP),
        ("Co-op Student, Sorrel", EntryKind.INTERNSHIP),
        ("Summer Student, Sorrel", EntryKind.INTERNSHIP),
        ("Vacation Student, Sorrel", EntryKind.INTERNSHIP),
        ("Placement Student, Sorrel", EntryKind.INTERNSHIP),
        ("Articling Student, Rook & Sorrel LLP", EntryKind.INTERNSHIP),
        ("Work-Study Student, Hillmoor Library", EntryKind.INTERNSHIP),
        ("Program Manager, Career Accelerator Program", EntryKind.JOB),
        ("Fitness Instructor, Boot Camp Program", EntryKind.JOB),
        ("Lead Instructor (Coding Bootcamp Course), Kodewerk", EntryKind.JOB),
        ("Fitness Coach, Boot Camp Course", EntryKind.JOB),
        ("Key Holder, Capstone", EntryKind.JOB),
        ("Key Holder (Capstone Project), Hillmoor College", EntryKind.COURSE),
    ],
)
def test_a_course_that_is_entered_as_a_job_is_training(head, kind):
    text = f"Experience\n\n{head}, Jan 2020 – Mar 2020\n- Built a shop in React\n"
    resume = resume_of(TOP + text + "\nCashier, Corner Shop, Jan 2018 – Dec 2018\n- Sold bread\n")
    assert resume.entries[0].kind is kind
    assert resume.experience == ((12, 12) if kind is EntryKind.COURSE else (15, 15))
