"""gapcheck compare: what changed between two resumes, two versions of one, or one resume under two targets."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

import gapcheck
from gapcheck.bounded_files import content_of
from gapcheck.cli.options import (
    Shared,
    complete_roles,
    ocr_options,
    shared_options,
    target_options,
)
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import BELOW, UNREADABLE, print_error
from gapcheck.errors import GapcheckError

_A_REPORT = b'"schema_version"'


@click.command(
    short_help="What changed between two resumes or two targets.",
    epilog="""\b
Examples:
  gapcheck compare resume-v1.pdf resume-v2.pdf
  gapcheck compare resume.pdf --job posting-a.html --job2 posting-b.html
  gapcheck compare resume.pdf --taxonomy2 our-skills/ -o changes.html
  gapcheck compare before.json resume.pdf --fail-if-worse
""",
)
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", required=False)
@target_options
@click.option(
    "--role2", metavar="ID", shell_complete=complete_roles, help="The role for B. Default: as for A."
)
@click.option("--job2", metavar="FILE", help="The job posting for B. Default: as for A.")
@click.option(
    "--taxonomy2",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Taxonomy folders for B, instead of those of --taxonomy. May be repeated.",
)
@click.option(
    "--config2", type=click.Path(path_type=Path), metavar="FILE.toml", help="Scoring values for B instead of --config."
)  # fmt: skip
@click.option("--fail-if-worse", is_flag=True, help="Exit with 1 if B scores lower than A.")
@output_options("text", "markdown", "html", "json")
@shared_options
@ocr_options
def compare(  # noqa: PLR0913, PLR0917  # one name for each option
    first: str,
    second: str | None,
    role: str | None,
    job: str | None,
    role2: str | None,
    job2: str | None,
    taxonomy2: tuple[Path, ...],
    config2: Path | None,
    fail_if_worse: bool,  # noqa: FBT001
    output: Output,
    shared: Shared,
) -> None:
    """Compare two resumes, two versions of one, or one resume under two targets, and print what changed and why.

    A and B are resumes, or reports that `gapcheck report -o FILE.json` wrote. Without B, A is compared with
    itself under --role2, --job2, --taxonomy2 or --config2.

    Exit codes: 0 done, 1 B is worse and --fail-if-worse was given, 2 wrong usage, 3 a document could not be
    read, 4 error in the taxonomy or configuration, 5 the output could not be written.
    """
    if role2 is not None and job2 is not None:
        raise click.UsageError("--role2 and --job2 were both given. Give one of them.")
    other = role2 is not None or job2 is not None
    if second is None and not (other or taxonomy2 or config2):
        raise click.UsageError(
            "There is nothing to compare with: give a second resume, or --role2, --job2, --taxonomy2 or --config2."
        )
    if [first, second, job, job2].count("-") > 1:
        raise click.UsageError("Only one document can come from standard input.")
    analyzer = shared.analyzer()
    after = analyzer
    if taxonomy2 or config2:
        after = replace(
            shared, taxonomy=taxonomy2 or shared.taxonomy, config=config2 or shared.config
        ).analyzer()
    one = _report(first, analyzer, role, job, shared)
    two = _report(
        first if second is None else second,
        after,
        role2 if other else role,
        job2 if other else job,
        shared,
    )
    found = gapcheck.compare(one, two)
    output.write(
        gapcheck.render_comparison(found, output.format, color=output.colored, whole=shared.verbose > 0)
    )
    shared.note_run(analyzer)
    for report in (one, two):
        if report.score.value is None:
            print_error(f"{report.document.name}: no score: {report.score.reason}")
            sys.exit(UNREADABLE)
    if fail_if_worse and found.worse:
        sys.exit(BELOW)


def _report(
    given: str, analyzer: gapcheck.Analyzer, role: str | None, job: str | None, shared: Shared
) -> gapcheck.GapReport:
    """The report of a resume, or the one that a file holds already."""
    source, name = shared.source(given)
    if isinstance(source, Path) and source.suffix.lower() == ".json" and source.is_file():
        data = b""
        with suppress(OSError):  # which is said where it is read as a resume
            data = content_of(source)
        if _A_REPORT in data:
            try:
                return gapcheck.GapReport.from_json(data)
            except GapcheckError as error:
                raise click.UsageError(f"{given}: {error}") from None
    posting = shared.source(job)[0] if job is not None else None
    with shared.progress(f"reading {name or given}"):
        return analyzer.analyze(source, role=role, job=posting, name=name, as_of=shared.day())
