"""What the matcher finds in whole texts, and the work it takes: mistakes that other tools are known for."""

from __future__ import annotations

import pytest

from gapcheck.matching import Assertion, Genre, PhraseSkillMatcher, skill_names
from gapcheck.matching.phrases import Phrases
from gapcheck.taxonomy.model import Skill
from gapcheck.text.tokens import tokenize

from .conftest import small_taxonomy, whole


@pytest.mark.parametrize(
    "text",
    [
        "Raised performance and conformance",  # cut at "and", "or"
        "TensorFlow",
        "Led a team of nine",  # LED displays
        "a use tax return",
        "write to berit@example.com",
        "example.com",
        "reactive systems",  # React
        "our platform",
        "a B.S. in biology",  # the language B
        "an orchestra performed",
        "the javanese islands",
        "Githubbing",
        "statistics-free zone of goers",
    ],
)
def test_no_name_is_found_inside_a_word(claimed, text):
    assert claimed(text) <= {"tensorflow", "statistics"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Used Java and SQL", {"java", "sql"}),
        ("C++", {"c-plus-plus"}),
        ("C#", {"c-sharp"}),
        ("C++, C#.", {"c-plus-plus", "c-sharp"}),
        ("(C++)", {"c-plus-plus"}),
        ("Python (primary)", {"python"}),
        ("JavaScript for the browser", {"javascript"}),
        ("k8s", {"kubernetes"}),
    ],
)
def test_names_with_signs_and_notes(claimed, text, wanted):
    assert claimed(text) == wanted


def test_no_experience_with_scala_is_not_scala(matcher):
    found = matcher.find("no experience with Scala", whole("no experience with Scala"), genre=Genre.RESUME)
    assert [each.assertion for each in found.mentions] == [Assertion.ABSENT]


def test_a_dropped_negation_does_not_reach_the_next_claim(claimed):
    assert claimed("no experience with Scala but solid SQL") == {"sql"}


def test_repeating_a_word_finds_it_as_often_and_no_more(matcher):
    text = "SQL SQL SQL"
    assert len(matcher.find(text, whole(text), genre=Genre.RESUME).mentions) == 3


def test_the_vocabulary_does_not_grow_with_what_is_read(matcher):
    strings = matcher.phrases._vocab.strings
    before = len(strings)
    for at in range(40):
        text = f"Neverheard{at} words{at} about Python"
        matcher.find(text, whole(text), genre=Genre.RESUME)
    assert len(strings) == before


def test_a_phrase_matcher_takes_numbers_of_words():
    """The short cut that makes the matcher quick to build: spaCy takes hashes where it takes a Doc."""
    found = PhraseSkillMatcher(small_taxonomy()).find(
        "linear algebra", whole("linear algebra"), genre=Genre.RESUME
    )
    assert [each.skill for each in found.mentions] == ["linear-algebra"]


def in_letters(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def test_the_work_of_a_matcher_grows_with_the_document_and_not_with_the_taxonomy(monkeypatch):
    """Counted and not timed, so that no busy machine fails it."""
    skills = {
        f"s{i}": Skill.model_validate({
            "id": f"s{i}",
            "label": f"alpha{in_letters(i)} beta{in_letters(i % 60)}",
            "aliases": [{"name": f"gamma{in_letters(i)}x{in_letters(j)} delta"} for j in range(3)],
        })
        for i in range(1500)
    }  # fmt: skip
    spelled = []
    real = skill_names.variants
    monkeypatch.setattr(skill_names, "variants", lambda *a, **k: spelled.append(a) or real(*a, **k))
    phrases = Phrases(skill_names.NameIndex(skills))
    assert len(spelled) == 4 * len(skills)
    text = "Wrote Python services and alphah betah reports for nine teams, in two cities. " * 80
    found = phrases.find(tokenize(text))
    assert [hit.skill for hit in found] == ["s7"] * 80
    assert phrases._met == {"alphah"}
    assert len(spelled) == 4 * len(skills)
