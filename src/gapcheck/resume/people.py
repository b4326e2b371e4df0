"""Names of other people in a resume: authors, referees, advisors. They contain letters and words that look like skills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.document import Document
from gapcheck.facts.degrees import DegreeFinder
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import PersonNameWords
from gapcheck.text.phrases import alternation

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+"
_INITIALED = re.compile(
    rf"(?<![\w.])(?:[A-ZÀ-Þ]\.[\s-]?){{0,2}}[A-ZÀ-Þ]\.\s+(?P<last>{_CAPITAL}(?:-{_CAPITAL})?)"
)
_REVERSED = re.compile(rf"(?<!\w){_CAPITAL}(?:[ -]{_CAPITAL})?,\s+(?:[A-ZÀ-Þ]\.[\s-]?){{1,3}}(?!\w)")
_YEAR = re.compile(r"\(?(?:19|20)\d\d[a-z]?\)?")
_TITLE_START = re.compile(r"[“\"”«]|(?<=[a-z]{2})\.\s|:\s")


class OtherPeopleFinder:
    """Finds the names of others in a resume: those with a title or initials, and lists of authors in publications."""

    def __init__(self, names: PersonNameWords, degrees: DegreeFinder, words: EntryWords) -> None:
        titles = "|".join(re.escape(each.title()) for each in names.honorifics) or "(?!)"
        self._titled = re.compile(
            rf"\b(?:{titles})\.?\s+(?:(?:{titles})\.?\s+)?(?:[A-ZÀ-Þ]\.\s?)*{_CAPITAL}(?:\s+{_CAPITAL})?"
        )
        self._before_letter = re.compile(rf"\b{alternation(names.not_initials_after)}\s+\Z", re.IGNORECASE)
        self._degrees, self._words = degrees, words

    def find(self, document: Document, outline: Outline) -> Iterator[Span]:
        """The places of the names."""
        text = document.text
        for found in self._titled.finditer(text):
            yield Span(*found.span())
        for section in outline.sections:
            if section.kind is not SectionKind.SKILLS:
                yield from self._initialed(section, text)
            if section.kind is SectionKind.PUBLICATIONS:
                yield from _authors(section, document)

    def _initialed(self, section: Section, text: str) -> Iterator[Span]:
        """Names like "R. Smith"; not the end of a sentence ("written in C. Built ...") nor a degree ("B.A. History")."""
        for found in _INITIALED.finditer(text, section.body.start, section.body.end):
            before = text[max(section.body.start, found.start() - 12) : found.start()]
            if self._before_letter.search(before) or self._words.opens_work(found.group("last")):
                continue
            if not self._degrees.find(found.group()):
                yield Span(*found.span())


def _authors(section: Section, document: Document) -> Iterator[Span]:
    # elsewhere "Python, R." is a list and no name
    for found in _REVERSED.finditer(document.text, section.body.start, section.body.end):
        yield Span(*found.span())
    for block in document.blocks:
        if section.body.start <= block.body.start < section.body.end:
            end = _authors_end(block.body.of(document.text))
            if end:
                yield Span(block.body.start, block.body.start + end)


def _authors_end(text: str) -> int:
    """Where the authors of a cited work end, 0 where a text does not begin with authors."""
    if not re.match(rf"\W*(?:{_CAPITAL}|[A-ZÀ-Þ]\.)[^.]*(?:,|\sand\s|&|\.)", text):
        return 0
    initials = [*_REVERSED.finditer(text), *_INITIALED.finditer(text)]
    if not initials or min(m.start() for m in initials) > 40:
        return 0
    year, title = _YEAR.search(text), _TITLE_START.search(text)
    last = max((m.end() for m in initials if m.start() < 200), default=0)
    ends = [m.start() for m in (year, title) if m is not None]
    return min([last, *ends]) if ends and min(ends) > 0 else last
