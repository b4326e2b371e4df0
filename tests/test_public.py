"""The public surface: every name is there, typed, and nothing else is promised."""

import ast
import inspect

import pytest

import gapcheck


def test_every_public_name_can_be_had():
    for name in gapcheck.__all__:
        assert getattr(gapcheck, name) is not None


def test_the_list_is_sorted():
    assert gapcheck.__all__ == sorted(gapcheck.__all__)


def test_type_checkers_see_the_same_names():
    tree = ast.parse(inspect.getsource(gapcheck))
    (guarded,) = [node for node in tree.body if isinstance(node, ast.If)]
    imported = {
        alias.asname or alias.name
        for node in guarded.body
        for alias in node.names  # type: ignore[attr-defined]
    }
    assert imported == set(gapcheck.__all__)


def test_what_the_contract_names_is_there():
    assert {"Analyzer", "Taxonomy", "read", "render", "Failure", "GapReport"} <= set(gapcheck.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        gapcheck.nonsense  # noqa: B018


def test_dir_shows_names_before_they_are_loaded():
    assert set(gapcheck.__all__) <= set(dir(gapcheck))


def test_all_errors_have_one_root():
    errors = [getattr(gapcheck, name) for name in gapcheck.__all__ if name.endswith("Error")]
    assert all(issubclass(each, gapcheck.GapcheckError) for each in errors)
    assert len(errors) == 5


def test_read_knows_the_section_names_of_the_taxonomy() -> None:
    assert gapcheck.read.__module__ == "gapcheck.documents"
    document = gapcheck.read(b"Ada Byrne\n\nSkills\nSQL\n", name="resume.txt")
    assert document.name == "resume.txt"
