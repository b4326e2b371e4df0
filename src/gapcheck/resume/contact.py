"""How to reach the person, read so that it can be shown, exported or taken out; never scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.document import Document
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.lazy import LazyModule
from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.model import Contact
from gapcheck.resume.person_names import LINE_PARTS
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span
from gapcheck.text.addresses import PAGE_START

phonenumbers = LazyModule("phonenumbers")

_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_URL = re.compile(rf"{PAGE_START}[^\s|•·,;<>()]+", re.IGNORECASE)
_REST_OF_LINK = re.compile(r"[-/]\n(?=\S*[-\d]|[^\n(]*\((?i:linkedin|xing)\))[\w%~-]+(?=[ \t]*(?:\(|\n|\Z))")
"""The end of an address in its next line: a hyphen, a digit or the name of its network behind it says so."""
_DOMAINS = ("com", "org", "net", "io", "dev", "me", "edu", "co", "ai", "app", "info", "de", "fr", "es", "uk", "eu", "ch",
            "nl", "se", "in")  # fmt: skip
_SITE = re.compile(
    rf"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:{'|'.join(_DOMAINS)})(?:/[\w~%./#?=&+-]*)?(?![\w@])", re.IGNORECASE
)
_DIGITS = re.compile(r"\+?\(?\d[\d\s().\u00a0/‐‑–-]{6,}\d")
_INTERNATIONAL = re.compile(r"\+\d[\d\s().\u00a0/‐‑–-]{6,18}\d")
_POSTCODE = re.compile(r"\b(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b")
_STREET = re.compile(r"^\d{1,5}[a-z]?\s+[A-ZÀ-Þ]|^[A-ZÀ-Þ][\w. -]+\s\d{1,4}[a-z]?(?:,|$)")
_REGIONS = ("US", "GB")
"""Where a number without a country code is tried; more would turn other numbers into phones."""
_CODED = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w{2,4}\b")
"""Letters and digits, as of a postcode: their digits are of no number that follows ("E17 020 7946 0000")."""
_NAME_ROWS = 12
_FULL_DATE = 8
"""Characters of a date with a day: 20.12.1990 looks like a number to call."""


class ContactReader:
    """Reads contact data of a document. Pure after it is built."""

    def __init__(self, document: Document, words: ResumeVocabulary) -> None:
        self._document = document
        self._names = words.names
        self._titles = words.titles
        self._dates = words.dates
        self._personal = words.personal

    def read(self, outline: Outline) -> Contact:
        """Name, e-mail addresses, phone numbers, links and place, and every span that has to be redacted."""
        text = self._document.text
        near = self._near(outline)
        name, name_spans = self._names.find(self._document, outline)
        emails = [Span(*found.span()) for found in _EMAIL.finditer(text)]
        links = [Span(*found.span()) for found in _URL.finditer(text)]
        for row in near:
            links += [
                Span(row.span.start + m.start(), row.span.start + m.end()) for m in _SITE.finditer(row.text)
            ]
        links = [self._unbroken(span) for span in links if not any(span.overlaps(other) for other in emails)]
        if not any(_EMAIL.search(row.text) for row in near):
            # as in the footer of a page
            phones = list(self._phones([*near, *(row for row in outline.rows if _EMAIL.search(row.text))]))
        else:
            phones = list(self._phones(near))
        location = self._location(near, [span for span, _ in phones])
        spans = {*emails, *links, *(span for span, _ in phones), *name_spans}
        spans |= {
            link.span for link in self._document.links if link.span is not None and _is_address(link.uri)
        }
        if location is not None:
            spans.add(location)
        return Contact(
            name=name,
            emails=_unique("".join(span.of(text).split()) for span in emails),
            phones=_unique(number for _, number in phones),
            links=_unique(
                (*self._uris(), *("".join(span.of(text).split()).strip(" .,;)") for span in sorted(links)))
            ),
            location=" ".join(location.of(text).split()) if location else "",
            spans=tuple(sorted(spans)),
            personal=tuple(self._personal.find(outline)),
        )

    def _unbroken(self, link: Span) -> Span:
        """An address with what goes on in the line below, where a hyphen or slash ends its own: "in/ada-", "quill (LinkedIn)"."""
        rest = _REST_OF_LINK.match(self._document.text, link.end - 1)
        return link if rest is None else Span(link.start, rest.end())

    def _near(self, outline: Outline) -> list[Row]:
        """The lines with contact data: header and contact sections, the foot of the first column."""
        rows = [
            row
            for section in outline.sections
            if section.kind in {SectionKind.HEADER, SectionKind.CONTACT}
            for row in outline.rows_in(section)
        ]
        return rows or list(outline.rows[:_NAME_ROWS])

    def _uris(self) -> Iterator[str]:
        for link in self._document.links:
            if not link.uri.lower().startswith(("mailto:", "tel:")):
                yield link.uri

    def _phones(self, rows: Iterable[Row]) -> Iterator[tuple[Span, str]]:
        for row in rows:
            if not _DIGITS.search(row.text):
                continue
            found = self._dates.find(row.text, row.span.start)
            dates = [each.span for each in found if each.range or len(each.span) >= _FULL_DATE]
            for span, number in _numbers(row.text, row.span.start):
                if not any(span.overlaps(other) for other in dates):
                    yield span, number

    def _location(self, rows: Iterable[Row], phones: Sequence[Span]) -> Span | None:
        for row in rows:
            begin = 0
            for found in [*LINE_PARTS.finditer(row.text), None]:
                end = found.start() if found else len(row.text)
                piece = row.text[begin:end]
                plain = piece.strip(" ,.()")
                if plain and "@" not in plain and self._is_location(plain, row):
                    start = row.span.start + begin + piece.find(plain)
                    place = Span(start, start + len(plain))
                    if not any(place.overlaps(phone) for phone in phones):
                        return place
                begin = found.end() if found else end
        return None

    def _is_location(self, text: str, row: Row) -> bool:
        """Whether a part of a contact line is a place: "City, Region", an address, or a name beside phone or e-mail."""
        if self._titles.title_score(text) == SURE_SCORE or len(text) > 60 or self._dates.find(text):
            return False
        if self._titles.is_place(text) or _POSTCODE.search(text) or _STREET.match(text):
            return not _DIGITS.fullmatch(text)
        beside = bool(_EMAIL.search(row.text) or _DIGITS.search(row.text))
        plain = len(text.split()) <= 3 and re.fullmatch(
            r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,-]+[A-ZÀ-Þ][^\W\d_]+)*", text
        )
        return bool(beside and plain and row.index > 0)


def _numbers(text: str, offset: int) -> Iterator[tuple[Span, str]]:
    """Phone numbers of a line, as printed: the same number in two regions counts once."""
    bare = _CODED.sub(lambda code: "x" * len(code.group()), text)
    found = [
        Span(offset + match.start, offset + match.end)
        for region in _REGIONS
        for match in phonenumbers.PhoneNumberMatcher(bare, region, leniency=phonenumbers.Leniency.POSSIBLE)
    ]
    # numbers that no region accepts (fictional, mistyped) are personal data all the same
    found += [Span(offset + m.start(), offset + m.end()) for m in _INTERNATIONAL.finditer(text)]
    taken: list[Span] = []
    for span in sorted(found, key=lambda each: (-len(each), each.start)):
        printed = text[span.start - offset : span.end - offset]
        if sum(map(str.isdigit, printed)) >= 7 and not any(span.overlaps(each) for each in taken):
            taken.append(span)
            yield span, " ".join(printed.split())


def _is_address(uri: str) -> bool:
    return uri.lower().startswith(("mailto:", "tel:"))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for value in values:
        key = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", value.casefold())
        seen.setdefault(key, value)
    return tuple(seen.values())
