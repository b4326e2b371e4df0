"""What the matcher is to read, and how: passages with what their section says of them, and spans to leave out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from gapcheck.document import Block, Document
from gapcheck.matching.mentions import Assertion, DiscardReason, Passage
from gapcheck.outline.labels import Label, label_of
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.outline.sections import Outline
from gapcheck.resume.entry_words import EntryWords
from gapcheck.resume.found_entries import FoundEntry
from gapcheck.resume.model import Contact, EntryKind, HeldCertificate
from gapcheck.resume.pipe_tables import claimed_cells
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.enums import Kind

_SILENT = frozenset(
    {SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.LANGUAGES, SectionKind.CONTACT}
)
_LISTING = frozenset({SectionKind.SKILLS, SectionKind.SUMMARY})
"""Sections in which a few words without an end are an item; "Highlights" are sentences, items, or both."""
_LEARNED = frozenset({SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.CERTIFICATIONS})
_HELD = frozenset({EntryKind.JOB, EntryKind.INTERNSHIP, EntryKind.VOLUNTEERING})
_ITEM = re.compile(r"[,;|•·\t/]|\s[–—-]\s|\n")
_MOST_WORDS_AN_ITEM = 4.5
_MOST_WORDS_A_LABELLED_ITEM = 3.5
_WORDS_OF_A_SENTENCE_PART = 3
_HEADLINE_ROWS = 8
_BOX = re.compile(r"(?:\[[ xX✓✔]?\]|[☐☑☒✅⬜])(?=\s)")
_TICKED = re.compile(r"\[[xX✓✔]\]|[☑☒✅]")
_EMPTY = re.compile(r"\[ ?\]|[☐⬜]")
_RATED_ZERO = re.compile(r"(?:(?<![★●☆○])[☆○]{3,}|(?<![\d.])0 ?(?:/ ?\d{1,3}|%))[\s)]*\Z")


class PassageMaker:
    """Cuts a document into passages, section by section. Pure after it is built."""

    def __init__(
        self,
        document: Document,
        headings: ResumeHeadings,
        titles: EntryWords,
        coded: Collection[str] = (),
    ) -> None:
        """`coded` are names of programming languages, lower case: under Languages they are a list of skills."""
        self._document = document
        self._headings = headings
        self._titles = titles
        self._coded = frozenset(coded)
        self._cells = SpanIndex(
            (cell, (cell, claim)) for cell, claim in claimed_cells(document.text, headings.claim)
        )
        self._ticks = _TICKED.search(document.text) is not None

    def passages(
        self, outline: Outline, entries: Sequence[FoundEntry], contact: Contact
    ) -> tuple[Passage, ...]:
        """All passages in order of the text; heads of jobs give their titles only, headings nothing."""
        made: list[Passage] = []
        skipped = {row.line.span.start for row in outline.rows if row.index in outline.skipped}
        every = SpanIndex((block.span, block) for block in self._document.blocks)
        for section in outline.sections:
            blocks = [
                block
                for block in every.overlapping(section.body)
                if not all(line.span.start in skipped for line in block.lines)
            ]
            if section.kind is SectionKind.HEADER:
                made += self._header(section, blocks, entries, contact)
                continue
            for block in blocks:
                made += self._of_block(section, block, entries)
        return tuple(sorted(made, key=lambda passage: passage.span))

    def _of_block(self, section: Section, block: Block, entries: Sequence[FoundEntry]) -> Iterator[Passage]:
        start, end = max(block.body.start, section.body.start), min(block.body.end, section.body.end)
        for found in entries:
            if found.head.end <= start or found.head.start >= end:
                continue
            if found.head.start > start:
                yield from self._passage(section, Span(start, found.head.start))
            yield from self._of_head(
                section, found, Span(max(start, found.head.start), min(end, found.head.end))
            )
            start = min(end, found.head.end)
        yield from self._passage(section, Span(start, end))

    def _of_head(self, section: Section, found: FoundEntry, part: Span) -> Iterator[Passage]:
        """The title of an entry; and what a head says after a colon on its own line."""
        text = self._document.text
        title = found.title_span
        if title is not None and title.start >= part.start and title.end <= part.end:
            held = found.entry.kind in _HELD
            yield Passage(title, title=held, assertion=Assertion(section.claim))
            if found.entry.kind is EntryKind.TEACHING:
                return
            rest = re.match(r"[^:\n]{0,90}?:\s+", text[title.end : part.end])
            if rest is not None:
                yield from self._passage(section, Span(title.end + rest.end(), part.end))

    def _passage(self, section: Section, span: Span) -> Iterator[Passage]:
        span = _stripped(span, self._document.text)
        if not len(span):
            return
        if cells := self._cells.overlapping(span):
            for rest in _without(span, [cell for cell, _ in cells]):
                yield from self._passage(section, rest)
            yield from (Passage(cell, listing=True, assertion=Assertion(claim)) for cell, claim in cells)
            return
        text = span.of(self._document.text)
        boxes = [box.start() for box in _BOX.finditer(text)]
        if [at for at in boxes if at]:
            edges = [span.start, *(span.start + at for at in boxes if at), span.end]
            for start, end in pairwise(edges):
                yield from self._passage(section, Span(start, end))
            return
        label = label_of(text)
        assertion = Assertion(section.claim)
        if self._is_refused(text):
            assertion = Assertion.ABSENT
        if label is not None and assertion is Assertion.PRESENT:
            assertion = Assertion(self._headings.claim(label.name))
        coded = section.kind is SectionKind.LANGUAGES and self._is_coded(text, label)
        yield Passage(
            span,
            listing=coded or self._is_list(section, text, label),
            assertion=assertion,
            silent=DiscardReason.SECTION if self._is_silent(section) and not coded else None,
            proves=Kind.LANGUAGE if section.kind is SectionKind.LANGUAGES and not coded else None,
        )

    def _is_silent(self, section: Section) -> bool:
        belongs = section.kind is SectionKind.OTHER and self._headings.names_memberships(section.title)
        return section.kind in _SILENT or belongs

    def _is_refused(self, text: str) -> bool:
        """Whether a box before an item is empty where others are ticked, or its rating is zero."""
        return bool((_EMPTY.match(text) and self._ticks) or _RATED_ZERO.search(text))

    def _is_coded(self, text: str, label: Label | None) -> bool:
        """Whether the languages of a list are mostly such as programs are written in."""
        items = [item.strip(" .()").casefold() for item in _ITEM.split(text[label.end :] if label else text)]
        known = sum(item in self._coded for item in items)
        return known > 0 and 2 * known >= sum(bool(item) for item in items)

    def _is_list(self, section: Section, text: str, label: Label | None) -> bool:
        """Whether a text lists names: most of a skills section, and label lines anywhere but among grades."""
        body = text[label.end :] if label else text
        items = [item for item in _ITEM.split(body) if item.strip()]
        if not items:
            return False
        words = sum(len(item.split()) for item in items) / len(items)
        if section.kind in _LISTING:
            sentence = body.rstrip().endswith(".") and words >= _WORDS_OF_A_SENTENCE_PART
            return words <= _MOST_WORDS_AN_ITEM and not sentence
        if section.kind in _LEARNED or label is None or label.sign == "\t":
            return False
        return len(items) > 1 and words <= _MOST_WORDS_A_LABELLED_ITEM and not body.rstrip().endswith(".")

    def _header(
        self, section: Section, blocks: Iterable[Block], entries: Sequence[FoundEntry], contact: Contact
    ) -> Iterator[Passage]:
        """The headline under the name is a title that the person gives themselves; contact lines say nothing."""
        for number, block in enumerate(blocks):
            if any(found.entry.span.start < block.span.end for found in entries):
                yield from self._of_block(section, block, entries)
                continue
            hidden = [span for span in contact.spans if span.overlaps(block.body)]
            free = _without(block.body, hidden)
            if number < _HEADLINE_ROWS and len(block.body.of(self._document.text).split()) <= 14:
                for span in free:
                    yield from self._headline(span)
            elif number or not hidden:
                yield from self._passage(section, block.body)

    def _headline(self, span: Span) -> Iterator[Passage]:
        text = span.of(self._document.text)
        begin = 0
        for found in [*re.finditer(r"\s*[|•·]\s*|\t+|,\s+|\s[–—]\s", text), None]:
            end = found.start() if found else len(text)
            piece = _stripped(Span(span.start + begin, span.start + end), self._document.text)
            words = piece.of(self._document.text)
            # letters behind the name (RN, PMP) are degrees and certificates, which are read as such
            if self._titles.title_score(words) and not (words.isupper() and len(words) < 5):
                yield Passage(piece, title=True)
            begin = found.end() if found else end


def masks(
    contact: Contact,
    others: Iterable[Span],
    bodies: Iterable[Span],
    certificates: Iterable[HeldCertificate],
    document: Document,
) -> tuple[tuple[Span, DiscardReason], ...]:
    """Spans in which nothing is a skill, with the reason; `others` are names of people, `bodies` of schools and societies."""
    text = document.text
    masked = [(span, DiscardReason.PERSONAL_DATA) for span in (*contact.spans, *contact.personal)]
    masked += [(span, DiscardReason.PERSON_NAME) for span in others]
    masked += [(span, DiscardReason.ORGANIZATION) for span in bodies]
    for held in certificates:
        if held.status in {"expired", "historic"}:
            masked.append((held.span, DiscardReason.EXPIRED))
        elif held.status in {"in_progress", "inconsistent"}:
            reason = (
                DiscardReason.ASPIRED if held.status == "in_progress" else DiscardReason.CERTIFICATE_TITLE
            )
            masked.append((held.span, reason))
        elif held.id is not None:
            masked.append((held.span, DiscardReason.CERTIFICATE_TITLE))
    return tuple(
        sorted({(s, r) for s, r in masked if s.of(text).strip()}, key=lambda each: (each[0], each[1].value))
    )


def _without(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    start = span.start
    for hole in sorted(holes):
        if hole.start > start:
            yield Span(start, min(hole.start, span.end))
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _stripped(span: Span, text: str) -> Span:
    inside = span.of(text)
    lead = len(inside) - len(inside.lstrip(" \t\n•·,|–—-:*_"))
    body = inside[lead:].rstrip(" \t\n,|*_")
    return Span(span.start + lead, span.start + lead + len(body))
