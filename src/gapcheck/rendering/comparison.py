"""A comparison of two reports as text, Markdown, HTML and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from gapcheck.comparison import (
    BETTER,
    ONLY_AFTER,
    ONLY_BEFORE,
    SAME,
    WORSE,
    ComparedRow,
    ComparedSide,
    ComparedTheme,
    Comparison,
)
from gapcheck.errors import UnknownNameError
from gapcheck.rendering import view
from gapcheck.rendering.templating import fill
from gapcheck.rendering.wrapping import wrapped

FORMATS = ("text", "markdown", "html", "json")
_TEMPLATES = {"text": "compare.txt.j2", "markdown": "compare.md.j2", "html": "compare.html.j2"}
_INK = {BETTER: "green", WORSE: "red"}
_MOST = 15
"""Rows that a terminal shows."""


def render_comparison(
    comparison: Comparison,
    format: str = "text",  # noqa: A002  # the word users type
    *,
    color: bool = False,
    whole: bool = False,
) -> str:
    """The comparison in one of `FORMATS`; `whole` prints every changed row as text, where else the first ones do.

    Raises:
        UnknownNameError: there is no such format.
    """
    if format == "json":
        return comparison.to_json()
    template = _TEMPLATES.get(format)
    if template is None:
        raise UnknownNameError(f"There is no format {format!r}.", hint=f"Use one of {', '.join(FORMATS)}.")
    paint: Callable[..., str] = click.style if color else lambda text, **_style: text
    rows = comparison.changed if whole or format != "text" else comparison.changed[:_MOST]
    values: dict[str, Any] = {
        "headline": headline(comparison),
        "second_line": second_line(comparison),
        "change_of": change_of,
        "signed": signed,
        "theme_slopes": theme_slopes,
        "why": why,
        "rows": rows,
        "more": len(comparison.changed) - len(rows),
    }
    if format == "html":
        values["headline"], values["second_line"] = (
            values[each].replace("->", "→") for each in ("headline", "second_line")
        )
        values["change_of"] = lambda row: change_of(row).replace("->", "→")
    return fill(template, found=comparison, paint=paint, wrap=wrapped, ink=_INK, **values)


@dataclass(frozen=True, slots=True)
class ThemeSlope:
    """A line of the slope chart: where it begins and ends, in percent from the top of the chart, and where it leads."""

    theme: ComparedTheme
    left: float
    right: float
    direction: str


def theme_slopes(found: Comparison) -> tuple[ThemeSlope, ...]:
    """The lines of the slope chart, those that change most first."""
    most = max((max(each.points_before, each.points_after) for each in found.themes), default=0.0) or 1.0
    slopes = []
    for each in found.themes:
        change = round(each.points_after - each.points_before, 1)
        direction = "unchanged" if not change else BETTER if change > 0 else WORSE
        ends = (98 - 96 * each.points_before / most, 98 - 96 * each.points_after / most)
        slopes.append(ThemeSlope(each, *ends, direction))
    slopes.sort(key=lambda one: -abs(one.theme.points_after - one.theme.points_before))
    return tuple(slopes)


def signed(points: float) -> str:
    """Points with their sign: "+5.0", "-0.3", "0.0"."""
    text = f"{points:+.1f}"
    return "0.0" if text in {"+0.0", "-0.0"} else text


def headline(found: Comparison) -> str:
    """The whole in one line: "v1 58 -> v2 63 (+5.0): 4 requirements better, 1 worse, 60 the same"."""
    before, after = found.before, found.after
    scores = (
        f"{before.name} {view.number(before.score.value)} -> {after.name} {view.number(after.score.value)}"
    )
    if found.change is None:
        return f"{scores} (no score)"
    better = found.count(BETTER)
    parts = [f"{better} requirement{'' if better == 1 else 's'} better", f"{found.count(WORSE)} worse"]
    parts.append(f"{found.count(SAME)} the same")
    if found.count(ONLY_BEFORE) or found.count(ONLY_AFTER):
        parts.append(f"{found.count(ONLY_BEFORE)} asked only before, {found.count(ONLY_AFTER)} only now")
    return f"{scores} ({signed(found.change)}): {', '.join(parts)}"


def second_line(found: Comparison) -> str:
    """Ranges, must-haves met, verdicts, and what the two do not have in common."""
    before, after = found.before, found.after
    parts = [f"Range {view.band(before.score)} -> {view.band(after.score)}"]
    if before.must_haves != after.must_haves and found.change is not None:
        parts.append(f"must-haves met {before.must_haves} -> {after.must_haves}")
    if before.verdict != after.verdict:
        parts.append(f"{_verdict(before)} -> {_verdict(after)}")
    return "; ".join([*parts, *found.differences]) + "."


def change_of(row: ComparedRow) -> str:
    """How a row changed: "missing -> met", or who asks for it."""
    before, after = (_STATUS.get(each or "", "") for each in (row.status_before, row.status_after))
    match row.direction:
        case "only before":
            return f"{before}; the second does not ask for it"
        case "only after":
            return f"{after}; the first does not ask for it"
    return f"still {after}" if before == after else f"{before} -> {after}"


_STATUS = {"met": "shown", "partial": "partly shown", "missing": "not found"}


def why(row: ComparedRow) -> str:
    """The causes of a change; words that are quoted above are not quoted again."""
    above = {each.quote for each in (row.proof_before, row.proof_after) if each}
    causes = [
        f"{each.what}: “{each.quote}”" if each.quote and each.quote not in above else each.what
        for each in row.causes
    ]
    return "; ".join(list(dict.fromkeys(causes))[:_MOST_CAUSES])


_MOST_CAUSES = 3


def _verdict(side: ComparedSide) -> str:
    return {None: "no verdict", "far": "far from the role"}.get(side.verdict, f"{side.verdict} fit")
