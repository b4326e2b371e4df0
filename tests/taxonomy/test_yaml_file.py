import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.yaml_file import read, validated


def value_of(text):
    file = read(text.encode(), "a.yaml")
    assert not file.problems, file.problems
    return file.value


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "NO", "y", "n"])
def test_words_that_old_yaml_takes_for_truth_stay_words(word):
    assert value_of(f"{word}: {word}") == {word: word}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("true", True), ("False", False), ("null", None), ("~", None), ("12", 12), ("-3", -3), ("0.5", 0.5),
        (".5", 0.5), ("1e3", "1e3"), ("1.5e3", 1500.0), ("2026-11-21", "2026-11-21"), ("2026-11", "2026-11"), ("12:30", "12:30"),
        ("007", "007"), ("0x1f", "0x1f"), ("1_000", "1_000"), ("'12'", "12"), ('"true"', "true"), ("C++", "C++"),
    ],
)  # fmt: skip
def test_scalars_are_those_of_yaml_1_2_and_dates_are_text(printed, value):
    found = value_of(f"a: {printed}")["a"]
    assert found == value
    assert type(found) is type(value)


def test_a_block_of_text_stays_text():
    assert value_of("a: |\n  12\n") == {"a": "12\n"}


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text("abcdefg", min_size=1, max_size=4), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_what_pyyaml_writes_is_read_as_it_was(value):
    file = read(yaml.safe_dump(value, allow_unicode=True).encode(), "a.yaml")
    assert not file.problems
    assert file.value == value


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "'a' is here twice"),
        ("- id: x\n  id: y\n", 2, "'id' is here twice"),
        ("a: [1, 2\nb: 3\n", 2, "is not YAML"),
        ("a: b: c\n", 1, "is not YAML"),
        ("a: !!python/name:os.system x\n", 1, "tag"),
        ("a: &x [1]\nb: *x\n", 1, "anchors and aliases"),
        ("? [a]\n: 1\n", 1, "a key must be a plain word"),
        ("a: 1\n---\nb: 2\n", 2, "is not YAML"),
        ("a: \x07\n", 0, "is not YAML"),
    ],
)
def test_faults_are_told_with_their_line_and_never_raised(text, line, word):
    file = read(text.encode(), "some/a.yaml")
    (problem,) = file.problems
    assert problem.line == line
    assert word in str(problem)
    assert str(problem).startswith("some/a.yaml:")


def test_endless_nesting_of_aliases_is_refused():
    text = "a: &a [x, x]\n" + "".join(
        f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read(text.encode(), "a.yaml").problems


def test_a_file_that_is_no_utf_8_is_named_with_its_line():
    (problem,) = read(b"a: 1\nb: \xff\n", "a.yaml").problems
    assert (problem.line, "UTF-8" in problem.text) == (2, True)


def test_an_empty_file_has_no_value_and_no_problem():
    file = read(b"# nothing yet\n", "a.yaml")
    assert (file.value, file.problems) == (None, ())


def test_lines_lead_to_values_and_to_what_is_around_missing_ones():
    file = read(
        b"- id: a\n  aliases:\n    - one\n    - {name: two,\n       match: cased}\n- id: b\n", "a.yaml"
    )
    assert file.line([0, "aliases", 1]) == 4
    assert file.line([0, "aliases", 1, "match"]) == 5
    assert file.line([0, "aliases", 9]) == 2
    assert file.line([1, "label"]) == 6
    assert file.line() == 1


def test_the_lines_of_many_rows_take_no_longer_for_the_last():
    file = read(b"- id: a\n" * 20_000, "a.yaml")
    began = time.process_time()
    assert [file.line([at, "id"]) for at in range(0, 20_000, 4)][-1] == 19_997
    assert time.process_time() - began < 2


def problems_of(text):
    file = read(text.encode(), "a.yaml")
    problems = []
    validated(Skill, file.value, file, (), problems)
    return list(map(str, problems))


def test_an_unknown_key_gets_a_suggestion():
    (problem,) = problems_of("id: a\nlabel: A\nalias: [b]\n")
    assert problem == "a.yaml:3: unknown key 'alias'; did you mean aliases?"


def test_an_unknown_key_deep_inside_is_compared_with_the_keys_known_there():
    (problem,) = problems_of("id: a\nlabel: A\naliases:\n  - name: b\n    mach: cased\n")
    assert problem == "a.yaml:5: unknown key 'mach'; did you mean match?"


def test_all_faults_of_a_row_are_told_at_once():
    found = problems_of("id: Big One\nkind: skil\nrelated: [{id: b, degree: 2}]\n")
    assert len(found) == 4
    assert "a.yaml:1: label is missing." in found
    assert any(p.startswith("a.yaml:1: id: 'Big One' is not a valid id") for p in found)
    assert any(
        p.startswith("a.yaml:2: kind: 'skil' is not one of") and "did you mean skill?" in p for p in found
    )
    assert any(p.startswith("a.yaml:3: related.degree: ") for p in found)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id: a\nlabel: 365\n", "a.yaml:2: label: 365 must be text; put it in quotes."),
        ("id: a\nlabel: A\nbroader: b\n", "a.yaml:3: broader: must be a list: [one, two]."),
        ("id: a\nlabel: A\nexamples: b\n", "a.yaml:3: examples: must be keys with values (key: value)."),
        ("just words\n", "a.yaml:1: a row: must be keys with values (key: value)."),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_plain_words(text, message):
    assert problems_of(text) == [message]
