"""Which reader reads which format, and reading in this process. No reader is loaded before a file of its format comes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Protocol

from gapcheck.document import Document
from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits, how_to_raise
from gapcheck.reading.bounds import bounded
from gapcheck.reading.source import SourceFile

pdf, tesseract = LazyModule("gapcheck.reading.pdf.pdf_document"), LazyModule("gapcheck.reading.ocr.tesseract")
docx, html = LazyModule("gapcheck.reading.office.docx"), LazyModule("gapcheck.reading.html")
photos = LazyModule("gapcheck.reading.ocr.photos")
json_resume, text = LazyModule("gapcheck.reading.json_resume"), LazyModule("gapcheck.reading.text")


class Reader(Protocol):
    """Makes a Document of a file of one format."""

    def __call__(self, source: SourceFile, heading_names: Collection[str], limits: Limits) -> Document:
        """The Document.

        Raises:
            DocumentError: why it cannot be read.
        """


def _text(source: SourceFile, heading_names: Collection[str], limits: Limits) -> Document:
    document: Document = text.read_text(source, heading_names, limits)
    return document


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "docx": lambda source, _, limits: docx.read_docx(source, limits),
        "html": lambda source, _, limits: html.read_html(source, limits),
        "json": lambda source, _, limits: json_resume.read_json_resume(source, limits),
        "markdown": _text,
        "text": _text,
    }
)
"""Format (see SourceFile) -> its reader. PDFs are read by `read_pdf`, photos by `read_photo`, which know of OCR."""


def read_here(
    source: SourceFile,
    heading_names: Collection[str],
    limits: Limits,
    *,
    ocr: bool = False,
    ocr_language: str = "eng",
    reader: Reader | None = None,
) -> Document:
    """Read in this process; the document is within its bounds. `reader` reads it instead of the built-in one.

    Raises:
        DocumentError: why it cannot be read.
    """
    reader = reader or READERS.get(source.format)
    try:
        if reader is not None:
            document = reader(source, heading_names, limits)
        elif source.format == "image":
            document = photos.read_photo(source, heading_names, limits, ocr_language)
        else:
            document = pdf.read_pdf(source, heading_names, limits, tesseract.Ocr(ocr, ocr_language))
        return bounded(document, limits)
    except (RecursionError, MemoryError) as error:
        nested = isinstance(error, RecursionError)
        raise DocumentError(
            f"{source.name} {'is nested too deeply' if nested else 'needs too much memory'} to be read.",
            reason="limits",
            hint="Save it as plain text or as PDF." + ("" if nested else f" {how_to_raise('memory_bytes')}"),
        ) from None
