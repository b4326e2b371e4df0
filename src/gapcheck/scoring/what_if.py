"""What the score would be if the resume said one thing more: the same scoring over a richer profile.

An assumption adds proofs, a job, a degree or a certificate to what the resume proves, and nothing to its text. Only
the rows whose credit can change are judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from gapcheck.facts.dates import Month
from gapcheck.facts.periods import Period
from gapcheck.scoring.assumptions import Assumption, AssumptionKind
from gapcheck.scoring.case import SKILL_KINDS, Case, judge
from gapcheck.scoring.certificates import answering
from gapcheck.scoring.experience import relevant_jobs
from gapcheck.scoring.judgement import Judgement, Status
from gapcheck.scoring.profile import CertificateClaim, DegreeClaim, JobClaim, Profile, profile
from gapcheck.scoring.proofs import Proof, assumed_proof, certificate_proofs
from gapcheck.scoring.strength import Strengths
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Level, Requirement, Taxonomy
from gapcheck.taxonomy.derived import Derived

_NO_ROWS: list[Requirement] = []
_UNPRINTED = Span(0, 0)


class _Scenario(NamedTuple):
    """A case under assumptions. `changed`: skills whose strength they change, with its new numbers.

    `dated_work`: the resume itself is weighed as beside a dated job, since the assumptions hold one. `short`: the skills
    that rows name which were not met in full before any assumption, others can gain nothing; `members` are those of the
    classes of such rows, which count where they are named. `then`: what was worked out of it with one assumption more.
    `taught`: the new numbers of a skill by what an assumption adds of what counts for it, None where nothing changes.
    """

    case: Case
    dated_work: bool
    changed: Mapping[str, tuple[object, ...]]
    short: frozenset[str]
    members: frozenset[str]
    then: dict[Assumption, _Scenario]
    taught: dict[object, tuple[object, ...] | None]


@dataclass(frozen=True, slots=True)
class _Effect:
    """What an assumption proves, of which skills, the skills whose strength that can raise, and those that rows ask for.

    `rows` are those that may be raised by what is no skill.
    """

    proofs: tuple[Proof, ...]
    added: frozenset[str]
    reached: frozenset[str]
    raised: frozenset[str]
    rows: tuple[Requirement, ...]


class Scenarios:
    """What follows from one case under assumptions; each scenario and each changed row is judged once.

    Judgements under assumptions hold numbers only, no reasons and no evidence.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._judged: dict[object, Judgement] = {}
        self._effects: dict[Assumption, _Effect] = {}
        self._asking: dict[str, list[Requirement]] = {}
        self._open: dict[str, list[Requirement]] = {}
        self._asked = case.asked
        self._other = [
            row
            for row in case.requirements
            if row.kind not in SKILL_KINDS
            and case.weighed[row.id].possible > 0
            # what is met in full stays so; a first dated job changes what all else is worth
            and (case.judged[row.id].credit < 1 or not case.strengths.profile.jobs)
        ]
        self._by_skills: list[tuple[str, frozenset[str], tuple[str, ...]]] = []
        for row in case.requirements:
            asked, members = _asked(row), case.strengths.open_members(row)
            if case.weighed[row.id].possible > 0 and not _by_time_only(row):
                self._by_skills.append((row.id, asked, members))
                for skill in asked:
                    self._asking.setdefault(skill, []).append(row)
                for skill in members:
                    self._open.setdefault(skill, []).append(row)
        self._every_asked = frozenset().union(*self._asked.values())
        self._roots = {False: self._rooted(case, dated_work=False)}

    def _effect(self, assumption: Assumption) -> _Effect:
        found = self._effects.get(assumption)
        if found is None:
            if assumption.kind is AssumptionKind.CERTIFICATION:
                lesson = _lessons(self.case.taxonomy).of(assumption.id, self.case)
            else:
                lesson = _lesson(_proofs(assumption, self.case), self.case.strengths)
            rows = tuple(row for row in self._other if self._by_kind(row, assumption))
            found = _Effect(*lesson, lesson.reached & self._every_asked, rows)
            self._effects[assumption] = found
        return found

    @cached_property
    def _answering(self) -> Mapping[str, AbstractSet[str]]:
        ways = ((row.id, way) for row in self._other for way in row.ways if way.kind is Kind.CERTIFICATION)
        found: dict[str, AbstractSet[str]] = {}
        for id_, way in ways:
            found[id_] = found.get(id_, frozenset()) | answering(way, self.case.taxonomy)
        return found

    def _by_kind(self, row: Requirement, assumption: Assumption) -> bool:
        """Whether a row may be raised by what is no skill: time in a job, a degree, a certificate."""
        if assumption.kind is AssumptionKind.CERTIFICATION:
            return assumption.id in self._answering.get(row.id, ())
        if row.kind is Kind.EDUCATION and assumption.kind is AssumptionKind.DEGREE:
            return True
        times = (each for each in row.ways if each.kind is Kind.EXPERIENCE)
        return any(_in_time(each, assumption, self.case) for each in times)

    @cached_property
    def unmet(self) -> tuple[Requirement, ...]:
        """The rows that can still be met for points."""
        case = self.case
        return tuple(
            row
            for row in case.requirements
            if case.weighed[row.id].possible > 0 and case.status(row.id) is not Status.MET
        )

    def certificates_to_try(self) -> AbstractSet[str]:
        """The certificates of the catalogue that can matter to an unmet row at all: a look before anything is judged."""
        case = self.case
        asked = {skill for row in self.unmet for skill in _asked(row)}
        members = {skill for row in self.unmet for skill in case.strengths.open_members(row)}
        asked |= members & case.strengths.profile.proofs.keys()
        rows = (self._answering[row.id] for row in self.unmet if row.id in self._answering)
        return _lessons(case.taxonomy).about(asked, members, case).union(*rows)

    def case_with(self, *assumptions: Assumption) -> Case:
        """The case as it would be with all of `assumptions`."""
        dated_work = any(each.months for each in assumptions) and not self.case.strengths.profile.jobs
        found = self._root(dated_work=dated_work)
        for each in assumptions:
            after = found.then.get(each)
            if after is None:
                after = found.then[each] = self._step(found, each)
            found = after
        return found.case

    def case_with_certificate_on(self, topics: Iterable[str]) -> Case:
        """The case with some certificate on these topics held, whichever it may be."""
        held = CertificateClaim("", "a certificate", "current", None, tuple(topics))
        strengths = self.case.strengths
        strengths = strengths.raised(strengths.profile.joined(certificates=[held]), frozenset(), ())
        rows = [row for row in self.case.requirements if row.kind is Kind.CERTIFICATION]
        return _updated(self.case, strengths, {row.id: _judge(row, strengths, self.case) for row in rows})

    def _root(self, *, dated_work: bool) -> _Scenario:
        """Where the assumptions start from: the first dated job changes what all that is only listed is worth."""
        if dated_work not in self._roots:
            case = self.case
            proven = profile(
                case.resume, case.taxonomy, case.policy, citations=case.citations, dated_work=True
            )
            strengths = Strengths(proven, case.taxonomy, case.policy, bare=True)
            judged = {row.id: _judge(row, strengths, case) for row in case.requirements}
            root = _updated(case, strengths, judged)
            self._roots[dated_work] = self._rooted(root, dated_work=dated_work)
        return self._roots[dated_work]

    def _rooted(self, case: Case, *, dated_work: bool) -> _Scenario:
        rows = [row for row in self._by_skills if case.judged[row[0]].credit < 1]
        short = frozenset().union(*(asked for _, asked, _ in rows))
        members = frozenset().union(*(members for _, _, members in rows))
        return _Scenario(case, dated_work, {}, short, members, {}, {})

    def _step(self, before: _Scenario, assumption: Assumption) -> _Scenario:
        case, old = before.case, before.case.strengths
        effect = self._effect(assumption)
        proven = _with(old.profile, effect.proofs, assumption, case)
        new = old.raised(proven, effect.added, effect.reached)
        now: dict[str, tuple[object, ...]] = {}
        rows: dict[str, Requirement] = {row.id: row for row in effect.rows}
        members = effect.raised & before.members & proven.proofs.keys()
        # all that certificates teach is worth the same, and so is all that a job shows: what is named says the rest
        kind = assumption.kind, assumption.months is None
        for skill in effect.raised & before.short | members:
            asking = self._asking.get(skill, _NO_ROWS)
            if skill in members:
                asking = [*asking, *self._open[skill]]
            asking = [row for row in asking if case.judged[row.id].credit < 1]
            if not asking:
                continue
            key = skill, effect.added & old.counting_for(skill), kind
            if key in before.taught:
                numbers = before.taught[key]
            else:
                numbers = new.numbers(skill)
                numbers = before.taught[key] = None if numbers == old.numbers(skill) else numbers
            if numbers is not None:
                now[skill] = numbers
                rows |= {row.id: row for row in asking}
        changed = {**before.changed, **now} if now else before.changed
        judged = {
            row.id: self._judged_once(row, new, changed, dated_work=before.dated_work)
            for row in rows.values()
            if case.judged[row.id].credit < 1 and case.weighed[row.id].possible > 0
        }
        return _Scenario(
            _updated(case, new, judged), before.dated_work, changed, before.short, before.members, {}, {}
        )

    def _judged_once(
        self,
        row: Requirement,
        strengths: Strengths,
        changed: Mapping[str, tuple[object, ...]],
        *,
        dated_work: bool,
    ) -> Judgement:
        """The judgement of a row; rows that ask for skills are worth the same where these are as strong."""
        if row.kind not in SKILL_KINDS:
            return _judge(row, strengths, self.case)
        asked = self._asked[row.id]
        own = frozenset((skill, changed[skill]) for skill in changed.keys() & asked)
        key = (row.id, dated_work, own)
        found = self._judged.get(key)
        if found is None:
            found = self._judged[key] = _judge(row, strengths, self.case)
        return found


