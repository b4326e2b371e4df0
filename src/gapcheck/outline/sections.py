"""The sections of a resume: the text cut at its headings, and what each section is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.outline.content import is_prose, lists_names, tells_of_person
from gapcheck.outline.headings import Heading, TextTest, find_headings
from gapcheck.outline.lines import Row, recurring, rows_of
from gapcheck.outline.model import ASPIRED, Section, SectionKind
from gapcheck.outline.vocabulary import HeadingLookup, Named, Surety
from gapcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a document; `kinds` has all kinds of a compound heading, by the section's start.

    `running_headers` are the indices of lines that are repeated on several pages.
    """

    sections: tuple[Section, ...]
    rows: tuple[Row, ...]
    kinds: Mapping[int, tuple[SectionKind, ...]]
    running_headers: frozenset[int]

    def kinds_of(self, section: Section) -> tuple[SectionKind, ...]:
        """All kinds that the section's heading names."""
        return self.kinds.get(section.span.start, (section.kind,))

    def rows_in(self, section: Section) -> tuple[Row, ...]:
        """The lines of a section's text without running headers and footers."""
        body = section.body
        return tuple(
            row
            for row in self.rows
            if row.span.start < body.end
            and row.span.end > body.start
            and row.index not in self.running_headers
        )


def outline(
    document: Document, lookup: HeadingLookup, *, has_date: TextTest, is_title: TextTest | None = None
) -> Outline:
    """Find the headings and cut the text at them; what stands before the first one is the header.

    With `is_title`, a job title that is set like a heading does not open a section.
    """
    rows = rows_of(document)
    running_headers = recurring(rows)
    found = find_headings(document, rows, running_headers, lookup, has_date)
    if is_title is not None:
        found = [each for each in found if each.named or not is_title(each.span.of(document.text))]
    sections, kinds = _cut(document, rows, found, lookup)
    return Outline(sections, rows, kinds, running_headers)


def _cut(
    document: Document, rows: Sequence[Row], headings: Sequence[Heading], lookup: HeadingLookup
) -> tuple[tuple[Section, ...], dict[int, tuple[SectionKind, ...]]]:
    text, end = document.text, len(document.text)
    sections: list[Section] = []
    kinds: dict[int, tuple[SectionKind, ...]] = {}
    first = headings[0].span.start if headings else end
    if not headings or text[:first].strip():
        header = Span(0, rows[headings[0].row].line.span.start if headings else end)
        sections.append(Section(SectionKind.HEADER, "", header, header, 1))
    for number, heading in enumerate(headings):
        start = heading.span.start if number or sections else rows[heading.row].line.span.start
        stop = headings[number + 1].span.start if number + 1 < len(headings) else end
        body = Span(min(heading.ends, stop), stop)
        title = heading.span.of(text).strip().rstrip(":").rstrip()
        named = heading.named or Named((SectionKind.OTHER,), Surety.PHRASE)
        kind = named.kinds[0]
        if named.prose is not None and is_prose(body.of(text)):
            kind = named.prose
        if heading.named is None and lists_names(body.of(text)):
            kind = SectionKind.SKILLS
        elif heading.named is None and (told := lookup.told_by(body.of(text))) is not None:
            kind = told
        elif heading.named is None and not number and tells_of_person(body.of(text)):
            kind = SectionKind.SUMMARY
        claim = ASPIRED if kind is SectionKind.GOALS else lookup.claim(title)
        sections.append(Section(kind, title, Span(start, stop), body, rows[heading.row].line.page, claim))
        kinds[start] = tuple(dict.fromkeys((kind, *named.kinds[1:])))
    return tuple(sections), kinds
