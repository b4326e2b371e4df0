"""Levels that are printed with the names of tools."""

import re
from time import process_time

import pytest

from gapcheck.facts.skill_levels import PrintedLevels, skill_levels
from gapcheck.spans import Span
from tests.places import shipped_taxonomy


def beside(text, *names, own=False):
    levels = skill_levels(shipped_taxonomy())
    places = [Span(*re.search(re.escape(name), text).span()) for name in names]
    return [levels.beside(text, place, places, own=own) for place in places]


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        ("Xero (advanced), SQL – basic, Revit: 4/5", ["Xero", "SQL", "Revit"], [3, 1, 3]),
        ("beginner Python, Tableau (intermediate)", ["Python", "Tableau"], [1, 2]),
        ("Expert: Go, Rust; basic: Perl", ["Go", "Rust", "Perl"], [4, 4, 1]),
        ("Proficient in Microsoft Excel, Word and Access", ["Excel", "Word", "Access"], [2, 2, 2]),
        ("Basic understanding of SQL", ["SQL"], [1]),
        ("Highly proficient in SAP", ["SAP"], [3]),
        ("SAP (6 years, expert level)", ["SAP"], [4]),
        ("Sage\tAdvanced\tXero\tBasic", ["Sage", "Xero"], [3, 1]),
        ("Revit ★★★★☆ Navisworks ★★☆☆☆", ["Revit", "Navisworks"], [3, 1]),
        ("Revit: 90%, Navisworks 5 out of 10", ["Revit", "Navisworks"], [4, 2]),
        # an adjective goes with one name, and a level with what it is said of
        ("Advanced Excel, Word", ["Excel", "Word"], [3, None]),
        ("QuickBooks: expert, Python", ["QuickBooks", "Python"], [4, None]),
        ("Strong communication and Excel", ["Excel"], [None]),
        ("advanced analytics with SQL", ["SQL"], [None]),
        ("Visual Basic, Excel", ["Excel"], [None]),
        ("Excel (some VBA)", ["Excel"], [None]),
        ("Python 2/3, SQL 0/5", ["Python", "SQL"], [None, None]),
        ("deep learning with Keras", ["deep learning", "Keras"], [None, None]),
    ],
)
def test_a_level_is_read_beside_its_name(text, names, levels):
    assert beside(text, *names) == levels


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        ("Tuned SQL: 35% faster reports", ["SQL"], [None]),
        ("Python 20%, SQL 80% of the time", ["Python", "SQL"], [None, None]),
        ("Python 60%, SQL 80%", ["Python", "SQL"], [2, 3]),
        ("Windows 7/10, Excel 7/10", ["Windows", "Excel"], [None, 3]),
        ("Windows: 7/10", ["Windows"], [3]),
        # a later share of the line is one where the words say of what; a unit goes with its rating
        ("Python 20%, Docker 30% and Tableau 40%", ["Python", "Docker", "Tableau"], [1, 1, 1]),
        ("Python 20%, Docker 80% of my week", ["Python", "Docker"], [None, None]),
        ("AutoCAD 2/5 stars", ["AutoCAD"], [1]),
        ("Tableau 40% proficient, SQL 60%", ["Tableau", "SQL"], [1, 2]),
        ("SQL 5/5 working days", ["SQL"], [None]),
        ("SQL 40% better reports", ["SQL"], [None]),
        # in a list of ratings no number is a version
        ("Python: 7/10, Java 8/10, PHP 3/10", ["Python", "Java", "PHP"], [3, 3, 1]),
        ("Python 7/10, Java 8/10, PHP 3/10", ["Python", "Java", "PHP"], [3, 3, 1]),
        ("Windows 7/10, Android 9/10", ["Windows", "Android"], [None, None]),
        ("Windows 7/10, Excel: 4/5", ["Windows", "Excel"], [None, 3]),
        ("Native Android, conversational AI", ["Android", "AI"], [None, None]),
        ("Visual Basic macros", ["macros"], [None]),
    ],
)
def test_numbers_and_words_of_something_else_are_no_level(text, names, levels):
    assert beside(text, *names) == levels


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        # what was made, taught or sought is rated, and not the person
        ("Wrote some Python tools for the depot", ["Python"], [None]),
        ("Taught basic Excel to new clerks", ["Excel"], [None]),
        ("Taught Excel basics", ["Excel"], [None]),
        ("Entry level Python developer", ["Python"], [None]),
        ("- Basic Excel course for clerks", ["Excel"], [None]),
        # and here the person
        ("- Basic Excel", ["Excel"], [1]),
        ("I have basic Excel and very good SQL skills", ["Excel", "SQL"], [1, 3]),
        ("Skills: advanced Excel, some VBA", ["Excel", "VBA"], [3, 1]),
        ("Proficient in Excel, Word and Access", ["Excel", "Word", "Access"], [2, 2, 2]),
        ("Built the rota in Excel (advanced)", ["Excel"], [3]),
        ("Excel - advanced", ["Excel"], [3]),
        ("Excel advanced, SQL basic", ["Excel", "SQL"], [3, 1]),
        ("Bookkeeper with advanced Excel and basic SQL.", ["Excel", "SQL"], [3, 1]),
        ("Skills include basic Canva", ["Canva"], [1]),
        ("Just basic WordPress", ["WordPress"], [1]),
        ("My strongest suit is advanced Scala", ["Scala"], [3]),
        ("Over five years of advanced SAP", ["SAP"], [3]),
        ("Self-taught intermediate JavaScript", ["JavaScript"], [2]),
        # mirrored: the same words about others' skills
        ("Clerks came to my course in basic SQL", ["SQL"], [None]),
        ("Built basic SQL and Excel", ["SQL"], [None]),
        ("Supervised five advanced Scala users", ["Scala"], [None]),
        ("Gave talks on advanced Scala", ["Scala"], [None]),
        ("Just basic WordPress themes", ["WordPress"], [None]),
    ],
)
def test_in_a_persons_own_text_a_level_rates_the_person(text, names, levels):
    assert beside(text, *names, own=True) == levels