def _asked(row: Requirement) -> frozenset[str]:
    return frozenset((*row.skills, row.head) if row.head else row.skills)


def _judge(row: Requirement, strengths: Strengths, case: Case) -> Judgement:
    found = judge(row, strengths, case.role)
    return Judgement(found.credit, found.low, found.high, found.grade)


def _updated(case: Case, strengths: Strengths, judged: Mapping[str, Judgement]) -> Case:
    return Case(
        case.resume,
        case.citations,
        case.requirements,
        case.role,
        strengths,
        case.weighed,
        {**case.judged, **judged} if judged else case.judged,
    )


def _by_time_only(row: Requirement) -> bool:
    time = row.kind in {Kind.EXPERIENCE, Kind.EDUCATION} and row.min_months is not None
    return time and not any(each.kind is Kind.CERTIFICATION for each in row.ways)


def _in_time(row: Requirement, assumption: Assumption, case: Case) -> bool:
    """Whether the job that is assumed counts for a row."""
    if not assumption.months:
        return False
    alone = Profile({}, jobs=(_job(assumption, case),))
    return bool(relevant_jobs(row.skills, alone, case.taxonomy, case.role, case.policy))


def _proofs(assumption: Assumption, case: Case) -> Iterable[Proof]:
    """What an assumption that is no certificate proves of skills."""
    if assumption.kind is AssumptionKind.SKILL:
        in_a_job = assumption.months is not None
        yield assumed_proof(assumption.id, str(assumption), case.policy, in_a_job=in_a_job)


