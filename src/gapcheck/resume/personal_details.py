"""Where a resume says what no job may ask: birth, age, nationality, gender, family, religion, a photograph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.facts.dates import DateParser
from gapcheck.lazy import late_pattern
from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import PersonalDetailWords
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import alternation, compiled, plain

_SEPARATOR = re.compile(r"[|•·¦⋄◦;]|\t+|\s{3,}")
_OPENING = r"(?:^\W{0,4}|[,(.]\s*|[–—-]\s+)"
"""What is before a label: nothing, or the end of another detail."""
_SIGN = r"\s*(?:\([^()]{0,20}\)\s*)?(?:[:=]|[–—-](?=\s|$))\s*"
_CLAUSE_END = re.compile(r"[,.]\s")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ])")
_WORK = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING, SectionKind.TEACHING, SectionKind.PUBLICATIONS,
     SectionKind.SKILLS, SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.CERTIFICATIONS, SectionKind.AWARDS}
)  # fmt: skip
"""Where "children" and "born" are said of others, of work and of things."""
_LONGEST = 8
"""Words of a detail that has no colon before it; more are a sentence."""


class PersonalDetailFinder:
    """Finds the places of personal details. Pure after it is built."""

    def __init__(self, words: PersonalDetailWords, dates: DateParser) -> None:
        def labelled(labels: tuple[str, ...]) -> str:
            name = alternation(labels)
            return rf"{name}(?:\s*[/&,]\s*{name}){{0,2}}"

        def rule(pattern: str) -> re.Pattern[str]:
            return late_pattern(pattern, re.IGNORECASE)

        every = labelled((*words.labels, *words.work_words))
        joins = alternation(words.born_joins)
        self._dates = dates
        self._sure = rule(rf"{_OPENING}{labelled(words.labels)}{_SIGN}")
        self._labelled = rule(rf"{_OPENING}{every}{_SIGN}")
        self._unsigned = rule(rf"^\W{{0,4}}{labelled(words.labels)}\s+(?=\w)")
        self._bare = rule(rf"^\W{{0,4}}{every}\W{{0,4}}$")
        self._born = rule(
            rf"{_OPENING}{alternation(words.born)}(?P<join>\s*:|\s+{joins}(?=\s))?(?:\s+{joins}(?=\s))?\s+"
        )
        family = alternation(words.work_words)
        state = alternation(words.states)
        age = rf"(?:{alternation(words.before_age)}\s+)?\d\d(?:\s*{alternation(words.after_age)})?"
        origin = alternation(words.nationalities)
        each = rf"(?:{state}(?:,\s+[\w-]{{1,12}}\s{family})?|{origin}|{age})"
        # "34, Dutch, married": a state or an age with its word is among them
        sure = rf"(?=.*?(?<!\w)(?:{state}|{alternation(words.before_age)}\s+\d\d|\d\d\s*{alternation(words.after_age)})(?!\w))"
        self._alone = rule(rf"^{sure}\W{{0,4}}{each}(?:\s*[,/]\s*{each}){{0,4}}\W{{0,4}}$")
        self._aged = rule(rf"(?:^|,\s*)(?P<age>{alternation(words.before_age)}\s+\d\d)(?=\s*(?:,|$))")
        self._told = compiled(words.told)
        # no noun goes on: "UK national parks"
        shut = rf"(?=\s*(?:[^\w\s]|$)|\s+(?:{'|'.join(sorted(FUNCTION_WORDS))})\b)"
        self._from = rule(rf"(?<!\w){origin}\s+{alternation(words.of_nationality)}{shut}")
        self._photograph = rule(rf"^\W{{0,4}}{alternation(words.photographs)}(?:\W{{0,4}}$|{_SIGN})")

    def find(self, outline: Outline) -> Iterator[Span]:
        """What follows a label, to the end of the line or the next separator, or is on the next line below it."""
        open_in = None
        for row in outline.rows:
            section = outline.section_at(row.span.start)
            is_work = section.kind in _WORK
            waits = open_in is section
            for piece in _pieces(row):
                text = piece.of(row.text)
                start = self._start(text, is_work=is_work)
                if start is None and waits and len(text.split()) <= _LONGEST:
                    start = 0
                place = self._place(row, piece, start) if start is not None and start < len(text) else None
                if place is not None:
                    yield place
                if not is_work:
                    yield from self._told_in(text, row.span.start + piece.start, place)
                waits = start == len(text) or bool(not is_work and self._bare.match(text))
            open_in = section if waits else None

    def _told_in(self, text: str, at: int, place: Span | None) -> Iterator[Span]:
        """The words of a sentence that tell such a thing, but for those in `place`; `at` is where the text begins."""
        places = [each.span() for each in self._told.finditer(plain(text))]
        places += [each.span() for each in self._from.finditer(text)]
        places += [each.span("age") for each in self._aged.finditer(text)]
        for start, end in sorted(places):
            span = Span(at + start, at + end)
            if place is None or not span.overlaps(place):
                yield span

    def _start(self, text: str, *, is_work: bool) -> int | None:
        """Where in a piece of a line the detail begins: at its end, if that has only the label; None without any."""
        found = (self._sure if is_work else self._labelled).search(text)
        if found is not None:
            return found.end()
        if is_work:
            return None
        if self._alone.match(text) or self._photograph.match(text):
            return 0
        found = self._unsigned.match(text)
        if found is not None and len(text[found.end() :].split()) <= _LONGEST:
            return found.end()
        found = self._born.search(text)
        return found.end() if found is not None and self._is_birth(found, text[found.end() :]) else None

    def _is_birth(self, born: re.Match[str], rest: str) -> bool:
        """Whether a date or a place follows: nobody is a "born leader", and nothing "born in the cloud" has an age."""
        dates = self._dates.find(rest)
        if dates and dates[0].span.start <= len("12. "):
            return True
        return rest[:1].isdigit() or bool(born.group("join") and rest[:1].isupper())

    def _place(self, row: Row, piece: Span, start: int) -> Span:
        """The detail as a span of the document; of what goes on about something else, only its clause or sentence."""
        text = piece.of(row.text)
        end = len(text)
        stop = _CLAUSE_END.search(text, start) if self._born.search(text[:start]) else None
        if (stop is not None and len(text[start:].split()) > _LONGEST) or (
            stop := _SENTENCE_END.search(text, start)
        ) is not None:
            end = stop.start()
        begin = row.span.start + piece.start
        return Span(begin + start, begin + end)


def _pieces(row: Row) -> Iterator[Span]:
    """The parts of a line between separators, without blanks around them."""
    begin = 0
    for found in [*_SEPARATOR.finditer(row.text), None]:
        end = found.start() if found else len(row.text)
        text = row.text[begin:end]
        if text.strip():
            start = begin + len(text) - len(text.lstrip())
            yield Span(start, start + len(text.strip()))
        begin = found.end() if found else end
