"""Names of people in a resume: of the person it is about, wherever it occurs, and of authors, referees and advisors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from gapcheck.document import Document
from gapcheck.facts.degrees import DegreeFinder
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.outline.lines import Row
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.outline.sections import Outline
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import PersonNameWords
from gapcheck.text.phrases import CONJUNCTION, alternation

LINE_PARTS = re.compile(r"\s*[|•·¦⋄◦]\s*|\t+|\s{3,}|\s+[–—-]\s+|\s*;\s*")
"""What parts the pieces of a line with the name or the address."""
_CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+"
_INITIALED = re.compile(
    rf"(?<![\w.])(?:[A-ZÀ-Þ]\.[\s-]?){{0,2}}[A-ZÀ-Þ]\.\s+(?P<last>{_CAPITAL}(?:-{_CAPITAL})?)"
)
_REVERSED = re.compile(rf"(?<!\w){_CAPITAL}(?:[ -]{_CAPITAL})?,\s+(?:[A-ZÀ-Þ]\.[\s-]?){{1,3}}(?!\w)")
_YEAR = re.compile(r"\(?(?:19|20)\d\d[a-z]?\)?")
_TITLE_START = re.compile(r"[“\"”«]|(?<=[a-z]{2})\.\s|:\s")
_SURNAME_FIRST = re.compile(
    rf"(?P<last>(?:[^\W\d_]+\.?\s){{0,2}}{_CAPITAL}),\s+(?P<first>{_CAPITAL}(?:\s(?:{_CAPITAL}|[A-ZÀ-Þ]\.?)){{0,2}})"
)
_NO_NAME = re.compile(r"[\d@:/+&()]")
_CASELESS = r"[^\W\d_A-Za-zªºÀ-\u058fႠ-ჿᏀ-᏿]"
"""A letter of a script that has no capitals."""
_UNSPACED = re.compile(r"[々\u3040-\u30ff\u3400-\u9fff]{2,8}|[가-힣]{2,5}")
"""A whole name in one word, as Chinese, Japanese and Korean print it."""
_ASIDE = re.compile(rf"\s+[(\"“]{_CAPITAL}[)\"”](?=\s\w)|\s*[(（]{_CASELESS}(?:\s?{_CASELESS})*[)）]\Z")
"""A nickname inside a name, or the same name in its own script behind it."""
_ONE_WORD = re.compile(rf"{_CAPITAL}")
_CONTACT = re.compile(r"@|\+\d|(?<!\d)(?!(?:19|20)\d\d\b)\d[\d\s()-]{7,}")
"""Of an address or a phone number; years are none."""
_ROWS_TO_CONTACT = 2
"""Rows from a name to the address or number below it: a title may be between them."""
_MOST_WORDS = 5
_SIGNS = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"[\w.+-]+(?=@)")
_PROFILE = re.compile(r"linkedin\.com/in/\s?(?P<name>(?:\w+-\s?)*\w+)")
_PAIRED_LETTER = re.compile(r"(?<!\w)[A-Z]\s?&\s?\Z")
_SHORTEST_IN_ADDRESS = 3
_MOST_LARGEST = 3
_MOST_OF_HEADER = 4


class PersonNameFinder:
    """Finds the person's name. Pure after it is built."""

    def __init__(
        self,
        words: PersonNameWords,
        headings: ResumeHeadings,
        titles: EntryWords,
        names_skill: Callable[[str], bool],
    ) -> None:
        self._headings = headings
        self._names_skill = names_skill
        self._titles = titles
        self._particles = frozenset(words.particles)
        self._document_names = frozenset(words.document_names)
        self._ends_of_no_name = words.ends_of_no_name
        self._polite = alternation(words.honorifics)
        self._honorific = re.compile(rf"^(?:{alternation(words.honorifics)}\.?\s+)+", re.IGNORECASE)
        self._label = re.compile(rf"^{alternation(words.before_name)}\s*(?=\w)", re.IGNORECASE)
        self._document_end = re.compile(
            rf"(?<=\w)[\s–—:-]+{alternation(words.document_names)}$", re.IGNORECASE
        )

    def find(self, document: Document, outline: Outline) -> tuple[str, set[Span]]:
        """The name ("" if there is none), and every place where it occurs."""
        owners = _ADDRESS.findall(document.text)
        addresses = _folded("".join(owners))
        # below a side column that is read first, the name stands in mid-text: an address tells which line it is
        own = frozenset(map(_folded, (*owners, *_profile_names(document.text))))
        below = (row for row in outline.rows if row.line.page == 1 and _folded(row.text) in own)
        alone = None
        for row in chain(_candidates(outline), below):
            found = self._name_in(row, outline.rows)
            if found is None and row.index == 0:
                alone = self._one_word(row) if _stands_as_a_name(row, outline.rows) else None
                continue
            plain = "" if found is None else _plain_name(found, document)
            if found is None or self._is_title(plain, document.text, addresses):
                continue
            if not addresses and _opens_a_job(row, outline):
                continue
            if not re.search(_CASELESS, plain) or _stands_as_a_name(row, outline.rows):
                return _with_recurrences(found, document, self._polite)
        if alone is not None and not self._is_title(alone.of(document.text), document.text, addresses):
            return _with_recurrences(alone, document, self._polite)
        return "", set()

    def _one_word(self, row: Row) -> Span | None:
        """A name of one word, as many people have, which opens the document: where there is no other."""
        word = row.text.strip()
        listed = word.casefold() in self._document_names or self._headings.name(word) is not None
        if listed or len(word) < _SHORTEST_IN_ADDRESS or not _ONE_WORD.fullmatch(word):
            return None
        if self._titles.is_place(word) or self._titles.title_score(word):
            return None
        start = row.span.start + row.text.find(word)
        return Span(start, start + len(word))

    def _is_title(self, name: str, text: str, addresses: str) -> bool:
        """Whether what looks like a name is a job title, an employer or a list of skills, unless an e-mail address has it.

        "Ann Baker" may be a name: where a document has addresses, it is a title only if it is printed again.
        """
        if any(_folded(word) in addresses for word in name.split() if len(word) >= _SHORTEST_IN_ADDRESS):
            return False
        if self._titles.names_title(name) or all(map(self._names_skill, name.split(", "))):
            return True  # "Python, Java"
        if self._titles.title_score(name) < SURE_SCORE and self._titles.employer_score(name) < SURE_SCORE:
            return False
        return not addresses or text.casefold().count(" ".join(name.casefold().split())) > 1

    def _name_in(self, row: Row, rows: Sequence[Row]) -> Span | None:
        part = LINE_PARTS.split(row.text)[0]
        whole = self._document_end.sub("", self._label.sub("", part)).strip()
        if row.index == 0 and self._is_surname_first(whole):
            start = row.span.start + part.find(whole)
            return Span(start, start + len(whole))
        first = part.split(",")[0]
        plain = self._document_end.sub("", self._honorific.sub("", self._label.sub("", first))).strip()
        start = row.span.start + first.find(plain)
        if self._is_name(_ASIDE.sub("", plain)):
            return Span(start, start + len(plain))
        # a first name on one line, the last name in the same letters on the next
        following = rows[row.index + 1] if row.index + 1 < len(rows) else None
        if following is None or following.line.style != row.line.style:
            return None
        if len(plain.split()) != 1 or "," in part:
            return None
        both = f"{plain} {following.text}"
        if (
            self._headings.name(following.text) is None
            and self._is_name(both)
            and len(following.text.split()) <= 2
            and "," not in following.text
        ):
            return Span(start, following.span.end)
        return None

    def _is_surname_first(self, text: str) -> bool:
        """Whether a text is "Linden, Ada M.": one surname, no place, no title or degree behind it, no heading."""
        found = _SURNAME_FIRST.fullmatch(text)
        if found is None:
            return False
        *before, _ = found["last"].split()
        if any(word.casefold() not in self._particles for word in before):
            return False
        parts = (text, found["last"], found["first"])
        if any(self._titles.is_place(each) or self._titles.title_score(each) for each in parts):
            return False
        return found["first"].isupper() == found["last"].isupper() and self._is_name(_in_order(text))

    def _is_name(self, text: str) -> bool:
        words = text.split()
        own = [word for word in words if word.casefold() not in self._particles]
        if not own or len(own) > _MOST_WORDS or len(words) > _MOST_WORDS + 3:
            return False
        if (len(words) < 2 and not _UNSPACED.fullmatch(text)) or _NO_NAME.search(text):
            return False
        if self._headings.name(text) is not None or text.endswith(self._ends_of_no_name):
            return False
        if not self._document_names.isdisjoint({text.casefold(), words[-1].casefold()}):
            return False
        return all(map(self._opens_name, own)) and any(len(word.strip(".")) > 1 for word in words)

    def _opens_name(self, word: str) -> bool:
        """Whether a word begins as one of a name does: "Ruiz", "al-Rahman", "d'Arcy", or in a script without capitals."""
        particle, hyphen, rest = (*re.split("([-'’])", word, maxsplit=1), "", "")[:3]
        joined = bool(hyphen) and particle.casefold() in self._particles and rest[:1].isupper()
        return word[:1].isupper() or joined or re.match(_CASELESS, word) is not None


