"""Jobs filled in as a form is, one fact behind each label: "Employer: Sample Mills", "Position: Baker", "Dates: 2019 - 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_dates import DatePlace, EntryDate
from gapcheck.resume.entry_heads import EntryHeadReader, HeadText
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import EntryHeadWords
from gapcheck.text.phrases import alternation

_TITLE, _EMPLOYER, _PERIOD, _START, _END = "title", "employer", "period", "start", "end"
_DETAIL, _NO_JOB = "detail", "no job"
_EMPLOYER_END = re.compile(r"\s*(?:\(|,\s|\s[–—-]\s|\.\s)")
_CELLS = re.compile(r"\t+|\|")
_FEWEST_COLUMNS = 3
_LONGEST_VALUE = 16
"""Words behind a label; more is a text about the work."""


@dataclass(frozen=True, slots=True)
class LabelledJob:
    """A job of a form. Positions of the first and last of its lines with a label, among the section's rows."""

    first: int
    last: int
    text: HeadText
    date: EntryDate


@dataclass(frozen=True, slots=True)
class _Fact:
    """What stands behind one label, as a row of its own; `position` counts the section's rows."""

    kind: str
    position: int
    value: Row


class LabelBlockReader:
    """Reads such jobs, their labels in any order. Pure after it is built."""

    def __init__(
        self, dates: DateParser, titles: EntryWords, heads: EntryHeadReader, words: EntryHeadWords
    ) -> None:
        self._dates = dates
        self._titles = titles
        self._heads = heads
        kinds = (
            (_TITLE, words.title_labels),
            (_EMPLOYER, words.employer_labels),
            (_PERIOD, words.period_labels),
            (_START, words.start_labels),
            (_END, words.end_labels),
            (_DETAIL, words.detail_labels),
            (_NO_JOB, words.no_job_labels),
        )
        self._kinds = {_key(name): kind for kind, labels in kinds for name in labels}
        names = [name for _, labels in kinds for name in labels]
        self._label = re.compile(
            rf"(?:\A|[\t|;,]\s*|\s{{2,}})[*_]*(?P<name>{alternation(tuple(names))})(?:\(s\))?"
            r"[*_]*(?:[ \t]{0,40}[:=][\s*_]{0,40}|\t\s{0,40}|[ ]{3,40}|\Z)",
            re.IGNORECASE,
        )

    def find(self, rows: Sequence[Row], document: Document, *, sure: bool) -> list[LabelledJob]:
        """The jobs in the rows of a section. `sure`: it is one of jobs; else a title and a range have to be there."""
        facts = [fact for at, row in enumerate(rows) for fact in self._facts(rows, at, row, document)]
        if any(fact.kind == _NO_JOB for fact in facts):
            return []
        jobs: list[LabelledJob] = []
        employer = ""
        for record in _records(facts):
            job = self._job(record, rows, document)
            if job is None or not (sure or (job.text.title and job.date.dated.range)):
                continue
            # a further post at the employer that the form names once
            employer = job.text.employer or employer
            jobs.append(replace(job, text=replace(job.text, employer=employer)))
        return jobs

    def without_columns(self, rows: Sequence[Row]) -> list[Row]:
        """The rows without the first of a table, which says what its columns hold: "Employer | Position | From | To"."""
        return [row for row in rows if not self._names_columns(row)]

    def _names_columns(self, row: Row) -> bool:
        """Whether the cells of a line name facts of jobs; one of three or more may say more ("Post and main duties")."""
        cells = [key for cell in _CELLS.split(row.text) if (key := _key(cell))]
        kinds = [self._kinds.get(cell, self._kinds.get(cell.removesuffix("s"))) for cell in cells]
        if len(kinds) >= _FEWEST_COLUMNS:
            return kinds.count(None) <= 1
        timed = bool({_PERIOD, _START, _END} & {*kinds})
        return None not in kinds and timed and bool({_TITLE, _EMPLOYER} & {*kinds})

    def _facts(self, rows: Sequence[Row], at: int, row: Row, document: Document) -> Iterator[_Fact]:
        found = [*self._label.finditer(row.text)]
        if not found or found[0].start():
            return
        for number, label in enumerate(found):
            stop = found[number + 1].start() if number + 1 < len(found) else len(row.text)
            value = self._value(row, Span(row.span.start + label.end(), row.span.start + stop), document)
            after = rows[at + 1] if at + 1 < len(rows) else None
            if not value.text and after is not None and not self._label.match(after.text):
                value = after  # the label has a line of its own
            if 0 < len(value.text.split()) <= _LONGEST_VALUE:
                yield _Fact(self._kinds[_key(label["name"])], at, value)

    @staticmethod
    def _value(row: Row, span: Span, document: Document) -> Row:
        text = span.of(document.text).replace("\n", " ")
        lead = len(text) - len(text.lstrip())
        text = text.strip().rstrip("|;,*_ \t")
        span = Span(span.start + lead, span.start + lead + len(text))
        return replace(row, span=span, text=text, cells=(span,), bullet=False)

    def _job(self, facts: Sequence[_Fact], rows: Sequence[Row], document: Document) -> LabelledJob | None:
        values = {fact.kind: fact.value for fact in reversed(facts)}
        dated = self._period(values)
        if dated is None or not values.keys() & {_TITLE, _EMPLOYER}:
            return None
        first, last = facts[0].position, facts[0].position
        for fact in facts:
            if fact.position > last + 2:
                break
            last = fact.position
        text = self._text(values, rows, first, document)
        return LabelledJob(first, last, text, EntryDate(dated, DatePlace.OWN))

    def _period(self, values: dict[str, Row]) -> PrintedDate | None:
        """The time that the labels give: of one line, or of two with the beginning and the end."""
        start, end = values.get(_START), values.get(_END)
        period = values.get(_PERIOD) or (start if end is None else None)
        if period is not None:
            dates = self._dates.find(period.text, period.span.start)
            dated = next((each for each in dates if each.range), dates[0] if dates else None)
            if dated is None or dated.range or period is not start:
                return dated
            return replace(dated, end=None, range=True, open=True)
        if start is None or end is None:
            return None
        dates = self._dates.find(f"{start.text} - {end.text}", 0)
        span = Span(min(start.span.start, end.span.start), max(start.span.end, end.span.end))
        return replace(dates[0], span=span) if dates else None

    def _text(self, values: dict[str, Row], rows: Sequence[Row], first: int, document: Document) -> HeadText:
        title, employer = values.get(_TITLE), values.get(_EMPLOYER)
        if title is None:
            return HeadText("", self._employer(employer.text) if employer else "", None)
        if employer is not None:
            name = " ".join(self._titles.without_terms(title.text).split())
            return HeadText(name, self._employer(employer.text), title.span)
        before, comma, behind = title.text.partition(", ")
        if comma and self._titles.title_score(before) and not self._titles.is_rank(behind):
            span = Span(title.span.start, title.span.start + len(before))
            return HeadText(" ".join(before.split()), self._employer(behind), span)
        lines = [title]
        above = rows[first - 1] if first else None
        if above is not None and self._heads.could_be_head(above) and (above.gap or first == 1):
            lines.insert(0, above)
        return self._heads.read(lines, [None] * len(lines), document, complete=True)

    def _employer(self, text: str) -> str:
        """The name without the place behind it; a legal form belongs to the name."""
        for found in _EMPLOYER_END.finditer(text):
            if not self._titles.has_legal_form(text[found.end() :].split(",", maxsplit=1)[0]):
                text = text[: found.start()]
                break
        return " ".join(text.split())


def _key(label: str) -> str:
    """A label whatever signs join its words: "From/To", "From - To"."""
    return " ".join(re.findall(r"[\w']+", label.casefold()))


def _records(facts: Sequence[_Fact]) -> Iterator[list[_Fact]]:
    """The facts of one job each: where a label comes again, the next job has begun."""
    record: list[_Fact] = []
    for fact in facts:
        if fact.kind != _DETAIL and any(each.kind == fact.kind for each in record):
            yield record
            record = []
        record.append(fact)
    if record:
        yield record
