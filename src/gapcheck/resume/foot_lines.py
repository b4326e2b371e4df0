"""What stands at the foot of a resume below its last job, without a heading: degrees, certificates, languages, skills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.facts.certificates import CertificateFinder
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.facts.languages import LanguageParser
from gapcheck.outline.labels import before_colon
from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.found_entries import FoundEntry, with_end
from gapcheck.resume.model import EMPLOYMENT
from gapcheck.resume.vocabulary import ResumeVocabulary
from gapcheck.spans import Span

_ITEMS = re.compile(r"\s*[,;|•·\t/]\s*|\s+and\s+")
_DATED = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})
"""What has a date of its own, as jobs have."""
_FEWEST_ITEMS = 3
_LONGEST_ITEM = 4
_LONGEST_LINE = 16
"""Words of a line that names a degree, certificates or languages; more are a sentence."""


@dataclass(frozen=True, slots=True)
class FootPart:
    """A part of the foot and what it is about."""

    kind: SectionKind
    span: Span


class FootFinder:
    """Finds the foot below the last job of a section. Pure after it is built."""

    def __init__(
        self,
        document: Document,
        words: ResumeVocabulary,
        certificates: CertificateFinder,
        languages: LanguageParser,
    ) -> None:
        self._document = document
        self._words = words
        self._certificates = certificates
        self._languages = languages

    def read(
        self, plan: Outline, entries: Sequence[FoundEntry]
    ) -> tuple[tuple[FoundEntry, ...], tuple[FootPart, ...]]:
        """The entries, the last one of the document without the foot; and the parts of that.

        A foot begins at a line that is set apart from what is above, below the text of a job, and is no text about work. Where
        an earlier job has such a line inside, the last one may have it, too.
        """
        section = plan.sections[-1]
        jobs = [each for each in entries if each.entry.span.start >= section.body.start]
        if not jobs or any(each.ends_section or each.entry.kind not in EMPLOYMENT for each in jobs):
            return tuple(entries), ()
        before = entries[: len(entries) - len(jobs)]
        rows = plan.rows_in(section)
        start: int | None = None
        while jobs and self._is_foot(rows, jobs[-1]):
            start = jobs.pop().entry.span.start
        if not jobs:
            return tuple(entries), ()
        first = self._start(rows, jobs[-1])
        if any(self._start(rows, each) is not None for each in jobs[:-1]):
            first = None
        start = first if first is not None else start
        if start is None:
            return tuple(entries), ()
        last = jobs[-1]
        foot = [row for row in rows if row.line.span.start >= start]
        return (*before, *jobs[:-1], with_end(last, min(start, last.entry.span.end))), tuple(
            self._parts(foot, section.body.end)
        )

    def _is_foot(self, rows: Sequence[Row], job: FoundEntry) -> bool:
        """Whether what was taken for the head of a job is the line of a degree or certificate."""
        if self._words.titles.title_score(job.entry.title) == SURE_SCORE:
            return False
        inside = (row for row in rows if job.entry.span.start <= row.span.start < job.entry.span.end)
        return any(self._kind(row) in _DATED for row in inside)

    def _start(self, rows: Sequence[Row], job: FoundEntry) -> int | None:
        """Where the foot begins inside of a job, None if it has none."""
        inside = [row for row in rows if job.head.end <= row.span.start < job.entry.span.end]
        for row in inside[1:]:
            if row.gap and not row.bullet and self._kind(row) is not None:
                return row.line.span.start
        return None

    def _parts(self, foot: Sequence[Row], end: int) -> Iterator[FootPart]:
        """The foot, cut where its lines begin to be about something else."""
        starts: list[tuple[SectionKind, int]] = []
        for row in foot:
            kind = self._kind(row)
            if kind is not None and (not starts or starts[-1][0] is not kind):
                starts.append((kind, row.line.span.start))
        stops = [start for _, start in starts[1:]] + [end]
        for (kind, start), stop in zip(starts, stops, strict=True):
            yield FootPart(kind, Span(start, stop))

    def _kind(self, row: Row) -> SectionKind | None:
        """What a line is about that is no text of a job."""
        text = row.text
        if len(text.split()) > _LONGEST_LINE or (text.endswith(".") and " " in text):
            return self._listed(text)
        degrees = self._words.degrees
        school = any(degrees.schools.is_institution(part.strip()) for part in text.split(","))
        if any(each.start == 0 and (each.plain or school) for each in degrees.find(text, study=school)):
            return SectionKind.EDUCATION
        items = [item for part in _ITEMS.split(text) if (item := part.strip(" .()"))]
        if items and all(self._is_language(item) for item in items):
            return SectionKind.LANGUAGES
        known = self._certificates.find(text)
        dated = self._words.terms.is_dated_name(text)
        if any((each.certain or dated) and not text[: each.span.start].strip(" •") for each in known):
            return SectionKind.CERTIFICATIONS
        if dated and self._words.terms.is_shaped(text):
            return SectionKind.CERTIFICATIONS
        return self._listed(text)

    def _is_language(self, item: str) -> bool:
        found = self._languages.find(item)
        return found is not None and found.span.start == 0

    def _listed(self, text: str) -> SectionKind | None:
        """Skills, where a line is a list of short items without a label and a sentence's end."""
        items = [item for part in re.split(r"[,;|•·\t]", text) if (item := part.strip(" ."))]
        short = all(len(item.split()) <= _LONGEST_ITEM for item in items)
        told = self._words.titles.opens_work(text) or self._words.dates.find(text)
        if before_colon(text) is not None or told or len(items) < _FEWEST_ITEMS or not short:
            return None
        return SectionKind.SKILLS
