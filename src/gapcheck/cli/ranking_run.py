"""The running of `gapcheck rank`: workers, progress, interruption, and going on where a run ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gapcheck.analyzer import Analyzer
from gapcheck.cli.listed_files import without_name
from gapcheck.export.decision_log import DECISION
from gapcheck.inputs import sha256_of
from gapcheck.journal import Journal
from gapcheck.many import Failure, Task, outcomes
from gapcheck.ranking import NO_SCORE

_FEW = 16
"""Resumes below which workers take longer to start than they save."""
_MOST_WORKERS = 8
_NOT_OF_THE_CONTENT = frozenset({"missing", "folder", "crashed", "wrong-type"})
"""Why a resume was not read that may be read the next time."""


@dataclass(slots=True)
class RankingRun:
    """What was found: rows and failures, each with the path of its resume; `left` were not come to."""

    rows: list[tuple[Path, dict[str, Any]]] = field(default_factory=list)
    failures: list[tuple[Path, dict[str, str]]] = field(default_factory=list)
    left: int = 0
    taken_over: int = 0

    def add(self, path: Path, answer: dict[str, Any]) -> None:
        """Sort an answer in."""
        if "score" in answer:
            self.rows.append((path, answer))
        else:
            self.failures.append((path, answer))


def default_workers(resumes: int) -> int:
    """As many worker processes as this process may use processors, or none where there is little to do."""
    if resumes < _FEW:
        return 0
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_WORKERS)


def run(
    analyzer: Analyzer,
    paths: Sequence[Path],
    task: Task,
    *,
    workers: int,
    journal: Journal | None,
    decided: Callable[[Path, dict[str, Any]], None],
    counted: Callable[[Iterable[Any], int], Iterable[Any]],
    keep: Callable[[Path, dict[str, Any]], None] = lambda _path, _row: None,
) -> RankingRun:
    """Make a row of each resume; an interruption (Ctrl-C) ends the run, and what there is is given.

    Args:
        analyzer: compares them.
        paths: the resumes.
        task: what is done with each; its summary makes a row.
        workers: worker processes, 0 for none.
        journal: keeps each answer, and has those of an earlier run.
        decided: gets the decision of each resume, where the task makes one; those taken over have been
            decided before.
        counted: shows progress over the outcomes and their number.
        keep: takes out of a new row what is not to be kept in memory.
    """
    found = RankingRun()
    made_by = task.fingerprint(analyzer)
    keys = {path: f"{sha256_of(path)}-{made_by}" for path in paths} if journal is not None else {}
    todo = []
    for path in paths:
        if journal is not None and keys[path] in journal:
            found.add(path, journal[keys[path]])
            found.taken_over += 1
        else:
            todo.append(path)
    found.left = len(todo)
    try:
        with closing(outcomes(analyzer, todo, task, workers=workers)) as made:
            for path, outcome in zip(todo, counted(made, len(todo)), strict=True):
                if isinstance(outcome, dict) and DECISION in outcome:
                    decided(path, outcome.pop(DECISION))
                answer = _answer(path, outcome)
                if "score" in answer:
                    keep(path, answer)
                if journal is not None and answer.get("reason") not in _NOT_OF_THE_CONTENT:
                    journal.add(keys[path], answer)
                found.add(path, answer)
                found.left -= 1
    except KeyboardInterrupt:
        pass
    return found


def _answer(path: Path, outcome: Any) -> dict[str, Any]:
    """The row, or why there is none: JSON values without the file's name."""
    if isinstance(outcome, Failure):
        return {"reason": outcome.reason, "message": without_name(outcome.message, path)}
    if NO_SCORE in outcome:
        return {"reason": "no-score", "message": f"no score: {outcome[NO_SCORE]}"}
    answer: dict[str, Any] = outcome
    return answer
