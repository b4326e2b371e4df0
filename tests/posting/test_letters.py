"""Postings written as letters: needs told sentence by sentence, in words that no list of skills holds."""

import pytest

OPENING = "Yard Foreman\n\nDear colleague,\n\nThe boatyard at Penmor is older than its crane. "


def told(job) -> dict[str, str]:
    """What each row asks for -> how strongly."""
    return {
        (
            row.wording or " ".join((*row.skills, *row.certifications, *row.terms)) or row.kind.value
        ).lower(): row.necessity.value
        for row in job.statements
        if row.necessity != "mentioned"
    }


@pytest.mark.parametrize(
    "announced", ["Let us say what we need.", "Here is who we are looking for.", "This is what you bring."]
)
def test_sentences_to_you_ask_behind_one_that_announces_needs(posting, announced) -> None:
    job = posting(
        f"{OPENING}{announced} You caulk wooden hulls. You have slung keelboats with a mobile hoist.\n"
    )
    assert told(job) == {"caulk wooden hulls": "required", "slung keelboats with a mobile hoist": "required"}


def test_sentences_to_you_do_not_ask_where_nothing_announces_it(posting) -> None:
    assert not told(posting(f"{OPENING}You will caulk wooden hulls. You start at seven.\n"))


def test_each_of_several_things_done_asks_by_the_cue_before_them_all(posting) -> None:
    job = posting(
        f"{OPENING}It would be a plus if you have rigged gaff cutters, hold a degree in oceanography, or have been out on a salvage tow.\n"
    )
    assert [row.kind.value for row in job.statements] == ["skill", "education", "skill"]
    assert set(told(job).values()) == {"preferred"}


def test_a_choice_between_two_things_is_one(posting) -> None:
    job = posting(
        f"{OPENING}You must have a degree in oceanography or have five years of experience in Python.\n"
    )
    assert len({row.quote for row in job.statements}) == 1


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("Python is essential, as is the ability to splice wire rope.", "splice wire rope"),
        (
            "We write in ink, so tidal log keeping has to be something you have done often.",
            "tidal log keeping",
        ),
        ("You will price refits, so be ready to tell us how you have done that.", "price refits"),
    ],
)
def test_what_has_no_known_name_is_asked_for_in_its_own_words(posting, sentence, wording) -> None:
    assert told(posting(OPENING + sentence + "\n"))[wording] == "required"


def test_we_also_ask_for_asks(posting) -> None:
    assert told(posting(f"{OPENING}We also ask for Python.\n")) == {"python": "required"}


def test_a_sentence_leads_to_its_list_and_not_beyond(posting) -> None:
    job = posting(
        f"{OPENING}\n\nWe also require:\n\n> Python\n> Gaff rigging\n\nThe day: you will lead a Docker team of eight.\n\n"
        "Yours,\nPetra Vane, Harbour Master\n"
    )
    assert told(job) == {"python": "required", "gaff rigging": "required"}


def test_a_list_between_semicolons_in_a_sentence_is_a_list(posting) -> None:
    job = posting(
        f"{OPENING}Nice to have: hull painting; a clean driving licence; basic bookkeeping. The yard opens at seven.\n"
    )
    quotes = {row.quote.rstrip("."): row.necessity.value for row in job.statements}
    assert quotes == dict.fromkeys(
        ("hull painting", "a clean driving licence", "basic bookkeeping"), "preferred"
    )
