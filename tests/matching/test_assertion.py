"""What is said of a skill: hand-written cases, every class with mirrored ones that must stay claims."""

from __future__ import annotations

import re

import pytest

from gapcheck.matching import Assertion, Genre

from .conftest import lines, whole

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
        *cases("past.txt", Assertion.PAST),
        *cases("claims.txt", Assertion.PRESENT),
    ],
)
def test_what_is_said(matcher, line, kind):
    text, places = parsed(line)
    matches = matcher.find(text, whole(text), genre=Genre.RESUME)
    for start, end, mark in places:
        here = [each for each in matches.mentions if each.span.start < end and start < each.span.end]
        dropped = [each for each in matches.discarded if each.span.start < end and start < each.span.end]
        assert here or (mark == "[" and dropped), f"{text[start:end]!r} is not found"
        wanted = {kind} if mark == "[" else CLAIMS - {kind} if kind is Assertion.PAST else CLAIMS
        assert {each.assertion for each in here} <= wanted, [
            (each.surface, each.assertion, each.cue) for each in here
        ]


@pytest.mark.parametrize("line", lines("training.txt"))
def test_what_is_learned_in_a_course(matcher, line):
    text, places = parsed(line)
    mentions = matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    for start, end, mark in places:
        here = [each for each in mentions if each.span.start < end and start < each.span.end]
        assert here
        assert {(each.assertion, each.training) for each in here} == {(Assertion.PRESENT, mark == "[")}


@pytest.mark.parametrize("name", ["absent.txt", "aspired.txt", "other.txt", "past.txt"])
def test_there_are_cases_enough(name):
    assert sum("[" in line for line in lines(name)) >= 60
    assert sum("[" not in line for line in lines(name)) >= 40


def test_there_are_claims_enough():
    assert sum("{" in line for line in lines("claims.txt")) >= 60


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Highly motivated, eager to improve my verbal communication", Assertion.PRESENT),
        ("Worked with the verbal communication team", Assertion.PRESENT),
        ("No verbal communication", Assertion.ABSENT),
    ],
)
def test_who_wants_to_talk_claims_to(matcher, text, wanted):
    (mention,) = matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    assert mention.assertion is wanted


@pytest.mark.parametrize(
    ("text", "exposure"),
    [
        ("exposure to Kafka", True),
        ("basics of Scala", True),
        ("Python (beginner)", True),
        ("Python\tBeginner (two days)", True),
        ("Basic MATLAB", True),
        ("limited experience with AWS", True),
        ("familiar with Docker", True),
        ("a first look at computer vision", True),
        ("Shadow a nurse in statistics", True),
        ("Shadow shifts on Kubernetes", True),
        ("Wrote one Python script to rename files", True),
        ("Wrote the one Python script that runs the till", False),
        ("Built one store of data with Kafka", False),
        ("Once used Docker for a test", True),
        ("Twice led Docker releases", False),
        ("Introduced basic checks for the releases of Docker images", False),
        ("Introduction of Python at work", False),
        ("Taught Python to beginners", False),
        ("Shadow traffic and canaries on Kubernetes", False),
        ("advanced Python", False),
    ],
)
def test_what_is_only_touched_on(matcher, text, exposure):
    (mention,) = matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    assert mention.assertion is Assertion.PRESENT
    assert mention.exposure is exposure


@pytest.mark.parametrize(
    "text",
    [
        "Java, Docker, a little Scala",
        "SQL, Docker, beginner Python",
        "Java, SQL, limited knowledge of Scala",
    ],
)
def test_a_level_between_commas_is_that_of_the_next_name(matcher, text):
    mentions = matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    assert [each.exposure for each in mentions] == [*[False] * (len(mentions) - 1), True]


def test_the_list_of_a_label_may_stand_in_the_next_cell(matcher):
    mentions = matcher.find(text := "Learning:\tPyTorch, Keras", whole(text), genre=Genre.RESUME).mentions
    assert {each.assertion for each in mentions} == {Assertion.PRESENT}
    mentions = matcher.find(text := "Learning:\tRust, Scala", whole(text), genre=Genre.RESUME).mentions
    assert {each.assertion for each in mentions} == {Assertion.ASPIRED}


@pytest.mark.parametrize(
    ("text", "expired"),
    [
        ("AWS Certified Developer, expired June 2024", True),
        ("AWS Certified Developer (lapsed)", True),
        ("AWS Certified Developer, valid until 2028", False),
        ("AWS, expired March 2030", True),
        ("AWS certificate: let it lapse in 2024", True),
        ("AWS certificate since 2018, never let it lapse in 2020 or later", False),
        ("Issued AWS tokens and let them expire after a day", False),
        ("AWS (ran out in 2030)", True),
        ("AWS associate: did it in 2013, never renewed", True),
        ("Let my AWS certificate lapse in 2030", True),
        ("Deleted the AWS keys that had expired in 2030", False),
        ("Removed expired images from AWS", False),
    ],
)
def test_a_lapsed_certificate_proves_nothing(matcher, text, expired):
    found = matcher.find(text, whole(text), genre=Genre.RESUME)
    assert (not found.mentions) is expired
