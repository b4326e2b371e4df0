"""A job document as it was understood: its statements, each a requirement with its quote, place, cue and rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gapcheck.spans import Span
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import CareerLevel, Fact, Requirement

NAMED = ("skills", "certifications", "min_months")
"""What a row has of all ways to meet it."""


class Statement(Requirement):
    """A requirement as one clause of a job document states it.

    It has neither `id` nor `title`, which merging gives. `quote` is the clause that asks, as printed; `span` its
    place; `line` counts from 1 in the document's plain text. `cue` is the word, or the heading, that decided the
    necessity; `rule` names which of clause, sentence, heading or document it was. `topics` are the skills that a
    certificate is about. `terms` are names that the taxonomy does not know. `under`: a member of a longer nested
    list whose own row asks for the heads. `wording`: what a clause asks for as a whole, in its own words, where
    it names nothing known and its items say too little apart. `printed`: ids of skills, each with the words by which
    the clause names it, where these say more, or something else, than the skill's label. `levels`: ids of skills, each with
    the level that is printed with its name; `proficiency` is the highest that the clause speaks of. `instead`: what will do in place
    of it and is of another kind, each as a statement: merging makes the row's `alternatives` of them.
    """

    id: str = ""
    title: str = ""
    quote: str = ""
    span: Span = Span(0, 0)
    line: int = 0
    topics: tuple[str, ...] = ()
    cue: str = ""
    rule: str = ""
    under: bool = False
    terms: tuple[str, ...] = ()
    wording: str = ""
    printed: tuple[tuple[str, str], ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    instead: tuple[Statement, ...] = ()

    @property
    def every(self) -> tuple[Statement, ...]:
        """Itself and what will do in place of it."""
        return self, *self.instead

    @property
    def of_all(self) -> dict[str, Any]:
        """The skills, certificates and months of itself and of what will do in place of it."""
        months = (each.min_months for each in self.every if each.min_months is not None)
        return {
            "skills": tuple(dict.fromkeys(skill for each in self.every for skill in each.skills)),
            "certifications": tuple(dict.fromkeys(id_ for each in self.every for id_ in each.certifications)),
            "min_months": next(months, None),
        }

    @property
    def names_something(self) -> bool:
        """Whether it says what it asks for; experience is of the role, if of nothing else."""
        return self.kind is Kind.EXPERIENCE or bool(self.skills or self.head or self.terms or self.wording)


NAMES_NOTHING = "asks for something, but names nothing that can be looked for"
LEFT_OPEN = "may ask for something: its words and its place in the text speak differently"
CONDITION = "a condition of the job, no skill: it is not judged and moves no score"
"""Reasons why a clause that seems to ask gave no statement."""
DUTY = "tells of the work and asks for nothing"


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A clause that seems to ask for something, or a duty, as printed, that gave no statement, with the reason."""

    line: int
    quote: str
    reason: str

    @property
    def is_condition(self) -> bool:
        """Whether it was understood, as a condition of the job: a resume hardly ever speaks of it."""
        return self.reason == CONDITION


@dataclass(frozen=True, slots=True)
class JobPosting:
    """`name` is the document's base name; `titles` what it calls the role, first the one in its title.

    `unread` are clauses that seem to ask for something and gave no statement, and conditions of the job; `duties` are the lines that tell of the
    work and ask for nothing. `language`: the one that most of it is
    written in, if that is not English, in which demands are read.
    """

    name: str
    titles: tuple[str, ...]
    statements: tuple[Statement, ...]
    related_titles: tuple[str, ...] = ()
    career_levels: tuple[CareerLevel, ...] = ()
    specialties: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = field(default=())
    unread: tuple[UnreadLine, ...] = ()
    duties: tuple[UnreadLine, ...] = ()
    language: str = ""
