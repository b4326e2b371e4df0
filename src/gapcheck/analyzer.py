"""Puts reading, matching, scoring and advice together: one object for any number of calls."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck import reading, role_building
from gapcheck import resume as resume_parsing
from gapcheck.advice import PlanLimits, SharedGaps, advise, shared_gaps
from gapcheck.amendments import Beside, at_level, with_facts, with_wishes
from gapcheck.analyzer_parts import AnalyzerParts
from gapcheck.document import Document
from gapcheck.errors import DocumentError, GapcheckError
from gapcheck.evidence import case_of
from gapcheck.gaps import find_gaps, hidden_rows, unreadable_report
from gapcheck.gaps import what_if as what_if_of
from gapcheck.inputs import (
    DEFAULT_ROLE,
    Source,
    checked_source,
    day_of,
    name_of,
)
from gapcheck.many import Failure, Task, failure_of, outcomes
from gapcheck.reading import READERS, PendingDocument, SourceFile
from gapcheck.reading.source import open_source
from gapcheck.rendering import RENDERERS, PageView, pages_of, render
from gapcheck.report import GapReport, Target
from gapcheck.resume.blind import blinded
from gapcheck.resume.model import Resume
from gapcheck.scoring import Assumption, Case, parse_assumption
from gapcheck.target_requirements import TargetRequirements
from gapcheck.targets import JOB_TEXT, target_of_posting, target_of_role
from gapcheck.taxonomy import Requirement, Role
from gapcheck.text.once_a_document import one_document

if TYPE_CHECKING:  # what reads postings is imported once there is one
    from gapcheck.posting import JobPosting
    from gapcheck.role_building import Understood


class Analyzer(AnalyzerParts):
    """Compares resumes with what jobs ask for.

    Keep one for any number of calls: threads may share it, and it can be pickled for other processes. Nothing
    is read before the first call.

    Four parts can be exchanged. Each is a plain callable, or an object with one method, that is handed in:

        def read_rtf(source, heading_names, limits):  # a reader: a file's bytes -> Document
            return gapcheck.read(text_of_rtf(source.data).encode(), name=f"{source.name}.txt")

        class Acronyms:  # a matcher: text -> mentions of skills, by the taxonomy's ids
            def find(self, text, passages, *, genre, masked=()):
                return Matches(tuple(SkillMention("etl", Span(m.start(), m.end()), "E-T-L", Method.PHRASE,
                                                  Assertion.PRESENT) for m in re.finditer("E-T-L", text)), ())

        def all_required(clauses):  # statements: clauses of a job document -> what each one asks
            return [NecessityDecision(Necessity.REQUIRED, 0.5, content=Span(0, len(each.text))) for each in clauses]

        def one_line(report):  # a renderer: GapReport -> str
            return f"{report.document.name}: {report.score.value}"

        Analyzer(
            taxonomy,
            readers={".rtf": read_rtf},
            matchers=(PhraseSkillMatcher(taxonomy), Acronyms()),
            statements=all_required,
            renderers={"line": one_line},
        )

    Args:
        taxonomy: the skills, roles and certificates; the built-in ones if None.
        policy: the scoring policy; the built-in one if None.
        readers: by suffix or format (pdf, docx, html, markdown, json, text); they go before the built-in ones.
        matchers: what finds skills in a text, instead of `PhraseSkillMatcher(taxonomy)`; all are joined.
        statements: what decides which clauses of a job document ask, instead of `LearnedStatements`.
        renderers: renderers by name, besides the built-in ones or instead of them.
        ocr: whether to recognize scanned pages (extra `ocr` and tesseract).
        ocr_language: the language of the scans, as tesseract names it; join several with +.
        limits: what a document may cost; the built-in limits if None.
    """

    def analyze(  # noqa: PLR0913  # one name for each thing that can be asked for
        self,
        resume: Source,
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        target: TargetRequirements | None = None,
        name: str | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
        what_if: Iterable[str | Assumption] = (),
        level: str | None = None,
        wishes: Beside | None = None,
        facts: Beside | None = None,
        limits: PlanLimits | None = None,
    ) -> GapReport:
        """Compare one resume with one target.

        Args:
            resume: a path, bytes, an open binary file or a Document.
            role: the id of a role of the taxonomy. Default: machine-learning-engineer.
            job: a job document, as a path, bytes, an open binary file or a Document.
            job_text: a job document as text.
            target: what `requirements_of` gave, for many calls, or with corrections.
            name: what to call the resume, if not by the name of its file.
            as_of: the date to use as today: "present" and the dates of certificates are read as of it.
            blind: whether to hide name and contact details in all that is quoted; the score is the same.
            what_if: what to assume of the resume, such as "pytorch:12" for twelve months of PyTorch in a job
                or "cert:gcp-pmle"; the report then also says what the score would be.
            level: a step of the role's ladder, such as senior.
            wishes: a recruiter's must-haves and weights: a YAML file, or its values (`RecruiterWishes`).
            facts: what the person confirms or takes back, likewise (`PersonalFacts`).
            limits: what the plan of certificates may cost.

        Raises:
            DocumentError: a document could not be read; `unreadable` makes a report of it.
            UnknownNameError: the taxonomy has no such role, skill or certificate.
            TaxonomyError, ConfigError: there is an error in the taxonomy or the policy.
            TypeError: an argument is of none of the accepted types.
        """
        if isinstance(what_if, str):
            raise TypeError('what_if must be a list of texts such as ["pytorch:12"], not a str.')
        day = day_of(as_of)
        given = tuple(what_if)
        more = tuple(e if isinstance(e, Assumption) else parse_assumption(e, self.taxonomy) for e in given)
        pending = self._start(resume, "resume", name)
        asked = target or self.requirements_of(
            role=role, job=job, job_text=job_text, level=level, wishes=wishes
        )
        with one_document(), self._deadline(name or name_of(resume)):
            parsed = self._parsed(pending, day)
            if facts is not None:
                parsed = with_facts(parsed, facts, self.taxonomy)
            return self._report(parsed, asked, blind=blind, more=more, limits=limits)

    def analyze_many(
        self,
        resumes: Iterable[Source],
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        target: TargetRequirements | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
        advice: bool = True,
        workers: int = 0,
    ) -> Generator[GapReport | Failure]:
        """Compare many resumes with one target: one outcome each, a GapReport or a Failure, in input order.

        Whatever is wrong with one resume becomes its Failure, and the next one is read. What is wrong with
        the other arguments is raised at once, as by `analyze`. Outcomes are made as they are taken, so many
        take no more memory than a few; `close()` of what is returned ends the work at once.

        Args:
            resumes: any iterable of paths, bytes, binary files or Documents.
            role: a role of the taxonomy, as of `analyze`.
            job: a job document instead.
            job_text: a job document as text instead.
            target: what `requirements_of` gave instead.
            as_of: the date to use as today.
            blind: whether to hide the persons' names and contact details.
            advice: whether a report says what to do: suggested certificates, a plan, next steps.
            workers: worker processes; each survives or is replaced whatever a resume does to it (see
                `Limits`), and a few resumes are begun ahead. 0 analyzes in this process. Numbers in reports
                of workers are rounded as in JSON.
        """
        if isinstance(resumes, str | bytes | bytearray | Path) or not isinstance(resumes, Iterable):
            raise TypeError(f"resumes must be a list or another iterable, not {type(resumes).__name__}.")
        day = day_of(as_of)
        asked = target or self.requirements_of(role=role, job=job, job_text=job_text)
        return outcomes(self, resumes, Task(asked, day, blind, advice), workers=workers)

    def compare_with(
        self,
        resume: Source | SourceFile,
        target: TargetRequirements,
        *,
        as_of: date,
        blind: bool = False,
        advice: bool = True,
    ) -> GapReport:
        """Compare one resume with a target that was read before (see `requirements_of`); otherwise as `analyze`."""
        pending = self._start(resume, "resume", None)
        name = resume.name if isinstance(resume, SourceFile) else name_of(resume)
        with one_document(), self._deadline(name):
            return self._report(self._parsed(pending, as_of), target, blind=blind, advice=advice)

    def unreadable(
        self,
        error: DocumentError,
        resume: Source,
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        name: str | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
    ) -> GapReport:
        """The report where `analyze` raised `error`: no score, and the reason why."""
        if job is None and job_text is None:
            target = target_of_role(self.taxonomy.role(role or DEFAULT_ROLE)).target
        else:
            shown = name_of(job) if job is not None else JOB_TEXT
            target = Target("job", shown, shown, ())
        made = self.provenance()
        return unreadable_report(error, resume, name, target, made, day_of(as_of), blind=blind)

    def render(
        self,
        report: GapReport,
        format: str = "text",  # noqa: A002  # the word users type
        *,
        color: bool = False,
        pages: Sequence[PageView] = (),
    ) -> str:
        """The report in a built-in format, or by a renderer of this analyzer; see `pages` for HTML."""
        renderers = {**RENDERERS, **self._renderers}
        return render(report, format, color=color, renderers=renderers, pages=pages)

    def read(self, source: Source, *, name: str | None = None) -> Document:
        """Read a document as `analyze` does, which takes what this gives.

        Raises:
            DocumentError: why it cannot be read.
        """
        return self._start(source, "source", name).result()

    def pages(self, resume: Source, *, name: str | None = None, blind: bool = False) -> tuple[PageView, ...]:
        """The resume's own pages for `render(report, "html", pages=...)`: pictures with `gapcheck[pages]`, else lines.

        `blind` gives lines in which the person is blacked out.
        """
        checked_source(resume, "resume")
        given = (
            resume if isinstance(resume, Document) else open_source(resume, name, self.limits, self._readers)
        )
        document = self._start(given, "resume", name).result()
        if blind:
            return pages_of(self.parse(document, blind=True).document, limits=self.limits)
        return pages_of(document, given.data if isinstance(given, SourceFile) else b"", limits=self.limits)

    def parse(
        self,
        resume: Source,
        *,
        name: str | None = None,
        as_of: date | str | None = None,
        blind: bool = False,
    ) -> Resume:
        """What a resume says, before it is compared with anything."""
        day = day_of(as_of)
        pending = self._start(resume, "resume", name)
        with self._deadline(name or name_of(resume)):
            parsed = self._parsed(pending, day)
        return blinded(parsed) if blind else parsed

    def requirements(
        self, jobs: Sequence[Source], *, names: Sequence[str | None] = ()
    ) -> tuple[tuple[JobPosting, ...], tuple[Requirement, ...]]:
        """What job documents ask for: what each one asks for, and all of it merged."""
        found = self.understand(jobs, names=names)
        return found.postings, found.merged

    def understand(self, jobs: Sequence[Source], *, names: Sequence[str | None] = ()) -> Understood:
        """What job documents ask for, with the terms that the taxonomy lacks, and a taxonomy that has them."""
        if isinstance(jobs, str | bytes | Path | Document) or not isinstance(jobs, Iterable):
            raise TypeError(f"jobs must be a list of documents, not {type(jobs).__name__}.")
        named = zip_longest(jobs, names[: len(jobs)])
        documents = [self._start(job, "job", name).result() for job, name in named]
        shown = documents[0].name if len(documents) == 1 else "the job documents together"
        with self._deadline(shown, len(documents)):
            return role_building.understand(documents, self.taxonomy, self.matcher, self.statements)

    def build_role(self, jobs: Sequence[Source], role: str) -> Role:
        """A role made from job documents, with its sources; the same documents give the same role."""
        return role_building.build_role(self.understand(jobs).known, role, self.taxonomy)

    def match_roles(self, resume: Source, *, as_of: date | str | None = None) -> tuple[GapReport, ...]:
        """Compare one resume with every role of the taxonomy; the best fit comes first."""
        parsed = self.parse(resume, as_of=as_of)
        targets = [self.requirements_of(role=each) for each in self.taxonomy.roles]
        with self._deadline(parsed.document.name, len(targets)):
            reports = [self._report(parsed, target) for target in targets]
        return tuple(sorted(reports, key=lambda r: (-(r.score.value or 0.0), r.target.id)))

    def match_jobs(
        self, resume: Source, jobs: Iterable[Source], *, as_of: date | str | None = None
    ) -> tuple[tuple[GapReport | Failure, ...], SharedGaps | None]:
        """Compare one resume with many job documents, and say which skills would open most of them.

        Returns:
            One outcome for each job, in the order given, without advice of its own; a job document that
            cannot be read, or the resume judged by it, is a Failure. And the skills to learn, in order; None
            where no job has a score.
        """
        if isinstance(jobs, str | bytes | bytearray | Path) or not isinstance(jobs, Iterable):
            raise TypeError(f"jobs must be a list or another iterable, not {type(jobs).__name__}.")
        parsed = self.parse(resume, as_of=as_of)
        outcomes: list[GapReport | Failure] = []
        cases: list[Case] = []
        for job in jobs:
            try:
                target = self.requirements_of(job=job)
                with self._deadline(name_of(job)):
                    case = self._case(parsed, target, blind=False)
                    report = find_gaps(case, target, self.provenance(target.target))
            except Exception as error:  # noqa: BLE001  # one odd document must not end the run of all the others
                outcomes.append(failure_of(job, error))
                continue
            outcomes.append(report)
            if report.score.value is not None:
                cases.append(case)
        return tuple(outcomes), shared_gaps(cases, self.taxonomy.skills) if cases else None

    def requirements_of(
        self,
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        level: str | None = None,
        wishes: Beside | None = None,
    ) -> TargetRequirements:
        """What a role of the taxonomy or a job document asks for; `level` and `wishes` as for `analyze`.

        Raises:
            GapcheckError: more than one of them is given, or a level of a posting, which has none.
            AmendmentError: there is an error in the wishes.
        """
        if sum(each is not None for each in (role, job, job_text)) > 1:
            raise GapcheckError("More than one target was given.", hint="Give one of role, job and job_text.")
        if level is not None and (job is not None or job_text is not None):
            raise GapcheckError("A posting has no career levels.", hint="Give a level with a role.")
        if job_text is not None:
            if not isinstance(job_text, str):
                raise TypeError(f"job_text must be a str, not {type(job_text).__name__}.")
            found = target_of_posting(self.understand([job_text.encode(errors="replace")], names=[JOB_TEXT]))
        elif job is not None:
            found = target_of_posting(self.understand([job]))
        else:
            known = self.taxonomy.role(role or DEFAULT_ROLE)
            found = target_of_role(known)
            found = found if level is None else at_level(found, known, level)
        return found if wishes is None else with_wishes(found, wishes, self.taxonomy)

    def _start(self, source: Source | SourceFile, argument: str, name: str | None) -> PendingDocument:
        """Begin to read in the background, so that the matcher can be built meanwhile."""
        if not isinstance(source, SourceFile):
            checked_source(source, argument)
        return reading.start(
            source,
            name=name,
            heading_names=self.taxonomy.heading_names,
            limits=self._limits,
            ocr=self._ocr,
            ocr_language=self._ocr_language,
            readers={**READERS, **self._readers},
        )

    def _parsed(self, pending: PendingDocument, day: date) -> Resume:
        matcher = self.matcher
        document = pending.result()
        with one_document():
            return resume_parsing.parse(document, self.taxonomy, matcher, as_of=day)

    def _report(
        self,
        parsed: Resume,
        target: TargetRequirements,
        *,
        blind: bool = False,
        advice: bool = True,
        more: tuple[Assumption, ...] = (),
        limits: PlanLimits | None = None,
    ) -> GapReport:
        case = self._case(parsed, target, blind=blind)
        report = find_gaps(case, target, self.provenance(target.target))
        report = replace(
            report,
            discarded=(*report.discarded, *hidden_rows(case.resume.document, self.taxonomy, self.matcher)),
        )
        if report.score.value is None:
            return report
        if more:
            report = replace(report, what_if=what_if_of(case, more))
        return advise(report, case, limits or PlanLimits()) if advice else report

    def _case(self, parsed: Resume, target: TargetRequirements, *, blind: bool) -> Case:
        return case_of(parsed, target, self.taxonomy, self._asked_names, self.policy, blind=blind)
