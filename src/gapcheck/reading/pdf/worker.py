"""What the child process runs on a PDF: the parser, after pdfminer was imported without what it seldom needs."""

from __future__ import annotations

from gapcheck.reading.pdf.slim_imports import import_pdfminer

import_pdfminer()

from gapcheck.reading.pdf.parser import parse  # noqa: E402  # after the slim import

__all__ = ["parse"]
