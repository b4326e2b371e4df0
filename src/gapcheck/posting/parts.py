"""The parts of a job document, and what a part can be about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span


class PartKind(StrEnum):
    """What a part of a job document is about (kinds of `headings` in necessity_cues.yaml)."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    NEUTRAL = "neutral"
    ABOUT = "about"
    NOT_ASKED = "not_asked"
    OTHER_JOBS = "other_jobs"
    CHIPS = "chips"
    BENEFITS = "benefits"
    LEGAL = "legal"
    PHYSICAL = "physical"
    APPLY = "apply"
    CERTIFICATIONS = "certifications"
    TITLES = "titles"
    LEVELS = "levels"
    SPECIALTIES = "specialties"
    OUTLOOK = "outlook"


SILENT = frozenset(
    {PartKind.NOT_ASKED, PartKind.OTHER_JOBS, PartKind.CHIPS, PartKind.BENEFITS, PartKind.LEGAL, PartKind.PHYSICAL, PartKind.OUTLOOK, PartKind.TITLES, PartKind.SPECIALTIES}
)  # fmt: skip
"""Parts where nothing is asked for."""
ASKING = frozenset({PartKind.REQUIRED, PartKind.PREFERRED})
"""Parts that list what is asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a cell of a table row, with what stands over it.

    `heading` is what opened the part, as printed, and `introduction` the sentence with a colon that opens its
    list, if any; `bullet`: an item of a list; `indent` how far its marker stands from the margin.
    """

    span: Span
    kind: PartKind
    heading: str = ""
    introduction: str = ""
    introduction_span: Span | None = None
    bullet: bool = False
    is_heading: bool = False
    indent: int = 0
