"""A report in words: terminal text, Markdown, an HTML page, JSON or CSV. Nothing here makes a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gapcheck.errors import UnknownNameError
from gapcheck.rendering.csv import render_csv
from gapcheck.rendering.html import render_html
from gapcheck.rendering.json import render_json
from gapcheck.rendering.markdown import render_markdown
from gapcheck.rendering.text import render_text
from gapcheck.report import GapReport

__all__ = ["RENDERERS", "render", "render_text"]

RENDERERS: Mapping[str, Callable[[GapReport], str]] = MappingProxyType(
    {
        "text": render_text,
        "markdown": render_markdown,
        "html": render_html,
        "json": render_json,
        "csv": render_csv,
    }
)


def render(report: GapReport, format: str = "text", *, color: bool = False) -> str:  # noqa: A002  # the word users type
    """The report in one of RENDERERS' formats; the same report gives the same text. `color` is for a terminal.

    Raises:
        UnknownNameError: there is no such format.
    """
    if format == "text":
        return render_text(report, color=color)
    try:
        renderer = RENDERERS[format]
    except KeyError:
        raise UnknownNameError(
            f"There is no format {format!r}.", hint=f"Use one of {', '.join(RENDERERS)}."
        ) from None
    return renderer(report)
