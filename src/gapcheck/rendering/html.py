"""The report as one HTML page, with the resume's own pages where they are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.rendering import charts, first_screen
from gapcheck.rendering.page_marks import flipped, marked
from gapcheck.rendering.pages import PageView
from gapcheck.rendering.templating import fill
from gapcheck.report import GapReport


def render_html(
    report: GapReport, pages: Sequence[PageView] = (), template: str = "report.html.j2", **more: Any
) -> str:
    """The page; `template` may be one that extends it, with values of its own in `more`."""
    return fill(
        template,
        report=report,
        pages=pages,
        marked=marked,
        flipped=flipped,
        charts=charts,
        screen=first_screen,
        **more,
    )
