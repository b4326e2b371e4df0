"""Spoken languages with their level, apart from adjectives."""

import re

import pytest

from gapcheck.spans import Span


@pytest.mark.parametrize(
    ("text", "names", "levels", "any_of"),
    [
        ("Fluent English", ("English",), (5,), False),
        ("English (C1) and German (B2)", ("English", "German"), (5, 4), False),
        ("native German or French", ("German", "French"), (6, 6), True),
        ("Fluent in Dutch, Danish and Thai", ("Dutch", "Danish", "Thai"), (5, 5, 5), False),
        ("Dutch at B2, better C1", ("Dutch",), (4,), False),
        ("Danish and conversational Thai", ("Danish", "Thai"), (None, 3), False),
        ("English (IELTS 7.0 or equivalent)", ("English",), (5,), False),
        ("Advanced spreadsheets and good English", ("English",), (4,), False),
        ("Strong written English and a professional manner", ("English",), (4,), False),
        ("Basic computer skills and English", ("English",), (None,), False),
        ("Confident telephone manner and spoken English", ("English",), (None,), False),
        ("Danish and Thai, both fluent", ("Danish", "Thai"), (5, 5), False),
        ("Thai, at least C1", ("Thai",), (5,), False),
        ("English and Polish required", ("English", "Polish"), (None, None), False),
    ],
)
def test_languages(languages, text, names, levels, any_of):
    found = languages.find(text)
    assert (found.names, found.levels, found.any_of) == (names, levels, any_of)


@pytest.mark.parametrize(
    "text", ["German labour law", "Danish design classics", "no language here", "Swedish (IELTS 7.0)"]
)
def test_adjectives_are_no_languages(languages, text):
    assert languages.find(text) is None


@pytest.mark.parametrize(
    ("printed", "level"),
    [("Full Professional", 5), ("Professional Working", 5), ("Limited Working", 3), ("Elementary", 2)],
)
def test_levels_of_an_exported_profile(languages, printed, level):
    text = f"Welsh ({printed})"
    assert languages.level_beside(text, Span(0, 5)) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("IELTS Academic, overall band 7.5", None),
        ("IELTS Academic: overall band score of 7.5", 5),
        ("TOEFL iBT 88", 4),
        ("TOEFL (5.5)", 5),
        ("TOEIC 640", 3),
        ("TOEFL, 12 May 2025", None),
        ("TOEFL 2025", None),
        ("IELTS preparation 12 pupils", None),
        ("JLPT N2", 4),
        ("DALF C1", 5),
        ("HSK 5", 5),
        ("Goethe-Zertifikat B1", 3),
    ],
)
def test_scores_of_tests_have_a_level(languages, text, level):
    assert next((score.level for score in languages.levels.tests.scores(text)), None) == level


@pytest.mark.parametrize(
    ("asked", "held", "reaches"),
    [
        ("IELTS 7.0", "IELTS 6.5", False),
        ("IELTS 7.0", "IELTS 7.0", True),
        ("JLPT N2", "JLPT N1", True),
        ("JLPT N2", "JLPT N3", False),
        ("IELTS 7.0", "TOEFL 20", True),
        ("IELTS", "IELTS 4", True),
        ("TOEFL 90", "TOEFL iBT 5.5", True),
        ("TOEFL 90", "TOEFL iBT 3.5", False),
        ("TOEFL 5", "TOEFL 80", False),
        ("IELTS 7.0", "IELTS (C1)", True),
        ("IELTS 7.0", "IELTS (B2)", False),
    ],
)
def test_a_lower_score_of_the_same_test_does_not_reach(languages, asked, held, reaches):
    assert languages.levels.tests.reaches(asked, held) == reaches


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Teacher of Welsh to beginners and young learners", (None,)),
        ("Taught beginner Welsh at the village hall", (None,)),
        ("Taught survival Welsh", (None,)),
        ("Ran basic Welsh classes", (None,)),
        ("Prepared A1 and A2 Thai textbooks", (None,)),
        ("Completed an intermediate Welsh course", (3,)),
        ("Teaching assistant, fluent Welsh", (5,)),
        ("Thai B1-B2, Welsh A2", (3, 2)),
        ("Thai B2\u2013C1", (4,)),
        ("Thai B1/B2", (3,)),
        ("Japanese, JLPT N1 (2022)", (5,)),
        ("English, IELTS 7.5", (5,)),
        ("French, DELF B2", (4,)),
        ("French, DELF B2 pupils", (None,)),
        ("Fluent: Thai, Welsh. Basic: Danish.", (5, 5, 2)),
        ("Studied Danish at school and Welsh at university", (2, None)),
    ],
)
def test_only_what_is_said_of_a_language_sets_its_level(languages, text, levels):
    names = re.finditer(r"Welsh|Thai|Danish|Japanese|English|French", text)
    assert tuple(languages.level_beside(text, Span(*each.span())) for each in names) == levels
