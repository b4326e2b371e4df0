"""How a page is made, as the reader keeps it for those who ask whether programs can read it."""

from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader

from gapcheck.reading import Limits, read
from tests.reading.pages import HEIGHT, WIDTH, Sheet

TEXT = [f"Line {number} of a page that holds some plain text" for number in range(12)]
# a grey picture of 2 x 2 points in the simplest format that reportlab reads
PICTURE = b"P6\n2 2\n255\n" + b"\x80" * 12


def look(sheet):
    (found,) = read(sheet.pdf(), name="a.pdf", limits=Limits(child_process=False)).page_features
    return found


def with_picture(sheet, x, y, width, height):
    sheet.canvas.drawImage(ImageReader(BytesIO(PICTURE)), x, y, width, height)
    return sheet


def test_a_plain_page():
    found = look(Sheet().column(50, 700, TEXT))
    assert (found.page, found.characters) == (1, sum(len(line.replace(" ", "")) for line in TEXT))
    assert (found.recognized, found.image_cover, found.jumps, found.icons) == (0, 0, 0, ())


def test_the_child_process_tells_the_same():
    data = with_picture(Sheet().column(50, 700, TEXT), 50, 50, 200, 200).pdf()
    assert (
        read(data, name="a.pdf").page_features
        == read(data, name="a.pdf", limits=Limits(child_process=False)).page_features
    )


def test_the_cover_of_a_picture():
    found = look(with_picture(Sheet().column(50, 700, TEXT), 50, 50, WIDTH / 2, HEIGHT / 2))
    assert found.image_cover == pytest.approx(0.25, abs=0.001)


def test_a_picture_is_cut_at_the_edge_of_the_page():
    found = look(with_picture(Sheet().column(50, 700, TEXT), WIDTH / 2, 0, WIDTH, HEIGHT / 2))
    assert found.image_cover == pytest.approx(0.25, abs=0.001)


def test_a_background_covers_nothing():
    found = look(with_picture(Sheet(), 0, 0, WIDTH, HEIGHT).column(50, 700, TEXT))
    assert found.image_cover == 0


def test_recognized_text_is_counted():
    sheet = with_picture(Sheet(), 0, 0, WIDTH, HEIGHT)
    for number, line in enumerate(TEXT):
        text = sheet.canvas.beginText(50, 700 - 14 * number)
        text.setTextRenderMode(3)
        text.textOut(line)
        sheet.canvas.drawText(text)
    found = look(sheet)
    assert found.recognized > 0.9 * found.characters
    assert found.image_cover == 1


def test_lines_painted_before_what_stands_above_them():
    sheet = Sheet()
    for number in [*range(1, 12, 2), *range(0, 12, 2)]:
        sheet.put(50, 700 - 14 * number, TEXT[number])
    assert look(sheet).jumps >= 5
