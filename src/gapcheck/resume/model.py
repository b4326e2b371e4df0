"""A resume as it was understood: sections, jobs, education, certificates, contact, skill mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gapcheck.document import Document
from gapcheck.facts.periods import Months, Period, last_month, months_of
from gapcheck.matching.mentions import CLAIMED, Matches, Passage, SkillMention
from gapcheck.outline.model import Section
from gapcheck.spans import Span
from gapcheck.taxonomy.enums import Level


class EntryKind(StrEnum):
    """What a dated or headed entry of a resume is."""

    JOB = "job"
    INTERNSHIP = "internship"
    TEACHING = "teaching"
    PROJECT = "project"
    VOLUNTEERING = "volunteering"
    PLACEMENT = "placement"
    """What a student does under supervision as a part of a course (clinical placement, student teaching): training."""
    COURSE = "course"
    """A course that is entered as a job is (a boot camp, a class project): training."""


EMPLOYMENT = frozenset({EntryKind.JOB, EntryKind.INTERNSHIP, EntryKind.TEACHING})
"""Kinds of entry that count as employment; projects, volunteering, placements and courses do not."""
LEARNING = frozenset({EntryKind.PLACEMENT, EntryKind.COURSE})
"""Kinds of entry in which things are learned, and no practice."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A job or project: its head (title, employer, dates) and the text about it.

    `span` covers head and body. `months` is [low, high] for the period, or None where no date is printed.
    Jobs, internships and teaching posts count as employment; the other kinds do not.
    `parts` are the periods that it is made of, where several are printed (two summers); `period` is then
    from the first to the last of them.
    """

    kind: EntryKind
    title: str
    employer: str
    period: Period | None
    months: Months | None
    span: Span
    page: int
    parts: tuple[Period, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """All periods in it, none where no date is printed."""
        return self.parts or ((self.period,) if self.period is not None else ())


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence of an entry that states its own time ("Since 2023 ..."): the words that this holds for, and the time."""

    span: Span
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Education:
    """A degree or course of study. `field` as printed, "" if unsaid; `status` completed, in-progress, abandoned.

    `implied` is a field that the degree's name says beside the printed one (B.Math. Actuarial Science).
    """

    level: Level
    field: str
    status: str
    institution: str
    year: int | None
    span: Span
    page: int
    implied: str = ""


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate that the person names. `id` is the catalogue's, None if not in it; dates YYYY-MM, YYYY or None.

    `status`: current, expired, historic (expired, and the exam is closed), in_progress, inconsistent
    (issued after the exam had ended), unknown (no date). `topics` are skill ids.
    """

    id: str | None
    name: str
    issuer: str
    issued: str | None
    expires: str | None
    status: str
    span: Span
    page: int
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person; shown, exported or redacted, never scored. `spans` are all places to redact.

    `personal` are the places of birth date, nationality, family and the like, to redact as well.
    """

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    location: str = ""
    spans: tuple[Span, ...] = ()
    personal: tuple[Span, ...] = ()


class Severity(StrEnum):
    """Serious: text or facts are probably lost or mixed up by programs; minor: by some of them."""

    SERIOUS = "serious"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that programs trip over: what was seen, why it matters, what to do. `page` None is the whole."""

    code: str
    severity: Severity
    message: str
    why: str
    advice: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """All of it. `as_of` (YYYY-MM-DD) is the day that "present" was read as.

    `entries` in order of the text, without overlap. `experience` is the union of all employment, overlaps
    counted once. `sections` has at least one row. `passages` are what the matcher read. `findings` are
    what programs that read resumes would trip over. `dated_sentences` narrow the time of
    their entries, without overlap. `listed` are the places of skills in words that the taxonomy does not have.
    `confirmed` are skills that the person claims beside the document, by id.
    """

    document: Document
    as_of: str
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    experience: Months
    education: tuple[Education, ...]
    certificates: tuple[HeldCertificate, ...]
    contact: Contact
    matches: Matches
    passages: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    dated_sentences: tuple[DatedSentence, ...] = ()
    listed: tuple[Span, ...] = ()
    confirmed: tuple[str, ...] = ()

    def section_at(self, offset: int) -> Section:
        """The section of the character `offset`: the last one begun before it, or the first."""
        index = bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1
        return self.sections[max(index, 0)]

    def entry_at(self, offset: int) -> Entry | None:
        """The entry whose head or text holds the character `offset`, or None."""
        index = bisect_right(self.entries, offset, key=lambda entry: entry.span.start) - 1
        if index < 0 or offset >= self.entries[index].span.end:
            return None
        return self.entries[index]

    def periods_at(self, offset: int) -> tuple[Period, ...]:
        """The time that the text at `offset` is about: that of its sentence, else of its entry, else none."""
        entry = self.entry_at(offset)
        index = bisect_right(self.dated_sentences, offset, key=lambda each: each.span.start) - 1
        if entry is not None and index >= 0 and offset < self.dated_sentences[index].span.end:
            return self.dated_sentences[index].periods
        return entry.periods if entry is not None else ()


def skill_months(resume: Resume, mentions: Sequence[SkillMention]) -> tuple[Months | None, str | None]:
    """Months of the dated entries in which the mentions are, and the month (YYYY-MM) of the last use.

    Where the sentence names its own time within the entry ("Since 2023 ..."), only that counts. Jobs, teaching
    and projects count alike, each month once; placements and courses are no time of practice. (None, None) when no entry with a date holds one:
    a skill that is only listed has no months, and not those of the whole career.
    """
    held: dict[Period, None] = {}
    for mention in mentions:
        entry = resume.entry_at(mention.span.start)
        learned = entry is not None and entry.kind in LEARNING
        if mention.assertion in CLAIMED and not learned:
            held |= dict.fromkeys(resume.periods_at(mention.span.start))
    if not held:
        return None, None
    as_of = date.fromisoformat(resume.as_of)
    return months_of(held, as_of), last_month(held, as_of)
