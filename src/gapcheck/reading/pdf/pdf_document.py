"""PDF documents: what the parser found becomes a Document, with scanned pages recognized, or is refused by its reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link, PageFeatures, Style
from gapcheck.errors import DocumentError
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits, how_to_raise
from gapcheck.reading.line_builder import hidden_warnings
from gapcheck.reading.ocr.tesseract import Answer, Ocr, with_ocr
from gapcheck.reading.source import SourceFile
from gapcheck.spans import Span

parser = LazyModule("gapcheck.reading.pdf.parser")

_FOR_OCR = frozenset({"scan", "unreadable", "empty"})
"""Why a document is refused that OCR may read: what it shows is more than the text that it holds."""
_NO_OCR = Ocr(wanted=False)
LEAST_TEXT = 50
"""Characters: a page of pictures with fewer is a scan."""
LEAST_LETTERS = 200
LEAST_VOWELS = 0.2
"""Of all Latin letters; in the languages of Europe the share is 0.35 to 0.5, in shifted text about 0.15."""


def read_pdf(
    source: SourceFile, heading_names: Collection[str], limits: Limits, ocr: Ocr = _NO_OCR
) -> Document:
    """A Document of a PDF, with the place of each character.

    Raises:
        DocumentError: broken, encrypted, scan, unreadable, empty or limits.
    """
    answer: Answer = parser.parse(source.data, {**asdict(limits), "heading_names": sorted(heading_names)})
    if "error" in answer:
        raise _failure(source.name, answer["error"], answer["detail"])
    answer = _with_scans(source, answer, ocr, heading_names, limits)
    refused = _refusal(source.name, answer, ocr.hint)
    if refused is not None:
        raise refused
    return _document(source, answer)


def _with_scans(
    source: SourceFile, answer: Answer, ocr: Ocr, heading_names: Collection[str], limits: Limits
) -> Answer:
    """The answer with the text of scanned pages, where OCR is at hand; a warning for each where it is not."""
    refused = _refusal(source.name, answer, ocr.hint)
    pages = _scanned_pages(answer)
    if refused is not None:
        pages = list(range(1, answer["pages"] + 1)) if refused.reason in _FOR_OCR else []
        if refused.reason == "unreadable":
            answer = {**answer, "lines": []}
    if not pages:
        return answer
    why = ocr.hint
    if ocr.ready:
        try:
            return with_ocr(source, answer, pages, ocr, heading_names=heading_names, limits=limits)
        except DocumentError as error:
            if refused is not None:
                raise
            why = str(error)
    if refused is not None:
        raise refused
    unread = [("scan-page", f"the page is a scan and was not read. {why}", page) for page in pages]
    return {**answer, "warnings": [*answer["warnings"], *unread]}


def _document(source: SourceFile, answer: Answer) -> Document:
    lines: list[Line] = []
    offset = 0
    for text, page, box, edges, style, *rest in answer["lines"]:
        span = Span(offset, offset + len(text))
        lines.append(Line(span, page, tuple(box), tuple(edges), Style(*style), *rest))
        offset += len(text) + 1
    hidden = [HiddenText(*row) for row in answer["hidden"]]
    return Document(
        source.name,
        "pdf",
        source.sha256,
        "\n".join(row[0] for row in answer["lines"]),
        tuple(lines),
        page_count=answer["pages"],
        warnings=(*(DocumentWarning(*row) for row in answer["warnings"]), *hidden_warnings(hidden)),
        hidden=tuple(hidden),
        links=tuple(_link(row, lines) for row in answer["links"]),
        page_features=tuple(
            PageFeatures(**{**row, "icons": tuple(map(tuple, row["icons"]))})
            for row in answer["page_features"]
        ),
    )


def _link(row: tuple[int, str, list[float]], lines: list[Line]) -> Link:
    """The link with the characters whose centre lies in its box."""
    page, uri, (left, bottom, right, top) = row
    inside: list[int] = []
    for line in lines:
        if (
            line.page != page
            or line.box is None
            or not line.edges
            or not bottom <= (line.box[1] + line.box[3]) / 2 <= top
        ):
            continue
        inside += [
            line.span.start + i
            for i in range(len(line.span))
            if left <= (line.edges[2 * i] + line.edges[2 * i + 1]) / 2 <= right
        ]
        if inside:
            break
    return Link(uri, page, Span(inside[0], inside[-1] + 1) if inside else None)


def _failure(name: str, reason: str, detail: str) -> DocumentError:
    """The error for a file that the parser did not get through."""
    if reason == "encrypted":
        return DocumentError(
            f"{name} is protected by a password.",
            reason=reason,
            hint="Save a copy without the password and try again.",
        )
    if reason == "limits":
        return DocumentError(
            f"{name} needs more than {detail}, which no resume does.",
            reason=reason,
            hint=f"Print it to a new PDF and try that one. {how_to_raise('glyphs_per_page')}",
        )
    return DocumentError(
        f"{name} is damaged and cannot be read as a PDF ({detail}).",
        reason="broken",
        hint="Export or download it again.",
    )


def _refusal(name: str, answer: dict[str, Any], hint: str) -> DocumentError | None:
    """Why a document's text cannot be used: scans, unmapped fonts, no text at all; None if it can. `hint` is for scans."""
    written = sum(not char.isspace() for line in answer["lines"] for char in line[0])
    if not answer["pages"]:
        return DocumentError(f"{name} has no pages.", reason="empty", hint="Export it again.")
    covered = sum(cover > 0.5 for cover in answer["image_cover"])
    if written < LEAST_TEXT * max(covered, 1) and covered:
        return DocumentError(
            f"{name} is a scan: its pages are images without text.", reason="scan", hint=hint
        )
    if not written and any(row[0] == "page-cut" for row in answer["warnings"]):
        return _failure(name, "limits", "what a page may hold")
    if not written and answer["unmapped"] < 20:
        broken = _failure(name, "broken", "no page could be read")
        return (
            broken if answer["failed"] else DocumentError(f"{name} holds no text.", reason="empty", hint=hint)
        )
    why = _why_unreadable(answer)
    if why:
        what = f"{name} has a text layer that cannot be read: {why}."
        return DocumentError(what, reason="unreadable", hint=hint)
    return None


def _why_unreadable(answer: dict[str, Any]) -> str:
    """Why the characters of a document make no text, "" where they do."""
    if answer["unmapped"] > 0.05 * max(answer["glyphs"], 1) and answer["unmapped"] >= 20:
        return f"{answer['unmapped']} of {answer['glyphs']} characters cannot be decoded"
    return "its letters make no words" if _is_garbled("\n".join(line[0] for line in answer["lines"])) else ""


def _scanned_pages(answer: dict[str, Any]) -> list[int]:
    """The pages, counted from 1, that pictures cover and that hold hardly any text."""
    written = [0] * answer["pages"]
    for row in answer["lines"]:
        written[row[1] - 1] += sum(not char.isspace() for char in row[0])
    return [
        number
        for number, (cover, count) in enumerate(zip(answer["image_cover"], written, strict=True), start=1)
        if cover > 0.5 and count < LEAST_TEXT
    ]


def _is_garbled(text: str) -> bool:
    """Whether a text of Latin letters has too few vowels to be of any language."""
    letters = [char for char in unicodedata.normalize("NFKD", text.casefold()) if "a" <= char <= "z"]
    if len(letters) < LEAST_LETTERS:
        return False
    return sum(char in "aeiouy" for char in letters) < LEAST_VOWELS * len(letters)
