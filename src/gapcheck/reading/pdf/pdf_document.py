"""PDF documents: a guarded child process parses them, this side makes the Document."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pkgutil import resolve_name
from typing import Any

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link, PageFeatures, Style
from gapcheck.errors import DocumentError
from gapcheck.reading.child_process import Answer, ChildProcess
from gapcheck.reading.limits import Limits
from gapcheck.reading.ocr.tesseract import Ocr, with_ocr
from gapcheck.reading.pdf.checks import failure, refusal, scanned_pages
from gapcheck.reading.source import SourceFile
from gapcheck.spans import Span

_PARSE_HERE = "gapcheck.reading.pdf.parser:parse"
_PARSE_IN_CHILD = "gapcheck.reading.pdf.worker:parse"
_FOR_OCR = frozenset({"scan", "unreadable", "empty"})
"""Why a document is refused that OCR may read: what it shows is more than the text that it holds."""
_NO_OCR = Ocr(wanted=False)


class PdfReading:
    """A PDF that a child process is parsing (see `child_process`); `result()` waits for it."""

    def __init__(
        self, source: SourceFile, heading_names: Collection[str], limits: Limits, ocr: Ocr = _NO_OCR
    ) -> None:
        self._source = source
        self._limits = limits
        self._ocr = ocr
        self._heading_names = heading_names
        self._options = {
            "pages": limits.pages,
            "memory_bytes": limits.memory_bytes,
            "cpu_seconds": limits.cpu_seconds,
            "glyphs_per_page": limits.glyphs_per_page,
            "stream_bytes": limits.stream_bytes,
            "heading_names": sorted(heading_names),
        }
        self._child: ChildProcess | None = None
        if limits.child_process and sys.executable:
            seconds = limits.wall_seconds
            self._child = ChildProcess(_PARSE_IN_CHILD, source.data, self._options, seconds=seconds)

    def result(self) -> Document:
        """The Document.

        Raises:
            DocumentError: broken, encrypted, scan, unreadable, empty or limits.
        """
        name = self._source.name
        answer: Answer
        if self._child is None:
            answer = resolve_name(_PARSE_HERE)(self._source.data, self._options)
        else:
            answer = self._child.answer()
        if "error" in answer:
            raise failure(name, answer["error"], answer["detail"], self._limits)
        answer = self._with_scans(answer)
        refused = refusal(name, answer, self._ocr.hint)
        if refused is not None:
            raise refused
        return _document(self._source, answer)

    def _with_scans(self, answer: Answer) -> Answer:
        """The answer with the text of scanned pages, where OCR is at hand; a warning for each where it is not."""
        refused = refusal(self._source.name, answer, self._ocr.hint)
        pages = scanned_pages(answer)
        if refused is not None:
            pages = list(range(1, answer["pages"] + 1)) if refused.reason in _FOR_OCR else []
            if refused.reason == "unreadable":
                answer = {**answer, "lines": []}
        if not pages:
            return answer
        why = self._ocr.hint
        if self._ocr.ready:
            names, limits = self._heading_names, self._limits
            try:
                return with_ocr(self._source, answer, pages, self._ocr, heading_names=names, limits=limits)
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
    texts: list[str] = []
    offset = 0
    for text, page, box, edges, style, level, marker, starts in answer["lines"]:
        span = Span(offset, offset + len(text))
        lines.append(
            Line(
                span,
                page,
                tuple(box),
                tuple(edges),
                Style(*style),
                heading_level=level,
                marker=marker,
                starts_block=starts,
            )
        )
        texts.append(text)
        offset += len(text) + 1
    text = "\n".join(texts)
    warnings = [DocumentWarning(*row) for row in answer["warnings"]]
    hidden = tuple(HiddenText(*row) for row in answer["hidden"])
    links = tuple(_link(row, lines) for row in answer["links"])
    return Document(
        source.name,
        "pdf",
        source.sha256,
        text,
        tuple(lines),
        page_count=answer["pages"],
        warnings=tuple(warnings),
        hidden=hidden,
        links=links,
        page_features=tuple(map(_features, answer["page_features"])),
    )


def _features(row: list[Any]) -> PageFeatures:
    *values, icons = row
    page, characters, recognized, cover, shapes, jumps = values
    return PageFeatures(page, characters, recognized, cover, shapes, jumps, tuple(map(tuple, icons)))


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
