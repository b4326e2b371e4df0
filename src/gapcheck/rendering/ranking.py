"""A ranking as text, Markdown, CSV, JSON Lines and HTML: two lists, and people against must-haves."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import click

from gapcheck.plain_values import plain
from gapcheck.ranking import COLUMNS, Order, Ranking, unscored_rows
from gapcheck.rendering.csv import csv_text
from gapcheck.rendering.first_screen import short_title
from gapcheck.rendering.tables import render_table
from gapcheck.rendering.templating import fill
from gapcheck.rendering.view import folded
from gapcheck.rendering.wrapping import wrapped

_ALWAYS = ("rank", "name", "score", "must_haves", "years")
_BELOW = ("look_at", "first_gaps", "gaps")
_IN_TABLE = (*_ALWAYS, *_BELOW)
_IN_LINE = ("rank", "score", "must_haves", "years", "name")
_NOT_SCORED = "Not scored"
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
    whole: bool = False,
) -> str:
    """The ranking in one of text, markdown, csv, jsonl and html.

    `links` are files of reports by name and sha256 of the rows, for HTML: two files may share either. `whole`
    lists every gap in full as text or Markdown, where else the first ones are. CSV and JSON Lines hold both
    lists; whoever stands in the second has something under `lacks`. `failures`, the resumes without a score, come
    last in every form, with the reason.
    """
    if format == "jsonl":
        rows = (*ranking.all, *unscored_rows(failures))
        return "".join(f"{json.dumps(plain(row), ensure_ascii=False, sort_keys=True)}\n" for row in rows)
    if format == "csv":
        return csv_text(list(COLUMNS), map(_cells, (*ranking.all, *unscored_rows(failures))))
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
            short = [_short(row, whole=whole) for row in rows]
            if format == "text":
                lines = _in_lines(short, width, color=color)
                parts.append(f"{heading}\n\n{lines}" if heading else lines)
                continue
            columns = [each for each in _IN_TABLE if each in _ALWAYS or any(row.get(each) for row in short)]
            parts.append(render_table(short, columns, format, title=heading or title))
    if failures and format == "text":
        reasons = (wrapped(f"{each['name']}: {each['message']}", width=width, hang=_GAP) for each in failures)
        parts.append("\n".join((f"{_NOT_SCORED}\n", *reasons, "")))
    elif failures:
        parts.append(render_table(failures, ("name", "message"), format, title=_NOT_SCORED))
    text = "\n".join(parts)
    if format == "text":
        return f"{title}\n{_SORTED[ranking.order]}\n\n{text}"
    return f"{text}\n{_SORTED[ranking.order]}\n"


def _other_gaps(row: Mapping[str, Any]) -> list[str]:
    """What is missing and is not said of a condition already."""
    said = row.get("conditions", ())
    return [each for each in row.get("missing", ()) if not any(line.startswith(f"{each}: ") for line in said)]


def _cells(row: Mapping[str, Any]) -> list[object]:
    """A row for a spreadsheet: numbers rounded, no "8/10" that it would take for a date, nothing said twice."""
    shown = {**row, "missing": _other_gaps(row), "must_haves": row.get("must_haves", "").replace("/", " of ")}
    return [
        round(value, 1)
        if isinstance(value, float)
        else "; ".join(value)
        if isinstance(value, list)
        else value
        for value in (shown.get(name) for name in COLUMNS)
    ]


def _in_lines(rows: Sequence[Mapping[str, Any]], width: int, *, color: bool) -> str:
    """A line for each person, the name last, or whole below it where it is too long, and what is said in words."""
    heads = [_head(each) for each in _IN_LINE]
    cells = [[folded(str(row[each])) for each in _IN_LINE] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    indent = widths[0] + _GAP

    def line(row: Sequence[str]) -> str:
        return (" " * _GAP).join(cell.ljust(to) for cell, to in zip(row, widths, strict=True)).rstrip()

    lines = [click.style(line(heads), bold=True) if color else line(heads)]
    for row, shown in zip(rows, cells, strict=True):
        named = line(shown)
        lines += [named] if len(named) <= width else [line((*shown[:-1], "")), " " * indent + shown[-1]]
        lines += [
            wrapped("; ".join(row[each]), width=width, mark=f"{_head(each)}: ", indent=indent, hang=_GAP)
            for each in _BELOW
            if row.get(each)
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
        "musts": _heads({must["requirement"]: must["title"] for must in musts}),
        "failures": failures,
        "links": links or {},
    }


def _heads(titles: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Requirement, title and the short title of each; those whose short titles are the same keep their own."""
    short = {each: short_title(title) for each, title in titles.items()}
    count = Counter(short.values())
    return [
        (each, title, short[each] if count[short[each]] == 1 else title) for each, title in titles.items()
    ]


def _lists(ranking: Ranking) -> tuple[tuple[str, tuple[dict[str, Any], ...]], ...]:
    return ("", ranking.rows), ("Lacking a must-have that was asked for", ranking.lacking)


def _short(row: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    """A row as a table has room for it, or with every gap."""
    first = [short_title(each) for each in _other_gaps(row)[:_GAPS]]
    gaps = {"gaps": row["missing"]} if whole else {"first_gaps": first}
    return {
        **row,
        "score": f"{row['score']:.0f} ({row['low']:.0f}-{row['high']:.0f})",
        "years": f"{row['years']:g}",
        "look_at": [*row["conditions"], *row["flags"]],
        **gaps,
    }
