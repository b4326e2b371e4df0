"""How to reach the person, read so that it can be shown, exported or taken out; never scored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser
from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.outline.sections import Outline
from gapcheck.resume.entry_words import EntryWords
from gapcheck.resume.model import Contact
from gapcheck.spans import Span

_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_URL = re.compile(r"(?:https?://|www\.)[^\s|•·,;<>()]+", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|edu|co|ai|app|info|de|fr|es|uk|eu|ch|nl|se|in)(?:/[\w~%./#?=&+-]*)?(?![\w@])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\+?\(?\d[\d\s().\u00a0/‐‑–-]{6,}\d")
_INTERNATIONAL = re.compile(r"\+\d[\d\s().\u00a0/‐‑–-]{6,18}\d")
_POSTCODE = re.compile(r"\b(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b")
_STREET = re.compile(r"^\d{1,5}[a-z]?\s+[A-ZÀ-Þ]|^[A-ZÀ-Þ][\w. -]+\s\d{1,4}[a-z]?(?:,|$)")
_PARTS = re.compile(r"\s*[|•·¦⋄◦]\s*|\t+|\s{3,}|\s+[–—-]\s+|\s*;\s*")
_HONORIFIC = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|herr|frau|dipl\.-ing)\.?\s+)+", re.IGNORECASE
)
_PARTICLES = frozenset(
    {
        "de",
        "da",
        "del",
        "della",
        "der",
        "den",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "y",
        "e",
        "zu",
        "ter",
        "ten",
        "st",
        "st.",
    }
)
_DOCUMENT_NAMES = frozenset(
    {"resume", "résumé", "cv", "curriculum vitae", "lebenslauf", "curriculum", "resumé"}
)
_DOCUMENT_END = re.compile(
    rf"(?<=\w)[\s–—:-]+(?:{'|'.join(sorted(_DOCUMENT_NAMES, key=len, reverse=True))})$", re.IGNORECASE
)
_REGIONS = ("US", "GB")
"""Where a number without a country code is tried; more would turn other numbers into phones."""
_NAME_ROWS = 12
_FULL_DATE = 8
"""Characters of a date with a day: 20.12.1990 looks like a number to call."""


class ContactReader:
    """Reads contact data of a document. Pure after it is built."""

    def __init__(
        self, document: Document, headings: ResumeHeadings, titles: EntryWords, dates: DateParser
    ) -> None:
        self._document = document
        self._headings = headings
        self._titles = titles
        self._dates = dates

    def read(self, outline: Outline) -> Contact:
        """Name, e-mail addresses, phone numbers, links and place, and every span that has to be redacted."""
        text = self._document.text
        near = self._near(outline)
        name, name_span = self._name(outline)
        emails = [Span(*found.span()) for found in _EMAIL.finditer(text)]
        links = [Span(*found.span()) for found in _URL.finditer(text)]
        for row in near:
            links += [
                Span(row.span.start + m.start(), row.span.start + m.end()) for m in _SITE.finditer(row.text)
            ]
        links = [span for span in links if not any(span.overlaps(other) for other in emails)]
        if not any(_EMAIL.search(row.text) for row in near):
            # as in the footer of a page
            phones = list(self._phones([*near, *(row for row in outline.rows if _EMAIL.search(row.text))]))
        else:
            phones = list(self._phones(near))
        location = self._location(near)
        spans = {*emails, *links, *(span for span, _ in phones), *name_span}
        spans |= {
            link.span for link in self._document.links if link.span is not None and _is_address(link.uri)
        }
        if location is not None:
            spans.add(location)
        return Contact(
            name=name,
            emails=_unique("".join(span.of(text).split()) for span in emails),
            phones=_unique(number for _, number in phones),
            links=_unique((*self._uris(), *(_plain_link(span.of(text)) for span in _outermost(links)))),
            location=" ".join(location.of(text).split()) if location else "",
            spans=tuple(sorted(spans)),
        )

    def _near(self, outline: Outline) -> list[Row]:
        """The lines where contact data stands: header and contact sections, the foot of the first column."""
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

    def _name(self, outline: Outline) -> tuple[str, set[Span]]:
        """The person's name, and all places where it stands."""
        headed = [row for row in outline.rows if row.line.page == 1]
        titled = {section.span.start for section in outline.sections if section.title}
        rows = [row for row in headed if row.line.span.start not in titled and row.span.start not in titled]
        first = outline.sections[0]
        header = [row for row in rows if row.span.start < first.body.end][:_NAME_ROWS] or rows[:_NAME_ROWS]
        sizes = [row.line.style.size for row in rows]
        largest = max(sizes, default=0.0)
        candidates = [row for row in rows if largest and row.line.style.size >= 0.95 * largest][:3]
        if not candidates or (len(candidates) > 2 and len({row.line.style.size for row in rows}) == 1):
            candidates = header[:4]
        # beside a side column that is read first, the file's own mark tells
        marked = [row for row in rows if row.line.heading_level == 1][:1]
        for row in (*marked, *candidates, *header[:4]):
            found = self._name_in(row, outline.rows)
            if found is not None:
                name = found.of(self._document.text).replace("\n", " ")
                return " ".join(name.split()), self._recurrences(" ".join(name.split())) | {found}
        return "", set()

    def _name_in(self, row: Row, rows: Sequence[Row]) -> Span | None:
        first = _PARTS.split(row.text)[0].split(",")[0]
        plain = _DOCUMENT_END.sub("", _HONORIFIC.sub("", first)).strip()
        start = row.span.start + first.find(plain)
        if self._is_name(plain):
            return Span(start, start + len(plain))
        # a first name on one line, the last name in the same letters on the next
        following = rows[row.index + 1] if row.index + 1 < len(rows) else None
        if following is None or following.line.style != row.line.style or len(plain.split()) != 1:
            return None
        both = f"{plain} {following.text}"
        if self._is_name(both) and len(following.text.split()) <= 2 and "," not in following.text:
            return Span(start, following.span.end)
        return None

    def _is_name(self, text: str) -> bool:
        words = text.split()
        if (
            not 2 <= len(words) <= 5
            or words[-1].casefold() in _DOCUMENT_NAMES
            or re.search(r"[\d@:/+&()]", text)
            or text.casefold() in _DOCUMENT_NAMES
        ):
            return False
        if self._headings.name(text) is not None:
            return False
        return all(word[:1].isupper() or word.casefold() in _PARTICLES for word in words) and any(
            len(word.strip(".")) > 1 for word in words
        )

    def _recurrences(self, name: str) -> set[Span]:
        """The whole name anywhere, and the last name beside an initial ("R. Smith", "Smith, R.")."""
        words = name.split()
        whole = r"\s+".join(map(re.escape, words))
        last, initial = re.escape(words[-1]), re.escape(words[0][0])
        pattern = rf"(?<!\w)(?:{whole}|{initial}\.\s?{last}|{last},?\s+{initial}\.)"
        return {Span(*m.span()) for m in re.finditer(pattern, self._document.text, re.IGNORECASE)}

    def _phones(self, rows: Iterable[Row]) -> Iterator[tuple[Span, str]]:
        for row in rows:
            if not _DIGITS.search(row.text):
                continue
            found = self._dates.find(row.text, row.span.start)
            dates = [each.span for each in found if each.range or len(each.span) >= _FULL_DATE]
            for span, number in _numbers(row.text, row.span.start):
                if not any(span.overlaps(other) for other in dates):
                    yield span, number

    def _location(self, rows: Iterable[Row]) -> Span | None:
        for row in rows:
            begin = 0
            for found in [*_PARTS.finditer(row.text), None]:
                end = found.start() if found else len(row.text)
                piece = row.text[begin:end]
                plain = piece.strip(" ,.()")
                if plain and "@" not in plain and self._is_location(plain, row):
                    start = row.span.start + begin + piece.find(plain)
                    return Span(start, start + len(plain))
                begin = found.end() if found else end
        return None

    def _is_location(self, text: str, row: Row) -> bool:
        """Whether a part of a contact line is a place: "City, Region", an address, or a name beside phone or e-mail."""
        if self._titles.title_score(text) == 2 or len(text) > 60 or self._dates.find(text):
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
    import phonenumbers  # noqa: PLC0415  # its tables take 60 ms to load, which a resume without digits need not pay

    found = [
        Span(offset + match.start, offset + match.end)
        for region in _REGIONS
        for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.POSSIBLE)
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


def _plain_link(text: str) -> str:
    return text.strip(" .,;)")


def _outermost(spans: Iterable[Span]) -> list[Span]:
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in ordered:
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return kept


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for value in values:
        key = re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", value.casefold())
        seen.setdefault(key, value)
    return tuple(seen.values())
