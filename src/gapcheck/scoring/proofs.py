"""What one mention of a skill proves, weighed by its claim and its place; and what a certificate proves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum

from gapcheck.config import Policy
from gapcheck.facts.language_tests import language_tests
from gapcheck.facts.languages import language_parser
from gapcheck.facts.skill_levels import PrintedLevels
from gapcheck.matching.mentions import CLAIMED, Assertion, Method, SkillMention
from gapcheck.outline.model import SectionKind
from gapcheck.report import Evidence
from gapcheck.resume.model import EMPLOYMENT, LEARNING, EntryKind, Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.list_belief import NO_LISTS, ListBacking, Lists, lists_of
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Certification, Kind, Skill, Taxonomy


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

    `words` say what its place is. `dated`: it is in an entry whose dates are printed. A proof that is only assumed has no `evidence`;
    `assumed` then names the assumption. `level` is that of a spoken language, 1 to 6, 0 for less, None if it is not
    printed. `modest`: only the basics of it are claimed.
    """

    skill: str
    strength: float
    grade: Grade
    dated: bool
    reason: str
    evidence: Evidence | None
    assumed: str = ""
    level: int | None = None
    words: str = ""
    modest: bool = False


def assumed_proof(skill: str, assumption: str, policy: Policy, *, in_a_job: bool) -> Proof:
    """What a skill proves that is assumed to be shown in a dated job, or else in a dated project."""
    source = policy.source.job_dated if in_a_job else policy.source.project_dated
    reason = f"shown in a dated {'job' if in_a_job else 'project'} {source:.2f}"
    strength = round(policy.claim.present * source, 6)
    return Proof(skill, strength, Grade.SHOWN, dated=True, reason=reason, evidence=None, assumed=assumption)


def confirmed_proof(skill: Skill, policy: Policy) -> Proof:
    """What the person says beside the document: possible, and confirmed."""
    worth = policy.claim.confirmed
    evidence = Evidence(
        skill.id, skill.label, "confirmed", 1.0, "present", "said by the person", 1, skill.label, 0, 0
    )
    reason = f"confirmed by the person, not by the document {worth:.2f}"
    return Proof(skill.id, worth, Grade.POSSIBLE, dated=False, reason=reason, evidence=evidence)


def certificate_proofs(
    certificate: Certification, evidence: Evidence | None, taxonomy: Taxonomy, policy: Policy
) -> Iterable[Proof]:
    """What a certificate in force proves: each skill that it teaches for the most part, as training does."""
    factor = policy.certification.as_training
    reason = f"taught by {certificate.name} {factor:.2f}"
    for covered in certificate.skills:
        skill = taxonomy.skills.get(covered.id)
        if skill is None or covered.share < policy.certification.covers_share:
            continue
        yield Proof(
            skill.id,
            factor,
            Grade.TRAINED,
            dated=False,
            reason=reason,
            evidence=replace(evidence, skill=skill.id, label=skill.label) if evidence else None,
            assumed="" if evidence else certificate.id,
        )


def language_test_proofs(evidence: Evidence, taxonomy: Taxonomy, policy: Policy) -> Iterable[Proof]:
    """What the score of a language test proves: its language, at the level of the score."""
    for test in language_tests(taxonomy).scores(evidence.quote):
        worth, words = policy.source.language, f"tested: {test.span.of(evidence.quote)}"
        reason = f"{words} {worth:.2f}"
        for skill in taxonomy.named(test.language):
            shown = replace(evidence, skill=skill.id, label=skill.label)
            yield Proof(
                skill.id,
                worth,
                Grade.TRAINED,
                dated=False,
                reason=reason,
                evidence=shown,
                level=test.level,
                words=words,
            )


_LEARNED = "learned in training"
_SECTIONS = {
    SectionKind.EXPERIENCE: ("job_undated", "shown in an undated job", Grade.SHOWN),
    SectionKind.TEACHING: ("job_undated", "shown in undated teaching", Grade.SHOWN),
    SectionKind.PROJECTS: ("project_undated", "shown in an undated project", Grade.SHOWN),
    SectionKind.EDUCATION: ("training", _LEARNED, Grade.TRAINED),
    SectionKind.TRAINING: ("training", _LEARNED, Grade.TRAINED),
    SectionKind.CERTIFICATIONS: ("training", _LEARNED, Grade.TRAINED),
    SectionKind.VOLUNTEERING: ("volunteering", "shown in voluntary work", Grade.SHOWN),
    SectionKind.AWARDS: ("volunteering", "shown outside a job", Grade.SHOWN),
    SectionKind.PUBLICATIONS: ("other_section", "shown outside a job", Grade.SHOWN),
    SectionKind.OTHER: ("other_section", "shown outside a job", Grade.SHOWN),
}
"""What a place outside any entry is worth: name of the factor in the policy, words for it, grade."""


