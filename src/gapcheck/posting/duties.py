"""Which clauses tell of the work, in a document that asks for next to nothing else: who has done that work is sought."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from gapcheck.outline.model import SectionKind
from gapcheck.posting.model import Statement
from gapcheck.posting.statement_reader import Clause, NecessityDecision
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Necessity, Taxonomy
from gapcheck.text.phrases import plain

_FEW = 3
"""A document with no more demands asks by what it tells of the work, too, unless it names a qualification."""
_QUALIFICATIONS = frozenset({Kind.EDUCATION, Kind.CERTIFICATION})
_LONG = 80
"""Words that a document says in all: a shorter one may be a note that says enough by its few demands."""
_CONFIDENCE, _RULE = 0.5, "duty"
_DIGITS = re.compile(r"\d[\d ().-]{6,}\d")
"""A telephone number: what somebody can call is no work."""
_WORD = re.compile(r"[a-z]+")


def asked_by_duties(
    statements: Sequence[Statement],
    decisions: Mapping[Clause, NecessityDecision],
    taxonomy: Taxonomy,
) -> dict[Clause, NecessityDecision]:
    """The clauses that tell of the work, as preferred; none where `statements` ask for enough."""
    asked = [each for each in statements if each.necessity is not Necessity.MENTIONED]
    qualified = any(each.kind in _QUALIFICATIONS or each.min_months for each in asked)
    if len(asked) > _FEW or qualified or sum(len(clause.text.split()) for clause in decisions) < _LONG:
        return {}
    verbs = frozenset(taxonomy.job_titles.verbs).difference(taxonomy.necessity_cues.not_duties)
    return {
        clause: NecessityDecision(Necessity.PREFERRED, _CONFIDENCE, _RULE, content=Span(0, len(clause.text)))
        for clause, decision in decisions.items()
        if decision.necessity is Necessity.MENTIONED and not clause.aside and _tells_of_work(clause, verbs)
    }


def _tells_of_work(clause: Clause, verbs: Container[str]) -> bool:
    """Whether an item of a list of duties says by its verb what somebody does with a skill: "Run the payroll in Sage"."""
    low = plain(clause.text)
    first = _WORD.search(low)
    return (
        clause.part.kind is SectionKind.DUTIES
        and clause.part.bullet
        and clause.opens
        and first is not None
        and first.group() in verbs
        and any(name.end > first.end() for name in clause.names)
        and not _DIGITS.search(low)
    )


def named_by_duties(statements: Iterable[Statement]) -> list[Statement]:
    """Statements without those by which a duty would ask for a trait, or for what it does not name."""
    return [
        each
        for each in statements
        if each.rule != _RULE or (each.skills and each.kind is not Kind.SOFT_SKILL)
    ]
