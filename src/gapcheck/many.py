"""Many resumes against one target: each outcome is a report or a Failure, in input order, here or in worker processes."""

from __future__ import annotations

import gc
import hashlib
import json
import pickle
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import import_module
from itertools import islice
from typing import Any, Protocol

from gapcheck.document import Document
from gapcheck.errors import ConfigError, GapcheckError
from gapcheck.guard import Guard, GuardError
from gapcheck.inputs import Source, checked_source, name_of
from gapcheck.limits import Limits
from gapcheck.provenance import Provenance
from gapcheck.reading import SourceFile
from gapcheck.reading.source import open_source
from gapcheck.report import GapReport, Target
from gapcheck.slim_spacy import defer_spacy
from gapcheck.target_requirements import TargetRequirements
from gapcheck.targets import target_of_role
from gapcheck.taxonomy import Taxonomy

_AHEAD = 16
"""Resumes for each worker that are begun before an outcome is taken: one that takes long delays few others."""
_AHEAD_SHORT = 64
"""The same where outcomes are short (see `Task.summary`), so that what waits for one that hangs takes little room."""
_FIRST = b"Ola Berg\n\nExperience\nAnalyst, Tarn Ltd, 2019 - 2024\n- Planned the night ferries with SQL.\n"
"""A resume for warming up."""
ANALYZED = "gapcheck.many:analyzed"
"""What a worker of `guard_of` runs on one resume: `guard.call(ANALYZED, values_of(...), pickle.dumps(task))`."""
_PARTS = ("readers", "matchers", "statements", "renderers")


@dataclass(frozen=True, slots=True)
class Failure:
    """One document of many that gave no report: its name, the reason as a word for programs, and the message.

    Reasons are those of DocumentError, or wrong-type (it is no document) and error (a fault of the program).
    """

    name: str
    reason: str
    message: str


class Compares(Protocol):
    """An Analyzer, as far as it is used here."""

    @property
    def limits(self) -> Limits:
        """What a document may cost."""

    @property
    def taxonomy(self) -> Taxonomy:
        """The skills, roles and certificates."""

    def provenance(self, target: Target | None = None) -> Provenance:
        """Which versions make the numbers."""

    @property
    def parts(self) -> Mapping[str, Any]:
        """What it was made of, by the names of its arguments."""

    def compare_with(
        self,
        resume: Source | SourceFile,
        target: TargetRequirements,
        *,
        as_of: date,
        blind: bool,
        advice: bool,
    ) -> GapReport:
        """The report of one resume."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with each of many resumes: compare it with `target`.

    `summary` makes JSON values of a report, which are the outcome in its place: a function that a module
    defines by name, since it runs in the workers, where a whole report need not be sent from.
    """

    target: TargetRequirements
    as_of: date
    blind: bool = False
    advice: bool = True
    summary: Callable[[GapReport], Any] | None = None

    def report(self, analyzer: Compares, resume: Source | SourceFile) -> GapReport:
        """The report of one resume."""
        return analyzer.compare_with(
            resume, self.target, as_of=self.as_of, blind=self.blind, advice=self.advice
        )

    def fingerprint(self, analyzer: Compares) -> str:
        """Of all but the resume that decides about an outcome: versions, taxonomy, policy, limits, target and day."""
        made = (
            analyzer.provenance(self.target.target).to_dict(),
            repr((analyzer.limits, replace(self, summary=None))),
        )
        return hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:32]


def outcomes(
    analyzer: Compares, resumes: Iterable[Source], task: Task, *, workers: int = 0
) -> Generator[Any]:
    """One outcome for each resume, in order; see `Analyzer.analyze_many`.

    Raises:
        TypeError: `workers` is no number of processes.
        GapcheckError: the analyzer cannot be sent to workers, or none can be started.
    """
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 0:
        raise TypeError(f"workers must be a whole number from 0, not {workers!r}.")
    return _of_workers(analyzer, resumes, task, workers) if workers else _here(analyzer, resumes, task)


def _here(analyzer: Compares, resumes: Iterable[Source], task: Task) -> Generator[Any]:
    """Made in this process when they are asked for."""
    summary = task.summary or (lambda report: report)
    for resume in resumes:
        yield _outcome(resume, lambda each: summary(task.report(analyzer, each)))


def _of_workers(analyzer: Compares, resumes: Iterable[Source], task: Task, workers: int) -> Generator[Any]:
    """Made by worker processes; a few are begun before they are asked for."""
    guard = guard_of(analyzer, workers=workers)
    sent, suffixes = pickle.dumps(task), tuple(analyzer.parts["readers"])

    def report_of(resume: Source) -> Any:
        values = values_of(resume, None, analyzer.limits, suffixes)
        made = guard.call(ANALYZED, values, sent)
        return made if task.summary else GapReport.from_dict(made)

    ahead = workers * (_AHEAD_SHORT if task.summary else _AHEAD)
    return in_order(resumes, lambda each: _outcome(each, report_of), guard, workers, ahead)


