"""Which date of a line belongs to the head of an entry, and where in the line it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.facts.stacked_dates import with_stacked
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import EntryHeadWords
from gapcheck.text.phrases import alternation
from gapcheck.text.sentences import ends_in_abbreviation

LONGEST_HEAD = 18
"""Words of a head."""
FEWEST_WORDS_OF_PROSE = 3
"""Words of a sentence: fewer are a title, a name or a place."""
_LONGEST_OPENING = 7
_MOST_PARTS = 3
_LONGEST_REST = 14
"""Words of a head behind its date."""
_SIGNS = " \t()[].,:;|/·•–—-"
_BEFORE_DATE = re.compile(r"(?:[(,|:;·•/–—-]|\s{2,}|\t|\.)\s*$")
_AFTER_DATE = re.compile(r"^\s*(?:[|:;·•–—-]|\t|\s{2,})")
_SIGN_BEFORE, _SIGN_AFTER = re.compile(r"[|·•–—(]\s*$|\t$"), re.compile(r"\s*[|·•)]")
_AFTER_RANGE = re.compile(r"\s*\)?[\s,;.:–—-]*[A-ZÀ-Þ]")
_AFTER_BRACKET = re.compile(r"\s*\)\s*(?:[:–—-]|$)")
_PROSE = re.compile(r"(?<=[\w)])[.:]\s+(?=[A-ZÀ-Þ])")
_BRACKETS = re.compile(r"\([^()]*\)")
_TAIL = re.compile(
    r"\s*(?:[(\[](?P<note>[^()\[\]\n\t]+)[)\]]|[,;]?\s*(?P<words>(?:[a-zß-ÿ]|\d)[^.,;:|()\t]*(?:\.\d[^.,;:|()\t]*)?)|\*+)\s*"
)
"""What may be said behind the dates of a head: in brackets, or a few words with a small letter or a number first."""
_LONGEST_TAIL, _LONGEST_NOTE = 3, 8
_SEPARATOR = re.compile(r"[,|:;()\[\]\t•·]|\s[–—@/-]\s|[^\S\r]{2,}")


class DatePlace(Enum):
    """Where in its line a date is."""

    OWN = "own"
    CELL = "cell"
    END = "end"
    START = "start"
    BRACKETS = "brackets"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class EntryDate:
    """The date by which a line opens an entry.

    `others`: further periods of the same entry, printed beside it ("Summer 2019, Summer 2020"). `ends`: where in the
    document the head ends and prose on the same line begins, or None. `tail`: a remark behind the date ("0.6 FTE").
    """

    dated: PrintedDate
    place: DatePlace
    others: tuple[PrintedDate, ...] = ()
    ends: int | None = None
    tail: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """What of the head is no name: its periods, and the remark behind them."""
        return (*(each.span for each in (self.dated, *self.others)), *((self.tail,) if self.tail else ()))


class EntryDateFinder:
    """Finds the dates that open entries. Pure after it is built."""

    def __init__(self, dates: DateParser, titles: EntryWords, words: EntryHeadWords) -> None:
        self._dates = dates
        self._titles = titles
        join, before = alternation(words.joins), alternation(words.before_date)
        self._also = re.compile(rf"\s*(?:[,;&/+]|{join})?\s*{join}?\s*", re.IGNORECASE)
        self._before_date = re.compile(rf"\b{before}\b", re.IGNORECASE)
        self._goes_on = re.compile(
            rf"\s*\)?\s*(?:[.:;|·•]\s|[–—-]\s|,\s+{alternation(words.sentence_joins)}\b|\s*[A-ZÀ-Þ]\w+\s)"
        )

    def find(self, row: Row, document: Document) -> EntryDate | None:
        """The date by which a line can open an entry, or None: dates inside a sentence are no such thing."""
        dates = with_stacked(self._dates.find(row.text, row.span.start), row.text, row.span.start)
        if not dates:
            return None
        if self._is_alone(row, dates):
            return self._with_others(_widest(dates), dates, DatePlace.OWN, row)
        tail = self._tail(row, dates[-1])
        opening = row.text[: dates[0].span.start - row.span.start].strip(_SIGNS)
        if tail is not None and (not opening or self._before_date.fullmatch(opening)):
            return replace(self._with_others(_widest(dates), dates, DatePlace.OWN, row), tail=tail)
        for cell in reversed(row.cells) if len(row.cells) > 1 else ():
            inside = [each for each in dates if each.span in cell]
            blanked = self._before_date.sub(lambda found: " " * len(found.group()), cell.of(document.text))
            if inside and self._dates.are_all_of(blanked, inside, cell.start):
                return self._with_others(_widest(inside), inside, DatePlace.CELL, row)
        return self._at_end(row, dates) or self._at_start(row, dates) or self._within(row, dates)

    def _is_alone(self, row: Row, dates: Sequence[PrintedDate]) -> bool:
        """Whether a line is nothing but dates, a length and terms of work ("2019 - 2021 (part-time)")."""
        text = row.text
        for each in dates:
            begin, end = each.span.start - row.span.start, each.span.end - row.span.start
            text = text[:begin] + " " * (end - begin) + text[end:]
        rest = self._before_date.sub("", self._dates.durations.blanked(self._titles.without_terms(text)))
        return not re.search(r"[^\W_]", rest)

    def _tail(self, row: Row, dated: PrintedDate) -> Span | None:
        """What follows a whole range and is a remark on it: few words, no title, no employer and no work done."""
        start = dated.span.end - row.span.start
        found = _TAIL.fullmatch(row.text, start)
        if found is None or not dated.range or dated.open:
            return None
        words = (found["note"] or found["words"] or "").strip()
        longest = _LONGEST_NOTE if found["note"] else _LONGEST_TAIL
        named = self._titles.employer_score(words) > 1 and words[:1].isupper()
        if named or self._titles.title_score(words) == SURE_SCORE or len(words.split()) > longest:
            return None
        if not found["note"] and self._titles.opens_work(words):
            return None
        # a name in brackets may be that of the employer
        return None if found["note"] and words.istitle() else Span(dated.span.end, row.span.end)

    def _with_others(
        self,
        dated: PrintedDate,
        dates: Sequence[PrintedDate],
        place: DatePlace,
        row: Row,
        ends: int | None = None,
    ) -> EntryDate:
        """The date with the other periods of the line: ranges at other times, and years that follow in a list."""
        others: list[PrintedDate] = []
        last = dated
        for each in dates:
            if each is dated:
                continue
            if dated.range:
                if each.range and not each.open and _apart(each, dated):
                    others.append(each)
            elif each.span.start >= last.span.end:
                if not self._also.fullmatch(_between(row, last, each)):
                    break
                others.append(each)
                last = each
        return EntryDate(dated, place, tuple(others), ends)

    def _at_end(self, row: Row, dates: Sequence[PrintedDate]) -> EntryDate | None:
        """The date at the end of a line, behind the words of a head."""
        last = dates[-1]
        after = row.text[last.span.end - row.span.start :]
        if not last.range:
            run = self._listed(row, dates, from_end=True)
            # "Prize of the faculty, 2018 and 2023" is no post; two summers are
            last = run[0] if run[0].start.month else last
        before = row.text[: last.span.start - row.span.start]
        rest = self._dates.durations.blanked(self._titles.without_terms(after)).strip(_SIGNS)
        tail = self._tail(row, last) if rest and not self._titles.is_place(rest) else None
        if len(before.split()) > LONGEST_HEAD or not before.strip():
            return None
        if rest and tail is None and not self._titles.is_place(rest):
            return None
        if tail is not None and not _BEFORE_DATE.search(before):
            return None
        bracketed = before.rstrip().endswith(("(", "["))
        loose = last.open and not bracketed and not self._is_head(before)
        if not loose and (last.range or _BEFORE_DATE.search(before)):
            place = DatePlace.BRACKETS if bracketed else DatePlace.END
            return replace(self._with_others(last, dates, place, row), tail=tail)
        return None

    def _at_start(self, row: Row, dates: Sequence[PrintedDate]) -> EntryDate | None:
        """The date at the start of a line, or in brackets behind a name that a colon follows."""
        first = dates[0]
        head = row.text[: first.span.start - row.span.start].strip()
        tail = row.text[first.span.end - row.span.start :]
        if not head.strip("(•·-| ") or self._before_date.fullmatch(head):
            listed = self._listed(row, dates)
            tail = row.text[listed[-1].span.end - row.span.start :]
            # no sentence begins with a small letter: "since May 2016, Programming ..." is the line of a date
            shut = not first.open or row.text[:1].islower()
            if _AFTER_DATE.match(tail) or (first.range and shut and _AFTER_RANGE.match(tail)):
                apart = tail.lstrip().startswith(";")
                told = listed[-1].span.end if apart or self._is_told(tail) else _prose_start(row, first)
                told = told or self._end_of_cells(row, listed[-1])
                return self._with_others(first, listed, DatePlace.START, row, told)
            return None
        if head.endswith("(") and _AFTER_BRACKET.match(tail):
            return EntryDate(first, DatePlace.BRACKETS)
        return None

    def _end_of_cells(self, row: Row, dated: PrintedDate) -> int | None:
        """Where the cells of a table's row end that name title and employer, if what was done has a cell of its own."""
        cells = row.text.split("|")
        if cells[0].strip() or row.text[:1] != "|":
            return None
        parts: list[str] = []
        end = -1
        for cell in cells[:-1]:
            end += len(cell) + 1
            if end > dated.span.end - row.span.start and cell.strip():
                opened = end - len(cell) <= dated.span.start - row.span.start
                parts += () if opened else [p for p in _parts(cell) if not self._titles.is_place(p)]
            if len(parts) > 1 and any(self._titles.title_score(part) == 2 for part in parts):
                return row.span.start + end if row.text[end:].strip("| ") else None
        return None

    def _is_told(self, after: str) -> bool:
        """Whether all that follows a date is a sentence about the work, without a title or an employer."""
        text = after.strip(_SIGNS)
        ended = after.rstrip().endswith(".") and not ends_in_abbreviation(after.rstrip())
        named = any(self._titles.title_score(p) == 2 or self._titles.names_employer(p) for p in _parts(text))
        return ended and len(text.split()) >= FEWEST_WORDS_OF_PROSE and not named

    def _within(self, row: Row, dates: Sequence[PrintedDate]) -> EntryDate | None:
        """The date of a head that goes on behind it, with its other parts or as prose.

        "Acme, 2019 to 2021, Analyst"; "Analyst at Acme, 2019 to 2021. Built ...".
        """
        dated = next((each for each in dates if each.range and self._is_shut(row, each)), None)
        if dated is None or not row.starts:
            return None
        before = row.text[: dated.span.start - row.span.start]
        after = row.text[dated.span.end - row.span.start :]
        if len(before.split()) > LONGEST_HEAD or self._titles.opens_work(before):
            return None
        if self._is_fragment(after) and any(
            self._titles.title_score(part) == 2 or self._titles.names_employer(part)
            for part in (*_parts(before), *_parts(after))
        ):
            return self._with_others(dated, dates, DatePlace.INLINE, row)
        if len(after.split()) < FEWEST_WORDS_OF_PROSE or not self._goes_on.match(after):
            return None
        if not _BEFORE_DATE.search(before) or not any(
            self._titles.title_score(part) == 2 for part in _parts(before)[:2]
        ):
            return None
        return EntryDate(dated, DatePlace.INLINE, ends=dated.span.end)

    def _is_shut(self, row: Row, dated: PrintedDate) -> bool:
        """Whether a date ends, or goes on until today between two signs, and so stands in no sentence."""
        before = row.text[: dated.span.start - row.span.start]
        after = row.text[dated.span.end - row.span.start :]
        return not dated.open or bool(_SIGN_BEFORE.search(before) and _SIGN_AFTER.match(after))

    def _is_fragment(self, after: str) -> bool:
        """Whether the words behind a date are further parts of a head: few, with a capital, and no sentence."""
        text = after.strip(_SIGNS)
        if not text[:1].isupper() or not 0 < len(text.split()) <= _LONGEST_REST:
            return False
        if after.rstrip().endswith(".") and not ends_in_abbreviation(after.rstrip()):
            return False
        if _prose(text) or any(part[:1].islower() for part in _parts(_unbracketed(after))):
            return False
        return not self._titles.opens_work(text)

    def _listed(self, row: Row, dates: Sequence[PrintedDate], *, from_end: bool = False) -> list[PrintedDate]:
        """The first date and those listed right behind it ("2014, 2015 and 2017"); or the last points of a line."""
        runs: list[list[PrintedDate]] = [[dates[0]]]
        for one, two in pairwise(dates):
            if self._also.fullmatch(_between(row, one, two)) and not (from_end and one.range):
                runs[-1].append(two)
            else:
                runs.append([two])
        return runs[-1 if from_end else 0]

    def _is_head(self, before: str) -> bool:
        """Whether the words before "since 2019" are parts of a head between signs, and no sentence.

        One of them is a title or an employer, or the sign before the date is one that no sentence has.
        """
        parts = _parts(_unbracketed(before))
        fragments = not any(part[:1].islower() or len(part.split()) >= _LONGEST_OPENING for part in parts)
        named = any(
            self._titles.title_score(part) == 2 or self._titles.employer_score(part) >= 2
            for part in parts[:_MOST_PARTS]
        )
        return fragments and bool(_SIGN_BEFORE.search(before) or (named and _BEFORE_DATE.search(before)))


