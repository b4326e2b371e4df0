"""Codes of person specifications say which criteria are essential."""

import pytest

from gapcheck.outline.model import SectionKind
from gapcheck.outline.posting_headings import posting_headings
from gapcheck.posting.parts import parts_of
from gapcheck.reading import read
from tests.places import shipped_taxonomy


def _coded(*lines):
    text = "Harbour Clerk\n\nPerson specification\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    document = read(text.encode(), name="a.txt")
    return [
        (part.span.of(document.text), part.kind)
        for part in parts_of(document, posting_headings(shipped_taxonomy()))
        if part.bullet
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("E1. Rota planning", "D1. First aid"),
        ("E: Rota planning", "D: First aid"),
        ("(E) Rota planning", "(D) First aid"),
        ("Rota planning (E) A/I", "First aid (D) I"),
        ("Rota planning E A, I", "First aid D T"),
    ],
)
def test_a_code_says_how_strongly_a_criterion_is_asked_for(lines):
    assert _coded(*lines) == [("Rota planning", SectionKind.REQUIRED), ("First aid", SectionKind.PREFERRED)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Knowledge of R", "Programming in C", "Vitamin D"),  # names
        ("E1. Rota planning", "First aid"),  # one alone
    ],
)
def test_letters_that_are_no_codes_stay(lines):
    assert [text for text, _ in _coded(*lines)] == list(lines)
