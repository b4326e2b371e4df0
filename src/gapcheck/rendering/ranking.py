"""A ranking as text, Markdown, CSV, JSON Lines and HTML: two lists, and people against must-haves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import click

from gapcheck.plain_values import plain
from gapcheck.ranking import COLUMNS, Order, Ranking
from gapcheck.rendering.first_screen import short_title
from gapcheck.rendering.tables import render_table
from gapcheck.rendering.templating import fill
from gapcheck.rendering.view import folded
from gapcheck.rendering.wrapping import wrapped

_IN_TABLE = ("rank", "name", "score", "must_haves", "years", "look_at", "first_gaps")
_IN_LINE = ("rank", "score", "must_haves", "years", "name")
_BELOW = ("look_at", "first_gaps")
_GAPS = 2
_GAP = 2
"""Blanks between columns."""
_SORTED: Mapping[Order | None, str] = MappingProxyType(
    {
        Order.MUST: "In order of must-haves met, then by score.",
        Order.SCORE: "In order of score.",
        Order.PROVEN: "In order of what dated work alone proves, then by score.",
        None: "By name: nothing was read as required, so nobody is ranked.",
    }
)


def render_ranking(
    ranking: Ranking,
    format: str,  # noqa: A002  # the word users type
    *,
    title: str,
    failures: Sequence[Mapping[str, Any]] = (),
    links: Mapping[tuple[str, str], str] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """The ranking in one of text, markdown, csv, jsonl and html.

    `links` are files of reports by name and sha256 of the rows, for HTML: two files may share either. CSV and JSON Lines hold both lists; whoever
    stands in the second has something under `lacks`.
    """
    if format == "jsonl":
        return "".join(
            f"{json.dumps(plain(row), ensure_ascii=False, sort_keys=True)}\n" for row in ranking.all
        )
    if format == "csv":
        known = [{name: row.get(name) for name in COLUMNS} for row in ranking.all]
        return render_table(known, tuple(COLUMNS), "csv")
    if format == "html":
        return fill(
            "ranking.html.j2",
            title=title,
            left_out=ranking.left_out,
            **shown_in_html(ranking, failures, links),
        )
    parts = []
    for heading, rows in _lists(ranking):
        if rows:
            short = [_short(row) for row in rows]
            if format == "text":
                lines = _in_lines(short, width, color=color)
                parts.append(f"{heading}\n\n{lines}" if heading else lines)
                continue
            columns = [each for each in _IN_TABLE if each != "look_at" or any(row[each] for row in short)]
            parts.append(render_table(short, columns, format, title=heading or title))
    text = "\n".join(parts)
    if format == "text":
        return f"{title}\n{_SORTED[ranking.order]}\n\n{text}"
    return f"{text}\n{_SORTED[ranking.order]}\n"


def _in_lines(rows: Sequence[Mapping[str, Any]], width: int, *, color: bool) -> str:
    """A line for each person, the name last, which may be long, and below it what is said in words."""
    heads = [_head(each) for each in _IN_LINE]
    cells = [[folded(str(row[each])) for each in _IN_LINE] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    indent = widths[0] + _GAP

    def line(row: Sequence[str]) -> str:
        return (" " * _GAP).join(cell.ljust(to) for cell, to in zip(row, widths, strict=True)).rstrip()

    lines = [click.style(line(heads), bold=True) if color else line(heads)]
    for row, shown in zip(rows, cells, strict=True):
        lines.append(line(shown))
        lines += [
            wrapped("; ".join(row[each]), width=width, mark=f"{_head(each)}: ", indent=indent, hang=_GAP)
            for each in _BELOW
            if row[each]
        ]
    return "\n".join(lines) + "\n"


def _head(column: str) -> str:
    return column.replace("_", " ")


def shown_in_html(
    ranking: Ranking,
    failures: Sequence[Mapping[str, Any]],
    links: Mapping[tuple[str, str], str] | None = None,
) -> dict[str, Any]:
    """What the template `ranking_tables.html.j2` shows."""
    musts = (must for row in ranking.all for must in row["musts"])
    return {
        "lists": [(heading, rows) for heading, rows in _lists(ranking) if rows],
        "sorted": _SORTED[ranking.order],
        "musts": list(dict.fromkeys((must["requirement"], must["title"]) for must in musts)),
        "failures": failures,
        "links": links or {},
    }


def _lists(ranking: Ranking) -> tuple[tuple[str, tuple[dict[str, Any], ...]], ...]:
    return ("", ranking.rows), ("Lacking a must-have that was asked for", ranking.lacking)


def _short(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as a table has room for it."""
    return {
        **row,
        "score": f"{row['score']:.0f} ({row['low']:.0f}-{row['high']:.0f})",
        "years": f"{row['years']:g}",
        "look_at": [*row["conditions"], *row["flags"]],
        "first_gaps": [short_title(each) for each in row["missing"][:_GAPS]],
    }
