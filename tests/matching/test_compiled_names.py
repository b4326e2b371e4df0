"""Names compiled once: kept between runs, and put into the PhraseMatcher when their first word is met."""

import random
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck import Analyzer, taxonomy
from gapcheck.matching import similarity
from gapcheck.matching.phrases import Phrases
from gapcheck.matching.similarity import name_weights
from gapcheck.matching.skill_names import NameIndex, compiled, names_of, skills_called
from gapcheck.matching.spelling_variants import names_norms
from gapcheck.taxonomy.lazy_rows import LazyRows
from gapcheck.text.tokens import norms, tokenize

from .conftest import small_taxonomy

SKILLS = small_taxonomy().skills
WORDS = sorted({word for words in compiled(SKILLS.values()) for word in words} | {"the", ",", "zebra"})


@pytest.fixture
def rows(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))
    return lambda: LazyRows(SKILLS, "fingerprint")


@pytest.fixture
def copy(tmp_path):
    def one():
        (found,) = (tmp_path / "taxonomy").iterdir()
        return found

    return one


def _first_words(names):
    return sorted({*names._lines, *names._made})


def whole(names):
    """All names by all words, however they are held."""
    return {words: each for first in _first_words(names) for words, each in names.beginning(first).items()}


def every_name_at_once(names):
    phrases = Phrases(names)
    phrases._admit(_first_words(names))
    return phrases


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12), min_size=1, max_size=4))
def test_names_added_when_met_find_what_all_names_find(texts):
    names = NameIndex(SKILLS)
    full, growing = every_name_at_once(names), Phrases(names)
    for words in texts:
        tokens = tokenize(" ".join(words))
        assert growing.find(tokens) == full.find(tokens)


def test_the_same_over_the_built_in_taxonomy():
    names = names_of(taxonomy.load())
    full, growing = every_name_at_once(names), Phrases(names)
    dice = random.Random(5)  # noqa: S311  # no secret
    known = sorted(whole(names))
    found = 0
    for _ in range(300):
        words = [
            word for each in dice.sample(known, 6) for word in (*each, dice.choice(("and", ",", "of", "x")))
        ]
        tokens = tokenize(" ".join(words))
        hits = full.find(tokens)
        found += len(hits)
        assert growing.find(tokens) == hits
    assert found > 1800


def test_words_of_documents_are_not_remembered():
    phrases = Phrases(NameIndex(SKILLS))
    phrases.find(tokenize("Python and " + " ".join(f"word{number}x" for number in range(500))))
    before = len(phrases._vocab), len(phrases._vocab.strings), len(phrases._met)
    phrases.find(tokenize("Python and " + " ".join(f"other{number}y" for number in range(500))))
    assert (len(phrases._vocab), len(phrases._vocab.strings), len(phrases._met)) == before


def test_kept_names_are_the_same(rows, monkeypatch):
    first = whole(NameIndex(rows()))
    monkeypatch.setattr("gapcheck.matching.skill_names.compiled", None)  # nothing is compiled again
    assert whole(NameIndex(rows())) == first == compiled(SKILLS.values())


def test_rows_from_no_folder_are_compiled_each_time(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))
    assert whole(NameIndex(MappingProxyType(dict(SKILLS)))) == compiled(SKILLS.values())
    assert list(tmp_path.iterdir()) == []


def test_names_of_the_same_taxonomy_are_one_object():
    held = small_taxonomy()
    assert names_of(held) is names_of(held)
    assert names_of(replace(held)) is not names_of(held)


@pytest.mark.parametrize("content", [b"", b"x", b"0" * 64 + b"\n[]"])
def test_a_broken_copy_is_compiled_anew(rows, copy, content):
    first = whole(NameIndex(rows()))
    copy().write_bytes(content)
    assert whole(NameIndex(rows())) == first
    assert len(copy().read_bytes()) > 1000


def test_plain_words_are_read_as_the_tokenizer_reads_them():
    skills = taxonomy.load().skills
    names = [name for row in skills.values() for name in (row.label, *(alias.name for alias in row.aliases))]
    assert [name for name in names if names_norms(name) != norms(name)] == []


def test_reports_with_and_without_copies_are_the_same_bytes(tmp_path, monkeypatch):
    text = (
        b"Ann Example\n\nSkills\nPython, SQL, TensorFlow, C++\n\nExperience\nData Scientist, Nowhere Ltd, 2019 - 2022\n"
        b"- visualisation of data and designs of experiments\n- deployed models\n"
    )
    targets = ({"role": "machine-learning-engineer"}, {"job": b"Requirements\n- Python\n- Excel\n"})
    reports = []
    for place in ("", tmp_path / "a", tmp_path / "a"):
        monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(place))
        analyzer = Analyzer()
        reports.append(
            [
                analyzer.analyze(text, name="resume.txt", as_of="2026-01-01", **target).to_json()
                for target in targets
            ]
        )
    assert reports[0] == reports[1] == reports[2]
    assert len(list((tmp_path / "a" / "taxonomy").iterdir())) >= 1


def test_kept_weights_are_the_same(rows, tmp_path, monkeypatch):
    first = name_weights(rows())
    (copy,) = (tmp_path / "taxonomy").iterdir()
    sound = copy.read_bytes()
    with monkeypatch.context() as without:
        without.setattr(similarity, "_weighed", None)  # nothing is worked out again
        assert name_weights(rows()) == first
    for content in (b"", b"x", sound[:-9]):
        copy.write_bytes(content)
        assert name_weights(rows()) == first
        assert copy.read_bytes() == sound


def test_the_skills_called_by_a_name_are_those_of_the_taxonomy():
    known = taxonomy.load()
    for name in (*islice(known.names, 0, None, 19), *islice(known.skills, 0, None, 40), "Zebra", "a-b", ""):
        for written in (name, name.upper(), name.title()):
            assert skills_called(written, known) == known.named(written)
