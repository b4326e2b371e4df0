"""Ordinary words that name a skill only in job documents, and not at the end of a longer name."""

import pytest

from gapcheck.matching import Genre, Passage
from gapcheck.spans import Span
from tests.places import shipped_matcher


def found(text, genre=Genre.POSTING, *, listing=False):
    passage = Passage(Span(0, len(text)), listing=listing)
    mentions = shipped_matcher().find(text, [passage], genre=genre).mentions
    return {mention.surface for mention in mentions}


@pytest.mark.parametrize(
    "text",
    [
        "You share our vision of better care and act with initiative",
        "Vision and initiative",
        "Strong Vision, Testing And Communication",
    ],
)
def test_the_word_itself_counts(text):
    assert any(surface.lower() == "vision" for surface in found(text))


@pytest.mark.parametrize(
    "text",
    ["Cameras with GigE Vision", "We offer you Health, Quorn Dental Vision and more benefits every year"],
)
def test_the_end_of_a_name_does_not(text):
    assert not any(surface.lower() == "vision" for surface in found(text))


def test_nor_does_the_word_in_a_resume():
    assert found("Shared the vision of the board", Genre.RESUME) == set()


@pytest.mark.parametrize(
    "text", ["Budgets, vision, invoices", "Vision\nMinutes of meetings", "Strengths: invoices, vision"]
)
def test_but_it_does_as_a_whole_item_of_a_list_of_skills(text):
    assert any(surface.lower() == "vision" for surface in found(text, Genre.RESUME, listing=True))


@pytest.mark.parametrize(
    "text",
    [
        "Invoices, vision statements, minutes",
        "Shared vision of a quieter ward, minutes",
        "Vision-led boards, minutes",
        "Tele-vision, minutes",
    ],
)
def test_and_not_as_part_of_one(text):
    assert not any(surface.lower() == "vision" for surface in found(text, Genre.RESUME, listing=True))
