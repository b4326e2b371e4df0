"""Why a requirement has its credit, in a few words for people; the arithmetic stands in the reasons of its judgement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gapcheck.matching.mentions import DiscardReason
from gapcheck.report import Evidence, Named
from gapcheck.scoring.judgement import Judgement, Status
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade
from gapcheck.taxonomy import Kind, Logic, Requirement

NOT_FOUND = "not found in this resume"
_ASK = "not found; ask in an interview"
_BY_GRADE: Mapping[Grade, str] = MappingProxyType(
    {
        Grade.TRAINED: "learned in training, not shown in work",
        Grade.LISTED: "listed, not shown in work",
        Grade.POSSIBLE: "hinted at in other words only",
    }
)
_UNCLAIMED = {
    "aspired": "wants to learn it",
    "absent": "said not to be known",
    "other": "said of others' work",
}


def short_reason(
    row: Requirement, found: Judgement, status: Status, skills: tuple[Named, ...], proven: Profile
) -> str:
    """Why a row has its credit, in a few words; `skills` are its own, with their labels."""
    if found.short:
        return found.short
    claimed = [each for each in found.evidence if each.claimed]
    if row.kind is Kind.SOFT_SKILL and status is Status.MISSING:
        return "only claimed; ask in an interview" if claimed else _ASK
    if not claimed:
        refused = [_UNCLAIMED[each.assertion] for each in found.evidence if each.assertion in _UNCLAIMED]
        return refused[0] if refused else NOT_FOUND
    held = {each.skill for each in claimed}
    lacking = [each.label for each in skills if each.id not in held]
    if row.logic is Logic.ALL_OF and len(skills) > 1 and lacking and status is not Status.MET:
        return f"not found: {', '.join(lacking)}"
    return _of_grade(found.grade, claimed[0], proven)


def _of_grade(grade: Grade, best: Evidence, proven: Profile) -> str:
    if grade is Grade.RELATED or best.method == "related":
        return f"only {best.label}, which is near, is named"
    if best.method == "confirmed":
        return "confirmed by the person, not in the document"
    if grade is Grade.POSSIBLE and best.method == "phrase":
        return DiscardReason.PUBLICATION.value
    if grade in _BY_GRADE:
        return _BY_GRADE[grade]
    by = f" by {best.label}" if best.method == "implied" else ""
    proof = proven.best(best.skill)
    if proof is not None and proof.dated and best.months is not None and "job" in proof.words:
        return f"shown{by} in dated work, {time_in_words(best.months)}"
    place = proof.words.removeprefix("shown ") if proof is not None and proof.words else "outside a job"
    return f"shown{by} {place}"


def time_in_words(months: tuple[int, int]) -> str:
    """A span of months as people say it: "44 months", "12 to 35 months", "1 month"."""
    low, high = months
    if low == high:
        return "1 month" if low == 1 else f"{low} months"
    return f"{low} to {high} months"
