"""The resume's own PDF with marks: they lie on the words they speak of, in every reader that is at hand."""

from __future__ import annotations

import io
import shutil
import subprocess
from base64 import b64decode

import pypdf
import pypdfium2
import pytest

from gapcheck import GapReport, annotate
from gapcheck.errors import DocumentError, GapcheckError
from gapcheck.reading.pdf.annotate import annotate as annotated
from gapcheck.rendering.marks import marks_of
from tests.places import ROOT, shipped_analyzer

RESUME = ROOT / "examples" / "resume.pdf"
BOX = (50.0, 60.0, 150.0, 80.0)


@pytest.fixture(scope="module")
def report() -> GapReport:
    return shipped_analyzer().analyze(RESUME, as_of="2026-11-21")


@pytest.fixture(scope="module")
def marked(report: GapReport) -> bytes:
    return annotate(report, RESUME)


def notes_of(data: bytes) -> list[tuple[tuple[float, ...], str]]:
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    return [
        (tuple(map(float, each["/Rect"])), each["/Contents"])
        for each in (one.get_object() for one in page["/Annots"])
        if each["/Subtype"] == "/Highlight"
    ]


def test_each_mark_lies_on_the_words_it_speaks_of(report: GapReport, marked: bytes) -> None:
    text = pypdfium2.PdfDocument(marked)[0].get_textpage()
    below = {note: text.get_text_bounded(*rect).strip() for rect, note in notes_of(marked)}
    assert len(below) > 20
    assert "Python" in {words for note, words in below.items() if "Programming" in note}
    denied = [words for note, words in below.items() if note.startswith("Not counted: Kubernetes, denied")]
    assert denied == ["Kubernetes"]
    assert {mark.state for mark in marks_of(report)} == {"counted", "partial", "not counted"}


def test_the_first_page_says_how_good_the_fit_is(report: GapReport, marked: bytes) -> None:
    page = pypdf.PdfReader(io.BytesIO(marked)).pages[0]
    (summary,) = (e for e in (one.get_object() for one in page["/Annots"]) if e["/Subtype"] == "/Text")
    assert f"Score {report.score.value:.0f} of 100" in summary["/Contents"]
    assert "not found: " in summary["/Contents"]


def test_the_page_itself_stays_and_the_same_report_gives_the_same_bytes(
    report: GapReport, marked: bytes
) -> None:
    before, after = (pypdfium2.PdfDocument(each)[0] for each in (RESUME.read_bytes(), marked))
    assert before.get_textpage().get_text_range() == after.get_textpage().get_text_range()
    assert annotate(report, RESUME.read_bytes()) == marked


def test_poppler_opens_it(marked: bytes) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(["pdftotext", "-", "-"], input=marked, capture_output=True, check=True)
    assert b"Ferreira-Holt" in done.stdout
    assert done.stderr == b""
    drawn = subprocess.run(["pdftoppm", "-r", "40", "-"], input=marked, capture_output=True, check=True)
    assert drawn.stdout.startswith(b"P6")
    assert drawn.stderr == b""


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_with_its_corner_elsewhere_is_marked_where_it_is_seen(turn: int) -> None:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(400, 300)
    page.mediabox = pypdf.generic.RectangleObject((10, 20, 410, 320))
    page.rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    mark = {"page": 1, "boxes": [BOX], "state": "counted", "note": "x"}
    answer = annotated(out.getvalue(), {"marks": [mark], "summary": "", "pages": 20})
    shown = pypdfium2.PdfDocument(b64decode(answer["pdf"]))[0].render(may_draw_forms=True).to_pil()
    assert shown.size == ((400, 300) if turn in {0, 180} else (300, 400))
    height = shown.size[1]
    assert shown.getpixel((100, height - 70))[:3] != (255, 255, 255)
    outside = [(40, height - 70), (160, height - 70), (100, height - 50), (100, height - 90)]
    assert all(shown.getpixel(each)[:3] == (255, 255, 255) for each in outside)


def test_another_file_or_no_pdf_is_refused_with_the_way_out(report: GapReport) -> None:
    with pytest.raises(DocumentError, match="not the file that the report is about"):
        annotate(report, RESUME.read_bytes() + b"\n")
    text = (
        b"Mira Solberg\n\nEXPERIENCE\n"
        + b"Analyst, Fjordwatt, 2019 to 2024: built forecasts in Python.\n" * 9
    )
    with pytest.raises(GapcheckError, match="Save it as PDF"):
        annotate(shipped_analyzer().analyze(text, as_of="2026-11-21"), text)


def test_a_file_whose_owner_allows_no_notes_is_left_alone() -> None:
    writer = pypdf.PdfWriter(clone_from=RESUME)
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    report = shipped_analyzer().analyze(out.getvalue(), name="kept.pdf", as_of="2026-11-21")
    with pytest.raises(DocumentError, match=r"kept\.pdf cannot be given notes"):
        annotate(report, out.getvalue())
