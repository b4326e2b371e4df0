"""The skills table of a report, and the table of what was seen and not counted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gapcheck.config import Policy
from gapcheck.matching.mentions import CLAIMED, Assertion, Discarded, DiscardReason, Method, SkillMention
from gapcheck.report import DiscardedRow, Evidence, SkillRow
from gapcheck.resume import skill_months
from gapcheck.resume.model import Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.implied import implied
from gapcheck.scoring.judgement import best_grade
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.taxonomy import Taxonomy

_REASONS = {
    Assertion.ABSENT: DiscardReason.ABSENT,
    Assertion.ASPIRED: DiscardReason.ASPIRED,
    Assertion.OTHER: DiscardReason.OTHER,
}


def skill_rows(
    resume: Resume, proven: Profile, taxonomy: Taxonomy, policy: Policy, *, requested: Collection[str]
) -> tuple[SkillRow, ...]:
    """What the person claims: named skills, those that they imply in one step, and merely possible ones."""
    rows = {
        skill: _row(skill, proofs, taxonomy, skill in requested) for skill, proofs in proven.proofs.items()
    }
    for skill, proofs in implied(proven, taxonomy, policy).items():
        rows[skill] = _implied_row(resume, skill, proofs, taxonomy, requested=skill in requested)
    for skill, hints in proven.hints.items():
        possible = tuple(h for h in hints if h.grade is Grade.POSSIBLE and not _is_title(h))
        if possible and skill not in rows:
            rows[skill] = _row(skill, possible, taxonomy, skill in requested)
    return tuple(rows[skill] for skill in sorted(rows))


def _row(skill: str, proofs: tuple[Proof, ...], taxonomy: Taxonomy, requested: bool) -> SkillRow:  # noqa: FBT001
    known = taxonomy.skills[skill]
    mentions = sorted(_evidence(proofs), key=lambda each: (each.start, each.end))
    dated = next((each for each in _evidence(proofs) if each.months is not None), None)
    return SkillRow(
        id=skill,
        label=known.label,
        kind=known.kind.value,
        grade=best_grade([p.grade for p in proofs]).value,
        months=dated.months if dated else None,
        last_used=dated.last_used if dated else None,
        requested=requested,
        mentions=tuple(mentions),
    )


def _evidence(proofs: tuple[Proof, ...]) -> list[Evidence]:
    return [each.evidence for each in proofs if each.evidence is not None]


def _implied_row(
    resume: Resume, skill: str, proofs: tuple[Proof, ...], taxonomy: Taxonomy, *, requested: bool
) -> SkillRow:
    row = _row(skill, proofs, taxonomy, requested)
    places = {(each.start, each.end) for each in row.mentions}
    claims = [
        m for m in resume.matches.mentions if (m.span.start, m.span.end) in places and m.assertion in CLAIMED
    ]
    months, last_used = skill_months(resume, claims) if claims else (None, None)
    mentions = tuple(replace(each, method="implied") for each in row.mentions)
    return replace(row, months=months, last_used=last_used, mentions=mentions)


def _is_title(hint: Proof) -> bool:
    """Whether it is a name in the title of a publication: a subject, and no claim of a skill."""
    return (
        hint.grade is Grade.POSSIBLE
        and hint.evidence is not None
        and hint.evidence.method == Method.PHRASE.value
    )


def discarded_rows(
    resume: Resume, proven: Profile, taxonomy: Taxonomy, citations: Citations
) -> tuple[DiscardedRow, ...]:
    """What looks like a skill and was not counted, in order of the text, each with its reason."""
    found: dict[tuple[int, int, str], DiscardedRow] = {}

    def note(seen: SkillMention | Discarded, reason: DiscardReason) -> None:
        known = taxonomy.skills.get(seen.skill)
        label, place, cue = known.label if known else seen.surface, citations.at(seen.span), seen.cue
        words = f"{reason.value} ({cue})" if cue else reason.value
        row = DiscardedRow(label, place.quote, place.page, words)
        found.setdefault((place.start, place.end, label), row)

    for mention in resume.matches.mentions:
        if mention.assertion in _REASONS:
            note(mention, _REASONS[mention.assertion])
    titles = {
        (h.skill, h.evidence.start)
        for hints in proven.hints.values()
        for h in hints
        if h.evidence and _is_title(h)
    }
    for mention in resume.matches.mentions:
        if (mention.skill, mention.span.start) in titles:
            note(mention, DiscardReason.PUBLICATION)
    for dropped in resume.matches.discarded:
        note(dropped, dropped.reason)
    return tuple(found[key] for key in sorted(found))
