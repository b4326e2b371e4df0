"""gapcheck requirements: what job documents ask for."""

from __future__ import annotations

from typing import Any

import click

from gapcheck import export
from gapcheck.cli.options import Shared, ocr_options, shared_options
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import print_error
from gapcheck.cli.terms import listing, summary, term_values, unread_listing
from gapcheck.lazy import LazyModule
from gapcheck.plain_values import to_json

targets = LazyModule("gapcheck.targets")
target_requirements = LazyModule("gapcheck.target_requirements")

_COLUMNS = ("document", "line", "necessity", "kind", "logic", "skills", "quote")
_IN_TEXT = ("line", "necessity", "kind", "skills", "quote")
"""What fits a terminal: the logic is said with the skills, and the document only if there are several."""


@click.command(
    short_help="Print what job documents ask for.",
    epilog="""\b
Examples:
  gapcheck requirements posting.html
  gapcheck requirements jobs/*.txt --format csv -o asked.csv
  gapcheck requirements - < posting.txt
""",
)
@click.argument("jobs", metavar="JOB...", nargs=-1, required=True)
@output_options()
@shared_options
@ocr_options
def requirements(jobs: tuple[str, ...], output: Output, shared: Shared) -> None:
    """Print what job documents ask for: one row per requirement, with its line and whether it is required.

    JOB is a PDF, DOCX, HTML, Markdown or text file, or - for standard input.
    """
    if jobs.count("-") > 1:
        raise click.UsageError("Only one document can come from standard input.")
    analyzer = shared.analyzer()
    sources = [shared.source(job) for job in jobs]
    with shared.progress(f"reading {len(jobs)} job documents" if len(jobs) > 1 else f"reading {jobs[0]}"):
        found = analyzer.understand([source for source, _ in sources], names=[name for _, name in sources])
    shared.note_run(analyzer)
    for name in targets.resumes_among(found):
        print_error(f"{name}: {target_requirements.IS_RESUME}.")
    values = export.posting_values(found.postings, found.merged, found.taxonomy)
    if output.format == "json":
        output.write(to_json({**values, "unknown_terms": term_values(found.terms)}))
        return
    in_text = output.format == "text"
    rows = [
        {key: each for key, each in row.items() if not isinstance(each, dict)}
        | {"document": document["name"], "skills": _skills(row, with_logic=in_text)}
        for document in values["documents"]
        for row in document["requirements"]
    ]
    if in_text:
        rows = _quoted_once(rows)
    columns = _COLUMNS if not in_text else ("document", *_IN_TEXT) if len(jobs) > 1 else _IN_TEXT
    if not rows and in_text:
        table = "No requirements were found.\n"
    else:
        table = output.table(rows, columns, title="Requirements")
    if in_text:
        table += unread_listing(found.postings, whole=shared.verbose > 0)
    if found.terms and in_text:
        table += "\n" + listing(found.terms, len(jobs))
    elif found.terms and not shared.quiet:
        click.echo(summary(found.terms, len(jobs)), err=True)
    output.write(table)


def _quoted_once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, of which those of one sentence have its quote in the first only."""
    places = [tuple(row[key] for key in ("document", "line", "quote")) for row in rows]
    return [
        row if place != before else {**row, "quote": ""}
        for row, place, before in zip(rows, places, [None, *places], strict=False)
    ]


def _skills(row: dict[str, Any], *, with_logic: bool) -> list[str]:
    """The names of everything that a requirement asks for."""
    names = [each["label"] for each in row["skills"]] + [each["name"] for each in row["certifications"]]
    names = names or list(row["unknown_terms"])
    if row["head"] and row["head"]["label"] not in names:
        names = [f"{row['head']['label']}: {', '.join(names)}" if names else row["head"]["label"]]
    if row["degree"] and row["degree"]["level"]:
        fields = f" in {' or '.join(row['degree']['fields'])}" if row["degree"]["fields"] else ""
        names.append(f"{row['degree']['level']}{fields}")
    if row["min_months"]:
        names.append(f"{row['min_months'] / 12:g} years")
    if with_logic and len(names) > 1 and row["logic"] != "all_of":
        names[0] = f"{row['logic'].replace('_', ' ')}: {names[0]}"
    return names
