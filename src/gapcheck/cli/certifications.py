"""gapcheck certifications: lists the certificates of the taxonomy."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from gapcheck import taxonomy
from gapcheck.cli.options import Shared, complete_roles, complete_skills, shared_options
from gapcheck.cli.output import Output, output_options
from gapcheck.plain_values import picked

_COLUMNS = ("id", "status", "provider", "cost_usd", "hours", "name")
_IN_TEXT = ("id", "status", "usd", "hours", "name")  # what fits a terminal
_STALE = ("id", "status", "verified_on", "url", "reasons")
_STALE_IN_TEXT = ("id", "reasons")  # the reasons mention status and date where they matter


@click.command(
    short_help="List certificates with their status.",
    epilog="""\b
Examples:
  gapcheck certifications --role machine-learning-engineer
  gapcheck certifications --skill aws --as-of 2027-01-01
  gapcheck certifications --all --format csv -o catalogue.csv
""",
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
    known = shared.load_taxonomy()
    wanted = _wanted(known, role, skill)
    fitting = [
        each
        for each in known.certifications.values()
        if wanted is None or wanted & {*each.topics, *(covered.id for covered in each.skills)}
    ]
    in_text = output.format == "text"
    if stale:
        columns = _STALE_IN_TEXT if in_text else _STALE
        title = "Certificates to check again"
        rows = [
            {**_row(each.certification, shared.day()), "reasons": list(each.reasons)}
            for each in taxonomy.stale(fitting, shared.day())
        ]
        output.write_rows("certifications", rows, columns, title=title)
        return
    rows = [_row(each, shared.day()) for each in fitting]
    shown = [row for row in rows if every or row["recommendable"]]
    if in_text:
        shown = [{**row, "usd": row["cost_usd"]} for row in shown]
    output.write_rows("certifications", shown, _IN_TEXT if in_text else _COLUMNS, title="Certificates")
    left = len(rows) - len(shown)
    if left and output.to_terminal and not shared.quiet:
        click.echo(
            f"{left} more are closed or not verified on {shared.day()}; list them with --all.", err=True
        )


def _wanted(known: taxonomy.Taxonomy, role: str | None, skill: str | None) -> set[str] | None:
    """The skills of which a certificate must cover at least one, or None for any."""
    wanted: set[str] | None = None
    if role is not None:
        asked = known.role(role).requirements
        wanted = {id_ for row in asked for id_ in (*row.skills, row.head) if id_ is not None}
    if skill is not None:
        one = {known.skill(skill).id}
        wanted = one if wanted is None else wanted & one
    return wanted


def _row(one: taxonomy.Certification, day: date) -> dict[str, Any]:
    suited = taxonomy.suitability(one, day)
    return {
        **picked(one, "id", "name", "provider", "exam_code", "level"),
        "status": suited.availability.value,
        **picked(suited, "recommendable", "warnings"),
        **picked(one, "cost_usd", "cost_note", "hours"),
        "validity_months": taxonomy.validity_months(one),
        **picked(one, "first_exam", "last_exam", "successors"),
        "skills": [covered.id for covered in one.skills],
        **picked(one, "topics", "url", "verified_on"),
    }
