"""Long-lived worker processes for single calls from many threads: what a server or a task queue keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import TracebackType
from typing import Any, Self

from gapcheck.analyzer import Analyzer
from gapcheck.guard import GuardError
from gapcheck.inputs import Source, day_of, name_of
from gapcheck.many import document_of_values, guard_of, values_of
from gapcheck.report import GapReport


class AnalyzerPool:
    """Analyzes resumes in worker processes that outlive the calls; threads may share it.

        pool = AnalyzerPool(Analyzer(), workers=2)
        report = pool.analyze(resume_bytes, name="resume.pdf", role="data-engineer", timeout=30, wait=5)

    Whatever resume or posting do to the process that reads them, the call ends with a report or a DocumentError, and the
    next call finds a worker. Nothing is started before the first call, and each process that was forked from this one
    (a web server's, a task queue's) has workers of its own. They end with the process, or with `close()`.
    """

    def __init__(self, analyzer: Analyzer | None = None, *, workers: int = 1) -> None:
        """Make it; `analyzer` is the default one if None, `workers` how many calls are worked on at a time.

        Raises:
            GapcheckError: a part of the analyzer cannot be sent to another process.
        """
        self._analyzer = analyzer or Analyzer()
        self._guard = guard_of(self._analyzer, workers=workers)

    def analyze(
        self,
        resume: Source,
        *,
        role: str | None = None,
        job: Source | None = None,
        job_text: str | None = None,
        name: str | None = None,
        as_of: date | str | None = None,
        timeout: float | None = None,
        wait: float | None = None,
    ) -> GapReport:
        """Compare one resume with one target.

        Args:
            resume: as of `Analyzer.analyze`, as are `role`, `job`, `job_text`, `name` and `as_of`.
            role: the id of a role of the taxonomy.
            job: a job document instead.
            job_text: a job document as text instead.
            name: what to call the resume.
            as_of: the date to use as today.
            timeout: seconds after which the work is ended; `limits.wall_seconds` if None.
            wait: seconds to wait for a free worker; without end if None.

        Raises:
            DocumentError: as of `Analyzer.analyze`, or with the reason limits, crashed, busy (no worker was free in time) or
                cancelled (`close` was called).
            GapcheckError: as of `Analyzer.analyze`; no worker can be started.
        """
        limits, suffixes = self._analyzer.limits, tuple(self._analyzer.parts["readers"])
        values = values_of(resume, name, limits, suffixes)
        posting = None if job is None else values_of(job, None, limits, suffixes)
        asked = {"role": role, "job_text": job_text, "as_of": day_of(as_of).isoformat()}
        try:
            made = self._guard.call(
                "gapcheck.pool:analyzed", values, posting, asked, seconds=timeout, wait=wait
            )
        except GuardError as error:
            raise error.of_document(name or name_of(resume)) from None
        return GapReport.from_dict(made)

    def close(self) -> None:
        """End all workers at once."""
        self._guard.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def analyzed(analyzer: Analyzer, values: Any, posting: Any, asked: Mapping[str, Any]) -> dict[str, Any]:
    """In a worker: the values of the report."""
    job = None if posting is None else document_of_values(posting)
    return analyzer.analyze(document_of_values(values), job=job, **asked).to_dict()
