"""The parts of a job posting: its blocks and table cells, each with what stands over it and so what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from gapcheck.document import Document
from gapcheck.outline import outline
from gapcheck.outline.form import MARKS, WORDS
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, SILENT, Section, SectionKind
from gapcheck.outline.posting_headings import PostingHeadings
from gapcheck.outline.posting_rows import statement_rows
from gapcheck.outline.sections import Content
from gapcheck.posting.tables import TableReader
from gapcheck.spans import Span
from gapcheck.text.phrases import plain
from gapcheck.text.sentences import sentences

_LABEL = re.compile(r"[\s*_`]*(?P<label>[A-Z][^:.\n(]{2,40}?)[\s*_`]*:[\s*_`]+(?=\S)")
_DOES = re.compile(r"(?:[A-Z][^,.]{3,40},\s+)?[A-Za-z][a-z]+[^\Ws]s\s+[a-z]")
"""How a line of duties opens in the third person: "Assists voters", "Under supervision, assists voters"."""
_FEWEST_WORDS_OF_SECTION = 12
_LONGEST_ITEM = 14
_INTRODUCED = frozenset(
    {
        SectionKind.REQUIRED,
        SectionKind.PREFERRED,
        SectionKind.DUTIES,
        SectionKind.TITLES,
        SectionKind.CERTIFICATIONS,
    }
)
_LOOSE = frozenset({SectionKind.NEUTRAL, SectionKind.ABOUT, SectionKind.DUTIES})
"""Sections in which a line "Skills: ..." speaks for itself."""
_UNASKED = frozenset({SectionKind.NEUTRAL, SectionKind.ABOUT})
"""Sections in which a list can ask that no heading names."""
_NOT_ASKING = SILENT | {SectionKind.APPLY, SectionKind.ABOUT}


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a cell of a table row, with what stands over it.

    `heading` is what opened the section, as printed, and `introduction` the sentence with a colon that opens its
    list, if any; `bullet`: an item of a list.
    """

    span: Span
    kind: SectionKind
    heading: str = ""
    introduction: str = ""
    bullet: bool = False
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A sentence with a colon at its end, that speaks for the list below it."""

    kind: SectionKind | None
    text: str


def parts_of(document: Document, words: PostingHeadings, content: Content | None = None) -> tuple[Part, ...]:
    """All blocks that say something, each with what stands over it.

    `content` says which kinds of section the lines below a heading speak for; the rules of `words` if None.
    """
    rows = statement_rows(document, words)
    tables = TableReader(document, rows, words)
    in_tables = frozenset(row.index for row in rows if tables.read(row, SectionKind.NEUTRAL) is not None)
    plan = outline(document, rows, words, skipped=in_tables, content=content)
    reader = _PartReader(document, rows, words)
    starts = {section.span.start: section for section in plan.sections if section.title}
    for row in rows:
        reader.read(row, starts.get(row.span.start))
    parts = _with_asking_lists(document.text, reader.parts, words)
    return tuple(_with_duties(document.text, parts, words))


def _with_asking_lists(text: str, parts: list[Part], words: PostingHeadings) -> Iterator[Part]:
    """The parts; a list that no heading names asks where most of its items speak of what somebody brings."""
    for (bullet, kind, heading), group in groupby(
        parts, key=lambda part: (part.bullet, part.kind, part.heading)
    ):
        items = list(group)
        asking = sum(words.asks(part.span.of(text)) for part in items)
        named = words.likely(heading) if kind is SectionKind.NEUTRAL else None
        if bullet and named is None and kind in _UNASKED and len(items) > 1 and 2 * asking > len(items):
            items = [replace(part, kind=SectionKind.REQUIRED) for part in items]
        yield from items


def _with_duties(text: str, parts: Iterable[Part], words: PostingHeadings) -> Iterator[Part]:
    """The parts; lines that tell what somebody does are duties, under whatever heading, where the last of them says so."""

    def does(part: Part) -> bool:
        return part.kind in ASKING and _DOES.match(part.span.of(text)) is not None

    for doing, group in groupby(parts, key=does):
        items = list(group)
        if doing and any(words.ends_duties(part.span.of(text)) for part in items):
            items = [replace(part, kind=SectionKind.DUTIES) for part in items]
        yield from items


class _PartReader:
    """Goes through the blocks once and keeps in mind what stands above."""

    def __init__(self, document: Document, rows: tuple[Row, ...], words: PostingHeadings) -> None:
        self._text = document.text
        self._rows = rows
        self._words = words
        self._tables = TableReader(document, rows, words)
        self._kind = SectionKind.NEUTRAL
        self._heading = ""
        self._introduction: _Introduction | None = None
        self._listed = False
        self._inside: Span | None = None
        self.parts: list[Part] = []

    def read(self, row: Row, section: Section | None) -> None:
        """The parts of one block; `section` is the one that it opens as a heading."""
        if self._inside is not None and self._inside != row.line.span:
            self._leave()
        cells = self._tables.read(row, self._kind)
        if cells is not None:
            self.parts += [Part(span, kind, self._heading, bullet=item) for span, kind, item in cells]
        elif section is not None:
            self._open(row, section)
        elif row.text.strip():
            self._read(row)

    def _leave(self) -> None:
        """A heading inside a line speaks for that line; what asks for nothing there does not silence the next."""
        self._inside = None
        if self._kind in _NOT_ASKING:
            self._kind, self._heading, self._introduction = SectionKind.NEUTRAL, "", None

    def _open(self, row: Row, section: Section) -> None:
        """A heading; a catalogue's introduction speaks for the headings of its entries too."""
        if section.kind is not SectionKind.CERTIFICATIONS or self._kind is not section.kind:
            self._introduction = None
        self._kind = section.kind
        self._heading = row.text.strip(MARKS)
        self._inside = None if row.alone else row.line.span
        self._listed = False
        self._add(row.span, section.kind, self._introduction, is_heading=True)

    def _read(self, row: Row) -> None:
        if self._introduction is not None and not row.bullet and self._listed:
            self._introduction = None
        body, kind, label = self._labelled(row)
        introduction = self._introduction
        short = not self._listed and len(row.text.split()) <= _LONGEST_ITEM
        if introduction is not None and (row.bullet or short):
            kind = introduction.kind or kind
            self._listed = self._listed or row.bullet
        self._add(body, kind, introduction, label=label, bullet=row.bullet or bool(label))
        self._introduce(row)

    def _add(
        self,
        span: Span,
        kind: SectionKind,
        introduction: _Introduction | None,
        *,
        label: str = "",
        bullet: bool = False,
        is_heading: bool = False,
    ) -> None:
        text = introduction.text if introduction else ""
        self.parts.append(Part(span, kind, label or self._heading, text, bullet, is_heading))

    def _labelled(self, row: Row) -> tuple[Span, SectionKind, str]:
        """A part, its kind, and the label before its colon where that decides: "Nice to have: Rust"."""
        body, text = row.span, row.text
        label = _LABEL.match(text)
        if label is None:
            return body, self._kind, ""
        name = label["label"]
        strength = self._words.strength(name)
        kind = strength or self._words.is_heading_alone(name)
        if self._words.fact_labels.fullmatch(plain(name)):
            return body, SectionKind.PHYSICAL, ""
        if kind in _NOT_ASKING:
            if not row.bullet and len(text[label.end() :].split()) >= _FEWEST_WORDS_OF_SECTION:
                # a paragraph that begins with its heading
                self._kind, self._introduction = kind, None
            return body, kind, ""
        decides = (
            kind is SectionKind.LEVELS
            or (strength is not None and self._kind not in SILENT)
            or (kind is SectionKind.REQUIRED and self._kind in _LOOSE and not row.bullet)
        )
        rest = Span(body.start + label.end(), body.end)
        return (rest, kind, name) if decides and kind else (body, self._kind, "")

    def _introduce(self, row: Row) -> None:
        """A sentence with a colon at its end speaks for the list below it."""
        text = row.text.rstrip()
        if not text.endswith(":") or row.index + 1 == len(self._rows) or row.bullet:
            return
        last = sentences(text)[-1].of(text)
        self._introduction = _Introduction(self._introduced(last), last)
        self._listed = False

    def _introduced(self, sentence: str) -> SectionKind | None:
        if self._kind in SILENT or self._kind in {SectionKind.CERTIFICATIONS, SectionKind.APPLY}:
            return None
        low = plain(sentence)
        match = self._words.likely(sentence)
        fits = match is not None and len(WORDS.findall(sentence)) <= 3 * match.size + 6
        kind = match.kind if match is not None and fits and match.kind in _INTRODUCED else None
        if self._words.asking.search(low):
            if self._words.preferred.search(low):
                return kind if kind is SectionKind.CERTIFICATIONS else SectionKind.PREFERRED
            if self._words.required.search(low):
                return SectionKind.REQUIRED
        return kind
