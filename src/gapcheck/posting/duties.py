"""Which clauses tell of the work, in a document that asks for next to nothing else: who has done that work is sought."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from gapcheck.lazy import late_pattern
from gapcheck.outline.model import SectionKind
from gapcheck.posting.model import Statement
from gapcheck.posting.statement_reader import Clause, NecessityDecision
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Necessity, Taxonomy
from gapcheck.text.phrases import compiled, plain

_FEW = 3
"""A document with no more demands asks by what it tells of the work, too, unless it names a qualification."""
_QUALIFICATIONS = frozenset({Kind.EDUCATION, Kind.CERTIFICATION})
_LONG = 80
"""Words that a document says in all: a shorter one may be a note that says enough by its few demands."""
_CONFIDENCE, _RULE = 0.5, "duty"
_PROSE = frozenset({SectionKind.DUTIES, SectionKind.NEUTRAL, SectionKind.ABOUT})
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
    cues = taxonomy.necessity_cues
    verbs = frozenset(taxonomy.job_titles.verbs).difference(cues.not_duties)
    you = late_pattern(rf"{compiled(cues.addressed).pattern}\s+(?P<does>(?:[a-z']+\s+){{1,3}})")
    mentioned = [
        clause
        for clause, decision in decisions.items()
        if decision.necessity is Necessity.MENTIONED and not clause.aside
    ]
    work = [clause for clause in mentioned if _tells_of_work(clause, verbs)]
    work = work or [clause for clause in mentioned if _tells_in_prose(clause, verbs, you)]
    return {
        clause: NecessityDecision(Necessity.PREFERRED, _CONFIDENCE, _RULE, content=Span(0, len(clause.text)))
        for clause in work
    }


def _tells_in_prose(clause: Clause, verbs: Container[str], you: re.Pattern[str]) -> bool:
    """Whether a sentence says to "you" by a verb what is done with a skill: "You will prepare invoices in Sage"."""
    low = plain(clause.text)
    if clause.part.bullet or clause.part.kind not in _PROSE or _DIGITS.search(low):
        return False
    said = (each for each in you.finditer(low) if any(word in verbs for word in each["does"].split()))
    first = next(said, None)
    return first is not None and any(name.end > first.start("does") for name in clause.names)


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
