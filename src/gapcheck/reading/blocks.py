"""Which lines go on with the paragraph or bullet before them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from gapcheck.reading.layout import PrintedLine


def mark_blocks(lines: Sequence[PrintedLine], heading_names: Collection[str] = ()) -> None:
    """Set `starts_block` of lines in reading order, by geometry and style."""
    names = {name.casefold() for name in heading_names}
    for last, line in pairwise(lines):
        line.starts_block = not _goes_on(last, line, _right_edge(lines, last), names)


def _right_edge(lines: Sequence[PrintedLine], line: PrintedLine) -> float:
    """The right end of the column in which a line stands: the furthest end of lines of its page and left edge."""
    x0, _, x1, _ = line.box
    size = line.face.size or 10
    ends = [
        other.box[2]
        for other in lines
        if other.page == line.page
        and abs(other.box[0] - x0) < 3 * size
        and abs(other.face.size - size) < 0.2 * size
    ]
    return max(ends, default=x1)


def _goes_on(last: PrintedLine, line: PrintedLine, right: float, names: set[str]) -> bool:
    if line.marker or line.text.strip(" :").casefold() in names or last.text.strip(" :").casefold() in names:
        return False
    size = last.face.size or 10
    if (
        abs(line.face.size - size) > 0.12 * size
        or line.face.color != last.face.color
        and line.first != last.last
    ):
        return False
    if "\t" in line.text:
        return False
    if line.page != last.page:
        return line.text[:1].islower() and not last.text.rstrip().endswith((".", ":", ";"))
    drop = last.base - line.base
    if not 0.5 * size < drop < 1.75 * size:
        return False
    starts = [last.cells[-1] if last.cells else last.box[0], last.box[0]]
    if all(abs(line.box[0] - start) > 1.6 * size for start in starts):
        return False
    return last.box[2] + _first_word(line) > right - 0.3 * size


def _first_word(line: PrintedLine) -> float:
    """How much room the line's first word would have taken on the line before, with its space."""
    word = re.match(r"[^\s/–—-]+[/–—-]?", line.text)
    end = word.end() if word else 1
    return line.edges[2 * end - 1] - line.edges[0] + 0.22 * (line.face.size or 10)
