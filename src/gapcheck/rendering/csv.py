"""Tables as CSV (RFC 4180 with line feeds) for spreadsheets, and the report as one: a row for each requirement."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from gapcheck.rendering.view import folded
from gapcheck.report import GapReport, RequirementRow

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell begins with that a spreadsheet runs; also in the full width of East Asian keyboards."""


def _proof(row: RequirementRow, name: str) -> object:
    return getattr(row.proof, name, None)


_COLUMNS: Mapping[str, Callable[[GapReport, RequirementRow], object]] = MappingProxyType(
    {
        "document": lambda report, _: report.document.name,
        "target": lambda report, _: report.target.title,
        "id": lambda _, row: row.id,
        "title": lambda _, row: row.title,
        "kind": lambda _, row: row.kind,
        "necessity": lambda _, row: row.necessity,
        "status": lambda _, row: row.status,
        "grade": lambda _, row: row.grade,
        "credit": lambda _, row: round(row.credit, 4),
        "points": lambda _, row: round(row.points, 4),
        "points_possible": lambda _, row: round(row.points_possible, 4),
        "logic": lambda _, row: row.logic,
        "theme": lambda report, row: next((t.title for t in report.themes if row.id in t.requirements), None),
        "must_have": lambda report, row: any(each.requirement == row.id for each in report.must_haves),
        "summary": lambda _, row: row.summary,
        "skills": lambda _, row: "; ".join(each.label for each in row.skills),
        "min_months": lambda _, row: row.min_months,
        "within_months": lambda _, row: row.within_months,
        "degree": lambda _, row: row.degree.level if row.degree else None,
        "quote": lambda _, row: _proof(row, "quote"),
        "page": lambda _, row: _proof(row, "page"),
        "section": lambda _, row: _proof(row, "section"),
        "reasons": lambda _, row: "; ".join(row.reasons),
        "asked_in": lambda _, row: "; ".join(f"{each.document}:{each.line}" for each in row.sources),
    }
)


def render_csv(report: GapReport) -> str:
    """The requirements of a report."""
    rows = ([value(report, row) for value in _COLUMNS.values()] for row in report.requirements)
    return csv_text(list(_COLUMNS), rows)


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows under their columns; None is an empty cell, and text that a spreadsheet would run as a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return "" if value is None else value
    text = folded(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
