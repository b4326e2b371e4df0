"""What the lines of a posting say of their section themselves: a label, the sentence over a list, the list's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gapcheck.outline.form import WORDS, opens_list
from gapcheck.outline.labels import before_colon
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, Section, SectionKind
from gapcheck.outline.posting_headings import ONE_LINE, PostingHeadings
from gapcheck.outline.sections import Outline, SectionEvidence
from gapcheck.outline.tables import TableCell
from gapcheck.spans import Span
from gapcheck.text.phrases import plain
from gapcheck.text.sentences import sentences

_DOES = re.compile(r"(?:[A-Z][^,.]{3,40},\s+)?[A-Za-z][a-z]+[^\Ws]s\s+[a-z]")
"""How a line of duties opens in the third person: "Assists voters", "Under supervision, assists voters"."""
_FEWEST_WORDS_OF_SECTION = 12
_LONGEST_ITEM = 14
_FEWEST_DEMANDS, _MANY = 2, 4
"""Items that say what candidates must have, by which the part of a list that they are in is told."""
_MOST_ENTRIES = 100
_FEWEST_ITEMS = {True: 2, False: 3}
"""Items that make a list, with and without bullets."""
_INTRODUCED = frozenset(
    {
        SectionKind.REQUIRED,
        SectionKind.PREFERRED,
        SectionKind.DUTIES,
        SectionKind.TITLES,
        SectionKind.CERTIFICATIONS,
        SectionKind.BENEFITS,
    }
)
# how much each kind of evidence weighs, beside what a heading says (`PostingHeadings.sure`)
_COLUMN, _FACT, _NECESSITY, _DUTIES, _OVER_LIST, _PARAGRAPH, _TOPIC, _OWN_WORDS = (
    1.0, 0.95, 0.85, 0.75, 0.7, 0.6, 0.45, 0.3,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A sentence with a colon at its end, and what it says of the list below it; `listed`: items were seen."""

    text: str
    kind: SectionKind | None
    listed: bool = False

    def speaks_for(self, row: Row) -> bool:
        """Whether a line can be an item of the list: it has a bullet, or is short where no line has."""
        return row.bullet or (not self.listed and len(row.text.split()) <= _LONGEST_ITEM)


def _blocks(items: Sequence[Row]) -> Iterator[list[Row]]:
    """Items with bullets together; lines without, as they are parted by empty lines."""
    block: list[Row] = []
    for row in items:
        if block and row.gap and not row.bullet:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


