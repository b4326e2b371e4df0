"""Where reading begins: `read` waits for the Document, `start` lets the caller do other work meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from gapcheck.document import Document
from gapcheck.guard import GuardError
from gapcheck.limits import Limits
from gapcheck.reading.bounds import bounded
from gapcheck.reading.document_values import document_of
from gapcheck.reading.formats import READERS, Reader, read_here
from gapcheck.reading.guarded import begin
from gapcheck.reading.source import SourceFile, open_source

_READ = "gapcheck.reading.worker:read"


class PendingDocument:
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


def _guarded(
    source: SourceFile, heading_names: Collection[str], limits: Limits, *, ocr: bool, ocr_language: str
) -> Callable[[], Document]:
    """Begin to read in a worker process; gives what waits for it."""
    answer = begin(
        source.name,
        _READ,
        (source.name, source.data, source.format),
        sorted(heading_names),
        asdict(limits),
        ocr,
        ocr_language,
        limits=limits,
        spare_seconds=limits.ocr_seconds * (limits.pages if ocr else source.format == "image"),
    )

    def finish() -> Document:
        values = answer()
        try:
            return document_of(values)
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise GuardError("error", type(error).__name__, limits).of_document(source.name) from None

    return finish


def start(
    source: str | Path | bytes | BinaryIO | SourceFile | Document,
    *,
    name: str | None = None,
    heading_names: Collection[str] = (),
    limits: Limits = Limits(),  # noqa: B008  # frozen
    ocr: bool = False,
    ocr_language: str = "eng",
    readers: Mapping[str, Reader] = READERS,
) -> PendingDocument:
    """Begin to read a document; a worker process reads it while the caller goes on.

    Args:
        source: a path, bytes, a binary file or one that was opened before; a Document is given back as it is.
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
        return PendingDocument(lambda: bounded(source, limits))
    opened = source if isinstance(source, SourceFile) else open_source(source, name, limits, suffixes=readers)
    reader = readers.get(opened.format)
    if reader is not READERS.get(opened.format):
        return PendingDocument(lambda: read_here(opened, heading_names, limits, reader=reader))
    if not limits.child_process:
        return PendingDocument(
            lambda: read_here(opened, heading_names, limits, ocr=ocr, ocr_language=ocr_language)
        )
    return PendingDocument(_guarded(opened, heading_names, limits, ocr=ocr, ocr_language=ocr_language))


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
