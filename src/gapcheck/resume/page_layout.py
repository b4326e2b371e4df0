"""What the lines of a page show of its layout: columns and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from gapcheck.document import Box, Document, Line

MOST_LINES = 400
"""Lines of a page that are looked at; no resume has more."""
FACING = 4
"""Lines of one side, read one after the other, that face lines of the other side, which is as long: two columns."""
LEADING = 6.0
"""Points between lines: how much lower or higher a facing line may be."""
APART = 3
"""Places in reading order: nearer lines side by side are one row, or a label and its text."""
ALIGNED = 4.0
"""Points by which the cells of a column may be shifted."""
TABLE_ROWS = 3
_CELL = re.compile(r"[^\t]+")


def pages_in_columns(document: Document) -> tuple[int, ...]:
    """The pages whose text is in columns that are read one after the other.

    A column of dates or places beside the text does not count: it is read line by line with what it belongs to.
    """
    pages: dict[int, list[Box]] = {}
    for line in document.lines:
        if line.box is not None:
            pages.setdefault(line.page, []).append(line.box)
    return tuple(page for page, boxes in pages.items() if _in_columns(boxes[:MOST_LINES]))


def _in_columns(boxes: Sequence[Box]) -> bool:
    by_start = sorted(range(len(boxes)), key=lambda place: boxes[place][0])
    starts_in_order = [boxes[place][0] for place in by_start]
    facing = [
        (left, right)
        for left, one in enumerate(boxes)
        for right in sorted(by_start[bisect_right(starts_in_order, one[2]) :])
        if abs(left - right) >= APART
        and one[1] - LEADING < boxes[right][3]
        and boxes[right][1] - LEADING < one[3]
    ]
    starts = Counter(round(boxes[right][0]) for _, right in facing)
    for start, _ in starts.most_common(8):
        pairs = [(a, b) for a, b in facing if boxes[a][2] <= start and boxes[b][0] >= start - 1]
        sides = dict.fromkeys((a for a, _ in pairs), 0) | dict.fromkeys((b for _, b in pairs), 1)
        runs = [(side, len(list(run))) for side, run in groupby(sides[place] for place in sorted(sides))]
        if all(max((size for side, size in runs if side == which), default=0) >= FACING for which in (0, 1)):
            return True
    return False


def table_page(document: Document) -> int | None:
    """The page of the first table, or None.

    A table is marked so by the file, or is three rows of at least three cells each, below each other.
    """
    run = 1
    for above, below in pairwise(document.lines):
        if above.within == "table":
            return above.page
        run = run + 1 if above.page == below.page and _are_rows(document, above, below) else 1
        if run >= TABLE_ROWS:
            return below.page
    return None


def _are_rows(document: Document, above: Line, below: Line) -> bool:
    one, two = _cells(document, above), _cells(document, below)
    if min(len(one), len(two)) < TABLE_ROWS:
        return False
    return sum(any(abs(a - b) <= ALIGNED for b in two[1:]) for a in one[1:]) >= TABLE_ROWS - 1


def _cells(document: Document, line: Line) -> list[float]:
    """The left ends of a line's cells, in points; empty where the format has no geometry."""
    if not line.edges:
        return []
    text = document.text[line.span.start : line.span.end]
    return [line.edges[2 * cell.start()] for cell in _CELL.finditer(text)]
