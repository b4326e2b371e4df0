"""What an outline is made of: sections, and the kinds of section that each kind of document has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span

PRESENT, ASPIRED = "present", "aspired"
"""What most headings say of the skills below them: the person has them; and what headings of plans say."""


class SectionKind(StrEnum):
    """What a section is about: of a resume (section_headings.yaml), or of a job posting (posting_headings.yaml)."""

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
    TITLES = "titles"
    LEVELS = "levels"
    SPECIALTIES = "specialties"
    OUTLOOK = "outlook"


SILENT = frozenset(
    {SectionKind.NOT_ASKED, SectionKind.OTHER_JOBS, SectionKind.CHIPS, SectionKind.BENEFITS, SectionKind.LEGAL, SectionKind.PHYSICAL, SectionKind.OUTLOOK, SectionKind.TITLES, SectionKind.SPECIALTIES}
)  # fmt: skip
"""Parts where nothing is asked for."""
ASKING = frozenset({SectionKind.REQUIRED, SectionKind.PREFERRED})
"""Parts that list what is asked for."""


@dataclass(frozen=True, slots=True)
class Section:
    """`title` as printed ("" for the text before the first heading); `span` heading and body, `body` without.

    `claim` is what the heading itself says of the skills below it ("Reading now": aspired). `kinds` are all kinds of
    a compound heading, `kind` first. `confidence` from 0 to 1 says how sure the heading is one, `reasons` say why; `sure` how sure it is of the
    kind, so that only stronger evidence in the text decides otherwise.
    """

    kind: SectionKind
    title: str
    span: Span
    body: Span
    page: int
    claim: str = PRESENT
    kinds: tuple[SectionKind, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    sure: float = 1.0
