"""Reading a document with the section names of the built-in taxonomy, as an analyzer does."""

from __future__ import annotations

from functools import cache

from gapcheck import reading, taxonomy
from gapcheck.document import Document
from gapcheck.inputs import Source, checked_source
from gapcheck.reading import Limits


def read_document(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
) -> Document:
    """Read a document as an analyzer with the built-in taxonomy does; what it gives may be analyzed later.

    Args:
        source: a path, bytes, an open binary file; a Document is given back as it is.
        name: the document's name, where it is not that of the file; its suffix tells a text's format.
        limits: what the document may take.
        ocr: whether pages that are scans are recognized, where that is installed.
        ocr_language: tesseract's name of the scans' language.

    Raises:
        DocumentError: why it cannot be read, in one line, with what to do next.
    """
    checked_source(source, "source")
    return reading.read(
        source, name=name, heading_names=_headings(), limits=limits, ocr=ocr, ocr_language=ocr_language
    )


@cache
def _headings() -> frozenset[str]:
    """What sections are called in the built-in taxonomy, which does not change while a program runs."""
    return taxonomy.load().heading_names
