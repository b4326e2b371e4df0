"""A job document as it was understood: statements, each with its quote, place, cue and rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from gapcheck.spans import Span
from gapcheck.taxonomy.model import CareerLevel, Degree, Fact, Kind, Logic, Necessity


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a job document asks for, at one place.

    `quote` is the clause that asks, as printed; `span` its place; `line` counts from 1 in the document's
    plain text. `cue` is the word, or the heading, that decided the necessity; `rule` names which of
    clause, sentence, heading or document it was. `skills` and `head` are ids of the taxonomy. `terms`
    are names in it that the taxonomy does not know. `scope`: career level or other role, "" for the role.
    `under`: a member of a longer nested list whose own row asks for the heads.
    """

    quote: str
    span: Span
    line: int
    kind: Kind
    necessity: Necessity
    logic: Logic
    open: bool = False
    head: str | None = None
    skills: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    min_months: int | None = None
    min_count: int | None = None
    proficiency: int | None = None
    degree: Degree | None = None
    cue: str = ""
    rule: str = ""
    scope: str = ""
    under: bool = False
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobPosting:
    """`name` is the document's base name; `titles` what it calls the role, first the one in its title."""

    name: str
    titles: tuple[str, ...]
    statements: tuple[Statement, ...]
    related_titles: tuple[str, ...] = ()
    career_levels: tuple[CareerLevel, ...] = ()
    specialties: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = field(default=())
