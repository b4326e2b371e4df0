"""The place where a reader of statements is plugged in: clauses of a job document in, one decision for each out.

A reader says whether a clause asks for something, and how strongly. Everything behind it (lists, degrees, lengths of
time, names) works on the clauses that it decided to be demands. `statement_rules` is the reader that is shipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gapcheck.outline.model import ASKING
from gapcheck.posting.parts import Part
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence that can ask for something of its own, with its context.

    `text` is the clause as printed and `span` its place; `part` the block that contains it, with its section, heading,
    introduction and bullet. `opens`: it is the first of its part; `aside`: it is in brackets. `names` are places of
    skills, within the clause; `measured`: it names a degree or a length of time; `addressed`: it opens with the candidate.
    """

    text: str
    span: Span
    sentence: Span
    part: Part
    opens: bool = False
    aside: bool = False
    names: tuple[Span, ...] = ()
    measured: bool = False
    addressed: bool = False


_NOTHING = Span(0, 0)
LOOKS_ASKED = "likeness"
"""The reason of a decision that leaves open whether a clause asks: a trained model finds it like one that does."""
A_CONDITION = "condition"
"""The reason of a decision that a clause states a condition of the job, and asks for no skill."""
TAKEN_BACK = "model"
"""The reason of a decision that a trained model made against the rules."""


@dataclass(frozen=True, slots=True)
class NecessityDecision:
    """How strongly a clause asks; `necessity` is None where it says that something is not asked for.

    `reason` is the rule that decided (clause, sentence, heading, document) and `cue` its word; `confidence` is between
    0 and 1. `content` is the part of the clause that is asked for: without what follows "is essential for".
    """

    necessity: Necessity | None
    confidence: float
    reason: str = "document"
    cue: str = ""
    content: Span = _NOTHING

    @property
    def is_demand(self) -> bool:
        """Whether the clause asks for something."""
        return self.necessity in {Necessity.REQUIRED, Necessity.PREFERRED}


def is_left_open(clause: Clause, decision: NecessityDecision) -> bool:
    """Whether rules and model differ on a clause: only one of them finds that it asks.

    What the rules read counts by its place in a list, or by a cue.
    """
    if decision.reason == LOOKS_ASKED:
        return True
    if decision.reason != TAKEN_BACK or decision.is_demand:
        return False
    listed = clause.part.bullet and clause.part.kind in ASKING
    return listed or bool(decision.cue)


class StatementReader(Protocol):
    """Reads all clauses of one document, in order."""

    def __call__(self, clauses: Sequence[Clause], /) -> Sequence[NecessityDecision]:
        """One decision for each clause."""
