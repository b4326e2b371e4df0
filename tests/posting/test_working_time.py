"""When and how long people work asks for nothing; a name beside it still does."""

import pytest

NOTHING = [
    "You will be working 40 hours per week",
    "37.5 hours a week, hybrid",
    "Full time, 40 hrs/week",
    "Forty hours: Mon-Fri, 8:30 am to 5 pm",
    "Monday to Friday, 9 to 5",
    "Available Monday to Friday",
    "Saturdays and Sundays",
    "Travel 20% of the time",
    "Comfortable with travel 20% of the time",
    "Up to 25% travel",
    "Two days a week in the office",
    "4 x 10-hour shifts",
    "12-month contract",
]


@pytest.mark.parametrize("text", NOTHING)
def test_working_time_asks_for_nothing(asked, text) -> None:
    assert [(row.skills, row.terms) for row in asked(text)] == []


def test_what_stands_beside_it_is_asked_for(asked) -> None:
    (row,) = asked("Excel, Zibble Flow, 40 hours per week")
    assert (row.skills, row.terms) == (("excel",), ("Zibble Flow",))


NAMES = ["Zibble 365", "Zibble 9", "Zibble24", "Norton 360 Zibble", "Zibble 2.0"]


@pytest.mark.parametrize("name", NAMES)
def test_numbers_in_names_are_no_working_time(asked, name) -> None:
    (row,) = asked(f"Experience with SQL and {name}")
    assert row.terms == (name,)


def test_a_tool_with_the_name_of_a_weekday(asked) -> None:
    names = [name for row in asked("Experience with monday.com") for name in (*row.skills, *row.terms)]
    assert names


LEADING = [
    ("SQL and around Zibble Flow", "Zibble Flow"),
    ("SQL, via Zibble Flow", "Zibble Flow"),
    ("SQL and Beyond Zibble", "Beyond Zibble"),
]


@pytest.mark.parametrize(("text", "term"), LEADING)
def test_a_preposition_is_no_part_of_a_name(asked, text, term) -> None:
    (row,) = asked(f"Experience with {text}")
    assert row.terms == (term,)
