"""Conditions of the job and what the employer gives: their words inside of a skill are no reason to drop it."""

from __future__ import annotations

import pytest


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
