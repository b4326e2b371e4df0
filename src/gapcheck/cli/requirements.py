"""gapcheck requirements: what job documents ask for."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
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
"""What fits a terminal: the logic is said with the skills, and several documents have a table each."""
_IN_SHEET = (
    "document", "line", "necessity", "kind", "logic", "skills", "certifications", "degree", "fields",
    "min_months", "within_months", "min_count", "level", "cefr", "pending", "quote", "rule", "cue",
)  # fmt: skip
"""The columns of CSV: plain words and numbers, lists with semicolons (docs/recruiters.md)."""


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
    sources = [shared.source(job) for job in jobs]
    with shared.progress(f"reading {len(jobs)} job documents" if len(jobs) > 1 else f"reading {jobs[0]}"):
        analyzer = shared.analyzer()
        found = analyzer.understand([source for source, _ in sources], names=[name for _, name in sources])
    shared.note_run(analyzer)
    for name in targets.resumes_among(found):
        print_error(f"{name}: {target_requirements.IS_RESUME}.")
    values = export.posting_values(found.postings, found.merged, found.taxonomy)
    if output.format == "json":
        output.write(to_json({**values, "unknown_terms": term_values(found.terms)}))
        return
    in_text = output.format == "text"
    found_rows = [
        (
            document["name"],
            row
            | {
                "document": document["name"],
                "skills": _skills(row, with_logic=in_text),
                "names": _names(row),
            },
        )
        for document in values["documents"]
        for row in document["requirements"]
    ]
    if output.format == "csv":
        table = output.table([_for_sheet(row) for _, row in found_rows], _IN_SHEET)
    elif in_text:
        table = _in_text(found_rows, output, several=len(jobs) > 1)
    else:
        table = output.table([row for _, row in found_rows], _COLUMNS, title="Requirements")
    if in_text:
        table += unread_listing(found.postings, whole=shared.verbose > 0)
    if found.terms and in_text:
        table += "\n" + listing(found.terms, len(jobs))
    elif found.terms and not shared.quiet:
        click.echo(summary(found.terms, len(jobs)), err=True)
    output.write(table)


def _in_text(rows: list[tuple[str, dict[str, Any]]], output: Output, *, several: bool) -> str:
    """A table for each document, under its name if there are several."""
    tables = []
    for name, of_document in groupby(rows, key=itemgetter(0)):
        table = output.table(_quoted_once([row for _, row in of_document]), _IN_TEXT)
        tables.append(f"{name}\n\n{table}" if several else table)
    return "\n".join(tables) or "No requirements were found.\n"


def _for_sheet(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose cells are words and numbers."""
    degree = row["degree"] or {"level": None, "fields": ()}
    return {key: row.get(key) for key in _IN_SHEET} | {
        "skills": row["names"],
        "certifications": [each["name"] for each in row["certifications"]],
        "degree": degree["level"],
        "fields": list(degree["fields"]),
    }


def _quoted_once(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, of which those of one sentence have its quote in the first only."""
    places = [tuple(row[key] for key in ("document", "line", "quote")) for row in rows]
    return [
        row if place != before else {**row, "quote": ""}
        for row, place, before in zip(rows, places, [None, *places], strict=False)
    ]


def _names(row: dict[str, Any]) -> list[str]:
    """The names of the skills, certificates and unknown terms that a requirement asks for."""
    names = [each["label"] for each in row["skills"]] + [each["name"] for each in row["certifications"]]
    names = names or list(row["unknown_terms"])
    if row["head"] and row["head"]["label"] not in names:
        names = [f"{row['head']['label']}: {', '.join(names)}" if names else row["head"]["label"]]
    return names


def _skills(row: dict[str, Any], *, with_logic: bool) -> list[str]:
    """The names of everything that a requirement asks for, with degree and years."""
    names = _names(row)
    if row["degree"] and row["degree"]["level"]:
        fields = f" in {' or '.join(row['degree']['fields'])}" if row["degree"]["fields"] else ""
        names.append(f"{row['degree']['level']}{fields}")
    if row["min_months"]:
        names.append(f"{row['min_months'] / 12:g} years")
    if with_logic and len(names) > 1 and row["logic"] != "all_of":
        names[0] = f"{row['logic'].replace('_', ' ')}: {names[0]}"
    return names
