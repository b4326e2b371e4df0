"""The head of an entry: what of its words is title and what employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.facts.durations import DurationParser
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import LONGEST_HEAD, DatePlace, EntryDate
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import EntryHeadWords
from gapcheck.text.phrases import alternation
from gapcheck.text.sentences import ends_in_abbreviation

_INITIALS = re.compile(r"(?:\b[A-Za-z]\.)+[A-Za-z]$")
_LONGEST_TOWN = 2


@dataclass(frozen=True, slots=True)
class HeadPart:
    """A piece of a head between separators. `line` counts the lines of the head."""

    span: Span
    text: str
    line: int


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
            rf"\t+|\s{{2,}}|\s*[|•·¦]\s*|\s+[–—-]\s+|\s+/\s+|;\s+|\s+@\s+|\s+{alternation(words.at)}\s+(?=[A-ZÀ-Þ])"
            rf"|\.\s+(?=[A-ZÀ-Þ])|:\s+|,\s+(?!(?:{'|'.join(map(re.escape, legal_forms)) or '(?!)'})(?![\w-]))"
        )
        self._dangling = re.compile(rf"(?:^|\s){alternation(words.before_date)}\s*$", re.IGNORECASE)

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
        self, rows: Sequence[Row], dates: Sequence[EntryDate | None], document: Document, *, whole: bool
    ) -> HeadText:
        """Title and employer of a head of one or more lines, in whatever order they come.

        `whole`: the first line as printed is the title, unless it names an employer (courses taught, projects).
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
        scored = [
            (self._titles.title_score(part.text) - 2 * self._titles.has_legal_form(part.text), part)
            for part in parts
        ]
        best = max(score for score, _ in scored)
        chosen = next(part for score, part in scored if score == best)
        if best <= 0:
            chosen = next((p for p in parts if not self._titles.names_employer(p.text)), parts[0])
            if self._is_town(parts):
                return HeadText("", _clean(parts[0].text), None)
        rest = [part for part in parts if part is not chosen]
        if whole and not any(self._titles.employer_score(part.text) >= 2 for part in rest):
            same = [part for part in parts if part.line == chosen.line]
            span = Span(same[0].span.start, same[-1].span.end)
            return HeadText(_clean(span.of(document.text)), "", span)
        employer, extra = self._employer(rest, chosen)
        span = chosen.span if extra is None else Span(chosen.span.start, extra.span.end)
        return HeadText(_clean(span.of(document.text)), employer, span)

    def _is_town(self, parts: Sequence[HeadPart]) -> bool:
        """Whether a head without a title is an employer and, behind a comma, a town ("Harbour Insurance, Bristol")."""
        if len(parts) != 2 or parts[0].line != parts[1].line:
            return False
        return self._titles.employer_score(parts[0].text) > 0 and len(parts[1].text.split()) <= _LONGEST_TOWN

    def _places(self, parts: Sequence[HeadPart], text: str) -> list[HeadPart]:
        """Parts that are a region, or a town right before one ("Lisbon, Portugal") in a line without anything else."""
        found = [part for part in parts if self._titles.is_place(part.text)]
        for town, region in pairwise(parts):
            comma = text[town.span.end : region.span.start].strip() == ","
            alone = sum(part.line == town.line for part in parts) == 2
            if comma and alone and region in found and not self._titles.title_score(town.text):
                found.append(town)
        return found

    def _employer(self, rest: Sequence[HeadPart], title: HeadPart) -> tuple[str, HeadPart | None]:
        """The employer among the parts that are not the title; and the last part that still belongs to the title."""
        named = [part for part in rest if self._titles.employer_score(part.text)]
        same = [part for part in rest if part.line == title.line and part.span.start > title.span.start]
        if named:
            best = max(self._titles.employer_score(part.text) for part in named)
            first = next(part for part in named if self._titles.employer_score(part.text) == best)
            between = [p for p in same if p.span.end <= first.span.start and first.line == title.line]
            return _clean(first.text), between[0] if len(between) == 1 else None
        candidates = [*same, *rest]
        return (_clean(candidates[0].text) if candidates else ""), None

    def _parts(self, row: Row, date: EntryDate | None, number: int) -> list[HeadPart]:
        text, start = row.text, row.span.start
        if date is not None and date.ends is not None:
            text = text[: date.ends - start]
        for dated in (date.dated, *date.others) if date else ():
            begin, end = dated.span.start - start, dated.span.end - start
            text = text[:begin] + "\t" * (end - begin) + text[end:]
        if date is not None and date.place in {DatePlace.START, DatePlace.BRACKETS}:
            # "Tide clock (2019): a dial that ...": what follows the colon is no part of the head
            cut = re.search(r"\w\)? ?:\s", text) or re.search(r"\t\)\s*:", text)
            text = text[: cut.end()] if cut else text
        text = re.sub(
            r"\([\s\t]*\t[\s\t]*\)",
            lambda found: "\t" * len(found.group()),
            self._durations.blanked(text, "\t"),
        )
        parts, begin = [], 0
        for found in [*self._separators(text), None]:
            stop = found.start() if found else len(text)
            piece = text[begin:stop]
            lead = len(piece) - len(piece.lstrip(" \t()–—-|,.:;*_"))
            body = self._trimmed(piece[lead:])
            if re.search(r"[^\W_]{2}", body) and self._titles.without_terms(body):
                parts.append(
                    HeadPart(Span(start + begin + lead, start + begin + lead + len(body)), body, number)
                )
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
            if not inside[found.start()] and not ends_in_abbreviation(text[: found.start() + 1])
        ]

    def _trimmed(self, whole: str) -> str:
        piece = whole.rstrip(" \t–—-|,.:;(*_")
        while (found := self._dangling.search(piece)) is not None and found.start() > 0:
            piece = piece[: found.start()].rstrip(" \t–—-|,.:;(")
        if whole.startswith(f"{piece}.") and _INITIALS.search(piece):
            return f"{piece}."  # S.A., M.D.
        return piece + ")" if piece.count("(") > piece.count(")") else piece


def _clean(text: str) -> str:
    return " ".join(text.split())
