"""Degrees and courses of study: level, field, whether they were finished, school and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from gapcheck.document import Document
from gapcheck.facts.dates import PrintedDate
from gapcheck.facts.degrees import DegreeName
from gapcheck.facts.stacked_dates import with_stacked
from gapcheck.outline.lines import Row, beside, joined
from gapcheck.outline.model import SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.model import Education
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span
from gapcheck.taxonomy.enums import Level
from gapcheck.text.sentences import sentences

_STUDY = frozenset({SectionKind.EDUCATION, SectionKind.TRAINING, SectionKind.CERTIFICATIONS})
_ELSEWHERE = frozenset({SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.SKILLS})
_STRAY = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.PROJECTS,
        SectionKind.LANGUAGES,
        SectionKind.AWARDS,
        SectionKind.INTERESTS,
        SectionKind.GOALS,
    }
)
"""Sections that hold a degree only where the heading above it was missed."""
_PARTS = re.compile(
    r"\t+|\s{2,}|\s*[|•·]\s*|\s+[–—-]\s+|,\s+|\s*:\s+|;\s+|(?<!St)(?<!Mt)\.\s+(?=[A-ZÀ-Þ])|\s+at\s+(?=[A-ZÀ-Þ])|\(|\)"
)
_DATED_END = re.compile(r"\s[·•]\s*\(\t+\)\s*\Z")
"""The years, blanked, in the brackets that end a degree's lines."""
_MOST_WORDS_OF_A_NAME = 10
_MOST_WORDS_OF_HEAD = 16
_MOST_WORDS_OF_A_SCHOOL = 6
_MOST_WORDS_OF_A_FIELD = 4
_FARTHEST = 90
"""Characters: a degree that is named so late in a bullet is only mentioned."""
_LONG_NAME = 9
"""Characters: a longer name of a degree can hardly mean anything else."""


@dataclass(frozen=True, slots=True)
class _Hit:
    position: int
    degree: DegreeName


def _is_same_school(rows: Sequence[Row], hit: _Hit, before: _Hit | None) -> bool:
    """Whether a line names its high school's certificate a second time ("HSC, Elm Higher Secondary School")."""
    if before is None or hit.position != before.position:
        return False
    between = rows[hit.position].text[before.degree.end : hit.degree.start]
    return {hit.degree.level, before.degree.level} == {Level.HIGH_SCHOOL} and not re.search(r"\d{4}", between)


