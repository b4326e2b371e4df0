"""Names of tools that are also words, animals and people, or that open the name of a place or a society."""

from __future__ import annotations

import pytest

from gapcheck.matching import Genre, Passage
from gapcheck.spans import Span
from tests.places import shipped_matcher

MATCHER = shipped_matcher()


def _skills(text: str) -> set[str]:
    found = MATCHER.find(text, [Passage(Span(0, len(text)))], genre=Genre.RESUME)
    return {each.skill for each in found.mentions}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Raised a foal called Python on the upper farm", "python"),
        ("Groomed Ruby, Julia and Jenkins before each show", "jenkins"),
        ("Fed Ruby, Julia and Jenkins at dawn", "ruby"),
        ("Notion that calm horses learn faster", "notion"),
        ("Slack chains on the barge were tightened", "slack"),
        ("Watered a figma tree in the glasshouse", "figma"),
        ("Supervised learning hours for the evening group", "supervised-learning"),
        ("Replaced power point outlets in the hall", "powerpoint"),
        ("Checked stable diffusion of gas through the filter", "stable-diffusion"),
        ("Sold tickets at the SAP Center", "sap"),
        ("Spoke to the Women in Machine Learning network", "machine-learning"),
        ("Ran the Python Anti-Bullying Programme", "python"),
        ("Won the Docker Prize for bravery", "docker"),
    ],
)
def test_what_stands_right_beside_a_name_makes_it_another_thing(text: str, skill: str) -> None:
    assert skill not in _skills(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Counted foals with Python and pandas", "python"),
        ("Scripts in Ruby, Julia and Jenkins pipelines", "jenkins"),
        ("Fed Jenkins jobs from a queue", "jenkins"),
        ("Notion pages that calm new staff", "notion"),
        ("Slack channels of the barge were tidied", "slack"),
        ("Figma files of the glasshouse", "figma"),
        ("Supervised learning on the evening sales", "supervised-learning"),
        ("Power point slides for the hall", "powerpoint"),
        ("Tuned stable diffusion for the posters", "stable-diffusion"),
        ("Joined the SAP Center of Excellence", "sap"),
        ("Spoke to women about machine learning", "machine-learning"),
        ("Ran the Python programme of the school", "python"),
        ("Used PharmOutcomes and Excel", "excel"),
        ("Used TaxCalc, IRIS and Excel every week", "excel"),
        ("Forecasts in Excel and R, bias reported weekly", "r"),
    ],
)
def test_the_same_names_as_tools(text: str, skill: str) -> None:
    assert skill in _skills(text)


@pytest.mark.parametrize(
    "text", ["Sheets in Excel and R&D", "Excel and R. Smith kept books", "Excel and A/R balances"]
)
def test_a_letter_beside_excel_may_be_another_thing(text: str) -> None:
    assert "r" not in _skills(text)


def test_a_place_beside_a_word_is_no_tool_that_is_used() -> None:
    assert "excel" not in _skills("Worked in McAllen and Excel at sales")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Built a 12 ML service reservoir beside a substation", "machine-learning"),
        ("Sized transformers, substation switchgear and a service reservoir", "transformers"),
    ],
)
def test_a_name_that_holds_a_word_of_the_other_sense_is_no_company(text: str, skill: str) -> None:
    assert skill not in _skills(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Used ML, Python and Excel to size a service reservoir", "machine-learning"),
        ("Predicted the level of service reservoirs with transformers in PyTorch", "transformers"),
    ],
)
def test_other_names_are_company_beside_a_name_that_holds_such_a_word(text: str, skill: str) -> None:
    assert skill in _skills(text)
