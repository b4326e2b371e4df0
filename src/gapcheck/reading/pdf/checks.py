"""What the parser's answer says of a PDF as a whole: a scan, a broken text layer, nothing, or text."""

from __future__ import annotations

from typing import Any

from gapcheck.errors import DocumentError
from gapcheck.reading.limits import MEGABYTE, Limits
from gapcheck.reading.pdf.text_quality import is_garbled

LEAST_TEXT = 50
"""Characters: a page of pictures with fewer is a scan."""


def failure(name: str, reason: str, detail: str, limits: Limits) -> DocumentError:
    """The error for a file that the parser did not get through."""
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


def refusal(name: str, answer: dict[str, Any], hint: str) -> DocumentError | None:
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
        return failure(name, "limits", "what a page may hold", Limits())
    if not written and answer["unmapped"] < 20:
        broken = failure(name, "broken", "no page could be read", Limits())
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
    return "its letters make no words" if is_garbled("\n".join(line[0] for line in answer["lines"])) else ""


def scanned_pages(answer: dict[str, Any]) -> list[int]:
    """The pages, counted from 1, that pictures cover and that hold hardly any text."""
    written = [0] * answer["pages"]
    for row in answer["lines"]:
        written[row[1] - 1] += sum(not char.isspace() for char in row[0])
    return [
        number
        for number, (cover, count) in enumerate(zip(answer["image_cover"], written, strict=True), start=1)
        if cover > 0.5 and count < LEAST_TEXT
    ]
