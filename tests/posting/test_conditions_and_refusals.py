"""What postings do not ask for: conditions of the job, offers, what they say not to need; and demands in the same words."""

import pytest

from gapcheck.posting.model import CONDITION, LEFT_OPEN

from .conftest import asked_of

REQUIRED, PREFERRED = "required", "preferred"


@pytest.mark.parametrize(
    "line",
    [
        "Employees are required to stand, stoop and crouch",
        "Ability to travel to our sites",
        "Annual starting salary: $55,897 Bachelors",
        "Opportunity to grow into a leadership position",
        "Wage: from $19.00-$22.50/hour, dependent upon experience",
        "$25.00 per hour",
        "Competitive wages",
        "Pay depends on experience",
        "Three-year initial commitment",
        "Willing to commit for one year",
    ],
)
def test_conditions_and_offers_are_no_demand(asked, line) -> None:
    assert [row for row in asked(line) if row.necessity != "mentioned"] == []


@pytest.mark.parametrize(
    "line",
    [
        "Experience in wage and hour law",
        "Salary benchmarking",
        "Managed budgets of $2 million per year",
        "Commitment to safe work",
    ],
)
def test_work_with_money_and_commitment_to_work_are_demands(asked, line) -> None:
    assert [row.necessity for row in asked(line)] == ["required"]


@pytest.mark.parametrize(
    ("line", "heading", "reason"),
    [
        ("- Must be able to lift 20 kg", "Requirements", CONDITION),
        ("- Background check", "Requirements", CONDITION),
        ("- No more than 6 points", "Requirements", CONDITION),
        ("- Maximum 3 penalty points on your licence", "Requirements", CONDITION),
        ("- Regular overnight travel required", "Responsibilities", CONDITION),
        ("Applicants must be authorized to work in Norway.", "About us", CONDITION),
        ("SQL at a desk and travel up to ten days.", "Requirements", LEFT_OPEN),
    ],
)
def test_a_condition_of_the_job_is_listed_and_no_row(posting, line, heading, reason) -> None:
    job = posting(
        f"Warehouse Analyst\n\n{heading}\n- Keep the ledgers of three depots\n{line}\n- Close the books\n"
    )
    assert [(each.quote, each.reason) for each in job.unread] == [(line.removeprefix("- "), reason)]
    assert "sql" not in asked_of(job)


def test_what_is_said_of_the_application_is_no_condition_of_the_job(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nRequirements\n- SQL\n\nTo be considered, please send your resume by May.\n"
    )
    assert not job.unread


@pytest.mark.parametrize(
    "sentence",
    [
        "SQL is not required, but it would definitely be helpful.",
        "SQL is not needed, although it is a plus.",
        "Knowledge of SQL is not required, but that too would be useful.",
        "SQL is not essential but would be an advantage.",
    ],
)
def test_what_is_not_required_but_welcome_is_preferred(posting, sentence) -> None:
    job = posting(f"Warehouse Analyst\n\nFenwick moves parcels in three counties. {sentence}\n")
    assert asked_of(job) == {"sql": PREFERRED}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("SQL is not required, but Docker is a plus.", {"docker": PREFERRED}),
        ("SQL is not required, but it is used next door.", {}),
        ("SQL is not required. It would be nice to meet you.", {}),
        ("Relocation is not required, but it would be welcome.", {}),
        ("A car is not required but a plus.", {}),
        ("Overtime is not required but a plus.", {}),
        ("Prior experience is not required but a plus.", {}),
        ("No prior experience needed but it is a plus.", {}),
    ],
)
def test_what_is_not_required_stays_so_where_another_thing_is_welcome(posting, sentence, wanted) -> None:
    job = posting(f"Warehouse Analyst\n\nFenwick moves parcels in three counties. {sentence}\n")
    assert asked_of(job) == wanted
    assert len(job.statements) == len(wanted)


@pytest.mark.parametrize(
    ("line", "conditions"),
    [("Plan of lessons and accommodations for deaf pupils", 0), ("Reasonable accommodations", 1)],
)
def test_accommodations_are_a_condition_only_where_the_employer_makes_them(posting, line, conditions) -> None:
    job = posting(f"Teacher\n\nRequirements\n- {line}\n")
    assert sum(each.reason == CONDITION for each in job.unread) == conditions


@pytest.mark.parametrize(
    "line", ["You'll get honest advice on SQL", "You will have the ability to make a mark on SQL"]
)
def test_what_somebody_will_get_is_no_demand_under_any_heading(asked, line) -> None:
    assert not asked(line)
    assert asked("You will have the ability to tune SQL")


@pytest.mark.parametrize(
    "line",
    [
        "You must be at least 23 years old.",
        "The post holder must reside in the county.",
        "You must pass a fitness and drug test.",
        "A clean driving record is required.",
        "Must be able to lift 20kg",
        "Considerable travel across the county is expected.",
        "Applicants must be available on Sundays.",
    ],
)
@pytest.mark.parametrize("place", ["The yard.", "Requirements"])
def test_a_condition_is_listed_wherever_it_is_asked_for(posting, line, place) -> None:
    job = posting(f"Kiln Hand\n\n{place}\n{'- ' if place == 'Requirements' else ''}{line}\n")
    assert not job.statements
    assert [(each.quote, each.is_condition) for each in job.unread] == [(line, True)]


def test_what_is_told_of_a_condition_lists_none(posting) -> None:
    job = posting("Kiln Hand\n\nOur vans have a clean driving record. The founders reside in the county.\n")
    assert not job.unread


