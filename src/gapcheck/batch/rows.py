"""One row for each document, by a guarded worker of the process that asks: what every engine of a cluster runs."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from gapcheck import ranking
from gapcheck.analyzer import Analyzer
from gapcheck.errors import ConfigError
from gapcheck.guard import Guard
from gapcheck.inputs import Source, day_of
from gapcheck.limits import Limits
from gapcheck.many import ANALYZED, Task, failure_of, sendable, values_of
from gapcheck.ranking import NO_SCORE, row_of
from gapcheck.report import GapReport

_TYPES = {"VARCHAR": "string", "DOUBLE": "double", "VARCHAR[]": "array<string>"}
_OF_A_LIST = frozenset({"rank", "name", "lacks", "sha256"})
"""Columns of a ranking that compare resumes with others, or are named otherwise here."""
COLUMNS = {
    "path": "string", "sha256": "string", "made": "string",
    **{name: _TYPES[kind] for name, kind in ranking.COLUMNS.items() if name not in _OF_A_LIST},
    "report": "string", "reason": "string", "message": "string",
}  # fmt: skip
"""The columns of a row and their types, as SQL names them. A document without a score has only path, sha256, made, reason and message.

`made` is a fingerprint of all but the document that decides about a row; `report` is the report as JSON, if
asked for.
"""


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What is done with every document, in a form that can be sent to other machines."""

    analyzer: bytes
    task: bytes
    made: str
    limits: Limits
    suffixes: tuple[str, ...]


def plan(
    analyzer: Analyzer,
    *,
    role: str | None = None,
    job: Source | None = None,
    job_text: str | None = None,
    as_of: str | None = None,
    blind: bool = False,
    reports: bool = False,
) -> BatchPlan:
    """What is done with every document.

    Args:
        analyzer: compares them; its parts must be importable on the workers' machines.
        role: as of `Analyzer.analyze`, as are `job`, `job_text` and `blind`.
        job: a job document instead.
        job_text: a job document as text instead.
        as_of: the date to use as today. Name it: a run that goes on tomorrow asks for the same day.
        blind: whether to hide the persons' names and contact details in reports.
        reports: whether each row has the whole report, with advice.

    Raises:
        GapcheckError: as `Analyzer.requirements_of`, or a part of the analyzer cannot be sent.
    """
    target = analyzer.requirements_of(role=role, job=job, job_text=job_text)
    summary = _with_report if reports else row_of
    task = Task(target, day_of(as_of), blind=blind, advice=reports, summary=summary)
    suffixes = tuple(analyzer.parts["readers"])
    return BatchPlan(
        sendable(analyzer), pickle.dumps(task), task.fingerprint(analyzer), analyzer.limits, suffixes
    )


def analyze_batch(documents: Iterable[tuple[str, bytes]], asked: BatchPlan) -> Iterator[dict[str, Any]]:
    """One row for each document, a path and its bytes, in order; see `COLUMNS`.

    One guarded worker does the work. It is kept for the next call of this process with the same plan.
    """
    guard = _guard(asked)
    for path, content in documents:
        found = {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "made": asked.made}
        yield dict.fromkeys(COLUMNS) | _answer(guard, path, content, asked) | found


def _answer(guard: Guard, path: str, content: bytes, asked: BatchPlan) -> dict[str, Any]:
    name = unquote(path.rpartition("/")[2])
    try:
        values = values_of(content, name, asked.limits, asked.suffixes)
        row: dict[str, Any] = guard.call(ANALYZED, values, asked.task)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001  # one odd document must not end the run of all the others
        failure = failure_of(content, error)
        return {"reason": failure.reason, "message": failure.message}
    if NO_SCORE in row:
        return {"reason": "no-score", "message": row[NO_SCORE]}
    return row


@lru_cache(maxsize=1)
def _guard(asked: BatchPlan) -> Guard:
    return Guard(limits=asked.limits, setup="gapcheck.many:prepared", setup_args=(asked.analyzer,))


def _with_report(report: GapReport) -> dict[str, Any]:
    return {**row_of(report), "report": report.to_json()}
