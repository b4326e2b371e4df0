"""gapcheck report: compares one resume with one target."""

from __future__ import annotations

import hashlib
import sys
import time
from datetime import date
from pathlib import Path

import click

import gapcheck
from gapcheck.cli.options import (
    Shared,
    complete_skills,
    ocr_options,
    shared_options,
    source_of,
    target_options,
)
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import BELOW, UNREADABLE, print_error
from gapcheck.defaults import DEFAULT_ROLE
from gapcheck.errors import DocumentError
from gapcheck.report import DocumentRow, GapReport, Score, Target, WarningRow


@click.command(
    epilog="""\b
Examples:
  gapcheck report resume.pdf
  gapcheck report resume.pdf --job posting.html -o report.html
  gapcheck report resume.docx --role machine-learning-engineer --format json
  gapcheck report resume.pdf --what-if pytorch:12 --what-if cert:gcp-pmle
  gapcheck report - --fail-under 60 < resume.pdf
"""
)
@click.argument("resume", metavar="RESUME")
@target_options
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="Exit with 1 if the score is lower than this.",
)
@click.option("--blind/--no-blind", help="Hide the person's name and contact details in what is printed.")
@click.option(
    "--what-if",
    "what_if",
    multiple=True,
    metavar="SKILL[:MONTHS]",
    shell_complete=complete_skills,
    help="Also print what the score would be with this skill: shown in a dated project or, with MONTHS, in a job of "
    "that many months until today. Also cert:ID, degree:LEVEL[:FIELD], experience:MONTHS. May be repeated.",
)
@output_options()
@shared_options
@ocr_options
def report(  # one name for each option
    resume: str,
    role: str | None,
    job: str | None,
    fail_under: float | None,
    blind: bool,  # noqa: FBT001
    what_if: tuple[str, ...],
    output: Output,
    shared: Shared,
) -> None:
    """Compare one resume with one target and print the scored gap report.

    RESUME is a PDF, DOCX, HTML, Markdown, text or JSON Resume file, or - for standard input.

    Exit codes: 0 done, 1 score under --fail-under, 2 usage, 3 a document could not be read, 4 taxonomy or
    configuration at fault.
    """
    if resume == job == "-":
        raise click.UsageError("Only one document can come from standard input.")
    began = time.perf_counter()
    analyzer = shared.analyzer()
    source, name = source_of(resume)
    posting = source_of(job)[0] if job is not None else None
    try:
        with shared.progress(f"reading {name or resume}"):
            found = analyzer.analyze(
                source,
                role=role,
                job=posting,
                name=name,
                as_of=shared.day(),
                blind=blind,
                what_if=what_if,
            )
    except DocumentError as caught:
        error = caught
        shown = name or Path(resume).name
        if blind:
            given, shown = (resume, shown), f"resume{Path(resume).suffix}"
            message = error.message.replace(given[0], shown).replace(given[1], shown)
            error = DocumentError(message, reason=error.reason, hint=error.hint)
        if output.format == "json":
            target = ("job", Path(job).name) if job is not None else ("role", role or DEFAULT_ROLE)
            output.write(_unread(analyzer, error, (shown, source), target, shared.day()).to_json())
        raise error from None
    output.write(gapcheck.render(found, output.format, color=output.colored))
    shared.note(
        f"taxonomy {found.provenance.taxonomy_version}, as of {found.as_of}, "
        f"{time.perf_counter() - began:.2f} s"
    )
    if found.score.value is None:
        print_error(f"{found.document.name}: no score: {found.score.reason}")
        sys.exit(UNREADABLE)
    if fail_under is not None and found.score.value < fail_under:
        sys.exit(BELOW)


def _unread(
    analyzer: gapcheck.Analyzer,
    error: DocumentError,
    document: tuple[str, Path | bytes],
    target: tuple[str, str],
    day: date,
) -> GapReport:
    """The report where a document could not be read: no score, and the reason."""
    name, source = document
    content = b""
    if isinstance(source, bytes):
        content = source
    elif source.is_file():
        content = source.read_bytes()
    suffix = Path(name).suffix.lstrip(".").lower()
    kind, id_ = target
    title = analyzer.taxonomy.role(id_).label if kind == "role" else id_
    return GapReport(
        as_of=day.isoformat(),
        provenance=analyzer.provenance(),
        document=DocumentRow(
            name,
            suffix,
            hashlib.sha256(content).hexdigest(),
            0,
            (WarningRow(error.reason, error.message, None),),
        ),
        target=Target(kind, id_, title, ()),
        score=Score(None, None, None, None, None, str(error)),
    )
