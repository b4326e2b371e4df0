"""A skill's name in a run of capitals that names a firm, a person or a place."""

from __future__ import annotations

import pytest

from gapcheck.matching import Genre, Passage
from gapcheck.matching.mentions import DiscardReason
from gapcheck.spans import Span
from tests.places import shipped_matcher

MATCHER = shipped_matcher()


def _skills(text: str, *, listing: bool = False) -> set[str]:
    passage = Passage(Span(0, len(text)), listing=listing)
    return {each.skill for each in MATCHER.find(text, [passage], genre=Genre.RESUME).mentions}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Sold ice cream for Snowflake Gelato at the pier.", "snowflake"),
        ("Carried tents for Python Caving Trips in summer.", "python"),
        ("Worked beside foreman Perl Hansen on the scaffold.", "perl"),
        ("Baked bread at Hotel Azure during the season.", "azure"),
    ],
)
def test_a_name_that_goes_on_with_a_word_of_no_tool_is_another_name(line: str, skill: str) -> None:
    assert skill not in _skills(line)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Wrote the Python Developer handbook of the team.", "python"),
        ("Moved nightly jobs to the Snowflake Warehouse of the bank.", "snowflake"),
        ("Drew the pipes in Autodesk Revit Structure after hours.", "revit"),
        ("Wrote Kafka Gelato tests beside other RabbitMQ tests.", "apache-kafka"),
        ("LINUX KIOSKS IN SEVEN LIBRARIES", "linux"),
        ("Linux Kiosks In Seven Libraries", "linux"),
    ],
)
def test_a_tool_keeps_its_name_beside_a_word_of_its_kind_in_company_and_in_headings(
    line: str, skill: str
) -> None:
    assert skill in _skills(line)


def test_the_word_that_decided_is_told() -> None:
    text = "Sold ice cream for Snowflake Gelato at the pier."
    found = MATCHER.find(text, [Passage(Span(0, len(text)))], genre=Genre.RESUME)

    assert [(each.reason, each.cue) for each in found.discarded if each.skill == "snowflake"] == [
        (DiscardReason.PART_OF_LONGER_NAME, "Gelato")
    ]


def test_a_list_of_skills_loses_none() -> None:
    assert "terraform" in _skills("Terraform Gelato, python scripts, docker images and more", listing=True)
