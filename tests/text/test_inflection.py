"""The forms of a word."""

from __future__ import annotations

import pytest

from gapcheck.text.inflection import forms


@pytest.mark.parametrize(
    ("base", "has", "has_not"),
    [
        ("plan", "plans planned planning", "planed planing"),
        ("build", "builds built building", "builts"),
        ("write", "writes wrote written writing", "writeing"),
        ("model", "models modelled modeled modelling modeling", ""),
        ("deploy", "deploys deployed deploying", "deploied"),
        ("carry", "carries carried carrying", "carrys"),
        ("coach", "coaches coached coaching", "coachs"),
        ("organise", "organised organized organizing organises", ""),
        ("analyse", "analyses analyzed analyzing", ""),
        ("oversee", "oversees oversaw overseen overseeing", ""),
        ("debug", "debugged debugging debugs", "debuged"),
        ("visit", "visited visiting", "visitted"),
        ("person", "people", ""),
        ("tie", "tied tying ties", ""),
    ],
)
def test_forms(base, has, has_not):
    found = forms(base)
    assert found >= {base, *has.split()}
    assert found.isdisjoint(has_not.split())
