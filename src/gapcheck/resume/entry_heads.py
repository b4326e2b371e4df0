"""The head of an entry: what of its words is title and what employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.facts.durations import DurationParser
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import FEWEST_WORDS_OF_PROSE, LONGEST_HEAD, DatePlace, EntryDate
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import EntryHeadWords
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import alternation
from gapcheck.text.sentences import ends_in_abbreviation

_INITIALS = re.compile(r"(?:\b[A-Za-z]\.)+[A-Za-z]$")
_IN_BRACKETS = re.compile(r"\s*\((?=[A-ZÀ-Þ][^()\d]+(?:\([^()]*\))?\)\Z)")
_DATED_BRACKET = re.compile(r"\(([^()\t]*[^\W\d_][^()\t]*\t+\s*|\t+[^()\t]*[^\W\d_][^()\t]*)\)")
"""A bracket with a date, blanked, and other words."""
_LONGEST_TOWN = 2


@dataclass(frozen=True, slots=True)
class HeadPart:
    """A piece of a head between separators. `line` counts the lines of the head; `dated`: its date is before it."""

    span: Span
    text: str
    line: int
    dated: bool = False


@dataclass(frozen=True, slots=True)
class HeadText:
    """What the words of a head say. `title_span` covers the title as printed, or is None."""

    title: str
    employer: str
    title_span: Span | None


class EntryHeadReader:
    """Reads title and employer out of heads. Pure after it is built."""

    def __init__(
        self,
        titles: EntryWords,
        durations: DurationParser,
        words: EntryHeadWords,
        legal_forms: Sequence[str],
    ) -> None:
        self._titles = titles
        self._durations = durations
        self._separator = re.compile(
            rf"\t+|[^\S\r]{{2,}}|\s*[|•·¦]\s*|\s+(?:[–—-]|--)\s+|\s+/\s+|;\s+|\s+@\s+|\s+{alternation(words.at)}\s+(?=[A-ZÀ-Þ])"
            rf"|\.\s+(?=[A-ZÀ-Þ])|:\s+|,\s+(?!(?:{'|'.join(map(re.escape, legal_forms)) or '(?!)'})(?![\w-]))"
        )
        self._weak_separator = re.compile(rf"\s+{alternation(words.at_if_unnamed)}\s+(?=[A-ZÀ-Þ])")
        self._dangling = re.compile(rf"(?<!\w){alternation(words.before_date)}\s*$", re.IGNORECASE)

    def could_be_head(self, row: Row) -> bool:
        """Whether a line without a date can be part of an entry's head: short, no bullet, no sentence."""
        text = row.text
        if row.bullet or not re.search(r"[^\W\d_]", text) or len(text.split()) > LONGEST_HEAD:
            return False
        if text[:1].islower() or text.endswith((";", ":", ",")):
            return False
        if text.endswith(".") and not ends_in_abbreviation(text):
            return False
        return not self._titles.opens_work(text)

    def read(
        self,
        rows: Sequence[Row],
        dates: Sequence[EntryDate | None],
        document: Document,
        *,
        whole: bool = False,
        complete: bool = False,
    ) -> HeadText:
        """Title and employer of a head of one or more lines, in whatever order they come.

        `whole`: the first line as printed is the title, unless it names an employer (courses taught, projects).
        `complete`: these are all lines of the head, so title and employer may be in it without any sign between.
        """
        parts = [
            part
            for number, (row, date) in enumerate(zip(rows, dates, strict=True))
            for part in self._parts(row, date, number)
        ]
        places = self._places(parts, document.text)
        parts = [part for part in parts if part not in places]
        if not parts:
            return HeadText("", "", None)
        if complete and len(parts) == 1 and not whole and (pair := self._unsigned(parts[0])) is not None:
            title, employer = pair
            name = self._without_town(employer, places, document.text)
            return HeadText(_clean(title.text), name, title.span)
        if (
            complete
            and len(parts) == 1
            and not whole
            and (
                halves := self._titles.halves(
                    parts[0].text, below_date=any(d and d.place is DatePlace.OWN for d in dates)
                )
            )
            is not None
        ):
            at = parts[0].span.start
            title, employer = (
                replace(parts[0], span=Span(at + half.start, at + half.end)) for half in halves
            )
            name = self._without_town(employer, places, document.text)
            return HeadText(_clean(title.span.of(document.text)), name, title.span)
        parts = self._joined_titles(parts, document.text)
        best = max(map(self._title_score, parts))
        chosen = next(part for part in parts if self._title_score(part) == best)
        if best <= 0:
            chosen = next((p for p in parts if not self._titles.names_employer(p.text)), parts[0])
            if self._is_employer(parts, places):
                return HeadText("", _clean(parts[0].text), None)
        rest = [part for part in parts if part is not chosen]
        if whole and not any(self._titles.employer_score(part.text) >= 2 for part in rest):
            same = [part for part in parts if part.line == chosen.line]
            span = Span(same[0].span.start, same[-1].span.end)
            return HeadText(_clean(span.of(document.text)), "", span)
        found, extra = self._employer(rest, chosen)
        if complete and found is None and (pair := self._unsigned(chosen)) is not None:
            chosen, found = pair
        span = chosen.span if extra is None else Span(chosen.span.start, extra.span.end)
        name = self._without_town(found, places, document.text) if found is not None else ""
        return HeadText(_clean(span.of(document.text)), name, span)

    def _unsigned(self, part: HeadPart) -> tuple[HeadPart, HeadPart] | None:
        """A title with its employer in brackets, or behind a word that says so only where no other is named.

        "Baker (Sample Mills)", "Baker with Sample Mills".
        """
        cut = _IN_BRACKETS.search(part.text) or self._weak_separator.search(part.text)
        if cut is None:
            return None
        title, employer = part.text[: cut.start()], part.text[cut.end() :].strip()
        if employer.count(")") > employer.count("("):
            employer = employer[:-1]
        known = self._titles.title_score(employer) < SURE_SCORE or self._titles.employer_score(employer)
        if self._titles.title_score(title) < SURE_SCORE or not employer or not known:
            return None
        start, at = part.span.start, part.span.start + cut.end()
        return (
            replace(part, span=Span(start, start + len(title)), text=title),
            replace(part, span=Span(at, at + len(employer)), text=employer),
        )

    def _title_score(self, part: HeadPart) -> int:
        """How likely a part is the title: what is the name of an employer by its form or its last word is less so."""
        titles = self._titles
        as_employer = 2 * titles.has_legal_form(part.text) + (titles.employer_score(part.text) == 2)
        return titles.title_score(part.text) - as_employer

    def _joined_titles(self, parts: Sequence[HeadPart], text: str) -> list[HeadPart]:
        """The parts, a title with its rank or a second title behind it as one ("Cashier / Server", "Manager, Sr")."""
        joined: list[HeadPart] = []
        for part in parts:
            last = joined[-1] if joined else None
            if last is not None and self._goes_on(last, part, text[last.span.end : part.span.start].strip()):
                span = Span(last.span.start, part.span.end)
                joined[-1] = replace(last, span=span, text=span.of(text))
            else:
                joined.append(part)
        return joined

    def _goes_on(self, title: HeadPart, part: HeadPart, sign: str) -> bool:
        """Whether a part behind a title belongs to it: a rank, or another title."""
        if sign not in {",", "/"} or self._title_score(title) < 2:
            return False
        if self._titles.is_rank(part.text):
            return True
        second = self._title_score(part) == SURE_SCORE and not self._titles.names_employer(part.text)
        return second and (sign == "/" or len(part.text.split()) > 1)

    def _without_town(self, employer: HeadPart, places: Sequence[HeadPart], text: str) -> str:
        """An employer's name without the town that is printed behind it ("Sample Mills Leeds, UK")."""
        name = _clean(employer.span.of(text))
        follows = next((p for p in places if text[employer.span.end : p.span.start].strip() == ","), None)
        region = follows is not None and self._titles.is_region(follows.text)
        return self._titles.without_town(name, before_region=region)

    def _is_employer(self, parts: Sequence[HeadPart], places: Sequence[HeadPart]) -> bool:
        """Whether a head without a title is an employer with a town or region behind it ("Harbour Insurance, Bristol")."""
        if self._titles.employer_score(parts[0].text) == 0:
            return False
        if len(parts) == 1:
            return any(place.line == parts[0].line for place in places)
        return (
            len(parts) == 2  # employer and town
            and parts[0].line == parts[1].line
            and len(parts[1].text.split()) <= _LONGEST_TOWN
        )

    def _places(self, parts: Sequence[HeadPart], text: str) -> list[HeadPart]:
        """Parts that are a place, or a town right before a region ("Lisbon, Portugal") beside what else a head has."""
        found = [part for part in parts if self._titles.is_place(part.text)]
        for town, region in pairwise(parts):
            comma = text[town.span.end : region.span.start].strip() == ","
            same = sum(part.line == town.line for part in parts)
            apart = same == 2 or len(parts) - len(found) > 2
            short = len(town.text.split()) <= _LONGEST_TOWN or same == 2
            named = self._titles.title_score(town.text) or self._titles.has_legal_form(town.text)
            if (
                comma
                and apart
                and short
                and self._titles.is_region(region.text)
                and town not in found
                and not named
            ):
                found.append(town)
        return found

    def _employer(self, rest: Sequence[HeadPart], title: HeadPart) -> tuple[HeadPart | None, HeadPart | None]:
        """The employer among the parts that are not the title; and the last part that still belongs to the title.

        Without a word of employers it is the part behind the title on the same side of the date, else the first
        before it, else the first behind the date, else the first of another line.
        """
        # "(maternity cover), then permanent" goes on about the title
        rest = [part for part in rest if not (part.text.islower() and " " in part.text)]
        # what was done may have a cell of its own beside the names
        names = [
            part
            for part in rest
            if not _is_prose(part.text)
            and (self._titles.employer_score(part.text) or not self._titles.opens_work(part.text))
        ]
        rest = names if names or self._unsigned(title) is not None else rest
        named = [part for part in rest if self._titles.employer_score(part.text)]
        same = [part for part in rest if part.line == title.line]
        behind = [part for part in same if part.span.start > title.span.start]
        if named:
            best = max(self._titles.employer_score(part.text) for part in named)
            first = next(part for part in named if self._titles.employer_score(part.text) == best)
            between = [p for p in behind if p.span.end <= first.span.start and first.line == title.line]
            own = len(between) == 1 and between[0].dated == title.dated
            return first, between[0] if own else None
        near = [part for part in behind if part.dated == title.dated]
        candidates = [*near, *same, *rest]
        return (candidates[0] if candidates else None), None

    def _parts(self, row: Row, date: EntryDate | None, number: int) -> list[HeadPart]:
        text, start = row.text, row.span.start
        dated_at = date.dated.span.end if date is not None else row.span.end
        if date is not None and date.ends is not None:
            text = text[: date.ends - start]
        for span in date.spans if date else ():
            begin, end = span.start - start, span.end - start
            if (word := self._word_before_date(text[:begin])) is not None:
                begin = word.start()  # "from 2019 to 2021"
            text = text[:begin] + "\t" * (end - begin) + text[end:]
        if date is not None and date.place in {DatePlace.START, DatePlace.BRACKETS}:
            # "Tide clock (2019): a dial that ...": what follows the colon is no part of the head
            cut = re.search(r"\w\)? ?:\s", text) or re.search(r"\t\)\s*:", text)
            rest = self._separator.split(text[cut.end() :].strip("\t ()[]")) if cut else ()
            if cut and not any(self._titles.title_score(part) == SURE_SCORE for part in rest):
                text = text[: cut.end()]
        text = re.sub(
            r"[(\[]\s*\t\s*[)\]]",
            lambda found: "\t" * len(found.group()),
            self._durations.blanked(text, "\t"),
        )
        text = _DATED_BRACKET.sub(r"\t\1\t", text)
        for at in self._titles.unsigned_breaks(text):
            if text[at].isspace():
                text = f"{text[:at]}\t{text[at + 1 :]}"
        parts, begin = [], 0
        for found in [*self._separators(text), None]:
            stop = found.start() if found else len(text)
            piece = text[begin:stop]
            lead = len(piece) - len(piece.lstrip(" \t()[]–—-|,.:;*_"))
            body = self._trimmed(piece[lead:])
            if re.search(r"[^\W_]{2}", body) and self._titles.without_terms(body):
                at = start + begin + lead
                parts.append(HeadPart(Span(at, at + len(body)), body, number, at >= dated_at))
            begin = found.end() if found else stop
        return parts

    def _separators(self, text: str) -> list[re.Match[str]]:
        """Separators outside of brackets."""
        depth, inside = 0, []
        for char in text:
            depth += (char in "([") - (char in ")]" and depth > 0)
            inside.append(depth > 0)
        return [
            found
            for found in self._separator.finditer(text)
            if not inside[found.start()]
            and not (found.group()[0] == "." and ends_in_abbreviation(text[: found.start() + 1]))
        ]

    def _word_before_date(self, text: str) -> re.Match[str] | None:
        """A word at the end of a text that belongs to the date behind it; the legal form AB is not German's "ab"."""
        found = self._dangling.search(text)
        return None if found is None or self._titles.has_legal_form(found.group()) else found

    def _trimmed(self, whole: str) -> str:
        piece = whole.rstrip(" \t–—-|,.:;([*_")
        while (found := self._word_before_date(piece)) is not None and found.start() > 0:
            piece = piece[: found.start()].rstrip(" \t–—-|,.:;(")
        if whole.startswith(f"{piece}.") and _INITIALS.search(piece):
            return f"{piece}."  # S.A., M.D.
        if piece.count(")") > piece.count("("):
            return piece.rstrip(")")  # what is in brackets behind a date
        return piece + ")" if piece.count("(") > piece.count(")") else piece


def _is_prose(text: str) -> bool:
    """Whether a part of a head is a capital and then words in small letters, as a sentence is and a name never."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.casefold() not in FUNCTION_WORDS]
    opens = len(words) >= FEWEST_WORDS_OF_PROSE and words[0][:1].isupper() and "(" not in text
    return opens and all(word.islower() for word in words[1:])


def _clean(text: str) -> str:
    return " ".join(text.split())
