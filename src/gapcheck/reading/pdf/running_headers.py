"""Running headers and footers: lines that are repeated at the edge of page after page are left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from gapcheck.reading.page_numbers import is_page_number
from gapcheck.reading.pdf.layout import PrintedLine

EDGE = 0.1
"""Of the page's height: where running lines are, at the top and at the bottom."""
_ADDRESS = re.compile(r"[\w.+#-]+@[\w#-]+(?:\.[\w#-]+)+")


def without_running_headers(lines: Sequence[PrintedLine], heights: Sequence[float]) -> list[PrintedLine]:
    """The lines without running headers, footers and bare page numbers. The first of each header stays.

    `heights` are the pages' heights. A line is running when, digits aside, it is at the edge of at
    least two pages at nearly the same height; on page 1 a header stays, for it may hold the name, and on
    the last page a footer with an e-mail address that is printed nowhere else.
    """
    edges: dict[str, dict[int, float]] = {}
    for line in lines:
        if _at_edge(line, heights):
            edges.setdefault(_key(line), {}).setdefault(line.page, line.base)
    printed = {_key(line) for line in lines if "@" in line.text and not _at_edge(line, heights)}
    kept = []
    for line in lines:
        if _at_edge(line, heights):
            pages = edges[_key(line)]
            first = min(pages)
            again = len(pages) > 1 and max(pages.values()) - min(pages.values()) < 30
            is_head = line.base > heights[line.page - 1] / 2
            if is_page_number(line.text, line.page, len(heights)):
                continue
            only_address = not is_head and line.page == max(pages) and _is_new_address(line, printed)
            if again and (line.page != first or not is_head) and not only_address:
                continue
        kept.append(line)
    return kept


def _is_new_address(line: PrintedLine, printed: Collection[str]) -> bool:
    """Whether a line holds an e-mail address that no other line holds."""
    found = _ADDRESS.search(re.sub(r"\d+", "#", line.text).casefold())
    return found is not None and not any(found.group() in other for other in printed)


def _at_edge(line: PrintedLine, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return line.base > (1 - EDGE) * height or line.base < EDGE * height


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()
