"""The report as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.rendering import view
from gapcheck.report import GapReport, RequirementRow, Suggestion

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(report: GapReport) -> str:
    """Headings, tables and lists; what the resume says is escaped, so that it stays text."""
    parts = [
        _head(report),
        _what_if(report),
        *(_requirements(report, necessity) for necessity in view.PARTS),
        _mentioned(report),
        _gaps(report),
        _to_ask(report),
        _not_counted(report),
        _certificates(report),
        _steps(report),
        iter([f"_{_text(view.provenance(report))}_"]),
    ]
    blocks = ["\n".join(lines) for lines in map(list, parts) if lines]
    return "\n\n".join(blocks) + "\n"


def _text(value: str) -> str:
    """One line of plain words in Markdown."""
    return _SPECIAL.sub(r"\\\1", view.folded(value))


def _head(report: GapReport) -> Iterator[str]:
    yield f"# Gap report: {_text(report.document.name)}"
    yield ""
    yield f"Target: {_text(view.target(report))}, as of {report.as_of}."
    for warning in report.document.warnings:
        yield ""
        yield f"> **Note:** {_text(warning.message)}"
    score = report.score
    yield ""
    if score.value is None:
        yield f"**No score.** {_text(score.reason or 'The document could not be judged.')}"
        return
    yield f"## Score {view.number(score.value)} of 100 (range {view.band(score)})"
    yield ""
    yield "| part | covered | rows |"
    yield "| --- | ---: | --- |"
    for necessity, value in (("required", score.required), ("preferred", score.preferred)):
        if value is not None:
            yield f"| {necessity} | {view.number(value)}% | {view.counts(view.part(report, necessity))} |"
    yield ""
    yield view.CAUTION


def _what_if(report: GapReport) -> Iterator[str]:
    found = report.what_if
    if found is None:
        return
    yield f"## What if: {_text(view.what_if_title(found))}"
    yield ""
    yield f"Score {view.what_if_score(found)}."
    yield ""
    for row in found.rows:
        yield f"- **+{view.points(row.points_after - row.points_before)}** {_text(view.what_if_row(row))}"
    if not found.rows:
        yield view.NO_CHANGE


def _requirements(report: GapReport, necessity: str) -> Iterator[str]:
    rows = view.part(report, necessity)
    if not rows:
        return
    yield f"## {necessity.capitalize()}"
    yield ""
    yield "| status | requirement | points | evidence |"
    yield "| --- | --- | ---: | --- |"
    for row in view.listed(report, necessity):
        figure = f"{view.points(row.points)} / {view.points(row.points_possible)}"
        yield f"| {view.standing(row)} | {_text(row.title)} | {figure} | {_evidence(row)} |"


def _evidence(row: RequirementRow) -> str:
    proof = view.best_evidence(row)
    said = []
    if proof is not None:
        said.append(f"“{_text(proof.quote)}” ({_text(view.where(proof))})")
    if row.status != "met" or row.grade in {"listed", "related", "possible"}:
        said.append(_text(view.reasons(row)))
    return "<br>".join(said)


def _mentioned(report: GapReport) -> Iterator[str]:
    labels = view.unscored_labels(report)
    if labels:
        yield "## Mentioned, not scored"
        yield ""
        yield _text(labels)


def _gaps(report: GapReport) -> Iterator[str]:
    rows = view.gaps(report)
    if rows:
        yield "## What is missing, by points"
        yield ""
    for row, lost in rows:
        yield f"- **{view.points(lost)}** {_text(row.title)} ({row.necessity}, {row.status})"


def _to_ask(report: GapReport) -> Iterator[str]:
    rows = view.to_ask(report)
    if rows:
        yield "## Not evidenced: ask at interview"
        yield ""
        yield "; ".join(_text(row.title) for row in rows)


def _not_counted(report: GapReport) -> Iterator[str]:
    rows, left = view.discarded(report)
    if rows:
        yield "## Seen and not counted"
        yield ""
    for row in rows:
        yield f"- {_text(row.label)}: {_text(row.reason)}, “{_text(row.quote)}” (page {row.page})"
    if rows and left:
        yield f"- {left} more look-alikes in the JSON report; the target asks for none of them."


def _certificates(report: GapReport) -> Iterator[str]:
    found = report.certifications
    if not found.held and not found.suggested:
        return
    yield "## Certificates"
    yield ""
    for row in found.held:
        yield f"- Held: {_text(row.name)}: {_text(view.held(row))}"
    for one in view.suggestions(report):
        yield from _suggestion(report, one)
    plan = view.plan_line(report)
    if plan:
        yield ""
        yield f"Plan: {_text(plan)}"
    if found.suggested:
        yield ""
        yield view.POINTS_NOTE


def _suggestion(report: GapReport, one: Suggestion) -> Iterator[str]:
    name = f"[{_text(one.name)}](<{one.url}>)" if _linkable(one.url) else _text(one.name)
    yield f"- **+{view.points(one.points_gained)}** {name}, {_text(one.provider)}: {_text(view.facts(one))}"
    yield f"  - {view.covered(report, one)}: {_text(view.titles(report, one.closes))}"
    for warning in one.warnings:
        yield f"  - Note: {_text(warning)}"


def _linkable(url: str | None) -> bool:
    return url is not None and re.fullmatch(r"https?://[^\s<>]+", url) is not None


def _steps(report: GapReport) -> Iterator[str]:
    steps = report.next_steps[: view.limit(report, "steps", 8)]
    if steps:
        yield "## What to do next"
        yield ""
    for at, step in enumerate(steps, 1):
        yield f"{at}. **+{view.points(step.points)}** {_text(step.action)}"
