"""Spoken languages with their level, apart from adjectives."""

import pytest

from gapcheck.spans import Span


@pytest.mark.parametrize(
    ("text", "names", "levels", "any_of"),
    [
        ("Fluent English", ("English",), (3,), False),
        ("English (C1) and German (B2)", ("English", "German"), (3, 2), False),
        ("native German or French", ("German", "French"), (4, 4), True),
        ("English and Polish required", ("English", "Polish"), (None, None), False),
    ],
)
def test_languages(languages, text, names, levels, any_of):
    found = languages.find(text)
    assert (found.names, found.levels, found.any_of) == (names, levels, any_of)


@pytest.mark.parametrize("text", ["German labour law", "Danish design classics", "no language here"])
def test_adjectives_are_no_languages(languages, text):
    assert languages.find(text) is None


@pytest.mark.parametrize(
    ("printed", "level"),
    [("Full Professional", 3), ("Professional Working", 3), ("Limited Working", 2), ("Elementary", 1)],
)
def test_levels_of_an_exported_profile(languages, printed, level):
    text = f"Welsh ({printed})"
    assert languages.level_beside(text, Span(0, 5)) == level
