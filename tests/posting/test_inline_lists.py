"""Lists of knowledge behind a colon, in lines and in paragraphs, below any heading; and lists of papers to hand in."""

import pytest


def names(job):
    return [name for row in job.statements for name in (row.wording or "", *row.terms, *row.skills) if name]


def test_knowledge_listed_in_a_sentence_is_asked_for_item_by_item(posting):
    job = posting(
        "Prison Nurse\n\nSELECTION PROCESS\nThe interview will cover training and experience, including knowledge of: "
        "ward theory; and the ability to keep neat charts; mend a splint. It lasts an hour.\n"
    )
    assert {"ward theory", "keep neat charts", "mend a splint"} <= set(names(job))
    assert {row.necessity for row in job.statements} == {"required"}


def test_so_is_a_list_of_items_below_such_a_sentence(posting):
    job = posting(
        "Tar Hand\n\nHOW TO APPLY\nThe test is on paper and applicants may be asked for knowledge of:\n"
        "- tar kettle repair;\n- sand kettles\n\nTests are held in May.\n"
    )
    assert {"tar kettle repair", "sand kettles"} <= set(names(job))


def test_the_label_of_such_a_list_is_not_listed_as_unread(posting):
    job = posting("# Ranger\n\nRequirements\n- Knowledge of: burn plans; fuel moisture sampling.\n", "p.md")
    assert {"burn plans", "fuel moisture sampling"} <= set(names(job))
    assert not job.unread


@pytest.mark.parametrize(
    "text",
    [
        "Tar Hand\n\nHow to apply\nSend: a letter; two photographs; a stamp.\n",
        "Tar Hand\n\nHow to apply\nPlease bring copies of documents such as:\n- Driver's license\n- Current resume\n",
        "Tar Hand\n\nQuestionnaire\n1. Do you have experience with chainsaws?\n2. Do you know Excel?\n",
    ],
)
def test_papers_to_hand_in_and_questions_of_a_form_ask_for_nothing(posting, text):
    assert not [row for row in posting(text).statements if row.necessity != "mentioned"]


def test_an_item_below_benefits_asks_where_it_says_so_outright(posting):
    job = posting(
        "Care Helper\n\nOur offer\n- You must possess a basic awareness of food hygiene\n"
        "- It is essential that you have a good understanding of knots\n- You will have a pension\n- Free Excel lessons\n"
    )
    asked = [name for row in job.statements for name in (*row.terms, *row.skills)]
    assert asked == ["food-safety", "knots"]


def test_many_items_that_say_what_somebody_brings_ask_though_benefits_follow_them(posting):
    brings = [
        "Have good awareness of kilns",
        "Be able to fire alone",
        "Be capable of lifting shelves",
        "Have knowledge of glazes",
    ]
    perks = ["Free cake", "Pension", "Long holidays", "Workwear", "Bus pass"]
    job = posting(
        "Potter\n\nWhy work at Moor Kilns?\n" + "".join(f"- {each}\n" for each in (*brings, *perks))
    )
    assert len([row for row in job.statements if row.necessity == "required"]) >= 3
    few = posting(
        "Potter\n\nWhy work at Moor Kilns?\n" + "".join(f"- {each}\n" for each in (*brings[:2], *perks))
    )
    assert not few.statements


def test_a_word_of_preference_behind_a_semicolon_speaks_of_what_precedes_it(asked):
    (row,) = asked("Kiln control software experience; preferred")
    assert row.necessity == "preferred"


def test_items_that_say_what_somebody_brings_stay_preferred_under_a_heading_that_prefers(posting):
    job = posting(
        "Potter\n\nRequirements\n- Excel\n\nIt will be an advantage to also:\n"
        "- Have experience of kilns\n- Be able to glaze\n- Have knowledge of clay\n"
    )
    assert [row.necessity for row in job.statements] == ["required", "preferred", "preferred", "preferred"]


def test_what_somebody_may_arrange_is_not_asked_for(asked):
    assert not asked("You can set your own schedule and take calls by video.", "About us", prose=True)


@pytest.mark.parametrize(
    "opening",
    [
        "Requirements\nAbility to provide clear documentation, and hands-on experience with:",
        "Experience and documentation required",
        "Requirements\nSend each client a copy of the plan and report in:",
        "Qualifications\nYou will provide technical documentation with the following tools:",
    ],
)
def test_documents_that_somebody_writes_are_work_and_no_papers_to_hand_in(posting, opening):
    job = posting(f"Fitter\n\n{opening}\n- AutoCAD\n- Active Directory\n")
    assert {"autocad", "active-directory"} <= set(names(job))
