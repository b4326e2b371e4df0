"""Word documents: text of the body, headers, tables and text boxes, each once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gapcheck.document import Document, HiddenText, Style
from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits
from gapcheck.reading.line_builder import LineDraft, assemble, row_lines, stripped
from gapcheck.reading.office.docx_package import DocxPackage
from gapcheck.reading.office.docx_styles import (
    Numbering,
    Styles,
    ground_of,
    value,
    why_misplaced,
    why_squeezed,
)
from gapcheck.reading.page_numbers import may_be_page_number
from gapcheck.reading.source import SourceFile
from gapcheck.text.numbers import number_of

etree = LazyModule("lxml.etree")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "footnoteReference")
}
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}
_WIDEST = 100
"""Columns that a single cell can take."""
_PAPER, _NEAR = "#ffffff", 12
"""The colour of a page, and how far each part of another may be from it for ink that is not seen."""
_BULLET_SYMBOLS = range(0xF000, 0xF100)


def read_docx(source: SourceFile, limits: Limits) -> Document:
    """A Document of a DOCX file, without boxes; pages are counted by the page breaks that Word noted.

    Raises:
        DocumentError: broken, encrypted, empty or limits.
    """
    package = DocxPackage(source, limits)
    main = package.main()
    walk = _DocxWalker(
        package, Styles(package.xml("word/styles.xml")), Numbering(package.xml("word/numbering.xml"))
    )
    drafts: list[LineDraft] = []
    walk.within = "header"
    for name in package.parts("header"):
        drafts += walk.part(name)
    walk.within = ""
    drafts = _without_repeats(drafts)
    walk.page = 1
    drafts += walk.part(main)
    pages = walk.page
    feet: list[LineDraft] = []
    walk.within = "footer"
    for name in package.parts("footer"):
        feet += walk.part(name)
    drafts += [replace(draft, page=pages) for draft in _without_repeats(feet)]
    return assemble(source, drafts, walk.hidden, page_count=pages, text_chars=limits.text_chars)


def _without_repeats(drafts: list[LineDraft]) -> list[LineDraft]:
    """Header lines once, though first, odd and even pages have headers of their own; no bare page numbers."""
    seen: set[str] = set()
    kept = []
    for draft in drafts:
        words = "".join(char for char in draft.text.casefold() if char.isalpha())
        if words and words not in seen and not may_be_page_number(draft.text):
            seen.add(words)
            kept.append(draft)
    return kept


@dataclass(slots=True)
class _Run:
    """Text of one run, set in one way, with its line breaks and tabs."""

    text: str
    style: Style
    uri: str = ""


class _DocxWalker:
    """Walks through the parts of one document, counting pages and list items."""

    def __init__(self, package: DocxPackage, styles: Styles, numbering: Numbering) -> None:
        self.package = package
        self.styles = styles
        self.numbering = numbering
        self.hidden: list[HiddenText] = []
        self.page = 1
        self.links: dict[str, str] = {}
        self.shaded = 0
        self.within = ""
        self.style_name = self.misplaced = self.ground = ""  # of the paragraph that is being read

    def part(self, name: str) -> list[LineDraft]:
        """The lines of one part."""
        root = self.package.xml(name, needed=True)
        if root is None:
            return []
        self.links = self.package.links(name)
        body = root.find(f"{W}body")
        return list(self._blocks(root if body is None else body))

    def _blocks(self, parent: Any) -> Iterator[LineDraft]:
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in _SKIPPED or not isinstance(element.tag, str):
                continue
            elif element.tag == f"{MC}AlternateContent":
                yield from self._blocks(_choice(element))
            else:  # content controls, custom XML, inserted text
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[LineDraft]:
        properties = paragraph.find(f"{W}pPr")
        name = value(properties, "pStyle")
        level = self.styles.heading_level(name, properties)
        shaded = self.shaded or self.styles.is_shaded(name, properties)
        base = self.styles.style_of(name)
        runs: list[_Run] = []
        boxes: list[Any] = []
        page = self.page
        self.style_name, self.misplaced = name, why_misplaced(properties)
        self.ground = ground_of(properties)
        self._collect(paragraph, base, runs, boxes, "", shaded=bool(shaded))
        marker = self.numbering.marker(name, properties, self.styles)
        texts = list(_lines(runs))
        if not texts and page != self.page:
            page = self.page
        first = True
        for text, style, links in texts:
            draft = stripped(LineDraft(text, page, style, level, links=links, within=self.within))
            if draft is None:
                continue
            if first and marker:
                draft.text = f"{marker} {draft.text}"
                draft.links = [(a + len(marker) + 1, b + len(marker) + 1, uri) for a, b, uri in draft.links]
            draft.starts_block = first or not marker
            first = False
            yield draft
        for box in boxes:
            self.shaded += 1  # the fill of a text box is not looked up: white text in it may be seen
            outer, self.within = self.within, self.within or "text-box"
            yield from self._blocks(box)
            self.within = outer
            self.shaded -= 1

    def _collect(
        self, parent: Any, base: Style, runs: list[_Run], boxes: list[Any], uri: str, *, shaded: bool
    ) -> None:
        """The runs of a paragraph in order; text boxes are set aside."""
        for element in parent:
            tag = element.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                self._run(element, base, runs, boxes, uri, shaded=shaded)
            elif tag == f"{W}hyperlink":
                target = self.links.get(element.get(f"{R}id", ""), "")
                self._collect(element, base, runs, boxes, target or uri, shaded=shaded)
            elif tag == f"{MC}AlternateContent":
                self._collect(_choice(element), base, runs, boxes, uri, shaded=shaded)
            elif tag == f"{W}txbxContent":
                boxes.append(element)
            elif tag != f"{W}p":
                self._collect(element, base, runs, boxes, uri, shaded=shaded)

    def _run(
        self, run: Any, base: Style, runs: list[_Run], boxes: list[Any], uri: str, *, shaded: bool
    ) -> None:
        properties = run.find(f"{W}rPr")
        style = self.styles.of_run(properties, base)
        text = ""
        for element in run:
            name = element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
            if name in _SIGNS:
                text += _SIGNS[name]
                self.page += name == "br" and element.get(f"{W}type") == "page"
            elif name == "t":
                text += element.text or ""
            elif name == "lastRenderedPageBreak":
                self.page += 1
            elif name == "sym":
                text += _symbol(element.get(f"{W}char", ""))
            elif name in {"drawing", "pict", "object"}:
                boxes += element.iter(f"{W}txbxContent")
            elif element.tag == f"{MC}AlternateContent":
                boxes += _choice(element).iter(f"{W}txbxContent")
        reason = self._why_hidden(properties, style, shaded=shaded)
        if reason and text.strip():
            self._hide(text, reason)
        elif text:
            runs.append(_Run(text, style, uri))

    def _why_hidden(self, properties: Any, style: Style, *, shaded: bool) -> str:
        if self.styles.vanishes(properties, self.style_name):
            return "invisible"
        if 0 < style.size < 2:
            return "tiny"
        if placed := self.misplaced or why_squeezed(properties):
            return placed
        return "white" if style.color and self._is_unseen(properties, style.color, shaded=shaded) else ""

    def _is_unseen(self, properties: Any, ink: str, *, shaded: bool) -> bool:
        """Whether ink is in the colour of what is painted behind it, or of the page if nothing is."""
        ground = ground_of(properties) or self.ground
        if not ground and (shaded or self.styles.has_shade(properties)):
            return False  # a colour that is not known
        return _is_near(ink, ground or _PAPER)

    def _hide(self, text: str, reason: str) -> None:
        last = self.hidden[-1] if self.hidden else None
        if last is not None and last.page == self.page and last.reason == reason:
            self.hidden[-1] = HiddenText(last.text + text, self.page, reason)
        else:
            self.hidden.append(HiddenText(text.strip(), self.page, reason))

    def _table(self, table: Any) -> Iterator[LineDraft]:
        styled = value(table.find(f"{W}tblPr"), "tblStyle") not in {"", "TableNormal", "TableGrid"}
        self.shaded += styled
        outer, self.within = self.within, self.within or "table"
        for row in _descend(table, "tr"):
            cells: list[list[LineDraft]] = []
            columns: list[int] = []
            following = 0
            for cell in _descend(row, "tc"):
                properties = cell.find(f"{W}tcPr")
                merged = properties.find(f"{W}vMerge") if properties is not None else None
                column, following = following, following + _wide(properties)
                if merged is not None and merged.get(f"{W}val", "continue") == "continue":
                    continue
                columns.append(column)
                shade = self.styles.has_shade(properties)
                self.shaded += shade
                cells.append(list(self._blocks(cell)))
                self.shaded -= shade
            yield from row_lines(cells, columns)
        self.within = outer
        self.shaded -= styled


def _is_near(ink: str, ground: str) -> bool:
    """Whether two colours, as "#rrggbb", cannot be told apart."""
    return all(abs(int(ink[at : at + 2], 16) - int(ground[at : at + 2], 16)) <= _NEAR for at in (1, 3, 5))


def _wide(properties: Any) -> int:
    """How many columns of the grid a cell takes."""
    return min(max(number_of(value(properties, "gridSpan") or "1") or 1, 1), _WIDEST)


def _symbol(code: str) -> str:
    """A character given by its hexadecimal number; signs of symbol fonts are bullets."""
    try:
        number = int(code, 16)
    except ValueError:
        return " "
    return "\u2022" if number in _BULLET_SYMBOLS else chr(number) if 32 < number < 0xD800 else " "


def _descend(parent: Any, name: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for element in parent:
        if element.tag == f"{W}{name}":
            yield element
        elif element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _descend(element, name)


def _choice(alternate: Any) -> Any:
    """The one version of alternate content that is read, so that nothing is read twice."""
    choice = alternate.find(f"{MC}Choice")
    fallback = alternate.find(f"{MC}Fallback")
    if choice is not None and any((node.text or "").strip() for node in choice.iter(f"{W}t")):
        return choice
    return fallback if fallback is not None else choice if choice is not None else alternate[:0]


def _lines(runs: list[_Run]) -> Iterator[tuple[str, Style, list[tuple[int, int, str]]]]:
    """The runs parted at line breaks; the style of a line is that of most of its characters."""
    text = ""
    links: list[tuple[int, int, str]] = []
    weights: dict[Style, int] = {}
    for run in [*runs, _Run("\n", Style())]:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                yield text, max(weights, key=lambda s: weights[s], default=Style()), links
                text, links, weights = "", [], {}
            if piece:
                if run.uri:
                    links.append((len(text), len(text) + len(piece), run.uri))
                text += piece
                weights[run.style] = weights.get(run.style, 0) + len(piece.strip())
