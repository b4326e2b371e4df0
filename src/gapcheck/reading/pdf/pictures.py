"""Pictures of a PDF's pages, small enough to stand in a report; runs in the guarded child process (extra `gapcheck[pages]`)."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from gapcheck.lazy import LazyModule

pypdfium2 = LazyModule("pypdfium2")

_SHADES = 16
"""Colours of a picture: enough for printed text with a few tints, and a fifth of the bytes."""


def pictures(data: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """Under "pictures" a row [width, height, PNG in base64] for each page, in points and as the page is shown.

    Options: `pages`, how many at most; `pixels`, the width of a picture. Boxes of a Document count from the corner of the media
    box: a page whose visible part begins elsewhere is drawn whole.
    """
    document = pypdfium2.PdfDocument(data)
    rows = []
    for number in range(min(len(document), options["pages"])):
        page = document[number]
        page.set_cropbox(*page.get_mediabox())
        width, height = page.get_size()
        scale = options["pixels"] / max(width, height / 1.5, 1)
        image = page.render(scale=scale).to_pil().convert("RGB").quantize(_SHADES, dither=0)
        buffer = io.BytesIO()
        image.save(buffer, "PNG", optimize=True)
        rows.append([width, height, b64encode(buffer.getvalue()).decode("ascii")])
        page.close()
    return {"pictures": rows}
