"""A long list in the order of the alphabet is made of a resume's own words, and proves no name that the text refuses."""

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.resume import parse
from gapcheck.resume.word_indexes import word_indexes
from tests.places import shipped_taxonomy
from tests.resume.conftest import document_of

from .conftest import AS_OF

RESUME = """Ilka Marsh
ilka@marsh.example

Experience
Estate agent, Marsh Ltd, 2019 to 2021
- {line}

Skills
{index}
"""
INDEX = "advertising, budgets, contracts, German, leases, meetings, office, property, rent, sales, viewings"
LIST = "sales, German, leases, budgets, viewings, contracts, rent, office, advertising, property, meetings"


def claimed(line, index):
    taxonomy = shipped_taxonomy()
    resume = parse(
        document_of(RESUME.format(line=line, index=index)),
        taxonomy,
        PhraseSkillMatcher(taxonomy),
        as_of=AS_OF,
    )
    return {mention.skill for mention in resume.matches.mentions}


@pytest.mark.parametrize(
    ("line", "index", "known"),
    [
        ("Renewed the lease of the German Consulate for ten years", INDEX, False),
        ("Showed flats to tenants in fluent German", INDEX, True),
        ("Showed flats to tenants", INDEX, True),
        ("Renewed the lease of the German Consulate for ten years", LIST, True),
    ],
)
def test_a_brand_in_an_index_counts_as_it_does_elsewhere(line, index, known):
    assert ("german" in claimed(line, index)) is known


def test_only_a_long_list_in_order_is_an_index():
    text = f"Skills\n\n{INDEX}\n\n{LIST}\n\nart, bread, cake\n"
    found = word_indexes(document_of(text))
    assert [span.of(document_of(text).text) for span in found] == [INDEX]
