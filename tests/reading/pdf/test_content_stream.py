"""The fast tokenizer of content streams gives what pdfminer's own gives."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from gapcheck.reading.pdf.content_stream import OddSyntaxError, TooLongError, path_box, steps
from gapcheck.reading.pdf.glyphs import GlyphDevice
from gapcheck.reading.pdf.interpreter import Interpreter
from tests.places import ROOT
from tests.reading.pages import MAIN, NAVY, SIDE, Sheet, packed


class Stock(PDFLayoutAnalyzer):
    def receive_layout(self, ltpage):
        self.page = ltpage


def stock_glyphs(data: bytes):
    resources = PDFResourceManager()
    device = Stock(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(data)))):
        interpreter.process_page(page)
        yield [place(char) for char in chars_of(device.page)]


def chars_of(container):
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from chars_of(item)


def place(item):
    return tuple(round(side, 4) for side in (item.x0, item.y0, item.x1, item.y1))


def own_glyphs(data: bytes, *, stock: bool = False):
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    interpreter = Interpreter(resources, device)
    if stock:
        interpreter.execute = partial(PDFPageInterpreter.execute, interpreter)
    for page in PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(data)))):
        interpreter.process_page(page)
        yield [place(glyph) for glyph in device.page.glyphs], [fill.box for fill in device.page.fills]


PAGES = {
    "columns": lambda: Sheet().column(40, 700, SIDE).column(220, 700, MAIN).pdf(),
    "boxes": lambda: Sheet().box(10, 10, 500, 50, NAVY).dot(30, 30).put(40, 30, "Mira", color=NAVY).pdf(),
    "spacing": lambda: packed(
        b"BT /F1 9 Tf 2 Tc 4 Tw 80 Tz 3 Ts 12 TL 40 700 Td (a b) ' 1 2 (c d) \" [(e) -200 (f)] TJ ET"
    ),
    "matrices": lambda: packed(
        b"q .5 .2 -.2 .5 90 90 cm BT /F1 9 Tf 1 .1 0 1 5 5 Tm (slanted) Tj T* (below) Tj ET Q"
    ),
    "strings": lambda: packed(
        rb"BT /F1 9 Tf 40 700 Td (a\(b\)(c)\101\n) Tj <4142 4> Tj (% no comment) Tj ET % end"
    ),
    "odd numbers": lambda: packed(
        b"BT /F1 9 Tf 40 --700 Td 1.2.3 0 Td (a) Tj +5 -.5 Td (b) Tj 5. 0 Td (c) Tj ET"
    ),
    "inline image": lambda: packed(
        b"BI /W 2 /H 2 /BPC 8 /CS /G ID \x00EI\x01 EI BT /F1 9 Tf 40 700 Td (after) Tj ET"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_glyphs_are_those_of_pdfminer(name):
    data = PAGES[name]()
    own = [glyphs for glyphs, _ in own_glyphs(data)]
    assert own == list(stock_glyphs(data))
    assert own[0]


def test_glyphs_of_whole_resumes_are_those_of_pdfminer():
    files = sorted((ROOT / "benchmarks" / "accuracy" / "resumes").glob("*.pdf"))
    if not files:
        pytest.skip("the benchmarks are not part of this distribution")
    assert len(files) > 5
    for file in files:
        data = file.read_bytes()
        assert [glyphs for glyphs, _ in own_glyphs(data)] == list(stock_glyphs(data)), file.name


def test_fills_are_those_of_the_stock_tokenizer():
    data = PAGES["boxes"]()
    assert list(own_glyphs(data)) == list(own_glyphs(data, stock=True))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-300, 300),
            st.floats(-50, 50, allow_nan=False).map(lambda x: f"{x:.3f}"),
            st.binary(max_size=8),
        ),
        max_size=12,
    )
)
def test_any_strings_and_moves(parts):
    content = b"BT /F1 9 Tf 200 400 Td "
    for x, y, text in parts:
        content += b"%d %s Td <%s> Tj " % (x, y.encode(), text.hex().encode())
    data = packed(content + b"ET")
    assert [glyphs for glyphs, _ in own_glyphs(data)] == list(stock_glyphs(data))


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_tokenizer(data):
    try:
        for operator, operands in steps(data):
            assert isinstance(operator, bytes)
            assert isinstance(operands, list)
    except OddSyntaxError:
        pass


def test_steps_by_hand():
    data = b"q 1 0 0 1 5.5 -7 cm /F1 12 Tf [(a) -3.5 <62>] TJ 1 2 m 3 4 l h f\n/P <</MCID 3>> BDC true x Q"
    found = [(operator, len(operands)) for operator, operands in steps(data)]
    assert found == [
        (b"q", 0),
        (b"cm", 6),
        (b"Tf", 2),
        (b"TJ", 1),
        (b"path", 1),
        (b"f", 0),
        (b"BDC", 2),
        (b"x", 1),
        (b"Q", 0),
    ]


def test_path_boxes_and_the_operator_limit():
    assert path_box([b"1 2 m 5 9 l h "]) == (1, 2, 5, 9)
    assert path_box([b"10 10 -4 6 re ", b"0 0 m "]) == (0, 0, 10, 16)
    assert path_box([]) is None
    with pytest.raises(TooLongError):
        list(steps(b"q " * 20, limit=10))
