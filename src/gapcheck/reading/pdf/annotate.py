"""Writes highlights with notes onto a copy of a PDF; knows how the boxes of a Document lie on the file's own pages.

It runs in a worker process (see `gapcheck.guard`), since it parses a stranger's file.
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from gapcheck.document import Box

Corners = tuple[float, float, float, float]
_STYLES: Mapping[str, tuple[str, str]] = {
    # fill and line; the line's kind says the same for those who see no colour
    "counted": ("0.80 0.94 0.80", "[] 0"),
    "partial": ("1.00 0.93 0.72", "[4 2] 0"),
    "not counted": ("0.92 0.92 0.94", "[1 2] 0"),
}
_LINE = "0.25 0.25 0.3"
_SIGNER = "gapcheck"


def annotate(data: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The PDF with marks, in base64 under "pdf", or {"error": reason, "detail": text}.

    Options: `marks`, each with page (from 1), boxes, state (counted, partial or not counted) and note; `summary` is the text of
    a note at the top of the first page; `pages` is how many pages there may be.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return {"error": "encrypted", "detail": "its owner allows no notes"}
        writer = PdfWriter(clone_from=reader)
        by_page: dict[int, list[Mapping[str, Any]]] = {}
        for mark in options["marks"]:
            by_page.setdefault(mark["page"], []).append(mark)
        for number, page in enumerate(writer.pages[: options["pages"]], start=1):
            for mark in by_page.get(number, ()):
                _mark(writer, page, mark)
        if options["summary"]:
            _note(writer, writer.pages[0], options["summary"])
        out = io.BytesIO()
        writer.write(out)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        return {"error": "broken", "detail": f"{type(error).__name__}: {error}"[:200]}
    return {"pdf": b64encode(out.getvalue()).decode("ascii")}


def _mark(writer: PdfWriter, page: PageObject, mark: Mapping[str, Any]) -> None:
    """Highlight the boxes of one mark, with one note for all of them."""
    placed = [_on_page(page, box) for box in mark["boxes"]]
    if not placed:
        return
    corners = [corner for left, low, right, high in placed for corner in
               (left, high, right, high, left, low, right, low)]  # fmt: skip
    around = (
        min(each[0] for each in placed) - 1,
        min(each[1] for each in placed) - 1,
        max(each[2] for each in placed) + 1,
        max(each[3] for each in placed) + 1,
    )
    found = Highlight(rect=around, quad_points=ArrayObject(map(FloatObject, corners)))
    fill, _ = _STYLES[mark["state"]]
    found[NameObject("/C")] = ArrayObject(FloatObject(each) for each in fill.split())
    found[NameObject("/AP")] = DictionaryObject(
        {NameObject("/N"): writer._add_object(_appearance(around, placed, mark["state"]))}  # noqa: SLF001  # the only way
    )
    _add(writer, page, found, mark["note"])


def _note(writer: PdfWriter, page: PageObject, text: str) -> None:
    """A closed note in the top left corner of what is seen of the page."""
    left, _, _, top = map(float, page.cropbox)
    found = Text(rect=(left + 8, top - 28, left + 28, top - 8), text="", open=False)
    _add(writer, page, found, text)


def _add(writer: PdfWriter, page: PageObject, annotation: Any, text: str) -> None:
    annotation[NameObject("/Contents")] = TextStringObject(text)
    annotation[NameObject("/T")] = TextStringObject(_SIGNER)
    annotation[NameObject("/F")] = NumberObject(4)  # printed with the page
    writer.add_annotation(page, annotation)


def _appearance(around: Corners, placed: Sequence[Corners], state: str) -> StreamObject:
    """What a reader draws: a tint that lets the letters through, and a line below them."""
    fill, dashes = _STYLES[state]
    drawn = ["/Tint gs", f"{fill} rg", f"{_LINE} RG", "0.8 w", f"{dashes} d"]
    for left, low, right, high in placed:
        drawn.append(f"{left:.2f} {low:.2f} {right - left:.2f} {high - low:.2f} re f")
        drawn.append(f"{left:.2f} {low:.2f} m {right:.2f} {low:.2f} l S")
    form = DecodedStreamObject()
    form.set_data("\n".join(drawn).encode("ascii"))
    tint = DictionaryObject(
        {NameObject("/Type"): NameObject("/ExtGState"), NameObject("/BM"): NameObject("/Multiply")}
    )
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, around)),
            NameObject("/Resources"): DictionaryObject(
                {NameObject("/ExtGState"): DictionaryObject({NameObject("/Tint"): tint})}
            ),
        }
    )
    return form


def _on_page(page: PageObject, box: Box) -> Corners:
    """A box of a Document, which counts from the corner of the page as it is shown, in the file's own coordinates."""
    x0, y0, x1, y1 = box
    left, low, right, high = map(float, page.mediabox)
    match page.rotation % 360:
        case 90:
            return (right - y1, low + x0, right - y0, low + x1)
        case 180:
            return (right - x1, high - y1, right - x0, high - y0)
        case 270:
            return (left + y0, high - x1, left + y1, high - x0)
    return (left + x0, low + y0, left + x1, low + y1)