def test_a_long_line_before_a_name_takes_no_longer_than_its_length_asks_for():
    levels = skill_levels(shipped_taxonomy())
    text = f"{'really ' * 30}Kdb {'basic ' * 5}and Excel"
    start = text.index("Excel")
    began = process_time()
    assert levels.beside(text, Span(start, start + 5), [Span(210, 213)], own=True) is None
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    ("text", "names", "levels"),
    [
        # a level of its own between commas, behind a bracket, and behind what is rated
        ("Xero, basic level, SQL, advanced", ["Xero", "SQL"], [1, 3]),
        ("Office (Word, Excel) - basic, SQL", ["Office", "Word", "Excel", "SQL"], [1, 1, 1, None]),
        ("Excel skills at an advanced level", ["Excel"], [3]),
        ("SAP (2019) to an intermediate level", ["SAP"], [2]),
        ("a little Xero and a bit of SQL", ["Xero", "SQL"], [1, 1]),
        # before a bracket, before what a name holds, and the lower of two
        ("Advanced proficiency in Office (Word, Excel)", ["Office", "Word", "Excel"], [3, 3, 3]),
        ("Good knowledge of Office, including Word", ["Office", "Word"], [2, 2]),
        ("Intermediate to advanced SQL", ["SQL"], [2]),
        # mirrored: traits, the next list's level, courses, and what is said of a place
        ("Excel, confident, punctual", ["Excel"], [None]),
        ("Excel, SQL, Advanced: Xero", ["Excel", "SQL", "Xero"], [None, None, 3]),
        ("Excel, basic (Word, Xero)", ["Excel"], [None]),
        ("Office (Word, Excel) - basic training", ["Office", "Word", "Excel"], [None, None, None]),
        ("Office (bought for Word) - basic", ["Word"], [None]),
        ("basic training in Excel", ["Excel"], [None]),
        ("Excel at a little café", ["Excel"], [None]),
        ("a little shop kept in Excel", ["Excel"], [None]),
        ("Good communication and a report, including Word", ["Word"], [None]),
    ],
)
def test_a_level_word_beside_a_name_is_read_in_whatever_way_it_is_joined(text, names, levels):
    assert beside(text, *names) == levels
    assert beside(text, *names, own=True) == levels


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Tools\nExcel\nBasic\nSQL\nAdvanced", {"Excel": 1, "SQL": 3}),
        ("- Excel\n- Basic\n- SQL\n- Advanced", {"Excel": 1, "SQL": 3}),
        ("Basic\nExcel\nAdvanced\nSQL\nGood", {"Excel": None, "SQL": None}),
        ("Excel\nSQL\nBasic", {"Excel": None, "SQL": None}),
        ("Kept lists in Excel\nBasic", {"Excel": None}),
    ],
)
def test_a_level_may_be_on_a_line_of_its_own_below_the_name(text, levels):
    places = {name: Span(*re.search(name, text).span()) for name in levels}
    printed = PrintedLevels(text, list(places.values()), skill_levels(shipped_taxonomy()))
    assert {name: printed.at(place) for name, place in places.items()} == levels


def test_a_long_column_of_names_and_levels_takes_no_longer_than_its_length_asks_for():
    text = "Excel\nBasic\n" * 4000
    places = [Span(at, at + 5) for at in range(0, len(text), len("Excel\nBasic\n"))]
    printed = PrintedLevels(text, places, skill_levels(shipped_taxonomy()))
    began = process_time()
    assert {printed.at(place) for place in reversed(places)} == {1}
    assert process_time() - began < 4
