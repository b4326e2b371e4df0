"""What is said of a skill: hand-written cases, every class with mirrored ones that must stay claims."""

from __future__ import annotations

import re

import pytest
from conftest import lines, whole

from gapcheck.matching import Assertion, Genre

CLAIMS = {Assertion.PRESENT, Assertion.PAST}
MARK = re.compile(r"[\[{<](?P<name>[^\]}>]*)[\]}>]")


def parsed(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A line without its marks, and the marked places with the mark's kind."""
    text, places, at = "", [], 0
    for found in MARK.finditer(line):
        text += line[at : found.start()]
        places.append((len(text), len(text) + len(found["name"]), line[found.start()]))
        text += found["name"]
        at = found.end()
    return text + line[at:], places


def cases(name: str, kind: Assertion) -> list:
    return [pytest.param(line, kind, id=line[:60]) for line in lines(name)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *cases("absent.txt", Assertion.ABSENT),
        *cases("aspired.txt", Assertion.ASPIRED),
        *cases("other.txt", Assertion.OTHER),
    ],
)
def test_what_is_said(matcher, line, kind):
    text, places = parsed(line)
    matches = matcher.find(text, whole(text), genre=Genre.RESUME)
    for start, end, mark in places:
        here = [each for each in matches.mentions if each.span.start < end and start < each.span.end]
        dropped = [each for each in matches.discarded if each.span.start < end and start < each.span.end]
        assert here or (mark == "[" and dropped), f"{text[start:end]!r} is not found"
        wanted = {kind} if mark == "[" else CLAIMS
        assert {each.assertion for each in here} <= wanted, [
            (each.surface, each.assertion, each.cue) for each in here
        ]


@pytest.mark.parametrize("name", ["absent.txt", "aspired.txt", "other.txt"])
def test_there_are_cases_enough(name):
    assert sum("[" in line for line in lines(name)) >= 60
    assert sum("[" not in line for line in lines(name)) >= 40
