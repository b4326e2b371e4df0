"""gapcheck rank: compares many resumes with one target and lists them, best first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gapcheck.cli.decision_log import DecisionLog, log_options
from gapcheck.cli.document_files import document_files
from gapcheck.cli.listed_files import ListedFiles, count_failures, tell_failures
from gapcheck.cli.options import Shared, ocr_options, shared_options, target_options
from gapcheck.cli.output import FORMATS, Output, OutputError, output_options
from gapcheck.cli.program import INTERRUPTED, UNREADABLE, print_error
from gapcheck.lazy import LazyModule

if TYPE_CHECKING:  # what needs the report's values, and so pydantic, which --help does without
    from gapcheck.cli.ranking_run import RankingRun
    from gapcheck.journal import Journal
    from gapcheck.ranking import Ranking

many, ranking = LazyModule("gapcheck.many"), LazyModule("gapcheck.ranking")
amendments = LazyModule("gapcheck.amendments")
ranking_run, journal_file = LazyModule("gapcheck.cli.ranking_run"), LazyModule("gapcheck.journal")
ranking_output, ranking_tables = (
    LazyModule("gapcheck.cli.ranking_output"),
    LazyModule("gapcheck.export.ranking_tables"),
)

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
  gapcheck rank resumes/ --job posting.html --must python --top 20
  gapcheck rank resumes/ --job posting.html --out-dir reports/
  gapcheck rank resumes/ -o ranking.duckdb
  gapcheck rank --explain mira.pdf ola.pdf --job posting.html
  gapcheck rank archive/ --workers 4 -o ranking.csv --continue
""",
)
@click.argument("resumes", metavar="RESUME...", nargs=-1)
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
    help="Take over what an earlier run with the same -o FILE or --out-dir DIR has done: resumes with the same content, "
    "target and versions are not read again.",
)
@log_options
@click.option(
    "--must",
    "musts",
    multiple=True,
    metavar="ID",
    help="A requirement of the target, by id, title or skill: who lacks it is listed in a second list. May be repeated.",
)
@click.option(
    "--min",
    "least",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="List only those with this score or more.",
)
@click.option(
    "--top", "most", type=click.IntRange(1), metavar="N", help="List only the first N of each list."
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(("must", "score", "proven")),
    help="By the must-haves met and then the score (default), by the score alone, or by what dated work alone proves.",
)
@click.option(
    "--out-dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Also write a report of each resume to this folder as HTML, and an index.html of them all.",
)
@click.option(
    "--explain",
    nargs=2,
    metavar="A B",
    help="Print why A and B stand where they stand, in place of the ranking: what one shows and the other does not.",
)
@output_options(*FORMATS, "jsonl", "parquet", "duckdb")
@shared_options
@ocr_options
def rank(  # noqa: PLR0913, PLR0917  # one name for each option
    resumes: tuple[str, ...],
    role: str | None,
    job: str | None,
    blind: bool,  # noqa: FBT001
    workers: int | None,
    go_on: bool,  # noqa: FBT001
    log: DecisionLog,
    musts: tuple[str, ...],
    least: float | None,
    most: int | None,
    order: str | None,
    folder: Path | None,
    explain: tuple[str, str] | None,
    output: Output,
    shared: Shared,
) -> None:
    """Compare many resumes with one target and list them, best first, one row each.

    RESUME is a file, a folder including its subfolders, or a pattern such as 'resumes/*.pdf'; JSON files in a
    folder are taken if they are JSON Resumes. Who meets more of the must-haves stands first, then who has the
    higher score; a target without must-haves is ranked by the score. Each resume is scored on its own: the
    others in the list do not change its score. Scores are out of 100; missing means that the document shows
    no evidence. Resumes that cannot be read, or are too short to judge (fewer than 80 words), stand last, with
    the reason and without a score.

    Interrupted (Ctrl-C, SIGTERM), it writes the ranking of what was read. With -o FILE or --out-dir, what was
    done stands in a journal beside it until the ranking is complete, and --continue goes on from there.

    Exit codes: 0 at least one resume was read, 2 wrong usage, 3 no resume, or not the posting, could be read,
    4 error in the taxonomy or configuration, 5 the output could not be written, 130 interrupted.
    """
    place = _journal_place(output, folder)
    _check(output, named=bool(resumes) or explain is not None, goes_on=go_on, is_kept=place is not None)
    paths = document_files(resumes, "resumes") if explain is None else []
    files = ListedFiles(paths, "resume", blind=blind)
    with shared.progress(
        f"loading the taxonomy, reading {job}" if job is not None else "loading the taxonomy"
    ):
        analyzer = shared.analyzer()
        posting = shared.source(job)[0] if job is not None else None
        target = analyzer.requirements_of(role=role, job=posting)
    target.check(analyzer.policy)
    wanted = ranking.Wanted(
        ranking.Order(order) if order else ranking.DEFAULT_ORDER,
        tuple(amendments.requirement_of(each, target.asked, analyzer.taxonomy) for each in musts),
        least,
        most,
    )
    forms, reports = ranking_output, ranking_output.ReportFolder(folder).prepared() if folder else None
    row_of = forms.row_with_report if reports else ranking.row_of
    summary = log.summary(row_of, blind=blind, job=posting)
    task = many.Task(target, shared.day(), blind=blind, advice=reports is not None, summary=summary)
    if explain is not None:
        output.write(forms.explained(analyzer, explain, task, output))
        return

    with _journal(place, go_on=go_on) as journal:
        found = ranking_run.run(
            analyzer,
            paths,
            task,
            workers=ranking_run.default_workers(len(paths)) if workers is None else workers,
            journal=journal,
            decided=lambda path, decision: log.add_decision(analyzer, decision, path, posting),
            counted=lambda outcomes, count: shared.counted(outcomes, count, "reading resumes"),
            keep=lambda path, row: reports.keep(files.row_name(path, row), row) if reports else None,
        )
        failures = files.failures(found.failures)
        named = ({"name": files.row_name(path, row), **row} for path, row in found.rows)
        rows = ranking.ranked(named, wanted)
        forms.write_ranking(
            output, rows, failures, analyzer.provenance(target.target), task, whole=shared.verbose > 0
        )
        if reports:
            reports.index(rows, forms.title_of(task), failures)
        if journal is not None and not found.left and not go_on:
            journal.discard()
    shared.note_run(analyzer)
    if not (output.to_terminal and output.format == "text"):  # which lists them
        tell_failures(failures)
    _tell(found, rows, failures, shared, journal is not None)
    if found.left:
        sys.exit(INTERRUPTED)
    if not found.rows:
        sys.exit(UNREADABLE)


