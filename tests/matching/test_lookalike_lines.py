"""Lines of people, firms, places and ordinary words that are printed like skills, against the shipped taxonomy."""

from __future__ import annotations

import pytest

from gapcheck.matching import Genre
from gapcheck.matching.mentions import CLAIMED
from tests.places import shipped_matcher

from .conftest import lines, whole
from .test_assertion import parsed


@pytest.fixture(scope="module")
def shipped():
    return shipped_matcher()


@pytest.mark.parametrize("line", lines("lookalike_lines.txt"))
def test_only_what_is_meant_as_a_skill_is_claimed(shipped, line):
    text, places = parsed(line)
    found = shipped.find(text, whole(text), genre=Genre.RESUME).mentions
    claimed = [each.span for each in found if each.assertion in CLAIMED]
    for start, end, mark in places:
        here = any(span.start < end and start < span.end for span in claimed)
        assert here is (mark == "{"), text[start:end]


def test_there_are_traps_and_skills_enough():
    assert sum("[" in line for line in lines("lookalike_lines.txt")) >= 60
    assert sum("{" in line for line in lines("lookalike_lines.txt")) >= 30
