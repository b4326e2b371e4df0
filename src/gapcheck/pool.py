"""Long-lived worker processes for single calls from many threads: what a server or a task queue keeps."""

from __future__ import annotations

import pickle
from contextlib import suppress
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
            asked: the other arguments of `Analyzer.analyze`: role, job, job_text, target, as_of, blind, what_if.

        Raises:
            DocumentError: as of `Analyzer.analyze`, or with the reason limits, crashed, busy (no worker was free in time) or
                cancelled (`close` was called).
            GapcheckError: as of `Analyzer.analyze`; no worker can be started.
            TypeError: `resume` or `job` is of none of the accepted types.
        """
        limits, suffixes = self._analyzer.limits, tuple(self._analyzer.parts["readers"])
        values = values_of(resume, name, limits, suffixes)
        posting = asked.pop("job", None)
        if posting is not None:
            posting = values_of(posting, None, limits, suffixes)
        sent = pickle.dumps({**asked, "as_of": day_of(asked.get("as_of"))})
        try:
            made = self._guard.call(
                "gapcheck.pool:analyzed", values, posting, sent, seconds=timeout, wait=wait
            )
        except GuardError as error:
            raise error.of_document(name or name_of(resume)) from None
        return GapReport.from_dict(made)

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
