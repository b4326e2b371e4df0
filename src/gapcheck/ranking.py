"""What a ranking says of one report, and in which order; no output form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gapcheck.plain_values import picked, plain
from gapcheck.report import GapReport, GateRow

NO_SCORE = "no_score"
"""The key of the reason that a row has in place of a score."""


def row_of(report: GapReport) -> dict[str, Any]:
    """One resume's row as JSON values, without rank and name; `{NO_SCORE: reason}` where there is no score."""
    if report.score.value is None:
        return {NO_SCORE: report.score.reason}
    return {
        "sha256": report.document.sha256,
        "score": plain(report.score.value),
        "verdict": report.verdict,
        **picked(report.score, "low", "high", "required", "preferred"),
        "must_haves": _must_haves(report),
        "conditions": [_condition(gate) for gate in report.gates if gate.status != "met"],
        "flags": list(report.flags),
        "missing": [row.title for row in report.missing() if row.status == "missing"],
    }


def ranked(named: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that have a name, best first; equal scores share a rank and are sorted by name.

    Nobody is ranked by wishes alone: where nothing is required, the rows have no rank and are sorted by name.
    """
    rows = sorted(named, key=lambda row: (-row["score"], row["name"], row["sha256"]))
    first = {row["sha256"]: row["name"] for row in reversed(rows)}
    made: list[dict[str, Any]] = []
    for place, row in enumerate(rows, start=1):
        copy = first[row["sha256"]] != row["name"]
        flags = [*row["flags"], f"identical to {first[row['sha256']]}"] if copy else row["flags"]
        rank = made[-1]["rank"] if made and made[-1]["score"] == row["score"] else place
        made.append({"rank": rank, **row, "flags": flags})
    if any(row["required"] is not None for row in rows):
        return made
    unranked = [{**row, "rank": None} for row in made]
    return sorted(unranked, key=lambda row: (row["name"], row["sha256"]))


def _must_haves(report: GapReport) -> str:
    """How many of the hard requirements are met: "5/7"."""
    asked = [
        row
        for row in report.requirements
        if row.necessity == "required" and row.kind != "soft_skill" and row.points_possible > 0
    ]
    return f"{sum(row.status == 'met' for row in asked)}/{len(asked)}"


def _condition(gate: GateRow) -> str:
    """What is the matter with a condition for the job: "forklift licence: expired 2024-03"."""
    return f"{gate.title}: {gate.status}{f' {gate.date}' if gate.date else ''}"