def _opens_a_job(row: Row, outline: Outline) -> bool:
    """Whether a whole line is printed again among the jobs, with something besides a name: as a title above a resume is.

    Words right behind it are the rest of a firm's name: "Ada Quill" is the owner of "Ada Quill Interiors".
    """
    whole = f"{' '.join(row.text.casefold().split())} "
    for section in outline.sections:
        rows = outline.rows_in(section) if section.kind is SectionKind.EXPERIENCE else ()
        again = (f"{' '.join(each.text.casefold().split())} " for each in rows if each is not row)
        rests = (each.removeprefix(whole) for each in again if each.startswith(whole))
        if any(("," in whole or rest) and not _is_more_of_a_name(rest) for rest in rests):
            return True
    return False


def _is_more_of_a_name(rest: str) -> bool:
    """Whether a name goes on in the words behind it, and no date begins there."""
    return rest[:1].isalpha() and not any(map(str.isdigit, " ".join(rest.split()[:2])))


def _stands_as_a_name(row: Row, rows: Sequence[Row]) -> bool:
    """Whether an address or a phone number is beside a line, or no other line is as large."""
    near = rows[max(row.index - 1, 0) : row.index + _ROWS_TO_CONTACT + 1]
    if any(_CONTACT.search(each.text) for each in near):
        return True
    others = [each.line for each in rows if each is not row]
    size, level = row.line.style.size, row.line.heading_level
    return (size > 0 and all(each.style.size < size for each in others)) or (
        level == 1 and all(each.heading_level != 1 for each in others)
    )


