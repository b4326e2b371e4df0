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
    assert [row.kind.value for row in job.statements] == ["experience", "education", "experience"]
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


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("If you have never varnished a spar, this is not the job for you.", "varnished a spar"),
        ("We want a foreman who can read a tide table.", "read a tide table"),
        ("The slip is yours, so you should have held the keys of one.", "held the keys"),
        ("You must have worked nights on a lightship.", "worked nights on a lightship"),
    ],
)
def test_what_is_asked_in_a_roundabout_way_is_asked(posting, sentence, wording) -> None:
    found = posting(OPENING + sentence + "\n")
    assert wording in told(found) or any(wording in each.quote for each in found.unread)


def test_a_name_that_the_next_clause_tells_somebody_to_know_is_asked_for(posting) -> None:
    assert "winch logs are kept in mooringdesk" in told(
        posting(f"{OPENING}Winch logs are kept in Mooringdesk, so please know it.\n")
    )


@pytest.mark.parametrize("opening", ["Bonus points for", "Extra credit if you know", "A plus for"])
def test_what_earns_extra_points_is_preferred(posting, opening) -> None:
    assert told(posting(f"{OPENING}{opening} gaff rigging.\n")) == {"gaff rigging": "preferred"}


@pytest.mark.parametrize(
    "introduction", ["Things that would tip the scale", "What might sway us", "Anything that could help you"]
)
def test_what_would_help_introduces_wishes_that_end_with_their_list(posting, introduction) -> None:
    job = posting(
        f"{OPENING}You must be certified in Python.\n\n{introduction}: gaff rigging; sail repair; oar making.\n\nWe never use Photoshop here.\n"
    )
    wished = {name for name, necessity in told(job).items() if necessity == "preferred"}
    assert wished == {"gaff rigging", "sail repair", "oar making"}


def test_a_label_of_several_words_can_say_what_is_a_wish(posting) -> None:
    job = posting(f"{OPENING}\n\nWhat gets you bonus points: gaff rigging, oar making.\n")
    assert set(told(job).values()) == {"preferred"}
    assert not told(posting(f"{OPENING}\n\nSign-on bonus: up to 900 for riggers with gaff rigging.\n"))


def test_items_of_a_list_that_nothing_names_are_unread(posting) -> None:
    job = posting(
        "Yard Foreman\n\nRequirements\n\n- Oar making\n\nThe usual:\n\n- Slip rotas\n- Free lunch benefits\n"
    )
    assert [each.quote for each in job.unread] == ["Slip rotas"]


def test_gaining_experience_is_what_the_job_gives(posting) -> None:
    job = posting("Yard Foreman\n\nRequirements\n\n- Gaining hands-on experience with Python\n- Oar making\n")
    assert list(told(job)) == ["oar making"]


def test_a_certificate_in_a_list_takes_none_of_its_neighbours_with_it(posting) -> None:
    job = posting(
        "Electrician\n\nRequirements\n- Conduit bending\n\nNice to have: OSHA 10, PLC programming\n"
    )
    wished = [row for row in job.statements if row.necessity.value == "preferred"]
    assert [row.kind.value for row in wished] == ["certification", "skill"]
    assert wished[1].skills == ("plc-programming",)


def test_the_topic_of_a_certificate_is_no_skill_beside_it(posting) -> None:
    job = posting("Planner\n\nRequirements\n- Certification in project management, PMP or PRINCE2\n")
    assert [row.kind.value for row in job.statements] == ["certification"]
