"""The report as JSON (schemas/report.schema.json)."""

from __future__ import annotations

from gapcheck.report import GapReport


def render_json(report: GapReport) -> str:
    """Sorted keys, floats of four places, a line break at the end: the same report gives the same bytes."""
    return report.to_json()
