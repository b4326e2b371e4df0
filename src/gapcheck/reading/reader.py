"""Where reading begins: `read` waits for the Document, `start` lets the caller do other work meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol

from gapcheck.document import Document
from gapcheck.errors import DocumentError
from gapcheck.reading.bounds import bounded
from gapcheck.reading.html import read_html
from gapcheck.reading.json_resume import read_json_resume
from gapcheck.reading.limits import Limits
from gapcheck.reading.ocr.tesseract import Ocr
from gapcheck.reading.office.docx import read_docx
from gapcheck.reading.pdf.pdf_document import PdfReading
from gapcheck.reading.source import SourceFile, open_source
from gapcheck.reading.text import read_text


class Reader(Protocol):
    """Makes a Document of a file of one format."""

    def __call__(self, source: SourceFile, heading_names: Collection[str], limits: Limits) -> Document:
        """The Document.

        Raises:
            DocumentError: why it cannot be read.
        """


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "docx": lambda source, _, limits: read_docx(source, limits),
        "html": lambda source, _, limits: read_html(source, limits),
        "json": lambda source, _, limits: read_json_resume(source, limits),
        "markdown": read_text,
        "text": read_text,
    }
)
"""Format (see SourceFile) -> its reader. PDFs are read by PdfReading, which works while the caller goes on."""


class PendingDocument:
    """A document that is being read. `result()` gives it, or raises the same error each time."""

    def __init__(self, finish: Callable[[], Document], name: str, limits: Limits) -> None:
        self._finish = finish
        self._name = name
        self._limits = limits
        self._document: Document | None = None

    def result(self) -> Document:
        """Wait for the Document.

        Raises:
            DocumentError: why it cannot be read.
        """
        if self._document is None:
            try:
                self._document = bounded(self._finish(), self._limits)
            except (RecursionError, MemoryError) as error:
                why = "is nested too deeply" if isinstance(error, RecursionError) else "needs too much memory"
                raise DocumentError(
                    f"{self._name} {why} to be read.",
                    reason="limits",
                    hint="Save it as plain text or as PDF.",
                ) from None
        return self._document


def start(
    source: str | Path | bytes | BinaryIO | Document,
    *,
    name: str | None = None,
    heading_names: Collection[str] = (),
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
    readers: Mapping[str, Reader] = READERS,
) -> PendingDocument:
    """Begin to read a document; a PDF is parsed by a child process while the caller goes on.

    Args:
        source: a path, bytes or a binary file; a Document is given back as it is.
        name: the document's name, where it is not that of the file.
        heading_names: names of sections in any case; they help to find the columns.
        limits: what a document may take.
        ocr: whether pages that are scans are recognized where that is installed (a warning of the document says so).
        ocr_language: tesseract's name of it, such as eng, or eng+deu for both.
        readers: suffix (".rtf") or format -> reader; one for "pdf" takes the place of the built-in one.

    Raises:
        DocumentError: missing, folder, empty, too-large or unknown-format, at once.
    """
    if isinstance(source, Document):
        return PendingDocument(lambda: source, source.name, limits)
    opened = open_source(source, name, limits, suffixes=readers)
    reader = readers.get(opened.format)
    if reader is not None:
        return PendingDocument(lambda: reader(opened, heading_names, limits), opened.name, limits)
    pdf = PdfReading(opened, heading_names, limits, Ocr(ocr, ocr_language))
    return PendingDocument(pdf.result, opened.name, limits)


def read(
    source: str | Path | bytes | BinaryIO | Document,
    *,
    name: str | None = None,
    heading_names: Collection[str] = (),
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
    readers: Mapping[str, Reader] = READERS,
) -> Document:
    """Read a document and wait for it; arguments as of `start`.

    Raises:
        DocumentError: why it cannot be read, in one line, with what to do next.
    """
    pending = start(
        source,
        name=name,
        heading_names=heading_names,
        limits=limits,
        ocr=ocr,
        ocr_language=ocr_language,
        readers=readers,
    )
    return pending.result()