def _parts(text: str) -> list[str]:
    return [part for each in _SEPARATOR.split(text) if (part := each.strip(_SIGNS))]


def _unbracketed(text: str) -> str:
    return _BRACKETS.sub(" ", text)


def _between(row: Row, one: PrintedDate, two: PrintedDate) -> str:
    return row.text[one.span.end - row.span.start : two.span.start - row.span.start]


def _apart(one: PrintedDate, other: PrintedDate) -> bool:
    """Whether two periods share no time."""
    return bool((one.end and one.end < other.start) or (other.end and other.end < one.start))


def _widest(dates: Iterable[PrintedDate]) -> PrintedDate:
    """The range among the dates, or the first of them."""
    ordered = list(dates)
    return next((each for each in ordered if each.range), ordered[0])


def _prose(text: str, start: int = 0) -> re.Match[str] | None:
    """The first sign behind which a sentence begins."""
    ends = _PROSE.finditer(text, start)
    return next((each for each in ends if not ends_in_abbreviation(text[: each.start() + 1])), None)


def _prose_start(row: Row, dated: PrintedDate) -> int | None:
    """Where the sentence after a head begins that opens with its date ("2019 to now, Analyst, Acme. Built ...")."""
    found = _prose(row.text, dated.span.end - row.span.start)
    while found is not None:
        if len(row.text[found.end() :].split()) >= FEWEST_WORDS_OF_PROSE:
            return row.span.start + found.end() if found.group().startswith(".") else None
        found = _prose(row.text, found.end())
    return None


def date_of_bullet(dates: Iterable[PrintedDate], text: str) -> PrintedDate | None:
    """The date that a bullet as a whole carries: in brackets, or at its end."""
    for dated in dates:
        before, after = text[: dated.span.start], text[dated.span.end :]
        in_brackets = before.rfind("(") > before.rfind(")") and ")" in after[:60]
        if in_brackets or re.match(r"[\s.)]*(?:\n|$)", after):
            return dated
    return None
