"""The report for a terminal: 80 columns, colour only when asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import click

from gapcheck.rendering import view
from gapcheck.rendering.templating import fill
from gapcheck.rendering.wrapping import WIDTH, wrapped
from gapcheck.report import GapReport, RequirementRow

_INK = {"met": "green", "partial": "yellow", "missing": "red"}
_BAR = 40
_INDENT = " " * 10


def render_text(report: GapReport, *, color: bool = False) -> str:
    """The whole report in lines of at most 80 characters (names that cannot be broken may be longer)."""
    paint: Callable[..., str] = click.style if color else lambda text, **_style: text

    def wrap(text: str, *, mark: str = "", indent: int = 0, **style: Any) -> str:
        lines = wrapped(text, mark=mark, indent=indent)
        return "\n".join(paint(line, **style) for line in lines.splitlines()) if style else lines

    def heading(row: RequirementRow) -> str:
        """Status, title and points of a requirement."""
        figure = f"{view.points(row.points)}/{view.points(row.points_possible)}"
        room = WIDTH - len(_INDENT) - len(figure) - 1
        first, *rest = textwrap.wrap(view.folded(row.title), room, break_on_hyphens=False) or [row.id]
        status = view.shown_status(row)
        lines = [f"{paint(f'{status:<8}', fg=_INK.get(status))}  {first.ljust(room)} {figure}"]
        return "\n".join([*lines, *(f"{_INDENT}{line}" for line in rest)])

    return fill("report.txt.j2", report=report, paint=paint, wrap=wrap, heading=heading, bar=_bar, gain=_gain)


def _bar(score: float) -> str:
    filled = round(_BAR * min(max(score, 0.0), 100.0) / 100)
    return "#" * filled + "." * (_BAR - filled)


def _gain(points: float) -> str:
    return f"{'+' + view.points(points):>6}  "
