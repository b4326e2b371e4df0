"""Text of PDFs: characters, words, bullets, paragraphs, links, places on the page."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapcheck.reading import Limits, read
from gapcheck.reading.character_repairs import composed
from gapcheck.reading.pdf.painted_page import Face
from gapcheck.reading.pdf.pieces import Char
from tests.reading.pages import MAIN, SIDE, Sheet, packed, raw_pdf

HERE = Limits(child_process=False)


@pytest.mark.parametrize("here", [True, False])
def test_every_character_knows_its_page_and_its_box(here):
    sheet = Sheet().column(40, 700, MAIN).page().column(40, 700, SIDE)
    document = read(sheet.pdf(), name="mira.pdf", limits=Limits(child_process=not here))
    assert document.page_count == 2
    for line in document.lines:
        assert line.box is not None
        assert len(line.edges) == 2 * len(line.span)
        assert line.edges[0] >= line.box[0] - 0.2
        assert max(line.edges) <= line.box[2] + 0.2
        lefts = line.edges[::2]
        assert list(lefts) == sorted(lefts)
    assert document.page_of(document.lines[-1].span) == 2
    place = document.text.index("Harbour")
    (box,) = document.boxes(type(document.lines[0].span)(place, place + 7))
    assert 40 < box[0] < box[2] < 150


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text("abcdefghij KLMNO,.", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=8)
)
def test_lines_cover_the_text_and_come_back_as_they_were_put(texts):
    sheet = Sheet()
    for i, text in enumerate(texts):
        sheet.put(60, 720 - 25 * i, text)
    document = read(sheet.pdf(), name="any.pdf", limits=HERE)
    rebuilt = "\n".join(document.text[line.span.start : line.span.end] for line in document.lines)
    assert rebuilt == document.text
    assert "".join(document.text.split()) == "".join("".join(texts).split())
    assert all(len(line.edges) == 2 * len(line.span) for line in document.lines)


def test_wrapped_lines_make_one_block_and_headings_their_own(blocks):
    found = blocks(Sheet().column(40, 700, MAIN).pdf())
    assert found[2].startswith("Built a forecast")
    assert found[2].endswith("of orders.")
    assert found[3] == "EDUCATION"
    assert len(found) == 6


def test_short_lines_under_each_other_are_no_paragraph(blocks):
    assert blocks(Sheet().column(40, 700, SIDE).pdf()) == SIDE


def test_bullets_become_one_sign_and_wrap_with_their_text(blocks):
    sheet = Sheet()
    sheet.put(40, 700, "\u2022 Built a forecast of spare parts that the depots order by and that has")
    sheet.put(48, 686, "not been wrong by more than a tenth.")
    sheet.put(40, 672, "\u2022 Taught two colleagues")
    found = blocks(sheet.pdf())
    assert found == [
        "\u2022 Built a forecast of spare parts that the depots order by and that has not been wrong by more than a tenth.",
        "\u2022 Taught two colleagues",
    ]


def test_drawn_dots_are_bullets_with_a_box():
    sheet = Sheet()
    for i, text in enumerate(("Counted boats", "Counted parts", "Counted queues")):
        sheet.dot(44, 703.5 - 16 * i).put(56, 700 - 16 * i, text)
    document = read(sheet.pdf(), name="dots.pdf", limits=HERE)
    assert [line.marker for line in document.lines] == ["\u2022"] * 3
    assert document.lines[0].edges[0] == pytest.approx(42.3, abs=0.2)


def test_rating_dots_are_no_bullets(lines):
    sheet = Sheet()
    for i, text in enumerate(("Python", "SQL", "Excel")):
        sheet.put(40, 700 - 16 * i, text)
        for k in range(5):
            sheet.dot(120 + 8 * k, 703 - 16 * i)
        sheet.put(170, 700 - 16 * i, "years")
    assert all("\u2022" not in line for line in lines(sheet.pdf()))


def test_letter_spaced_headings_are_words(lines):
    content = (
        b"BT /F1 12 Tf 3 Tc 40 700 Td (WORK HISTORY) Tj ET BT /F1 12 Tf 0 Tc 40 680 Td (S K I L L S) Tj ET"
    )
    assert lines(packed(content)) == ["WORK HISTORY", "SKILLS"]


def test_line_end_hyphen_stays_as_printed(lines):
    content = b"BT /F1 10 Tf 40 700 Td (a recom-) Tj 0 -12 Td (mender of books) Tj ET"
    assert lines(packed(content)) == ["a recom-", "mender of books"]


@pytest.mark.parametrize("odd", ["\u00ad", "\u2010", "\u2011", "\x02"])
def test_odd_hyphens_become_plain_ones(odd):
    face = Face("Helvetica", 10, bold=False, italic=False, color="#000000")
    chars = [Char("o", 0, 5, face), Char(odd, 5, 8, face)]
    assert [char.text for char in composed(chars)] == ["o", "-"]


def test_accent_of_its_own_joins_its_letter():
    face = Face("Helvetica", 10, bold=False, italic=False, color="#000000")
    (char,) = composed([Char("\u00b4", 1, 4, face), Char("e", 0, 5, face)])
    assert char.text == "\u00e9"
    assert (char.x0, char.x1) == (0, 5)


def test_actual_text_speaks_for_glyphs_without_a_character(lines):
    own = (
        b"/F2<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 1/LastChar 1/Widths[500]"
        b"/Encoding<</Type/Encoding/Differences[1/odd.one]>>>>"
    )
    content = (
        b"BT /F1 10 Tf 40 700 Td (Certi) Tj /F2 10 Tf /Span<</ActualText(fi)>>BDC (\x01) Tj EMC"
        b" /F1 10 Tf (cation) Tj ET"
    )
    assert lines(raw_pdf(content).replace(b"/Font<<", b"/Font<<" + own, 1)) == ["Certification"]


def test_text_drawn_twice_counts_once(lines):
    sheet = Sheet().put(40, 700, "Mira Halonen", 20).put(40.4, 700, "Mira Halonen", 20)
    assert lines(sheet.pdf()) == ["Mira Halonen"]


def test_links_keep_address_and_anchor():
    sheet = Sheet().put(40, 700, "See my code at Harbour Git")
    sheet.canvas.linkURL("https://example.com/mira", (110, 695, 190, 712))
    sheet.canvas.linkURL("javascript:alert(1)", (40, 695, 60, 712))
    document = read(sheet.pdf(), name="links.pdf", limits=HERE)
    assert [link.uri for link in document.links] == ["https://example.com/mira"]
    assert document.links[0].span is not None
    assert "Harbour Git" in document.links[0].span.of(document.text)


def test_pages_beyond_the_limit_are_cut_with_a_warning():
    sheet = Sheet()
    for number in range(4):
        sheet.put(40, 700, f"Story number {number} of a long career").page()
    document = read(sheet.pdf(), name="long.pdf", limits=Limits(pages=2, child_process=False))
    assert document.page_count == 2
    assert [warning.code for warning in document.warnings] == ["pages-cut"]


def test_both_ways_of_reading_give_the_same_document():
    data = Sheet().column(40, 700, SIDE).column(220, 700, MAIN).pdf()
    assert read(data, name="a.pdf", limits=HERE) == read(data, name="a.pdf")


def test_filled_in_form_fields_are_text():
    sheet = Sheet().put(40, 700, "Name:")
    sheet.canvas.acroForm.textfield(name="name", value="Mira Halonen", x=90, y=690, width=200, height=20)
    document = read(sheet.pdf(), name="form.pdf", limits=HERE)
    assert "Mira Halonen" in document.text
    assert document.text.startswith("Name:")


def test_rating_stars_of_an_icon_font_are_pictures_not_lost_text():
    own = (
        b"/F2<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Stars/FirstChar 1/LastChar 2/Widths[900 900]"
        b"/Encoding<</Type/Encoding/Differences[1/star.full/star.empty]>>>>"
    )
    content = b"BT /F1 10 Tf 40 700 Td (Python) Tj /F2 10 Tf 60 0 Td (\x01\x01\x01\x01\x02) Tj ET"
    document = read(raw_pdf(content).replace(b"/Font<<", b"/Font<<" + own, 1), name="stars.pdf", limits=HERE)
    assert document.text == "Python"
    assert not document.warnings


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("2019 â€“ 2021", "2019 – 2021"),
        ("Â· led", "· led"),
        ("City ï¼ State", "City , State"),
        ("âge Âge", "âge Âge"),
        ("so Â ", "so   "),
    ],
)
def test_utf8_that_was_taken_for_windows_1252_is_put_right(printed, meant):
    face = Face("Helvetica", 10, bold=False, italic=False, color="#000000")
    chars = [Char(text, 5.0 * at, 5.0 * at + 5, face) for at, text in enumerate(printed)]
    assert "".join(char.text for char in composed(chars)) == meant
