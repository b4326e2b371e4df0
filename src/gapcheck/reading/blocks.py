"""Which lines go on with the paragraph or bullet before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from gapcheck.reading.layout import PrintedLine

MOST_LINES = 500
"""A page of more lines is no resume; comparing them all would take too long."""
_DATE_AFTER_DASH = re.compile(
    r"[-–—]\s*(?:\d|present|current|today|now|[A-Z][a-z]{2,8}\.? \d{4})", re.IGNORECASE
)
_HYPHENATED = re.compile(r"[^\W\d_]{2,}-$")


def mark_blocks(lines: Sequence[PrintedLine], heading_names: Collection[str] = ()) -> None:
    """Set `starts_block` of lines in reading order, by geometry, style and the document's own structure."""
    names = {name.casefold() for name in heading_names}
    leading = _leading(lines)
    tagged = _is_tagged(lines)
    crowded = {page for page, count in Counter(line.page for line in lines).items() if count > MOST_LINES}
    for last, line in pairwise(lines):
        if line.page in crowded:
            continue
        _drop_dash_of_dates(last, line)
        line.starts_block = not _goes_on(last, line, _right_edge(lines, line), names, leading, tagged=tagged)


def _drop_dash_of_dates(last: PrintedLine, line: PrintedLine) -> None:
    """A dash between two dates that a line break parts is no bullet."""
    if line.marker in {"-", "–", "—"} and re.search(r"\d$", last.text) and _DATE_AFTER_DASH.match(line.text):
        line.marker = ""


def _is_tagged(lines: Sequence[PrintedLine]) -> bool:
    """Whether the structure knows paragraphs of several lines, and does not tag each line by itself."""
    return any(
        last.tags[1] is not None and last.tags[1] == line.tags[0] and line.base < last.base - 2
        for last, line in pairwise(lines)
    )


def _leading(lines: Sequence[PrintedLine]) -> dict[tuple[int, float], float]:
    """The distance of baselines inside paragraphs, by page and type size.

    Told by lines that surely go on: the next begins with a small letter, or the line ends in a
    hyphen. Where there is none, the most common distance stands for it.
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
    """Where the column ends in which a line stands, and how many lines reach that end.

    It is the furthest end of the lines and cells of the page that begin at the same x, but not beyond
    what stands to the right at the same height.
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


def _goes_on(
    last: PrintedLine,
    line: PrintedLine,
    edge: tuple[float, int],
    names: set[str],
    leading: dict[tuple[int, float], float],
    *,
    tagged: bool,
) -> bool:
    if (
        tagged
        and last.tags[1] is not None
        and line.tags[0] is not None
        and last.tags[1].block != line.tags[0].block
    ):
        return False
    if line.marker or line.text.strip(" :").casefold() in names or last.text.strip(" :").casefold() in names:
        return False
    right, reached = edge
    size = last.face.size or 10
    if abs(line.face.size - size) > 0.12 * size or (
        line.face.color != last.face.color and line.first != last.last
    ):
        return False
    if "\t" in line.text:
        return False
    if line.page != last.page:
        return line.text[:1].islower() and not last.text.rstrip().endswith((".", ":", ";"))
    drop = last.base - line.base
    usual = leading.get((last.page, size), 1.4 * size)
    if not 0.5 * size < drop < 1.04 * usual + 0.4:
        return False
    above = _cell_above(last, line)
    if above is None:
        return False
    if tagged and line.marks[0] >= 0 and line.marks[0] == last.marks[1]:
        return above[1] + _first_word(line) > min(right, above[2]) - 5 * size
    if _is_bold_line(last) != _is_bold_line(line):
        return False
    if _HYPHENATED.search(last.text) and line.text[:1].islower():
        return True
    if not line.text[:1].islower() and _is_short(last):
        return False
    if line.text[:1].isupper() and (reached < 2 and last.text[-1] in ".!?"):
        return False
    return above[1] + _first_word(line) > min(right, above[2]) - 0.3 * size


def _is_short(last: PrintedLine) -> bool:
    """Whether a line is an item of a list rather than text that runs on: a few words, no comma at the end."""
    return len(last.text.rsplit("\t", 1)[-1]) < 26 and last.text[-1] not in ",&/-–"


def _cell_above(last: PrintedLine, line: PrintedLine) -> tuple[float, float, float] | None:
    """Left and right end of the cell that a line stands under, and where the next cell begins."""
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
    ):  # a column that begins inside a cell, after a label that nearly fills its own
        if last.text[place - 1] == " " and abs(last.edges[2 * place] - line.box[0]) < 0.6:
            return last.edges[2 * place], last.box[2], float("inf")
    return None


def _is_bold_line(line: PrintedLine) -> bool:
    """Whether the whole line is bold, from its first letter to its last."""
    return line.first.bold and line.face.bold and line.last.bold


def _first_word(line: PrintedLine) -> float:
    """How much room the line's first word would have taken on the line before, with its space."""
    word = re.match(r"[^\s/–—-]+[/–—-]?", line.text)
    end = word.end() if word else 1
    return line.edges[2 * end - 1] - line.edges[0] + 0.22 * (line.face.size or 10)
