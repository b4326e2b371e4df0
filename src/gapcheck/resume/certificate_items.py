"""The text of a resume cut into the texts of single certificates, each with its own dates.

A line is one, or a sentence, an item of a list, or a name with its issuer and dates in the lines below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.facts.certificates import CertificateFinder
from gapcheck.outline.labels import before_colon
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.spans import Span
from gapcheck.text.content_words import is_open_end

_PIECES = re.compile(
    r"\s*[;•|]\s+|\s·\s|(?<=[a-z)\d])(?<!\b[Nn][or])(?<!\b[Ee]xp)\.\s+(?=[A-ZÀ-Þ\d])|(?<=\d{4})\s*\n(?=[A-ZÀ-Þ])|\n(?=[^\n.]{3,60}\.{3})"
)
_MOST_WORDS_OF_A_LINE = 30
_MOST_BARE_NAMES = 15
_LINE = re.compile(r"[^\n]+")
_LIST_PART = re.compile(r"(?:[^,;|•(]|\([^()]*\)?)+")
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
_FEWEST_TOLD = 2
_LONGEST_ITEM = 24


@dataclass(frozen=True, slots=True)
class CertificateItem:
    """One certificate's text: `span` in the document, `text` with line breaks as blanks."""

    span: Span
    text: str
    free: bool


class CertificateItems:
    """Cuts the sections of one document. Pure after it is built."""

    def __init__(
        self,
        document: Document,
        finder: CertificateFinder,
        terms: CertificateTerms,
        headings: ResumeHeadings,
    ) -> None:
        self._document = document
        self._finder = finder
        self._terms = terms
        self._headings = headings

    def of_section(self, section: Section, *, free: bool) -> list[CertificateItem]:
        """The certificates' texts of a section; `free`: any name in it is one, whether or not a catalogue has it."""
        items: list[CertificateItem] = []
        text = self._document.text
        parts = [
            (block, piece, piece.of(text).replace("\n", " "))
            for block in self._document.blocks
            if block.body.start < section.body.end and block.body.end > section.body.start
            for part in pieces(
                Span(max(block.body.start, section.body.start), min(block.body.end, section.body.end)), text
            )
            for line in self._lines(part)
            for piece in self.listed(line, within=True)
        ]
        issuers = self._paired([plain for _, _, plain in parts])
        for number, (block, piece, plain) in enumerate(parts):
            following = parts[number + 1][2] if number + 1 < len(parts) else ""
            # name, issuer and date on three lines: recognised by the style, or by a date that ended the one before
            fresh = number < 2 or self._terms.only_terms(parts[number - 2][2])
            same = number > 0 and parts[number - 1][0] is block
            styled = number > 0 and parts[number - 1][0].style != block.style
            if (
                items
                and (same or not block.marker)
                and (
                    number in issuers
                    or self._goes_on(items[-1], plain, following, styled=styled, under=fresh or same)
                )
            ):
                items[-1] = _grown(items[-1], piece, text, across=self._runs_across(items[-1], plain))
            else:
                prose = len(block.body.of(text).split()) > _MOST_WORDS_OF_A_LINE
                items.append(CertificateItem(piece, plain, free and not prose))
        bare = [not self._terms.has_name(i.text) and not self._terms.dates_in(i.text) for i in items]
        if sum(bare) > _MOST_BARE_NAMES:
            # so many lines without date or a word of certificates are some other text
            return [replace(i, free=False) if weak else i for i, weak in zip(items, bare, strict=True)]
        return items

    def _paired(self, lines: Sequence[str]) -> frozenset[int]:
        """The numbers of the lines that name who issued the certificate above, and when: every line without a date has one below.

        One pair alone shows that only if there is nothing else.
        """
        found: set[int] = set()
        at = 0
        while at + 1 < len(lines):
            run: list[int] = []
            while at + 1 < len(lines) and self._is_pair(lines[at], lines[at + 1]):
                run.append(at + 1)
                at += 2
            known = any(self._finder.find(lines[i - 1]) or self._terms.has_name(lines[i - 1]) for i in run)
            alone = len(lines) == 2 * len(run) and " " in self._terms.name_in(lines[-1])[1]
            if known and (len(run) > 1 or alone):
                found.update(run)
            at += 1
        return frozenset(found)

    def _is_pair(self, name: str, issuer: str) -> bool:
        """Whether a line has no date, and the one below is a name and a date and none of a certificate."""
        terms = self._terms
        if terms.dates_in(name) or terms.states(name) or not terms.is_dated_name(issuer):
            return False
        start, printed = terms.name_in(issuer)
        plain = printed.istitle() and not issuer[:start].strip()
        other = terms.has_name(issuer) or terms.names_other_thing(issuer) or terms.is_shaped(issuer)
        return plain and not other and not self._finder.find(issuer)

    def _lines(self, piece: Span) -> list[Span]:
        """A paragraph, cut where a line that is a name with its date or state is below such a one."""
        parts: list[Span] = []
        for line in _LINE.finditer(self._document.text, piece.start, piece.end):
            if parts and not self._begins_another(parts[-1].of(self._document.text), line.group()):
                parts[-1] = Span(parts[-1].start, line.end())
            else:
                parts.append(Span(*line.span()))
        return parts or [piece]

    def _begins_another(self, before: str, line: str) -> bool:
        """Whether a line of a paragraph is no part of the certificate in the lines before: both are whole."""
        if not line.lstrip(" (")[:1].isupper():
            return False
        if self._terms.is_dated_name(line) and self._terms.is_dated_name(before):
            return True
        known = self._finder.find(before)
        if not known or before[known[-1].span.end :].strip():
            return False
        return self._terms.is_dated_name(line) or any(
            not line[: each.span.start].strip() for each in self._finder.find(line)
        )

    def listed(self, piece: Span, *, within: bool) -> list[Span]:
        """The items of a list of certificates in one line, each with its own dates: behind a label, or of names only.

        `within` a section of certificates any label will do, elsewhere one that is called as such a section is.
        """
        text = piece.of(self._document.text)
        label = before_colon(text)
        match = self._headings.name(label.name) if label is not None else None
        named = match is not None and match.kind is SectionKind.CERTIFICATIONS
        start = label.end if label is not None and (named or within) else 0
        if not within and not named:
            return []
        parts: list[Span] = []
        for part in _LIST_PART.finditer(text, start):
            inside = part.group().replace("\n", " ")
            if parts and (self._terms.only_terms(inside) or not re.match(r"\W*[A-ZÀ-Þ\d]", inside)):
                parts[-1] = Span(parts[-1].start, part.end())
            elif inside.strip():
                parts.append(Span(*part.span()))
        own = label is not None and len(label.name.split()) > 1  # and no word for all of them
        if start and own and parts and self._terms.opens_with_state(parts[0].of(text)):
            return [piece]  # "Utah license: application sent in May, decision pending"
        shaped = [p for p in parts if self._terms.is_shaped(p.of(text)) or self._finder.find(p.of(text))]
        listed = len(parts) > 1 if start else len(parts) > _FEWEST_TOLD and 2 * len(shaped) > len(parts)
        if not (listed or named):
            return [piece]
        return [Span(piece.start + part.start, piece.start + part.end) for part in parts]

    def _goes_on(
        self, item: CertificateItem, plain: str, following: str, *, styled: bool, under: bool
    ) -> bool:
        """Whether a line goes on about the certificate in the line before: its dates, or its issuer and then dates."""
        own_terms = self._terms.only_terms(plain) and not self._finder.find(plain)
        if own_terms or self._is_issuer_line(item, plain, styled=styled):
            return True
        if self._runs_across(item, plain):
            return True
        undated = not self._terms.dates_in(item.text + plain) and not self._terms.has_name(plain)
        plausible = styled or under or bool(self._finder.find(item.text)) or self._terms.has_name(item.text)
        more = bool(following) and self._terms.only_terms(following)
        if not (undated and plausible and more) or self._finder.find(plain):
            return False
        # what has an end or a state in the line below may as well be a certificate of its own
        return styled or self._is_issuer(item, plain) or not self._terms.tells_state(following)

    def _runs_across(self, item: CertificateItem, plain: str) -> bool:
        """Whether a name begins in one line and ends in the next, as in a narrow column: one of the catalogue, or ".. in"."""
        # "half way through" ends what is said of a course, and its line
        told = self._terms.dates_in(item.text) or ":" in item.text or self._terms.states(item.text)
        if not told and is_open_end(item.text) and item.text.split()[-1].islower():
            return True
        found = self._finder.find(f"{item.text} {plain}")
        return any(each.span.start < len(item.text) < each.span.end for each in found)

    def _is_issuer_line(self, item: CertificateItem, plain: str, *, styled: bool) -> bool:
        """Whether a line says who issued the certificate of the line before, and when, and names nothing of its own."""
        if self._terms.dates_in(item.text) or self._terms.states(item.text) or self._finder.find(plain):
            return False
        name = self._terms.name_in(plain)[1]
        if self._terms.is_no_name(name) or not self._terms.dates_in(plain):
            return False
        if self._terms.has_name(plain) or self._terms.names_other_thing(plain):
            return False
        told_in_brackets = plain.lstrip().startswith("(") and not _LONG_WORD.search(name)
        named = bool(self._finder.find(item.text)) or self._terms.is_shaped(item.text)
        return told_in_brackets or self._is_issuer(item, name) or (styled and named)

    def _is_issuer(self, item: CertificateItem, name: str) -> bool:
        """Whether a name is that of the body that issues the certificate of the line before, or of one that issues any."""
        return self._terms.names_issuer(name) or self._finder.is_issuer(name, self._finder.find(item.text))


