"""The sections of a document: the text cut at its headings, and what each section is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.outline.content import is_prose
from gapcheck.outline.form import MARKS
from gapcheck.outline.headings import Heading, HeadingFinder, never
from gapcheck.outline.labels import before_colon
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, ASPIRED, PRESENT, Section, SectionKind
from gapcheck.outline.styles import TextTest
from gapcheck.outline.vocabulary import HeadingMatch, HeadingVocabulary
from gapcheck.spans import Span

Content = Callable[[Sequence[Row], int], Mapping[SectionKind, float]]
"""Which kinds the lines below a heading speak for, from 0 to 1. The number is that of the heading, from 0."""
_UNKNOWN = "nothing known"
_FEWEST_HEADINGS = 2
_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class SectionEvidence:
    """Something in the text at `span` that shows what it is about: a job, a degree, a label, the column of a table.

    It decides where its `score` is higher than what the section's heading is sure of, and no other evidence scores
    higher. `title` is what it calls the part, the section's title if None; `body` is the part without that title.
    """

    kind: SectionKind
    span: Span
    score: float
    reason: str
    title: str | None = None
    body: Span | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document and its lines. `skipped` are lines that belong to none: running headers.

    `headings` are the numbers of the lines that open a section.
    """

    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    skipped: frozenset[int]
    headings: frozenset[int] = frozenset()

    def kinds_of(self, section: Section) -> tuple[SectionKind, ...]:
        """All kinds that the section's heading names."""
        return section.kinds or (section.kind,)

    def rows_in(self, section: Section) -> tuple[Row, ...]:
        """The lines of a section's text."""
        return tuple(_rows_in(self.rows, section.body, self.skipped))

    def level_of(self, section: Section) -> int:
        """The level of a section's heading, 0 where the format knows none."""
        first = bisect_right(self.rows, section.span.start, key=lambda row: row.span.end)
        heads = section.title and first in self.headings
        return self.rows[first].line.heading_level if heads else 0

    def section_at(self, place: int) -> Section:
        """The section of a place in the text."""
        after = bisect_right(self.sections, place, key=lambda section: section.span.start)
        return self.sections[max(0, after - 1)]


def outline(
    document: Document,
    rows: Sequence[Row],
    vocabulary: HeadingVocabulary,
    *,
    has_date: TextTest = never,
    is_title: TextTest = never,
    skipped: frozenset[int] = frozenset(),
    inline: bool = False,
    content: Content | None = None,
    evidence: Callable[[Outline], Iterable[SectionEvidence]] | None = None,
) -> Outline:
    """Find the headings among `rows` and cut the text at them.

    Args:
        document: the text.
        rows: its lines, or its paragraphs, in order.
        vocabulary: what headings are called in this kind of document, and how they are recognized.
        has_date: whether a text holds a date, as heads of entries do and headings do not.
        is_title: whether a text is a job title, which opens no section even if it is set like a heading.
        skipped: lines that belong to no section and are no headings.
        inline: whether headings may share a line with their text.
        content: what the text below a heading is about, where its words say nothing or fit several kinds; the
            vocabulary's own rules if None.
        evidence: facts in the text that show what a section is about whose heading names no kind.
    """
    finder = HeadingFinder(document, rows, vocabulary, has_date=has_date, is_title=is_title, skipped=skipped)
    headings = finder.headings()
    if inline:
        headings = with_inline_headings(document, rows, headings, vocabulary)
    sections = _Cutter(document, rows, vocabulary, skipped, content or vocabulary.content).cut(headings)
    plan = Outline(tuple(sections), tuple(rows), skipped, frozenset(each.row for each in headings))
    return plan if evidence is None else _weighed(plan, list(evidence(plan)))


def _rows_in(rows: Sequence[Row], body: Span, skipped: frozenset[int]) -> list[Row]:
    first = bisect_right(rows, body.start, key=lambda row: row.span.end)
    last = bisect_left(rows, body.end, key=lambda row: row.span.start)
    return [row for row in rows[first:last] if row.index not in skipped]