_NOWHERE: SpanIndex[Span] = SpanIndex(())


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs the mentions of one resume. `dated_work`: some job has dates. `lists`: how far they are borne out.

    `stuffed` is text whose names weigh as a list does, wherever it is. `places` keeps what places are worth, by start and end;
    `levels` are those printed beside names.
    """

    resume: Resume
    citations: Citations
    taxonomy: Taxonomy
    policy: Policy
    dated_work: bool
    lists: Lists = NO_LISTS
    stuffed: SpanIndex[Span] = _NOWHERE
    places: dict[tuple[int, int], tuple[float, str, Grade, bool] | None] = field(default_factory=dict)
    levels: PrintedLevels | None = None

    def backed(self, claimed: Mapping[str, AbstractSet[Grade]]) -> Weigher:
        """The same, with the lists compared with the work that the resume shows: the grades of the places of each skill."""
        shown, listed = (
            {skill for skill, grades in claimed.items() if grade in grades}
            for grade in (Grade.SHOWN, Grade.LISTED)
        )
        return replace(self, lists=lists_of(shown, listed, self.taxonomy, self.policy.source))

    def backing_of(self, skill: str) -> ListBacking:
        """What bears out a name of this skill that is only listed."""
        return self.lists.of(skill, self.taxonomy, self.policy.source)

    def grade(self, mention: SkillMention) -> Grade:
        """How the place of a mention speaks for its skill."""
        return self._place(mention)[2]

    def belief(self, span: Span) -> float:
        """How far what is named at a place without a date is believed, 0 to 1: in a list no more than the list is.

        A licence that is one of many names which no work bears out is not believed: what the law asks for is said with
        its date or number, or by somebody whose work it was.
        """
        worth, _, grade, _ = self._source(span, self.lists.whole)
        if grade is not Grade.LISTED:
            return 1.0
        whole = self.lists.whole.is_keyword_list(self.policy.source)
        return 0.0 if whole else min(1.0, worth / self.policy.source.list_beside_work)

    def weigh(
        self,
        mention: SkillMention,
        *,
        modest: bool,
        months: tuple[int, int] | None,
        last_used: str | None,
    ) -> Proof:
        """What a mention proves. `modest`: the person claims only the basics of the skill, here or elsewhere."""
        policy = self.policy
        source, words, grade, dated = self._place(mention)
        skill = self.taxonomy.skills[mention.skill]
        soft = skill.kind is Kind.SOFT_SKILL
        if soft and mention.method is Method.PHRASE and grade is Grade.LISTED:
            source, words = policy.source.soft_claimed, "claimed, not shown"
        spoken = skill.kind is Kind.LANGUAGE
        if spoken and (grade is Grade.LISTED or self._section(mention) is SectionKind.LANGUAGES):
            source, words = policy.source.language, "named among languages"
        claim = {
            Assertion.PRESENT: policy.claim.present,
            Assertion.PAST: policy.claim.past,
            Assertion.ASPIRED: policy.claim.aspired,
            Assertion.ABSENT: policy.claim.absent,
            Assertion.OTHER: policy.claim.other,
        }[mention.assertion]
        reason, basics = f"{words} {source:.2f}", False
        if self._unfinished(mention):
            claim = min(claim, policy.claim.aspired)
            reason += f", part of a certificate that is in progress x {claim:.2f}"
        elif mention.assertion not in CLAIMED:
            reason = f"{mention.assertion.value} ({mention.cue or words}) {claim:.2f}"
        elif not spoken and (basics := self._claims_basics(mention, grade, modest=modest)):
            claim = policy.claim.exposure
            reason += f", of which the person claims the basics only x {claim:.2f}"
        if mention.method is Method.PATTERN and not soft:
            source *= policy.relation.pattern
            reason += f", said in other words x {policy.relation.pattern:.2f}"
        if mention.method is Method.SIMILARITY:
            source = policy.relation.similarity_cap * mention.similarity * self.belief(mention.span)
            grade = Grade.POSSIBLE
            reason = f"similar words only ({mention.similarity:.2f})"
        place = self.citations.at(mention.span, mention.cue)
        evidence = Evidence(  # many are made: `replace` takes twice as long
            skill=skill.id,
            label=skill.label,
            method=mention.method.value,
            similarity=mention.similarity,
            assertion=mention.assertion.value,
            section=place.section,
            page=place.page,
            quote=place.quote,
            start=place.start,
            end=place.end,
            boxes=place.boxes,
            months=months,
            last_used=last_used,
            rule=mention.rule,
        )
        parser = language_parser(self.taxonomy) if spoken else None
        level = parser.level_beside(self.resume.document.text, mention.span) if parser else None
        if level == 0 and mention.assertion in CLAIMED:
            claim, reason = 0.0, "less of the language than its lowest level 0.00"
        strength = round(claim * source, 6)
        return Proof(
            skill.id, strength, grade, dated, reason, evidence, level=level, words=words, modest=basics
        )

    def is_modest(self, mention: SkillMention) -> bool:
        """Whether a mention claims no more than the basics; the level printed with the name itself says best."""
        level = self.levels.at(mention.span) if mention.exposure and self.levels else None
        return mention.exposure and (level is None or level == 1)

    def _claims_basics(self, mention: SkillMention, grade: Grade, *, modest: bool) -> bool:
        if grade is Grade.LISTED and modest:
            return True
        return grade is not Grade.TRAINED and self.is_modest(mention)

    def weigh_title(self, mention: SkillMention) -> Proof:
        """A skill that titles of publications name, and nothing else does: possible, no more."""
        weighed = self.weigh(mention, modest=False, months=None, last_used=None)
        strength = self.policy.source.publication
        reason = f"named in the title of a publication only {strength:.2f}"
        return replace(weighed, strength=strength, grade=Grade.POSSIBLE, dated=False, reason=reason)

    def in_a_title(self, mention: SkillMention) -> bool:
        """Whether a mention is in the title of a publication."""
        return (
            self._section(mention) is SectionKind.PUBLICATIONS
            and self.resume.entry_at(mention.span.start) is None
        )

    def _section(self, mention: SkillMention) -> SectionKind:
        return self.resume.section_at(mention.span.start).kind

    def _place(self, mention: SkillMention) -> tuple[float, str, Grade, bool]:
        """What the place of a mention is worth, as `_source` says it."""
        if mention.training:
            return self.policy.source.training, _LEARNED, Grade.TRAINED, False
        named = mention.method is Method.PHRASE and not self.taxonomy.skills[mention.skill].category
        if named and self._section(mention) is SectionKind.CERTIFICATIONS:
            worth = self.policy.certification.unknown
            return worth, "held under the name that the job document gives it", Grade.TRAINED, False
        return self._source(mention.span, self.backing_of(mention.skill))

    def _source(self, span: Span, backing: ListBacking) -> tuple[float, str, Grade, bool]:
        """What a place is worth: factor, words for it, grade, and whether dates are printed. `backing` is that of a list."""
        key = (span.start, span.end)
        if key not in self.places:
            self.places[key] = self._work(span)
        found = self.places[key]
        if found is None or self.stuffed.overlapping(span):
            listed = self._list(backing)
            return listed if found is None or listed[0] <= found[0] else found
        return found

    def _list(self, backing: ListBacking) -> tuple[float, str, Grade, bool]:
        """What being listed is worth."""
        source = self.policy.source
        base = source.list_beside_work if self.dated_work else source.list_alone
        words = f"{backing}{'' if self.dated_work else ', and nothing is dated'}"
        return backing.worth(base, source), words, Grade.LISTED, False

    def _work(self, span: Span) -> tuple[float, str, Grade, bool] | None:
        """What a place in work, training or another section is worth; None for a list."""
        source = self.policy.source
        entry = self.resume.entry_at(span.start)
        if entry is not None and entry.kind in LEARNING:
            words = _LEARNED if entry.kind is EntryKind.COURSE else "learned under supervision as a student"
            return source.training, words, Grade.TRAINED, False
        if entry is not None:
            dated = entry.period is not None
            when = "dated" if dated else "undated"
            name, words = f"project_{when}", f"shown in a {when} project"
            if entry.kind in EMPLOYMENT:
                name, words = f"job_{when}", f"shown in a {when} job"
                if not self.dated_work:
                    name, words = "job_undated_alone", "shown in a job, and nothing is dated"
            elif entry.kind is EntryKind.VOLUNTEERING:
                name, words = "volunteering", "shown in voluntary work"
            return getattr(source, name), words, Grade.SHOWN, dated
        kind = self.resume.section_at(span.start).kind
        if kind in _SECTIONS and not (kind is SectionKind.OTHER and self._in_a_list(span)):
            name, words, grade = _SECTIONS[kind]
            return getattr(source, name), words, grade, False
        return None

    def _unfinished(self, mention: SkillMention) -> bool:
        """Whether a mention is in the name of a certificate that the person does not hold yet."""
        certificates = self.resume.certificates
        return any(each.status == "in_progress" and mention.span in each.span for each in certificates)

    def _in_a_list(self, span: Span) -> bool:
        return any(p.listing and span in p.span for p in self.resume.passages)
