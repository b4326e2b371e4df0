"""Joins reading, matching, scoring and advice: one object for any number of calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from threading import Lock

from gapcheck import advice, reading, resume, role_building, taxonomy
from gapcheck.collecting import collector_paused
from gapcheck.config import Policy, load_policy
from gapcheck.defaults import DEFAULT_ROLE
from gapcheck.document import Document
from gapcheck.errors import DocumentError, GapcheckError
from gapcheck.gaps import Asked, find_gaps, unmet_skills
from gapcheck.gaps import what_if as what_if_of
from gapcheck.inputs import Source, day_of
from gapcheck.matching import Genre, Passage, PhraseSkillMatcher, propose
from gapcheck.posting.model import JobPosting
from gapcheck.reading import PendingDocument
from gapcheck.report import DiscardedRow, GapReport, Provenance, Target
from gapcheck.resume.blind import blinded
from gapcheck.resume.model import Resume
from gapcheck.role_building import Understood
from gapcheck.scoring import Case, Supposed, supposed
from gapcheck.spans import Span
from gapcheck.taxonomy import Requirement, Role, Skill, Taxonomy
from gapcheck.version import VERSION


@dataclass(frozen=True, slots=True)
class Failure:
    """A document of many that could not be read: its name, the reason word, and the message."""

    name: str
    reason: str
    message: str


class Analyzer:
    """Resumes and job documents in, values out. One may be held for long and used by several threads.

    Nothing is read and nothing heavy is imported before the first call.

    Args:
        taxonomy: what the skills are; the built-in one if None.
        policy: the scoring policy; the shipped one if None.
        ocr: whether scanned pages are recognized where OCR is installed (extra `ocr` and tesseract).
        ocr_language: tesseract's name of the scans' language; several are joined by +.
    """

    def __init__(
        self,
        taxonomy: Taxonomy | None = None,
        policy: Policy | None = None,
        *,
        ocr: bool = False,
        ocr_language: str = "eng",
    ) -> None:
        self._taxonomy = taxonomy
        self._policy = policy
        self._ocr = ocr
        self._ocr_language = ocr_language
        self._matcher: PhraseSkillMatcher | None = None
        self._widened: tuple[tuple[Skill, ...], Taxonomy, PhraseSkillMatcher] | None = None
        self._lock = Lock()

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy in use."""
        return self._taxonomy or taxonomy.load()

    @cached_property
    def policy(self) -> Policy:
        """The scoring policy in use."""
        return self._policy or load_policy()

    @property
    def matcher(self) -> PhraseSkillMatcher:
        """The phrase matcher over the taxonomy's names, built at first use."""
        with self._lock:
            if self._matcher is None:
                with collector_paused():
                    self._matcher = PhraseSkillMatcher(self.taxonomy)
            return self._matcher

    def analyze(
        self,
        source: Source,
        *,
        role: str | None = None,
        job: Source | None = None,
        name: str | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
        what_if: Iterable[str | Supposed] = (),
    ) -> GapReport:
        """One resume against one target: a role of the taxonomy, or one job document.

        `as_of` (default today) is the day that "present" and the certificates' dates are read as. `blind` blacks
        the person out of all that the report quotes; the score is the same. `what_if` holds what is supposed
        besides ("pytorch:12" for twelve months of PyTorch in a job, "cert:gcp-pmle"); the report then also says
        what the score would be.

        Raises:
            DocumentError: a document could not be read.
            UnknownNameError: the taxonomy has no such role, skill or certificate.
            TaxonomyError, ConfigError: taxonomy or policy are at fault.
        """
        more = self._supposed(tuple(what_if))
        reading_ahead = self._start(source, name)
        asked = self.asked(role=role, job=job)
        parsed = self._parsed(reading_ahead, as_of)
        return self._report(parsed, asked, blind=blind, more=more)

    def analyze_many(
        self,
        sources: Sequence[Source],
        *,
        role: str | None = None,
        job: Source | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
    ) -> Iterator[GapReport | Failure]:
        """Many resumes against one target, one outcome each in input order; a failure stops nothing."""
        asked = self.asked(role=role, job=job)
        for source in sources:
            try:
                yield self._report(self._parsed(self._start(source, None), as_of), asked, blind=blind)
            except DocumentError as error:
                shown = source.name if isinstance(source, Document) else str(source)
                yield Failure(shown if not isinstance(source, bytes) else "(bytes)", error.reason, str(error))

    def parse(
        self,
        source: Source,
        *,
        name: str | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
    ) -> Resume:
        """What a resume says, before it is compared with anything."""
        parsed = self._parsed(self._start(source, name), as_of)
        return blinded(parsed) if blind else parsed

    def requirements(
        self, sources: Sequence[Source], *, names: Sequence[str | None] = ()
    ) -> tuple[tuple[JobPosting, ...], tuple[Requirement, ...]]:
        """What job documents ask for: each as it was understood, and all merged."""
        found = self.understand(sources, names=names)
        return found.postings, found.merged

    def understand(self, sources: Sequence[Source], *, names: Sequence[str | None] = ()) -> Understood:
        """The same with the names of skills that the taxonomy lacks, and a taxonomy that has them."""
        padded = (*names, *([None] * len(sources)))
        documents = [
            self._start(source, name).result() for source, name in zip(sources, padded, strict=False)
        ]
        return role_building.understand(documents, self.taxonomy, self.matcher)

    def build_role(self, sources: Sequence[Source], role: str) -> Role:
        """Job documents into one role, with sources; the same documents give the same role."""
        return role_building.build_role(self.understand(sources).postings, role, self.taxonomy)

    def match_roles(self, source: Source, *, as_of: date | str | None = None) -> tuple[GapReport, ...]:
        """One resume against every role that the taxonomy knows, the best fit first."""
        parsed = self.parse(source, as_of=as_of)
        reports = [self._report(parsed, self.asked(role=each)) for each in self.taxonomy.roles]
        return tuple(sorted(reports, key=lambda r: (-(r.score.value or 0.0), r.target.id)))

    def asked(self, *, role: str | None = None, job: Source | None = None) -> Asked:
        """The rows of a role of the taxonomy, or of one job document.

        Raises:
            GapcheckError: both are given.
        """
        if role is not None and job is not None:
            raise GapcheckError("A role and a job document were both given.", hint="Give one of the two.")
        if job is None:
            found = self.taxonomy.role(role or DEFAULT_ROLE)
            target = Target("role", found.id, found.label, found.documents)
            titles = (found.label, *found.titles, *(level.title for level in found.career_levels))
            return Asked(target, found.requirements, tuple(t.casefold() for t in titles if t))
        understood = self.understand([job])
        (read,) = understood.postings
        title = read.titles[0] if read.titles else read.name
        target = Target("job", read.name, title, (read.name,))
        return Asked(target, understood.merged, tuple(t.casefold() for t in read.titles), understood.skills)

    def _start(self, source: Source, name: str | None) -> PendingDocument:
        """Begin to read in the background, so that the matcher can be built meanwhile."""
        return reading.start(
            source,
            name=name,
            heading_names=self.taxonomy.heading_names,
            ocr=self._ocr,
            ocr_language=self._ocr_language,
        )

    def _parsed(self, ahead: PendingDocument, as_of: date | str | None) -> Resume:
        matcher = self.matcher
        document = ahead.result()
        return resume.parse(document, self.taxonomy, matcher, as_of=day_of(as_of))

    def _report(
        self, parsed: Resume, asked: Asked, *, blind: bool = False, more: tuple[Supposed, ...] = ()
    ) -> GapReport:
        case = self._case(parsed, asked, blind=blind)
        report = find_gaps(case, asked, self.provenance())
        report = replace(report, discarded=(*report.discarded, *self._hidden(case.resume.document)))
        if report.score.value is None:
            return report
        if more:
            report = replace(report, what_if=what_if_of(case, more))
        return advice.advise(report, case)

    def _supposed(self, what_if: Sequence[str | Supposed]) -> tuple[Supposed, ...]:
        """What is supposed besides, with what it names looked up."""
        if not what_if:
            return ()
        return tuple(
            each if isinstance(each, Supposed) else supposed(each, self.taxonomy) for each in what_if
        )

    def _case(self, parsed: Resume, asked: Asked, *, blind: bool) -> Case:
        """Every row judged, by what the resume names and by what it says in similar words."""
        text = parsed.document.text
        held, literal = self._with(asked.terms)
        if literal is not None:
            found = literal.find(text, parsed.passages, genre=Genre.RESUME)
            parsed = replace(parsed, matches=parsed.matches.joined(found.mentions, found.discarded))
        unmet = unmet_skills(parsed, asked, held, self.policy)
        wanted = [self.taxonomy.skills[s] for s in unmet if s in self.taxonomy.skills]
        proposed = propose(text, parsed.passages, wanted, self.taxonomy, self.policy) if wanted else ()
        parsed = replace(parsed, matches=parsed.matches.joined(proposed))
        if blind:
            parsed = blinded(parsed)
        return asked.case(parsed, held, self.policy)

    def _with(self, terms: tuple[Skill, ...]) -> tuple[Taxonomy, PhraseSkillMatcher | None]:
        """The taxonomy with the terms of a job document that it lacks, and a matcher of these alone.

        The last ones are kept: many resumes are held against one document.
        """
        if not terms:
            return self.taxonomy, None
        with self._lock:
            kept = self._widened
            if kept is None or kept[0] != terms:
                alone = replace(self.taxonomy, skills={each.id: _alone(each) for each in terms})
                kept = (terms, self.taxonomy.with_skills(terms), PhraseSkillMatcher(alone))
                self._widened = kept
        return kept[1], kept[2]

    def _hidden(self, document: Document) -> tuple[DiscardedRow, ...]:
        """Skills named in hidden text: said, never counted."""
        rows = []
        for hidden in document.hidden:
            whole = Passage(Span(0, len(hidden.text)), listing=True)
            found = self.matcher.find(hidden.text, [whole], genre=Genre.RESUME)
            names = sorted({m.skill for m in found.mentions})
            quote = " ".join(hidden.text.split())[:120]
            rows += [
                DiscardedRow(
                    self.taxonomy.skills[s].label, quote, hidden.page, f"hidden text ({hidden.reason})"
                )
                for s in names
            ]
        return tuple(rows)

    def provenance(self) -> Provenance:
        """Which versions of code, taxonomy and policy make the numbers."""
        held, policy = self.taxonomy, self.policy
        values: Mapping[str, object] = policy.model_dump()
        return Provenance(VERSION, held.version, held.sha256, policy.sha256, values)


def _alone(skill: Skill) -> Skill:
    """A skill without its relations, which lead to skills that a matcher of a few terms does not have."""
    return skill.model_copy(update={"broader": (), "implies": (), "related": (), "never": ()})
