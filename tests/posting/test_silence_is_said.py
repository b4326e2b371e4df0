"""What stands where a posting speaks of the person is a row or is listed as unread."""

import pytest

from gapcheck.posting.model import LEFT_OPEN

ITEMS = "- Can fly a Harris hawk\n- Knows mews from aviaries\n- A pen for pellets at hand\n"


@pytest.mark.parametrize(
    "heading",
    [
        "So who are you?",
        "Can you do all of this?",
        "Is this you?",
    ],
)
def test_a_question_about_the_person_heads_what_is_asked_for(posting, heading) -> None:
    job = posting(f"Falconer\n\n{heading}\n{ITEMS}\nPay\n30,000 a year\n")
    assert len(job.statements) + len(job.unread) == 3
    assert {row.necessity for row in job.statements} == {"required"}


def test_a_question_about_the_reader_of_the_page_heads_nothing(posting) -> None:
    job = posting(
        "Falconer\n\nInterested? Sign up now\nWhere are we?\n- In a barn near the river\n- By the old mill\n"
    )
    assert job.statements == ()


def test_an_item_under_a_heading_that_asks_is_read_or_listed(posting) -> None:
    job = posting("Falconer\n\nRequirements\n- Lure swinging\n- The birds are fed at dawn by the keeper\n")
    read = [each.quote for each in (*job.statements, *job.unread)]
    assert read == ["Lure swinging", "The birds are fed at dawn by the keeper"]


def test_sentences_to_the_candidate_are_listed_where_nothing_asks(posting) -> None:
    prose = "You dream in lure patterns and have flown two owls. We feed them at dawn.\n"
    assert [(each.quote, each.reason) for each in posting(f"Falconer\n\n{prose}").unread] == [
        ("You dream in lure patterns and have flown two owls.", LEFT_OPEN)
    ]
    assert posting(f"Falconer\n\n{prose}\nRequirements\n- SQL\n").unread == ()


@pytest.mark.parametrize("title", ["Legal Secretary", "Benefits Adviser", "Pensions Clerk"])
def test_a_title_names_no_section(posting, title) -> None:
    job = posting(f"{title}\n\nYou must have knot tying and spar making.\nSQL is essential.\n")
    assert [row.necessity for row in job.statements] == ["required", "required"]


def test_a_section_of_two_words_is_still_one(posting) -> None:
    job = posting(
        "Falconer\n\nRequirements\n- SQL\n\nEmployee Benefits\n- Excel lessons\n\nLegal Notice\n- Excel is ours\n"
    )
    assert [row.skills for row in job.statements] == [("sql",)]
