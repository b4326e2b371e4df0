"""Rows of plain values as text, Markdown, HTML or CSV, for the commands that list things."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gapcheck.rendering.csv import csv_text
from gapcheck.rendering.templating import fill, markdown_text
from gapcheck.rendering.view import folded

Row = Mapping[str, object]

_GAP = 2
_WORD = 13
"""Characters of a cell that is one piece, though it has blanks."""
_NAME = 20
"""Characters that a name or an id has at least, where it is broken."""


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
    between = "; " if format_ == "csv" else ", "
    cells = [[_cell(row.get(column), between) for column in columns] for row in rows]
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


def _cell(value: object, between: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return folded(between.join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def _bar(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(markdown_text, cells)) + " |"


def _text(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int, *, color: bool) -> str:
    """Columns side by side; a cell of several words is wrapped where the width is too small, an id or a name is not."""
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold")
    columns = [[head, *(row[at] for row in cells)] for at, head in enumerate(heads)]
    for head, to in zip(heads, _widths(columns, width - _GAP * (len(heads) - 1)), strict=True):
        table.add_column(head, width=to, overflow="fold")
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


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: its longest word, and what room is left goes to those whose cells are longer.

    Where there is no room for every word, names and ids that leave the rest none are broken first, then the longest
    words of all: no letter is lost.
    """
    whole = [max(map(cell_len, column)) for column in columns]
    # a short cell ("43 (35-47)") is one piece, as a name is
    bare = [not any(" " in cell and len(cell) > _WORD for cell in column[1:]) for column in columns]
    found = [
        max((cell_len(piece) for piece in _pieces(column, single=single)), default=0)
        for column, single in zip(columns, bare, strict=True)
    ]
    if sum(found) > room:
        found = [min(to, _NAME) if single else to for to, single in zip(found, bare, strict=True)]
    while sum(found) > max(room, len(found)):
        found[found.index(max(found))] -= 1
    while sum(found) < room and found != whole:
        # the one that is narrowest of those that wrap
        _, at = min((to, at) for at, to in enumerate(found) if to < whole[at])
        found[at] += 1
    return found


def _pieces(column: Sequence[str], *, single: bool) -> list[str]:
    """What of a column is not broken: words, and whole cells where they are names or ids."""
    head, *cells = column
    return [*head.split(), *(piece for cell in cells for piece in ([cell] if single else cell.split()))]
