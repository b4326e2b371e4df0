"""Which lines of a page go on with the paragraph or bullet before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from gapcheck.reading.pdf.layout import PrintedLine

NEAR = 15
"""Lines before and after that show how wide a column is."""
MOST_LINES = 500
"""The lines of a page with more are not compared: that would take too long."""
_DATE_AFTER_DASH = re.compile(r"[-–—]\s*(?:\d|[^\W\d]{3,9}(?:\.? \d{4}|\W|$))")
"""After a line that ends with a digit: a date, or one word such as "today"."""
_HYPHENATED = re.compile(r"[^\W\d_]{2,}-$")


def mark_blocks(lines: Sequence[PrintedLine], heading_names: Container[str] = ()) -> None:
    """Set `starts_block` of lines in reading order, by geometry, style and the document's own structure."""
    paragraphs = _Paragraphs(lines, heading_names)
    crowded = {page for page, count in Counter(line.page for line in lines).items() if count > MOST_LINES}
    for place, (last, line) in enumerate(pairwise(lines)):
        if line.page in crowded:
            continue
        if line.marker in {"-", "–", "—"} and last.text[-1:].isdigit() and _DATE_AFTER_DASH.match(line.text):
            line.marker = ""  # the dash between two dates that a line break parts
        around = lines[max(place - NEAR, 0) : place + NEAR]
        line.starts_block = not paragraphs.go_on(last, line, around)