class _Cutter:
    """Cuts a document into sections and decides what each is about."""

    def __init__(
        self,
        document: Document,
        rows: Sequence[Row],
        vocabulary: HeadingVocabulary,
        skipped: frozenset[int],
        content: Content,
    ) -> None:
        self._text = document.text
        self._rows = rows
        self._vocabulary = vocabulary
        self._skipped = skipped
        self._content = content

    def cut(self, headings: Sequence[Heading]) -> list[Section]:
        """The sections in order; what comes before the first heading is one of its own."""
        end = len(self._text)
        sections: list[Section] = []
        first = headings[0].span.start if headings else end
        if not headings or self._text[:first].strip():
            opening = Span(0, self._rows[headings[0].row].whole.start if headings else end)
            kind = self._vocabulary.opening
            sure = self._vocabulary.sure.get(kind, 1.0) if kind is not self._vocabulary.unknown else 0.0
            sections.append(Section(kind, "", opening, opening, 1, sure=sure))
        depth = 0
        for number, heading in enumerate(headings):
            row = self._rows[heading.row]
            start = heading.span.start if number or sections else row.whole.start
            stop = headings[number + 1].span.start if number + 1 < len(headings) else end
            body = Span(min(heading.ends, stop), stop)
            title = heading.span.of(self._text).strip(MARKS)
            level = row.line.heading_level
            above = sections[-1].kind if sections and (not level or level > depth) else None
            depth = level or depth
            kinds, reason = self._kinds(heading.match, body, number, above)
            claim = ASPIRED if kinds[0] is SectionKind.GOALS else self._vocabulary.claim(title)
            section = Section(kinds[0], title, Span(start, stop), body, row.line.page, claim, kinds)
            sections.append(
                replace(
                    section,
                    confidence=heading.confidence,
                    reasons=(*heading.reasons, reason),
                    sure=self._vocabulary.sure.get(kinds[0], 1.0) if reason != _UNKNOWN else 0.0,
                )
            )
            if kinds[0] in self._vocabulary.one_line and not row.alone and (rest := self._behind(row, stop)):
                sections[-1] = replace(
                    sections[-1], span=Span(start, rest.start), body=Span(body.start, rest.start)
                )
                sections.append(Section(self._vocabulary.unknown, "", rest, rest, row.line.page, sure=0.0))
        return sections

    def _behind(self, row: Row, stop: int) -> Span | None:
        """The text behind the line that a heading is inside of, up to the next heading."""
        below = next((each for each in self._rows[row.index :] if each.line.span != row.line.span), None)
        return Span(below.whole.start, stop) if below is not None and below.whole.start < stop else None

    def _kinds(
        self, match: HeadingMatch | None, body: Span, number: int, above: SectionKind | None
    ) -> tuple[tuple[SectionKind, ...], str]:
        """What a section is about, and what shows it. `above`: the section that a heading can be part of."""
        inside = above in self._vocabulary.catalogue
        if inside and (match is None or (match.size == 1 and match.kind in ASKING)):
            return (above or self._vocabulary.unknown,), "inside a catalogue"
        if match is not None and not match.tied:
            if match.prose is not None and is_prose(body.of(self._text)):
                return (match.prose,), "words, and sentences below"
            return match.kinds, "words"
        scores = self._content(_rows_in(self._rows, body, self._skipped), number)
        if match is not None:
            best = max(match.kinds, key=lambda kind: (scores.get(kind, 0.0), -match.kinds.index(kind)))
            return (best,), "words that fit several kinds, and the text below"
        if scores:
            return (max(scores, key=lambda kind: scores[kind]),), "text below"
        return (self._vocabulary.unknown,), _UNKNOWN


