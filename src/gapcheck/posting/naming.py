"""Names of rows: ids that never change for the same content, and titles for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from gapcheck.taxonomy import Degree, Kind, Level, Logic, NameMatch, Taxonomy

_LEVELS = {
    Level.HIGH_SCHOOL: "High school diploma",
    Level.ASSOCIATE: "Associate degree",
    Level.BOOTCAMP: "Boot camp",
    Level.BACHELOR: "Bachelor's degree",
    Level.MASTER: "Master's degree",
    Level.DOCTORATE: "Doctorate",
}


class Named(Protocol):
    """What a title is made of."""

    @property
    def kind(self) -> Kind:
        """What the row asks for."""

    @property
    def logic(self) -> Logic:
        """How its skills combine."""

    @property
    def open(self) -> bool:
        """Whether others of the kind count."""

    @property
    def head(self) -> str | None:
        """The class of its skills."""

    @property
    def skills(self) -> tuple[str, ...]:
        """Ids."""

    @property
    def certifications(self) -> tuple[str, ...]:
        """Ids of the catalogue."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names that the taxonomy lacks."""

    @property
    def min_months(self) -> int | None:
        """Months asked for."""

    @property
    def min_count(self) -> int | None:
        """How many of the skills."""

    @property
    def degree(self) -> Degree | None:
        """The degree asked for."""


def title_of(one: Named, taxonomy: Taxonomy) -> str:
    """What a row asks for, in words."""
    labels = [_label(skill, taxonomy) for skill in one.skills]
    match one.kind:
        case Kind.EDUCATION:
            return _degree_title(one.degree or Degree())
        case Kind.EXPERIENCE:
            return _experience_title(one.min_months, labels)
        case Kind.CERTIFICATION:
            return _certification_title(one, labels, taxonomy)
        case Kind.LANGUAGE:
            return listed([*labels, *one.names], "or")
        case _:
            return _skill_title(one, labels, taxonomy)


def listed(names: Sequence[str], word: str) -> str:
    """Names as a list: A, B or C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def _skill_title(one: Named, labels: Sequence[str], taxonomy: Taxonomy) -> str:
    names = listed(labels, "and" if one.logic is Logic.ALL_OF else "or")
    if one.min_count and one.min_count > 1:
        names = f"{one.min_count} of {', '.join(labels)}"
    if one.head is None:
        return names if _as_printed(one.skills[:1], taxonomy) else _capital(names)
    lead = {Logic.ALL_OF: "with", Logic.ANY_OF: "in", Logic.EXAMPLE: "such as"}[one.logic]
    head = _capital(_label(one.head, taxonomy))
    return (
        f"{head} such as {names}" if one.open and one.logic is not Logic.ALL_OF else f"{head} {lead} {names}"
    )


def _experience_title(months: int | None, labels: Sequence[str]) -> str:
    subject = f" with {listed(labels, 'and')}" if labels else " in the role"
    if months is None:
        return f"Experience{subject}"
    years, rest = divmod(months, 12)
    amount = f"{months} months" if rest else f"{years} year{'s' if years != 1 else ''}"
    return f"{amount} of experience{subject}"


def _degree_title(degree: Degree) -> str:
    title = _LEVELS[degree.level] if degree.level else "Degree"
    if degree.fields:
        title += f" in {listed(degree.fields, 'or')}"
    if degree.or_related:
        title += " or a related field" if degree.fields else " in a related field"
    return f"{title}, or equivalent experience" if degree.or_equivalent else title


def _certification_title(one: Named, labels: Sequence[str], taxonomy: Taxonomy) -> str:
    known = [taxonomy.certifications[c].name for c in one.certifications if c in taxonomy.certifications]
    if labels and (one.open or not known):
        return f"Certification in {listed(labels, 'or')}"
    names = known or list(one.names)
    return listed(names, "or" if one.logic is Logic.ANY_OF else "and") or "Certification"


def _label(skill: str, taxonomy: Taxonomy) -> str:
    return taxonomy.skills[skill].label if skill in taxonomy.skills else skill


def _as_printed(skills: Sequence[str], taxonomy: Taxonomy) -> bool:
    """Whether a name counts only as it is printed, and so keeps its case in a title: dbt."""
    return any(s in taxonomy.skills and taxonomy.skills[s].match is NameMatch.CASED for s in skills)


def _capital(text: str) -> str:
    first = text.split(" ", 1)[0]
    return (
        text
        if any(c.isupper() or c.isdigit() for c in first) or not first.isalpha()
        else text[:1].upper() + text[1:]
    )
