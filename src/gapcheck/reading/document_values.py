"""How a Document travels from a reader process: JSON values and back, without loss."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link, PageFeatures, Style
from gapcheck.spans import Span

_PLAIN = ("name", "format", "sha256", "text", "page_count")


def values_of(document: Document) -> dict[str, Any]:
    """The document as JSON values."""
    styles: dict[Style, int] = {}
    return {
        **{name: getattr(document, name) for name in _PLAIN},
        "lines": [
            (
                *(line.span.start, line.span.end, line.page, line.box, line.edges),
                styles.setdefault(line.style, len(styles)),
                *(line.heading_level, line.marker, line.starts_block, line.within, line.columns),
            )
            for line in document.lines
        ],
        "styles": [(each.size, each.bold, each.italic, each.color, each.font) for each in styles],
        "warnings": [(each.code, each.message, each.page) for each in document.warnings],
        "hidden": [(each.text, each.page, each.reason) for each in document.hidden],
        "links": [
            (each.uri, each.page, None if each.span is None else (each.span.start, each.span.end))
            for each in document.links
        ],
        "page_features": [asdict(each) for each in document.page_features],
    }


def document_of(values: dict[str, Any]) -> Document:
    """The document that `values_of` described.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it described none.
    """
    styles = [Style(*row) for row in values["styles"]]
    return Document(
        **{name: values[name] for name in _PLAIN},
        lines=tuple(_line(row, styles) for row in values["lines"]),
        warnings=tuple(DocumentWarning(*row) for row in values["warnings"]),
        hidden=tuple(HiddenText(*row) for row in values["hidden"]),
        links=tuple(
            Link(uri, page, None if span is None else Span(*span)) for uri, page, span in values["links"]
        ),
        page_features=tuple(
            PageFeatures(**{**row, "icons": tuple(map(tuple, row["icons"]))})
            for row in values["page_features"]
        ),
    )


def _line(row: list[Any], styles: list[Style]) -> Line:
    start, end, page, box, edges, style, level, marker, starts_block, within, columns = row
    return Line(
        Span(start, end),
        page,
        None if box is None else tuple(box),
        tuple(edges),
        styles[style],
        level,
        marker,
        starts_block,
        within,
        tuple(columns),
    )
