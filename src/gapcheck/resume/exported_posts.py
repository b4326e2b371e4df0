"""Posts as profiles of career networks are exported: employer, all the time there, then title, dates and place of each post.

    Sample Mills
    3 years 2 months
    Head Baker
    May 2020 - Present (2 years 1 month)
    Leeds
    Baker
    May 2019 - April 2020 (1 year)

The dates are alone on their lines, with their own length in brackets; an employer with one post has no length of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.facts.dates import Month
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.outline.form import signature
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import DatePlace, EntryDate
from gapcheck.resume.entry_heads import HeadText
from gapcheck.resume.head_lines import Head
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span
from gapcheck.text.content_words import is_open_end

_MOST_WORDS = 16
"""Words of an employer's or a title's line."""


@dataclass(frozen=True, slots=True)
class ExportedPost:
    """A post: its lines, and what they say."""

    head: Head
    text: HeadText


@dataclass(frozen=True, slots=True)
class _Employer:
    name: str
    position: int
    since: int
    """The month in which the first post there began, counted from the year 0."""


class ExportedPosts:
    """Reads the posts of an exported profile. Pure after it is built."""

    def __init__(self, document: Document, words: ResumeVocabulary) -> None:
        self._document = document
        self._dates = words.dates
        self._durations = words.dates.durations
        self._titles = words.titles

    def find(self, rows: Sequence[Row], dates: Sequence[EntryDate | None]) -> list[ExportedPost]:
        """The posts of a section, or none where it is written in another way."""
        own = [i for i, date in enumerate(dates) if date and date.place is DatePlace.OWN and date.dated.range]
        placed = [i for i in own if i and self._is_dated(rows[i])]
        titled = [i for i in placed if self._is_title(rows[i - 1].text)]
        over = any(i > 1 and self._is_title(rows[i - 2].text) for i in placed)
        totals = [i for i in placed if i > 1 and self._is_length(rows[i - 2].text)]
        if not placed or len(placed) < len(own) or 2 * len(titled) < len(placed) or (over and not totals):
            return []
        if not totals and len(placed) < 2:  # one post alone may be set in any way
            return []
        found: list[ExportedPost] = []
        employer: _Employer | None = None
        floor = 0
        for position in placed:
            date = dates[position]
            if date is None:
                continue
            top = self._top_of_title(rows, position, floor)
            employer = self._employer(rows, date, range(top, position), floor, employer) or employer
            own_employer = employer is not None and employer.position >= floor
            first = employer.position if employer is not None and own_employer else top
            span = Span(rows[top].span.start, rows[position - 1].span.end)
            title = " ".join(span.of(self._document.text).split())
            text = HeadText(title, employer.name if employer is not None else "", span)
            found.append(ExportedPost(Head(first, position, date, position), text))
            floor = position + 1
        return found

    def _is_dated(self, row: Row) -> bool:
        """Whether a line is a range with its length in brackets."""
        return not row.bullet and bool(self._durations.find(row.text)) and row.text.rstrip().endswith(")")

    def _is_length(self, text: str) -> bool:
        """Whether a line is a length of time and nothing else."""
        return bool(self._durations.find(text)) and not re.search(r"\w", self._durations.blanked(text))

    def _is_title(self, text: str) -> bool:
        return any(self._titles.title_score(part) == SURE_SCORE for part in re.split(r"[,|\t]|\s-\s", text))

    def _top_of_title(self, rows: Sequence[Row], position: int, floor: int) -> int:
        """The first line of the title above a date: lines set as the last one is, and unlike the date, all below a length, or one that goes on."""
        top = position - 1
        style = signature(rows[top])
        while (
            top - 1 >= floor
            and style != signature(rows[position])
            and signature(rows[top - 1]) == style
            and not self._is_length(rows[top - 1].text)
        ):
            top -= 1
        if top - 1 < floor or self._is_length(rows[top - 1].text):
            return top
        below_length = top - 2 >= floor and self._is_length(rows[top - 2].text)
        return top - 1 if below_length or is_open_end(rows[top - 1].text) else top

    def _employer(
        self, rows: Sequence[Row], date: EntryDate, lines: range, floor: int, last: _Employer | None
    ) -> _Employer | None:
        """The employer above the lines of a title, or None where the post is a further one at the last employer."""
        top, position = lines.start, lines.stop
        start = _number(date.dated.start)
        latest = start if date.dated.start.month else start + 11
        length = top - 1 >= floor and self._is_length(rows[top - 1].text)
        above = top - 2 if length else top - 1
        if above < floor or not self._can_be_name(rows[above]):
            return None
        if length:
            rest = self._months(rows[top - 1]) - self._months(rows[position])
            return _Employer(self._name(rows[above]), above, start - max(rest, 0))
        if last is not None:
            styled = signature(rows[last.position]) != signature(rows[position])
            as_employer = signature(rows[above]) == signature(rows[last.position])
            if not as_employer if styled else latest >= last.since:
                return None
        return _Employer(self._name(rows[above]), above, start)

    def _months(self, row: Row) -> int:
        return self._durations.find(row.text)[-1].months or 0

    def _can_be_name(self, row: Row) -> bool:
        words = row.text.split()
        return not row.bullet and len(words) <= _MOST_WORDS and not row.text.endswith((".", ";", ":"))

    def _name(self, row: Row) -> str:
        return " ".join(row.text.split())


def _number(month: Month) -> int:
    return month.year * 12 + (month.month or 1)
