"""Running headers and footers: lines that are repeated at the edge of page after page are left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from gapcheck.reading.page_numbers import is_page_number
from gapcheck.reading.pdf.layout import PrintedLine

EDGE = 0.1
"""Of the page's height: where running lines are, at the top and at the bottom."""
_SAME_HEIGHT = 6
"""Points by which the height of a running line may differ; scans are never quite straight."""
_ADDRESS = re.compile(r"[\w.+#-]+@[\w#-]+(?:\.[\w#-]+)+")


def without_running_headers(lines: Sequence[PrintedLine], heights: Sequence[float]) -> list[PrintedLine]:
    """The lines without running headers, footers and bare page numbers. The first of each header stays.

    `heights` are the pages' heights. A line is running when it is at the edge of at least two pages at nearly
    the same height, and nothing but the page's number differs; on page 1 a header stays, for it may hold the
    name, and on the last page a footer with an e-mail address that is printed nowhere else.
    """
    count = len(heights)
    edges: dict[str, dict[int, float]] = {}
    for line in lines:
        if _at_edge(line, heights):
            edges.setdefault(_key(line, count), {}).setdefault(line.page, line.base)
    printed = {line.text.casefold() for line in lines if "@" in line.text and not _at_edge(line, heights)}
    kept = []
    for line in lines:
        if _at_edge(line, heights):
            pages = edges[_key(line, count)]
            first = min(pages)
            again = any(
                page != line.page and abs(base - line.base) < _SAME_HEIGHT for page, base in pages.items()
            )
            is_head = line.base > heights[line.page - 1] / 2
            if is_page_number(line.text, line.page, count):
                continue
            only_address = not is_head and line.page == max(pages) and _is_new_address(line, printed)
            if again and (line.page != first or not is_head) and not only_address:
                continue
        kept.append(line)
    return kept


def _is_new_address(line: PrintedLine, printed: Collection[str]) -> bool:
    """Whether a line holds an e-mail address that no other line holds."""
    found = _ADDRESS.search(line.text.casefold())
    return found is not None and not any(found.group() in other for other in printed)


def _at_edge(line: PrintedLine, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return line.base > (1 - EDGE) * height or line.base < EDGE * height


def _key(line: PrintedLine, pages: int) -> str:
    return re.sub(rf"(?<!\d)(?:{line.page}|{pages})(?!\d)", "#", line.text).casefold()
