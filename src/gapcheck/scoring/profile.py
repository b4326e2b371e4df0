"""All that a resume proves, before any target: skills with their proofs, dated jobs, degrees and certificates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gapcheck.config import Policy
from gapcheck.facts.periods import Months, Period
from gapcheck.matching.mentions import CLAIMED, REFUSED, Method, SkillMention
from gapcheck.report import Evidence
from gapcheck.resume import skill_months
from gapcheck.resume.model import EMPLOYMENT, Education, Entry, HeldCertificate, Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.proofs import UNLISTED, ListBacking, Proof, Weigher, certificate_proofs, confirmed_proof
from gapcheck.scoring.stuffing import stuffed
from gapcheck.scoring.trade_words import TradeWords, trade_words
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


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a resume proves: proofs by skill id, the strongest first; hints (wants to learn) apart.

    `as_of` (YYYY-MM-DD) is the day that open dates run to. `lists`: how far its lists are borne out. `stuffed`:
    names in its work are so many in a row that they weigh as a list.
    """

    proofs: Mapping[str, tuple[Proof, ...]]
    hints: Mapping[str, tuple[Proof, ...]] = field(default_factory=dict)
    jobs: tuple[JobClaim, ...] = ()
    degrees: tuple[DegreeClaim, ...] = ()
    certificates: tuple[CertificateClaim, ...] = ()
    as_of: str = ""
    lists: ListBacking = UNLISTED
    stuffed: bool = False

    def joined(
        self,
        proofs: Iterable[Proof] = (),
        *,
        jobs: Iterable[JobClaim] = (),
        degrees: Iterable[DegreeClaim] = (),
        certificates: Iterable[CertificateClaim] = (),
    ) -> Profile:
        """This and more."""
        added: dict[str, list[Proof]] = {}
        for each in proofs:
            added.setdefault(each.skill, list(self.proofs.get(each.skill, ()))).append(each)
        return Profile(
            {**self.proofs, **_sorted(added)},
            self.hints,
            (*self.jobs, *jobs),
            (*self.degrees, *degrees),
            (*self.certificates, *certificates),
            self.as_of,
            self.lists,
            self.stuffed,
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
    spans = tuple(stuffed(resume, policy.signs))
    rows = SpanIndex((span, span) for span in spans)
    # an edited resume says most things as before
    read = (resume.document, resume.sections, resume.entries, resume.passages, resume.certificates)
    parts = (*read, resume.dated_sentences, taxonomy, policy)
    dated_work = dated_work or bool(jobs)
    places = cited.kept_for(parts, ("places", dated_work))
    weigher = Weigher(resume, cited, taxonomy, policy, dated_work, stuffed=rows, places=places)
    proofs: dict[str, list[Proof]] = defaultdict(list)
    hints: dict[str, list[Proof]] = defaultdict(list)
    by_skill = _by_skill(resume, taxonomy)
    claims = {skill: _claims(mentions, resume) for skill, mentions in by_skill.items()}
    weigher = weigher.backed(claims)
    weighed = cited.kept_for(parts, (dated_work, weigher.backing, spans))
    known_months = cited.kept_for(parts, "months")
    for skill, mentions in by_skill.items():
        claimed = claims[skill]
        claims_of_it = set(map(id, claimed))
        only_titles = all(weigher.in_a_title(m) for m in claimed)
        modest = any(m.exposure for m in claimed)
        used = [m for m in claimed if not rows.overlapping(m.span)]
        months, last_used = _months(used, resume, known_months)
        for mention in mentions:
            is_claim = id(mention) in claims_of_it
            if only_titles and is_claim:
                hints[skill].append(weigher.weigh_title(mention))
                continue
            key = (id(mention), modest, months, last_used)
            known = weighed.get(key)
            if known is None or known[0] is not mention:
                proof = weigher.weigh(mention, modest=modest, months=months, last_used=last_used)
                known = weighed[key] = mention, proof
            (proofs if is_claim else hints)[skill].append(known[1])
    certificates = tuple(
        _certificate(each, cited, 1.0 if each.status != "unknown" else weigher.belief(each.span))
        for each in resume.certificates
    )
    for held in certificates:
        known = taxonomy.certifications.get(held.id or "")
        if known is not None and held.status in IN_FORCE:
            for proof in certificate_proofs(known, held.evidence, taxonomy, policy):
                proofs[proof.skill].append(proof)
    for skill in resume.confirmed:
        if skill in taxonomy.skills:
            proofs[skill].append(confirmed_proof(taxonomy.skills[skill], policy))
    return Profile(
        _sorted(proofs),
        _sorted(hints),
        tuple(_job(each, resume, cited, rows, trade_words(taxonomy)) for each in jobs),
        tuple(_degree(each, cited) for each in resume.education),
        certificates,
        resume.as_of,
        weigher.backing,
        bool(rows),
    )


def _months(
    used: Sequence[SkillMention],
    resume: Resume,
    known: dict[tuple[int, ...], tuple[Months | None, str | None]],
) -> tuple[Months | None, str | None]:
    """`skill_months` of what is claimed in some places, each set of places looked at once."""
    starts = tuple(m.span.start for m in used)
    if starts not in known:
        known[starts] = skill_months(resume, used) if used else (None, None)
    return known[starts]


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
        if mention.skill in taxonomy.skills:
            groups[mention.skill].append(mention)
    return groups


def _sorted(proofs: Mapping[str, Sequence[Proof]]) -> Mapping[str, tuple[Proof, ...]]:
    return {
        skill: tuple(sorted(each, key=_strongest_first) if len(each) > 1 else each)
        for skill, each in sorted(proofs.items())
    }


def _strongest_first(proof: Proof) -> tuple[float, bool, bool, int, int]:
    place = (proof.evidence.start, proof.evidence.end) if proof.evidence else (0, 0)
    return -proof.strength, not proof.dated, proof.evidence is None, *place


def _job(
    entry: Entry, resume: Resume, citations: Citations, rows: SpanIndex[Span], words: TradeWords
) -> JobClaim:
    assert entry.period is not None  # noqa: S101  # only dated jobs are asked for
    shown = tuple(
        (m.skill, m.span)
        for m in resume.matches.mentions
        if m.span in entry.span
        and m.assertion in CLAIMED
        and not (m.exposure or m.training or rows.overlapping(m.span))
    )
    evidence = replace(
        citations.at(entry.period.span),
        label=f"{entry.title}{', ' + entry.employer if entry.employer else ''}",
        method="dates",
        months=entry.months,
        last_used=str(entry.period.end) if entry.period.end else resume.as_of[:7],
    )
    bullets = [each.span.start for each in resume.document.blocks if each.marker and each.span in entry.span]
    in_head = frozenset(skill for skill, place in shown if bullets and place.start < bullets[0])
    text = entry.span.of(resume.document.text)
    return JobClaim(words.full(entry.title), entry.periods, shown, evidence, len(bullets), in_head, text)


def _degree(held: Education, citations: Citations) -> DegreeClaim:
    label = f"{held.level.value}{', ' + held.field if held.field else ''}"
    evidence = replace(citations.at(held.span), label=label, method="degree")
    return DegreeClaim(held.level, held.field, held.status, held.implied, evidence)


def _certificate(held: HeldCertificate, citations: Citations, belief: float) -> CertificateClaim:
    evidence = replace(citations.at(held.span), skill=held.id or "", label=held.name, method="certification")
    return CertificateClaim(held.id, held.name, held.status, held.expires, held.topics, evidence, belief)
