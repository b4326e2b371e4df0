"""How a requirement that was judged becomes a row of the report: its points, its reasons, what to read beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gapcheck.matching.closest_lines import ClosestLines
from gapcheck.matching.mentions import DiscardReason
from gapcheck.matching.similarity import weights_of
from gapcheck.report import DiscardedRow, Named, RequirementRow
from gapcheck.scoring import Case, Status, Weighed, status_of
from gapcheck.scoring.short_reasons import NOT_FOUND, short_reason
from gapcheck.taxonomy import Kind, Necessity, Requirement, Skill, Taxonomy

_SKILLS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL})
_UNSCORED = Necessity.MENTIONED.value
_TELLING = (
    DiscardReason.PUBLICATION.value,
    DiscardReason.HIDDEN.value,
    DiscardReason.SECTION.value,
    DiscardReason.EXPIRED.value,
    DiscardReason.TAKEN_BACK.value,
)
"""Why what a requirement asks for was seen and did not count; other reasons are of words with another sense."""


def requirement_rows(
    case: Case,
    requirements: Sequence[Requirement],
    terms: Sequence[Skill],
    posting: str,
    discarded: Sequence[DiscardedRow],
) -> tuple[RequirementRow, ...]:
    """The rows of a case; one that nothing speaks for or against gets the line of the resume that is nearest to it.

    `terms` are names that the taxonomy lacks; `posting` is the job document's text, or "" for a role;
    `discarded` is what was seen in the resume and not counted.
    """
    rows = tuple(_seen(_row(each, case, terms), discarded, case.taxonomy) for each in requirements)
    if not any(_is_silent(each) for each in rows):
        return rows
    resume = case.resume
    weights = weights_of(case.taxonomy)
    contact = resume.contact
    lines = ClosestLines.of(
        resume.document.text,
        resume.passages,
        weights,
        case.policy.similarity,
        without=(*contact.spans, *contact.personal),
    )
    printed = posting.split("\n") if posting else ()

    def with_closest(row: RequirementRow) -> RequirementRow:
        wordings = (row.title, *(printed[s.line - 1] for s in row.sources if s.line <= len(printed)))
        span = lines.to(wordings) if _is_silent(row) else None
        return replace(row, closest=case.citations.closest(span)) if span else row

    return tuple(map(with_closest, rows))


def _is_silent(row: RequirementRow) -> bool:
    return row.status == Status.MISSING.value and row.necessity != _UNSCORED and not row.evidence


def _seen(row: RequirementRow, discarded: Iterable[DiscardedRow], taxonomy: Taxonomy) -> RequirementRow:
    """The row; one without evidence says why what it asks for did not count where it was seen."""
    if row.summary != NOT_FOUND:
        return row
    labels = {taxonomy.skills[each.id].label for each in row.skills if each.id in taxonomy.skills}
    for each in discarded:
        if each.label in labels and each.reason.startswith(_TELLING):
            return replace(row, summary=f"seen, and not counted: {each.reason}")
    return row


def _row(row: Requirement, case: Case, terms: Sequence[Skill]) -> RequirementRow:
    found, weighed = case.judged[row.id], case.weighed[row.id]

    # the only skill of a row is called what the row is: a job document may have its own word for it
    alone = len(row.skills) == 1 and row.head is None and row.kind in _SKILLS

    def named(skill: str) -> Named:
        known = case.taxonomy.skills.get(skill)
        label = known.label if known else skill
        return Named(skill, row.title if alone and row.title.lower() != label.lower() else label)

    skills = tuple(map(named, row.skills))
    status = status_of(found.credit, case.policy.score)
    return RequirementRow(
        id=row.id,
        title=row.title,
        kind=row.kind.value,
        necessity=row.necessity.value,
        logic=row.logic.value,
        open=row.open,
        head=named(row.head) if row.head else None,
        skills=skills,
        min_months=row.min_months,
        min_count=row.min_count,
        degree=row.degree,
        weight=round(weighed.weight, 6),
        points=weighed.possible * found.credit,
        points_possible=weighed.possible,
        credit=found.credit,
        status=status.value,
        grade=found.grade.value,
        reasons=(*found.reasons, *_literal_reasons(row, terms), *_weight_reasons(row, weighed)),
        evidence=found.evidence,
        sources=row.sources,
        summary=short_reason(row, found, status, skills, case.strengths.profile),
        within_months=row.within_months,
    )


def _literal_reasons(row: Requirement, terms: Sequence[Skill]) -> Sequence[str]:
    """Names that the taxonomy lacks were looked for as they are: no other name of theirs is known, nor what proves them."""
    labels = [term.label for term in terms if term.id in row.skills]
    return [f"not in the taxonomy, looked for literally: {', '.join(labels)}"] if labels else []


def _weight_reasons(row: Requirement, weighed: Weighed) -> Sequence[str]:
    reasons = []
    asking, documents = row.support
    if documents > 1:
        reasons.append(f"asked for by {asking} of {documents} documents")
    if row.weight != 1:
        reasons.append(f"the role weighs it {row.weight:.2f} of a full row")
    if weighed.for_wider:
        reasons.append("weighed like the wider row that it says more exactly")
    if weighed.weight == 0 and row.narrower:
        reasons.append("not scored by itself: narrower rows say it more exactly")
    return reasons
