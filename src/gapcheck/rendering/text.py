"""The report for a terminal: 80 columns, colour only when asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

import click

from gapcheck.rendering import view
from gapcheck.report import GapReport, RequirementRow, Suggestion

WIDTH = 80
_INK = {"met": "green", "partial": "yellow", "missing": "red"}
_BAR = 40
_INDENT = " " * 10

Paint = Callable[..., str]


def render_text(report: GapReport, *, color: bool = False) -> str:
    """The whole report in lines of at most 80 characters (names that cannot be broken may be longer)."""
    paint = _painter(color=color)
    parts = [
        _head(report, paint),
        _what_if(report, paint),
        *(_requirements(report, necessity, paint) for necessity in view.PARTS),
        _mentioned(report, paint),
        _gaps(report, paint),
        _to_ask(report, paint),
        _not_counted(report, paint),
        _certificates(report, paint),
        _steps(report, paint),
        _foot(report, paint),
    ]
    blocks = ["\n".join(lines) for lines in map(list, parts) if lines]
    return "\n\n".join(blocks) + "\n"


def _painter(*, color: bool) -> Paint:
    return click.style if color else lambda text, **_style: text


def _head(report: GapReport, paint: Paint) -> Iterator[str]:
    yield paint(f"Gap report: {view.folded(report.document.name)}", bold=True)
    yield from _wrapped(view.target(report), mark="Target: ")
    yield f"As of:  {report.as_of}"
    for warning in report.document.warnings:
        page = f" (page {warning.page})" if warning.page else ""
        yield from _wrapped(f"{warning.message}{page}", mark="Note:   ")
    yield ""
    score = report.score
    if score.value is None:
        yield paint("No score.", bold=True)
        yield from _wrapped(score.reason or view.NO_REASON)
        return
    filled = round(_BAR * min(max(score.value, 0.0), 100.0) / 100)
    bar = "#" * filled + "." * (_BAR - filled)
    headline = paint(f"Score {view.number(score.value)} of 100", bold=True)
    yield f"{headline}   range {view.band(score)}   [{bar}]"
    yield from _wrapped(view.covered_line(report))
    yield from _wrapped(view.CAUTION)


def _what_if(report: GapReport, paint: Paint) -> Iterator[str]:
    found = report.what_if
    if found is None:
        return
    title, *rest = _wrapped(view.what_if_title(found), mark="WHAT IF: ")
    yield paint(title, bold=True)
    yield from rest
    yield from _wrapped(f"Score {view.what_if_score(found)}")
    for row in found.rows:
        gain = f"+{view.points(row.points_after - row.points_before)}"
        yield from _wrapped(view.what_if_row(row), mark=f"{gain:>6}  ")
    if not found.rows:
        yield view.NO_CHANGE


def _requirements(report: GapReport, necessity: str, paint: Paint) -> Iterator[str]:
    rows = view.part(report, necessity)
    if not rows:
        return
    yield paint(f"{necessity.upper()} - {view.points_of(rows)}", bold=True)
    for row in view.listed(report, necessity):
        yield from _row(row, paint)


def _row(row: RequirementRow, paint: Paint) -> Iterator[str]:
    figure = f"{view.points(row.points)}/{view.points(row.points_possible)}"
    room = WIDTH - len(_INDENT) - len(figure) - 1
    first, *rest = textwrap.wrap(view.folded(row.title), room, break_on_hyphens=False) or [row.id]
    status = paint(f"{view.shown_status(row):<8}", fg=_INK.get(view.shown_status(row)))
    yield f"{status}  {first.ljust(room)} {figure}"
    for line in rest:
        yield f"{_INDENT}{line}"
    proof = view.best_evidence(row)
    if proof is not None:
        label = "" if proof.claimed else f" [{view.assertion(proof)}]"
        yield from _wrapped(f'"{proof.quote}" - {view.where(proof)}{label}', indent=_INDENT)
    if view.explained(row):
        yield from _wrapped(view.reasons(row), indent=_INDENT, mark="> ")


def _mentioned(report: GapReport, paint: Paint) -> Iterator[str]:
    labels = view.unscored_labels(report)
    if labels:
        yield paint("MENTIONED, NOT SCORED", bold=True)
        yield from _wrapped(labels)


def _gaps(report: GapReport, paint: Paint) -> Iterator[str]:
    rows = view.gaps(report)
    if not rows:
        return
    yield paint("WHAT IS MISSING, BY POINTS", bold=True)
    for row, lost in rows:
        yield from _wrapped(f"{row.title} ({row.necessity}, {row.status})", mark=f"{lost:5.1f}  ")


def _to_ask(report: GapReport, paint: Paint) -> Iterator[str]:
    rows = view.to_ask(report)
    if rows:
        yield paint(f"NOT EVIDENCED, ASK IN AN INTERVIEW - {view.points_of(rows)}", bold=True)
        yield from _wrapped(view.title_list(rows))


def _not_counted(report: GapReport, paint: Paint) -> Iterator[str]:
    rows, left = view.discarded(report)
    if not rows:
        return
    yield paint("SEEN AND NOT COUNTED", bold=True)
    for row in rows:
        reason = view.discard_reason(row)
        yield from _wrapped(f'{row.label}: {reason} - "{row.quote}" (page {row.page})', mark="- ")
    if left:
        yield f"  {view.more_discarded(left)}"


def _certificates(report: GapReport, paint: Paint) -> Iterator[str]:
    found = report.certifications
    if not found.held and not found.suggested:
        return
    yield paint("CERTIFICATES", bold=True)
    for row in found.held:
        yield from _wrapped(f"{row.name}: {view.held(row)}", mark="held  ")
    shown = view.suggestions(report)
    for one in shown:
        yield from _suggestion(report, one, paint)
    if len(found.suggested) > len(shown):
        yield f"      {len(found.suggested) - len(shown)} more in the JSON report."
    plan = view.plan_line(report)
    if plan:
        yield from _wrapped(plan, mark="plan  ")
    if found.suggested:
        yield from _wrapped(view.POINTS_NOTE)


def _suggestion(report: GapReport, one: Suggestion, paint: Paint) -> Iterator[str]:
    gain = f"+{view.points(one.points_gained)}"
    yield from _wrapped(f"{one.name}, {one.provider}", mark=f"{gain:<6}")
    indent = " " * 6
    yield from _wrapped(f"{view.facts(one)}; {view.covered(report, one)}", indent=indent)
    yield from _wrapped(f"for: {view.titles(report, one.closes)}", indent=indent)
    for warning in one.warnings:
        for line in _wrapped(f"note: {warning}", indent=indent):
            yield paint(line, fg="yellow")
    if one.url:
        yield f"{indent}{one.url}"


def _steps(report: GapReport, paint: Paint) -> Iterator[str]:
    steps = view.steps(report)
    if not steps:
        return
    yield paint("WHAT TO DO NEXT", bold=True)
    for step in steps:
        gain = f"+{view.points(step.points)}"
        yield from _wrapped(step.action, mark=f"{gain:>6}  ")


def _foot(report: GapReport, paint: Paint) -> Iterator[str]:
    for line in _wrapped(view.provenance(report)):
        yield paint(line, dim=True)


def _wrapped(text: str, *, indent: str = "", mark: str = "") -> Iterable[str]:
    """Lines of at most WIDTH; `mark` leads the first, and later ones are indented to its text."""
    later = indent + " " * len(mark)
    return textwrap.wrap(
        view.folded(text),
        WIDTH,
        initial_indent=indent + mark,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=False,
    )
