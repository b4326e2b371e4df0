"""Rows of plain values as text, Markdown, HTML or CSV, for the commands that list things."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gapcheck.rendering.csv import csv_text
from gapcheck.rendering.templating import fill, markdown_text
from gapcheck.rendering.view import folded

Row = Mapping[str, object]

_GAP = 2
_WORD = 13
"""Characters that a column has at least, if it has words that long."""
_NAME = 20
"""... and at most, where there is no room for the longest name."""


def render_table(
    rows: Sequence[Row],
    columns: Sequence[str],
    format_: str,
    *,
    title: str = "",
    width: int = 80,
    color: bool = False,
) -> str:
    """The rows with the given columns; None is an empty cell.

    CSV has every key that a row has. Text is `width` characters wide; `color` is for a terminal. For JSON see
    `to_json`.
    """
    if format_ == "csv":
        columns = (*columns, *dict.fromkeys(key for row in rows for key in row if key not in columns))
    heads = [column.replace("_", " ") for column in columns]
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    match format_:
        case "csv":
            return csv_text(columns, cells)
        case "markdown":
            lines = [f"# {title}", ""] if title else []
            lines += [_bar(heads), _bar(["---"] * len(heads)), *map(_bar, cells)]
            return "\n".join(lines) + "\n"
        case "html":
            return fill("table.html.j2", title=title, heads=heads, rows=cells)
    return _text(heads, cells, width, color=color)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return folded(", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def _bar(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(markdown_text, cells)) + " |"


def _text(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int, *, color: bool) -> str:
    """Columns side by side; a cell of several words is wrapped where the width is too small, an id or a name is not."""
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    # a short cell ("43 (35-47)") is one piece, as a name is
    bare = [not any(" " in row[at] and len(row[at]) > _WORD for row in cells) for at in range(len(heads))]
    pieces = [
        [head, *(piece for row in cells for piece in ([row[at]] if bare[at] else row[at].split()))]
        for at, head in enumerate(heads)
    ]
    longest = [max(map(len, each)) for each in pieces]
    room = width - _GAP * len(heads)
    least = [whole if single else min(whole, _WORD) for whole, single in zip(longest, bare, strict=True)]
    if sum(least) > room:  # names and ids that leave the rest no room are broken
        least = [min(whole, _NAME) for whole in least]
    fits = sum(least) <= room
    for head, single, whole, most in zip(heads, bare, least, longest, strict=True):
        # columns that cannot all have their longest word break words rather than lose letters
        kept = fits and single and whole == most
        table.add_column(head, no_wrap=kept, min_width=whole if fits else None, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    out = io.StringIO()
    Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
    ).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
