"""What a resume proves of each skill that it names: every mention weighed by its claim and its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gapcheck.config import Policy
from gapcheck.matching.mentions import CLAIMED, Assertion, Method, SkillMention
from gapcheck.outline.model import SectionKind
from gapcheck.report import Evidence
from gapcheck.resume import skill_months
from gapcheck.resume.model import EMPLOYMENT, EntryKind, HeldCertificate, Resume
from gapcheck.scoring.quotes import evidence_at
from gapcheck.taxonomy import Kind, Taxonomy

IN_FORCE = frozenset({"current", "unknown"})


class Grade(StrEnum):
    """How a skill is evidenced, best first."""

    SHOWN = "shown"
    TRAINED = "trained"
    LISTED = "listed"
    RELATED = "related"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Proof:
    """One place that speaks for a skill: `strength` 0 to 1 is claim x source, `reason` says which they were.

    `dated`: it stands in an entry whose dates are printed.
    """

    skill: str
    strength: float
    grade: Grade
    dated: bool
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a resume proves: proofs by skill id, the strongest first; hints (aspired) apart."""

    proofs: Mapping[str, tuple[Proof, ...]]
    hints: Mapping[str, tuple[Proof, ...]]

    def joined(self, more: Sequence[Proof]) -> Profile:
        """With further proofs."""
        added: dict[str, list[Proof]] = defaultdict(list)
        for each in more:
            added[each.skill].append(each)
        joined = {skill: (*self.proofs.get(skill, ()), *proofs) for skill, proofs in added.items()}
        return Profile({**self.proofs, **_sorted(joined)}, self.hints)

    def best(self, skill: str) -> Proof | None:
        """The strongest proof of exactly this skill, or None."""
        found = self.proofs.get(skill)
        return found[0] if found else None


def profile(resume: Resume, taxonomy: Taxonomy, policy: Policy) -> Profile:
    """Weigh every mention and every certificate in force.

    A person who calls a skill "beginner" or "basic" says so for the whole resume: what is only listed or
    trained elsewhere is then held to the same measure, what is shown in work is not.
    """
    groups: dict[str, list[SkillMention]] = defaultdict(list)
    for mention in resume.matches.mentions:
        if mention.skill in taxonomy.skills:
            groups[mention.skill].append(mention)
    proofs: dict[str, list[Proof]] = defaultdict(list)
    hints: dict[str, list[Proof]] = defaultdict(list)
    for skill, mentions in groups.items():
        claimed = [m for m in mentions if m.assertion in CLAIMED and m.method is not Method.SIMILARITY]
        only_titles = all(_titled(resume, m) for m in claimed)
        modest = any(m.exposure for m in claimed)
        months, last_used = skill_months(resume, claimed) if claimed else (None, None)
        for mention in mentions:
            if only_titles and mention in claimed:
                hints[skill].append(_title_of_a_paper(resume, mention, taxonomy, policy))
                continue
            proof = _weighed(
                resume, mention, taxonomy, policy, modest=modest, months=months, last_used=last_used
            )
            (proofs if mention in claimed else hints)[skill].append(proof)
    for held in resume.certificates:
        for proof in _certificate_proofs(resume, held, taxonomy, policy):
            proofs[proof.skill].append(proof)
    return Profile(_sorted(proofs), _sorted(hints))


def more_proofs(
    resume: Resume,
    mentions: Sequence[SkillMention],
    certificates: Sequence[HeldCertificate],
    taxonomy: Taxonomy,
    policy: Policy,
) -> Sequence[Proof]:
    """What these mentions, plain claims in an entry, and these certificates prove by themselves."""
    found = [
        _weighed(resume, each, taxonomy, policy, modest=False, months=None, last_used=None)
        for each in mentions
    ]
    for held in certificates:
        found += _certificate_proofs(resume, held, taxonomy, policy)
    return found


def _titled(resume: Resume, mention: SkillMention) -> bool:
    return (
        resume.section_at(mention.span.start).kind is SectionKind.PUBLICATIONS
        and resume.entry_at(mention.span.start) is None
    )


def _title_of_a_paper(resume: Resume, mention: SkillMention, taxonomy: Taxonomy, policy: Policy) -> Proof:
    """A skill that stands in titles of publications and nowhere else: possible, no more."""
    weighed = _weighed(resume, mention, taxonomy, policy, modest=False, months=None, last_used=None)
    strength = policy.source.publication
    reason = f"named in the title of a publication only {strength:.2f}"
    return replace(weighed, strength=strength, grade=Grade.POSSIBLE, dated=False, reason=reason)


def _sorted(proofs: Mapping[str, Sequence[Proof]]) -> Mapping[str, tuple[Proof, ...]]:
    return {
        skill: tuple(sorted(each, key=lambda p: (-p.strength, -p.dated, p.evidence.start, p.evidence.end)))
        for skill, each in sorted(proofs.items())
    }


