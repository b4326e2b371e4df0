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
        ("German", "met"),
        ("English C2, German B2", "partial"),
        ("English: native; German: basic", "missing"),
        ("Basic German, fluent English", "missing"),
        ("English native", "missing"),
    ],
)
def test_a_language_counts_at_its_level(languages, status):
    text = TEXT.format(languages=languages)
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21"
    )
    (row,) = [each for each in report.requirements if each.kind == "language"]
    assert row.status == status, row.reasons


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("Polish and Czech native, English C1", "English", 3),
        ("English C1 German", "German", None),
        ("French from school | Dutch B2", "French", 1),
        ("native Welsh, intermediate Irish", "Irish", 2),
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
        ("Dutch: B1, hello to everybody", "Dutch", 2),
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
