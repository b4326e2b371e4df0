"""Whether a degree is finished, in progress or left."""

import pytest

from .conftest import education, resume_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("M.Sc. in Botany, Example University, expected May 2027", "in-progress"),
        ("M.Sc. in Botany, Example University. Currently attending", "in-progress"),
        ("Matura, Example Gymnasium, 2011", "completed"),
        ("PhD candidate, Linguistics, Example University, 2023 – present", "in-progress"),
        ("BSc Physics, Example University, 2024 – 2028", "in-progress"),
        ("BSc Physics, Example University, 2023. Final-year practicals on lasers.", "completed"),
        ("BSc Physics, Example University, 2023. Expected graduation: May 2027", "in-progress"),
        ("Associate in Business, Example College, 2018 to 2020. Left with 38 of 62 credits.", "abandoned"),
        ("BSc Physics, Example University, 2020. Left with honours.", "completed"),
        ("Master's in Data Science, Example University, in progress", "in-progress"),
        ("BSc Physics\nExample University\nExpected graduation: June 2027", "in-progress"),
        (
            "M.Ed. Curriculum Studies, Example University, in view (thesis to be submitted in 2027)",
            "in-progress",
        ),
        ("M.Tech. Data Science, Example Institute (second of four semesters, due 2028)", "in-progress"),
        ("Pre-University Course, Example College, 2014", "completed"),
        ("B.A. in Philosophy, not completed, Example University, 2008–2010", "abandoned"),
        ("MEng Aerospace Engineering, withdrew 2019, Example University", "abandoned"),
        ("Some coursework toward a B.A. in English, Example College", "abandoned"),
        ("Diplom Physik, Universität Musterstadt, abgebrochen 2003", "abandoned"),
        ("BSc Physics, Example University, 2015\nFirst year finished, then left", "abandoned"),
        ("BSc Physics, Example University, 2015, left after two years", "abandoned"),
        ("Licence de physique, Université Exemple, abandonnée en 2012", "abandoned"),
        (
            "BSc Physics, Example University, 2015. Two further\ncourses in the evenings, no degree",
            "completed",
        ),
        ("BSc Physics, Example University, 2015. Left after two years", "abandoned"),
        (
            "BSc Physics, Example University, 2010 - 2013. Finished most modules but did not graduate.",
            "abandoned",
        ),
        ("BA Art, Example University, 2013. Courses in glass and clay, degree unfinished.", "abandoned"),
        ("A-levels: Maths, Physics; left school 2004, Sample School", "completed"),
        ("BSc Physics, Example University, 2024 – October 2026", "completed"),
        ("BSc Physics, Example University, 2020\nPlanned for spring 2027: a course in robotics", "completed"),
    ],
)
def test_status(text, status):
    assert [each.status for each in education(text)] == [status]


@pytest.mark.parametrize(
    "status",
    [
        "abandoned",
        "cancelled",
        "canceled",
        "broken off",
        "given up",
        "discontinued",
        "quit",
        "withdrew",
        "not completed",
        "first year finished, then left",
    ],
)
@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Master of Science ({}), 2019", ""),
        ("Master of Science, {}, 2019", ""),
        ("Master of Science – {} 2019", ""),
        ("Master of Science {}, 2019", ""),
        ("MSc Physics, 2015 - 2019 ({})", "Physics"),
        ("MSc Physics, Example University, 2019, {}", "Physics"),
        ("MSc Physics {} in 2019", "Physics"),
    ],
)
def test_a_word_of_the_status_is_no_field(text, field, status):
    (found,) = education(text.format(status))
    assert (found.level.value, found.field, found.status, found.year) == ("master", field, "abandoned", 2019)


def test_a_running_degrees_status_is_no_field():
    (found,) = education("BSc (ongoing), Example University")
    assert (found.field, found.status) == ("", "in-progress")


def test_what_follows_a_finished_degree_does_not_reopen_or_date_it():
    (found,) = education("BSc Physics, Sample University, 2012\nCurrently studying Spanish, 2026")
    assert found.status == "completed"
    (found,) = education("BSc Physics, Sample University\nCertificate in Welding, 2019")
    assert found.year is None


def test_a_degree_that_the_sentence_says_was_left():
    (found,) = education("BA in History, Sample University, left in second year")
    assert found.status == "abandoned"
    (found,) = education("Coursework toward a B.A. in History, Sample University, 2009")
    assert found.status == "abandoned"


def test_a_degree_until_now_is_not_completed():
    found = resume_of(
        "Jo Sample\n\nEducation\nBachelor of Science : Botany , Current\nElm University\n"
    ).education
    assert [(each.field, each.status) for each in found] == [("Botany", "in-progress")]


def test_who_studies_on_beside_a_degree_that_is_over_has_that_degree():
    found = education("BSc Botany, Sample College, 2019. Currently studying part-time for an MSc in Physics")
    assert [(each.field, each.status) for each in found] == [
        ("Botany", "completed"),
        ("Physics", "in-progress"),
    ]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Fern College, Associate in Forestry, 2018 to 2020. Left with 40 of 60 credits.", "abandoned"),
        ("BSc Botany (2:2), Fern University, 2023. Final-year practicals in soil science.", "completed"),
        ("BSc Botany, Fern University, final year", "in-progress"),
        ("BSc Botany, Fern University. Currently in my final year", "in-progress"),
        ("BSc Botany, Fern University, from 2023. Expected in May 2031.", "in-progress"),
    ],
)
def test_whether_a_degree_is_finished_is_said_of_the_degree(line, status):
    assert [each.status for each in education(line)] == [status]
