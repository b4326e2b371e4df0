"""All that a resume proves, before any target: skills with their proofs, dated jobs, degrees and certificates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gapcheck.config import Policy
from gapcheck.facts.periods import Months, Period
from gapcheck.facts.skill_levels import PrintedLevels, skill_levels
from gapcheck.matching.mentions import CLAIMED, REFUSED, Method, SkillMention
from gapcheck.report import Evidence
from gapcheck.resume import skill_months
from gapcheck.resume.model import EMPLOYMENT, Education, Entry, HeldCertificate, Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.list_belief import UNLISTED, ListBacking, listed_in_other_work
from gapcheck.scoring.proofs import (
    Grade,
    Proof,
    Weigher,
    certificate_proofs,
    confirmed_proof,
    language_test_proofs,
)
from gapcheck.scoring.stuffing import stuffed
from gapcheck.scoring.trade_words import TradeWords, trade_words
from gapcheck.scoring.written_in import written_in
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Level, Taxonomy

IN_FORCE = frozenset({"current", "unknown"})


@dataclass(frozen=True, slots=True)
class JobClaim:
    """A dated job. `shown` are the skills that its text claims, each with its place (None if only assumed).

    `duties`: how many bullets tell of it; `in_head`: the skills that are named above them, in its title. `text` is all
    that the resume says of it.
    """

    title: str
    periods: tuple[Period, ...]
    shown: tuple[tuple[str, Span | None], ...]
    evidence: Evidence | None = None
    duties: int = 0
    in_head: frozenset[str] = frozenset()
    text: str = ""

    @property
    def said(self) -> str:
        """The title with the text."""
        return f"{self.title} {self.text}"


@dataclass(frozen=True, slots=True)
class DegreeClaim:
    """A degree: fields as in `resume.model.Education`, with its evidence (None if only assumed)."""

    level: Level
    field: str
    status: str
    implied: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class CertificateClaim:
    """A certificate: fields as in `resume.model.HeldCertificate`, with its evidence (None if only assumed).

    `belief` 0 to 1 is less where it is only a name in a list that the resume does not bear out.
    """

    id: str | None
    name: str
    status: str
    expires: str | None
    topics: tuple[str, ...]
    evidence: Evidence | None = None
    belief: float = 1.0
    issued: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a resume proves: proofs by skill id, the strongest first; hints (wants to learn) apart.

    `as_of` (YYYY-MM-DD) is the day that open dates run to. `lists`: how far its lists are borne out. `stuffed`:
    names in its work are so many in a row that they weigh as a list. `levels` are those that it prints beside names.
    `written`: what shows the language that it is written in, by that skill's id.
    """

    proofs: Mapping[str, tuple[Proof, ...]]
    hints: Mapping[str, tuple[Proof, ...]] = field(default_factory=dict)
    jobs: tuple[JobClaim, ...] = ()
    degrees: tuple[DegreeClaim, ...] = ()
    certificates: tuple[CertificateClaim, ...] = ()
    as_of: str = ""
    lists: ListBacking = UNLISTED
    stuffed: bool = False
    levels: PrintedLevels | None = None
    written: Mapping[str, Proof] = field(default_factory=dict)

    def joined(
        self,
        proofs: Iterable[Proof] = (),
        *,
        jobs: Iterable[JobClaim] = (),
        degrees: Iterable[DegreeClaim] = (),
        certificates: Iterable[CertificateClaim] = (),
    ) -> Profile:
        """This and more."""
        return Profile(
            _with_more(self.proofs, proofs),
            self.hints,
            (*self.jobs, *jobs),
            (*self.degrees, *degrees),
            (*self.certificates, *certificates),
            self.as_of,
            self.lists,
            self.stuffed,
            self.levels,
            self.written,
        )

    def without(self, spans: SpanIndex[Span]) -> Profile:
        """This, without what is proved by text in `spans` only."""

        def stays(evidence: Evidence | None) -> bool:
            return evidence is None or not spans.overlapping(Span(evidence.start, evidence.end))

        proofs = {skill: tuple(p for p in each if stays(p.evidence)) for skill, each in self.proofs.items()}
        return replace(
            self,
            proofs={skill: each for skill, each in proofs.items() if each},
            jobs=tuple(
                replace(job, shown=tuple(s for s in job.shown if s[1] is None or not spans.overlapping(s[1])))
                for job in self.jobs
            ),
            degrees=tuple(each for each in self.degrees if stays(each.evidence)),
            certificates=tuple(each for each in self.certificates if stays(each.evidence)),
            written={skill: each for skill, each in self.written.items() if stays(each.evidence)},
        )

    def best(self, skill: str) -> Proof | None:
        """The strongest proof of exactly this skill, or None."""
        found = self.proofs.get(skill)
        return found[0] if found else None


