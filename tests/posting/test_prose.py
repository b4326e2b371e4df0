"""Sentences about the candidate, lists that no heading names, forms and duties under an asking heading."""

import pytest

from .conftest import asked_of

REQUIRED, PREFERRED = "required", "preferred"


@pytest.mark.parametrize(
    "sentence",
    [
        "You know SQL from daily work.",
        "You've used SQL for years.",
        "SQL is second nature to you.",
        "You are at ease with SQL.",
        "The right person will have a good grasp of SQL.",
        "The successful candidate can write SQL.",
        "We expect SQL.",
    ],
)
def test_a_sentence_about_the_candidate_asks_without_a_heading(posting, sentence) -> None:
    job = posting(f"Warehouse Analyst\n\nFenwick moves parcels in three counties. {sentence}\n")
    assert asked_of(job) == {"sql": REQUIRED}


@pytest.mark.parametrize(
    "sentence",
    [
        "You have the opportunity to learn SQL.",
        "You can look forward to SQL courses.",
        "You will be trained in SQL.",
        "Nobody is expected to bring SQL.",
        "This role is critical as we move to SQL.",
        "You would be a key member of our SQL team.",
        "We have an urgent need for a SQL Developer.",
        "If you need help with SQL during the process, let us know.",
        "We expect to move to SQL next year.",
        "Our analysts meet the needs of the SQL users.",
    ],
)
def test_what_speaks_of_the_job_or_the_employer_does_not_ask(posting, sentence) -> None:
    job = posting(f"Warehouse Analyst\n\nFenwick moves parcels in three counties. {sentence}\n")
    assert asked_of(job) == {}


def test_a_list_without_a_heading_asks_where_most_items_speak_of_the_candidate(posting) -> None:
    job = posting(
        "Warehouse Analyst - Fenwick, Ohio\n\nFenwick moves parcels.\n\n- You hold a bachelor's degree in engineering.\n"
        "- Terraform is second nature to you.\n- SQL, Docker and Python.\n- Some Kubernetes would be a plus.\n"
    )
    assert asked_of(job) == {
        "terraform": REQUIRED, "sql": REQUIRED, "docker": REQUIRED, "python": REQUIRED, "kubernetes": PREFERRED,
    }  # fmt: skip
    assert any(row.kind == "education" for row in job.statements)


def test_what_somebody_wants_is_no_demand_but_for_the_skills_that_it_names(asked) -> None:
    assert asked("You want to be with the best") == ()
    assert [row.skills for row in asked("You love writing SQL")] == [("sql",)]


def test_an_age_does_not_hide_what_stands_behind_it(asked) -> None:
    (row,) = asked("At least 18 years of age with a high school diploma required")
    assert (row.kind, row.necessity) == ("education", REQUIRED)


def test_a_task_among_duties_is_no_demand(posting) -> None:
    job = posting(
        "Clerk\n\nDuties\n- The clerk will be required to load SQL files\n- You will be required to hold a degree\n"
    )
    assert [row.kind for row in job.statements if row.necessity == REQUIRED] == ["education"]


def test_years_of_a_part_are_asked_for_like_the_whole(posting) -> None:
    job = posting("Controller\n\nYou bring at least seven years in finance, three of them in auditing.\n")
    assert [row.min_months for row in job.statements if row.necessity == REQUIRED] == [84, 36]


def test_answers_of_a_form_are_no_years(posting) -> None:
    job = posting(
        "Clerk\n\nRequired question\nHow many years of experience do you have?\n- No experience\n- Less than 1 year\n"
        "- More than 1 year, but less than 3\n- 5 or more years\n"
    )
    assert not [row for row in job.statements if row.kind == "experience"]


def test_duties_under_an_asking_heading_ask_for_nothing(posting) -> None:
    job = posting(
        "Clerk\n\nMinimum qualifications\nGood knowledge of SQL\n\nAssists clerks with Docker.\nPrepares scripts in Python.\n"
        "Performs other related duties as assigned.\n"
    )
    assert asked_of(job) == {"sql": REQUIRED}


