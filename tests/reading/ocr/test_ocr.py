"""Scans: pages made of pictures, recognized where tesseract is installed and told apart where it is not."""

from __future__ import annotations

import io
import shutil
from functools import partial

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gapcheck import reading
from gapcheck.errors import DocumentError
from gapcheck.reading import Limits
from gapcheck.reading.ocr import tesseract as ocr
from tests.reading.pages import HEIGHT, MAIN, SIDE, WIDTH, Sheet

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 renders pages; it comes with gapcheck[ocr]")
pytest.importorskip("PIL", reason="Pillow holds page images; it comes with gapcheck[ocr]")
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
HERE = Limits(child_process=False)
read = partial(reading.read, ocr=True)


def picture(pdf: bytes, *, dpi: int = 200):
    document = pdfium.PdfDocument(pdf)
    image = document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return image


def scan(*images) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for image in images:
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def plain_page() -> bytes:
    return Sheet().column(60, 700, MAIN, leading=18).right(552, 682, "2019 - 2024").pdf()


@needs_tesseract
def test_a_scan_is_read_with_boxes_and_a_warning():
    data = scan(picture(plain_page()))
    document = read(data, name="scan.pdf")
    assert document == read(data, name="scan.pdf", limits=HERE)  # in a child process, and here
    assert document.format == "pdf"
    lines = document.text.split("\n")
    assert lines[0] == "EXPERIENCE"
    assert "BSc Mathematics, Lakeside College, 2018" in lines
    (warning,) = document.warnings
    assert (warning.code, warning.page) == ("ocr", 1)
    assert "OCR" in warning.message
    for line in document.lines:
        assert len(line.edges) == 2 * len(line.span)
        assert list(line.edges) == sorted(line.edges)
    start = document.text.index("Lakeside")
    college = next(line for line in document.lines if line.span.start <= start < line.span.end)
    x0, y0, x1, y1 = document.boxes(college.span)[0]
    base = 700 - MAIN.index("BSc Mathematics, Lakeside College, 2018") * 18
    assert x0 == pytest.approx(60, abs=3)
    assert y0 < base < y1
    assert 8 < y1 - y0 < 25
    assert x1 < 300


@needs_tesseract
def test_columns_and_wrapped_lines_of_a_scan():
    page = Sheet().column(40, 700, SIDE, leading=20).column(230, 700, MAIN, leading=16).pdf()
    document = read(scan(picture(page)), name="scan.pdf", limits=HERE)
    text = document.text
    assert text.index("Finnish") < text.index("EXPERIENCE") or text.index("Lakeside") < text.index("CONTACT")
    blocks = [" ".join(line.span.of(text) for line in block.lines) for block in document.blocks]
    assert any(block.startswith("Built a forecast") and block.endswith("orders.") for block in blocks)


@needs_tesseract
def test_bullets_and_a_page_that_lies_askew():
    sheet = Sheet().line(60, 720, "EXPERIENCE").line(60, 690, "Analyst, Harbour Tools")
    for i, text in enumerate(
        ["Planned the spare parts", "Kept the order data clean", "Wrote weekly reports"]
    ):
        sheet.dot(66, 663 - 20 * i, 1.8).line(76, 660 - 20 * i, text)
    for i, text in enumerate(MAIN[-2:]):
        sheet.line(60, 560 - 16 * i, text)
    turned = picture(sheet.pdf()).rotate(-1.0, fillcolor=255)
    document = read(scan(turned), name="scan.pdf", limits=HERE)
    assert [line.marker for line in document.lines].count("\u2022") == 3
    assert "• Kept the order data clean" in document.text.split("\n")


@needs_tesseract
def test_dust_is_taken_off():
    image = picture(plain_page())
    for i in range(6000):
        place = (i * 7919 % image.width, i * 104_729 % image.height)
        for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
            if place[0] + dx < image.width and place[1] + dy < image.height:
                image.putpixel((place[0] + dx, place[1] + dy), 60)
    text = read(scan(image), name="dusty.pdf", limits=HERE).text
    assert "BSc Mathematics, Lakeside College, 2018" in text
    assert len(text) < 1.1 * len("\n".join(MAIN)) + 20


@needs_tesseract
def test_a_page_that_lies_on_its_side_is_turned():
    image = picture(plain_page()).rotate(90, expand=True)
    buffer = io.BytesIO()
    width, height = HEIGHT, WIDTH
    canvas = Canvas(buffer, pagesize=(width, height))
    canvas.drawImage(ImageReader(image), 0, 0, width, height)
    canvas.save()
    document = read(buffer.getvalue(), name="turned.pdf", limits=HERE)
    assert document.text.startswith("EXPERIENCE")
    (box,) = document.boxes(document.lines[0].span)
    # upright its corners are (60, 700) and about (140, 712)
    assert box[:2] == pytest.approx((width - 712, 60), abs=8)


@needs_tesseract
def test_only_the_scanned_page_of_a_document_is_recognized():
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for i, text in enumerate(MAIN):
        canvas.drawString(60, 700 - 16 * i, text)
    canvas.showPage()
    canvas.drawImage(
        ImageReader(picture(Sheet().column(60, 700, SIDE, leading=20).pdf())), 0, 0, WIDTH, HEIGHT
    )
    canvas.showPage()
    canvas.save()
    document = read(buffer.getvalue(), name="mixed.pdf", limits=HERE)
    assert [(w.code, w.page) for w in document.warnings] == [("ocr", 2)]
    assert document.text.startswith("EXPERIENCE")
    assert "Forecasting" in document.text
    unread = read(buffer.getvalue(), name="mixed.pdf", limits=HERE, ocr=False)
    assert [(w.code, w.page) for w in unread.warnings] == [("scan-page", 2)]
    assert "Forecasting" not in unread.text


@needs_tesseract
def test_an_empty_scan_and_a_missing_language_are_told():
    blank = scan(picture(Sheet().pdf()))
    with pytest.raises(DocumentError) as caught:
        read(blank, name="blank.pdf", limits=HERE)
    assert caught.value.reason == "scan"
    for language in ("qqq", "--psm"):
        with pytest.raises(DocumentError) as caught:
            read(scan(picture(plain_page(), dpi=60)), name="scan.pdf", limits=HERE, ocr_language=language)
        assert caught.value.reason == "scan"
        assert language in caught.value.message


@needs_tesseract
@pytest.mark.parametrize("limits", [Limits(ocr_seconds=0.01), Limits(ocr_seconds=0.01, child_process=False)])
def test_a_page_that_takes_too_long_is_given_up(limits):
    with pytest.raises(DocumentError) as caught:
        read(scan(picture(plain_page())), name="slow.pdf", limits=limits)
    assert caught.value.reason == "limits"


def test_what_is_missing_is_told_as_commands(monkeypatch):
    data = scan(picture(plain_page(), dpi=40))
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    with pytest.raises(DocumentError) as caught:
        read(data, name="scan.pdf", limits=HERE)
    assert caught.value.reason == "scan"
    assert "install tesseract" in caught.value.hint
    assert "pip install" not in caught.value.hint
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    assert "pip install 'gapcheck[ocr]' && " in ocr.Ocr().hint
    assert "--ocr" in ocr.Ocr(wanted=False).hint
