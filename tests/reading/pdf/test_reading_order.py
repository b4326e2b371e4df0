"""Reading order of pages: columns, labels, tables, dates, headings painted apart."""

from __future__ import annotations

import pytest

from tests.reading.pages import MAIN, SIDE, Sheet


def test_columns_painted_line_by_line_are_read_one_after_the_other(lines):
    sheet = Sheet().put(40, 750, "Mira Halonen", 20, bold=True)
    rows = [(700 - 14 * i, 40, text) for i, text in enumerate(SIDE)]
    rows += [(700 - 14 * i, 220, text) for i, text in enumerate(MAIN)]
    for y, x, text in sorted(rows, key=lambda row: (-row[0], row[1])):
        sheet.line(x, y, text)
    assert lines(sheet.pdf()) == ["Mira Halonen", *SIDE, *MAIN]


@pytest.mark.parametrize("headings_first", [True, False])
def test_headings_painted_in_a_pass_of_their_own_stand_above_their_text(lines, headings_first):
    rows = [(700 - 14 * i, text) for i, text in enumerate(MAIN)]
    rows.sort(key=lambda row: row[1].isupper() != headings_first)
    sheet = Sheet()
    for y, text in rows:
        sheet.line(40, y, text)
    assert lines(sheet.pdf()) == MAIN


def test_sidebar_with_headings_painted_last(lines):
    rows = [(700 - 14 * i, 40, text) for i, text in enumerate(SIDE)]
    rows += [(700 - 15 * i, 220, text) for i, text in enumerate(MAIN)]
    sheet = Sheet()
    for y, x, text in sorted(rows, key=lambda row: row[2].isupper()):
        sheet.line(x, y, text)
    assert lines(sheet.pdf()) == [*SIDE, *MAIN]


def test_right_sidebar_painted_first_is_read_last(lines):
    sheet = Sheet().put(40, 750, "Mira Halonen", 20, bold=True)
    sheet.column(430, 700, SIDE).column(40, 700, [text[:60] for text in MAIN])
    found = lines(sheet.pdf())
    assert found.index("EDUCATION") < found.index("CONTACT")
    assert found[0] == "Mira Halonen"


def test_dates_painted_last_join_their_rows(lines):
    sheet = Sheet()
    sheet.line(40, 720, "EXPERIENCE")
    jobs = [("Senior Analyst, Harbour Tools", "2020 - 2024"), ("Analyst, Ferry Line", "2016 - 2020")]
    for i, (job, _) in enumerate(jobs):
        sheet.put(40, 700 - 40 * i, job, bold=True)
        sheet.put(40, 686 - 40 * i, "Counted what came in and what went out, day by day, and wrote it down.")
    for i, (_, dates) in enumerate(jobs):
        sheet.right(570, 700 - 40 * i, dates)
    found = lines(sheet.pdf())
    assert found[1] == "Senior Analyst, Harbour Tools\t2020 - 2024"
    assert found[3] == "Analyst, Ferry Line\t2016 - 2020"


def test_table_painted_by_columns_is_read_by_rows(lines):
    sheet = Sheet()
    sheet.line(40, 740, "SKILLS")
    table = [["Skill", "Python", "SQL"], ["Level", "Advanced", "Basic"], ["Years", "6", "5"]]
    for x, column in zip((40, 200, 320), table, strict=True):
        for i, text in enumerate(column):
            sheet.put(x, 715 - 16 * i, text, bold=i == 0)
    assert lines(sheet.pdf())[1:] == ["Skill\tLevel\tYears", "Python\tAdvanced\t6", "SQL\tBasic\t5"]