def profile(
    resume: Resume,
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    citations: Citations | None = None,
    dated_work: bool = False,
) -> Profile:
    """Weigh every mention and every certificate in force.

    A person who calls a skill "beginner" or "basic" says so for the whole resume: what is only listed elsewhere
    is then held to the same measure; what is shown in work, or was learned in training, is not. With `dated_work`, mentions
    are weighed as beside a dated job even where there is none.
    """
    cited = citations or Citations(resume)
    jobs = [each for each in resume.entries if each.kind in EMPLOYMENT and each.period is not None]
    rows_of_names = tuple(stuffed(resume, policy.signs))
    spans = (*rows_of_names, *listed_in_other_work(resume, taxonomy, policy.source))
    rows = SpanIndex((span, span) for span in spans)
    # an edited resume says most things as before
    read = (resume.document, resume.sections, resume.entries, resume.passages, resume.certificates)
    parts = (*read, resume.dated_sentences, taxonomy, policy)
    dated_work = dated_work or bool(jobs)
    places = cited.kept_for(parts, ("places", dated_work))
    # words that show a skill are no name: "Proficient in Microsoft Office"
    names = [m.span for m in resume.matches.mentions if m.method is Method.PHRASE]
    levels = PrintedLevels(resume.document.text, names, skill_levels(taxonomy))
    weigher = Weigher(resume, cited, taxonomy, policy, dated_work, stuffed=rows, places=places, levels=levels)
    kept = cited.kept_for(parts, (dated_work, spans))
    named: dict[str, _Named] = {}
    for skill, mentions in _by_skill(resume, taxonomy).items():
        ids = tuple(map(id, mentions))  # of objects that are kept with it
        if ids not in kept:
            kept[ids] = _named(mentions, resume, weigher)
        named[skill] = kept[ids]
    weigher = weigher.backed({skill: each.grades for skill, each in named.items()})
    proofs: dict[str, tuple[Proof, ...]] = {}
    hints: dict[str, tuple[Proof, ...]] = {}
    for skill, each in named.items():
        weighed = each.weighed(weigher)
        for found, those in zip((proofs, hints), weighed, strict=True):
            if those:
                found[skill] = those
    certificates = tuple(
        _certificate(each, cited, 1.0 if each.status != "unknown" else weigher.belief(each.span))
        for each in resume.certificates
    )
    more = [
        proof
        for held in certificates
        if held.status in IN_FORCE and (known := taxonomy.certifications.get(held.id or "")) is not None
        for proof in certificate_proofs(known, held.evidence, taxonomy, policy)
    ]
    for held in certificates:
        if held.status in IN_FORCE and held.evidence is not None:
            more.extend(language_test_proofs(held.evidence, taxonomy, policy))
    confirmed = (taxonomy.skills[skill] for skill in resume.confirmed if skill in taxonomy.skills)
    more.extend(confirmed_proof(skill, policy) for skill in confirmed)
    shown = [
        (m.skill, m.span)
        for m in resume.matches.mentions
        if m.assertion in CLAIMED and not (m.exposure or m.training or rows.overlapping(m.span))
    ]
    known_jobs, claims = cited.kept_for(parts, "jobs"), []
    for job in jobs:
        start, end = job.span.start, job.span.end
        key = job.span, tuple(each for each in shown if start <= each[1].start and each[1].end <= end)
        claim = known_jobs.get(key)
        if claim is None:
            claim = known_jobs[key] = _job(job, key[1], resume, cited, trade_words(taxonomy))
        claims.append(claim)
    return Profile(
        dict(sorted(_with_more(proofs, more).items())),
        dict(sorted(hints.items())),
        tuple(claims),
        tuple(_degree(each, cited) for each in resume.education),
        certificates,
        resume.as_of,
        weigher.lists.whole,
        bool(rows_of_names),
        levels,
        written_in(resume, cited, taxonomy, policy),
    )


