"""Rows of plain values as text, Markdown, HTML, CSV or JSON, for the commands that list things."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from html import escape
from textwrap import shorten

Row = Mapping[str, object]


def render_table(
    rows: Sequence[Row], columns: Sequence[str], format_: str, *, title: str = "", width: int | None = None
) -> str:
    """The rows with the given columns; None is printed as nothing. For JSON see `report.to_json`.

    CSV has every column that a row has. `width` is that of the terminal, in characters; None for no end.
    """
    if format_ == "csv":
        columns = (*columns, *dict.fromkeys(key for row in rows for key in row if key not in columns))
    heads = [column.replace("_", " ") for column in columns]
    cells = [["" if row.get(c) is None else _cell(row[c]) for c in columns] for row in rows]
    match format_:
        case "csv":
            return _csv(columns, cells)
        case "markdown":
            return _markdown(heads, cells, title)
        case "html":
            return _html(heads, cells, title)
    return _text(heads, cells, width)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())


def _text(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int | None) -> str:
    """Columns as wide as they need be; the last one takes what is left of the terminal."""
    lines = [heads, *cells]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    taken = sum(widths[:-1]) + 2 * len(widths)
    room = max(width - taken, 30) if width else max(widths, default=0)
    printed = []
    for line in lines:
        last = line[-1] if len(line[-1]) <= room else shorten(line[-1], room, placeholder=" ...")
        padded = [each.ljust(wide) for each, wide in zip(line[:-1], widths, strict=False)]
        printed.append("  ".join((*padded, last)).rstrip())
    return "\n".join(printed) + "\n"


def _csv(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    # a cell that a spreadsheet would take for a formula is made text
    writer.writerows(
        [f"'{c}" if c.startswith(("=", "+", "-", "@", "\t")) else c for c in row] for row in cells
    )
    return written.getvalue()


def _markdown(heads: Sequence[str], cells: Sequence[Sequence[str]], title: str) -> str:
    lines = [f"# {title}", ""] if title else []
    lines += [_bar(heads), _bar(["---"] * len(heads)), *map(_bar, cells)]
    return "\n".join(lines) + "\n"


def _bar(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _html(heads: Sequence[str], cells: Sequence[Sequence[str]], title: str) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in cells)
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</body>\n</html>\n"
    )
