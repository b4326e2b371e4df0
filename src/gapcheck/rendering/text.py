"""The report for a terminal: what decides in one screen, more on request; colour only when asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Any, Literal

import click

from gapcheck.rendering import first_screen, view
from gapcheck.rendering.templating import fill
from gapcheck.rendering.wrapping import WIDTH, wrapped
from gapcheck.report import GapReport, RequirementRow, Score, Theme

Reader = Literal["seeker", "recruiter"]
"""Who reads it: the person, who is told what to do, or somebody who hires, who is told what to ask."""

SCREEN = 60
"""Lines that a report has without detail."""
_INK = {"met": "green", "partial": "yellow", "missing": "red"}
_BAR = 30
_GAPS = 6
"""Characters around the bar of the score: brackets and blanks."""
_THEME_BAR = 8
_LABELS = 12
"""The column in which the lines of the first screen begin."""
_INDENT = " " * 10
_MOST = {"most_warnings": 3, "most_rows": 5, "most_questions": 8}
_ACTIONS = 5


def render_text(
    report: GapReport, *, color: bool = False, width: int = WIDTH, detail: int = 0, reader: Reader = "seeker"
) -> str:
    """The report in lines of at most `width` characters (names that cannot be broken may be longer).

    Without `detail` it has at most SCREEN lines: where there are more, actions go without their sentences. 1
    adds all requirements with quotes, certificates and what was not counted; 2 the arithmetic.
    """
    for texts in range(_ACTIONS, -1, -1):
        text = _filled(report, color=color, width=width, detail=detail, reader=reader, texts=texts)
        if detail or text.count("\n") <= SCREEN:
            break
    return text


def brief(report: GapReport) -> str:
    """The report in one line for other programs: score, low, high, verdict and the file's name."""
    score = report.score
    figures = " ".join(map(view.number, (score.value, score.low, score.high)))
    return f"{figures} {report.verdict or 'none'} {view.folded(report.document.name)}\n"


def _filled(report: GapReport, *, color: bool, width: int, detail: int, reader: Reader, texts: int) -> str:
    paint: Callable[..., str] = click.style if color else lambda text, **_style: text

    def wrap(text: str, *, mark: str = "", indent: int = 0, **style: Any) -> str:
        lines = wrapped(text, width=width, mark=mark, indent=indent)
        return "\n".join(paint(line, **style) for line in lines.splitlines()) if style else lines

    def heading(row: RequirementRow) -> str:
        """Status, title and points of a requirement."""
        figure = f"{view.points(row.points)}/{view.points(row.points_possible)}"
        room = width - len(_INDENT) - len(figure) - 1
        first, *rest = textwrap.wrap(view.folded(row.title), room, break_on_hyphens=False) or [row.id]
        status = view.shown_status(row)
        lines = [f"{paint(f'{status:<8}', fg=_INK.get(status))}  {first.ljust(room)} {figure}"]
        return "\n".join([*lines, *(f"{_INDENT}{line}" for line in rest)])

    def title_line(text: str, day: str) -> str:
        if len(text) + len(day) < width:
            return paint(text, bold=True) + day.rjust(width - len(text))
        return wrap(f"{text}, {day}", bold=True)

    def score_line() -> str:
        score = report.score
        fit = f"{first_screen.fit(report).upper()}  {view.number(score.value)} of 100"
        ends = f"{view.number(score.low)} proven, {view.number(score.high)} at most"
        room = min(_BAR, width - len(fit) - len(ends) - _GAPS)
        return f"{paint(fit, bold=True)}  [{_bar(score, room)}]  {ends}"

    longest = max((len(theme.title) for theme in report.themes), default=0)

    def theme_line(theme: Theme) -> str:
        full = round(_THEME_BAR * theme.points / theme.points_possible) if theme.points_possible else 0
        figure = f"{view.points(theme.points)}/{view.points(theme.points_possible)}"
        start = f"{theme.title:<{longest}} {'#' * full:.<{_THEME_BAR}} {figure:>9}  "
        gaps = first_screen.biggest_gaps(report, theme)
        return start + _fitting(gaps, width - _LABELS - len(start))

    most = dict.fromkeys(_MOST, 10**9) if detail else _MOST
    values = {
        "report": report,
        "screen": first_screen,
        "detail": detail,
        "reader": reader,
        "texts": texts,
        "gain": _gain,
        "score_line": score_line,
    }
    tools = {
        "paint": paint,
        "wrap": wrap,
        "heading": heading,
        "title_line": title_line,
        "theme_line": theme_line,
    }
    text = fill("report.txt.j2", **values, **tools, **most)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _bar(score: Score, size: int) -> str:
    """What dated work proves (=), what counts beside it (#), and what every doubt could add (-)."""
    low, value, high = (
        round(size * min(max(each or 0.0, 0.0), 100.0) / 100) for each in (score.low, score.value, score.high)
    )
    return ("=" * low + "#" * (value - low) + "-" * (high - value)).ljust(size, ".")


def _fitting(names: Sequence[str], room: int) -> str:
    """As many names as fit in a line; the first is cut if not even it does."""
    for count in range(len(names), 0, -1):
        line = ", ".join(names[:count])
        if len(line) <= room:
            return line
    return f"{names[0][: max(room - 3, 0)].rstrip()}..." if names else ""


def _gain(points: float) -> str:
    return f"{'+' + view.points(points):>6}  "
