"""gapcheck roles: lists the roles of the taxonomy, or those that fit a resume."""

from __future__ import annotations

from typing import Any

import click

from gapcheck import taxonomy
from gapcheck.cli.options import Shared, shared_options
from gapcheck.cli.output import Output, output_options
from gapcheck.plain_values import picked

_COLUMNS = ("id", "required", "preferred", "documents", "label")
_FITS = ("id", "score", "low", "high", "missing")


@click.command(
    short_help="List roles, or those that fit a resume.",
    epilog="""\b
Examples:
  gapcheck roles
  gapcheck roles --match resume.pdf --format json
""",
)
@click.option(
    "--match",
    "resume",
    metavar="RESUME",
    help="Score this resume for every role, and list the best fit first.",
)
@output_options()
@shared_options
def roles(resume: str | None, output: Output, shared: Shared) -> None:
    """List the roles of the taxonomy; with --match, the roles that fit a resume, best first."""
    if resume is None:
        known = shared.load_taxonomy().roles.values()
        _print_roles([_role_row(role) for role in known], _COLUMNS, output, "Roles")
        return
    source, name = shared.source(resume)
    with shared.progress(f"reading {name or resume}"):
        analyzer = shared.analyzer()
        reports = analyzer.match_roles(source, as_of=shared.day())
    rows = [
        {
            "id": report.target.id,
            "label": report.target.title,
            "score": report.score.value,
            **picked(report.score, "low", "high", "reason"),
            "missing": [row.title for row in report.missing()[:3]],
        }
        for report in reports
    ]
    _print_roles(rows, _FITS, output, "Roles that fit")


def _print_roles(rows: list[dict[str, Any]], columns: tuple[str, ...], output: Output, title: str) -> None:
    """Print roles; a table for people has whole points and counts, and labels only where they differ from the ids."""
    if output.format not in {"json", "csv"}:
        rows = [{key: _short(key, value) for key, value in row.items()} for row in rows]
        if all(row["label"] == row["id"].replace("-", " ") for row in rows):
            columns = tuple(column for column in columns if column != "label")
        elif "label" not in columns:
            columns = (columns[0], "label", *columns[1:])
    output.write_rows("roles", rows, columns, title=title)


def _short(key: str, value: Any) -> Any:
    if key == "documents":
        return len(value)
    return round(value) if isinstance(value, float) else value


def _role_row(role: taxonomy.Role) -> dict[str, Any]:
    asked = [row for row in role.requirements if not row.narrower]
    return {
        "id": role.id,
        "label": role.label,
        "titles": list(role.titles),
        "required": sum(row.necessity.value == "required" for row in asked),
        "preferred": sum(row.necessity.value == "preferred" for row in asked),
        "documents": list(role.documents),
    }
