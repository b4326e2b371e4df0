"""Annotations of a page: its links, and what form fields and text notes show, drawn upon the page like a form."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY, apply_matrix_rect, mult_matrix

from gapcheck.reading.pdf.interpreter import Interpreter

MOST = 300
_UNSEEN = 2 | 32
"""Annotation flags: hidden, no view (ISO 32000-1, 12.5.3)."""
MOST_LINKS = 200
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
SCHEMES = ("http://", "https://", "mailto:", "tel:")


def draw_annotations(page: PDFPage, interpreter: Interpreter) -> None:
    """Draw filled-in text fields and free text notes of a page that is not rotated."""
    if page.rotate:
        return
    for annotation in list(resolve1(page.annots) or [])[:MOST]:
        row = resolve1(annotation)
        if isinstance(row, dict) and _shows_text(row):
            appearance = _appearance(row)
            if appearance is not None:
                _draw(
                    appearance, [float(resolve1(side)) for side in resolve1(row["Rect"])], page, interpreter
                )


def _shows_text(row: dict[str, Any]) -> bool:
    kind = getattr(resolve1(row.get("Subtype")), "name", "")
    flags = resolve1(row.get("F")) or 0
    if "Rect" not in row or (isinstance(flags, int) and flags & _UNSEEN):
        return False
    parent = resolve1(row.get("Parent")) if "FT" not in row else None
    field = resolve1((parent if isinstance(parent, dict) else row).get("FT"))
    return kind == "FreeText" or (kind == "Widget" and getattr(field, "name", "") in {"Tx", "Ch"})


def _appearance(row: dict[str, Any]) -> PDFStream | None:
    states = resolve1(row.get("AP"))
    normal = resolve1(states.get("N")) if isinstance(states, dict) else None
    return normal if isinstance(normal, PDFStream) and normal.objid is not None else None


def _draw(appearance: PDFStream, rect: list[float], page: PDFPage, interpreter: Interpreter) -> None:
    """Fit the appearance's box, turned by its matrix, into the annotation's rectangle."""
    sides = [float(resolve1(side)) for side in resolve1(appearance.get("BBox")) or (0, 0, 1, 1)]
    numbers = [float(resolve1(number)) for number in resolve1(appearance.get("Matrix")) or MATRIX_IDENTITY]
    matrix = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    x0, y0, x1, y1 = apply_matrix_rect(matrix, (sides[0], sides[1], sides[2], sides[3]))
    if x1 <= x0 or y1 <= y0:
        return
    left, right = sorted((rect[0], rect[2]))
    bottom, top = sorted((rect[1], rect[3]))
    across, up = (right - left) / (x1 - x0), (top - bottom) / (y1 - y0)
    fit = (across, 0, 0, up, left - x0 * across, bottom - y0 * up)
    shift = (1, 0, 0, 1, -page.mediabox[0], -page.mediabox[1])
    resources = dict_value(appearance.get("Resources") or {})
    interpreter.render_contents(resources, [appearance], ctm=mult_matrix(mult_matrix(matrix, fit), shift))


def links_of(page: PDFPage, number: int, link_chars: int) -> list[tuple[int, str, list[float]]]:
    """Page number, URI and box of each link of at most `link_chars`; web, mail and telephone addresses only. They are never opened."""
    found: list[tuple[int, str, list[float]]] = []
    with suppress(Exception):  # a broken annotation costs the links, not the page
        for annotation in list(resolve1(page.annots) or [])[:MOST_LINKS]:
            link = _link(resolve1(annotation), page, link_chars)
            if link is not None:
                found.append((number, *link))
    return found


def _link(row: Any, page: PDFPage, link_chars: int) -> tuple[str, list[float]] | None:
    if not isinstance(row, dict) or getattr(resolve1(row.get("Subtype")), "name", "") != "Link":
        return None
    action = resolve1(row.get("A"))
    uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
    if not isinstance(uri, bytes) or len(uri) > link_chars:
        return None
    text = (
        _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), uri).decode("utf-8", "replace").strip()
    )
    if not text.lower().startswith(SCHEMES):
        return None
    box = [float(resolve1(side)) for side in resolve1(row.get("Rect"))]
    left, bottom = page.mediabox[:2]
    return text, [box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom]
