"""The formats of a report, and the functions that make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from gapcheck.errors import UnknownNameError
from gapcheck.rendering import first_screen
from gapcheck.rendering.csv import render_csv
from gapcheck.rendering.html import render_html
from gapcheck.rendering.pages import PageView
from gapcheck.rendering.templating import fill
from gapcheck.rendering.text import Reader, render_text
from gapcheck.rendering.wrapping import WIDTH
from gapcheck.report import GapReport

Renderer = Callable[[GapReport], str]
"""Turns a report into text."""


def render_markdown(report: GapReport, reader: Reader = "seeker") -> str:
    """The whole report as CommonMark with tables."""
    return fill("report.md.j2", report=report, screen=first_screen, reader=reader)


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "text": render_text,
        "markdown": render_markdown,
        "html": render_html,
        "json": GapReport.to_json,
        "csv": render_csv,
    }
)
_ALIASES = MappingProxyType({"md": "markdown", "txt": "text", "htm": "html"})


def render(
    report: GapReport,
    format: str = "text",  # noqa: A002  # the word users type
    *,
    color: bool = False,
    width: int = WIDTH,
    detail: int = 0,
    reader: Reader = "seeker",
    renderers: Mapping[str, Renderer] = RENDERERS,
    pages: Sequence[PageView] = (),
) -> str:
    """The report in one of the formats of `renderers`; the same report gives the same text.

    `color`, `width` (characters of a line) and `detail` (0 one screen, 1 requirements and quotes, 2 the
    arithmetic) are for text alone; `reader` is seeker (what to do) or recruiter (what to ask). `pages` (see
    `pages_of`) are for HTML, which then shows the resume itself with marks.

    Raises:
        UnknownNameError: there is no such format.
    """
    renderer = renderers.get(format) or renderers.get(_ALIASES.get(format, ""))
    if renderer is None:
        raise UnknownNameError(f"There is no format {format!r}.", hint=f"Use one of {', '.join(renderers)}.")
    if renderer is render_text:
        return render_text(report, color=color, width=width, detail=detail, reader=reader)
    if renderer is RENDERERS["html"]:
        return render_html(report, pages)
    if renderer is render_markdown:
        return render_markdown(report, reader)
    return renderer(report)
