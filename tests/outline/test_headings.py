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


def rows_of_page(page, texts, top=770.0, first=0):
    """Lines 15 points apart, as of a PDF."""
    rows = rows_of(posting_of("\n\n".join(texts), "resume.txt"))
    return [
        replace(
            row,
            index=row.index + first,
            line=replace(row.line, page=page, box=(60.0, top - 15 * at, 200.0, top + 10 - 15 * at)),
        )
        for at, row in enumerate(rows)
    ]


def test_a_running_header_stands_at_one_height_and_only_its_page_number_changes():
    body = ["Kept the books", "Counted the stock", "Wrote the plan", "Drove the van"]
    one = rows_of_page(1, ["Jo Sample, page 1 of 2", "Skills", *body])
    two = rows_of_page(
        2, ["Jo Sample, page 2 of 2", *(text[::-1] for text in body), "Skills"], first=len(one)
    )
    assert running_headers([*one, *two]) == {0, len(one)}


def test_dates_and_headings_that_are_printed_on_two_pages_are_no_running_headers():
    body = ["Kept the books", "Counted the stock", "Wrote the plan", "Drove the van"]
    one = rows_of_page(1, ["11/2011 to 05/2014", "Skills", *body, "Baker, Sample Mills"])
    two = rows_of_page(2, ["06/2005 to 10/2011", *(text[::-1] for text in body), "Skills"], first=len(one))
    three = rows_of_page(3, ["Baker, Sample Mills", "Ran the shop"], first=len(one) + len(two))
    assert running_headers([*one, *two, *three]) == set()
