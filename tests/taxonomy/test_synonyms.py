"""synonyms.yaml: its schema, and that the built-in file keeps to it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from gapcheck.taxonomy import load
from gapcheck.taxonomy.language.matching_words import Synonyms
from gapcheck.text.word_forms import family


def test_a_word_is_in_one_row_only():
    with pytest.raises(ValidationError, match="words in more than one row: pay"):
        Synonyms(words=(("pay", "wage"), ("salary", "pay")))


@pytest.mark.parametrize("kind", ["words", "phrases"])
def test_a_row_has_two_members(kind):
    with pytest.raises(ValidationError, match="at least 2 items"):
        Synonyms(**{kind: (("alone",),)})


def test_the_built_in_rows_are_sound():
    held = load().synonyms
    assert held.words
    assert held.phrases
    everything = [each for row in (*held.words, *held.phrases) for each in row]
    assert everything == [" ".join(each.lower().split()) for each in everything]
    assert not [row for row in (*held.words, *held.phrases) if len(set(row)) != len(row)]
    assert not [word for row in held.words for word in row if " " in word]


def test_forms_of_one_word_are_in_one_row_of_words():
    """A word stands for its whole family, so that two rows must not share one."""
    rows = {}
    for row in load().synonyms.words:
        for root in {family(word) for word in row}:
            rows.setdefault(root, []).append(row)
    assert not {root: each for root, each in rows.items() if len(each) > 1}
