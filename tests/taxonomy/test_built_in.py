"""The taxonomy that ships is as sound as the check asks of anybody's."""

from gapcheck.matching.matcher import example_runner
from gapcheck.taxonomy import load
from gapcheck.taxonomy.loading import check


def test_the_built_in_taxonomy_has_no_problem_and_every_example_holds():
    assert check(examples=example_runner).problems == ()


def test_it_is_large_enough_to_be_of_use():
    held = load()
    assert len(held.skills) > 1500
    assert len(held.certifications) > 100
    assert held.roles


def test_every_vocabulary_has_something_to_say():
    held = load()
    assert held.heading_names
    for name, vocabulary in held.vocabularies.items():
        assert vocabulary != type(vocabulary)(), f"{name} is empty"
