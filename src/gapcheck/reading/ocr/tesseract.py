"""OCR of scanned pages, where the extra `ocr` and the program tesseract are installed.

The process that parses the PDF renders the pages and lets tesseract read them; the lines take the place of the text that
the pages lack. Nothing of it is loaded before a scan is met.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Any

from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits, how_to_raise
from gapcheck.reading.source import SourceFile

pages_of_ocr = LazyModule("gapcheck.reading.ocr.pages")

Answer = dict[str, Any]
_LANGUAGE = re.compile(r"\w[\w/-]*(?:\+\w[\w/-]*)*", re.ASCII)
_SEARCHABLE = "make it searchable first: `ocrmypdf in.pdf out.pdf`"
DOUBTFUL = 80.0
"""Mean confidence of a page below which its text should be looked at."""


@dataclass(frozen=True, slots=True)
class Ocr:
    """Whether scans may be read by OCR, and in which language: tesseract's name of it, several joined by +."""

    wanted: bool = False
    language: str = "eng"

    @property
    def ready(self) -> bool:
        """Whether OCR is wanted and everything for it is installed."""
        return self.wanted and not missing()

    @property
    def hint(self) -> str:
        """What to do about a scan that is not read."""
        parts = missing()
        if not parts and not self.wanted:
            return f"Try again with --ocr (ocr=True) to have it recognized, or {_SEARCHABLE}."
        if not parts:
            return "Scan it again at 300 dpi, or try `ocrmypdf --rotate-pages --deskew in.pdf out.pdf` first."
        command = " && ".join(parts)
        return f"Run `{command}` and try again with --ocr, or {_SEARCHABLE}."


def missing() -> tuple[str, ...]:
    """The commands that install what OCR lacks here; empty when it is ready."""
    commands = []
    if find_spec("pypdfium2") is None or find_spec("PIL") is None:
        commands.append("pip install 'gapcheck[ocr]'")
    if shutil.which("tesseract") is None:
        brew = sys.platform == "darwin"
        commands.append("brew install tesseract" if brew else "apt-get install tesseract-ocr")
    return tuple(commands)


def with_ocr(
    source: SourceFile,
    answer: Answer,
    pages: Sequence[int],
    ocr: Ocr,
    *,
    heading_names: Collection[str],
    limits: Limits,
) -> Answer:
    """The PDF parser's answer with the lines of `pages` (counted from 1) recognized, and a warning for each.

    A page keeps what text it has if OCR finds less.

    Raises:
        DocumentError: scan, when tesseract cannot do it (its language is missing, say); limits.
    """
    found = _recognized(source, pages, ocr, heading_names, limits)
    if "error" in found:
        raise _failure(source.name, found["error"], found["detail"], ocr)
    rows: dict[int, list[Any]] = {}
    for row in answer["lines"]:
        rows.setdefault(row[1], []).append(row)
    warnings, cover = list(answer["warnings"]), list(answer["image_cover"])
    for number, confidence in found["confidence"]:
        read = [row for row in found["lines"] if row[1] == number]
        if _written(read) <= _written(rows.get(number, [])):
            continue
        rows[number] = read
        cover[number - 1] = 0.0
        message = f"the text of the page was recognized by OCR (mean confidence {confidence:.0f} %)"
        warnings.append(("ocr", message, number))
        if confidence < DOUBTFUL:
            doubt = "the text of the page was recognized with doubts; compare it with the page"
            warnings.append(("ocr-low-confidence", doubt, number))
    lines = [row for number in sorted(rows) for row in rows[number]]
    unmapped = 0 if lines and len(pages) == answer["pages"] else answer["unmapped"]
    return {**answer, "lines": lines, "warnings": warnings, "image_cover": cover, "unmapped": unmapped}


def _written(rows: Sequence[list[Any]]) -> int:
    return sum(not char.isspace() for row in rows for char in row[0])


def _recognized(
    source: SourceFile, pages: Sequence[int], ocr: Ocr, heading_names: Collection[str], limits: Limits
) -> Answer:
    if not _LANGUAGE.fullmatch(ocr.language):
        return {
            "error": "ocr",
            "detail": f"{ocr.language!r} is not the name of a language, such as eng or eng+deu",
        }
    options = {
        **asdict(limits),
        "page_numbers": list(pages),
        "language": ocr.language,
        "heading_names": sorted(heading_names),
    }
    answer: Answer = pages_of_ocr.recognize(source.data, options)
    return answer


def _failure(name: str, reason: str, detail: str, ocr: Ocr) -> DocumentError:
    if reason == "limits":
        return DocumentError(
            f"{name} is a scan, and OCR of it needs more than {detail}.",
            reason=reason,
            hint=f"Scan it again at 300 dpi. {how_to_raise('ocr_seconds')}",
        )
    hint = f"You can {_SEARCHABLE}."
    if "data file" in detail or "loading language" in detail:
        detail = f"tesseract has no language {ocr.language!r}"
        packages = " ".join(
            f"tesseract-ocr-{each.lower().replace('_', '-')}" for each in ocr.language.split("+")
        )
        hint = f"Run `apt-get install {packages}`, or see `tesseract --list-langs` for those it has."
    return DocumentError(f"{name} is a scan, and OCR failed: {detail}.", reason="scan", hint=hint)
