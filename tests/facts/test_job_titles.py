"""Job titles: whether a part is one, and which ones a text names."""

from __future__ import annotations

import pytest

from gapcheck.facts.job_titles import JobTitleFinder, job_title_finder
from gapcheck.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def titles(taxonomy: Taxonomy) -> JobTitleFinder:
    return job_title_finder(taxonomy)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Senior Data Engineer", 2),
        ("Head of Marketing", 2),
        ("Engineer II", 2),
        ("Maintenance Tech", 2),
        ("Pharmacy Tech II", 2),
        ("Bluewater Tech", 0),
        ("Tech", 0),
        ("Nurse Station North", 1),
        ("Northmere Bank", 0),
        ("", 0),
    ],
)
def test_a_part_is_a_title_by_its_last_noun(titles: JobTitleFinder, text: str, score: int) -> None:
    assert titles.score(text) == score


@pytest.mark.parametrize(
    ("text", "name", "base", "level"),
    [
        ("We seek a senior data engineer now", "senior data engineer", "data engineer", "senior"),
        ("Two data engineers", "data engineer", "data engineer", ""),
        ("A staff nurse on nights", "staff nurse", "staff nurse", ""),
        ("A staff software engineer", "staff software engineer", "software engineer", "lead"),
        ("the Director of Machine Learning", "director of machine learning", "director of machine learning", "director"),
    ],
)  # fmt: skip
def test_a_title_has_a_name_and_a_level(
    titles: JobTitleFinder, text: str, name: str, base: str, level: str
) -> None:
    (found,) = titles.find(text)
    assert (found.name, found.base, found.level) == (name, base, level)


@pytest.mark.parametrize("text", ["engineers", "TMX editors", "a manager"])
def test_a_bare_head_noun_or_a_thing_does_not_count(titles: JobTitleFinder, text: str) -> None:
    assert titles.find(text) == ()


def test_a_headline_may_have_any_words_before_its_noun(titles: JobTitleFinder) -> None:
    found = titles.opening("Sous Chef at the Anchor")
    assert found is not None
    assert found.name == "sous chef"
    assert titles.opening("the chef at the anchor") is None


def test_levels_have_an_order(titles: JobTitleFinder) -> None:
    assert titles.level_rank("intern") < titles.level_rank("senior") < titles.level_rank("director")
    assert titles.level_rank("wizard") > titles.level_rank("director")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chemist", "chemist"),
        ("'Senior Archivist' (12 months)", "senior archivist"),
        ("Head of Kennels - nights", "head of kennels"),
        ("Campaign Finance Specialist-WV Office", "campaign finance specialist"),
        ("Line cooks", "line cook"),
    ],
)
def test_what_a_label_calls_a_title_may_have_any_words(titles: JobTitleFinder, text: str, name: str) -> None:
    found = titles.labelled(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text", ["Hiring", "Full time", "Reporting to the board", "You are the chemist", "", "(!)"]
)
def test_what_a_label_says_otherwise_is_no_title(titles: JobTitleFinder, text: str) -> None:
    assert titles.labelled(text) is None