class EducationReader:
    """Reads the degrees of a document's sections. Pure after it is built."""

    def __init__(self, document: Document, words: ResumeVocabulary, as_of: date) -> None:
        self._document = document
        self._dates = words.dates
        self._degrees = words.degrees
        self._titles = words.titles
        self._terms = words.terms
        self._as_of = as_of

    def read(self, outline: Outline) -> tuple[Education, ...]:
        """All degrees, in order of the text."""
        found: list[Education] = []
        for section in outline.sections:
            if _STUDY.intersection(outline.kinds_of(section)):
                studies = SectionKind.EDUCATION in outline.kinds_of(section)
                found += self._of_section(outline.rows_in(section), studies=studies)
        if not found:
            for section in outline.sections:
                if section.kind in _ELSEWHERE:
                    found += self._stated(outline.rows_in(section))
        if not found:
            for section in outline.sections:
                if section.kind in _STRAY:
                    rows = [row for row in outline.rows_in(section) if self._is_whole(row)]
                    found += self._stated(rows)
        return tuple(found)

    def _is_sure(self, degree: DegreeName, study: Education) -> bool:
        """Whether what may be another thing ("Diploma in") is a degree: by its school, or by a known field."""
        fields, schools = self._degrees.fields, self._degrees.schools
        return not degree.unsure or fields.is_field(study.field) or schools.is_institution(study.institution)

    def _is_whole(self, row: Row) -> bool:
        """Whether a line is "date, degree, institution", in whatever order, and begins with them."""
        plain = self._undated(row.text)
        degree = next(iter(self._degrees.find(row.text)), None)
        if degree is None or plain == row.text or len(row.text.split()) > _MOST_WORDS_OF_HEAD:
            return False
        before, after = plain[: degree.start], plain[degree.end :]
        opening = _PARTS.split(before.strip(" \t,;|–—-"))[-1]
        opens = not re.search(r"[^\W\d_]{2}", opening) or self._degrees.schools.is_institution(opening)
        return opens and self._degrees.schools.is_institution(f"{before} {after}")

    def _of_section(self, printed: Sequence[Row], *, studies: bool) -> list[Education]:
        placed = beside(printed, lambda row: self._dates.are_all_of(row.text, self._dates.find(row.text)))
        rows = self._whole_fields(placed)
        hits = [
            _Hit(position, degree)
            for position, row in enumerate(rows)
            if not self._degrees.is_detail(row.text) or self._degrees.abandoned(row.text)
            for degree in self._degrees.find(row.text, study=studies)
            if degree.start < _FARTHEST or not row.bullet
        ]
        hits = [
            hit
            for hit, before in zip(hits, [None, *hits], strict=False)
            if not _is_same_school(rows, hit, before)
        ]
        above = self._school_first(rows, hits)
        over = bool(hits) and self._date_above(rows, hits[0].position)
        found: list[Education] = []
        for number, hit in enumerate(hits):
            before = hits[number - 1].position if number else -1
            after = next((h.position for h in hits[number + 1 :] if h.position > hit.position), len(rows))
            found.append(self._education(rows, hit, before, after, above=above, dates_over=over))
        for number in range(len(found) - 2, -1, -1):
            if not found[number].field and hits[number].position == hits[number + 1].position:
                found[number] = replace(found[number], field=found[number + 1].field)
        return [each for hit, each in zip(hits, found, strict=True) if self._is_sure(hit.degree, each)]

    def _whole_fields(self, printed: Sequence[Row]) -> list[Row]:
        """The rows; a field that goes on below is one with it: "MSc, Logistics and Supply" above "Management · (2014)"."""
        rows: list[Row] = []
        for row in printed:
            rest = self._undated(row.text)
            ends = _DATED_END.search(rest)
            if (
                rows
                and ends
                and 0 < len(rest[: ends.start()].split()) <= _MOST_WORDS_OF_A_FIELD
                and not (row.gap or row.bullet or self._degrees.schools.is_institution(rest))
                and self._degrees.find(rows[-1].text)
                and not (self._dates.find(rows[-1].text) or self._degrees.find(rest))
            ):
                rows[-1] = joined(rows[-1], row, self._document)
            else:
                rows.append(row)
        return rows

    def _date_above(self, rows: Sequence[Row], first: int) -> bool:
        """Whether the first degree of a section has its date on a line above it."""
        return any(self._dates.find(row.text) for row in rows[max(0, first - 2) : first])

    def _school_first(self, rows: Sequence[Row], hits: Sequence[_Hit]) -> bool:
        """Whether the schools are above their degrees, as the first entry of the section shows."""
        if not hits:
            return False
        first = hits[0]
        own = rows[first.position].text
        if self._degrees.schools.is_institution(own[: first.degree.start] + " " + own[first.degree.end :]):
            return False
        return any(
            self._degrees.schools.is_institution(row.text)
            for row in rows[max(0, first.position - 2) : first.position]
        )

    def _education(
        self, rows: Sequence[Row], hit: _Hit, before: int, after: int, *, above: bool, dates_over: bool
    ) -> Education:
        row, degree = rows[hit.position], hit.degree
        near = self._nearby(rows, hit.position, before, after, above=above)
        over = rows[hit.position - 1] if hit.position - 1 > before else None
        by_date = near if dates_over else sorted(near, key=lambda other: other.index < row.index)
        beside = self._field_beside_date(over) if dates_over and over is not None else ""
        dated = self._dated(row, degree, by_date, over if self._dates_first(rows) or beside else None)
        field = self._titles.without_town(
            self._degrees.field_of(self._undated(row.text), degree), before_region=False
        )
        field = field or beside
        if not field and degree.level not in {Level.HIGH_SCHOOL, Level.BOOTCAMP}:
            field = self._field_below(near)
        below = rows[hit.position + 1 : min(after, hit.position + 4)]
        status = self._status(row, degree, below, dated)
        year = None
        if dated is not None:
            year = (dated.end or dated.start).year if dated.end or not dated.range else None
        span = Span(row.line.span.start, max([row.span.end, *(r.span.end for r in below)]))
        school = self._school(row, degree, near, field)
        if field and not school and self._is_unknown_school(row.text[degree.end :], field, degree):
            field, school = degree.implied, field
        school = school or self._set_off(row, degree, field)
        implied = degree.implied if degree.implied.casefold() not in field.casefold() else ""
        return Education(degree.level, field, status, school, year, span, row.line.page, implied)

    def _is_unknown_school(self, after: str, field: str, degree: DegreeName) -> bool:
        """Whether what follows a degree's comma is rather a school without a school's word.

        It is written in capitals ("Ph.D., RWTH Aachen"), or the degree's name says its field already ("BBA, Tollan State").
        """
        set_off = re.match(r"\s*[,|–—-]\s*", after)
        opening = field.split(maxsplit=1)[0]
        capitals = opening.isupper() and len(opening) > 1
        said = degree.implied and field != degree.implied and field.istitle()
        return bool(set_off and (capitals or said)) and not self._degrees.fields.is_field(field)

    def _set_off(self, row: Row, degree: DegreeName, field: str) -> str:
        """A school without a school's word: what follows a degree and its field between commas, written as a name."""
        after = self._undated(row.text)[degree.end :]
        place = after.find(field) if field else -1
        if place < 0:
            return ""
        for part in _PARTS.split(after[place + len(field) :]):
            plain = " ".join(part.split()).strip(" .,:–—-*_")
            named = self._degrees.schools.is_written_as_name(plain) and not re.search(r"\d", plain)
            if named and 1 <= len(plain.split()) <= _MOST_WORDS_OF_A_SCHOOL:
                return "" if self._degrees.fields.is_remark(plain) else plain
        return ""

    def _dates_first(self, rows: Sequence[Row]) -> bool:
        """Whether the section begins with a date on a line of its own, so that dates are above their degrees."""
        return bool(rows) and self._dates.are_all_of(rows[0].text, self._dates.find(rows[0].text))

    def _undated(self, text: str) -> str:
        """The text with its dates blanked out; offsets stay."""
        for dated in self._dates.find(text):
            text = text[: dated.span.start] + "\t" * len(dated.span) + text[dated.span.end :]
        return text

    def _nearby(
        self, rows: Sequence[Row], position: int, before: int, after: int, *, above: bool
    ) -> list[Row]:
        """The lines beside the degree's that can hold its school or date, the nearest first."""
        over = [rows[i] for i in range(position - 1, max(before, position - 3), -1)]
        under = [rows[i] for i in range(position + 1, min(after, position + 3))]
        # a date or school over the very first degree is its own, even where the others are below
        ordered = [*over, *under] if above else [*under, *over] if before < 0 else under
        return [row for row in ordered if len(row.text.split()) <= _MOST_WORDS_OF_HEAD]

    def _dated(
        self, row: Row, degree: DegreeName, near: Sequence[Row], over: Row | None
    ) -> PrintedDate | None:
        dates = with_stacked(self._dates.find(row.text), row.text)
        if dates:
            after = [d for d in dates if d.span.start >= degree.end]
            chosen = after or dates
            return next((d for d in chosen if d.range), chosen[0])
        for other in (*([over] if over else []), *near):
            if self._degrees.is_detail(other.text) or other.bullet or self._terms.has_name(other.text):
                continue
            found = self._dates.find(other.text)
            if found:
                return next((d for d in found if d.range), found[0])
        # the years of study may end a line that tells of it
        details = (other.text for other in near if self._degrees.is_detail(other.text))
        ends = ((text, self._dates.find(text)[-1:]) for text in details)
        return next(
            (d for text, last in ends for d in last if d.range and not text[d.span.end :].strip(" .)")), None
        )

    def _status(self, row: Row, degree: DegreeName, below: Sequence[Row], dated: PrintedDate | None) -> str:
        texts = [row.text]
        for other in below:
            if self._degrees.is_detail(other.text) and not self._degrees.abandoned(other.text):
                continue
            if len(other.text.split()) <= _MOST_WORDS_OF_HEAD:
                texts.append(other.text)
        if self._degrees.abandoned(" ".join(texts)):
            return "abandoned"
        if self._is_running(row.text, degree, dated) or (dated is None and self._dates.ends_now(row.text)):
            return "in-progress"
        end = dated.end if dated is not None else None
        if dated is not None and (
            end is None or (end.year, end.month or 1) > (self._as_of.year, self._as_of.month)
        ):
            return "in-progress"
        if dated is not None and self._dates.find(row.text):
            return "completed"  # what is said below is about something else
        running = any(self._degrees.in_progress(text) and self._dates.find(text) for text in texts[1:])
        return "in-progress" if running else "completed"

    def _is_running(self, text: str, degree: DegreeName, dated: PrintedDate | None) -> bool:
        """Whether a text says that its degree is being earned; of one that is over, another sentence says so with a date of its own."""
        end = dated.end if dated is not None else None
        if end is None or (end.year, end.month or 1) > (self._as_of.year, self._as_of.month):
            return self._degrees.in_progress(text)
        return any(
            self._degrees.in_progress(each.of(text))
            for each in sentences(text)
            if each.start <= degree.start < each.end or self._dates.find(each.of(text))
        )

    def _school(self, row: Row, degree: DegreeName, near: Sequence[Row], field: str) -> str:
        own = row.text[: degree.start] + "\t" + row.text[degree.end :]
        if degree.level is Level.HIGH_SCHOOL and row.text[degree.end :].lower().startswith(" school"):
            own = row.text  # "Elm Higher Secondary School"
        for text in (own, *(other.text for other in near)):
            for dated in reversed(self._dates.find(text)):
                text = text[: dated.span.start] + "\t" + text[dated.span.end :]  # noqa: PLW2901  # same line, date by date
            parts = [" ".join(part.split()).strip(" .,:–—-*_") for part in _PARTS.split(text)]
            for part, following in zip_longest(parts, parts[1:], fillvalue=""):
                region = self._titles.is_region(following)
                plain = self._titles.without_town(part, before_region=False) if region else part
                plain = self._degrees.schools.without_tail(self._degrees.schools.without_lead(plain))
                if field and plain.startswith(f"{field} "):
                    plain = plain.removeprefix(f"{field} ").removesuffix(f" {field}")
                if self._degrees.schools.is_kind(plain) or len(plain.split()) > _MOST_WORDS_OF_A_NAME:
                    continue
                if self._degrees.schools.is_institution(plain) and not self._degrees.fields.is_field(plain):
                    return self._degrees.schools.without_article(plain)
        return ""

    def _field_beside_date(self, row: Row) -> str:
        """The field in a line above a degree that holds nothing but it and a date ("2015  Physics")."""
        plain = self._undated(row.text).strip(" \t,|·•–—-")
        named = row.text != plain and plain[:1].isupper() and len(plain.split()) <= _MOST_WORDS_OF_A_FIELD
        return (
            plain
            if named and not self._degrees.schools.is_institution(plain) and not _PARTS.search(plain)
            else ""
        )

    def _field_below(self, near: Sequence[Row]) -> str:
        for row in near:
            if major := self._degrees.fields.labelled(self._undated(row.text)):
                return _PARTS.split(major)[0].strip(" .,")
            first = _PARTS.split(row.text)[0].strip(" .,")
            if self._degrees.fields.is_field(first):
                return first
        return ""

    def _stated(self, rows: Sequence[Row]) -> list[Education]:
        """Degrees of a resume without a section for them; only names that can hardly mean anything else."""
        found = []
        for position, row in enumerate(rows):
            for degree in self._degrees.find(row.text):
                named = degree.end - degree.start > _LONG_NAME or self._degrees.goes_on(row.text, degree)
                if not row.index:  # letters behind the person's name, or a part of it: "Rahman, MD Kamal"
                    opening, printed = row.text[: degree.start], row.text[degree.start :].split()[0]
                    named = named and opening.rstrip().endswith(",") and not printed.isupper()
                if degree.level is not Level.BOOTCAMP and degree.plain and named:
                    hit = _Hit(position, degree)
                    found.append(
                        self._education(rows, hit, position - 1, position + 1, above=False, dates_over=False)
                    )
        return found