@pytest.mark.parametrize(
    "line",
    [
        "This is a desk in the yard, so no CAD",
        "Excel isn't a must",
        "We do not use Word",
        "We don't work with Word",
        "Anything but PowerPoint",
    ],
)
def test_what_a_line_says_not_to_need_is_no_demand(asked, line) -> None:
    assert not [row for row in asked(line) if row.skills]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Not only Excel but Word", {"excel", "word"}),
        ("Nothing but clean SQL", {"sql"}),
    ],
)
def test_a_word_of_refusal_in_a_demand_refuses_nothing(asked, line, wanted) -> None:
    assert {skill for row in asked(line) for skill in row.skills} >= wanted


def test_what_nobody_may_hold_is_a_condition(posting) -> None:
    job = posting(
        "Piano Tuner\n\nRequirements\n- Must not hold a dealer's licence\n- Must hold a dealer's licence\n"
    )
    assert [(each.quote, each.reason) for each in job.unread] == [
        ("Must not hold a dealer's licence", CONDITION)
    ]
    assert [row.quote for row in job.statements] == ["Must hold a dealer's licence"]


@pytest.mark.parametrize(
    "line",
    [
        "Travel bureau experience required",
        "Rail travel planning experience is expected",
        "Experience with records residing in SQL",
        "Helping young adults residing in hostels",
        "Able to carry a portfolio of 40 tenants",
        "Experience carrying a target of 9,000 bricks",
        "Pass counts of medical stock to the ward",
        "Ability to pass notes of physical checks on to the ward",
        "Drug formulation screening with SQL",
        "Available for shift rota design in SQL",
        "You receive pallets by forklift and enter them in SQL",
        "You get along with everyone and use SQL",
        "You get the sums done with SQL",
        "You earn the respect of apprentices in bricklaying",
        "You'll gain the trust of tenants and use SQL",
        "You have the ability to make a difference with SQL",
    ],
)
def test_words_of_a_condition_inside_of_a_skill_state_none(posting, line) -> None:
    job = posting(f"Kiln Hand\n\nRequirements\n- {line}\n")
    assert {row.line for row in job.statements} == {4}
    assert not [each for each in job.unread if each.is_condition]


@pytest.mark.parametrize(
    "line",
    [
        "Candidates must be residing in the county",
        "Travel between our yards will be expected",
        "Some travel is required",
        "Able to carry bricks of up to 25kg",
        "Must pass a pre-employment medical exam",
        "Drug and alcohol screening",
        "Available for early and late shifts",
    ],
)
def test_a_condition_of_the_job_is_no_skill(posting, line) -> None:
    job = posting(f"Kiln Hand\n\nRequirements\n- {line}\n")
    assert not job.statements
    assert [each.is_condition for each in job.unread] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "You'll receive training in SQL",
        "You get paid training in SQL",
        "You have the chance to make a difference with SQL",
    ],
)
def test_what_the_employer_gives_is_no_demand(posting, line) -> None:
    assert not posting(f"Kiln Hand\n\nRequirements\n- {line}\n").statements


@pytest.mark.parametrize("line", ["Can you fire a kiln by eye?", "Ready to stack bricks?"])
def test_a_question_of_what_somebody_can_do_asks_for_it(posting, line) -> None:
    job = posting(f"Kiln Hand\n\nRequirements\n- Glazing pots\n- {line}\n- Sorry about the kiln?\n")
    assert [row.quote for row in job.statements] == ["Glazing pots", line]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tickets are required for guests of the yard.",
        "A down payment is required from buyers.",
        "Overalls are required and handed out.",
        "If you have a criminal record, we would like to hear of it in confidence.",
    ],
)
def test_what_else_is_required_is_no_row(posting, sentence) -> None:
    assert not posting(f"Kiln Hand\n\nAbout us\nWe fire bricks. {sentence}\n").statements


@pytest.mark.parametrize(
    "lines",
    [
        "- Have good tea each noon\n- Have competent neighbours about you",
        "- Hold training for young fathers\n- Maintain good stock of clay",
    ],
)
def test_a_list_of_what_a_day_holds_asks_for_nothing(posting, lines) -> None:
    job = posting(f"Kiln Hand\n\nRequirements\n- SQL\n\nA typical day:\n{lines}\n")
    assert [row.quote for row in job.statements] == ["SQL"]


@pytest.mark.parametrize(
    "line",
    [
        "Candidates should read the guide to kilns",
        "Probationary period",
        "To learn more, please click here.",
        "and other necessary skills, knowledge, and abilities",
    ],
)
def test_advice_to_applicants_and_empty_words_are_no_rows(asked, line):
    assert not asked(line)


@pytest.mark.parametrize(
    "line", ["Experience with probation hearings", "Willing to learn more about kilns", "Special education"]
)
def test_but_what_is_done_or_known_is(asked, line):
    assert asked(line)


def test_a_condition_beside_what_gave_a_row_is_listed(posting) -> None:
    job = posting("Clerk\n\nRequirements\n- SC clearance and five years of Java\n")
    assert [each.is_condition for each in job.unread] == [True]
    assert [row.skills for row in job.statements] == [("java",)]


def test_points_beside_a_licence_or_of_another_kind_take_no_row(posting) -> None:
    asked = "- Driving licence with no more than 6 points\n- Split epics into no more than 5 story points\n"
    job = posting(f"Driver\n\nRequirements\n{asked}")
    assert len(job.statements) == 2
    assert not job.unread