def _check(output: Output, *, named: bool, goes_on: bool, is_kept: bool) -> None:
    """Say what is wrong with the options before anything is read."""
    if goes_on and not is_kept:
        raise click.UsageError("--continue needs -o FILE or --out-dir DIR, where it finds what was done.")
    if not named:
        raise click.UsageError("Name the resumes: files, folders or patterns.")
    if output.format in {"duckdb", "parquet"}:
        ranking_tables.check_writer()


def _journal_place(output: Output, folder: Path | None) -> Path | None:
    """Where what was done is kept: beside the output file, else in the folder of reports; None where all is printed."""
    path = output.path
    if path is None or str(path) == "-" or (path.exists() and not path.is_file()):
        return folder / "journal.jsonl" if folder else None
    return path.with_name(f"{path.name}.journal.jsonl")


@contextmanager
def _journal(place: Path | None, *, go_on: bool) -> Iterator[Journal | None]:
    """What was done, kept at a place; none where there is none."""
    if place is None:
        yield None
        return
    try:
        opened = journal_file.Journal(place, go_on=go_on)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written ({error.strerror}).") from None
    with opened:
        yield opened


def _tell(
    found: RankingRun,
    rows: Ranking,
    failures: list[dict[str, str]],
    shared: Shared,
    kept: bool,  # noqa: FBT001
) -> None:
    """Say on standard error what the ranking does not show."""
    if rows.all and rows.all[0]["rank"] is None:
        print_error(_NOTHING_REQUIRED)
    total = len(found.rows) + len(failures) + found.left
    if found.taken_over and not shared.quiet:
        click.echo(f"{found.taken_over} of {total} resumes were taken over from the run before.", err=True)
    if rows.left_out and not shared.quiet:
        click.echo(f"{rows.left_out} of {total} resumes are not listed (--min, --top).", err=True)
    if not shared.quiet:
        count_failures(failures, total, "resumes")
    if found.left:
        hint = "The same command with --continue goes on." if kept else "With -o FILE, --continue can go on."
        print_error(f"interrupted: {found.left} of {total} resumes were not read.", hint)
