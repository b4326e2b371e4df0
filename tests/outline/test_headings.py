"""One recognizer for all documents: rules of cues, sections with confidence and reasons, content that settles ties."""

from dataclasses import replace
from typing import get_args

import pytest

from gapcheck.outline import outline
from gapcheck.outline.headings import HeadingFinder
from gapcheck.outline.lines import rows_of, rows_of_blocks, running_headers
from gapcheck.outline.model import SectionKind
from gapcheck.outline.posting_headings import posting_headings
from gapcheck.reading import read
from gapcheck.taxonomy.language.resume_words import HeadingCue


def posting_of(text, name="posting.md"):
    return read(text.encode(), name=name)


def sections(text, taxonomy, content=None, name="posting.md"):
    document = posting_of(text, name)
    plan = outline(document, rows_of_blocks(document), posting_headings(taxonomy), content=content)
    return [section for section in plan.sections if section.title]


def kinds(text, taxonomy, content=None):
    return {section.title: section.kind.value for section in sections(text, taxonomy, content)}


def test_every_cue_of_the_rules_is_known_and_used(taxonomy):
    document = posting_of("Baker\n")
    known = set(HeadingFinder(document, rows_of(document), posting_headings(taxonomy)).cues)
    rules = (*taxonomy.section_headings.rules, *taxonomy.posting_headings.rules)
    assert known == set(get_args(HeadingCue)) == {cue for rule in rules for cue in rule.cues}


def test_rules_stand_in_order_of_confidence(taxonomy):
    for vocabulary in (taxonomy.section_headings, taxonomy.posting_headings):
        sure = [rule.confidence for rule in vocabulary.rules]
        assert sure == sorted(sure, reverse=True)


def test_a_section_says_how_sure_it_is_and_why(taxonomy):
    found = sections(
        "## Requirements\n\n- SQL\n\nThe small matter of you\n- Experience with SQL\n- Two years of R\n",
        taxonomy,
    )
    assert [(each.kind.value, each.confidence, each.reasons[-1]) for each in found] == [
        ("required", 1.0, "words"),
        ("required", 0.6, "text below"),
    ]
    assert "opens a list" in found[1].reasons


@pytest.mark.parametrize("title", ["Travel ICU Nurse", "Benefits Manager", "Senior Data Analyst"])
def test_a_title_opens_no_section(taxonomy, title):
    assert kinds(f"# {title}\n\nSQL is a must.\n", taxonomy) == {title: "neutral"}


def test_contractions_are_the_words_that_they_stand_for(taxonomy):
    for heading in ("What you'll bring", "What you will bring", "What you\u2019ll bring"):
        assert kinds(f"## {heading}\n\n- SQL\n", taxonomy) == {heading: "required"}


def test_what_stands_below_settles_a_tie_and_what_no_word_says(taxonomy):
    text = "## Profile and mission\n\n- Pots\n\n## Of pots and pans\n\n- Pans\n"
    seen = []

    def content(lines, position):
        seen.append((position, [line.text for line in lines]))
        return {SectionKind.DUTIES: 0.4, SectionKind.BENEFITS: 0.3}

    found = kinds(text, taxonomy, content)
    assert found["Of pots and pans"] == "duties"
    assert (1, ["Pans"]) in seen


def test_words_that_name_one_kind_are_not_overruled(taxonomy):
    def content(lines, position):  # noqa: ARG001
        return {SectionKind.BENEFITS: 1.0}

    assert kinds("## Requirements\n\n- SQL\n", taxonomy, content) == {"Requirements": "required"}


def test_a_line_that_is_repeated_inside_pages_is_no_running_header():
    lines = [f"Line {word}" for word in ("one", "two", "three", "four", "five", "six")]
    page = ["Jo Sample, page 1", *lines[:3], "11/2011 to 05/2014", *lines[3:]]
    first = rows_of(posting_of("\n\n".join(page), "resume.txt"))
    second = [replace(row, index=row.index + len(first), line=replace(row.line, page=2)) for row in first]
    changed = [
        row if "2011" in row.text or "Jo" in row.text else replace(row, text=row.text[::-1]) for row in second
    ]
    assert running_headers([*first, *changed]) == {0, len(first)}