class PostingEvidence:
    """Goes through the lines of one posting and keeps in mind which sentence introduces those below it."""

    def __init__(self, words: PostingHeadings, cells: Iterable[TableCell]) -> None:
        self._words = words
        self._cells = cells
        self.introductions: dict[int, str] = {}
        """The sentence with a colon over a line, by the line's number."""

    def __call__(self, plan: Outline) -> Iterator[SectionEvidence]:
        """All evidence, each for the lines that it speaks of."""
        rows = [(row, plan.section_at(row.span.start)) for row in plan.rows if row.index not in plan.skipped]
        yield from self._introduced(plan, rows)
        for number, (row, _) in enumerate(rows):
            if row.index not in plan.headings:
                yield from self._labelled(row, self._entries_below(rows, number))
                yield from self._labels(row)
        for (section, _), group in groupby(rows, key=lambda each: (each[1], each[0].bullet)):
            items = [row for row, _ in group if row.index not in plan.headings]
            yield from self._duties(items)
            if (
                section.kind is SectionKind.PREFERRED
            ):  # what is said of somebody there is welcome, and no more
                continue
            for block in _blocks(items):
                if len(block) < _FEWEST_ITEMS[block[0].bullet]:
                    continue
                asking = sum(self._words.asks(row.text) and len(sentences(row.text)) == 1 for row in block)
                if 2 * asking > len(block):
                    span = Span(block[0].span.start, block[-1].span.end)
                    yield SectionEvidence(SectionKind.REQUIRED, span, _OWN_WORDS, "most items ask")
            yield from self._demanding(items)
        for cell in self._cells:
            if cell.kind is not None:
                yield SectionEvidence(cell.kind, cell.span, _COLUMN, "column")

    def _demanding(self, items: Sequence[Row]) -> Iterator[SectionEvidence]:
        """Lines that say what candidates must have: most of a list, or so many that they speak for their part of it."""
        places = [
            at
            for at, row in enumerate(items)
            if self._words.demands(row.text) or self._words.describes(row.text)
        ]
        if len(places) < _FEWEST_DEMANDS:
            return
        among = places[-1] - places[0] + 1 if len(places) >= _MANY else len(items)
        if 2 * len(places) > among:
            span = Span(items[places[0]].span.start, items[places[-1]].span.end)
            yield SectionEvidence(
                SectionKind.REQUIRED, span, _FACT, "most lines say what candidates must have"
            )

    def _introduced(self, plan: Outline, rows: Sequence[tuple[Row, Section]]) -> Iterator[SectionEvidence]:
        """What the sentence over a list says of its items."""
        introduction: _Introduction | None = None
        above: SectionKind | None = None
        for row, section in rows:
            heading = row.index in plan.headings
            # the introduction of a catalogue speaks for the headings of its entries too
            catalogue = section.kind is SectionKind.CERTIFICATIONS is above
            if introduction and not catalogue and (heading or (introduction.listed and not row.bullet)):
                introduction = None
            if introduction and (heading or introduction.speaks_for(row)):
                self.introductions[row.index] = introduction.text
                introduction = replace(introduction, listed=introduction.listed or row.bullet)
                if introduction.kind is not None:
                    yield SectionEvidence(introduction.kind, row.span, _OVER_LIST, "introduction")
            if not heading and opens_list(row.text) and row is not rows[-1][0] and not row.bullet:
                last = sentences(row.text)[-1].of(row.text)
                introduction = _Introduction(last, self._kind_of(last, asking=section.kind in ASKING))
            above = section.kind

    def _kind_of(self, sentence: str, *, asking: bool) -> SectionKind | None:
        """What a sentence with a colon at its end says of the list below it; `asking`: it stands in a section that asks."""
        low = plain(sentence)
        kind = self._named_by(sentence) or self._named_by(sentence.rpartition(",")[2])
        if kind is SectionKind.BENEFITS:
            return kind
        if not asking and self._words.lists_papers(sentence):
            return SectionKind.NOT_ASKED
        if self._words.asks_for_list(sentence):
            return SectionKind.PREFERRED if self._words.preferred.search(low) else SectionKind.REQUIRED
        if self._words.asking.search(low):
            if self._words.preferred.search(low):
                return kind if kind is SectionKind.CERTIFICATIONS else SectionKind.PREFERRED
            if self._words.required.search(low):
                return SectionKind.REQUIRED
        return kind

    def _named_by(self, clause: str) -> SectionKind | None:
        """The kind of list that a clause names with a good part of its words."""
        match = self._words.likely(clause)
        fits = match is not None and len(WORDS.findall(clause)) <= 3 * match.size + 6
        return match.kind if match is not None and fits and match.kind in _INTRODUCED else None

    def _entries_below(self, rows: Sequence[tuple[Row, Section]], number: int) -> Iterator[Row]:
        """The short lines below a line in its section, up to the next paragraph, label or list, or to what asks."""
        for row, section in rows[number + 1 : number + 1 + _MOST_ENTRIES]:
            ends = section is not rows[number][1] or row.bullet or before_colon(row.text) is not None
            if ends or len(row.text.split()) > _LONGEST_ITEM or self._words.asks(row.text):
                return
            yield row

    def _labelled(self, row: Row, rows: Iterable[Row]) -> Iterator[SectionEvidence]:
        """What a label before a colon says of its line: "Nice to have: Rust". `rows` are the entries below it."""
        label = before_colon(row.text)
        if label is None:
            return
        rest = Span(row.span.start + label.end, row.span.end)
        strength = self._words.strength(label.name) or self._words.wish(label.name)
        kind = strength or self._words.is_heading_alone(label.name)
        if self._words.fact_labels.fullmatch(plain(label.name)):
            yield SectionEvidence(SectionKind.PHYSICAL, row.span, _FACT, "label of a fact")
        elif kind is None:
            return
        elif kind in ONE_LINE:
            yield SectionEvidence(kind, row.span, _FACT, "label")
            if not row.bullet and len(row.text[label.end :].split()) >= _FEWEST_WORDS_OF_SECTION:
                # a paragraph that begins with its heading: the entries below it are of its kind, other paragraphs are not
                for each in rows:
                    yield SectionEvidence(kind, each.span, _PARAGRAPH, "label of the paragraph above")
        elif kind is SectionKind.LEVELS or strength is not None:
            score = _FACT if strength is None else _NECESSITY
            yield SectionEvidence(kind, row.span, score, "label", label.name, rest)
        elif kind is SectionKind.REQUIRED and not row.bullet:
            yield SectionEvidence(kind, row.span, _TOPIC, "label", label.name, rest)

    def _labels(self, row: Row) -> Iterator[SectionEvidence]:
        """An item that is all label, over a list of its own: "Physical demands:"."""
        if row.bullet and row.text.endswith(":"):
            kind = self._words.is_heading_alone(row.text[:-1])
            if kind in ONE_LINE:
                yield SectionEvidence(kind, row.span, _FACT, "label")

    def _duties(self, rows: Sequence[Row]) -> Iterator[SectionEvidence]:
        """Lines that tell what somebody does, where the last of them says so: they stand under any heading."""
        for does, group in groupby(rows, key=lambda row: _DOES.match(row.text) is not None):
            items = list(group)
            if does and any(self._words.ends_duties(row.text) for row in items):
                span = Span(items[0].span.start, items[-1].span.end)
                yield SectionEvidence(SectionKind.DUTIES, span, _DUTIES, "tells what somebody does")
