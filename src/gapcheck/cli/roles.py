"""gapcheck roles and gapcheck certifications: list what is in the taxonomy."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from gapcheck import taxonomy
from gapcheck.cli.options import Shared, complete_roles, complete_skills, shared_options, source_of
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.tables import render_table
from gapcheck.plain_values import to_json

_ROLES = ("id", "required", "preferred", "documents", "label")
_FITS = ("id", "score", "low", "high", "missing")
_CERTIFICATES = ("id", "status", "provider", "cost_usd", "hours", "name")
_STALE = ("id", "status", "verified_on", "url", "reasons")
_STALE_IN_TEXT = ("id", "reasons")  # the reasons mention status and date where they matter


@click.command(
    epilog="""\b
Examples:
  gapcheck roles
  gapcheck roles --match resume.pdf --format json
"""
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
        _print_roles([_role_row(role) for role in known], _ROLES, output, "Roles")
        return
    analyzer = shared.analyzer()
    source, name = source_of(resume)
    with shared.progress(f"reading {name or resume}"):
        reports = analyzer.match_roles(source, as_of=shared.day())
    rows = [
        {
            "id": report.target.id,
            "label": report.target.title,
            "score": report.score.value,
            "low": report.score.low,
            "high": report.score.high,
            "reason": report.score.reason,
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
    _print(rows, columns, output, "roles", title)


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


@click.command(
    epilog="""\b
Examples:
  gapcheck certifications --role machine-learning-engineer
  gapcheck certifications --skill aws --as-of 2027-01-01
  gapcheck certifications --all --format csv -o catalogue.csv
"""
)
@click.option(
    "--role",
    shell_complete=complete_roles,
    metavar="ID",
    help="Only certificates that cover what a role asks for.",
)
@click.option(
    "--skill", shell_complete=complete_skills, metavar="ID", help="Only certificates that cover this skill."
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Also certificates that can no longer be earned, and those whose status nobody has verified.",
)
@click.option(
    "--stale",
    is_flag=True,
    help="Only rows that a maintainer should check again, with the reasons.",
)
@output_options()
@shared_options
def certifications(
    role: str | None,
    skill: str | None,
    every: bool,  # noqa: FBT001  # a flag of the command line
    stale: bool,  # noqa: FBT001
    output: Output,
    shared: Shared,
) -> None:
    """List the certificates of the taxonomy, with their status on a date (--as-of, default today)."""
    held = shared.load_taxonomy()
    wanted = _wanted(held, role, skill)
    fitting = [
        each
        for each in held.certifications.values()
        if wanted is None or wanted & {*each.topics, *(covered.id for covered in each.skills)}
    ]
    if stale:
        _print(
            _stale_rows(fitting, shared.day()),
            _STALE_IN_TEXT if output.format == "text" else _STALE,
            output,
            "certifications",
            "Certificates to check again",
        )
        return
    rows = [_certificate_row(each, shared.day()) for each in fitting]
    shown = [row for row in rows if every or row["recommendable"]]
    _print(shown, _CERTIFICATES, output, "certifications", "Certificates")
    left = len(rows) - len(shown)
    if left and output.to_terminal and not shared.quiet:
        click.echo(
            f"{left} more are closed or not verified on {shared.day()}; list them with --all.", err=True
        )


def _wanted(held: taxonomy.Taxonomy, role: str | None, skill: str | None) -> set[str] | None:
    """The skills of which a certificate must cover at least one, or None for any."""
    wanted: set[str] | None = None
    if role is not None:
        asked = held.role(role).requirements
        wanted = {id_ for row in asked for id_ in (*row.skills, row.head) if id_ is not None}
    if skill is not None:
        one = {held.skill(skill).id}
        wanted = one if wanted is None else wanted & one
    return wanted


def _certificate_row(one: taxonomy.Certification, day: date) -> dict[str, Any]:
    suited = taxonomy.suitability(one, day)
    return {
        "id": one.id,
        "name": one.name,
        "provider": one.provider,
        "exam_code": one.exam_code,
        "level": one.level,
        "status": suited.availability.value,
        "recommendable": suited.recommendable,
        "warnings": list(suited.warnings),
        "cost_usd": one.cost_usd,
        "cost_note": one.cost_note,
        "hours": one.hours,
        "validity_months": taxonomy.validity_months(one),
        "first_exam": one.first_exam,
        "last_exam": one.last_exam,
        "successors": [{"id": each.id, "relation": each.relation.value} for each in one.successors],
        "skills": [covered.id for covered in one.skills],
        "topics": list(one.topics),
        "url": one.url,
        "verified_on": one.verified_on,
    }


def _stale_rows(certifications: list[taxonomy.Certification], day: date) -> list[dict[str, Any]]:
    return [
        {**_certificate_row(each.certification, day), "reasons": list(each.reasons)}
        for each in taxonomy.stale(certifications, day)
    ]


def _print(
    rows: list[dict[str, Any]], columns: tuple[str, ...], output: Output, key: str, title: str
) -> None:
    if output.format == "json":
        output.write(to_json({key: rows}))
    else:
        output.write(render_table(rows, columns, output.format, title=title, width=output.width))
