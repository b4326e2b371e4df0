"""What a person answers beside a question, and below the head of a column, decides what is claimed."""

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.matching.mentions import CLAIMED
from gapcheck.resume import parse
from tests.places import shipped_taxonomy

from .conftest import AS_OF, document_of

TOP = "Jo Sample\njo@example.com\n\nSkills\n\n"


def claimed(text, skill, name="resume.txt"):
    taxonomy = shipped_taxonomy()
    resume = parse(document_of(TOP + text, name), taxonomy, PhraseSkillMatcher(taxonomy), as_of=AS_OF)
    return any(each.skill == skill and each.assertion in CLAIMED for each in resume.matches.mentions)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Docker?\tNo. The hosting firm does it.", "docker"),
        ("Docker?     Would like to; began a course.", "docker"),
        ("Docker?\tVendor feature.", "docker"),
        ("No welding licence.", "welding"),
        ("Welding by Sample's.", "welding"),
        ("Welding and carpentry by the fitters.", "welding"),
        ("Machine learning for orders is a module we bought.", "machine-learning"),
        ("Statistics is something I want to learn.", "statistics"),
        ("Statistics come to me finished from head office.", "statistics"),
        ("Statistics only by reading the reports of others, I intend to take the course.", "statistics"),
        (
            "Photographs are sorted by a deep learning tool that the college trained and runs.",
            "deep-learning",
        ),
        ("When it needs a map my colleague Ana makes it in QGIS.", "qgis"),
        ("Robotics laboratory fit-out for the college.", "robotics"),
    ],
)
def test_not_claimed(text, skill):
    assert not claimed(text + "\n", skill)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Docker?\tYes, daily since 2019.", "docker"),
        ("Welding, by hand and by robot.", "welding"),
        ("Robotics laboratory: built two arms.", "robotics"),
        ("Deep learning tool that sorts photographs, built from nothing.", "deep-learning"),
    ],
)
def test_claimed(text, skill):
    assert claimed(text + "\n", skill)


def test_columns_of_a_table():
    table = (
        "| Daily | Now and then | Not me |\n|---|---|---|\n| QGIS, WordPress | Docker | Python, welding |\n"
    )
    found = [claimed(table, skill, "resume.md") for skill in ("qgis", "docker", "python", "welding")]
    assert found == [True, True, False, False]
