"""Where reading begins: `read` waits for the Document, `start` lets the caller do other work meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO

from gapcheck.document import Document
from gapcheck.reading.limits import Limits
from gapcheck.reading.source import Source, open_source


class Reading:
    """A document that is being read. `result()` gives it, or raises the same error each time."""

    def __init__(self, finish: Callable[[], Document]) -> None:
        self._finish = finish
        self._document: Document | None = None

    def result(self) -> Document:
        """Wait for the Document.

        Raises:
            DocumentError: why it cannot be read.
        """
        if self._document is None:
            self._document = self._finish()
        return self._document


def start(
    source: str | Path | bytes | BinaryIO | Document,
    *,
    name: str | None = None,
    heading_names: Collection[str] = (),
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
) -> Reading:
    """Begin to read a document; a PDF is parsed by a child process while the caller goes on.

    `heading_names` are names of sections in any case; they help to tell columns apart. `ocr` lets pages that
    are scans be recognized where that is installed (a warning of the document says so), in `ocr_language`:
    tesseract's name of it, such as eng, or eng+deu for both.

    Raises:
        DocumentError: missing, folder, empty, too-large or unknown-format, at once.
    """
    if isinstance(source, Document):
        return Reading(lambda: source)
    opened = open_source(source, name, limits)
    if opened.format == "pdf":
        from gapcheck.reading.ocr.tesseract import Ocr  # noqa: PLC0415  # only what is needed is loaded
        from gapcheck.reading.pdf.pdf_document import PdfReading  # noqa: PLC0415

        return Reading(PdfReading(opened, heading_names, limits, Ocr(ocr, ocr_language)).result)
    return Reading(lambda: _read_here(opened, heading_names, limits))


def read(
    source: str | Path | bytes | BinaryIO | Document,
    *,
    name: str | None = None,
    heading_names: Collection[str] = (),
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
) -> Document:
    """Read a document from a path, bytes or a binary file; a Document is given back as it is. Options as in `start`.

    Raises:
        DocumentError: why it cannot be read, in one line, with what to do next.
    """
    reading = start(
        source, name=name, heading_names=heading_names, limits=limits, ocr=ocr, ocr_language=ocr_language
    )
    return reading.result()


def _read_here(source: Source, heading_names: Collection[str], limits: Limits) -> Document:
    """Read a document that needs no child process. Only the reader that is needed is loaded."""
    if source.format == "docx":
        from gapcheck.reading.office.docx import read_docx  # noqa: PLC0415

        return read_docx(source, limits)
    if source.format == "html":
        from gapcheck.reading.html import read_html  # noqa: PLC0415

        return read_html(source, limits)
    if source.format == "json":
        from gapcheck.reading.json_resume import read_json_resume  # noqa: PLC0415

        return read_json_resume(source, limits)
    from gapcheck.reading.text import read_text  # noqa: PLC0415

    return read_text(source, heading_names, limits)
