"""Reading as a worker process does it: plain values in, a Document's values out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.reading.document_values import values_of
from gapcheck.reading.formats import read_here
from gapcheck.reading.source import SourceFile

slim_pdfminer = LazyModule("gapcheck.reading.pdf.slim_pdfminer")


def read(
    source: tuple[str, bytes, str],
    heading_names: Sequence[str],
    limits: dict[str, Any],
    ocr: bool,  # noqa: FBT001  # handed over by place
    ocr_language: str,
) -> dict[str, Any]:
    """The values of the Document of `source`: its name, its bytes and its format.

    Raises:
        DocumentError: why it cannot be read.
    """
    opened = SourceFile(*source)
    if opened.format == "pdf":
        slim_pdfminer.import_pdfminer()
    bounds = Limits(**{**limits, "child_process": False})
    return values_of(read_here(opened, heading_names, bounds, ocr=ocr, ocr_language=ocr_language))