class _Named(NamedTuple):
    """The mentions of one skill, those that claim it, and the grades of their places.

    `is_listed`: what one of them is worth depends on how far the lists are borne out. `known` are its proofs and hints, by that.
    """

    mentions: Sequence[SkillMention]
    claims: Sequence[SkillMention]
    grades: AbstractSet[Grade]
    is_listed: bool
    only_titles: bool
    months: Months | None
    last_used: str | None
    known: dict[ListBacking, tuple[tuple[Proof, ...], tuple[Proof, ...]]]

    def weighed(self, weigher: Weigher) -> tuple[tuple[Proof, ...], tuple[Proof, ...]]:
        """The proofs of the skill and the hints at it, each the strongest first."""
        key = weigher.backing_of(self.mentions[0].skill) if self.is_listed else UNLISTED
        known = self.known.get(key)
        if known is None:
            modest = any(map(weigher.is_modest, self.claims))
            claims = set(map(id, self.claims))
            found: tuple[list[Proof], list[Proof]] = [], []
            for mention in self.mentions:
                is_claim = id(mention) in claims
                if is_claim and self.only_titles:
                    found[1].append(weigher.weigh_title(mention))
                else:
                    proof = weigher.weigh(
                        mention, modest=modest, months=self.months, last_used=self.last_used
                    )
                    found[0 if is_claim else 1].append(proof)
            known = self.known[key] = _in_order(found[0]), _in_order(found[1])
        return known


def _named(mentions: Sequence[SkillMention], resume: Resume, weigher: Weigher) -> _Named:
    claims = _claims(mentions, resume)
    used = [m for m in claims if not weigher.stuffed.overlapping(m.span)]
    months, last_used = skill_months(resume, used) if used else (None, None)
    grades = {id(m): weigher.grade(m) for m in mentions}
    return _Named(
        mentions,
        claims,
        {grades[id(m)] for m in claims},
        bool(weigher.stuffed) or Grade.LISTED in grades.values(),
        all(weigher.in_a_title(m) for m in claims),
        months,
        last_used,
        {},
    )


def _claims(mentions: Sequence[SkillMention], resume: Resume) -> Sequence[SkillMention]:
    """The mentions that claim a skill. What the text denies or gives to others is not claimed by a job title alone."""
    claims = [m for m in mentions if m.assertion in CLAIMED and m.method is not Method.SIMILARITY]
    if any(m.assertion in REFUSED for m in mentions):
        titles = [passage.span for passage in resume.passages if passage.title]
        if all(any(m.span in title for title in titles) for m in claims):
            return []
    return claims


def _by_skill(resume: Resume, taxonomy: Taxonomy) -> Mapping[str, Sequence[SkillMention]]:
    groups: dict[str, list[SkillMention]] = defaultdict(list)
    for mention in resume.matches.mentions:
        groups[mention.skill].append(mention)
    return {skill: mentions for skill, mentions in groups.items() if skill in taxonomy.skills}


def _with_more(
    proofs: Mapping[str, tuple[Proof, ...]], more: Iterable[Proof]
) -> Mapping[str, tuple[Proof, ...]]:
    """Proofs by skill with others, the strongest of each skill first."""
    added: dict[str, list[Proof]] = {}
    for each in more:
        added.setdefault(each.skill, list(proofs.get(each.skill, ()))).append(each)
    return {**proofs, **{skill: _in_order(each) for skill, each in added.items()}}


def _in_order(proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    return tuple(sorted(proofs, key=_strongest_first) if len(proofs) > 1 else proofs)


def _strongest_first(proof: Proof) -> tuple[float, bool, bool, int, int]:
    place = (proof.evidence.start, proof.evidence.end) if proof.evidence else (0, 0)
    return -proof.strength, not proof.dated, proof.evidence is None, *place


def _job(
    entry: Entry, shown: tuple[tuple[str, Span], ...], resume: Resume, citations: Citations, words: TradeWords
) -> JobClaim:
    assert entry.period is not None  # noqa: S101  # only dated jobs are asked for
    evidence = replace(
        citations.at(entry.period.span),
        label=f"{entry.title}{', ' + entry.employer if entry.employer else ''}",
        method="dates",
        months=entry.months,
        last_used=str(entry.period.end) if entry.period.end else resume.as_of[:7],
    )
    bullets = [each.span.start for each in resume.document.blocks if each.marker and each.span in entry.span]
    title = next((p.span for p in resume.passages if p.title and p.span in entry.span), None)
    head = bullets[0] if bullets else title.end if title else entry.span.start
    in_head = frozenset(skill for skill, place in shown if place.start < head)
    text = entry.span.of(resume.document.text)
    return JobClaim(words.full(entry.title), entry.periods, shown, evidence, len(bullets), in_head, text)


def _degree(held: Education, citations: Citations) -> DegreeClaim:
    label = f"{held.level.value}{', ' + held.field if held.field else ''}"
    evidence = replace(citations.at(held.span), label=label, method="degree")
    return DegreeClaim(held.level, held.field, held.status, held.implied, evidence)


def _certificate(held: HeldCertificate, citations: Citations, belief: float) -> CertificateClaim:
    evidence = replace(citations.at(held.span), skill=held.id or "", label=held.name, method="certification")
    return CertificateClaim(
        held.id, held.name, held.status, held.expires, held.topics, evidence, belief, held.issued
    )
