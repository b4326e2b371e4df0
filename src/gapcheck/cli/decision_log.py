"""--log on commands that score, and the commands that read such a log: replay and override."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import gapcheck
from gapcheck.cli.options import Shared, shared_options
from gapcheck.cli.output import OutputError
from gapcheck.cli.program import BELOW
from gapcheck.inputs import Source, sha256_of
from gapcheck.lazy import LazyModule
from gapcheck.text.control_characters import printable

if TYPE_CHECKING:  # what needs the report's values, and so pydantic, which --help does without
    from gapcheck.export.decision_log import Record
    from gapcheck.replaying import Replay

decision_log, replaying = LazyModule("gapcheck.export.decision_log"), LazyModule("gapcheck.replaying")

Row = Callable[["gapcheck.GapReport"], dict[str, Any]]
Command = TypeVar("Command", bound=Callable[..., Any])
_MODE = 0o600
"""A log is about people: only its owner reads it."""


class DecisionLog:
    """Where decisions are written to, a line each; nothing if no file was given."""

    def __init__(self, path: Path | None, *, text: bool) -> None:
        self._path = path
        self._text = text

    def __bool__(self) -> bool:
        """Whether anything is written."""
        return self._path is not None

    def add(
        self,
        analyzer: gapcheck.Analyzer,
        outcome: object,
        resume: Source,
        job: Source | None,
        *,
        blind: bool,
    ) -> None:
        """Log a report; a document that could not be read got no score, and has no line.

        Raises:
            OutputError: the log cannot be written.
        """
        if self._path is not None and isinstance(outcome, gapcheck.GapReport):
            job_sha256 = sha256_of(job) if job is not None else ""
            record = decision_log.decision_record(
                outcome, blind=blind, job_sha256=job_sha256, text=self._text
            )
            self.add_decision(analyzer, record, resume, job)

    def add_decision(
        self, analyzer: gapcheck.Analyzer, decision: Record, resume: Source, job: Source | None
    ) -> None:
        """Log a decision, with the documents that it is about if their text is to be kept.

        Raises:
            OutputError: the log cannot be written.
        """
        if self._path is None:
            return
        if self._text:
            documents = {"resume": analyzer.read(resume)}
            if job is not None:
                documents["job"] = analyzer.read(job)
            decision = decision_log.with_documents(decision, documents)
        append(self._path, decision)

    def summary(self, row: Row, *, blind: bool, job: Source | None) -> Row:
        """What makes a row of a report: with the decision in it, if decisions are logged."""
        if self._path is None:
            return row
        job_sha256 = sha256_of(job) if job is not None else ""
        return partial(
            decision_log.with_decision, row=row, blind=blind, job_sha256=job_sha256, text=self._text
        )


def append(path: Path, record: Record) -> None:
    """Add a line to a log, in one piece and onto the disk; a line that was cut off before it is ended first.

    A pipe or a device just gets the line.

    Raises:
        OutputError: it cannot be written; what was in the log stays as it was.
    """
    line = decision_log.line_of(record).encode()
    try:
        if path.exists() and not path.is_file():
            with path.open("wb", buffering=0) as device:
                while line:
                    line = line[device.write(line) :]
            return
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), _MODE)
        try:
            _append(handle, line)
        finally:
            os.close(handle)
    except OSError as error:
        raise OutputError(f"{path}: the log cannot be written ({error.strerror}).") from None


def _append(handle: int, line: bytes) -> None:
    """Add a line to an open regular file, which only its owner may read from now on.

    Raises:
        OSError: it cannot be written whole; what was in the file stays as it was.
    """
    status = os.fstat(handle)
    if hasattr(os, "fchmod") and stat.S_IMODE(status.st_mode) & ~_MODE:
        with suppress(PermissionError):  # the file of another user, who decides on it
            os.fchmod(handle, _MODE)
    if status.st_size:
        os.lseek(handle, status.st_size - 1, os.SEEK_SET)
        if os.read(handle, 1) != b"\n":
            line = b"\n" + line
    if os.write(handle, line) < len(line):
        os.ftruncate(handle, status.st_size)
        raise OSError(errno.ENOSPC, "the disk is full")
    os.fsync(handle)


def log_options(command: Command) -> Command:
    """Adds --log and --log-text, which the command gets as `log`."""

    @click.option(
        "--log",
        "log_path",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE.jsonl",
        help="Add a line for each score to this file: versions, rows, credits and places, so that `gapcheck replay` can "
        "make it again. No text of the resume is kept.",
    )
    @click.option("--log-text", is_flag=True, help="Keep the text of the documents in the log, too.")
    @wraps(command)
    def wrapper(*args: Any, log_path: Path | None, log_text: bool, **given: Any) -> Any:
        if log_text and log_path is None:
            raise click.UsageError("--log-text needs --log FILE.jsonl.")
        return command(*args, log=DecisionLog(log_path, text=log_text), **given)

    return wrapper  # type: ignore[return-value]


@click.command(
    short_help="Make logged scores again and compare.",
    epilog="""\b
