"""The nearest skills: in the right order, with the words that were near, and the same whatever else is asked."""

from __future__ import annotations

import pytest

from gapcheck.matching import nearest_skills, rank_skills
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.model import Skill

SKILLS = {
    "bake-bread": ("bake bread", ["bread baking"]),
    "crop-rotation": ("crop rotation", []),
    "manage-budgets": ("manage budgets", ["budgetary control"]),
    "manage-staff": ("manage staff", []),
    "web-programming": ("web programming", ["web development"]),
    "welding": ("welding techniques", []),
}


def a_taxonomy(rows=SKILLS):
    return Taxonomy(
        "1",
        "",
        {
            id_: Skill.model_validate(
                {"id": id_, "label": label, "aliases": [{"name": each} for each in aliases]}
            )
            for id_, (label, aliases) in rows.items()
        },
    )


TAXONOMY = a_taxonomy()


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("managing the budget of two kitchens", "manage-budgets"),
        ("Experience of managing bakery staff", "manage-staff"),
        ("You will weld frames of steel", "welding"),
        ("rotation of crops", "crop-rotation"),
        ("web developers", "web-programming"),
        ("baked our bread", "bake-bread"),
    ],
)
def test_other_forms_of_the_words_come_first(text, nearest):
    assert nearest_skills(text, TAXONOMY)[0][0] == nearest


def test_the_words_that_were_near_are_shown():
    text = "You plan the shifts, and you manage the budgets of three shops."
    found = rank_skills(text, TAXONOMY)[0]
    assert (found.skill, found.name) == ("manage-budgets", "manage budgets")
    assert found.span.of(text) == "manage the budgets"
    assert 0 < found.score <= 1


def test_the_name_itself_has_a_high_score():
    skill, score = nearest_skills("welding techniques and more", TAXONOMY)[0]
    assert skill == "welding"
    assert score > 0.9


def test_scores_fall_and_the_limit_holds():
    scores = [
        score for _, score in nearest_skills("manage staff and budgets, weld and bake", TAXONOMY, limit=3)
    ]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_strange_words_count_against_a_name():
    """A word that no name has must not drop out of the norm."""
    (_, alone), *_ = nearest_skills("welding techniques", TAXONOMY)
    (_, among), *_ = nearest_skills("zymurgical techniques", TAXONOMY)
    assert among < 0.7 * alone


@pytest.mark.parametrize("text", ["", " ", ".,;", "of the", "qqq zzz"])
def test_nothing_near_is_nothing(text):
    assert nearest_skills(text, TAXONOMY) == ()


def test_an_empty_taxonomy_has_nothing_near():
    assert nearest_skills("bake bread", a_taxonomy({})) == ()


def test_the_result_is_the_same_in_any_order_of_the_taxonomy():
    turned = a_taxonomy(dict(reversed(SKILLS.items())))
    text = "plan crops, manage the programming of budgets"
    assert rank_skills(text, turned) == rank_skills(text, TAXONOMY)
