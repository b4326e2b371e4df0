"""An entry of a resume with the place of its head."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gapcheck.resume.model import Entry
from gapcheck.spans import Span


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry with its head, for the passages: `title_span` is the title, `head` the whole head.

    `ends_section`: the section that it stands in is about something else and ends above it.
    """

    entry: Entry
    head: Span
    title_span: Span | None
    warning: str = ""
    ends_section: bool = False


def with_employer(job: FoundEntry, name: str) -> FoundEntry:
    """The job; if its own lines name no employer, with that of the heading."""
    return job if job.entry.employer else replace(job, entry=replace(job.entry, employer=name))


def with_end(job: FoundEntry, end: int) -> FoundEntry:
    """The job, its text up to `end`."""
    return replace(job, entry=replace(job.entry, span=Span(job.entry.span.start, end)))
