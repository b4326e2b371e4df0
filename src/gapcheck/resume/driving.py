"""The licence to drive of a person who names it by a heading only ("DRIVING", "Full, B+E and C1"), or in a line about this and that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.facts.certificates import CertificateFinder
from gapcheck.lazy import late_pattern
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.spans import Span
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.model import Certification
from gapcheck.text.phrases import alternation, compiled, plain

_LINE = re.compile(r"[^\n]+")
_CLAUSE_END = re.compile(r"[.](?=\s|\Z)|\Z")
_MOST_WORDS = 14
"""Words of a line that tells of a licence; a longer one is prose."""
_FARTHEST = 60
"""Characters of a line before the name of the licence, a label among them."""


@dataclass(frozen=True, slots=True)
class DrivingLine:
    """What says that somebody may drive, or will (`pending`): the certificate, and the place of the words."""

    known: Certification
    span: Span
    pending: bool


class DrivingLines:
    """Finds these lines. Pure after it is built."""

    def __init__(self, words: CertificateWords, finder: CertificateFinder, terms: CertificateTerms) -> None:
        driving = words.driving
        self._terms = terms
        self._finder, self._headings = finder, frozenset(driving.headings)
        self._signs, self._not_yet = compiled(driving.signs), compiled(driving.not_yet)
        self._unfinished, self._means = compiled(words.unfinished), driving.means
        self._denied = late_pattern(
            rf"\W*{compiled(words.denied).pattern}\s+(?!{alternation(driving.clean)})"
        )
        self._heading = late_pattern(
            rf"\W*{alternation(driving.headings)}(?:\s{{0,3}}:\s*|\s{{2,}}|\t)(?=\S)"
        )
        self._label = late_pattern(
            rf"\W*{alternation(driving.labels)}(?:\W{{0,3}}[:.–—-]\W{{0,3}}|\s{{2,}}+|\t)(?:[\w'-]+\s+){{0,3}}\Z"
        )

    def read(self, document: Document) -> Iterator[DrivingLine]:
        """All of a document: lines below a heading or behind a label that says so, and the full name behind any label."""
        means = [each.certification for each in self._finder.find(self._means)]
        below = False
        for line in _LINE.finditer(document.text) if means else ():
            text = line.group()
            heading = plain(text).strip(" :.-–*#_=\t")
            if not heading:
                continue
            if below:
                yield from self._told(text, line.start(), means[0])
            below = heading in self._headings
            if (label := self._heading.match(plain(text))) and not below:
                yield from self._told(text[label.end() :], line.start() + label.end(), means[0])
            for match in self._finder.find(text):
                near = match.certification in means and match.span.start <= _FARTHEST
                if near and self._label.match(plain(text[: match.span.start])):
                    start = line.start() + match.span.start
                    at = Span(start, start + len(match.span))
                    yield DrivingLine(match.certification, at, pending=self._is_to_come(text))

    def _told(self, text: str, start: int, known: Certification) -> Iterator[DrivingLine]:
        """What a line says of the licence, unless it names another, a job, or none."""
        end = _CLAUSE_END.search(text)
        line = text[: end.start() if end else None]
        low = plain(line)
        if self._finder.find(line) or len(line.split()) > _MOST_WORDS or self._denied.match(low):
            return
        if not self._signs.search(low) or self._terms.is_job(line):
            return
        lead = len(line) - len(line.lstrip(" •*-–\t"))
        at = Span(start + lead, start + len(line.rstrip()))
        yield DrivingLine(known, at, pending=self._is_to_come(text))

    def _is_to_come(self, text: str) -> bool:
        low = plain(text)
        return bool(self._not_yet.search(low) or self._unfinished.search(low))
