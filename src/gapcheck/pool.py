"""Long-lived worker processes for single calls from many threads: what a server or a task queue keeps."""

from __future__ import annotations

import pickle
from contextlib import suppress
from datetime import date
from types import TracebackType
from typing import Any, Self

from gapcheck.analyzer import Analyzer
from gapcheck.document import Document
from gapcheck.export import posting_values, resume_values
from gapcheck.guard import GuardError
from gapcheck.inputs import Source, day_of, name_of
from gapcheck.many import document_of_values, guard_of, values_of
from gapcheck.plain_values import exact, from_plain, plain
from gapcheck.reading.document_values import document_of
from gapcheck.reading.document_values import values_of as document_values
from gapcheck.report import GapReport
from gapcheck.target_requirements import TargetRequirements
from gapcheck.targets import JOB_TEXT


class AnalyzerPool:
    """Analyzes resumes in worker processes that outlive the calls; threads may share it.

        pool = AnalyzerPool(Analyzer(), workers=2)
        report = pool.analyze(resume_bytes, name="resume.pdf", role="data-engineer", timeout=30, wait=5)

    Whatever resume or posting do to the process that reads them, the call ends with a report or a
    DocumentError, and the next call finds a worker. Nothing is started before the first call, and each
    process that was forked from this one (a web server's, a task queue's) has workers of its own. They end
    with the process, or with `close()`.
    """

    def __init__(self, analyzer: Analyzer | None = None, *, workers: int = 1) -> None:
        """Make it; `analyzer` is the default one if None, `workers` how many calls are worked on at a time.

        Raises:
            GapcheckError: a part of the analyzer cannot be sent to another process.
        """
        self._analyzer = analyzer or Analyzer()
        self._workers = workers
        self._guard = guard_of(self._analyzer, workers=workers)

    def analyze(
        self,
        resume: Source,
        *,
        name: str | None = None,
        timeout: float | None = None,
        wait: float | None = None,
        **asked: Any,
    ) -> GapReport:
        """Compare one resume with one target.

        Args:
            resume: as of `Analyzer.analyze`.
            name: what to call the resume.
            timeout: seconds after which the work is ended; `limits.wall_seconds` if None.
            wait: seconds to wait for a free worker; without end if None.
            asked: the other arguments of `Analyzer.analyze`: role, job, job_text, target, as_of, blind,
                what_if.

        Raises:
            DocumentError: as of `Analyzer.analyze`, or with the reason limits, crashed, busy (no worker was
                free in time) or cancelled (`close` was called).
            GapcheckError: as of `Analyzer.analyze`; no worker can be started.
            TypeError: `resume` or `job` is of none of the accepted types.
        """
        posting = asked.pop("job", None)
        if posting is not None:
            posting = self._values(posting, None)
        sent = pickle.dumps({**asked, "as_of": day_of(asked.get("as_of"))})
        return GapReport.from_dict(
            self._call("analyzed", resume, name, posting, sent, timeout=timeout, wait=wait)
        )

    def requirements_of(
        self,
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        level: str | None = None,
        timeout: float | None = None,
        wait: float | None = None,
    ) -> TargetRequirements:
        """What a role or a posting asks for, as of `Analyzer.requirements_of`; a posting is read by a worker.

        Raises:
            DocumentError: as of `analyze`.
            GapcheckError: more than one target is given; no worker can be started.
        """
        if role is not None or level is not None or (job is None) == (job_text is None):
            return self._analyzer.requirements_of(role=role, job=job, job_text=job_text, level=level)
        source: Source = (job_text or "").encode(errors="replace") if job is None else job
        name = JOB_TEXT if job is None else name_of(source)
        made = self._call("target", source, name, timeout=timeout, wait=wait)
        return from_plain(TargetRequirements, made)

    def posting_values(self, job: Source, *, name: str | None = None) -> dict[str, Any]:
        """What a posting asks for, as `gapcheck requirements --format json` prints it.

        Raises:
            DocumentError: as of `analyze`.
        """
        found: dict[str, Any] = self._call("posting", job, name)
        return found

    def resume_values(
        self, resume: Source, *, name: str | None = None, as_of: date | str | None = None, blind: bool = False
    ) -> dict[str, Any]:
        """What was understood of a resume, as `gapcheck parse --format json` prints it.

        Raises:
            DocumentError: as of `analyze`.
        """
        found: dict[str, Any] = self._call("resume", resume, name, day_of(as_of).isoformat(), blind)
        return found

    def blinded(self, document: Document) -> Document:
        """A resume that was read, without what says who the person is.

        Raises:
            DocumentError: as of `analyze`.
        """
        return document_of(self._call("blinded_resume", document, None))

    def _values(self, source: Source, name: str | None) -> Any:
        return values_of(source, name, self._analyzer.limits, tuple(self._analyzer.parts["readers"]))

    def _call(
        self,
        work: str,
        source: Source,
        name: str | None,
        *more: Any,
        timeout: float | None = None,
        wait: float | None = None,
    ) -> Any:
        """What a function of this module makes of a document, in a worker."""
        values = self._values(source, name)
        try:
            return self._guard.call(f"gapcheck.pool:{work}", values, *more, seconds=timeout, wait=wait)
        except GuardError as error:
            raise error.of_document(name or name_of(source)) from None

    def warm(self) -> None:
        """Start all workers, and wait until they are ready; else the first calls do.

        Raises:
            ConfigError: none can be started.
        """
        waiting = [self._guard.start("gapcheck.pool:ready") for _ in range(self._workers)]
        for each in waiting:
            with suppress(GuardError):  # it was closed meanwhile
                each.result()

    def close(self) -> None:
        """End all workers at once."""
        self._guard.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def ready(_analyzer: Analyzer) -> bool:
    """In a worker: it has started."""
    return True


def analyzed(analyzer: Analyzer, values: Any, posting: Any, sent: bytes) -> dict[str, Any]:
    """In a worker: the values of the report."""
    job = None if posting is None else document_of_values(posting)
    asked = pickle.loads(sent)  # noqa: S301  # from our own parent
    return analyzer.analyze(document_of_values(values), job=job, **asked).to_dict()


def target(analyzer: Analyzer, values: Any) -> Any:
    """In a worker: the values of what a posting asks for, to compare resumes with."""
    return exact(analyzer.requirements_of(job=document_of_values(values)))


def posting(analyzer: Analyzer, values: Any) -> Any:
    """In a worker: what a posting asks for, for JSON."""
    found = analyzer.understand([document_of_values(values)])
    return plain(posting_values(found.postings, found.merged, found.taxonomy))


def resume(analyzer: Analyzer, values: Any, as_of: str, blind: bool) -> Any:  # noqa: FBT001  # handed over by place
    """In a worker: what was understood of a resume, for JSON."""
    parsed = analyzer.parse(document_of_values(values), as_of=as_of, blind=blind)
    return plain(resume_values(parsed, analyzer.taxonomy, analyzer.policy))


def blinded_resume(analyzer: Analyzer, values: Any) -> Any:
    """In a worker: the values of a resume's document without what says who the person is."""
    return document_values(analyzer.parse(document_of_values(values), blind=True).document)
