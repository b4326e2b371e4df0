"""A report, or a table, as terminal text, Markdown, an HTML page, JSON or CSV. No number is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.rendering.annotated_pdf import annotate
    from gapcheck.rendering.comparison import render_comparison
    from gapcheck.rendering.pages import PageView, pages_of
    from gapcheck.rendering.renderers import RENDERERS, Renderer, render
    from gapcheck.rendering.tables import render_table
    from gapcheck.rendering.text import brief
    from gapcheck.rendering.view import duties, plain_reason
    from gapcheck.rendering.wrapping import wrapped

__all__ = [
    "RENDERERS",
    "PageView",
    "Renderer",
    "annotate",
    "brief",
    "duties",
    "pages_of",
    "plain_reason",
    "render",
    "render_comparison",
    "render_table",
    "wrapped",
]

__getattr__ = lazy_names(
    __name__,
    *(".wrapping", ".renderers", ".text", ".view", ".pages", ".annotated_pdf", ".tables", ".comparison"),
)
