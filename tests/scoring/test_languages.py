"""Spoken languages at the level that a posting asks for."""

import pytest

from gapcheck.facts.languages import language_parser
from gapcheck.spans import Span
from tests.places import shipped_analyzer

TEXT = """Lene Aumann
lene.aumann@example.com

Experience

Clerk, Harbour Office, Varel
May 2016 - May 2026
- Wrote the letters of the harbour master, kept the list of berths and answered the telephone for ten years.
- Collected the fees of four hundred boats, balanced the till each evening and took the money to the bank.
- Led visitors round the old lighthouse on Sundays and sold them postcards, tea and the yearly calendar.
- Ordered paint, rope and coal, checked what came and filed the delivery notes by month and by supplier.

Languages

{languages}
"""
POSTING = "# Clerk\n\n## Requirements\n\n- Fluent German (C1)\n- Filing\n"


@pytest.mark.parametrize(
    ("languages", "status"),
    [
        ("German (native), English B1", "met"),
        ("German C1", "met"),
        ("German", "partial"),
        ("German ●●●●○", "partial"),
        ("German: excellent; English: good", "met"),
        ("German: very good", "met"),
        ("Fluent in English, Danish and German", "met"),
        ("School German", "missing"),
        ("German: school", "missing"),
        ("German\nFluent\nEnglish\nBasic", "met"),
        ("English\nFluent\nGerman\nBasic", "missing"),
        ("| English | native |\n| German | B2 |", "partial"),
        ("English C2, German B2", "partial"),
        ("English: native; German: basic", "missing"),
        ("Basic German, fluent English", "missing"),
        ("English native", "missing"),
    ],
)
def test_a_language_counts_at_its_level(languages, status):
    row = _row(TEXT.format(languages=languages), POSTING)
    assert row.status == status, row.reasons


def _row(text, posting):
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21"
    )
    (row,) = [each for each in report.requirements if each.kind in {"language", "certification"}]
    return row


def test_a_level_that_is_not_printed_is_to_be_asked_for():
    row = _row(TEXT.format(languages="German, English"), POSTING)
    assert row.summary == "C1 asked for, level not stated; ask in an interview"


@pytest.mark.parametrize(
    ("asked", "resume", "status"),
    [
        ("Danish", "Danish", "met"),
        ("Danish", "Danish: conversational", "met"),
        ("Danish", "Danish: basic", "partial"),
        ("Danish", "Danish: beginner", "partial"),
        ("Basic Danish", "Danish: basic", "met"),
        ("Danish at B2 or better", "Danish B1", "partial"),
        ("Danish at B2 or better", "Danish B2", "met"),
        ("English at level C1", "TOEFL iBT 105 (2026)", "met"),
        ("English at level C1", "TOEFL iBT 70 (2026)", "missing"),
        ("IELTS 7.0 or above", "IELTS Academic 7.5 (2026)", "met"),
        ("IELTS 7.0 or above", "IELTS Academic 6.5 (2026)", "missing"),
    ],
)
def test_the_level_that_is_asked_for_decides(asked, resume, status):
    posting = f"# Clerk\n\n## Requirements\n\n- {asked}\n- Filing\n"
    row = _row(TEXT.format(languages=resume), posting)
    assert row.status == status, row.reasons


@pytest.mark.parametrize(
    ("asked", "status"), [("Business German", "met"), ("German", "met"), ("Fluent German", "partial")]
)
def test_work_in_a_language_shows_that_it_is_spoken_and_not_how_fluently(asked, status):
    work = "- Answered the calls of skippers in German.\n\nLanguages\n"
    posting = f"# Clerk\n\n## Requirements\n\n- {asked}\n- Filing\n"
    row = _row(TEXT.format(languages="Danish").replace("\nLanguages\n", work), posting)
    assert row.status == status, row.reasons


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Polish and Czech native, English C1", "English", 5),
        ("Polish and Czech native, English C1", "Polish", 6),
        ("Polish and Czech (basic)", "Polish", None),
        ("Polish and Czech (both basic)", "Polish", 2),
        ("native Welsh, Irish", "Irish", None),
        ("Taught English at a primary school", "English", None),
        ("Ran tours in Irish at good hotels", "Irish", None),
        ("Danish, fluent; Thai, beginner", "Thai", 1),
        ("English C1 German", "German", None),
        ("French from school | Dutch B2", "French", 2),
        ("native Welsh, intermediate Irish", "Irish", 3),
        ("Greek: hello and one more coffee", "Greek", 0),
        ("Thai (greetings, numbers)", "Thai", 0),
        ("Danish - Duolingo", "Danish", 0),
        ("Languages: Urdu - a few words, greetings. Welsh", "Urdu", 0),
        ("- Czech: only greetings, Polish C1", "Czech", 0),
        ("picking up some Turkish on site", "Turkish", 0),
        ("picking up Turkish visitors", "Turkish", None),
        ("Drilled Danish: greetings, numbers, verbs and letters", "Danish", None),
        ("Sang to guests in Danish: greetings, ballads", "Danish", None),
        ("took bookings in Thai: ordering food for the ward", "Thai", None),
        ("Sang in Thai (greetings)", "Thai", None),
        ("Greek (some words forgotten, at home there until 12)", "Greek", None),
        ("Greek (greetings cards editor)", "Greek", None),
        ("Greek - jokes aside, native", "Greek", None),
        ("Greek (Duolingo trained, since at home in Patras)", "Greek", None),
        ("Greek: hello@example.com", "Greek", None),
        ("a few words of Hausa", "Hausa", 0),
        ("Dutch: B1, hello to everybody", "Dutch", 3),
        ("Dutch: I take orders and calm down callers", "Dutch", None),
        ("wrote greeting cards in Korean", "Korean", None),
        ("translated jokes into Swedish subtitles", "Swedish", None),
        ("started on the phones in French", "French", None),
    ],
)
def test_the_level_is_the_one_beside_the_language(text, name, level):
    at = text.index(name)
    found = language_parser(shipped_analyzer().taxonomy).level_beside(text, Span(at, at + len(name)))
    assert found == level


@pytest.mark.parametrize(
    ("asked", "languages", "status"),
    [
        ("English", "German", "met"),
        ("Fluent English", "German", "partial"),
        ("Fluent English", "English B1", "missing"),
        ("Danish", "German", "missing"),
        ("Bilingual English/German", "German (fluent)", "partial"),
    ],
)
def test_a_resume_shows_the_language_that_it_is_written_in_and_not_how_fluently(asked, languages, status):
    report = shipped_analyzer().analyze(
        TEXT.format(languages=languages).encode(),
        name="resume.txt",
        job_text=f"# Clerk\n\n## Requirements\n\n- {asked}\n- Filing\n",
        as_of="2026-11-21",
    )
    row = next(each for each in report.requirements if each.kind == "language")
    assert row.status == status, row.reasons
