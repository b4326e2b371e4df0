"""gapcheck rank: compares many resumes with one target and lists them, best first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from gapcheck.cli.decision_log import DecisionLog, log_options
from gapcheck.cli.document_files import document_files
from gapcheck.cli.options import Shared, ocr_options, shared_options, target_options
from gapcheck.cli.output import Output, OutputError, output_options
from gapcheck.cli.program import INTERRUPTED, UNREADABLE, print_error
from gapcheck.lazy import LazyModule
from gapcheck.plain_values import SCHEMA_VERSION, plain, to_json
from gapcheck.text.control_characters import printable

if TYPE_CHECKING:  # what needs the report's values, and so pydantic, which --help does without
    from gapcheck.cli.ranking_run import RankingRun
    from gapcheck.journal import Journal
    from gapcheck.many import Task
    from gapcheck.provenance import Provenance

many, ranking = LazyModule("gapcheck.many"), LazyModule("gapcheck.ranking")
ranking_run, journal_file = LazyModule("gapcheck.cli.ranking_run"), LazyModule("gapcheck.journal")

_COLUMNS = (
    "rank", "name", "verdict", "score", "low", "high", "required", "preferred", "must_haves", "conditions", "flags", "missing",
)  # fmt: skip
_IN_TEXT = ("rank", "name", "score", "range", "must_haves", "flags", "missing")
_NOTHING_REQUIRED = (
    "nothing was read as required, so the resumes are not ranked; `gapcheck requirements` shows why."
)


@click.command(
    short_help="Compare many resumes with one target.",
    epilog="""\b
Examples:
  gapcheck rank resumes/
  gapcheck rank *.pdf --job posting.html --format csv -o ranking.csv
  gapcheck rank resumes/ --blind --format json
  gapcheck rank archive/ --workers 4 -o ranking.csv --continue
