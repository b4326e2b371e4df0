"""Postings that ask in lines of their own: without bullets, without headings; and what stands behind a list."""

import pytest

from gapcheck.taxonomy import Kind, Necessity


def asked_in(job) -> list[str]:
    return [row.quote for row in job.statements if row.necessity is not Necessity.MENTIONED]


@pytest.mark.parametrize(
    "line",
    [
        "Ability to write a weekly menu in SQL",
        "Excellent understanding of SQL",
        "Good knowledge of SQL and of its tools",
        "3+ years of SQL experience",
    ],
)
def test_a_line_without_bullet_and_heading_asks_where_it_opens_with_what_somebody_brings(
    posting, line
) -> None:
    assert line in asked_in(posting(f"Pastry Cook\nThe Copper Whisk\n\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "Our 20 years of SQL experience show in every cake",
        "Knowledge of SQL is what our suppliers are known for.",
        "Menus are kept in SQL",
    ],
)
def test_a_line_that_tells_of_the_house_does_not_ask(posting, line) -> None:
    assert line.rstrip(".") not in {
        each.rstrip(".") for each in asked_in(posting(f"Pastry Cook\n\n{line}\n"))
    }


@pytest.mark.parametrize("who", ["The ideal candidate for this position", "The right person for the role"])
def test_the_candidate_for_this_position_is_the_candidate(posting, who) -> None:
    job = posting(f"Pastry Cook\n\nWe bake. {who} will have experience with SQL.\n")
    assert [row.skills for row in job.statements if row.necessity is Necessity.REQUIRED] == [("sql",)]


LIST = "Pastry Cook\n\nRequirements\n- SQL\n- A degree in engineering\n"
FIRM = "Whisk's ovens revolve around Docker and bread of every kind, from the rye of the north to the flat cakes of the south."


def test_a_paragraph_behind_a_list_tells_of_the_firm(posting) -> None:
    assert "docker" not in {s for row in posting(f"{LIST}\n{FIRM}\n").statements for s in row.skills}


def test_a_paragraph_behind_a_list_asks_where_its_own_words_do(posting) -> None:
    more = "The successful candidate must also have two years of experience with Docker, in a bakery that is open at night."
    job = posting(f"{LIST}\n{more}\n")
    assert "docker" in {
        s for row in job.statements if row.necessity is Necessity.REQUIRED for s in row.skills
    }


def test_a_short_line_behind_a_list_is_an_item_that_lost_its_bullet(posting) -> None:
    assert "Docker and Python." in asked_in(posting(f"{LIST}Docker and Python.\n"))


@pytest.mark.parametrize("text", ["Some Italian cuisine is a plus", "Knowledge of French contract law"])
def test_the_country_of_a_thing_is_no_language(asked, text) -> None:
    assert Kind.LANGUAGE not in {row.kind for row in asked(text)}


@pytest.mark.parametrize("text", ["Italian is a plus", "Fluent Italian", "Written and spoken French"])
def test_a_language_by_itself_is_one(asked, text) -> None:
    assert [row.kind for row in asked(text)] == [Kind.LANGUAGE]


def test_any_foreign_language_is_a_language(asked) -> None:
    (row,) = asked("Knowledge of at least one foreign language")
    assert (row.kind, row.skills) == (Kind.LANGUAGE, ("multilingualism",))


def test_none_of_the_following_is_a_requirement(asked) -> None:
    assert (
        asked("None of these is a requirement, yet each of them makes you a better match for our bakery")
        == ()
    )


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("In the season the cook may be required to train the SQL apprentices.", False),
        ("The cook is required to know SQL.", True),
    ],
)
def test_a_task_that_may_come_is_not_asked_for(posting, text, is_asked) -> None:
    job = posting(f"Pastry Cook\n\nWe bake at night. {text}\n")
    assert bool(asked_in(job)) is is_asked
