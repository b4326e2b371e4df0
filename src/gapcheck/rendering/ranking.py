"""A ranking as text, Markdown, CSV, JSON Lines and HTML: two lists, and people against must-haves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from gapcheck.plain_values import plain
from gapcheck.ranking import COLUMNS, Order, Ranking
from gapcheck.rendering.first_screen import short_title
from gapcheck.rendering.tables import render_table
from gapcheck.rendering.templating import fill

_IN_TEXT = ("rank", "name", "score", "must_haves", "years", "look_at", "first_gaps")
_GAPS = 2
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
            columns = [each for each in _IN_TEXT if each != "look_at" or any(row[each] for row in short)]
            table = render_table(short, columns, format, title=heading or title, width=width, color=color)
            parts.append(table if format == "markdown" or not heading else f"{heading}\n\n{table}")
    text = "\n".join(parts)
    if format == "text":
        return f"{title}\n{_SORTED[ranking.order]}\n\n{text}"
    return f"{text}\n{_SORTED[ranking.order]}\n"


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