def _weighed(plan: Outline, evidence: Sequence[SectionEvidence]) -> Outline:
    """The outline with its sections as the surest evidence shows them."""
    sections: list[Section] = []
    for section in plan.sections:
        inside = [each for each in evidence if each.score > section.sure and each.span.overlaps(section.body)]
        sections += _pieces(section, inside, plan.rows) if inside else [section]
    return replace(plan, sections=tuple(sections))


def _pieces(section: Section, evidence: Sequence[SectionEvidence], rows: Sequence[Row]) -> Iterator[Section]:
    """A section cut where other evidence decides."""
    body = section.body
    edges = {
        edge for each in evidence for edge in (each.span.start, each.span.end) if body.start < edge < body.end
    }
    pieces: list[tuple[SectionEvidence | None, int]] = []
    for start in (body.start, *sorted(edges)):
        here = [each for each in evidence if each.span.start <= start < each.span.end]
        best = max(here, key=lambda each: each.score, default=None)
        if not pieces or not _decide_alike(pieces[-1][0], best):
            pieces.append((best, start))
    ends = [start for _, start in pieces[1:]] + [body.end]
    if pieces[0][0] is not None and pieces[0][0].body is not None:
        yield replace(section, span=Span(section.span.start, body.start), body=Span(body.start, body.start))
    for (best, start), end in zip(pieces, ends, strict=True):
        first = start == body.start and (best is None or best.body is None)
        span = Span(section.span.start if first else start, end)
        piece = replace(section, span=span, body=Span(start, end))
        if not first:
            page = next((row.line.page for row in rows if row.line.span.end > start), section.page)
            piece = replace(piece, page=page, claim=PRESENT if best else section.claim)
        if best is not None:
            title = section.title if best.title is None else best.title
            inside = best.body or piece.body
            reasons = (*section.reasons, best.reason)
            piece = replace(
                piece, kind=best.kind, kinds=(best.kind,), title=title, body=inside, reasons=reasons
            )
        yield piece


def _decide_alike(one: SectionEvidence | None, other: SectionEvidence | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.kind, one.title, one.body) == (other.kind, other.title, other.body)


def with_inline_headings(
    document: Document, rows: Sequence[Row], headings: Sequence[Heading], vocabulary: HeadingVocabulary
) -> list[Heading]:
    """The headings with those that share a line with their text, where the document has such.

    That is, where hardly any heading has its own line, or where most end with a colon.
    """
    known = {each.row: each for each in headings}
    inline = [each for each in _before_colons(rows, vocabulary) if each.row not in known]
    more: list[Heading] = []
    if len(headings) < _FEWEST_HEADINGS:
        in_cells = list(_in_first_cells(document, rows, vocabulary, known))
        more = next((each for each in (in_cells, inline) if _have_two_kinds(each)), [])
    elif 2 * sum(rows[i].text.endswith(":") for i in known) > len(known):
        more = [each for each in inline if rows[each.row].gap]
    return sorted([*headings, *more], key=lambda each: each.row)


def _have_two_kinds(headings: Sequence[Heading]) -> bool:
    return len({each.match.kind for each in headings if each.match}) > 1


def _in_first_cells(
    document: Document, rows: Sequence[Row], vocabulary: HeadingVocabulary, known: Mapping[int, Heading]
) -> Iterator[Heading]:
    for row in rows:
        if row.bullet or row.index in known or len(row.cells) < 2:
            continue
        match = vocabulary.name(row.cells[0].of(document.text))
        if match is not None:
            yield Heading(row.index, row.cells[0], row.cells[0].end, match, _CONFIDENCE, ("first cell",))


def _before_colons(rows: Sequence[Row], vocabulary: HeadingVocabulary) -> Iterator[Heading]:
    """Headings before a colon, with their text on the same line ("SKILLS: baking, decorating")."""
    for row in rows:
        label = None if row.bullet or not row.starts else before_colon(row.text)
        if label and (match := vocabulary.name(label.name)):
            start, end = row.span.start, row.span.start + label.stop
            yield Heading(row.index, Span(start, end), end + 1, match, _CONFIDENCE, ("before a colon",))
