"""gapcheck match: compares one resume with many job postings, and says what to learn for most of them."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

import gapcheck
from gapcheck.cli.document_files import document_files
from gapcheck.cli.listed_files import ListedFiles, count_failures, tell_failures, without_name
from gapcheck.cli.options import Shared, ocr_options, shared_options
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import UNREADABLE
from gapcheck.lazy import LazyModule
from gapcheck.plain_values import picked, to_json

ranking = LazyModule("gapcheck.ranking")
first_screen = LazyModule("gapcheck.rendering.first_screen")

_COLUMNS = ("rank", "name", "title", "verdict", "score", "low", "high", "missing")
_IN_TEXT = ("rank", "name", "verdict", "score", "missing")
_STEPS = ("step", "learn", "asked_by", "opens", "open", "points")
_FORMATS = ("text", "markdown", "csv", "json")
_MISSING = 3


@click.command(
    short_help="Compare one resume with many postings.",
    epilog="""\b
Examples:
  gapcheck match resume.pdf postings/
  gapcheck match resume.pdf *.html --format csv -o postings.csv
  gapcheck match resume.pdf postings/ --format json
""",
)
@click.argument("resume", metavar="RESUME")
@click.argument("postings", metavar="POSTING...", nargs=-1, required=True)
@output_options(*_FORMATS)
@shared_options
@ocr_options
def match(resume: str, postings: tuple[str, ...], output: Output, shared: Shared) -> None:
    """Compare one resume with many job postings: which fit best, and which skills would open most of the others.

    POSTING is a file, a folder including its subfolders, or a pattern such as 'postings/*.html'. A posting is
    open where the fit is good or strong, and out of reach where it is far. Learn next lists the skills that
    would open most postings within reach, one after the other, each as shown in a dated project; points are
    what the scores gain on average. CSV holds the postings alone, JSON both tables.

    Exit codes: 0 at least one posting was compared, 2 wrong usage, 3 no posting could be compared, 4 error in
    the taxonomy or configuration.
    """
    paths = document_files(postings, "postings")
    source, name = shared.source(resume)
    with shared.progress(f"comparing {name or resume} with {len(paths)} postings"):
        analyzer = shared.analyzer()
        outcomes, gaps = analyzer.match_jobs(source, paths, as_of=shared.day())
    shared.note_run(analyzer)
    rows: list[dict[str, Any]] = []
    failed: list[tuple[Path, dict[str, str]]] = []
    files = ListedFiles(paths, "posting")
    for path, outcome in zip(paths, outcomes, strict=True):
        if isinstance(outcome, gapcheck.Failure):
            message = without_name(outcome.message, path)
            failed.append((path, {"reason": outcome.reason, "message": message}))
        elif outcome.score.value is None:
            failed.append((path, {"reason": "no-score", "message": f"no score: {outcome.score.reason}"}))
        else:
            rows.append(_row(files.row_name(path, {}), outcome))
    failures = files.failures(failed)
    rows.sort(key=lambda row: row["name"])
    ranked = ranking.placed(rows, lambda row: (-row["score"],))
    if output.format == "json":
        output.write(to_json({"postings": ranked, "learn": gaps and asdict(gaps), "failures": failures}))
    elif ranked and gaps is not None:
        output.write(_tables(ranked, gaps, Path(name or resume).name, output))
    tell_failures(failures)
    if not shared.quiet:
        count_failures(failures, len(paths), "postings")
    if not ranked:
        sys.exit(UNREADABLE)


def _row(name: str, report: gapcheck.GapReport) -> dict[str, Any]:
    return {
        "name": name,
        "title": report.target.title,
        "verdict": report.verdict,
        **picked(report.score, "low", "high"),
        "score": report.score.value,
        "missing": [row.title for row in report.missing() if row.status == "missing"],
    }


def _tables(rows: list[dict[str, Any]], gaps: gapcheck.SharedGaps, name: str, output: Output) -> str:
    """Both tables for people; of CSV the postings alone, since two tables are no CSV."""
    title = f"Postings for {name}: {gaps.open} of {gaps.jobs} open, {gaps.out_of_reach} out of reach"
    if output.format == "csv":
        return output.table(rows, _COLUMNS)
    short = [
        {
            **row,
            "score": round(row["score"], 1),
            "missing": [first_screen.short_title(each) for each in row["missing"][:_MISSING]],
        }
        for row in rows
    ]
    steps = [
        {"step": number, **asdict(step), "learn": step.label, "points": f"{step.points:+.1f}"}
        for number, step in enumerate(gaps.steps, 1)
    ]
    found = output.table(short, _IN_TEXT, title=title)
    learn = output.table(steps, _STEPS, title="Learn next")
    if output.format == "text":  # whose tables print no titles
        found, learn = f"{title}\n\n{found}", f"Learn next\n\n{learn}"
    return f"{found}\n{learn}" if steps else found
