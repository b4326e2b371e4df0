"""No name of a skill joins the names of two: it would hide the other one wherever both are listed."""

import re

import pytest

from gapcheck.taxonomy import NameMatch
from gapcheck.taxonomy.taxonomy import folded

TERMS = frozenset(
    {
        "AI/ML engineer",
        "RDF/XML",
        "billing and coding",
        "budgeting and forecasting",
        "business planning and forecasting",
        "classification and regression trees",
        "coding and billing",
        "containers and orchestration",
        "food safety and sanitation",
        "forecasting and budgeting",
        "high availability and disaster recovery",
        "medical billing and coding",
        "medical coding and billing",
        "monitoring and evaluation officer",
        "query tuning and optimization",
        "sales and operations planning",
        "shipping and receiving clerk",
        "transformers and switchgear",
    }
)
"""Terms of their trades, which say something else than their halves."""


def test_a_name_does_not_join_two_skills(taxonomy):
    owners = taxonomy.names
    joined = {
        alias.name: skill.id
        for skill in taxonomy.skills.values()
        for alias in skill.aliases
        if len(halves := re.split(r"/|, | and | & | or |\+", alias.name)) > 1
        and all(folded(half) in owners for half in halves)
        and len({owner for half in halves for owner in owners[folded(half)]}) > 1
    }
    assert joined.keys() - TERMS == set()


@pytest.mark.parametrize(
    ("word", "owner"),
    [("testing", "software-testing"), ("SQL queries", "sql"), ("generators", None), ("commerce", None)],
)
def test_ordinary_words_belong_to_the_widest_skill_or_to_none(taxonomy, word, owner):
    assert [skill.id for skill in taxonomy.named(word)] == ([owner] if owner else [])


def test_a_word_that_only_postings_use_so_says_so(taxonomy):
    (alias,) = [each for each in taxonomy.skills["software-testing"].aliases if each.name == "testing"]
    assert alias.match is NameMatch.POSTINGS
