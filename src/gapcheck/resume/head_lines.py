"""Which lines of a section are the heads of its entries: those around a date, and titles without one.

How heads are laid out differs between resumes and hardly within one section, so the first entry of a section
shows how many lines are above its date, and the others are read likewise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.outline.form import Signature, signature
from gapcheck.outline.labels import before_colon
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import LONGEST_HEAD, DatePlace, EntryDate
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.text.patterns import FUNCTION_WORDS

FEWEST_JOBS = 2
"""Jobs by which their common form is told."""
_MOST_LINES_ABOVE = 4
_MOST_LINES_BELOW = 2
_LONGEST_UNDATED = 12
"""Words of a line without a date that can be a head by itself."""


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of a head: positions of the first and last among the section's rows, and of the one with the date."""

    first: int
    last: int
    date: EntryDate | None
    date_row: int


class HeadFinder:
    """Finds the heads among the lines of a section. Pure after it is built."""

    def __init__(self, document: Document, words: ResumeVocabulary) -> None:
        self._document = document
        self._titles = words.titles
        self._reader = words.entry_heads
        self._dates = words.dates

    def dated(self, rows: Sequence[Row], dates: Sequence[EntryDate | None]) -> list[Head]:
        """The heads around the dates of `dates`, one for each row."""
        heads: list[Head] = []
        above: int | None = None
        below: Signature | None = None
        umbrella: Signature | None = None
        for position, date in enumerate(dates):
            if date is None:
                continue
            floor = heads[-1].last + 1 if heads else 0
            if heads and self._is_detail(rows, position, date, heads[-1]):
                continue
            count = self._lines_above(rows, dates, position, floor)
            if not heads and not count and self._is_umbrella(rows, dates, position):
                umbrella = signature(rows[position])
            elif umbrella is not None and count and self._is_employer(rows, position - 1, umbrella):
                count = 1
            elif umbrella is not None:
                count = 0
            elif above is None:
                above = count
                pattern = tuple(signature(rows[i]) for i in range(position - count, position))
            else:
                count = self._fitting(rows, position, min(count, above), pattern)
            last = self._last_line(rows, dates, position - count, position, below)
            if last > position:
                below = signature(rows[position + 1])
            heads.append(Head(position - count, last, date, position))
        return heads

    def _is_umbrella(self, rows: Sequence[Row], dates: Sequence[EntryDate | None], position: int) -> bool:
        """Whether a dated line is an employer's, right above the dated title of a post held there."""
        head = self._reader.read([rows[position]], [dates[position]], self._document)
        followed = position + 1 < len(rows) and dates[position + 1] is not None
        return followed and not (head.title and head.employer) and not self._titles.title_score(head.title)

    def _is_employer(self, rows: Sequence[Row], position: int, style: Signature) -> bool:
        """Whether a line above the date of a post is that of its employer, set as the first employer is."""
        row = rows[position]
        head = self._reader.read([row], [None], self._document)
        return signature(row) == style and self._titles.title_score(head.title) < SURE_SCORE

    def _is_detail(self, rows: Sequence[Row], position: int, date: EntryDate, last: Head) -> bool:
        """Whether a line right below text tells of a part of the time of the head above it, and names no post.

        "Hours per week: 50. Includes deployment, 01/2013 to 10/2013."
        """
        whole, part = last.date.dated if last.date else None, date.dated
        row = rows[position]
        if whole is None or row.gap or position - 1 > last.last + 1 or before_colon(row.text) is None:
            return False
        parts = re.split(r"[,|\t:;.]", row.text)
        named = any(
            self._titles.title_score(each) == SURE_SCORE or self._titles.employer_score(each) >= 2
            for each in parts
        )
        inside = whole.start <= part.start and (whole.end is None or (part.end or part.start) <= whole.end)
        return inside and part.start != whole.start and not named

    def _lines_above(
        self, rows: Sequence[Row], dates: Sequence[EntryDate | None], position: int, floor: int
    ) -> int:
        """How many lines right above a dated one can belong to its head."""
        count = 0
        while count < _MOST_LINES_ABOVE and position - count - 1 >= floor:
            row = rows[position - count - 1]
            if dates[position - count - 1] is not None or not self._reader.could_be_head(row):
                break
            count += 1
        return count

    def _fitting(self, rows: Sequence[Row], position: int, most: int, pattern: Sequence[Signature]) -> int:
        """How many of the lines above look like those of the section's first head, or hold a title as they do."""
        for count in range(most, 0, -1):
            own = [rows[i] for i in range(position - count, position)]
            if [signature(row) for row in own] == list(pattern[len(pattern) - count :]):
                return count
            if any(
                self._titles.title_score(part) == SURE_SCORE
                for row in own
                for part in re.split(r"[,|\t]", row.text)
            ):
                return count
        return 0

    def _last_line(
        self,
        rows: Sequence[Row],
        dates: Sequence[EntryDate | None],
        first: int,
        position: int,
        below: Signature | None,
    ) -> int:
        """The last line of a head: lines below the date still belong to it while title or employer are missing.

        `below` is how the line below the date is set in heads read before.
        """
        last = position
        date = dates[position]
        if date is not None and date.ends is not None:
            return position
        if (
            date is not None
            and date.place is DatePlace.OWN
            and self._is_titled_below(rows, dates, first, position)
        ):
            return position + 1
        while last + 1 < len(rows) and last - position < _MOST_LINES_BELOW:
            row = rows[last + 1]
            if dates[last + 1] is not None:
                break
            named = date is not None and date.place is DatePlace.OWN and _is_set_as_name(row, below)
            if not self._reader.could_be_head(row) and not (last == position and named):
                break
            head = self._reader.read(rows[first : last + 1], dates[first : last + 1], self._document)
            if head.title and head.employer and not self._titles.is_place(row.text):
                break
            alike = last == position and below == signature(row) and len(row.text.split()) <= 8
            untitled = self._titles.title_score(head.title) < 2
            named = untitled and self._titles.title_score(re.split(r"[,|\t]", row.text)[0]) == SURE_SCORE
            if head.title and not alike and not named and not self._belongs(rows, last, row):
                break
            last += 1
        return last

    def _is_titled_below(
        self, rows: Sequence[Row], dates: Sequence[EntryDate | None], first: int, position: int
    ) -> bool:
        """Whether the line below a date that is alone on its line opens with the title of the post held then.

        It is a bullet ("- Workshop Manager"), or goes on with what was done ("Baker with Sample Mills. Baked bread."), and
        nothing above the date is a title.
        """
        row = rows[position + 1] if position + 1 < len(rows) else None
        if row is None or dates[position + 1] is not None:
            return False
        above = self._reader.read(rows[first : position + 1], dates[first : position + 1], self._document)
        if self._titles.title_score(above.title) == SURE_SCORE:
            return False
        if row.bullet:
            opening = re.split(r"[,|\t]|\s[–—-]\s", row.text)[0]
            plain = self._reader.could_be_head(replace(row, bullet=False))
            return plain and self._titles.title_score(opening) == SURE_SCORE
        head = self._reader.read([row], [None], self._document, complete=True)
        opens = head.title_span is not None and head.title_span.start == row.span.start
        sentences = row.text.endswith(".") and ". " in row.text[len(head.title) :]
        return opens and sentences and self._titles.title_score(head.title) == SURE_SCORE

    def _belongs(self, rows: Sequence[Row], last: int, row: Row) -> bool:
        """Whether a line below the dated one goes on with the head rather than telling of the work."""
        titles = self._titles
        if (
            titles.names_employer(row.text)
            or titles.is_place(row.text)
            or titles.title_score(row.text) == SURE_SCORE
        ):
            return True
        following = rows[last + 2] if last + 2 < len(rows) else None
        return following is not None and (following.bullet or signature(following) != signature(row))

    def undated(self, rows: Sequence[Row]) -> list[Head]:
        """Heads without a date: lines with a title, above other text."""
        heads: list[Head] = []
        for position, row in enumerate(rows):
            if not self._reader.could_be_head(row) or not row.starts:
                continue
            head = self._reader.read([row], [None], self._document)
            last = position + 1 == len(rows)
            if head.title_span is None or self._titles.title_score(head.title) < 2 or last:
                continue
            if len(row.text.split()) <= _LONGEST_UNDATED and not self._reader.could_be_head(
                rows[position + 1]
            ):
                heads.append(Head(position, position, None, position))
        return heads

    def with_undated(
        self, rows: Sequence[Row], dates: Sequence[EntryDate | None], heads: Sequence[Head]
    ) -> list[Head]:
        """The heads with those of jobs without a date between and below them, which are set as the dated ones are."""
        taken = {position for head in heads for position in range(head.first, head.last + 1)}
        styles = {signature(rows[head.first]) for head in heads}
        parted = all(rows[head.first].gap for head in heads[1:])
        found = list(heads)
        for position in range(heads[0].last + 2, len(rows)):
            row = rows[position]
            if position in taken or dates[position] is not None or position - 1 in taken:
                continue
            if signature(row) in styles and (row.gap and parted) and self._opens_job(rows, dates, position):
                last = self._last_line(rows, dates, position, position, None)
                taken |= set(range(position, last + 1))
                found.append(Head(position, last, None, position))
        return sorted(found, key=lambda head: head.first)

    def _opens_job(self, rows: Sequence[Row], dates: Sequence[EntryDate | None], position: int) -> bool:
        """Whether a line without a date holds a title and an employer, or a title above a line with an employer."""
        row = rows[position]
        if not row.starts or not self._reader.could_be_head(row) or len(row.text.split()) > _LONGEST_UNDATED:
            return False
        following = rows[position + 1] if position + 1 < len(rows) else None
        lines = [row]
        if following is not None and dates[position + 1] is None and self._reader.could_be_head(following):
            lines.append(following)
        head = self._reader.read(lines, [None] * len(lines), self._document)
        if self._titles.title_score(head.title) < 2 or not head.employer:
            return False
        return len(lines) == 1 or not following.gap  # type: ignore[union-attr]  # two lines: there is one


def loud_styles(rows: Sequence[Row], heads: Sequence[Head], usual: Signature) -> frozenset[Signature]:
    """The styles of two heads or more unlike most lines: bold, in capitals, larger."""
    dated = Counter(signature(rows[head.date_row]) for head in heads)
    return frozenset(style for style, count in dated.items() if style != usual and count >= FEWEST_JOBS)


def _is_set_as_name(row: Row, below: Signature | None) -> bool:
    """Whether a line is set as those below other dates are and written as a name: "Operating Room Scheduler"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", row.text)
    small = FUNCTION_WORDS.issuperset(word for word in words if word[:1].islower())
    short = 1 < len(words) <= LONGEST_HEAD and not row.text.endswith((".", ";", ":"))
    return below == signature(row) and not row.bullet and small and short