class _Paragraphs:
    """What the lines of a document show about its paragraphs: their leading, columns and tags."""

    def __init__(self, lines: Sequence[PrintedLine], heading_names: Container[str]) -> None:
        self.names = heading_names
        self.leading = _leading(lines)
        self.tagged = _is_tagged(lines)

    def go_on(self, last: PrintedLine, line: PrintedLine, around: Sequence[PrintedLine]) -> bool:
        """Whether `line` goes on with the paragraph that `last` belongs to."""
        if self._is_other(last, line):
            return False
        if line.page != last.page:
            return line.text[:1].islower() and not last.text.endswith((".", ":", ";"))
        size = last.face.size or 10
        usual = self.leading.get((last.page, size), 1.4 * size)
        above = _cell_above(last, line)
        if above is None or not 0.5 * size < last.base - line.base < 1.04 * usual + 0.4:
            return False
        return self._is_wrapped(last, line, above, around)

    def _is_other(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Whether the lines cannot belong together: another tag or look, a marker, cells, a heading."""
        before, after = last.tags[1], line.tags[0]
        size = last.face.size or 10
        return (
            (self.tagged and before is not None and after is not None and before.block != after.block)
            or bool(line.marker)
            or "\t" in line.text
            or any(each.text in self.names for each in (last, line))
            or abs(line.face.size - size) > 0.12 * size
            or (line.face.color != last.face.color and line.first != last.last)
        )

    def _is_wrapped(
        self,
        last: PrintedLine,
        line: PrintedLine,
        above: tuple[float, float, float],
        around: Sequence[PrintedLine],
    ) -> bool:
        """Whether the line broke for want of room: its first word would not have fit on the line before."""
        if self.tagged and line.marks[0] >= 0 and line.marks[0] == last.marks[1]:
            # one text by its tag; only a break made by hand may part it, far from where its lines end
            own = [each.box[2] for each in around if line.marks[0] in each.marks]
            return last.box[2] > line.box[0] + 0.6 * (max(own) - line.box[0])
        size = last.face.size or 10
        right, reached = _right_edge(around, line)
        room = min(right, above[2]) - above[1]
        needed = _first_word(line)
        if _is_bold_line(last) != _is_bold_line(line):
            return False
        small = line.text[:1].islower()
        if _HYPHENATED.search(last.text) and small:
            return True
        if not small and _is_short(last):
            return False
        if reached < 2 and last.text[-1] in ".!?" and line.text[:1].isupper():
            return False  # a sentence that ends where no other line reaches shows nothing about the column's width
        return needed > room - 0.3 * size


def _is_tagged(lines: Sequence[PrintedLine]) -> bool:
    """Whether the structure knows paragraphs of several lines, and does not tag each line by itself."""
    return any(
        last.tags[1] is not None and last.tags[1] == line.tags[0] and line.base < last.base - 2
        for last, line in pairwise(lines)
    )


def _leading(lines: Sequence[PrintedLine]) -> dict[tuple[int, float], float]:
    """The distance of baselines inside paragraphs, by page and type size.

    It is taken from lines that surely go on: the next begins with a small letter after a word. Without
    such lines it is the most common distance.
    """
    sure: dict[tuple[int, float], list[float]] = {}
    usual: dict[tuple[int, float], Counter[float]] = {}
    for last, line in pairwise(lines):
        drop = last.base - line.base
        size = last.face.size
        if last.page != line.page or size != line.face.size or not 0.8 * size < drop < 2.4 * size:
            continue
        usual.setdefault((last.page, size), Counter())[round(2 * drop) / 2] += 1
        if line.text[:1].islower() and not line.marker and "\t" not in line.text and last.text[-1:].isalnum():
            sure.setdefault((last.page, size), []).append(drop)
    leading = {key: counts.most_common(1)[0][0] for key, counts in usual.items()}
    return leading | {key: sorted(drops)[len(drops) // 2] for key, drops in sure.items() if len(drops) >= 2}


def _right_edge(lines: Sequence[PrintedLine], line: PrintedLine) -> tuple[float, int]:
    """Where the column of a line ends, and how many lines reach that end.

    It is the furthest end of the lines and cells of the page that begin at the same x, but not beyond
    what is to the right at the same height.
    """
    x0, y0, x1, y1 = line.box
    size = line.face.size or 10
    ends = [x1]
    near = x1
    wall = float("inf")
    for other in lines:
        if other.page != line.page:
            continue
        close = other.box[1] < y1 + 4 * size and other.box[3] > y0 - 4 * size
        for start, end in other.cells:
            if abs(start - x0) < 3 * size and abs(other.face.size - size) < 0.2 * size:
                ends.append(end)
                near = max(near, end) if close else near
            elif close and start > x1 + 0.5 * size and start > x0 + 5 * size:
                wall = min(wall, start)
    right = max(ends)
    if right > wall:
        right = max(near if near <= wall else x1, wall - 3 * size)
    return right, sum(abs(end - right) < 0.5 * size for end in ends)


def _cell_above(last: PrintedLine, line: PrintedLine) -> tuple[float, float, float] | None:
    """Left and right end of the cell above a line, and where the next cell begins."""
    size = last.face.size or 10
    for place, (start, end) in enumerate(last.cells):
        starts = [start]
        if place == 0 and last.marker and len(last.text) > len(last.marker) + 1:
            starts.append(last.edges[2 * len(last.marker) + 2])
        following = last.cells[place + 1][0] if place + 1 < len(last.cells) else float("inf")
        if any(abs(line.box[0] - each) < 1.6 * size for each in starts):
            return start, end, following
    for place in range(
        1, len(last.text)
    ):  # a column that begins inside a cell, after a label that fills its own
        if last.text[place - 1] == " " and abs(last.edges[2 * place] - line.box[0]) < 0.6:
            return last.edges[2 * place], last.box[2], float("inf")
    return None


def _is_short(last: PrintedLine) -> bool:
    """Whether a line is an item of a list rather than text that runs on: a few words, no comma at the end."""
    return len(last.text.rsplit("\t", 1)[-1]) < 26 and last.text[-1] not in ",&/-–"


def _is_bold_line(line: PrintedLine) -> bool:
    """Whether the whole line is bold, from its first letter to its last."""
    return line.first.bold and line.face.bold and line.last.bold


def _first_word(line: PrintedLine) -> float:
    """How much room the line's first word would have taken on the line before, with its space."""
    word = re.match(r"[^\s/–—-]+[/–—-]?", line.text)
    end = word.end() if word else 1
    return line.edges[2 * end - 1] - line.edges[0] + 0.22 * (line.face.size or 10)
