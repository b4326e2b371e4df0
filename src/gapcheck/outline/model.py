"""What an outline is made of: sections, and the kinds of section that each kind of document has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span

PRESENT, ASPIRED = "present", "aspired"
"""What most headings say of the skills below them: the person has them; and what headings of plans say."""


class SectionKind(StrEnum):
    """What a section is about (kinds of skills_taxonomy/section_headings.yaml)."""

    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    VOLUNTEERING = "volunteering"
    TEACHING = "teaching"
    PUBLICATIONS = "publications"
    SKILLS = "skills"
    EDUCATION = "education"
    TRAINING = "training"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    AWARDS = "awards"
    GOALS = "goals"
    INTERESTS = "interests"
    REFERENCES = "references"
    CONTACT = "contact"
    OTHER = "other"


class PartKind(StrEnum):
    """What a part of a job document is about (kinds of posting_headings.yaml)."""

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
class Section:
    """`title` as printed ("" for the text before the first heading); `span` heading and body, `body` without.

    `claim` is what the heading itself says of the skills below it ("Reading now": aspired).
    """

    kind: SectionKind
    title: str
    span: Span
    body: Span
    page: int
    claim: str = PRESENT
