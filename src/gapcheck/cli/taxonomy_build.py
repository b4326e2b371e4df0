"""gapcheck taxonomy build: makes a role from job documents, and shows which terms are new and what has changed."""

from __future__ import annotations

from pathlib import Path

import click

import gapcheck
from gapcheck import role_building, taxonomy
from gapcheck.cli.options import Shared, shared_options
from gapcheck.cli.output import Output, OutputError, write_whole
from gapcheck.cli.terms import difference_text, difference_values, summary
from gapcheck.plain_values import to_json
from gapcheck.text.inflection import counted


@click.command(
    epilog="""\b
Examples:
  gapcheck taxonomy build jobs/*.pdf --role data-engineer
  gapcheck taxonomy build jobs/*.txt --role data-engineer --out my_taxonomy
  gapcheck taxonomy build jobs/*.txt --role data-engineer --propose new.yaml
  gapcheck taxonomy build jobs/*.txt --role data-engineer --out my_taxonomy --update
"""
)
@click.argument("jobs", metavar="JOB...", nargs=-1, required=True)
@click.option(
    "--role", metavar="ID", required=True, help="The id of the role to build, such as data-engineer."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="A taxonomy folder; the role is written to DIR/roles/ID.yaml. Default: standard output.",
)
@click.option(
    "--propose",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the terms that the taxonomy lacks to a new FILE, as skills to accept or delete.",
)
@click.option(
    "--update",
    is_flag=True,
    help="Show what changes in the existing role (in DIR, or in the taxonomy); with --out, write it.",
)
@click.option("--dry-run", is_flag=True, help="With --update and --out: show the changes, write nothing.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    help="The format of what --update shows. Default: text.",
)
@shared_options
def build(
    jobs: tuple[str, ...],
    role: str,
    out: Path | None,
    propose: Path | None,
    *,
    update: bool,
    dry_run: bool,
    format_: str | None,
    shared: Shared,
) -> None:
    """Build a role file from job documents: required and preferred qualifications, merged, with sources."""
    if (dry_run or format_) and not update:
        raise click.UsageError(f"{'--dry-run' if dry_run else '--format'} needs --update.")
    if propose is not None and propose.exists():
        raise click.UsageError(f"{propose} exists already. Name a new file, so that no correction is lost.")
    analyzer = shared.analyzer()
    existing = _existing(role, out, shared) if update else None
    with shared.progress(f"reading {len(jobs)} job documents"):
        found = analyzer.understand([shared.source(job)[0] for job in jobs])
        built = role_building.build_role(found.known, role, analyzer.taxonomy)
    if existing is not None:
        _show_difference(existing, built, found, format_ or "text")
    if out is not None and not dry_run:
        place = out / "roles" / f"{role}.yaml"
        _write(place, role_building.to_yaml(built), make_folder=True)
        if not shared.quiet:
            click.echo(f"{place} written; use it with --taxonomy {out} --role {role}.", err=True)
    elif existing is None:
        click.echo(role_building.to_yaml(built), nl=False)
    _print_new_terms(found, propose, shared)


def _existing(role: str, out: Path | None, shared: Shared) -> taxonomy.Role:
    """The existing role: in the folder to write to, or else in the taxonomy."""
    folders = shared.taxonomy
    if out is not None and (out / "roles" / f"{role}.yaml").is_file():
        folders = (*folders, out)
    known = gapcheck.load_taxonomy(*folders, only=shared.only)
    if role not in known.roles:
        raise click.UsageError(f"There is no role {role!r} to update yet; build it without --update.")
    return known.roles[role]


def _show_difference(
    existing: taxonomy.Role, built: taxonomy.Role, found: role_building.Understood, format_: str
) -> None:
    changes = role_building.difference(existing, built, found.taxonomy)
    text = to_json(difference_values(changes)) if format_ == "json" else difference_text(changes)
    Output(format_, None, ("text", "json")).write(text)


def _print_new_terms(found: role_building.Understood, propose: Path | None, shared: Shared) -> None:
    """Print the terms that are new on standard error, or write them to the file asked for."""
    terms, documents = found.terms, len(found.postings)
    if propose is not None:
        known = shared.load_taxonomy()
        with shared.progress(f"comparing {counted(len(terms), 'term')} with the taxonomy"):
            rows = role_building.proposals(terms, found.postings, known)
        terms = tuple(row.term for row in rows)
        _write(propose, role_building.proposals_yaml(rows, known, documents))
    if shared.quiet:
        return
    if terms:
        click.echo(summary(terms, documents), err=True)
    elif propose is not None:
        click.echo("All terms are already in the taxonomy.", err=True)
    if propose is not None:
        click.echo(
            f"{propose} written; delete and correct what is wrong, then move it to DIR/skills and use --taxonomy DIR.",
            err=True,
        )
    elif terms:
        click.echo("--propose FILE writes them as skills to accept or delete.", err=True)


def _write(place: Path, text: str, *, make_folder: bool = False) -> None:
    try:
        if make_folder:
            place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, text)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written ({error.strerror}).") from None
