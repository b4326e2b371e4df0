"""A long list in the order of the alphabet is made of a resume's own words, and proves no name that the text refuses."""

import time

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.matching.mentions import Matches, SkillMention
from gapcheck.resume import parse
from gapcheck.resume.word_indexes import as_elsewhere, word_indexes
from gapcheck.spans import Span
from gapcheck.taxonomy.model import Skill
from tests.places import shipped_taxonomy
from tests.resume.conftest import document_of
from tests.shapes import is_steep

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


def _seconds_for_names(count):
    """To look elsewhere for so many names of an index, in a document of little else."""
    names = [f"Tool{number:06d}" for number in range(count)]
    document = document_of(f"Ilka Marsh\n\n{', '.join(names)}\n")
    mentions = tuple(
        SkillMention(name.lower(), Span(at, at + len(name)), name)
        for name in names
        for at in [document.text.index(name)]
    )
    taxonomy = {name.lower(): Skill(id=name.lower(), label=name) for name in names}
    begin = time.process_time()
    as_elsewhere(Matches(mentions), document, taxonomy)
    return time.process_time() - begin


def test_twice_the_names_of_an_index_take_about_twice_the_time():
    assert not all(is_steep(_seconds_for_names, 500) for _ in range(3))


def test_only_a_long_list_in_order_is_an_index():
    text = f"Skills\n\n{INDEX}\n\n{LIST}\n\nart, bread, cake\n"
    found = word_indexes(document_of(text))
    assert [span.of(document_of(text).text) for span in found] == [INDEX]