def test_who_is_looked_for_is_asked_for(posting) -> None:
    job = posting(
        "Clerk\n\nFenwick is looking for a clerk with good SQL and two years of experience in Python. We are looking for a new office.\n"
    )
    assert {skill for skill, n in asked_of(job).items() if n == REQUIRED} == {"sql", "python"}


@pytest.mark.parametrize(
    "item",
    [
        "Able to write SQL without help",
        "Capable of writing SQL",
        "Strong ability to write SQL",
        "Be comfortable with SQL",
        "Considerable knowledge of SQL",
        "Demonstrates a thorough understanding of SQL",
    ],
)
def test_an_item_among_duties_asks_where_it_says_what_somebody_brings(posting, item) -> None:
    job = posting(
        f"Warehouse Analyst\n\nResponsibilities\n- Keep the ledgers of three depots\n- {item}\n- Close the books\n"
    )
    assert asked_of(job) == {"sql": REQUIRED}


@pytest.mark.parametrize(
    "item", ["Maintain knowledge of SQL", "Provide training in SQL", "Become fluent in SQL"]
)
def test_an_item_among_duties_that_is_a_task_asks_for_nothing(posting, item) -> None:
    job = posting(
        f"Warehouse Analyst\n\nResponsibilities\n- Keep the ledgers of three depots\n- {item}\n- Close the books\n"
    )
    assert asked_of(job) == {}


@pytest.mark.parametrize("heading", ["", "Responsibilities\n", "What we look for\n"])
def test_a_person_who_is_sought_is_asked_to_be_as_described_wherever_that_is_said(posting, heading) -> None:
    job = posting(
        f"Warehouse Analyst\n\n{heading}Fenwick is seeking a creative, detail-oriented person to keep three depots "
        "in order.\n"
    )
    assert asked_of(job) == {"creativity": REQUIRED, "attention-to-detail": REQUIRED}


def test_a_trade_before_the_title_that_is_sought_is_no_demand(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nFenwick is seeking a warehouse analyst to keep three depots in order.\n"
    )
    assert asked_of(job) == {}


def test_each_demand_of_a_sentence_that_names_nothing_is_unread_once(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nRequirements\n- Careful with SQL, but remain willing to yield where that is useful\n"
    )
    assert [each.quote for each in job.unread] == ["but remain willing to yield where that is useful"]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("We are looking for SQL professionals.", True),
        ("Looking for SQL professionals.", True),
        ("The school is seeking an SQL professional.", True),
        ("We are a small mill and are looking for SQL professionals.", True),
        ("Fenwick is seeking SQL professionals.", True),
        ("Our clients are looking for SQL professionals.", False),
        ("Farms that need SQL professionals come to us.", False),
        ("We never hire SQL professionals.", False),
    ],
)
def test_a_person_is_sought_by_the_employer_who_speaks(posting, sentence, asked):
    job = posting(f"Clerk\n\nAbout us\n\n{sentence}\n\nRequirements\n- Excel\n")
    assert ("sql" in asked_of(job)) is asked


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("Apply Docker patterns to services now", {"docker": REQUIRED}), ("Apply online today", {})],
)
def test_to_apply_a_skill_is_no_application(posting, line, wanted) -> None:
    assert asked_of(posting(f"Warehouse Analyst\n\nRequirements\n- {line}\n")) == wanted


def wordings_of(job) -> list[str]:
    return [row.wording or row.terms[0] for row in job.statements if not row.skills]


def test_lines_without_bullets_are_items_under_a_heading_that_asks(posting) -> None:
    lines = "Holding oneself to account\nReading the mood of a hive\nGentle charming of wasps\n"
    assert len(wordings_of(posting(f"Beekeeper\n\nRequirements\n{lines}"))) == 3
    assert not wordings_of(posting(f"Beekeeper\n\nBenefits\n{lines}"))


