"""Photos of a page: read where OCR is installed, told apart where it is not; HEIC is refused with the way out."""

from __future__ import annotations

import io
import shutil

import pytest

from gapcheck import reading
from gapcheck.errors import DocumentError
from gapcheck.reading import Limits
from gapcheck.reading.ocr import photos

from .test_ocr import picture, plain_page

HERE = Limits(child_process=False)


def photo(kind: str, turned: int = 0) -> bytes:
    """A photo of a page; `turned` is what the camera noted of how it was held (EXIF orientation)."""
    image = picture(plain_page())
    out = io.BytesIO()
    exif = image.getexif()
    if turned:
        exif[0x0112] = turned
        image = image.rotate(90, expand=True)
    image.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.parametrize(("kind", "turned"), [("PNG", 0), ("JPEG", 6)])
def test_a_photo_is_read_upright(kind, turned):
    data = photo(kind, turned)
    document = reading.read(data, name=f"photo.{kind.lower()}")
    assert document.format == "image"
    assert "BSc Mathematics, Lakeside College, 2018" in document.text
    assert [each.code for each in document.warnings] == ["ocr"]
    assert all(line.box is not None for line in document.lines)


def test_without_ocr_a_photo_says_what_is_lacking(monkeypatch):
    monkeypatch.setattr(photos, "missing", lambda: ("apt-get install tesseract-ocr",))
    with pytest.raises(DocumentError, match=r"me\.png is a PNG image\. Run `apt-get install") as caught:
        reading.read(b"\x89PNG\r\n\x1a\n" + bytes(99), name="me.png", limits=HERE)
    assert caught.value.reason == "unknown-format"


def test_a_damaged_photo_is_one_line(monkeypatch):
    monkeypatch.setattr(photos, "missing", lambda: ())
    for data in (b"\x89PNG\r\n\x1a\n" + bytes(99), b"\xff\xd8\xff\xe0" + bytes(99)):
        with pytest.raises(DocumentError, match="image that cannot be opened") as caught:
            reading.read(data, name="me", limits=HERE)
        assert caught.value.reason == "broken"


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"hevc"])
def test_heic_is_refused_with_the_way_out(brand):
    with pytest.raises(DocumentError, match="as JPEG, or print it to a PDF") as caught:
        reading.read(b"\0\0\0\x18ftyp" + brand + bytes(200), name="IMG_1.heic")
    assert caught.value.reason == "unknown-format"