def _weighed(
    resume: Resume,
    mention: SkillMention,
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    modest: bool,
    months: tuple[int, int] | None,
    last_used: str | None,
) -> Proof:
    source, words, grade, dated = source_of(resume, mention, policy)
    soft = taxonomy.skills[mention.skill].kind is Kind.SOFT_SKILL
    if soft and mention.method is Method.PHRASE and grade is Grade.LISTED:
        source, words = policy.source.soft_claimed, "claimed, not shown"
    if _is_spoken(resume, mention, taxonomy):
        source, words = policy.source.language, "named under languages"
    claim = {
        Assertion.PRESENT: policy.claim.present,
        Assertion.PAST: policy.claim.past,
        Assertion.ASPIRED: policy.claim.aspired,
        Assertion.ABSENT: policy.claim.absent,
        Assertion.OTHER: policy.claim.other,
    }[mention.assertion]
    reason = f"{words} {source:.2f}"
    if mention.assertion not in CLAIMED:
        reason = f"{mention.assertion.value} ({mention.cue or words}) {claim:.2f}"
    elif mention.exposure or (modest and grade in {Grade.LISTED, Grade.TRAINED}):
        claim = policy.claim.exposure
        reason += f", of which the person claims the basics only x {claim:.2f}"
    if mention.method is Method.PATTERN and not soft:
        source *= policy.relation.pattern
        reason += f", said in other words x {policy.relation.pattern:.2f}"
    if mention.method is Method.SIMILARITY:
        source = policy.relation.similarity_cap * mention.similarity
        reason = f"similar words only ({mention.similarity:.2f})"
    return Proof(
        skill=mention.skill,
        strength=round(claim * source, 6),
        grade=Grade.POSSIBLE if mention.method is Method.SIMILARITY else grade,
        dated=dated,
        reason=reason,
        evidence=evidence_at(
            resume,
            mention.span,
            skill=mention.skill,
            label=taxonomy.skills[mention.skill].label,
            method=mention.method.value,
            assertion=mention.assertion.value,
            similarity=mention.similarity,
            months=months,
            last_used=last_used,
        ),
    )


def _is_spoken(resume: Resume, mention: SkillMention, taxonomy: Taxonomy) -> bool:
    spoken = taxonomy.skills[mention.skill].kind is Kind.LANGUAGE
    return spoken and resume.section_at(mention.span.start).kind is SectionKind.LANGUAGES


_SECTIONS = {
    SectionKind.EXPERIENCE: ("job_undated", "shown in an undated job", Grade.SHOWN),
    SectionKind.TEACHING: ("job_undated", "shown in undated teaching", Grade.SHOWN),
    SectionKind.PROJECTS: ("project_undated", "shown in an undated project", Grade.SHOWN),
    SectionKind.EDUCATION: ("training", "learned in training", Grade.TRAINED),
    SectionKind.TRAINING: ("training", "learned in training", Grade.TRAINED),
    SectionKind.CERTIFICATIONS: ("training", "learned in training", Grade.TRAINED),
    SectionKind.VOLUNTEERING: ("volunteering", "shown in voluntary work", Grade.SHOWN),
    SectionKind.AWARDS: ("volunteering", "shown outside a job", Grade.SHOWN),
    SectionKind.PUBLICATIONS: ("other_section", "shown outside a job", Grade.SHOWN),
    SectionKind.OTHER: ("other_section", "shown outside a job", Grade.SHOWN),
}
"""What a place outside any entry is worth: name of the factor in the policy, words for it, grade."""


def source_of(resume: Resume, mention: SkillMention, policy: Policy) -> tuple[float, str, Grade, bool]:
    """What the place of a mention is worth: factor, words for it, grade, and whether dates are printed."""
    worked = any(e.kind in EMPLOYMENT and e.period for e in resume.entries)
    entry = resume.entry_at(mention.span.start)
    if entry is not None:
        dated = entry.period is not None
        when = "dated" if dated else "undated"
        name, words = f"project_{when}", f"shown in a {when} project"
        if entry.kind in EMPLOYMENT:
            name, words = f"job_{when}", f"shown in a {when} job"
            if not worked:
                name, words = "job_undated_alone", "shown in a job, and nothing is dated"
        elif entry.kind is EntryKind.VOLUNTEERING:
            name, words = "volunteering", "shown in voluntary work"
        return getattr(policy.source, name), words, Grade.SHOWN, dated
    kind = resume.section_at(mention.span.start).kind
    if kind in _SECTIONS and not (kind is SectionKind.OTHER and _in_a_list(resume, mention)):
        name, words, grade = _SECTIONS[kind]
        return getattr(policy.source, name), words, grade, False
    if worked:
        return policy.source.list_beside_work, "listed, beside dated work", Grade.LISTED, False
    return policy.source.list_alone, "listed, and nothing is dated", Grade.LISTED, False


def _in_a_list(resume: Resume, mention: SkillMention) -> bool:
    return any(p.listing and mention.span in p.span for p in resume.passages)


def _certificate_proofs(
    resume: Resume, held: HeldCertificate, taxonomy: Taxonomy, policy: Policy
) -> list[Proof]:
    row = taxonomy.certifications.get(held.id or "")
    if row is None or held.status not in IN_FORCE:
        return []
    proofs = []
    for covered in row.skills:
        skill = taxonomy.skills.get(covered.id)
        if skill is None or covered.share < policy.certification.covers_share:
            continue
        evidence = evidence_at(
            resume, held.span, skill=skill.id, label=skill.label, method="certification", assertion="present"
        )
        factor = policy.certification.as_training
        reason = f"taught by {row.name} {factor:.2f}"
        proofs.append(Proof(skill.id, factor, Grade.TRAINED, dated=False, reason=reason, evidence=evidence))
    return proofs
