"""Which part of a job document a block stands in: what is required, preferred, done, offered ..."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.document import Block, Document, Line
from gapcheck.outline.model import ASKING, SILENT, PartKind
from gapcheck.outline.posting_headings import BULLET, HeadingForms, TitleSpans
from gapcheck.outline.posting_words import MARKS, WORDS, PostingVocabulary
from gapcheck.posting.parts import Part
from gapcheck.posting.tables import Cell, Column, Holds, cells_of, column_at, head_of, row_parts
from gapcheck.spans import Span
from gapcheck.text.phrases import plain
from gapcheck.text.sentences import sentences

_RULE_LINE = re.compile(r"[\s|:=_*~#\-]+\Z")
_LABEL = re.compile(r"[\s*_`]*(?P<label>[A-Z][^:.\n(]{2,40}?)[\s*_`]*:[\s*_`]+(?=\S)")
_LONG_LINE = 160
"""A text with such a line is not wrapped by hand: each of its lines is a block of its own."""
_FEWEST_WORDS_OF_SECTION = 12
_INTRODUCED = frozenset(
    {PartKind.REQUIRED, PartKind.PREFERRED, PartKind.DUTIES, PartKind.TITLES, PartKind.CERTIFICATIONS}
)
_LOOSE = frozenset({PartKind.NEUTRAL, PartKind.ABOUT, PartKind.DUTIES})
"""Parts in which a line "Skills: ..." speaks for itself."""


def parts_of(document: Document, words: PostingVocabulary, titles: TitleSpans) -> tuple[Part, ...]:
    """All blocks that say something, each with what stands over it."""
    return _Walk(document, words, titles).parts()


def _blocks_of(document: Document) -> list[Block]:
    """The document's blocks; those of a text that is not wrapped by hand are its lines."""
    plain_text = document.format in {"text", "markdown"}
    if plain_text and any(len(line.span) > _LONG_LINE for line in document.lines):
        return [Block(line.span, _body_of(document, line), (line,)) for line in document.lines]
    return list(document.blocks)


