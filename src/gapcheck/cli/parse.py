"""gapcheck parse: what was understood of a resume, before any comparison."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from gapcheck import export, rendering
from gapcheck.cli.options import Shared, ocr_options, shared_options
from gapcheck.cli.output import Output, output_options
from gapcheck.cli.program import UNBLINDED, is_unblinded
from gapcheck.plain_values import to_json

_GRADES = ("shown", "trained", "listed", "implied", "possible")


@click.command(
    short_help="Print what was understood of a resume.",
    epilog="""\b
Examples:
  gapcheck parse resume.pdf
  gapcheck parse resume.pdf --format json -o understood.json
  gapcheck parse resume.pdf --format json-resume
""",
)
@click.argument("resume", metavar="RESUME")
@click.option("--blind/--no-blind", help="Hide the person's name, contact details, birth date and the like.")
@output_options("text", "json", "json-resume")
@shared_options
@ocr_options
def parse(resume: str, blind: bool, output: Output, shared: Shared) -> None:  # noqa: FBT001
    """Print what was understood of a resume: sections, jobs, degrees, certificates, skills.

    RESUME is a PDF, DOCX, HTML, Markdown, text or JSON Resume file, or - for standard input.
    """
    source, name = shared.source(resume)
    with shared.progress(f"reading {name or resume}"):
        analyzer = shared.analyzer()
        parsed = analyzer.parse(source, name=name, as_of=shared.day(), blind=blind)
    shared.note_run(analyzer)
    if output.format == "json-resume":
        output.write(to_json(export.resume_as_json_resume(parsed, analyzer.taxonomy, analyzer.policy)))
        for title in export.left_out(parsed):
            click.echo(f"left out, for a JSON Resume has no such section: {title}", err=True)
        _check_blind(parsed, blind=blind)
        return
    values = export.resume_values(parsed, analyzer.taxonomy, analyzer.policy)
    output.write(to_json(values) if output.format == "json" else _text(values, output.width))
    _check_blind(parsed, blind=blind)


def _check_blind(parsed: Any, *, blind: bool) -> None:
    """End with a code of its own where no name was found that could be hidden."""
    if blind and is_unblinded(parsed.document.warnings):
        sys.exit(UNBLINDED)


def _text(values: dict[str, Any], width: int) -> str:
    """A summary for people; the JSON has all of it."""
    document, contact, experience = values["document"], values["contact"], values["experience"]
    pages = "1 page" if document["pages"] == 1 else f"{document['pages']} pages"
    reported = {each["code"] for each in values["readability"]}
    known = [contact["name"], *contact["emails"], *contact["phones"], contact["location"], *contact["links"]]
    parts: dict[str, list[tuple[str, str]]] = {
        "Contact": [("", ", ".join(filter(None, known)))],
        "Sections": [
            (f"p. {each['page']}  ", f"{each['title'] or '(top)'} [{each['kind']}]")
            for each in values["sections"]
        ],
        f"Experience, {_time(experience)}": [_job(each) for each in experience["jobs"]],
        "Education": [
            (
                f"{each['level']}, {each['status']}: ",
                ", ".join(filter(None, (each["field"], each["institution"], str(each["year"] or "")))),
            )
            for each in values["education"]
        ],
        "Certificates": [
            (
                "",
                f"{each['name']}: {each['status'].replace('_', ' ')}"
                + (f", issued {each['issued']}" if each["issued"] else ""),
            )
            for each in values["certifications"]["held"]
        ],
        "Skills": list(_by_grade(values["skills"])),
        "Seen and not counted": [
            ("", f'{each["label"]}: {rendering.plain_reason(each["reason"])}, "{each["quote"]}"')
            for each in values["discarded"]
        ],
        "Readability (problems for programs that read resumes)": [
            _finding(each) for each in values["readability"]
        ],
    }
    lines = [f"{document['name']} ({document['format']}, {pages})"]
    lines += [
        _row("warning: ", each["message"], width)
        for each in document["warnings"]
        if each["code"] not in reported
    ]
    for title, rows in parts.items():
        shown = [_row(label, text, width) for label, text in rows if label or text]
        if shown:
            lines += ["", title, *shown]
    return "\n".join(lines) + "\n"


def _row(label: str, text: str, width: int) -> str:
    """A row whose later lines are indented to the text behind a short label."""
    hang = len(label) if 0 < len(label) <= 10 else 2
    return rendering.wrapped(text, width=width, mark=label, indent=2, hang=hang)


def _time(experience: dict[str, Any]) -> str:
    dated = any(each["start"] or each["end"] for each in experience["jobs"])
    return _months(experience["months"]) if dated else "no dates"


def _job(row: dict[str, Any]) -> tuple[str, str]:
    end = row["end"] or ("now" if row["start"] else "?")
    dates = f"{row['start'] or '?'} to {end}  " if row["start"] or row["end"] else "no dates  "
    return dates, ", ".join(filter(None, (row["title"], row["employer"]))) or "(no title found)"


def _by_grade(skills: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The skills in one row for each grade, best proven first; skills that only follow from others come apart."""
    groups: dict[str, list[str]] = {}
    for skill in skills:
        implied = {mention["method"] for mention in skill["mentions"]} == {"implied"}
        name = "implied" if implied and skill["grade"] != "possible" else skill["grade"]
        months = f" ({_months(skill['months'])})" if skill["months"] and not implied else ""
        groups.setdefault(name, []).append(f"{skill['label']}{months}")
    known = [name for name in _GRADES if name in groups]
    for name in (*known, *sorted(set(groups) - set(known))):
        yield f"{name + ':':10}", ", ".join(groups[name])


def _finding(row: dict[str, Any]) -> tuple[str, str]:
    page = f" (page {row['page']})" if row["page"] else ""
    return f"{row['severity'] + ':':9}", f"{row['message']}{page}. {row['advice']}"


def _months(months: list[int]) -> str:
    low, high = months
    return f"{low} months" if low == high else f"{low} to {high} months"