class _Lesson(NamedTuple):
    """Proofs, the skills that they are of, and those whose strength they can raise."""

    proofs: tuple[Proof, ...]
    added: frozenset[str]
    reached: frozenset[str]


def _lesson(proofs: Iterable[Proof], strengths: Strengths) -> _Lesson:
    found = tuple(proofs)
    added = frozenset(each.skill for each in found)
    return _Lesson(found, added, frozenset().union(*map(strengths.reached_from, added)))


class _Lessons:
    """What each certificate of a catalogue proves, and the skills that this can raise: the same for every case."""

    def __init__(self, _: Taxonomy) -> None:
        self._kept: tuple[object, dict[str, _Lesson]] = (None, {})

    def of(self, certificate: str, case: Case) -> _Lesson:
        """The lesson of one."""
        return self._under(case)[certificate]

    def about(self, reached: AbstractSet[str], added: AbstractSet[str], case: Case) -> frozenset[str]:
        """The certificates that can raise one of some skills, or prove one of others."""
        return frozenset(
            certificate
            for certificate, lesson in self._under(case).items()
            if not (lesson.reached.isdisjoint(reached) and lesson.added.isdisjoint(added))
        )

    def _under(self, case: Case) -> dict[str, _Lesson]:
        """All lessons under the policy of a case; those under another one are forgotten."""
        rules = (case.policy.certification.covers_share, case.policy.certification.as_training)
        known, rows = self._kept
        if known != rules:
            rows = {
                each.id: _lesson(certificate_proofs(each, None, case.taxonomy, case.policy), case.strengths)
                for each in case.taxonomy.certifications.values()
            }
            self._kept = rules, rows
        return rows


_lessons = Derived(_Lessons)


def _with(proven: Profile, proofs: Iterable[Proof], assumption: Assumption, case: Case) -> Profile:
    match assumption.kind:
        case AssumptionKind.DEGREE:
            degree = DegreeClaim(Level(assumption.id), assumption.field, "completed")
            return proven.joined(degrees=[degree])
        case AssumptionKind.CERTIFICATION:
            known = case.taxonomy.certifications[assumption.id]
            held = CertificateClaim(known.id, known.name, "current", None, known.topics)
            return proven.joined(proofs, certificates=[held])
        case AssumptionKind.EXPERIENCE:
            return proven.joined(jobs=[_job(assumption, case)])
        case AssumptionKind.SKILL:
            jobs = [_job(assumption, case)] if assumption.months else []
            return proven.joined(proofs, jobs=jobs)


def _job(assumption: Assumption, case: Case) -> JobClaim:
    """A job of the last months up to the day, the day's own month among them."""
    day = date.fromisoformat(case.resume.as_of)
    first = day.year * 12 + day.month - (assumption.months or 1)
    period = Period(Month(first // 12, first % 12 + 1), None, _UNPRINTED)
    if assumption.kind is AssumptionKind.EXPERIENCE:
        return JobClaim(next(iter(case.role.titles), ""), (period,), ())
    return JobClaim("", (period,), ((assumption.id, None),))
