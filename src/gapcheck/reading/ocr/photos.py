"""Photos of a page: a JPEG or PNG becomes a PDF of one page in memory, which is then read as a scan."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.reading.ocr.tesseract import Ocr, missing
from gapcheck.reading.pdf.pdf_document import read_pdf
from gapcheck.reading.source import SourceFile

# of the extra "ocr"
pillow = LazyModule("PIL.Image")
image_ops = LazyModule("PIL.ImageOps")

_PAGE_INCHES = 8.27
"""The width that a photo is taken for: that of an A4 sheet."""


def read_photo(source: SourceFile, heading_names: Collection[str], limits: Limits, language: str) -> Document:
    """The text that OCR finds in a photo; its boxes are on a page as wide as a sheet of paper.

    Raises:
        DocumentError: unknown-format where OCR is not installed, broken, scan or limits.
    """
    kind = "PNG" if source.data.startswith(b"\x89PNG") else "JPEG"
    lacking = missing()
    if lacking:
        raise DocumentError(
            f"{source.name} is a {kind} image.",
            reason="unknown-format",
            hint=f"Run `{' && '.join(lacking)}` to have photos read, or turn it into a PDF with text, for example with ocrmypdf.",
        )
    pdf = replace(source, data=_as_pdf(source, kind), format="pdf")
    document = read_pdf(pdf, heading_names, limits, Ocr(wanted=True, language=language))
    return replace(document, format="image", sha256=source.sha256)


def _as_pdf(source: SourceFile, kind: str) -> bytes:
    """The photo as a page, upright as the camera noted it."""
    try:
        image = image_ops.exif_transpose(pillow.open(io.BytesIO(source.data), formats=[kind])).convert("L")
        out = io.BytesIO()
        image.save(out, "PDF", resolution=image.width / _PAGE_INCHES)
    except (OSError, SyntaxError, ValueError, pillow.DecompressionBombError) as error:
        raise DocumentError(
            f"{source.name} is a {kind} image that cannot be opened ({type(error).__name__}).",
            reason="broken",
            hint="Take or save the photo again.",
        ) from None
    return out.getvalue()