def _plain_name(place: Span, document: Document) -> str:
    """A name as printed, without what is added in brackets or quotes."""
    return _ASIDE.sub("", place.of(document.text))


def _with_recurrences(place: Span, document: Document, polite: str) -> tuple[str, set[Span]]:
    """The name that stands at a place, and all its places."""
    printed, text = _plain_name(place, document), document.text
    name = " ".join(_in_order(printed).split())
    whole = place.of(text)
    again = (
        {Span(*match.span()) for match in re.finditer(re.escape(whole), text)} if whole != printed else set()
    )
    return name, _recurrences(name, text, polite) | again | {place}


def _in_order(name: str) -> str:
    """A name with the surname last."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name


def _profile_names(text: str) -> list[str]:
    """The names in addresses of profiles, which may be broken over two lines: "linkedin.com/in/ada-quill-0a1b"."""
    found = (each.group("name") for each in _PROFILE.finditer(text))
    words = (re.split(r"[-\s]+", name) for name in found)
    return ["".join(word for word in each if word.isalpha()) for each in words]


def _folded(text: str) -> str:
    """Lower case without accents, as in an address."""
    if text.isascii():
        return _SIGNS.sub("", text.casefold())
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if char.isalnum())


def _candidates(outline: Outline) -> list[Row]:
    """Lines that may be the name: the file's own title, the largest letters, the first lines of the header."""
    titled = {section.span.start for section in outline.sections if section.title}
    rows = [
        row
        for row in outline.rows
        if row.line.page == 1 and titled.isdisjoint({row.line.span.start, row.span.start})
    ]
    header = [row for row in rows if row.span.start < outline.sections[0].body.end] or rows
    sizes = {row.line.style.size for row in rows}
    largest = [row for row in rows if row.line.style.size >= 0.95 * max(sizes) > 0][:_MOST_LARGEST]
    # beside a side column that is read first, the file's own mark is the surer one
    marked = [row for row in rows if row.line.heading_level == 1][:1]
    return [*marked, *(largest if len(sizes) > 1 else ()), *header[:_MOST_OF_HEADER]]


def _recurrences(name: str, text: str, polite: str) -> set[Span]:
    """The whole name anywhere, and the last name beside an initial or a title ("R. Smith", "Smith, R.", "Ms Smith")."""
    words = name.split()
    if len(words) == 1:
        return {Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
    whole = r"\s+".join(map(re.escape, words))
    last, initial = re.escape(words[-1]), re.escape(words[0][0])
    pattern = rf"(?<!\w)(?:{whole}|{initial}\.\s?{last}|{polite}\.?\s+{last}(?!\w)|{last},?\s+{initial}\.)"
    return {Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)}


class OtherPeopleFinder:
    """Finds the names of others: those with a title or initials, and lists of authors in publications.

    They contain letters and words that look like skills.
    """

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
            if _PAIRED_LETTER.search(before):  # "P & L. Checked"
                continue
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
    if not re.match(rf"\W*(?:{_CAPITAL}|[A-ZÀ-Þ]\.)[^.]*(?:,|\s{CONJUNCTION}\s|&|\.)", text):
        return 0
    initials = [*_REVERSED.finditer(text), *_INITIALED.finditer(text)]
    if not initials or min(m.start() for m in initials) > 40:
        return 0
    year, title = _YEAR.search(text), _TITLE_START.search(text)
    last = max((m.end() for m in initials if m.start() < 200), default=0)
    ends = [m.start() for m in (year, title) if m is not None]
    return min([last, *ends]) if ends and min(ends) > 0 else last
