"""gapcheck rank: compares many resumes with one target and lists them, best first."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import gapcheck
from gapcheck.cli.document_files import document_files
from gapcheck.cli.options import Shared, ocr_options, shared_options, target_options
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import UNREADABLE, print_error
from gapcheck.plain_values import SCHEMA_VERSION, picked, to_json
from gapcheck.text.control_characters import printable

if TYPE_CHECKING:  # the report's values need the taxonomy's, and so pydantic, which --help does without
    from gapcheck.report import GateRow

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
""",
)
@click.argument("resumes", metavar="RESUME...", nargs=-1, required=True)
@target_options
@click.option(
    "--blind/--no-blind",
    help="Hide names of files and persons; rows are identified by a fingerprint of the file.",
)
@output_options()
@shared_options
@ocr_options
def rank(  # one name for each option
    resumes: tuple[str, ...],
    role: str | None,
    job: str | None,
    blind: bool,  # noqa: FBT001
    output: Output,
    shared: Shared,
) -> None:
    """Compare many resumes with one target and list them, best first, one row each.

    RESUME is a file, a folder including its subfolders, or a pattern such as 'resumes/*.pdf'; JSON files in a folder
    are taken if they are JSON Resumes. Each resume is scored on its own: the others in the list do not change its
    score. Scores are out of 100; missing means that the document shows no evidence. Resumes that cannot be read are
    listed separately, with the reason.

    Exit codes: 0 at least one resume was read, 2 wrong usage, 3 no resume could be read, 4 error in the taxonomy or
    configuration.
    """
    paths = document_files(resumes, "resumes")
    analyzer = shared.analyzer()
    posting = shared.source(job)[0] if job is not None else None
    reports: list[tuple[str, gapcheck.GapReport]] = []
    failures: list[dict[str, str]] = []
    outcomes = analyzer.analyze_many(paths, role=role, job=posting, as_of=shared.day(), blind=blind)
    counted = shared.counted(outcomes, len(paths), "reading resumes")
    for number, (path, outcome) in enumerate(zip(paths, counted, strict=True), start=1):
        failure = _failure(path, outcome, f"resume number {number}" if blind else path.name)
        if failure is not None:
            failures.append(failure)
        else:
            reports.append((printable(path.name), outcome))  # type: ignore[arg-type]  # no failure
    rows = _rows(reports, blind=blind)
    _write(output, rows, failures, [report for _, report in reports])
    if rows and rows[0]["rank"] is None:
        print_error(_NOTHING_REQUIRED)
    for failure in failures:
        print_error(f"{failure['name']}: {failure['message']}")
    if failures and not shared.quiet:
        click.echo(f"{len(failures)} of {len(paths)} resumes could not be scored.", err=True)
    if not rows:
        sys.exit(UNREADABLE)


def _write(
    output: Output,
    rows: list[dict[str, Any]],
    failures: list[dict[str, str]],
    reports: Sequence[gapcheck.GapReport],
) -> None:
    if output.format == "json":
        output.write(_json(rows, failures, reports))
    elif rows:
        if output.format != "csv":
            rows = list(map(_in_text, rows))
        columns = _IN_TEXT if output.format == "text" else _COLUMNS
        title = f"Ranking for {reports[0].target.title}, as of {reports[0].as_of}"
        output.write(output.table(rows, columns, title=title))


def _failure(path: Path, outcome: gapcheck.GapReport | gapcheck.Failure, shown: str) -> dict[str, str] | None:
    """Why there is no score, under the name that may be shown; None if there is one."""
    if isinstance(outcome, gapcheck.Failure):
        message = outcome.message.replace(str(path), shown).replace(path.name, shown)
        return {"name": shown, "reason": outcome.reason, "message": message.removeprefix(f"{shown}: ")}
    if outcome.score.value is None:
        return {"name": shown, "reason": "no-score", "message": f"no score: {outcome.score.reason}"}
    return None


def _rows(reports: Sequence[tuple[str, gapcheck.GapReport]], *, blind: bool) -> list[dict[str, Any]]:
    """One row per resume, best first; equal scores share a rank and are sorted by name.

    Nobody is ranked by wishes alone: where nothing is required, the rows have no rank and are sorted by name.
    """
    rows: list[dict[str, Any]] = [
        {
            "name": f"resume {report.document.sha256[:8]}" if blind else name,
            "sha256": report.document.sha256,
            "score": report.score.value,
            "verdict": report.verdict,
            **picked(report.score, "low", "high", "required", "preferred"),
            "must_haves": _must_haves(report),
            "conditions": [_condition(gate) for gate in report.gates if gate.status != "met"],
            "flags": list(report.flags),
            "missing": [row.title for row in report.missing() if row.status == "missing"],
        }
        for name, report in reports
    ]
    rows.sort(key=lambda row: (-row["score"], row["name"], row["sha256"]))
    first = {row["sha256"]: row["name"] for row in reversed(rows)}
    for row in rows:
        if first[row["sha256"]] != row["name"]:
            row["flags"].append(f"identical to {first[row['sha256']]}")
    if not any(row["required"] is not None for row in rows):
        return [{"rank": None, **row} for row in sorted(rows, key=lambda row: (row["name"], row["sha256"]))]
    return [{"rank": 1 + sum(other["score"] > row["score"] for other in rows), **row} for row in rows]


def _must_haves(report: gapcheck.GapReport) -> str:
    """How many of the hard requirements are met: "5/7"."""
    asked = [
        row
        for row in report.requirements
        if row.necessity == "required" and row.kind != "soft_skill" and row.points_possible > 0
    ]
    return f"{sum(row.status == 'met' for row in asked)}/{len(asked)}"


def _condition(gate: GateRow) -> str:
    """What is the matter with a condition for the job: "forklift licence: expired 2024-03"."""
    return f"{gate.title}: {gate.status}{f' {gate.date}' if gate.date else ''}"


def _in_text(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a table has room for it."""
    return {
        **row,
        "score": round(row["score"], 1),
        "range": f"{row['low']:.0f}-{row['high']:.0f}",
        "flags": [*row["conditions"], *row["flags"]],
        "missing": row["missing"][:3],
    }


def _json(
    rows: list[dict[str, Any]], failures: list[dict[str, str]], reports: Sequence[gapcheck.GapReport]
) -> str:
    shared: dict[str, Any] = {}
    if reports:
        whole = reports[0].to_dict()
        shared = {name: whole[name] for name in ("gapcheck_version", "as_of", "taxonomy", "target")}
        shared["policy"] = {"sha256": reports[0].provenance.policy_sha256}
    return to_json({"schema_version": SCHEMA_VERSION, **shared, "ranking": rows, "failures": failures})