Examples:
  gapcheck replay decisions.jsonl --document resume.pdf
  gapcheck replay decisions.jsonl --decision 3f9a --document resume.pdf --job posting.html
""",
)
@click.argument("log", type=click.Path(path_type=Path))
@click.option(
    "--document",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The resume; not needed if its text was logged.",
)
@click.option(
    "--job",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The job posting; not needed if its text was logged.",
)
@click.option(
    "--decision",
    default="",
    metavar="ID",
    help="Only the decision whose id begins so. Default: all that can be made again.",
)
@shared_options
def replay(log: Path, document: Path | None, job: Path | None, decision: str, shared: Shared) -> None:
    """Make the scores of a decision log again, and say whether they come out the same, byte for byte.

    With --document, those of that file, which is known by its SHA-256. The taxonomy is the one in force
    (--taxonomy adds to it), the policy is that of the log. Where versions differ, it is said which.

    Exit codes: 0 all came out the same, 1 some did not, 2 wrong usage or no such decision, 3 a document could
    not be read, 4 error in the taxonomy or configuration.
    """
    records = list(decision_log.read_log(log))
    decisions = [each for each in records if each["kind"] == "decision" and each["id"].startswith(decision)]
    if document is not None:
        sha256 = sha256_of(document)
        decisions = [each for each in decisions if each["document"]["sha256"] == sha256]
    if not decisions:
        why = (
            "that is about this document"
            if document is not None
            else f"that begins with {decision!r}"
            if decision
            else ""
        )
        raise click.UsageError(f"{log}: there is no decision {why}".rstrip() + ".")
    taxonomy = shared.load_taxonomy()

    def analyzer_with(policy: gapcheck.Policy | None) -> gapcheck.Analyzer:
        return gapcheck.Analyzer(
            taxonomy, policy, ocr=shared.ocr, ocr_language=shared.ocr_language, limits=shared.limits
        )

    same = True
    for each in decisions:
        found = replaying.replay(each, analyzer_with, document, job)
        same = same and found.same
        _print(each, found, [r for r in records if r["kind"] == "override" and r["decision"] == each["id"]])
    if not same:
        sys.exit(BELOW)


def _print(record: Record, found: Replay, overrides: list[dict[str, Any]]) -> None:
    value = record["score"]["value"]
    score = (
        "no score" if value is None else f"score {round(value, 1)}"
    )  # not by a format: an integer may be too large for one
    state = "the same, byte for byte" if found.same else "NOT the same"
    target, day = _shown(record["target"]["id"]), _shown(record["as_of"])
    click.echo(f"{found.id[:12]}  {score} for {target}, as of {day}: {state}")
    for line in (*found.versions, *found.changed):
        click.echo(f"  {_shown(line)}")
    for each in overrides:
        changed = ", ".join(
            f"{name} {_shown(each[name])}" for name in ("requirement", "status", "score") if name in each
        )
        click.echo(f"  {_shown(each['reviewer'])} decided otherwise: {changed}: {_shown(each['reason'])}")


def _shown(value: object) -> str:
    """A value of a log, which anybody may have written, on one line and without what commands a terminal."""
    return printable(" ".join(str(value).split()))


@click.command(
    short_help="Record beside a logged score what a person decided.",
    epilog="""\b
Examples:
  gapcheck override decisions.jsonl 3f9a --reviewer "A. Okafor" --requirement docker --status met --reason "Shown in the interview."
""",
)
@click.argument("log", type=click.Path(path_type=Path))
@click.argument("decision")
@click.option("--reviewer", required=True, help="Who decided.")
@click.option("--reason", required=True, help="Why.")
@click.option("--requirement", metavar="ID", help="The row that is judged otherwise.")
@click.option("--status", type=click.Choice(["met", "partial", "missing"]), help="How that row is judged.")
@click.option(
    "--score", type=click.FloatRange(0, 100), metavar="N", help="The score that the reviewer gives."
)
def override(
    log: Path,
    decision: str,
    reviewer: str,
    reason: str,
    requirement: str | None,
    status: str | None,
    score: float | None,
) -> None:
    """Record what a person decided otherwise. The logged score stays; the second value is added beside it."""
    if (requirement is None) != (status is None) or (requirement is None and score is None):
        raise click.UsageError("Give --requirement ID with --status, or --score N, or all three.")
    known = [
        each
        for each in decision_log.read_log(log)
        if each["kind"] == "decision" and each["id"].startswith(decision)
    ]
    if len({each["id"] for each in known}) != 1:
        count = "no decision" if not known else "more than one decision"
        raise click.UsageError(f"{log}: {count} has an id that begins with {decision!r}.")
    rows = {row["id"] for row in known[0]["requirements"]}
    if requirement is not None and requirement not in rows:
        raise click.UsageError(
            f"The decision has no requirement {requirement!r}; it has {', '.join(sorted(rows))}."
        )
    changed = {"requirement": requirement, "status": status, "score": score}
    given = {name: each for name, each in changed.items() if each is not None}
    append(log, decision_log.override_record(known[0], reviewer, reason, given))
