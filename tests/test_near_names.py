"""What is offered for a name that is not known."""

import pytest

from gapcheck.near_names import did_you_mean, near_hint, near_names

ROLES = {
    "dock-pilot": "dock-pilot",
    "harbour pilot": "dock-pilot",
    "loom-keeper": "loom-keeper",
    "chef": "chef",
}


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("pilot", ["dock-pilot"]),
        ("Harbour_Pilot", ["dock-pilot"]),
        ("loomkeeper", ["loom-keeper"]),
        ("cheff", ["chef"]),
        ("astronaut", []),
        ("", []),
    ],
)
def test_what_is_spelt_alike_or_holds_the_words_is_offered(name, offered):
    assert near_names(name, ROLES, {"harbour pilot": "dock-pilot"}) == offered


def test_three_names_at_most_the_shortest_of_those_that_hold_the_words():
    known = [f"{'very ' * count}old pilot" for count in (3, 1, 2, 0)]
    assert near_names("pilot", known) == ["old pilot", "very old pilot", "very very old pilot"]


def test_the_words_around_an_offer():
    assert near_hint("cheff", ROLES) == "Did you mean chef?"
    assert near_hint("astronaut", ROLES, "See the list.") == "See the list."
    assert did_you_mean("cheff", ROLES, ".") == "; did you mean chef?"
    assert did_you_mean("astronaut", ROLES, ".") == "."
