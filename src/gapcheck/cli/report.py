"""gapcheck report: compares one resume with one target."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

import gapcheck
from gapcheck import rendering
from gapcheck.cli.decision_log import DecisionLog, log_options
from gapcheck.cli.options import (
    Shared,
    complete_skills,
    ocr_options,
    shared_options,
    target_options,
)
from gapcheck.cli.output import FORMATS, Output, output_options
from gapcheck.cli.program import BELOW, UNBLINDED, UNREADABLE, is_unblinded, print_error
from gapcheck.errors import DocumentError
from gapcheck.inputs import renamed


@click.command(
    short_help="Compare one resume with one target.",
    epilog="""\b
Examples:
  gapcheck report resume.pdf
  gapcheck report resume.pdf --job posting.html -o report.html
  gapcheck report resume.pdf -o annotated.pdf
  gapcheck report resume.docx --role machine-learning-engineer --format json
  gapcheck report resume.pdf --what-if pytorch:12 --what-if cert:gcp-pmle
  gapcheck report resume.pdf --level senior --facts my_facts.yaml --budget 200
  gapcheck report - --fail-under 60 < resume.pdf
""",
)
@click.argument("resume", metavar="RESUME")
@target_options
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 if the score is lower than this.",
)
@click.option(
    "--pages/--no-pages", default=True, help="Show the resume's own pages in an HTML report. Default: yes."
)
@click.option(
    "--blind/--no-blind",
    help="Hide the person's name, contact details, birth date and the like in what is printed.",
)
@click.option(
    "--what-if",
    "what_if",
    multiple=True,
    metavar="SKILL[:MONTHS]",
    shell_complete=complete_skills,
    help="Also print what the score would be with this skill: shown in a dated project or, with MONTHS, in a job of "
    "that many months until today. Also cert:ID, degree:LEVEL[:FIELD], experience:MONTHS. May be repeated.",
)
@log_options
@click.option(
    "--level",
    metavar="LEVEL",
    help="A step of the role's ladder, such as senior: what its documents ask for at that level is required, too.",
)
@click.option(
    "--wishes",
    type=click.Path(path_type=Path),
    metavar="FILE.yaml",
    help="A recruiter's own must-haves and weights: must: [python], weights: {docker: 0.5}.",
)
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar="FILE.yaml",
    help="What the person says of what was read: confirmed: [docker], wrong: [scala].",
)
@click.option(
    "--budget", type=click.FloatRange(0), metavar="USD", help="What the plan of certificates may cost."
)
@click.option(
    "--hours", type=click.FloatRange(0), metavar="N", help="Hours that the plan of certificates may take."
)
@click.option(
    "--for",
    "reader",
    type=click.Choice(("seeker", "recruiter")),
    default="seeker",
    show_default=True,
    help="Who reads the text: the person (what to do), or somebody who hires (what to ask).",
)
@output_options(*FORMATS, "pdf")
@shared_options
@ocr_options
def report(  # noqa: PLR0913, PLR0917  # one name for each option
    resume: str,
    role: str | None,
    job: str | None,
    fail_under: float | None,
    pages: bool,  # noqa: FBT001
    blind: bool,  # noqa: FBT001
    what_if: tuple[str, ...],
    log: DecisionLog,
    level: str | None,
    wishes: Path | None,
    facts: Path | None,
    budget: float | None,
    hours: float | None,
    reader: Literal["seeker", "recruiter"],
    output: Output,
    shared: Shared,
) -> None:
    """Compare one resume with one target and print the scored gap report.

    RESUME is a PDF, DOCX, HTML, Markdown, text or JSON Resume file, or - for standard input. A report as PDF
    is the resume's own PDF with highlights and notes.

    Exit codes: 0 done, 1 score under --fail-under, 2 wrong usage, 3 a document could not be read or judged, 4
    error in the taxonomy or configuration, 5 the output could not be written, 6 no name was found to hide
    with --blind.
    """
    _check(output, changed=bool(level or wishes or facts), logged=bool(log), blind=blind)
    if resume == job == "-":
        raise click.UsageError("Only one document can come from standard input.")
    analyzer = shared.analyzer()
    source, name = shared.source(resume)
    posting = shared.source(job)[0] if job is not None else None
    views: tuple[gapcheck.PageView, ...] = ()
    try:
        with shared.progress(f"reading {name or resume}"):
            if pages and output.format == "html":
                views = analyzer.pages(source, name=name, blind=blind)
            found = analyzer.analyze(
                source,
                role=role,
                job=posting,
                name=name,
                as_of=shared.day(),
                blind=blind,
                what_if=what_if,
                level=level,
                wishes=wishes,
                facts=facts,
                limits=gapcheck.PlanLimits(budget, hours),
            )
    except DocumentError as error:
        unread = analyzer.unreadable(
            error, source, role=role, job=posting, name=name, as_of=shared.day(), blind=blind
        )
        if output.format == "json":
            output.write(unread.to_json())
        shown = unread.document.name
        raise (renamed(error, (resume, Path(resume).name), shown) if blind else error) from None
    log.add(analyzer, found, source, posting, blind=blind)
    if output.format == "pdf":
        output.write_bytes(gapcheck.annotate(found, source, limits=analyzer.limits))
    else:
        output.write(_rendered(found, output, shared, reader, views))
    shared.note_run(analyzer)
    if found.score.value is None:
        is_read = output.to_stdout and output.format == "text" and not shared.quiet
        why = "" if is_read else f": {found.score.reason}"  # the report that is read says it
        print_error(f"{found.document.name}: no score{why}")
        sys.exit(UNREADABLE)
    if blind and is_unblinded(found.document.warnings):
        sys.exit(UNBLINDED)
    if fail_under is not None and found.score.value < fail_under:
        sys.exit(BELOW)


def _check(output: Output, *, changed: bool, logged: bool, blind: bool) -> None:
    """Raise a usage error for options that do not go together."""
    if output.format == "pdf" and (blind or output.to_terminal):
        why = "cannot hide the person" if blind else "is not for a terminal: use -o FILE.pdf"
        raise click.UsageError(f"A PDF with marks is made of the resume's own pages and {why}.")
    if logged and changed:
        raise click.UsageError("A decision log cannot be replayed with --level, --wishes or --facts.")


def _rendered(
    found: gapcheck.GapReport,
    output: Output,
    shared: Shared,
    reader: Literal["seeker", "recruiter"],
    views: Sequence[gapcheck.PageView],
) -> str:
    """The report in the format asked for; as text in as much detail as -v says, or in the one line of -q."""
    if output.format == "text" and shared.quiet:
        return rendering.brief(found)
    return gapcheck.render(
        found,
        output.format,
        color=output.colored,
        width=output.width,
        detail=shared.verbose,
        reader=reader,
        pages=views,
    )
