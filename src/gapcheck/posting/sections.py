"""Which part of a job document a block stands in: what is required, preferred, done, offered ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.document import Block, Document, Line
from gapcheck.posting.phrases import compiled, found, plain
from gapcheck.posting.titles import TitleFinder
from gapcheck.spans import Span
from gapcheck.taxonomy.necessity_cues import NecessityCues


class PartKind(StrEnum):
    """What a part of a job document is about (kinds of `headings` in necessity_cues.yaml)."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    NEUTRAL = "neutral"
    ABOUT = "about"
    NOT_ASKED = "not_asked"
    OTHER_JOBS = "other_jobs"
    CHIPS = "chips"
    BENEFITS = "benefits"
    LEGAL = "legal"
    PHYSICAL = "physical"
    APPLY = "apply"
    CERTIFICATIONS = "certifications"
    TITLES = "titles"
    LEVELS = "levels"
    SPECIALTIES = "specialties"
    OUTLOOK = "outlook"


SILENT = frozenset(
    {PartKind.NOT_ASKED, PartKind.OTHER_JOBS, PartKind.CHIPS, PartKind.BENEFITS, PartKind.LEGAL, PartKind.PHYSICAL, PartKind.OUTLOOK, PartKind.TITLES, PartKind.SPECIALTIES}
)  # fmt: skip
"""Parts where nothing is asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a cell of a table row, with what stands over it.

    `heading` is what opened the part, as printed, and `introduction` the sentence with a colon that opens its
    list, if any; `bullet`: an item of a list; `indent` how far its marker stands from the margin.
    """

    span: Span
    kind: PartKind
    heading: str = ""
    introduction: str = ""
    introduction_span: Span | None = None
    bullet: bool = False
    is_heading: bool = False
    indent: int = 0


_BULLET = re.compile(
    r"\s*(?:[-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\u2023\uf0b7*>o\u00a7+](?=\s)|[-\u2022\u00b7](?=\w)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*"
)
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-H])[.)]\s")
_RULE_LINE = re.compile(r"[\s|:=_*~#\-]+\Z")
_LABEL = re.compile(r"\s*([A-Z][^:.\n]{2,40}):\s+(?=\S)")
_ITEM_A_PLUS = re.compile(
    r"(?!(?:what|it|it's|these|this|things|skills|qualifications|qualities|which|also|as|considered|nice|would|not|an?|the)\b)"
    r".*\w (?:is |are )?an? (?:big |real |strong |huge |definite )?(?:plus|bonus|advantage|asset)\W*\Z"
)
"""Something is a plus: an item, not a heading over items."""
_WHOLE = frozenset({"profile", "background"})
"""Open a part only when they are all of the heading."""
_WORDS = re.compile(r"[\w'+#&/]+")


_LONG_LINE = 160
"""A text with such a line is not wrapped by hand: each of its lines is a block of its own."""
_INTRODUCED = frozenset(
    {PartKind.REQUIRED, PartKind.PREFERRED, PartKind.DUTIES, PartKind.TITLES, PartKind.CERTIFICATIONS}
)
_ASKING = re.compile(
    r"\b(?:skills?|qualifications?|requirements?|criteria|knowledge|abilit(?:y|ies)|experience|certifications?"
    r"|qualities|competenc\w+|you|candidates?|applicants?|individuals?|following)\b"
)


def heading_kind(text: str, cues: NecessityCues) -> tuple[PartKind, int] | None:
    """What a heading with these words opens, and how many of its words say so; None if they say nothing."""
    low = plain(text)
    best: tuple[int, int, PartKind] | None = None
    for rank, row in enumerate(cues.headings):
        for match in compiled(row.phrases).finditer(low):
            if match.group() in _WHOLE and low.strip(" :#*?") != match.group():
                continue
            size = len(_WORDS.findall(match.group()))
            # a heading is named by its end or its start: "about the skills" is about skills, and so on
            if best is None or (size, -rank) > best[:2]:
                best = (size, -rank, PartKind(row.kind))
    return None if best is None else (best[2], best[0])