def values_of(resume: Source, name: str | None, limits: Limits, suffixes: Collection[str]) -> Any:
    """What a worker gets of a resume, see `analyzed`.

    Raises:
        DocumentError: it cannot be opened.
        TypeError: it is no document.
    """
    checked_source(resume, "resume")
    if isinstance(resume, Document):
        return pickle.dumps(resume)
    opened = open_source(resume, name, limits, suffixes)
    return opened.name, opened.data, opened.format


def in_order(
    resumes: Iterable[Source], outcome: Callable[[Source], Any], guard: Guard, workers: int, ahead: int
) -> Generator[Any]:
    """The outcomes of resumes in their order, made by as many threads as the guard has workers, which is closed at the end.

    `ahead` resumes are begun before an outcome is taken.
    """
    rest, begun = iter(resumes), deque[Future[Any]]()
    fault: Exception | None = None
    threads = ThreadPoolExecutor(workers)
    try:
        while fault is None or begun:
            try:
                while fault is None and len(begun) < ahead:
                    begun.append(threads.submit(outcome, next(rest)))
            except Exception as error:  # noqa: BLE001  # the end, or the caller's fault: raised once what came before is out
                fault = error
            if begun:
                yield begun.popleft().result()
        if not isinstance(fault, StopIteration):
            raise fault
    finally:
        guard.close()
        threads.shutdown(cancel_futures=True)


def _outcome(resume: Source, made: Callable[[Source], Any]) -> Any:
    """What is made of one resume of many, or why there is nothing.

    Raises:
        ConfigError: no worker can be started, which is no document's fault.
    """
    try:
        return made(resume)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001  # one odd document must not end the run of all the others
        return failure_of(resume, error)


def failure_of(source: Source, error: Exception) -> Failure:
    """Why a document of many gave no report."""
    name = name_of(source, full=True)
    if isinstance(error, GuardError) and error.reason != "error":
        error = error.of_document(name)
    if isinstance(error, GuardError):
        return Failure(name, "error", error.detail)
    if isinstance(error, GapcheckError):
        return Failure(name, getattr(error, "reason", "error"), str(error))
    if isinstance(error, TypeError):
        return Failure(name, "wrong-type", str(error))
    return Failure(name, "error", f"{type(error).__name__}: {error}")


def guard_of(analyzer: Compares, *, workers: int) -> Guard:
    """A guard whose workers hold this analyzer: `guard.call("module:function", ...)` calls `function(analyzer, ...)`.

    In a worker the analyzer reads documents itself, without further processes.

    Raises:
        GapcheckError: a part of the analyzer cannot be sent to another process.
    """
    return Guard(
        workers=workers,
        limits=analyzer.limits,
        setup="gapcheck.many:prepared",
        setup_args=(sendable(analyzer),),
    )


def sendable(analyzer: Compares) -> bytes:
    """The analyzer as `prepared` takes it.

    Raises:
        GapcheckError: a part of it cannot be sent to another process.
    """
    try:
        local = b"__main__" in pickle.dumps([analyzer.parts[name] for name in _PARTS])
        sent = b"" if local else pickle.dumps(analyzer)
    except (pickle.PicklingError, AttributeError, TypeError):
        sent = b""
    if not sent:
        raise GapcheckError(
            "A part of the analyzer (a reader, matcher or renderer) cannot be sent to worker processes.",
            hint="Define it by name in a module that can be imported, or use no workers (workers=0).",
        )
    return sent


def prepared(sent: bytes) -> Compares:
    """In a worker: the analyzer, ready to work."""
    defer_spacy()
    analyzer: Any = pickle.loads(sent)  # noqa: S301  # from our own parent
    ready: Compares = analyzer.with_limits(replace(analyzer.limits, child_process=False))
    # what is imported and built for a first document counts against no stranger's limits
    import_module("gapcheck.reading.pdf.parser")
    for role in islice(ready.taxonomy.roles.values(), 1):
        target = target_of_role(role)
        ready.compare_with(_FIRST, target, as_of=date.fromisoformat("2026-01-01"), blind=False, advice=True)
    gc.freeze()
    return ready


def analyzed(analyzer: Compares, values: Any, sent: bytes) -> Any:
    """In a worker: the values of the report of one resume, or what the summary makes of the report."""
    task = _task(sent)
    report = task.report(analyzer, document_of_values(values))
    return task.summary(report) if task.summary else report.to_dict()


def document_of_values(values: Any) -> Any:
    """In a worker: the opened file, or the Document, that `values_of` described."""
    return SourceFile(*values) if isinstance(values, tuple) else pickle.loads(values)  # noqa: S301  # from our own parent


@lru_cache(maxsize=8)
def _task(sent: bytes) -> Task:
    task: Task = pickle.loads(sent)  # noqa: S301  # from our own parent
    return task
