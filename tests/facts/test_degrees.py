"""Degrees in both kinds of document: one table of names, one order of levels, one table of fields."""

from __future__ import annotations

import pytest

from gapcheck.facts.degrees import DegreeFinder, Level, degree_finder, lowest
from gapcheck.facts.field_families import field_families
from gapcheck.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def degrees(taxonomy: Taxonomy) -> DegreeFinder:
    return degree_finder(taxonomy)


def test_a_boot_camp_ranks_beside_a_two_year_degree() -> None:
    ranked = sorted(Level, key=lambda level: level.rank)
    assert [ranked[0], *ranked[3:]] == [Level.HIGH_SCHOOL, Level.BACHELOR, Level.MASTER, Level.DOCTORATE]
    assert Level.BOOTCAMP.rank == Level.ASSOCIATE.rank == 1


def test_the_lowest_of_no_levels_is_none() -> None:
    assert lowest([]) is None
    assert lowest([Level.MASTER, Level.BOOTCAMP, Level.BACHELOR]) is Level.BOOTCAMP


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc in Physics", Level.BACHELOR),
        ("M.Sc. Physics", Level.MASTER),
        ("Bachelor of Science in Nursing", Level.BACHELOR),
        ("Ph.D. in Chemistry", Level.DOCTORATE),
        ("phd in chemistry", Level.DOCTORATE),
        ("Associate degree in surveying", Level.ASSOCIATE),
        ("Diplom-Informatiker (FH)", Level.BACHELOR),
        ("A-levels in Mathematics", Level.HIGH_SCHOOL),
    ],
)
def test_both_kinds_of_document_read_a_name_alike(degrees: DegreeFinder, text: str, level: Level) -> None:
    assert [each.level for each in degrees.find(text)] == [level]
    assert [each.level for each in degrees.find_asked(text)] == [level]


@pytest.mark.parametrize(
    "text", ["Scrum master", "master data", "MS Office", "to a high degree", "full driving licence"]
)
def test_what_looks_like_a_degree_is_none_in_either(degrees: DegreeFinder, text: str) -> None:
    assert degrees.find(text) == ()
    assert degrees.find_asked(text) == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MA in History", Level.MASTER),
        ("BA or MA", Level.BACHELOR),
        ("The state of MA, near the coast", None),
        ("Deploy LLM and RAG services", None),
        ("LLB or LLM", Level.BACHELOR),
        ("MHS in Nutrition", Level.MASTER),
        ("Know the MHS rules and the BMS panel", None),
    ],
)
def test_an_ambiguous_name_needs_a_sign_beside_it(
    degrees: DegreeFinder, text: str, level: Level | None
) -> None:
    assert lowest(each.level for each in degrees.find_asked(text)) is level


def test_a_degree_that_is_only_spoken_of_is_not_asked_for(degrees: DegreeFinder) -> None:
    assert degrees.find_asked("Two years of practical work after the degree") == ()
    assert degrees.find_asked("Supervise master's students") == ()
    assert degrees.find_asked("Able to teach the oboe to A level") == ()
    assert degrees.find_asked("Educated to A level") != ()


def test_a_status_says_whether_a_degree_is_held(degrees: DegreeFinder) -> None:
    assert degrees.abandoned("BSc Geology, abandoned in 2019")
    assert degrees.in_progress("MSc Geology, expected 2027")


def test_fields_are_related_by_the_words_of_their_names(taxonomy: Taxonomy) -> None:
    families = field_families(taxonomy)
    assert families.includes("statistics", "Applied Statistics")
    assert not families.includes("applied statistics", "Statistics")
    assert families.of("Computer Science") & families.of("Mathematics")
    assert families.are_adjacent(families.of("Economics"), families.of("Statistics"))
    assert not families.of("Basket weaving")


def test_the_number_of_a_standard_is_no_degree(degrees: DegreeFinder) -> None:
    assert not degrees.find("Wired to BS 7671:2018, checked to BS EN 61439")
    assert degrees.find("BS 2018, Computer Science")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (
            "Bachelor of Medical Rehabilitation (Physiotherapy), Westmoor University",
            "Medical Rehabilitation (Physiotherapy)",
        ),
        (
            "BA Business Administration (accounting), Westmoor University",
            "Business Administration (accounting)",
        ),
        ("BSc Nursing (Distinction), Westmoor University", "Nursing"),
        ("BSc Nursing (Westmoor), 2014", "Nursing"),
    ],
)
def test_a_known_field_in_brackets_belongs_to_the_field_before_it(
    degrees: DegreeFinder, line: str, field: str
) -> None:
    degree = degrees.find(line)[0]
    assert degrees.field_of(line, degree) == field