def parts_of(document: Document, cues: NecessityCues, titles: TitleFinder) -> tuple[Part, ...]:
    """All blocks that say something, each with what stands over it."""
    return _Walk(document, cues, titles).parts()


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


class _Walk:
    """Goes through the blocks once and keeps in mind what stands above."""

    def __init__(self, document: Document, cues: NecessityCues, titles: TitleFinder) -> None:
        self._document = document
        self._cues = cues
        self._titles = titles
        self._blocks = [b for b in _blocks_of(document) if not _RULE_LINE.match(b.span.of(document.text))]
        self._size = _common_size(self._blocks)
        self._kind = PartKind.NEUTRAL
        self._heading = ""
        self._opened: Block | None = None
        self._introduction: tuple[PartKind | None, str, Span] | None = None
        self._listed = False
        self._columns: tuple[PartKind, ...] = ()
        self._edges: tuple[float, ...] = ()
        self._capital_headings = 0
        self._other_headings = 0
        self._depth = 0
        self._parts: list[Part] = []

    def parts(self) -> tuple[Part, ...]:
        for at, block in enumerate(self._blocks):
            after = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
            self._read(block, self._blocks[at - 1] if at else None, after)
        return tuple(self._parts)

    def _read(self, block: Block, before: Block | None, after: Block | None) -> None:
        text = block.span.of(self._document.text)
        cells = re.split(r"\t+", text)
        if len(cells) > 1 and not block.marker:
            self._row(block, cells)
            return
        if self._columns and not self._in_columns(block):
            self._columns = ()
        bullet = bool(block.marker) or bool(_BULLET.match(text))
        body = self._body(block, text, bullet=bullet)
        if not body.of(self._document.text).strip():
            return
        if (not bullet and self._is_heading(block, before, after)) or self._is_numbered_heading(
            text, body, block, after
        ):
            self._open(block, body)
            return
        if self._introduction is not None and not bullet and self._listed:
            self._introduction = None
        kind = self._labelled_kind(body, bullet=bullet)
        if self._columns:
            kind, bullet = self._column_kind(block), True
        introduction = self._introduction
        if introduction is not None and (bullet or (not self._listed and len(text.split()) <= 14)):
            kind = introduction[0] or kind
            self._listed = self._listed or bullet
        self._parts.append(
            Part(
                body,
                kind,
                self._heading,
                introduction[1] if introduction else "",
                introduction[2] if introduction else None,
                bullet=bullet,
                indent=self._indent(block),
            )
        )
        self._introduce(body, bullet=bullet, after=after)

    def _labelled_kind(self, body: Span, *, bullet: bool) -> PartKind:
        """The kind of the part; "Compensation: ..." opens one of its own, on the same line."""
        label = _LABEL.match(body.of(self._document.text))
        kind = self._strong_kind(label.group(1)) if label else None
        if kind is None or kind not in SILENT | {PartKind.APPLY, PartKind.ABOUT}:
            return self._kind
        if not bullet:
            self._kind = kind
            self._introduction = None
        return kind

    def _indent(self, block: Block) -> int:
        start = self._document.text.rfind("\n", 0, block.span.start) + 1
        return block.span.start - start

    def _body(self, block: Block, text: str, *, bullet: bool) -> Span:
        if not bullet:
            return block.body
        match = _BULLET.match(text)
        return (
            Span(block.span.start + match.end(), block.span.end) if match and not block.marker else block.body
        )

    def _row(self, block: Block, cells: Sequence[str]) -> None:
        """A table row: each cell stands under the head of its column, or in the part around."""
        kinds = [self._strong_kind(cell) for cell in cells]
        if len([k for k in kinds if k]) > 1:
            self._columns = tuple(kind or self._kind for kind in kinds)
            self._edges = self._cell_edges(block, cells)
            return
        offset = block.span.start
        for index, cell in enumerate(cells):
            found_at = self._document.text.index(cell, offset) if cell else offset
            offset = found_at + len(cell)
            lead = len(cell) - len(cell.lstrip())
            span = Span(found_at + lead, found_at + len(cell.rstrip()) if cell.strip() else found_at + lead)
            if len(span) > 1:
                kind = self._columns[index] if index < len(self._columns) else self._kind
                if not self._columns and kind is PartKind.NEUTRAL and kinds[0]:
                    kind = kinds[0]
                self._parts.append(Part(span, kind, self._heading, bullet=bool(self._columns)))

    def _cell_edges(self, block: Block, cells: Sequence[str]) -> tuple[float, ...]:
        """The left edge of each cell of the head of a table, where the format has geometry."""
        line = block.lines[0]
        if not line.edges:
            return ()
        text, found, at = block.span.of(self._document.text), [], 0
        for cell in cells:
            at = text.index(cell, at) + len(cell) - len(cell.lstrip())
            found.append(line.edges[2 * at] if 2 * at < len(line.edges) else 0.0)
            at += len(cell.lstrip())
        return tuple(found)

    def _in_columns(self, block: Block) -> bool:
        """Whether a block stands in one column of the table whose head was read last."""
        box = block.lines[0].box
        if not self._edges or box is None:
            return False
        following = [edge for edge in self._edges if edge > box[0] + 3]
        return not following or box[2] <= following[0] + 3

    def _column_kind(self, block: Block) -> PartKind:
        box = block.lines[0].box
        left = box[0] if box else 0.0
        index = max((i for i, edge in enumerate(self._edges) if edge <= left + 12), default=0)
        return self._columns[index]

    def _strong_kind(self, text: str) -> PartKind | None:
        """The kind when the text is little more than the words of a heading."""
        kind = heading_kind(text, self._cues)
        return kind[0] if kind and len(_WORDS.findall(text)) <= kind[1] + 1 else None

    def _open(self, block: Block, body: Span) -> None:
        text = body.of(self._document.text)
        named = heading_kind(text, self._cues)
        if self._kind is PartKind.CERTIFICATIONS and named and named[1] == 1 and "certif" in plain(text):
            named = None
        level = block.heading_level
        kind = named[0] if named else None
        if kind is None:
            inside = self._kind is PartKind.CERTIFICATIONS and (not level or level > self._depth)
            kind = self._kind if inside else PartKind.NEUTRAL
        self._kind = kind
        if kind is not PartKind.CERTIFICATIONS or named is not None:
            # a catalogue's introduction speaks for the headings of its entries too
            self._introduction = None
        self._depth = level or self._depth
        self._heading = text.strip(" :#*")
        self._listed = False
        self._columns = ()
        if self._capitals(text):
            self._capital_headings += 1
        else:
            self._other_headings += 1
        self._parts.append(
            Part(
                body,
                kind,
                self._heading,
                self._introduction[1] if self._introduction else "",
                self._introduction[2] if self._introduction else None,
                is_heading=True,
            )
        )

    def _introduce(self, body: Span, *, bullet: bool, after: Block | None) -> None:
        """A sentence with a colon at its end speaks for the list below it."""
        text = body.of(self._document.text).rstrip()
        if not text.endswith(":") or after is None or bullet:
            return
        last = re.split(r"(?<=[.!?])\s+", text)[-1]
        named = heading_kind(last, self._cues)
        low = plain(last)
        kind = (
            named[0]
            if named and named[0] in _INTRODUCED and len(_WORDS.findall(last)) <= 3 * named[1] + 6
            else None
        )
        if self._kind in SILENT or self._kind is PartKind.CERTIFICATIONS:
            kind = None
        elif _ASKING.search(low) and found(self._cues.preferred, low):
            kind = PartKind.PREFERRED if kind is not PartKind.CERTIFICATIONS else kind
        elif _ASKING.search(low) and found(self._cues.required, low):
            kind = PartKind.REQUIRED
        span = Span(body.end - len(last), body.end) if body.end - len(last) >= body.start else body
        self._introduction = (kind, last, span)
        self._listed = False

    def _is_numbered_heading(self, text: str, body: Span, block: Block, after: Block | None) -> bool:
        """Whether "3. Essential criteria" is a heading and no item: the file says so, or its words and what follows."""
        if not _NUMBER.match(text):
            return False
        if block.heading_level:
            return True
        words = body.of(self._document.text).strip()
        named = heading_kind(words, self._cues)
        strong = named is not None and named[1] * 2 >= self._weight(words)
        listed = after is not None and _NUMBER.match(after.span.of(self._document.text)) is not None
        return strong and self._short(words) and after is not None and not listed

    def _is_heading(self, block: Block, before: Block | None, after: Block | None) -> bool:
        if block.heading_level:
            return True
        text = block.body.of(self._document.text).strip()
        if after is None or not self._short(text):
            return False
        if _ITEM_A_PLUS.match(plain(text)) and not text.endswith((":", "?")):
            return False
        named = heading_kind(text, self._cues)
        strong = named is not None and named[1] * 2 >= self._weight(text)
        if (":" in text[:-1] and not strong) or not self._in_style(text):
            return False
        follows = self._after_is_text(after)
        titled = follows and self._title_case(text) and not self._measured(text)
        alone = len(_WORDS.findall(text)) > 1 and not self._in_list()
        return (
            (self._capitals(text) and (strong or alone))
            or self._set_apart(block)
            or (strong and text[0].isupper() and not self._measured(text))
            or (named is not None and titled)
            or (text.endswith("?") and follows)
            or (alone and follows and self._title_case(text) and self._after_blank(before, block))
        )

    @staticmethod
    def _short(text: str) -> bool:
        """Whether a line is no longer than a heading, and no sentence."""
        words = _WORDS.findall(text)
        if not words or len(words) > (16 if text.endswith("?") else 10):
            return False
        return text[-1] not in ".;,!" or text.endswith("...")

    def _in_style(self, text: str) -> bool:
        """Where all headings so far are in capitals, others are items of a list."""
        return self._capitals(text) or self._capital_headings < 3 or self._other_headings > 0

    @staticmethod
    def _capitals(text: str) -> bool:
        letters = [c for c in text if c.isalpha()]
        return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)

    def _weight(self, text: str) -> int:
        """How many words of a heading could say what it opens: titles and small words cannot."""
        low = list(plain(text))
        for title in self._titles.find(text):
            low[title.span.start : title.span.end] = " " * len(title.span)
        return sum(len(word) > 2 for word in _WORDS.findall("".join(low)))

    def _in_list(self) -> bool:
        """Whether unmarked lines here may be items of a list: directly below a heading that asks."""
        return self._kind in {PartKind.REQUIRED, PartKind.PREFERRED}

    def _after_blank(self, before: Block | None, block: Block) -> bool:
        return before is None or self._document.text.count("\n", before.span.end, block.span.start) > 1

    def _after_is_text(self, after: Block) -> bool:
        text = after.span.of(self._document.text)
        return (
            bool(after.marker or _BULLET.match(text))
            or len(text.split()) > 10
            or text.rstrip().endswith((".", ":"))
        )

    @staticmethod
    def _title_case(text: str) -> bool:
        long = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
        return bool(long) and sum(w[0].isupper() for w in long) >= 0.6 * len(long)

    def _measured(self, text: str) -> bool:
        """Whether a line holds a number, as items do and headings hardly ever."""
        return bool(re.search(r"\d", text)) and not text.rstrip().endswith((":", "?"))

    def _set_apart(self, block: Block) -> bool:
        """Set larger or in bold, as no line of the text is."""
        style = block.style
        if self._size and style.size > 1.08 * self._size:
            return True
        return style.bold and not self._all_bold

    @property
    def _all_bold(self) -> bool:
        return sum(b.style.bold for b in self._blocks) > 0.5 * len(self._blocks)


def _common_size(blocks: Sequence[Block]) -> float:
    """The size in which most characters are set; 0 where the format knows none."""
    sizes: dict[float, int] = {}
    for block in blocks:
        sizes[block.style.size] = sizes.get(block.style.size, 0) + len(block.span)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