def _body_of(document: Document, line: Line) -> Span:
    start = line.span.start + len(line.marker)
    while start < line.span.end and document.text[start].isspace():
        start += 1
    return Span(start, line.span.end)


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A sentence with a colon at its end, that speaks for the list below it."""

    kind: PartKind | None
    text: str
    span: Span


class _Walk:
    """Goes through the blocks once and keeps in mind what stands above."""

    def __init__(self, document: Document, words: PostingVocabulary, titles: TitleSpans) -> None:
        self._document = document
        self._text = document.text
        self._words = words
        self._blocks = [b for b in _blocks_of(document) if not _RULE_LINE.match(b.span.of(document.text))]
        self._forms = HeadingForms(document, words, titles, self._blocks)
        self._kind = PartKind.NEUTRAL
        self._heading = ""
        self._introduction: _Introduction | None = None
        self._listed = False
        self._columns: tuple[Column, ...] = ()
        self._depth = 0
        self._parts: list[Part] = []

    def parts(self) -> tuple[Part, ...]:
        for at in range(len(self._blocks)):
            self._read(at)
        return tuple(self._parts)

    def _read(self, at: int) -> None:
        block = self._blocks[at]
        before = self._blocks[at - 1] if at else None
        after = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        text = block.span.of(self._text)
        if self._is_row(block):
            return
        bullet = bool(block.marker) or bool(BULLET.match(text))
        body = self._body(block, text, bullet=bullet)
        if not body.of(self._text).strip():
            return
        listing = self._kind in ASKING
        if self._columns and not self._forms.set_apart(block):
            self._cell(block, body)
            return
        if (not bullet and self._forms.is_heading(block, before, after, listing=listing)) or (
            self._forms.is_numbered(text, body, block, after)
        ):
            self._open(at, body)
            return
        self._columns = ()
        if self._introduction is not None and not bullet and self._listed:
            self._introduction = None
        body, kind, labelled = self._labelled(body, bullet=bullet)
        introduction = self._introduction
        if introduction is not None and (bullet or (not self._listed and len(text.split()) <= 14)):
            kind = introduction.kind or kind
            self._listed = self._listed or bullet
        self._parts.append(
            Part(
                body,
                kind,
                labelled or self._heading,
                introduction.text if introduction else "",
                introduction.span if introduction else None,
                bullet=bullet or bool(labelled),
                indent=self._indent(block),
            )
        )
        self._introduce(body, bullet=bullet, after=after)

    # ------------------------------------------------------------ labels
    def _labelled(self, body: Span, *, bullet: bool) -> tuple[Span, PartKind, str]:
        """A part, its kind, and the label before its colon where that decides: "Nice to have: Rust"."""
        label = _LABEL.match(body.of(self._text))
        if label is None:
            return body, self._kind, ""
        name = label.group("label")
        rest = Span(body.start + label.end(), body.end)
        strength = self._words.strength(name)
        kind = strength or self._words.is_heading_alone(name)
        if self._words.fact_labels.fullmatch(plain(name)):
            return body, PartKind.PHYSICAL, ""
        if kind in SILENT | {PartKind.APPLY, PartKind.ABOUT}:
            if not bullet and len(rest.of(self._text).split()) >= _FEWEST_WORDS_OF_SECTION:
                self._kind, self._introduction = kind, None
            return body, kind, ""
        decides = (
            kind is PartKind.LEVELS
            or (strength is not None and self._kind not in SILENT)
            or (kind is PartKind.REQUIRED and self._kind in _LOOSE and not bullet)
        )
        return (rest, kind, name) if decides and kind else (body, self._kind, "")

    def _indent(self, block: Block) -> int:
        start = self._text.rfind("\n", 0, block.span.start) + 1
        return block.span.start - start

    def _body(self, block: Block, text: str, *, bullet: bool) -> Span:
        if not bullet:
            return block.body
        match = BULLET.match(text)
        return (
            Span(block.span.start + match.end(), block.span.end) if match and not block.marker else block.body
        )

    # ------------------------------------------------------------ tables
    def _is_row(self, block: Block) -> bool:
        """Whether a block is a row of a table; its cells are then read."""
        cells = cells_of(self._document, block)
        if not cells:
            if self._columns and not self._in_columns(block):
                self._columns = ()
            return False
        head = head_of(self._document, cells, self._words)
        if head:
            self._columns = head
            return True
        if self._columns:
            for span, kind in row_parts(self._document, cells, self._columns, self._kind, self._words):
                self._parts.append(Part(span, kind, self._heading, bullet=True))
            return True
        if "\t" not in block.span.of(self._text):
            return False
        self._row(cells)
        return True

    def _row(self, cells: tuple[Cell, ...]) -> None:
        """A row of a table without a head: a name and what it says, or cells that each speak for themselves."""
        texts = [cell.span.of(self._text) for cell in cells]
        strengths = [self._words.strength(text) for text in texts]
        stated = next((each for each in strengths[1:] if each), None)
        first = self._words.is_heading_alone(texts[0])
        for cell, text, strength in zip(cells, texts, strengths, strict=True):
            if len(text) < 2 or (stated and strength):
                continue
            kind = self._kind
            if stated:
                kind = stated
            elif kind is PartKind.NEUTRAL and first:
                kind = first
            self._parts.append(Part(cell.span, kind, self._heading, bullet=bool(stated)))

    def _in_columns(self, block: Block) -> bool:
        """Whether a block stands in one column of the table whose head was read last."""
        line = block.lines[0]
        if line.columns:
            return True
        if self._columns[0].left is None or line.box is None:
            return False
        left, right = line.box[0], line.box[2]
        following = [each.left for each in self._columns if each.left is not None and each.left > left + 3]
        return not following or right <= following[0] + 3

    def _cell(self, block: Block, body: Span) -> None:
        """A line of a cell, read under the head of its column; a name of the row alone asks for nothing."""
        line = block.lines[0]
        if line.columns:
            column = next((each for each in self._columns if each.number == line.columns[0]), None)
        else:
            column = column_at(self._columns, line.box[0] if line.box else 0.0)
        wanted = any(each.holds is Holds.WANTED for each in self._columns)
        if column is not None and column.holds is (Holds.WANTED if wanted else Holds.ITEM):
            self._parts.append(Part(body, column.kind or self._kind, self._heading, bullet=True))

    # ------------------------------------------------------------ headings and introductions
    def _open(self, at: int, body: Span) -> None:
        text = body.of(self._text)
        block = self._blocks[at]
        opens = self._words.match(text)
        if self._kind is PartKind.CERTIFICATIONS and opens and opens.size == 1 and "certif" in plain(text):
            opens = None
        level = block.heading_level
        kind = opens.kind if opens else None
        if kind is None:
            inside = self._kind is PartKind.CERTIFICATIONS and (not level or level > self._depth)
            kind = self._kind if inside else self._kind_by_items(at)
        self._kind = kind
        if kind is not PartKind.CERTIFICATIONS or opens is not None:
            # a catalogue's introduction speaks for the headings of its entries too
            self._introduction = None
        self._depth = level or self._depth
        self._heading = text.strip(MARKS)
        self._listed = False
        self._columns = ()
        self._forms.found(text)
        introduction = self._introduction
        self._parts.append(
            Part(
                body,
                kind,
                self._heading,
                introduction.text if introduction else "",
                introduction.span if introduction else None,
                is_heading=True,
            )
        )

    def _kind_by_items(self, at: int) -> PartKind:
        """What a heading opens whose words say nothing: a list of which most items speak of what somebody brings."""
        items: list[str] = []
        for block in self._blocks[at + 1 :]:
            text = block.span.of(self._text)
            marker = BULLET.match(text)
            if not (block.marker or marker):
                break
            items.append(plain(text[marker.end() if marker else len(block.marker) :]))
        speaking = sum(self._words.is_quality(item) for item in items)
        return PartKind.REQUIRED if items and 2 * speaking > len(items) else PartKind.NEUTRAL

    def _introduce(self, body: Span, *, bullet: bool, after: Block | None) -> None:
        """A sentence with a colon at its end speaks for the list below it."""
        text = body.of(self._text).rstrip()
        if not text.endswith(":") or after is None or bullet:
            return
        last = sentences(text)[-1].of(text)
        opens = self._words.match(last)
        low = plain(last)
        kind = (
            opens.kind
            if opens and opens.kind in _INTRODUCED and len(WORDS.findall(last)) <= 3 * opens.size + 6
            else None
        )
        if self._kind in SILENT or self._kind is PartKind.CERTIFICATIONS:
            kind = None
        elif self._words.asking.search(low) and self._words.preferred.search(low):
            kind = PartKind.PREFERRED if kind is not PartKind.CERTIFICATIONS else kind
        elif self._words.asking.search(low) and self._words.required.search(low):
            kind = PartKind.REQUIRED
        span = Span(body.end - len(last), body.end) if body.end - len(last) >= body.start else body
        self._introduction = _Introduction(kind, last, span)
        self._listed = False
