"""The nearest skills: in the right order, with the words that were near, and the same whatever else is asked."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.matching import nearest_skills, rank_skills, tag_skills
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.language.matching_words import Synonyms
from gapcheck.taxonomy.model import Skill
from gapcheck.text.word_forms import family

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


def with_synonyms(words=(), phrases=(), rows=SKILLS):
    synonyms = Synonyms(words=words, phrases=phrases)
    return Taxonomy("1", "", a_taxonomy(rows).skills, vocabularies={"synonyms": synonyms})


def test_synonyms_of_phrases_lead_to_a_skill():
    known = with_synonyms(phrases=[("purse strings", "manage budgets")])
    text = "You hold the purse strings of a club."
    assert not any(each.skill == "manage-budgets" for each in rank_skills(text, TAXONOMY))
    found = rank_skills(text, known)[0]
    assert (found.skill, found.span.of(text)) == ("manage-budgets", "purse strings")


def test_synonyms_of_words_count_inside_longer_phrases():
    known = with_synonyms(words=[("crop", "harvest", "yield")])
    text = "yields in rotation"
    (first, score), *_ = nearest_skills(text, known)
    assert first == "crop-rotation"
    assert score > dict(nearest_skills(text, TAXONOMY))["crop-rotation"]


def test_a_single_word_is_a_synonym_in_its_own_form_only():
    known = with_synonyms(phrases=[("driven", "manage staff")])
    assert nearest_skills("driven", known)[0][0] == "manage-staff"
    assert nearest_skills("drives", known) == ()


def test_another_taxonomy_can_be_the_thesaurus():
    """Its names and what is broader say the text in other words; its own skills are not in the result."""
    loaf = {
        "id": "sourdough",
        "label": "sourdough",
        "aliases": [{"name": "levain"}],
        "broader": ["bread"],
    }
    bread = {"id": "bread", "label": "bread baking"}
    thesaurus = Taxonomy("1", "", {row["id"]: Skill.model_validate(row) for row in (bread, loaf)})
    assert nearest_skills("levain", TAXONOMY) == ()
    ((skill, score),) = nearest_skills("levain", TAXONOMY, 1, thesaurus=thesaurus)
    assert skill == "bake-bread"
    assert 0.5 < score < 1


def test_words_with_others_between_them_are_seen():
    text = "manage the small and tight weekly budgets"
    assert rank_skills(text, TAXONOMY)[0].skill == "manage-budgets"


def test_each_part_of_a_text_is_tagged_with_one_skill_in_order():
    text = "Rotation of crops; bake bread every day, and do web programming."
    found = tag_skills(text, TAXONOMY)
    assert [each.skill for each in found] == ["crop-rotation", "bake-bread", "web-programming"]
    assert not any(a.span.overlaps(b.span) for a, b in pairwise(found))
    assert tag_skills("Nothing of the kind is meant here.", TAXONOMY) == ()


def test_what_is_far_is_not_tagged():
    assert tag_skills("budget hotels", TAXONOMY) == ()
    assert tag_skills("budget hotels", TAXONOMY, least=0.3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("communicate", "communicator", True),
        ("communication", "communicative", True),
        ("innovation", "innovative", True),
        ("analytical", "analyses", True),
        ("organised", "organizational", True),
        ("programming", "programmer", True),
        ("architect", "architecture", True),
        ("leaders", "leadership", True),
        ("community", "communication", False),
        ("station", "statistics", False),
        ("customer", "customs", False),
        ("welding", "wielding", False),
        ("bed", "bedding", False),
        ("process", "procurement", False),
        ("state", "station", False),
        ("procedures", "procedural", True),
    ],
)
def test_families_of_words(one, other, same):
    assert (family(one) == family(other)) is same