@pytest.mark.parametrize("heading", ["Needed for success in this role:", "What makes you a great candidate?"])
def test_a_heading_about_success_asks(posting, heading) -> None:
    assert asked_of(posting(f"Beekeeper\n\n{heading}\n- SQL\n- Docker\n")) == {
        "sql": REQUIRED,
        "docker": REQUIRED,
    }


_WORK = (
    "Harbour Crane Driver\n\nFenwick has loaded ships in the old dock since before there were trains, and still does so in every "
    "weather that the sea sends us, with a crew of nine people and two cranes that we repaint each spring.\n\nDuties\n"
    "- Drive the forklift between the sheds\n- Splice worn hawsers by the winter lamp\n- We celebrate every birthday\n\n"
    "You will keep the stock list of the bonded shed in Excel. You will be paid weekly. You will receive boots. "
    "Our other dock is run by another firm, which has its own people, rules, canteen and songs.\n"
)


def test_a_posting_that_asks_for_next_to_nothing_asks_by_its_duties(posting) -> None:
    rows = [row for row in posting(_WORK).statements if row.necessity == PREFERRED]
    assert {row.rule for row in rows} == {"duty"}
    assert {row.line for row in rows} == {6}  # of what is known, in the list


@pytest.mark.parametrize(
    "item",
    [
        "Free course in Excel",
        "Report to the Excel desk",
        "Excel duties as assigned",
        "Call Jane on 0113 496 0000 about Excel",
        "Get trained in Excel",
        "Work with Anna, who runs Excel",
        "Move into a role in Excel",
        "Attend a class of Excel",
        "Stack the ropes by the lamp",
    ],
)
def test_an_item_that_tells_of_no_work_with_a_skill_asks_for_nothing(posting, item) -> None:
    job = posting(_WORK.replace("Splice worn hawsers by the winter lamp", item))
    assert {row.line for row in job.statements if row.necessity == PREFERRED} == {6}


@pytest.mark.parametrize(
    "demands",
    ["- SQL\n- Docker\n- Python\n- Kubernetes", "- Bachelor's degree", "- 3 years of experience with SQL"],
)
def test_duties_ask_for_nothing_beside_enough_demands(posting, demands) -> None:
    demands = f"\n\nRequirements\n{demands}\n"
    assert not [row for row in posting(_WORK + demands).statements if row.rule == "duty"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have worked with SQL, we would love to hear from you.",
        "If you're fluent in SQL, then this could be the job for you!",
        "If you know SQL and the trade, please get in touch, join us today.",
    ],
)
def test_who_is_invited_to_apply_is_asked_to_be_so(posting, sentence) -> None:
    job = posting(f"Kiln Hand\n\nWe fire bricks. {sentence}\n")
    assert [row.skills for row in job.statements if row.necessity == REQUIRED] == [("sql",)]


@pytest.mark.parametrize(
    "sentence",
    ["If you have questions on SQL, call us.", "If our clients use SQL, call us."],
)
def test_an_if_that_invites_nobody_asks_for_nothing(posting, sentence) -> None:
    assert not posting(f"Kiln Hand\n\nWe fire bricks. {sentence}\n").statements


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Applicants for this position must be kind to kilns.", "kind to kilns"),
        ("Brick stacking is also a firm requirement here.", "Brick stacking"),
        ("Kiln yard experience is a plus.", "Kiln yard"),
    ],
)
def test_prose_says_of_a_thing_that_it_is_asked_for(posting, sentence, wording) -> None:
    job = posting(f"Kiln Hand\n\nOur duties\n- Sweep the yard\n\nWe fire bricks. {sentence}\n")
    assert wording in [each for row in job.statements for each in (row.wording, *row.terms)]


@pytest.mark.parametrize(
    "sentence", ["Good humour is always appreciated.", "Our yard is a must for every visitor."]
)
def test_what_is_welcome_or_praised_is_no_demand(posting, sentence) -> None:
    assert not posting(f"Kiln Hand\n\nWe fire bricks. {sentence}\n").statements
