"""The skills table of a report, and the table of what was seen and not counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from gapcheck.config import Policy
from gapcheck.matching.mentions import CLAIMED, Assertion, Discarded, DiscardReason, Method, SkillMention
from gapcheck.report import DiscardedRow, Evidence, SkillRow
from gapcheck.resume import skill_months
from gapcheck.resume.model import Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.judgement import best_grade
from gapcheck.scoring.profile import Profile
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.text.slugs import slug

_REASONS = {
    Assertion.ABSENT: DiscardReason.ABSENT,
    Assertion.ASPIRED: DiscardReason.ASPIRED,
    Assertion.OTHER: DiscardReason.OTHER,
}


def skill_rows(
    resume: Resume, proven: Profile, taxonomy: Taxonomy, policy: Policy, *, requested: Collection[str]
) -> tuple[SkillRow, ...]:
    """What the person claims: named skills, those that they imply in one step, merely possible ones, and listed names that are new.

    A listed name that the taxonomy lacks has the id that it would have in it.
    """
    rows = {
        skill: _row(skill, proofs, taxonomy, skill in requested)
        for skill, proofs in proven.proofs.items()
        if taxonomy.skills[skill].kind is not Kind.CERTIFICATION  # a licence that a job document names
    }
    for skill, proofs in implied(proven, taxonomy, policy).items():
        rows[skill] = _implied_row(resume, skill, proofs, taxonomy, requested=skill in requested)
    for skill, hints in proven.hints.items():
        possible = tuple(h for h in hints if h.grade is Grade.POSSIBLE and not _is_title(h))
        if possible and skill not in rows and taxonomy.skills[skill].kind is not Kind.CERTIFICATION:
            rows[skill] = _row(skill, possible, taxonomy, skill in requested)
    for place in resume.listed:
        own = _own_row(resume, place)
        if own.id not in taxonomy.skills:
            rows.setdefault(own.id, own)
    return tuple(rows[skill] for skill in sorted(rows))


def _own_row(resume: Resume, place: Span) -> SkillRow:
    """A skill in words of the person's own: only listed, and in no score."""
    name = " ".join(place.of(resume.document.text).split())
    id_ = slug(name)
    evidence = replace(Citations(resume).at(place), skill=id_, label=name, method=Method.PHRASE.value)
    return SkillRow(id_, name, Kind.SKILL.value, Grade.LISTED.value, None, None, False, (evidence,))  # noqa: FBT003


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
        label, place, cue = (
            known.label if known else seen.surface,
            citations.at(seen.span, seen.cue),
            seen.cue,
        )
        words = f"{reason.value} ({cue})" if cue else reason.value
        row = DiscardedRow(label, place.quote, place.page, words, place.boxes)
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


def implied(proven: Profile, taxonomy: Taxonomy, policy: Policy) -> Mapping[str, tuple[Proof, ...]]:
    """Skills a reader grants without seeing their names: not named, with the proofs of those that say them in one step.

    Credit of a row reaches further (`strength`): there a doubtful inference costs a part of the points and says so. A
    list of what a person can do has no such fractions, so it holds only what nobody would dispute: whoever shows Keras
    in work does deep learning, whoever shows Git keeps versions.

    What says it must be shown in work under its own name: neither a list nor a course nor a turn of phrase, nor
    what the person calls basics, says more than itself. Umbrellas (software engineering, computer science) say
    nothing and are not said; nor are classes of more kinds than the policy's `telling_class`, which say nothing new.
    """
    found: dict[str, list[Proof]] = {}
    for skill, proofs in proven.proofs.items():
        shown = [each for each in proofs if _is_shown_by_name(each, policy)]
        for target in _said_by(skill, taxonomy, policy) if shown else ():
            if target not in proven.proofs:
                found.setdefault(target, []).extend(shown)
    return {skill: tuple(proofs) for skill, proofs in found.items()}


def _is_shown_by_name(proof: Proof, policy: Policy) -> bool:
    named = proof.evidence is not None and proof.evidence.method == Method.PHRASE.value
    return named and proof.grade is Grade.SHOWN and proof.strength > policy.claim.exposure


def _said_by(skill: str, taxonomy: Taxonomy, policy: Policy) -> Iterable[str]:
    """What a skill says in one step: classes that are not too wide, and what it implies."""
    known = taxonomy.skills[skill]
    if known.umbrella:
        return
    classes = (b for b in known.broader if len(taxonomy.narrower(b)) <= policy.relation.telling_class)
    for target in (*classes, *known.implies):
        row = taxonomy.skills.get(target)
        if row is not None and not row.umbrella:
            yield target
