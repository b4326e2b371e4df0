"""The report as CSV: one row a requirement, for spreadsheets."""

from __future__ import annotations

import csv
import io

from gapcheck.rendering.view import best_evidence, folded
from gapcheck.report import GapReport, RequirementRow

COLUMNS = (
    "document",
    "target",
    "id",
    "title",
    "kind",
    "necessity",
    "status",
    "grade",
    "credit",
    "points",
    "points_possible",
    "logic",
    "skills",
    "min_months",
    "degree",
    "quote",
    "page",
    "section",
    "reasons",
    "asked_in",
)
_FORMULA = ("=", "+", "-", "@")


def render_csv(report: GapReport) -> str:
    """RFC 4180 with line feeds; text that a spreadsheet would take for a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in report.requirements:
        writer.writerow([_cell(value) for value in _values(report, row)])
    return out.getvalue()


def _values(report: GapReport, row: RequirementRow) -> tuple[object, ...]:
    proof = best_evidence(row)
    return (
        report.document.name,
        report.target.title,
        row.id,
        row.title,
        row.kind,
        row.necessity,
        row.status,
        row.grade,
        round(row.credit, 4),
        round(row.points, 4),
        round(row.points_possible, 4),
        row.logic,
        "; ".join(each.label for each in row.skills),
        row.min_months,
        row.degree.level if row.degree else None,
        proof.quote if proof else None,
        proof.page if proof else None,
        proof.section if proof else None,
        "; ".join(row.reasons),
        "; ".join(f"{each.document}:{each.line}" for each in row.sources),
    )


def _cell(value: object) -> object:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = folded(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
