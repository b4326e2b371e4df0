"""Many patterns at once, in the tokens of a text."""

from __future__ import annotations

from gapcheck.text.pattern_index import PatternIndex
from gapcheck.text.patterns import compile_pattern
from gapcheck.text.tokens import tokenize

SOURCES = ("train|fit ... model+", "train+ ... dog+|puppies", "count+ NUM|several till+", "fold+")
INDEX = PatternIndex((compile_pattern(each), each) for each in SOURCES)
TEXTS = ("Fit two models, trained puppies", "counted several tills", "folded napkins", "trained nobody")


def test_an_index_among_the_words_of_a_document_finds_the_same() -> None:
    tokens = [tokenize(text) for text in TEXTS]
    among = INDEX.among({token.norm for each in tokens for token in each})
    found = [list(INDEX.find(each)) for each in tokens]
    assert [list(among.find(each)) for each in tokens] == found
    assert {source for each in found for _, _, source in each} == set(SOURCES)


def test_an_index_among_words_leaves_out_what_needs_others() -> None:
    tokens = tokenize("Fit two models, folded napkins")
    found = [source for _, _, source in INDEX.among({"fit", "folded"}).find(tokens)]
    assert found == ["fold+"]
    assert len(list(INDEX.find(tokens))) == 2  # the index itself stays as it was
