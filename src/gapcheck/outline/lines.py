"""The lines of a resume as sections and entries are read from them: text without bullet, cells, style, white space above."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Block, Document, Line
from gapcheck.reading.page_numbers import numbered_page
from gapcheck.spans import Span
from gapcheck.text.addresses import PAGE

_REAL_BULLETS = frozenset("•·-–—*▪▫◦○●‣⁃∙■□►▶➢➤✓✔+>")
BULLET = re.compile(
    r"\s*(?:[-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\u2023\uf0b7*>o\u00a7+](?=\s)|[-\u2022\u00b7](?=\w)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*"
)
"""What opens an item of a list, with numbers and letters."""
_RULE_LINE = re.compile(r"[\s|:=_*~#\-]+\Z")
_NOTE = re.compile(r"(?<=\w) ?\([^()]*\)\Z")
SOFT = "\r"
"""Stands for each blank of an indentation inside lines that are joined: white space, and no wide blank between parts."""
_LONG_LINE = 160
"""A text with such a line is not wrapped by hand."""
_HASHES = re.compile(r"\s*#{1,6}\s+(?=\S)")
_MARKUP = re.compile(r"\s*(?:#{1,6}\s+)?[*_]{0,3}")
_ORNAMENT = re.compile(
    r"(?P<left>[>=*~_+:|/\\·•.–—-]{2,}|[\[<{=*~–—-])\s*(?P<title>[^\W\d_](?:[^\n]*[\w!?)])?)"
    r"\s*(?P<right>[<>=*~_+:|/\\·•.\]}–—-]*)\s*$"
)
"""A heading of a text file between signs: ">> WORK", "== Work ==", "[ Work ]"."""
_MIRRORED = {"[": "]", "<": ">", "{": "}"}
_CELL_BREAK = re.compile(r"\t+| {3,}| {2,}(?=\S)")

_LONGEST_TITLE = 60
_MOST_MARGIN_WORDS = 5
_LINES_OF_MARGIN = 3
_ADDRESS = re.compile(PAGE)
_LONGEST_HEADER = 90
_ALIGNED = 3.0
"""Points by which lines of one margin may differ."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `span` and `text` leave the bullet out; `cells` are its parts between tabs or wide blanks.

    `whole` is the line, or the paragraph, with its bullet. `starts`: it begins a paragraph; `alone`: the paragraph
    is this one line. `gap`: an empty line, or clearly more room than usual, is above. `ornament`: the signs before
    it, in a text file, as before a heading.
    """

    index: int
    line: Line
    span: Span
    text: str
    cells: tuple[Span, ...]
    starts: bool
    alone: bool
    gap: bool
    whole: Span
    bullet: bool = False
    ornament: str = ""

    @property
    def x(self) -> float | None:
        """The left edge in points."""
        return self.line.box[0] if self.line.box else None

    @property
    def caps(self) -> bool:
        """Whether it has letters, and capitals only; a remark in brackets behind them does not count."""
        return _NOTE.sub("", self.text).isupper()


def rows_of(document: Document) -> tuple[Row, ...]:
    """The lines of a document that hold text, in reading order."""
    rows: list[Row] = []
    lines = document.lines
    for index, line in enumerate(lines):
        start = line.span.start + len(line.marker)
        whole = document.text[start : line.span.end]
        opening = (_MARKUP if document.format == "markdown" else _HASHES).match(whole)
        start += opening.end() if opening else len(whole) - len(whole.lstrip())
        span = Span(start, max(start, line.span.end))
        text = span.of(document.text).rstrip()
        if document.format == "markdown":
            text = re.sub(r"[\s#*_]+$", "", text)
        ornament = ""
        if document.format == "text" and (framed := _framed(line.span.of(document.text))):
            ornament = framed["left"]
            start, text = line.span.start + framed.start("title"), framed["title"]
        following = lines[index + 1] if index + 1 < len(lines) else None
        starts = line.starts_block or index == 0
        alone = starts and (following is None or following.starts_block)
        gap = _gap_above(document, lines, index)
        span = Span(start, start + len(text))
        # numbers and icons are no bullets
        bullet = not ornament and line.marker != "" and line.marker[0] in _REAL_BULLETS
        cells = _cells(text, start)
        rows.append(Row(index, line, span, text, cells, starts, alone, gap, line.span, bullet, ornament))
    return tuple(rows)


def rows_of_blocks(document: Document) -> tuple[Row, ...]:
    """The paragraphs, items and headings of a document as rows, those without words left out.

    Numbers and letters before an item are bullets too. A text that is not wrapped by hand has a row for each line.
    """
    blocks: Sequence[Block] = document.blocks
    plain_text = document.format in {"text", "markdown"}
    if plain_text and any(len(line.span) > _LONG_LINE for line in document.lines):
        blocks = [Block(line.span, _body_of(document, line), (line,)) for line in document.lines]
    rows: list[Row] = []
    for block in blocks:
        text = block.span.of(document.text)
        if _RULE_LINE.match(text):
            continue
        opening = BULLET.match(text)
        body = (
            Span(block.span.start + opening.end(), block.span.end)
            if opening and not block.marker
            else block.body
        )
        blank = not rows or document.text.count("\n", rows[-1].whole.end, block.span.start) > 1
        bullet = bool(block.marker or opening)
        words = body.of(document.text)
        cells = _cells(words, body.start)
        rows.append(
            Row(len(rows), block.lines[0], body, words, cells, True, True, blank, block.span, bullet)  # noqa: FBT003
        )
    return tuple(rows)


def _body_of(document: Document, line: Line) -> Span:
    start = line.span.start + len(line.marker)
    while start < line.span.end and document.text[start].isspace():
        start += 1
    return Span(start, line.span.end)


def _framed(text: str) -> re.Match[str] | None:
    """A line as signs, title, signs; None for plain lines and bullets."""
    found = _ORNAMENT.match(text)
    if found is None or len(found["title"]) > _LONGEST_TITLE:
        return None
    # one sign alone is a bullet or a bracket, unless the line ends with its like
    closing = _MIRRORED.get(found["left"], found["left"])
    return None if len(found["left"]) == 1 and found["right"] != closing else found


def beside(rows: Sequence[Row], moves: Callable[[Row], bool]) -> list[Row]:
    """The rows, those for which `moves` holds put behind the line that is printed at their left.

    Dates at the right margin are often drawn after the text of their entry.
    """
    placed = list(rows)
    for row in rows:
        if row.line.box is None or not moves(row):
            continue
        top = _top_of_margin(rows, row)
        left = [other for other in rows if other.index < top.index - 1 and _level_with(other, top)]
        if left:
            placed.remove(row)
            placed.insert(placed.index(left[-1]) + 1, row)
    return placed


def _top_of_margin(rows: Sequence[Row], row: Row) -> Row:
    """The first of the short lines at the right margin right above a date there (place, then dates)."""
    top = row
    for other in reversed([each for each in rows if each.index < row.index]):
        near = other.index == top.index - 1 and other.line.box is not None and row.line.box is not None
        if not near or other.bullet or len(other.text.split()) > _MOST_MARGIN_WORDS:
            break
        if (
            other.line.box is None
            or row.line.box is None
            or abs(other.line.box[2] - row.line.box[2]) > _ALIGNED
        ):
            break
        top = other
    return top


def _level_with(row: Row, other: Row) -> bool:
    """Whether a line is at the left of another, at the same height of the same page."""
    if row.line.box is None or other.line.box is None or row.line.page != other.line.page:
        return False
    x0, y0, _, y1 = row.line.box
    middle = (other.line.box[1] + other.line.box[3]) / 2
    return x0 < other.line.box[0] and y0 < middle < y1


def joined(row: Row, following: Row, document: Document) -> Row:
    """Two lines read as one, the line break as a blank; offsets stay, and an indentation is no wide blank."""
    span = Span(row.span.start, following.span.end)
    text = re.sub(r"\n\s*", lambda gap: f" {(len(gap.group()) - 1) * SOFT}", span.of(document.text))
    return replace(row, span=span, text=text, cells=_cells(text, span.start))


def _cells(text: str, start: int) -> tuple[Span, ...]:
    cells, begin = [], 0
    for found in _CELL_BREAK.finditer(text):
        if found.start() > begin:
            cells.append(Span(start + begin, start + found.start()))
        begin = found.end()
    if begin < len(text):
        cells.append(Span(start + begin, start + len(text)))
    return tuple(cells)


def _gap_above(document: Document, lines: Sequence[Line], index: int) -> bool:
    if index == 0:
        return True
    last, line = lines[index - 1], lines[index]
    if line.box is None or last.box is None:
        return document.text.count("\n", last.span.end, line.span.start) > 1
    if line.page != last.page:
        return True
    size = line.style.size or 10.0
    room = last.box[1] - line.box[3]
    return room < -2 * size or room > 0.55 * size


def running_headers(rows: Sequence[Row]) -> frozenset[int]:
    """Indices of lines at the top or foot of several pages: at the same height, and alike but for the page's number.

    Where a text was copied out of pages, their numbers and links are such lines as well: "Page 1 of 3", "Page 2 of 3".
    """
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.line.page, []).append(row)
    seen: dict[str, list[tuple[int, float, int]]] = {}
    for page, printed in pages.items():
        for row, height in _edges(printed):
            if len(row.text) < _LONGEST_HEADER:
                key = re.sub(rf"(?<!\d)(?:{page}|{max(pages)})(?!\d)", "#", row.text)
                seen.setdefault(key, []).append((page, height, row.index))
    return _counted_pages(rows) | frozenset(
        index
        for key, places in seen.items()
        if re.search(r"[^\W\d_]", key)
        for page, height, index in places
        if any(other != page and abs(at - height) <= _ALIGNED for other, at, _ in places)
    )


def _counted_pages(rows: Sequence[Row]) -> frozenset[int]:
    """Indices of lines that count all pages of one document: "Page 1 of 2" and, further down, "Page 2 of 2"."""
    counted = [(page, row.index) for row in rows if (page := numbered_page(row.text)) is not None]
    totals = {of for (_, of), _ in counted}
    whole = len(totals) == 1 and [page for (page, _), _ in counted] == list(range(1, max(totals) + 1))
    if not whole:
        return frozenset()
    marks = {index for _, index in counted}
    for row in rows:  # the addresses behind the links of a page
        if row.index - 1 in marks and _ADDRESS.fullmatch(row.text):
            marks.add(row.index)
    return frozenset(marks)


def _edges(printed: Sequence[Row]) -> list[tuple[Row, float]]:
    """The first and last lines of a page with their height; where there is no geometry, the first and the last one."""
    ordered = sorted(printed, key=lambda row: -row.line.box[1] if row.line.box else 0.0)
    if any(row.line.box is None for row in ordered):
        return [(ordered[0], 1000.0), (ordered[-1], 0.0)]
    edges = dict.fromkeys((*ordered[:_LINES_OF_MARGIN], *ordered[-_LINES_OF_MARGIN:]))
    return [(row, row.line.box[1]) for row in edges if row.line.box is not None]
