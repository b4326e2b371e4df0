"""Jobs, internships, teaching posts, projects and voluntary work: entries with a head, dates and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from gapcheck.document import Document
from gapcheck.facts.dates import PrintedDate
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.facts.periods import Period, months_of, period_of, whole_of
from gapcheck.outline.form import Signature, signature, usual_signature
from gapcheck.outline.lines import Row
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.entry_dates import DatePlace, EntryDate, date_of_bullet
from gapcheck.resume.entry_heads import HeadText
from gapcheck.resume.exported_posts import ExportedPosts
from gapcheck.resume.found_entries import FoundEntry, with_employer, with_end
from gapcheck.resume.head_lines import FEWEST_JOBS, Head, HeadFinder, loud_styles
from gapcheck.resume.head_shapes import Shape, below_the_name, set_alike, shape_of
from gapcheck.resume.late_heads import LateHeads
from gapcheck.resume.model import EMPLOYMENT, Entry, EntryKind
from gapcheck.resume.placements import is_year_in_industry, undated_placements
from gapcheck.resume.stacked_cells import StackedCells
from gapcheck.resume.told_jobs import ToldJob
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.resume.whole_lines import LineJoiner
from gapcheck.spans import Span, SpanIndex

_USUAL = {
    SectionKind.EXPERIENCE: EntryKind.JOB,
    SectionKind.TEACHING: EntryKind.TEACHING,
    SectionKind.PROJECTS: EntryKind.PROJECT,
    SectionKind.VOLUNTEERING: EntryKind.VOLUNTEERING,
}
_BY_SHAPE = frozenset({SectionKind.OTHER, SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.SKILLS})
_NO_FORMS = frozenset(
    {SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.REFERENCES, SectionKind.GOALS}
)
_WHOLE = frozenset({EntryKind.TEACHING, EntryKind.PROJECT})
_UNHEADED = frozenset({SectionKind.OTHER, SectionKind.SUMMARY})
"""Kinds of sections that the heading alone did not tell."""
_EMPLOYER_END = re.compile(r"\s*(?:\(|,\s|\s[–—-]\s)")
_UNNAMED = frozenset({SectionKind.OTHER, SectionKind.HEADER})


class EntryReader:
    """Reads the entries of a document's sections."""

    def __init__(self, document: Document, words: ResumeVocabulary, as_of: date) -> None:
        self._document = document
        self._dates = words.dates
        self._titles = words.titles
        self._degrees = words.degrees
        self._date_finder = words.entry_dates
        self._head_reader = words.entry_heads
        self._heads = HeadFinder(document, words)
        self._late = LateHeads(self._heads, words.headings)
        self._exported = ExportedPosts(document, words)
        self._lines = LineJoiner(document, words, self._date)
        self._stacked = StackedCells(document, words)
        self._ranges: dict[int, PrintedDate] = {}
        self._blocks = words.label_blocks
        self._headings = words.headings
        self._as_of = as_of
        self._usual: Signature = ()
        self._shapes: set[Shape] = set()
        self._told = words.told_jobs.find(document)
        self._sentences = SpanIndex((span, span) for span in words.told_jobs.own_sentences(document))

    def read(self, outline: Outline) -> tuple[FoundEntry, ...]:
        """All entries, in order of the text."""
        found: list[FoundEntry] = []
        self._usual = usual_signature(outline.rows)
        self._shapes, self._ranges = set(), {}
        inside_jobs: set[str] = set()
        employers = self._employers(outline)
        titles = Counter(section.title.casefold() for section in outline.sections)
        for section in outline.sections:
            rows, ranges = self._stacked.read(self._blocks.without_columns(outline.rows_in(section)))
            self._ranges |= ranges
            rows = self._lines.joined(rows)
            labelled, rows = self._labelled(section, rows)
            if section in employers:
                jobs = self._of_section(section, rows, EntryKind.JOB)
                found += [with_employer(each, _EMPLOYER_END.split(section.title)[0]) for each in jobs]
                found += labelled
                continue
            repeated = titles[section.title.casefold()] > 1 and bool(section.title)
            beyond = self._beyond(section, rows, outline.level_of(section), repeated=repeated)
            if beyond:
                rows = [row for row in rows if row.span.end <= beyond[0].entry.span.start]
                inside_jobs |= {section.title.casefold()} if section.kind is SectionKind.PROJECTS else set()
            if section.title.casefold() in inside_jobs and found and found[-1].entry.kind in EMPLOYMENT:
                # what a job's projects are: each job has such a heading of its own
                stop = beyond[0].entry.span.start if beyond else section.body.end
                found[-1:] = [with_end(found[-1], stop), *beyond]
                continue
            found += (*self._inside(section, rows), *beyond, *labelled)
        if not any(each.entry.kind in EMPLOYMENT for each in found):
            found = sorted((*found, *map(self._of_sentence, self._told)), key=lambda each: each.entry.span)
        return tuple(found)

    def _inside(self, section: Section, rows: Sequence[Row]) -> list[FoundEntry]:
        """The entries that a section holds by what it is about, or by their shape."""
        usual = _USUAL.get(section.kind)
        if usual is not None:
            found = self._of_section(section, rows, kind := self._kind(section, usual))
            if kind is EntryKind.PLACEMENT:
                for each in undated_placements(section, rows, [each.entry.span for each in found]):
                    found.append(FoundEntry(each, Span(each.span.start, each.span.start), None))
                found.sort(key=lambda each: each.entry.span)
            return found
        if section.kind not in _BY_SHAPE or self._headings.names_memberships(section.title):
            return []
        jobs = self._by_shape(section, rows)
        if len(jobs) >= FEWEST_JOBS and section.kind is SectionKind.OTHER and section.title:
            # jobs under a heading in the person's own words: all that is dated there is one
            return self._of_section(section, rows, EntryKind.JOB)
        return jobs

    def _beyond(
        self, section: Section, rows: Sequence[Row], level: int, *, repeated: bool
    ) -> list[FoundEntry]:
        """Jobs behind the end of a section about something else; one title at least has to be known, or the heading repeated."""
        rows = self._late.rows(section, rows, level, repeated=repeated)
        dates = _ranges(self._dates_of_heads(rows))
        heads = self._late.heads(rows, dates, level, self._shapes, repeated=repeated)
        jobs = [
            replace(each, ends_section=True)
            for each in self._entries(section, rows, dates, heads, EntryKind.JOB)
            if each.entry.title and each.entry.employer
        ]
        known = any(self._titles.title_score(job.entry.title) == SURE_SCORE for job in jobs)
        return jobs if known or repeated else []

    def _labelled(self, section: Section, rows: list[Row]) -> tuple[list[FoundEntry], list[Row]]:
        """The jobs of a section that are filled in as a form is, and the rows above them."""
        usual = _USUAL.get(section.kind, EntryKind.JOB)
        if section.kind in _NO_FORMS or not rows:
            return [], rows
        jobs = self._blocks.find(rows, self._document, sure=section.kind in _USUAL)
        found = []
        for number, job in enumerate(jobs):
            lines = rows[job.first : job.last + 1]
            if self._is_break(lines, job.text):
                continue
            stop = (
                rows[jobs[number + 1].first].line.span.start if number + 1 < len(jobs) else section.body.end
            )
            head = Head(job.first, job.last, job.date, job.first)
            found.append(self._entry(section, lines, job.text, self._periods(job.date), usual, stop, head))
        return found, rows[: jobs[0].first] if jobs else rows

    def _employers(self, outline: Outline) -> tuple[Section, ...]:
        """Sections headed by employers: several, each with a title and its dates in the first line below."""
        found = []
        for section in outline.sections:
            rows = outline.rows_in(section)
            first = self._date(rows[0]) if section.kind in _UNHEADED and section.title and rows else None
            if first is not None and first.dated.range and not rows[0].bullet:
                before = rows[0].text[: max(first.dated.span.start - rows[0].span.start, 0)]
                if self._titles.title_score(before.strip(" ,|·–—-(")) == SURE_SCORE:
                    found.append(section)
        return tuple(found) if len(found) >= FEWEST_JOBS else ()

    def _of_sentence(self, job: ToldJob) -> FoundEntry:
        """A job that a sentence tells; all of it is text of the job as well."""
        start = job.sentence.start
        periods, warning = self._periods(EntryDate(job.dated, DatePlace.INLINE))
        months = months_of(periods, self._as_of) if periods else None
        kind = self._titles.kind_of(job.title, EntryKind.JOB, job.employer)
        entry = Entry(
            kind, job.title, job.employer, whole_of(periods), months, Span(start, job.end), job.page, ()
        )
        return FoundEntry(entry, Span(start, start), None, warning)

    def _kind(self, section: Section, usual: EntryKind) -> EntryKind:
        kind = self._titles.kind_below(section.title, usual)
        return kind if usual is EntryKind.JOB or kind is EntryKind.PLACEMENT else usual

    def _of_section(self, section: Section, rows: Sequence[Row], usual: EntryKind) -> list[FoundEntry]:
        dates = self._dates_of_heads(rows)
        if usual in EMPLOYMENT and (posts := self._exported.find(rows, dates)):
            texts = {post.head.first: post.text for post in posts}
            return self._entries(section, rows, dates, [post.head for post in posts], usual, texts)
        heads = self._heads.dated(rows, dates)
        if not heads and usual is not EntryKind.JOB:
            return self._bullets(section, rows, usual)
        if not heads:
            dates = [self._date(row) for row in rows]
            heads = self._heads.dated(rows, dates)
        if not heads:
            told = [bool(self._sentences.overlapping(Span(r.span.start, r.span.start + 1))) for r in rows]
            heads = [head for head in self._heads.undated(rows) if not told[head.first]]
        elif usual is EntryKind.JOB:
            heads = self._heads.with_undated(rows, dates, heads)
        return self._entries(section, rows, dates, heads, usual)

    def _dates_of_heads(self, rows: Sequence[Row]) -> list[EntryDate | None]:
        """The date of each line that is no bullet and does not go on with one in mid-sentence."""
        dates, inside = [], False
        for row in rows:
            inside = row.bullet or (inside and not row.starts)
            dates.append(None if row.bullet or (inside and row.text[:1].islower()) else self._date(row))
        return dates

    def _date(self, row: Row) -> EntryDate | None:
        found = self._date_finder.find(row, self._document)
        if found is not None and row.index in self._ranges:
            return replace(found, dated=self._ranges[row.index])
        if found is None or (found.place is DatePlace.OWN and found.dated.range):
            return found  # no sentence has a line of a whole range only
        return None if self._sentences.overlapping(found.dated.span) else found

    def _entries(
        self,
        section: Section,
        rows: Sequence[Row],
        dates: Sequence[EntryDate | None],
        heads: Sequence[Head],
        usual: EntryKind,
        texts: Mapping[int, HeadText] = MappingProxyType({}),
    ) -> list[FoundEntry]:
        """The entries below heads. `texts`: what is known of the head that begins at a line."""
        found: list[FoundEntry] = []
        employer, lines_of_employer = "", 0
        umbrella: Period | None = None
        for number, head in enumerate(heads):
            lines = rows[head.first : head.last + 1]
            own = [dates[i] if i == head.date_row else None for i in range(head.first, head.last + 1)]
            text = texts.get(head.first) or self._head_reader.read(
                lines, own, self._document, whole=usual in _WHOLE, complete=True
            )
            if self._is_break(lines, text):
                continue
            stop = (
                rows[heads[number + 1].first].line.span.start if number + 1 < len(heads) else section.body.end
            )
            periods, warning = self._periods(head.date)
            period = whole_of(periods)
            if self._is_umbrella(heads, number, text):
                # an employer with its whole time, above the posts held there
                employer, umbrella = text.employer or text.title, period
                continue
            inside = umbrella is not None and period is not None and period.start >= umbrella.start
            if text.employer:
                employer, lines_of_employer = text.employer, head.date_row - head.first
            elif head.date_row - head.first < lines_of_employer or inside:
                # a further post at the employer that an earlier and longer head names
                text = HeadText(text.title, employer, text.title_span)
            found.append(self._entry(section, lines, text, (periods, warning), usual, stop, head))
            if section.kind is SectionKind.EXPERIENCE and head.date is not None:
                self._shapes.add(shape_of(rows, head))
        named = [each for each in found if each.entry.title or each.entry.employer]
        # among posts with names, dates before a note are no post: "2020 to 2022: closed"
        alone = {h.date.dated.span.start for h in heads if h.date and h.date.place is DatePlace.OWN}
        kept = [each for each in found if each in named or each.entry.span.start in alone]
        return kept if 2 * len(named) > len(found) else found

    def _is_break(self, lines: Sequence[Row], text: HeadText) -> bool:
        """Whether a head is a time without a post: no work done then counts."""
        opening = text.title_span.of(self._document.text) if text.title_span is not None else ""
        return self._titles.is_break(text.title, (text.employer, *(line.text for line in lines), opening))

    def _periods(self, entry_date: EntryDate | None) -> tuple[tuple[Period, ...], str]:
        """The periods that a head prints, and what cannot be meant of them."""
        if entry_date is None:
            return (), ""
        read = [period_of(dated, self._as_of) for dated in (entry_date.dated, *entry_date.others)]
        warning = next((why for _, why in read if why), "")
        return tuple(period for period, _ in read if period is not None), warning

    def _is_umbrella(self, heads: Sequence[Head], number: int, text: HeadText) -> bool:
        """Whether a head is an employer with its whole time, and the posts held there follow."""
        if number + 1 >= len(heads) or heads[number].date is None:
            return False
        nothing_between = heads[number + 1].first == heads[number].last + 1
        if not nothing_between or self._titles.title_score(text.title):
            return False
        return not (text.title and text.employer)

    def _entry(
        self,
        section: Section,
        lines: Sequence[Row],
        text: HeadText,
        dated: tuple[tuple[Period, ...], str],
        usual: EntryKind,
        stop: int,
        head: Head,
    ) -> FoundEntry:
        start = lines[0].line.span.start
        periods, warning = dated
        months = months_of(periods, self._as_of) if periods else None
        title = text.title or lines[0].text
        kind = self._titles.kind_of(title, usual, text.employer)
        if kind is EntryKind.PLACEMENT and is_year_in_industry(months):
            kind = self._titles.kind_of(f"{section.title}, {title}", EntryKind.INTERNSHIP)
        entry = Entry(
            kind,
            text.title,
            text.employer,
            whole_of(periods),
            months,
            Span(start, stop),
            lines[0].line.page,
            periods if len(periods) > 1 else (),
        )
        if warning and head.date is not None:
            printed = head.date.dated.span.of(self._document.text)
            warning = f"the date {' '.join(printed.split())!r} ({text.title or section.title}) {warning}"
        end = lines[0].span.end
        for last, line in pairwise(lines):
            # a date that is drawn after the text does not draw the text into the head
            if line.index - last.index > 2:
                break
            end = line.span.end
        if head.date is not None and head.date.ends is not None:
            end = head.date.ends
        elif (
            text.title_span is not None and text.title_span in lines[-1].span and lines[-1].text.endswith(".")
        ):
            end = text.title_span.end  # the line goes on with what was done
        return FoundEntry(entry, Span(start, end), text.title_span, warning)

    def _bullets(self, section: Section, rows: Sequence[Row], usual: EntryKind) -> list[FoundEntry]:
        """Bullets of a section without heads, each an entry of its own where it carries a date."""
        starts = [i for i, row in enumerate(rows) if row.starts]
        found: list[FoundEntry] = []
        for number, position in enumerate(starts):
            stop = rows[starts[number + 1]].line.span.start if number + 1 < len(starts) else section.body.end
            row = rows[position]
            whole = Span(row.span.start, max(row.span.end, min(stop, section.body.end)))
            dated = date_of_bullet(
                self._dates.find(whole.of(self._document.text).rstrip(), whole.start), self._document.text
            )
            if dated is None or not row.bullet:
                continue
            title = re.split(r"\s*(?:[:,;.]\s|\()", row.text, maxsplit=1)[0]
            # a course is a post only by its title
            course = usual is EntryKind.TEACHING and not self._titles.title_score(title)
            kind = EntryKind.PROJECT if course else usual
            entry_date = EntryDate(dated, DatePlace.BRACKETS)
            head = Head(position, position, entry_date, position)
            text = HeadText(title, "", None)
            entry = self._entry(section, [row], text, self._periods(entry_date), kind, stop, head)
            found.append(FoundEntry(entry.entry, Span(row.span.start, row.span.start), None, entry.warning))
        return found

    def _by_shape(self, section: Section, rows: Sequence[Row]) -> list[FoundEntry]:
        """Entries of a section that is not known to hold any: title, employer and a range have to be there.

        The title need not be a known one where several heads are set alike and each has its text below.
        """
        every = self._dates_of_heads(rows)
        if not any(each is not None and each.dated.range for each in every):
            every = [self._date(row) for row in rows]  # the heads themselves are items
        dates = _ranges(every)
        heads = self._heads.dated(rows, dates)
        if styles := loud_styles(rows, heads, self._usual):
            # a post with one year, set as the heads with a range are
            dates = [
                d or (e if signature(row) in styles else None)
                for row, d, e in zip(rows, dates, every, strict=True)
            ]
            heads = self._heads.dated(rows, dates)
        if section.kind is SectionKind.HEADER:  # above a first job that is set apart are name and address
            heads = [replace(head, first=below_the_name(rows, head, self._usual)) for head in heads]
        found = self._entries(section, rows, dates, heads, EntryKind.JOB)
        alike = set_alike(rows, heads, self._degrees) if section.kind in _UNNAMED else frozenset()
        return [
            each
            for each in found
            if each.entry.employer
            and each.entry.title
            and (self._titles.title_score(each.entry.title) == SURE_SCORE or each.entry.span.start in alike)
        ]


def _ranges(dates: Sequence[EntryDate | None]) -> list[EntryDate | None]:
    return [each if each is not None and each.dated.range else None for each in dates]