def pieces(body: Span, text: str) -> Iterator[Span]:
    """The sentences or semicolon parts of a block; offsets are the document's."""
    whole, begin = body.of(text), 0
    for found in _PIECES.finditer(whole):
        if whole[begin : found.start()].strip():
            yield Span(body.start + begin, body.start + found.start())
        begin = found.end()
    if whole[begin:].strip():
        yield Span(body.start + begin, body.end)


def _grown(item: CertificateItem, piece: Span, text: str, *, across: bool) -> CertificateItem:
    apart = (" " if across else "\t") * (piece.start - item.span.end)
    return replace(
        item,
        span=Span(item.span.start, piece.end),
        text=item.text + apart + piece.of(text).replace("\n", " "),
    )


def holds_certificates(
    section: Section, document: Document, finder: CertificateFinder, terms: CertificateTerms
) -> bool:
    """Whether most items of a section of unknown kind are certificates; so are "Papers" that are no publications.

    Of those one has to say how long it holds at least.
    """
    if section.kind not in {SectionKind.OTHER, SectionKind.PUBLICATIONS}:
        return False
    items = [
        block.body.of(document.text).replace("\n", " ")
        for block in document.blocks
        if section.body.start <= block.body.start and block.body.end <= section.body.end
    ]
    published = section.kind is SectionKind.PUBLICATIONS
    short = [item for item in items if len(item.split()) <= _LONGEST_ITEM]
    timed = any(terms.runs_out(item) or terms.states(item) for item in short)
    told = sum(
        terms.tells(item, sure=published) or any(each.certain for each in finder.find(item)) for item in short
    )
    return told >= _FEWEST_TOLD and 2 * told >= len(items) and (timed or not published)
