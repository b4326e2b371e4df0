"""Tables as CSV (RFC 4180 with line feeds) for spreadsheets, and the report as one: a row for each requirement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

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
    """The requirements of a report."""
    return csv_text(COLUMNS, (_values(report, row) for row in report.requirements))


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows under their columns; None is an empty cell, and text that a spreadsheet would run as a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
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
    if not isinstance(value, str):
        return "" if value is None else value
    text = folded(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
