"""gapcheck taxonomy build: job documents into a role, what is new in them, and what has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gapcheck.cli.options import Shared, shared_options, source_of
from gapcheck.cli.output import Output, write_whole

if TYPE_CHECKING:
    from gapcheck.role_building import Understood
    from gapcheck.taxonomy import Role


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
@click.option("--role", metavar="ID", required=True, help="The id of the role that is built (data-engineer).")
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
    help="Write terms that the taxonomy lacks to a new FILE, as skills to accept or strike.",
)
@click.option(
    "--update",
    is_flag=True,
    help="Show what changes in the role that stands (in DIR, else in the taxonomy); with --out, write it.",
)
@click.option("--dry-run", is_flag=True, help="With --update and --out: only show, write nothing.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    help="Of what --update shows. Default: text.",
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
    from gapcheck.role_building import build_role, to_yaml  # noqa: PLC0415  # --help stays quick

    if (dry_run or format_) and not update:
        raise click.UsageError(f"{'--dry-run' if dry_run else '--format'} needs --update.")
    if propose is not None and propose.exists():
        raise click.UsageError(f"{propose} is there already; name a new file, so that no correction is lost.")
    analyzer = shared.analyzer()
    standing = _standing(role, out, shared) if update else None
    with shared.progress(f"reading {len(jobs)} job documents"):
        found = analyzer.understand([source_of(job)[0] for job in jobs])
        built = build_role(found.postings, role, analyzer.taxonomy)
    if standing is not None:
        _show_difference(standing, built, found, format_ or "text")
    if out is not None and not dry_run:
        place = out / "roles" / f"{role}.yaml"
        _write(place, to_yaml(built), make_folder=True)
        if not shared.quiet:
            click.echo(f"{place} written; use it with --taxonomy {out} --role {role}.", err=True)
    elif standing is None:
        click.echo(to_yaml(built), nl=False)
    _say_unknown(found, propose, shared)


def _standing(role: str, out: Path | None, shared: Shared) -> Role:
    """The role as it stands in the folder to write to, or else in the taxonomy."""
    from gapcheck.taxonomy import load  # noqa: PLC0415

    folders = shared.taxonomy
    if out is not None and (out / "roles" / f"{role}.yaml").is_file():
        folders = (*folders, out)
    known = load(*folders, only=shared.only)
    if role not in known.roles:
        raise click.UsageError(f"There is no role {role!r} to update yet; build it without --update.")
    return known.roles[role]


def _show_difference(standing: Role, built: Role, found: Understood, format_: str) -> None:
    from gapcheck.cli.terms import difference_text, difference_values  # noqa: PLC0415
    from gapcheck.report import to_json  # noqa: PLC0415
    from gapcheck.role_building import difference  # noqa: PLC0415

    changes = difference(standing, built, found.taxonomy)
    text = to_json(difference_values(changes)) if format_ == "json" else difference_text(changes)
    Output(format_, None, ("text", "json")).write(text)


def _say_unknown(found: Understood, propose: Path | None, shared: Shared) -> None:
    """The terms that are new, on standard error; as skills in the file that was asked for."""
    from gapcheck.cli.terms import counted, summary  # noqa: PLC0415
    from gapcheck.role_building import proposals, proposals_yaml  # noqa: PLC0415

    terms, documents = found.terms, len(found.postings)
    if propose is not None:
        known = shared.load_taxonomy()
        with shared.progress(f"comparing {counted(len(terms), 'term')} with the taxonomy"):
            rows = proposals(terms, found.postings, known)
        terms = tuple(row.term for row in rows)
        _write(propose, proposals_yaml(rows, known, documents))
    if shared.quiet:
        return
    if terms:
        click.echo(summary(terms, documents), err=True)
    elif propose is not None:
        click.echo("All terms are in the taxonomy already.", err=True)
    if propose is not None:
        click.echo(
            f"{propose} written; strike, correct, and put it into DIR/skills of --taxonomy DIR.", err=True
        )
    elif terms:
        click.echo("--propose FILE writes them as skills to accept or strike.", err=True)


def _write(place: Path, text: str, *, make_folder: bool = False) -> None:
    try:
        if make_folder:
            place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, text)
    except OSError as error:
        raise click.ClickException(f"{place}: cannot be written ({error.strerror}).") from None
