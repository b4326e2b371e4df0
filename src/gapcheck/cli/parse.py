"""gapcheck parse and gapcheck requirements: what was understood of a document, before any comparison."""

from __future__ import annotations

from textwrap import fill
from typing import Any

import click

from gapcheck import export
from gapcheck.cli.options import Shared, ocr_options, shared_options, source_of
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.tables import render_table
from gapcheck.cli.terms import listing, summary, term_values
from gapcheck.plain_values import to_json

_GRADES = ("shown", "trained", "listed", "implied", "possible")
_ASKED = ("document", "line", "necessity", "kind", "logic", "skills", "quote")


@click.command(
    epilog="""\b
Examples:
  gapcheck parse resume.pdf
  gapcheck parse resume.pdf --format json -o understood.json
  gapcheck parse resume.pdf --format json-resume
"""
)
@click.argument("resume", metavar="RESUME")
@click.option("--blind/--no-blind", help="Hide the person's name and contact details.")
@output_options("text", "json", "json-resume")
@shared_options
@ocr_options
def parse(resume: str, blind: bool, output: Output, shared: Shared) -> None:  # noqa: FBT001
    """Print what was understood of a resume: sections, jobs, degrees, certificates, skills.

    RESUME is a PDF, DOCX, HTML, Markdown, text or JSON Resume file, or - for standard input.
    """
    analyzer = shared.analyzer()
    source, name = source_of(resume)
    with shared.progress(f"reading {name or resume}"):
        parsed = analyzer.parse(source, name=name, as_of=shared.day(), blind=blind)
    if output.format == "json-resume":
        output.write(to_json(export.resume_as_json_resume(parsed, analyzer.taxonomy, analyzer.policy)))
        return
    values = export.resume_values(parsed, analyzer.taxonomy, analyzer.policy)
    output.write(to_json(values) if output.format == "json" else _as_text(values))


@click.command(
    epilog="""\b
Examples:
  gapcheck requirements posting.html
  gapcheck requirements jobs/*.txt --format csv -o asked.csv
  gapcheck requirements - < posting.txt
"""
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
    sources = [source_of(job) for job in jobs]
    with shared.progress(f"reading {len(jobs)} job documents" if len(jobs) > 1 else f"reading {jobs[0]}"):
        found = analyzer.understand([source for source, _ in sources], names=[name for _, name in sources])
    values = export.posting_values(found.postings, found.merged, found.taxonomy)
    if output.format == "json":
        output.write(to_json({**values, "unknown_terms": term_values(found.terms)}))
        return
    rows = [
        {key: each for key, each in row.items() if not isinstance(each, dict)}
        | {"document": document["name"], "skills": _asked_for(row)}
        for document in values["documents"]
        for row in document["requirements"]
    ]
    table = render_table(rows, _ASKED, output.format, title="Requirements", width=output.width)
    if found.terms and output.format == "text":
        table += "\n" + listing(found.terms, len(jobs))
    elif found.terms and not shared.quiet:
        click.echo(summary(found.terms, len(jobs)), err=True)
    output.write(table)


def _asked_for(row: dict[str, Any]) -> list[str]:
    """The names of everything that a requirement asks for."""
    found = [skill["label"] for skill in row["skills"]] or [each["name"] for each in row["certifications"]]
    if row["head"] and row["head"]["label"] not in found:
        found = [f"{row['head']['label']}: {', '.join(found)}" if found else row["head"]["label"]]
    if row["degree"] and row["degree"]["level"]:
        found.append(row["degree"]["level"])
    if row["min_months"]:
        found.append(f"{row['min_months'] / 12:g} years")
    return found


def _as_text(values: dict[str, Any]) -> str:
    """A summary for people; the whole stands in the JSON."""
    document, contact, experience = values["document"], values["contact"], values["experience"]
    pages = "1 page" if document["pages"] == 1 else f"{document['pages']} pages"
    lines = [f"{document['name']} ({document['format']}, {pages})"]
    told = {each["code"] for each in values["readability"]}
    lines += [f"  warning: {each['message']}" for each in document["warnings"] if each["code"] not in told]
    known = [contact["name"], *contact["emails"], *contact["phones"], contact["location"], *contact["links"]]
    parts = {
        "Contact": [", ".join(filter(None, known))],
        "Sections": [f"p. {s['page']}  {s['title'] or '(top)'} [{s['kind']}]" for s in values["sections"]],
        f"Experience, {_span(experience['months'])}": [
            f"{j['start'] or '?'} to {j['end'] or ('now' if j['start'] else '?')}  "
            + ", ".join(filter(None, (j["title"], j["employer"])))
            for j in experience["jobs"]
        ],
        "Education": [
            f"{e['level']}, {e['status']}: "
            + ", ".join(filter(None, (e["field"], e["institution"], str(e["year"] or ""))))
            for e in values["education"]
        ],
        "Certificates": [
            f"{c['name']}: {c['status'].replace('_', ' ')}"
            + (f", issued {c['issued']}" if c["issued"] else "")
            for c in values["certifications"]["held"]
        ],
        "Skills": _by_grade(values["skills"]),
        "Seen and not counted": [f'{d["label"]}: {d["reason"]}, "{d["quote"]}"' for d in values["discarded"]],
        "Readability (what programs would trip over)": [_finding(each) for each in values["readability"]],
    }
    for title, rows in parts.items():
        shown = [row for row in rows if row]
        if shown:
            lines += ["", title, *(f"  {row}" for row in shown)]
    return "\n".join(lines) + "\n"


def _by_grade(skills: list[dict[str, Any]]) -> list[str]:
    """The skills in a paragraph for each grade, best proven first; skills that only follow from others come apart."""
    groups: dict[str, list[str]] = {}
    for skill in skills:
        implied = {mention["method"] for mention in skill["mentions"]} == {"implied"}
        name = "implied" if implied and skill["grade"] != "possible" else skill["grade"]
        months = f" ({_span(skill['months'])})" if skill["months"] and not implied else ""
        groups.setdefault(name, []).append(f"{skill['label']}{months}")
    known = [name for name in _GRADES if name in groups]
    return [
        fill(
            f"{name + ':':10}{', '.join(groups[name])}",
            width=98,
            subsequent_indent=" " * 12,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for name in (*known, *sorted(set(groups) - set(known)))
    ]


def _finding(row: dict[str, Any]) -> str:
    page = f" (page {row['page']})" if row["page"] else ""
    text = f"{row['severity'] + ':':9}{row['message']}{page}. {row['advice']}"
    return fill(text, width=98, subsequent_indent=" " * 11, break_long_words=False, break_on_hyphens=False)


def _span(months: list[int]) -> str:
    low, high = months
    return f"{low} months" if low == high else f"{low} to {high} months"
