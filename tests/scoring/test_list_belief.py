"""What a listed name is worth beside work of its own line, and beside work of another one."""

from __future__ import annotations

import pytest

from gapcheck.config import load_policy
from gapcheck.scoring.list_belief import lists_of
from gapcheck.taxonomy import Skill, Taxonomy
from gapcheck.taxonomy.language.matching_words import PatternWords
from tests.places import shipped_analyzer

SOURCE = load_policy().source
WAITER = """Odile Brandt
odile.brandt@example.com

Experience

{title}, {employer}, Kappeln
May 2016 - May 2024
- {first}
- Handled cash and card payments and closed the till in the evening.
- Showed four new colleagues how the evening runs and where things are kept.
{line}
Education

Secondary school, Kappeln, 2008

Skills

{skills}

Interests

Walks by the sea with friends and with the dog of the neighbours, old maps, tides, birds of the coast, chess by letter, long
evenings with a book in the garden, stamps of small islands, old radios, bread.
"""
POSTING = "# Developer\n\n## Requirements\n\n- Java\n- Kotlin\n- Spring Boot\n"
NAMES = "Java, Kotlin, Spring Boot"
GUESTS = "customer service, wine service, cash handling"
SERVED = (
    "Waiter",
    "Pier Restaurant",
    "Served guests in a dining room of ninety seats and poured their wine.",
)
WROTE = ("Software Developer", "Pier Systems", "Wrote the booking service in Java and kept its tests green.")


def credits_of(work: tuple[str, str, str], *, skills: str, line: str = "") -> dict[str, float]:
    title, employer, first = work
    text = WAITER.format(title=title, employer=employer, first=first, skills=skills, line=line)
    found = shipped_analyzer().analyze(text.encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21")
    return {each.title: each.credit for each in found.requirements}


def test_names_of_a_line_of_work_that_nothing_else_tells_of_are_claims():
    found = credits_of(SERVED, skills=f"{NAMES}, {GUESTS}")
    assert set(found.values()) == {SOURCE.list_unshown}


def test_the_same_names_beside_work_of_their_line_are_met():
    assert set(credits_of(WROTE, skills=f"{NAMES}, {GUESTS}").values()) >= {1.0, SOURCE.list_beside_work}


def test_a_line_of_technologies_in_a_job_of_another_trade_is_a_list():
    found = credits_of(SERVED, skills=GUESTS, line=f"Technologies: {NAMES}\n")
    assert set(found.values()) == {SOURCE.list_unshown}


def test_a_line_of_technologies_in_a_job_of_their_trade_is_its_work():
    found = credits_of(WROTE, skills=GUESTS, line=f"Technologies: {NAMES}\n")
    assert set(found.values()) == {SOURCE.job_dated}


SKILLS = {
    each.id: each
    for each in (
        *(Skill(id=name, label=name, category="kilns") for name in ("glaze", "bisque", "raku", "slip")),
        *(Skill(id=name, label=name, category="boats") for name in ("reef", "gybe")),
        *(Skill(id=name, label=name, category="desk") for name in ("letters", "files", "post")),
    )
}
WORDS = {"pattern_words": PatternWords(lines_of_work=(("kilns",), ("boats",)))}
TAXONOMY = Taxonomy("test", "0" * 64, skills=SKILLS, vocabularies=WORDS)


@pytest.mark.parametrize(
    ("listed", "shown", "asked", "worth"),
    [
        ("glaze bisque raku letters", "letters", "glaze", SOURCE.list_unshown),
        ("glaze bisque raku letters", "letters slip", "glaze", SOURCE.list_beside_work),
        ("glaze bisque raku letters", "letters", "letters", SOURCE.list_beside_work),
        ("glaze bisque letters", "letters", "glaze", SOURCE.list_beside_work),
        ("reef gybe letters files post glaze bisque raku", "reef gybe", "raku", SOURCE.list_unshown),
    ],
)
def test_a_name_is_judged_by_the_list_and_by_its_line_of_work(listed, shown, asked, worth):
    lists = lists_of(set(shown.split()), set(listed.split()), TAXONOMY, SOURCE)
    assert lists.of(asked, TAXONOMY, SOURCE).worth(SOURCE.list_beside_work, SOURCE) == worth