def test_label_column_is_read_row_by_row_and_its_headings_stand_alone(lines):
    sheet = Sheet()
    y = 700
    for heading, texts in (
        (
            "EXPERIENCE",
            ["Analyst at Harbour Tools, where spare parts are counted", "and their use is foretold."],
        ),
        (
            "EDUCATION",
            ["BSc Mathematics at Lakeside College, with a thesis on", "queues at ferry terminals."],
        ),
    ):
        sheet.line(40, y, heading)
        for text in texts:
            sheet.put(160, y, text)
            y -= 14
        y -= 10
    found = lines(sheet.pdf())
    assert found[0] == "EXPERIENCE"
    assert found[1].startswith("Analyst at Harbour")
    assert found[3] == "EDUCATION"


def test_rotated_heading_stands_before_its_text(lines):
    sheet = Sheet()
    sheet.put(60, 700, "Analyst at Harbour Tools")
    sheet.canvas.saveState()
    sheet.canvas.translate(40, 640)
    sheet.canvas.rotate(90)
    sheet.put(0, 0, "EXPERIENCE", 12, bold=True)
    sheet.canvas.restoreState()
    assert "EXPERIENCE" in lines(sheet.pdf())


def test_a_date_at_the_top_of_two_pages_is_no_running_header(lines):
    sheet = Sheet()
    for page, date in ((1, "11/2011 to 05/2014"), (2, "06/2005 to 10/2011")):
        sheet.put(40, 770, date)
        sheet.put(40, 700, f"What page {'ab'[page - 1]} has to say of ships")
        if page < 2:
            sheet.page()
    assert "06/2005 to 10/2011" in lines(sheet.pdf())


def test_running_headers_and_page_numbers_are_dropped(lines):
    sheet = Sheet()
    for page in (1, 2, 3):
        sheet.put(40, 770, "Mira Halonen, curriculum vitae")
        sheet.put(40, 700, f"What page {'abc'[page - 1]} has to say of ships")
        sheet.put(40, 20, f"Page {page} of 3")
        if page < 3:
            sheet.page()
    found = lines(sheet.pdf())
    assert found.count("Mira Halonen, curriculum vitae") == 1
    assert not any("of 3" in line for line in found)
    assert sum("has to say" in line for line in found) == 3


@pytest.mark.parametrize(("above", "kept"), [("Mira Halonen", 1), ("Mira Halonen, mira@example.com", 0)])
def test_a_running_footer_with_the_only_address_stays_once_at_the_end(lines, above, kept):
    sheet = Sheet().put(40, 700, above)
    for page in (1, 2):
        sheet.put(40, 640, f"What page {'ab'[page - 1]} has to say of ships")
        sheet.put(40, 30, "mira@example.com, 0171 555 0188").put(500, 30, f"Page {page} of 2")
        if page < 2:
            sheet.page()
    found = lines(sheet.pdf())
    assert [line for line in found if "0171" in line] == found[-1:] * kept


def test_heads_of_two_columns_stand_above_their_own_column(lines):
    sheet = Sheet()
    sheet.put(40, 720, "Must have", bold=True).put(320, 720, "Nice to have", bold=True)
    must = ["Nine years at sea or in a harbour town, and", "a licence to drive what floats there", "Patience"]
    nice = ["A boat of your own", "Two languages or more, of which one is ours", "and the other one is not"]
    sheet.column(40, 700, must).column(320, 700, nice)
    assert lines(sheet.pdf()) == ["Must have", *must, "Nice to have", *nice]


def test_bullets_and_numbers_painted_after_all_text_open_their_lines(lines):
    texts = ["Counted the boats of a harbour", "Sold the boats of another", "Kept the books of both"]
    sheet = Sheet().put(40, 750, "Mira Halonen", 20, bold=True).line(40, 720, "WORK")
    for number, text in enumerate(texts):
        sheet.line(60, 700 - 14 * number, text)
    for number, mark in enumerate(("•", "•", "3.")):
        sheet.line(46, 700 - 14 * number, mark)
    assert lines(sheet.pdf()) == ["Mira Halonen", "WORK", f"• {texts[0]}", f"• {texts[1]}", f"3. {texts[2]}"]
