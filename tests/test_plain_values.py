"""Values as JSON: what `json` would write with sorted keys, only sooner."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.plain_values import plain, to_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(JSON)
def test_json_text_is_what_the_standard_library_writes(value: object) -> None:
    expected = json.dumps(plain(value), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert to_json(value) == expected


@pytest.mark.parametrize(
    "text",
    ["half a pair: \ud83d", "\x00\x1f\x7f\u2028", "𝒜é", '"\\/'],
    ids=["surrogate", "control", "far", "quotes"],
)
def test_odd_characters(text: str) -> None:
    assert json.loads(to_json({text: text})) == {text: text}


def test_values_of_our_own() -> None:
    class Colour(Enum):
        RED = "red"

    @dataclass(frozen=True)
    class Point:
        y: float
        x: tuple[Colour, ...]

    made = plain(MappingProxyType({2: Point(1 / 3, (Colour.RED,)), 1: -0.0}))
    assert list(made.items()) == [("1", 0.0), ("2", {"x": ["red"], "y": 0.3333})]
