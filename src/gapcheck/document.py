"""A document as it was read: its text in reading order, and the place on the page of every character."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from gapcheck.spans import Span

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points, from the bottom left corner of the page, as in PDF."""


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Something that the owner of a document should know. `code` is a stable word for programs."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text that nobody sees who looks at the page; it is not part of the document's text.

    `reason`: white, tiny, invisible (without ink, or not shown), off-page, covered, hidden-layer.
    """

    text: str
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class PageFeatures:
    """How a printed page is made, apart from its text.

    `characters` counts those that can be read, `recognized` those of them that lie invisibly over an image
    (what OCR adds to a scan). `image_cover` is the share of the page, 0 to 1, that images without text take;
    `shapes` counts painted areas. `jumps` counts the lines that are painted before the line that comes before
    them in reading order. `icons` are the boxes of pictures drawn as characters.
    """

    page: int
    characters: int = 0
    recognized: int = 0
    image_cover: float = 0.0
    shapes: int = 0
    jumps: int = 0
    icons: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the document. `span` is its anchor text, if there is any."""

    uri: str
    page: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """The style of most of a line. `size` is in points, 0 if the format has none."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Its characters are `document.text[span.start:span.end]`, without a line break.

    `edges` has two numbers for each character, its left and right x in points, or is empty if the format has
    no geometry. `heading_level` is the level of a heading that the file itself marks (Markdown #, DOCX and
    HTML heading styles), 0 for other lines. `marker` is the bullet or number that opens the line, or ""; it
    is part of the text. `starts_block` is False for a line that continues the paragraph or bullet of the line
    before. Cells of a table row are separated by a tab. `within` is header, footer, table or text-box if the
    file itself puts the line into one, else "". `columns` are the columns of its cells, from 0, if the file
    itself marks a table.
    """

    span: Span
    page: int
    box: Box | None = None
    edges: tuple[float, ...] = ()
    style: Style = field(default_factory=Style)
    heading_level: int = 0
    marker: str = ""
    starts_block: bool = True
    within: str = ""
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, heading or table row: the lines that belong together, wrapped or not.

    `span` runs from the first character of the first line (including its marker) to the last of the last
    line; `body` is the same without the marker.
    """

    span: Span
    body: Span
    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        """The page on which the block begins, counted from 1."""
        return self.lines[0].page

    @property
    def marker(self) -> str:
        """The bullet or number that opens the block, or ""."""
        return self.lines[0].marker

    @property
    def heading_level(self) -> int:
        """The level of a heading that the file itself marks, 0 for none."""
        return self.lines[0].heading_level

    @property
    def style(self) -> Style:
        """The style of the first line."""
        return self.lines[0].style


@dataclass(frozen=True)
class Document:
    r"""Text, lines and origin of one file.

    `text` is all lines in reading order, separated by "\n" (an empty line of a text file is kept, without a
    Line). `format`: pdf, docx, html, markdown, text, image. `page_features` has an entry for each printed
    page, none for formats without pages.
    """

    name: str
    format: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    page_count: int = 1
    warnings: tuple[DocumentWarning, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    links: tuple[Link, ...] = ()
    page_features: tuple[PageFeatures, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _breaks(self) -> list[int]:
        return [i for i, char in enumerate(self.text) if char == "\n"]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The lines grouped into paragraphs, bullets, headings and table rows."""
        groups: list[list[Line]] = []
        for line in self.lines:
            if line.starts_block or not groups:
                groups.append([line])
            else:
                groups[-1].append(line)
        blocks = []
        for group in groups:
            span = Span(group[0].span.start, group[-1].span.end)
            start = span.start + len(group[0].marker)
            while start < span.end and self.text[start].isspace():
                start += 1
            blocks.append(Block(span, Span(start, span.end), tuple(group)))
        return tuple(blocks)

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """The lines that share a character with `span`; for an empty span, the line around it."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for line in self.lines[first:]:
            if line.span.start >= span.end and line.span.start > span.start:
                break
            if line.span.end > span.start or line.span.start == span.start:
                found.append(line)
        return tuple(found)

    def page_of(self, span: Span) -> int:
        """The page, counted from 1, on which `span` begins."""
        index = bisect_right(self._starts, span.start) - 1
        return self.lines[index].page if index >= 0 else 1

    def line_number(self, offset: int) -> int:
        """The number of the line, counted from 1, that has the character at `offset`."""
        return bisect_right(self._breaks, offset - 1) + 1

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """One box for each line that `span` touches; none if the format has no geometry."""
        boxes = []
        for line in self.lines_in(span):
            if line.box is None:
                continue
            start, end = max(span.start, line.span.start), min(span.end, line.span.end)
            x0, y0, x1, y1 = line.box
            if line.edges and end > start:
                edges = line.edges[2 * (start - line.span.start) : 2 * (end - line.span.start)]
                x0, x1 = min(edges), max(edges)
            boxes.append((x0, y0, x1, y1))
        return tuple(boxes)
