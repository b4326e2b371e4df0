"""Link annotations of PDF pages."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

MOST = 200
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
SCHEMES = ("http://", "https://", "mailto:", "tel:")


def links_of(page: PDFPage) -> list[tuple[str, list[float]]]:
    """URI and box of each link of a page; web, mail and telephone addresses only. They are never opened."""
    found: list[tuple[str, list[float]]] = []
    try:
        annotations = resolve1(page.annots) or []
        for annotation in list(annotations)[:MOST]:
            link = _link(resolve1(annotation), page)
            if link is not None:
                found.append(link)
    except Exception:  # noqa: BLE001  # a broken annotation costs the links, not the page
        return found
    return found


def _link(row: Any, page: PDFPage) -> tuple[str, list[float]] | None:
    if not isinstance(row, dict) or getattr(resolve1(row.get("Subtype")), "name", "") != "Link":
        return None
    action = resolve1(row.get("A"))
    uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
    if not isinstance(uri, bytes):
        return None
    text = (
        _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), uri).decode("utf-8", "replace").strip()
    )
    if not text.lower().startswith(SCHEMES):
        return None
    box = [float(resolve1(side)) for side in resolve1(row.get("Rect"))]
    left, bottom = page.mediabox[:2]
    return text, [box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom]
