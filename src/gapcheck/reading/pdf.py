"""PDF documents: a guarded child process parses them, this side makes the Document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Collection
from typing import Any

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link, PageLook, Style
from gapcheck.errors import DocumentError
from gapcheck.reading.garbage import is_garbled
from gapcheck.reading.limits import MEGABYTE, Limits
from gapcheck.reading.source import Source
from gapcheck.spans import Span

_BOOT = "import sys, json; sys.path += json.loads(sys.argv[1]); from gapcheck.reading.pdf_worker import main; main()"
_SIGXCPU = 24
_OCR = (
    "Make it searchable first, for example with `ocrmypdf in.pdf out.pdf`, or export it again from the program"
    " that made it."
)


class PdfReading:
    """A PDF that a child process is parsing; `result()` waits for it.

    The child is isolated (no user site, no environment of Python), bounded in memory and time, and
    gets the bytes through a pipe: it opens no file and no link.
    """

    def __init__(self, source: Source, heading_names: Collection[str], limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._options = {
            "pages": limits.pages,
            "memory_bytes": limits.memory_bytes,
            "cpu_seconds": limits.cpu_seconds,
            "glyphs_per_page": limits.glyphs_per_page,
            "stream_bytes": limits.stream_bytes,
            "heading_names": sorted(heading_names),
        }
        self._child: subprocess.Popen[bytes] | None = None
        self._answer: list[tuple[bytes, bytes]] = []
        if limits.child_process and sys.executable:
            self._begin()

    def _begin(self) -> None:
        places = [place for place in sys.path if place and os.path.isabs(place)]  # noqa: PTH117  # strings, not paths
        environment = {
            k: v for k, v in os.environ.items() if k in {"PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR"}
        }
        self._child = subprocess.Popen(  # noqa: S603  # our own interpreter with our own module
            [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(places)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._thread = threading.Thread(target=self._talk, daemon=True)
        self._thread.start()

    def _talk(self) -> None:
        child = self._child
        if child is None:
            return
        header = json.dumps(self._options).encode() + b"\n"
        try:
            out, _ = child.communicate(header + self._source.data, timeout=self._limits.wall_seconds)
            self._answer.append((b"done", out))
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            self._answer.append((b"timeout", b""))

    def result(self) -> Document:
        """The Document.

        Raises:
            DocumentError: broken, encrypted, scan, unreadable, empty or limits.
        """
        name = self._source.name
        if self._child is None:
            from gapcheck.reading.pdf_parse import parse  # noqa: PLC0415  # pdfminer only when needed

            answer = parse(self._source.data, self._options)
        else:
            self._thread.join()
            state, out = self._answer[0] if self._answer else (b"done", b"")
            answer = {"error": "limits", "detail": f"{self._limits.wall_seconds:g} seconds"}
            if state != b"timeout":
                answer = self._parsed(out)
        if "error" in answer:
            raise _failure(name, answer["error"], answer["detail"], self._limits)
        _check(name, answer)
        return _document(self._source, answer)

    def _parsed(self, out: bytes) -> dict[str, Any]:
        """The child's answer, or why there is none."""
        try:
            answer = json.loads(out)
        except ValueError:
            code = self._child.returncode if self._child is not None else 0
            if code > 0:
                return {"error": "broken", "detail": f"the parser stopped with code {code}"}
            seconds = f"{self._limits.cpu_seconds} seconds of processor time"
            return {"error": "limits", "detail": seconds if code == -_SIGXCPU else "memory"}
        return answer if isinstance(answer, dict) else {"error": "broken", "detail": "no answer"}


def _failure(name: str, reason: str, detail: str, limits: Limits) -> DocumentError:
    if reason == "encrypted":
        return DocumentError(
            f"{name} is protected by a password.",
            reason=reason,
            hint="Save a copy without the password and try again.",
        )
    if reason == "limits":
        what = f"{limits.memory_bytes // MEGABYTE} MB of memory" if detail == "memory" else detail
        return DocumentError(
            f"{name} needs more than {what}, which no resume does.",
            reason=reason,
            hint="Print it to a new PDF and try that one, or raise the limits.",
        )
    return DocumentError(
        f"{name} is damaged and cannot be read as a PDF ({detail}).",
        reason="broken",
        hint="Export or download it again.",
    )


def _check(name: str, answer: dict[str, Any]) -> None:
    """Refuse documents whose text is no text: scans, unmapped fonts, nothing at all."""
    written = sum(not char.isspace() for line in answer["lines"] for char in line[0])
    pages = answer["pages"]
    if not pages:
        raise DocumentError(f"{name} has no pages.", reason="empty", hint="Export it again.")
    covered = sum(cover > 0.5 for cover in answer["image_cover"])
    if written < 50 * max(covered, 1) and covered:
        raise DocumentError(f"{name} is a scan: its pages are images without text.", reason="scan", hint=_OCR)
    if not written and any(row[0] == "page-cut" for row in answer["warnings"]):
        raise _failure(name, "limits", "what a page may hold", Limits())
    if not written and answer["unmapped"] < 20:
        if answer["failed"]:
            raise _failure(name, "broken", "no page could be read", Limits())
        raise DocumentError(f"{name} holds no text.", reason="empty", hint=_OCR)
    if answer["unmapped"] > 0.05 * max(answer["glyphs"], 1) and answer["unmapped"] >= 20:
        why = f"{answer['unmapped']} of {answer['glyphs']} characters cannot be told"
        raise _unreadable(name, why)
    if is_garbled("\n".join(line[0] for line in answer["lines"])):
        raise _unreadable(name, "its letters make no words")


def _unreadable(name: str, why: str) -> DocumentError:
    return DocumentError(f"{name} has a text layer that is no text: {why}.", reason="unreadable", hint=_OCR)


def _document(source: Source, answer: dict[str, Any]) -> Document:
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
        looks=tuple(PageLook(*row, icons=tuple(map(tuple, icons))) for *row, icons in answer["looks"]),
    )


def _link(row: tuple[int, str, list[float]], lines: list[Line]) -> Link:
    """The link with the characters whose centre lies in its box."""
    page, uri, (left, bottom, right, top) = row
    inside: list[int] = []
    for line in lines:
        if line.page != page or line.box is None or not bottom <= (line.box[1] + line.box[3]) / 2 <= top:
            continue
        inside += [
            line.span.start + i
            for i in range(len(line.span))
            if left <= (line.edges[2 * i] + line.edges[2 * i + 1]) / 2 <= right
        ]
        if inside:
            break
    return Link(uri, page, Span(inside[0], inside[-1] + 1) if inside else None)
