"""Where sentences end, and where a full stop is no end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.spans import Span
from gapcheck.text.sentences import ends_in_abbreviation, sentences


def texts(text, **options):
    return [each.of(text) for each in sentences(text, **options)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ran it. Then sold it!  Why?", ["Ran it.", "Then sold it!", "Why?"]),
        ("Worked with Dr. Smith of Acme Inc. in Leeds.", ["Worked with Dr. Smith of Acme Inc. in Leeds."]),
        ("Tools, e.g. Excel. Others too.", ["Tools, e.g. Excel.", "Others too."]),
        ("Knows Node.js and version 3.2 of it", ["Knows Node.js and version 3.2 of it"]),
        ("Degree needed.Experience helps.", ["Degree needed.", "Experience helps."]),
        ("One; two", ["One; two"]),
        (
            "First Aid (exp. 03/2027), Forklift (exp. May 2028)",
            ["First Aid (exp. 03/2027), Forklift (exp. May 2028)"],
        ),
        ("Lic. 4471, iss. 2021", ["Lic. 4471, iss. 2021"]),
        ("Has 5 years exp. 3 of them at sea.", ["Has 5 years exp.", "3 of them at sea."]),
        ("Left in Dec. 2020 for Hull", ["Left in Dec. 2020 for Hull"]),
        ("Took the cert. Then left.", ["Took the cert.", "Then left."]),
        (
            "Ran a shop (bread. Cakes too.) in Hull. Sold it.",
            ["Ran a shop (bread. Cakes too.) in Hull.", "Sold it."],
        ),
        ("(We bake. You sell.) Join us.", ["(We bake.", "You sell.)", "Join us."]),
        ("Held it (since May.) Then left.", ["Held it (since May.)", "Then left."]),
        ("Smiled :( a lot. Left.", ["Smiled :( a lot.", "Left."]),
        ("  ", []),
    ],
)
def test_sentences(text, parts):
    assert texts(text) == parts


def test_semicolons_end_a_sentence_where_asked():
    assert texts("Ran Kubernetes; wrote scripts. Left.", semicolons=True) == [
        "Ran Kubernetes",
        "wrote scripts.",
        "Left.",
    ]


def test_a_part_of_a_text_can_be_read():
    text = "Title. One thing. Another thing."
    assert [each.of(text) for each in sentences(text, Span(7, len(text)))] == ["One thing.", "Another thing."]


@pytest.mark.parametrize(
    ("text", "is_one"), [("Dr.", True), ("J.", True), ("Acme Inc.", True), ("done.", False), ("done", False)]
)
def test_abbreviations(text, is_one):
    assert ends_in_abbreviation(text) is is_one


@given(st.text(max_size=80))
def test_sentences_stand_in_order_and_hold_every_word(text):
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert sum(char.isalnum() for char in text) == sum(
        char.isalnum() for each in found for char in each.of(text)
    )
