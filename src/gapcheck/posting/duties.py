"""Which clauses tell of the work, in a document that asks for next to nothing else: who has done that work is sought."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gapcheck.facts.job_titles import JobTitle
from gapcheck.outline.model import SectionKind
from gapcheck.posting.model import Statement
from gapcheck.posting.parts import Part
from gapcheck.posting.statement_reader import Clause, NecessityDecision
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Necessity
from gapcheck.text.phrases import plain

_FEW = 3
"""A document with no more demands asks by what it tells of the work, too, unless it names a qualification."""
_QUALIFICATIONS = frozenset({Kind.EDUCATION, Kind.CERTIFICATION})
_LONG = 80
"""Words that a document says in all: a shorter one may be a note that says enough by its few demands."""
_CONFIDENCE = 0.5
_PROSE = frozenset({SectionKind.NEUTRAL, SectionKind.ABOUT, SectionKind.DUTIES})
_ARTICLE = 4
"""Characters that may precede the title of a role at the beginning of a sentence."""
_DOES = re.compile(r"(?:\s\d+)?\s[a-z]+[^\Ws]s\s")
"""What follows that title in a sentence about its work: "supports", "2 oversees"."""


def asked_by_duties(
    statements: Sequence[Statement],
    decisions: Mapping[Clause, NecessityDecision],
    titled: Mapping[Part, Sequence[JobTitle]],
    rules: StatementRules,
) -> dict[Clause, NecessityDecision]:
    """The clauses that tell of the work, as preferred; none where `statements` ask for enough. `titled`: titles in parts."""
    asked = [each for each in statements if each.necessity is not Necessity.MENTIONED]
    qualified = any(each.kind in _QUALIFICATIONS or each.min_months for each in asked)
    if len(asked) > _FEW or qualified or sum(len(clause.text.split()) for clause in decisions) < _LONG:
        return {}
    return {
        clause: NecessityDecision(Necessity.PREFERRED, _CONFIDENCE, "duty", content=Span(0, len(clause.text)))
        for clause, decision in decisions.items()
        if decision.necessity is Necessity.MENTIONED
        and not clause.aside
        and _tells_of_work(clause, titled.get(clause.part, ()), rules)
    }


def _tells_of_work(clause: Clause, titles: Sequence[JobTitle], rules: StatementRules) -> bool:
    """Whether a clause is a duty: an item of a list of them, "You will run ...", "The senior cook runs ..."."""
    low, kind = plain(clause.text), clause.part.kind
    if kind is SectionKind.DUTIES and not (
        rules.opens_elsewhere(low) if clause.part.bullet else rules.tells(low)
    ):
        return True
    if kind not in _PROSE:
        return False
    start = clause.span.start - clause.part.span.start
    opening = (title.span for title in titles if start <= title.span.start <= start + _ARTICLE)
    return rules.opens_a_duty(low) or any(_DOES.match(clause.text, span.end - start) for span in opening)