""",
)
@click.argument("resumes", metavar="RESUME...", nargs=-1, required=True)
@target_options
@click.option(
    "--blind/--no-blind",
    help="Hide names of files and persons; rows are identified by a fingerprint of the file.",
)
@click.option(
    "--workers",
    type=click.IntRange(0, 256),
    metavar="N",
    help="Processes that read and compare side by side; 0 for none. Default: one for each processor, at most 8, or none "
    "for a few resumes.",
)
@click.option(
    "--continue",
    "go_on",
    is_flag=True,
    help="Take over what an earlier run with the same -o FILE has done: resumes with the same content, target and "
    "versions are not read again.",
)
@log_options
@output_options()
@shared_options
@ocr_options
def rank(  # one name for each option
    resumes: tuple[str, ...],
    role: str | None,
    job: str | None,
    blind: bool,  # noqa: FBT001
    workers: int | None,
    go_on: bool,  # noqa: FBT001
    log: DecisionLog,
    output: Output,
    shared: Shared,
) -> None:
    """Compare many resumes with one target and list them, best first, one row each.

    RESUME is a file, a folder including its subfolders, or a pattern such as 'resumes/*.pdf'; JSON files in a folder
    are taken if they are JSON Resumes. Each resume is scored on its own: the others in the list do not change its
    score. Scores are out of 100; missing means that the document shows no evidence. Resumes that cannot be read are
    listed separately, with the reason.

    Interrupted (Ctrl-C), it writes the ranking of what was read. With -o FILE, what was done stands in
    FILE.journal.jsonl until the ranking is complete, and --continue goes on from there.

    Exit codes: 0 at least one resume was read, 2 wrong usage, 3 no resume could be read, 4 error in the taxonomy or
    configuration, 130 interrupted.
    """
    if go_on and (output.path is None or str(output.path) == "-"):
        raise click.UsageError("--continue needs -o FILE: beside it stands what was done.")
    paths = document_files(resumes, "resumes")
    analyzer = shared.analyzer()
    posting = shared.source(job)[0] if job is not None else None
    target = analyzer.requirements_of(role=role, job=posting)
    summary = log.summary(ranking.row_of, blind=blind, job=posting)
    task = many.Task(target, shared.day(), blind=blind, advice=False, summary=summary)
    with _journal(output, go_on=go_on) as journal:
        found = ranking_run.run(
            analyzer,
            paths,
            task,
            workers=ranking_run.default_workers(len(paths)) if workers is None else workers,
            journal=journal,
            decided=lambda path, decision: log.add_decision(analyzer, decision, path, posting),
            counted=lambda outcomes, count: shared.counted(outcomes, count, "reading resumes"),
        )
        numbers = {path: number for number, path in enumerate(paths, start=1)}
        failures = [
            ranking_run.shown_failure(failure, f"resume number {numbers[path]}" if blind else path.name)
            for path, failure in sorted(found.failures, key=lambda each: numbers[each[0]])
        ]
        rows = ranking.ranked(
            {"name": f"resume {row['sha256'][:8]}" if blind else printable(path.name), **row}
            for path, row in found.rows
        )
        _write(output, rows, failures, analyzer.provenance(target.target), task)
        if journal is not None and not found.left and not go_on:
            journal.discard()
    _tell(found, rows, failures, shared, journal is not None)
    if found.left:
        sys.exit(INTERRUPTED)
    if not rows:
        sys.exit(UNREADABLE)


@contextmanager
def _journal(output: Output, *, go_on: bool) -> Iterator[Journal | None]:
    """What was done, kept beside the output file; none where the output is printed."""
    if (
        output.path is None
        or not (output.path.is_file() or not output.path.exists())
        or str(output.path) == "-"
    ):
        yield None
        return
    place = output.path.with_name(f"{output.path.name}.journal.jsonl")
    try:
        opened = journal_file.Journal(place, go_on=go_on)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written ({error.strerror}).") from None
    with opened:
        yield opened


def _tell(
    found: RankingRun,
    rows: list[dict[str, Any]],
    failures: list[dict[str, str]],
    shared: Shared,
    kept: bool,  # noqa: FBT001
) -> None:
    """Say on standard error what the ranking does not show."""
    if rows and rows[0]["rank"] is None:
        print_error(_NOTHING_REQUIRED)
    for failure in failures:
        name, message = failure["name"], failure["message"]
        print_error(message if message.startswith(name) else f"{name}: {message}")
    total = len(rows) + len(failures) + found.left
    if found.taken_over and not shared.quiet:
        click.echo(f"{found.taken_over} of {total} resumes were taken over from the run before.", err=True)
    if failures and not shared.quiet:
        click.echo(f"{len(failures)} of {total} resumes could not be scored.", err=True)
    if found.left:
        hint = "The same command with --continue goes on." if kept else "With -o FILE, --continue can go on."
        print_error(f"interrupted: {found.left} of {total} resumes were not read.", hint)


def _write(
    output: Output, rows: list[dict[str, Any]], failures: list[dict[str, str]], made: Provenance, task: Task
) -> None:
    if output.format == "json":
        output.write(_json(rows, failures, made, task))
    elif rows:
        if output.format != "csv":
            rows = list(map(_in_text, rows))
        columns = _IN_TEXT if output.format == "text" else _COLUMNS
        title = f"Ranking for {task.target.target.title}, as of {task.as_of}"
        output.write(output.table(rows, columns, title=title))


def _in_text(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a table has room for it."""
    return {
        **row,
        "score": round(row["score"], 1),
        "range": f"{row['low']:.0f}-{row['high']:.0f}",
        "flags": [*row["conditions"], *row["flags"]],
        "missing": row["missing"][:3],
    }


def _json(ranking: list[dict[str, Any]], failures: list[dict[str, str]], made: Provenance, task: Task) -> str:
    whole = made.to_dict()
    shared = {name: whole[name] for name in ("gapcheck_version", "taxonomy")}
    about = {"as_of": task.as_of.isoformat(), "target": plain(task.target.target)}
    policy = {"sha256": made.policy_sha256}
    return to_json(
        {
            "schema_version": SCHEMA_VERSION,
            **shared,
            **about,
            "policy": policy,
            "ranking": ranking,
            "failures": failures,
        }
    )
