"""What cannot be read ends in one clear line that names the event, the place and the way out."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from gapcheck.errors import DocumentError
from gapcheck.reading import Limits, read, start

from .pages import MAIN, Sheet, packed, raw_pdf


def refused(source, name=None, limits=None) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(source, name=name, limits=limits or Limits())
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    return caught.value


def test_missing_folder_empty(tmp_path):
    assert refused(tmp_path / "none.pdf").reason == "missing"
    assert refused(tmp_path).reason == "folder"
    address = refused(Path("https://example.org/jobs/7"))
    assert (address.reason, str(address).split()[0]) == ("missing", "https://example.org/jobs/7")
    assert "Save the page" in address.hint
    assert "Save the page" not in refused(tmp_path / "http" / "page.html").hint
    (tmp_path / "empty.pdf").write_bytes(b"")
    error = refused(tmp_path / "empty.pdf")
    assert error.reason == "empty"
    assert "empty.pdf" in error.message


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"GIF89a 0000", "resume.pdf", "GIF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "resume.docx", "old Word"),
        (b"{\\rtf1 hello}", "resume.docx", "RTF"),
        (b"PK\x03\x04 xl/workbook.xml", "resume.docx", "Excel"),
        (b"only words", "resume.pdf", "not a PDF"),
        (bytes(range(256)) * 4, "resume.bin", "binary"),
    ],
)
def test_what_a_file_really_is(data, name, says):
    error = refused(data, name)
    assert error.reason == "unknown-format"
    assert says in error.message


def test_content_decides_not_the_suffix():
    assert read(Sheet().column(40, 700, MAIN).pdf(), name="resume.txt").format == "pdf"


def test_too_large():
    assert refused(b"%PDF-1.4 " + b"x" * 5000, "big.pdf", Limits(file_bytes=1000)).reason == "too-large"
    assert refused(BytesIO(b"word " * 500), "big.txt", Limits(file_bytes=1000)).reason == "too-large"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(1, 250)) * 9])
def test_broken(data):
    assert refused(data, "torn.pdf").reason == "broken"


def test_encrypted_with_a_password_and_without():
    locked = Sheet(encrypt=StandardEncryption("secret", strength=128)).column(40, 700, MAIN).pdf()
    assert refused(locked, "locked.pdf").reason == "encrypted"
    opened = Sheet(encrypt=StandardEncryption("", "owner", strength=128)).column(40, 700, MAIN).pdf()
    assert "Harbour Tools" in read(opened, name="open.pdf").text


def test_scan_says_how_to_get_it_read():
    error = refused(packed(b"q 600 0 0 780 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"), "scan.pdf")
    assert error.reason == "scan"
    assert "ocrmypdf" in error.hint


def test_unmapped_glyphs_are_no_text():
    font = (
        b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FirstChar 1/LastChar 3/Widths[500 500 500]"
        b"/Encoding<</Type/Encoding/Differences[1/odd.one/odd.two/odd.three]>>>>>>"
    )
    data = raw_pdf(b"BT /F1 10 Tf 40 700 Td (" + b"\x01\x02\x03" * 40 + b") Tj ET").replace(
        b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", font
    )
    assert refused(data, "glyphs.pdf").reason == "unreadable"


def test_shifted_letters_are_no_text():
    text = (
        "Experienced analyst with nine years in transport and trade who likes plain numbers and plain words "
    )
    shifted = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in text * 3)
    escaped = shifted.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode()
    lines = b"".join(
        b"(" + escaped[i : i + 60].rstrip(b"\\") + b") Tj 0 -12 Td " for i in range(0, len(escaped), 60)
    )
    assert refused(packed(b"BT /F1 10 Tf 40 700 Td " + lines + b"ET"), "shifted.pdf").reason == "unreadable"


BOMBS = {
    "streams that unfold": (
        b"/Filter[/FlateDecode/FlateDecode]",
        lambda: zlib.compress(zlib.compress(bytes(64 * 1024 * 1024), 9), 9),
    ),
    "endless operators": (b"/Filter/FlateDecode", lambda: zlib.compress(b"q " * 400_000, 9)),
    "nested arrays": (b"/Filter/FlateDecode", lambda: zlib.compress(b"[" * 100_000, 9)),
}


@pytest.mark.parametrize("what", BOMBS)
def test_files_made_to_do_harm_end_in_an_error(what):
    filters, content = BOMBS[what]
    assert refused(raw_pdf(content(), filters=filters), "bomb.pdf").reason in {"limits", "empty", "broken"}


def test_time_is_up():
    data = Sheet().column(40, 700, MAIN).pdf()
    error = refused(data, "slow.pdf", Limits(wall_seconds=0.001))
    assert error.reason == "limits"
    assert "0.001 seconds" in error.message
    assert "wall_seconds under [limits]" in error.hint


def test_form_that_draws_itself_is_drawn_once():
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>stream\n/X Do /X Do \nendstream"
    data = raw_pdf(
        b"BT /F1 10 Tf 40 700 Td (Mira Halonen) Tj ET /X Do", resources=b"/XObject<</X 5 0 R>>", extra=form
    )
    assert read(data, name="loop.pdf").text == "Mira Halonen"


def test_start_refuses_at_once_and_gives_the_same_answer_each_time(tmp_path):
    with pytest.raises(DocumentError):
        start(tmp_path / "none.pdf")
    reading = start(Sheet().column(40, 700, MAIN).pdf(), name="mira.pdf")
    assert reading.result() is reading.result()
    broken = start(b"%PDF-1.7\n", name="torn.pdf")
    for _ in range(2):
        with pytest.raises(DocumentError):
            broken.result()
