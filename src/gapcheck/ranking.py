"""What a ranking says of one report, in which order, and which rows it lists; no output form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from gapcheck.overview import COPIED_LIST
from gapcheck.plain_values import picked, plain
from gapcheck.report import GapReport, GateRow

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "rank": "INTEGER", "name": "VARCHAR", "verdict": "VARCHAR",
        "score": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "required": "DOUBLE", "preferred": "DOUBLE",
        "must_haves": "VARCHAR", "years": "DOUBLE", "lacks": "VARCHAR[]", "conditions": "VARCHAR[]",
        "flags": "VARCHAR[]", "missing": "VARCHAR[]", "not_scored": "VARCHAR", "sha256": "VARCHAR",
    }
)  # fmt: skip
"""The columns of a ranking in tables for other programs, in order, with their SQL types."""
NO_SCORE = "no_score"
"""The key of the reason that a row has in place of a score."""
NOT_SCORED = "not_scored"
"""The column that says why a resume has no score."""
_MISSING = "missing"


class Order(StrEnum):
    """What a ranking is sorted by: the must-haves that are met, the score, or what dated work alone proves."""

    MUST = "must"
    SCORE = "score"
    PROVEN = "proven"


DEFAULT_ORDER = Order.MUST
"""People of one profession stand more often as a recruiter would call them: benchmarks/orders.py."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows to list, and how: `musts` are ids of requirements; who lacks one stands in a second list."""

    order: Order = DEFAULT_ORDER
    musts: tuple[str, ...] = ()
    least: float | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Rows with a rank, best first; `lacking` are those that lack a must-have, `left_out` the rows not listed.

    `order` is what they are sorted by: the score, if the target has no must-haves; None where nobody is
    ranked.
    """

    rows: tuple[dict[str, Any], ...]
    lacking: tuple[dict[str, Any], ...] = ()
    left_out: int = 0
    order: Order | None = None

    @property
    def all(self) -> tuple[dict[str, Any], ...]:
        """Both lists, one after the other."""
        return (*self.rows, *self.lacking)


def row_of(report: GapReport) -> dict[str, Any]:
    """One resume's row as JSON values, without rank and name; `{NO_SCORE: reason}` where there is no score.

    `musts` are the report's must-haves with their status, `statuses` the status of every scored requirement
    by its id, `years` those of all dated jobs.
    """
    if report.score.value is None:
        return {NO_SCORE: report.score.reason}
    musts = [
        {"requirement": each.requirement, "title": each.title, "status": each.status}
        for each in report.must_haves
    ]
    return {
        "sha256": report.document.sha256,
        "score": plain(report.score.value),
        "verdict": report.verdict,
        **picked(report.score, "low", "high", "required", "preferred"),
        "must_haves": report.must_haves_met,
        "musts": musts,
        "years": round(report.experience.months[0] / 12, 1),
        "conditions": [_condition(gate) for gate in report.gates if gate.status != "met"],
        "flags": list(report.flags),
        "missing": [row.title for row in report.missing() if row.status == _MISSING],
        "statuses": {row.id: row.status for row in report.requirements if row.points_possible > 0},
    }


def unscored_rows(failures: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A row for each resume without a score: its name and the reason, and nothing else under the columns of a ranking."""
    return [
        {"rank": None, "name": each["name"], "score": None, NOT_SCORED: each["message"]} for each in failures
    ]


def ranked(named: Iterable[dict[str, Any]], wanted: Wanted | None = None) -> Ranking:
    """Rows that have a name, best first; equals share a rank and are sorted by name.

    Nobody is ranked by wishes alone: where nothing is required, the rows have no rank and are sorted by name;
    where nothing of it is a must-have, they are sorted by the score. Nobody is taken away for a must-have
    that is missing: a second list names what each one lacks.
    """
    wanted = wanted or Wanted()
    rows = sorted(named, key=lambda row: (row["name"], row["sha256"]))
    first = {row["sha256"]: row for row in reversed(rows)}
    rows = [_of_a_copy(row, first[row["sha256"]]) for row in rows]
    order = _order(rows, wanted.order)
    kept = [row for row in rows if wanted.least is None or row["score"] >= wanted.least]
    lacks = {
        id(row): [each for each in wanted.musts if row["statuses"].get(each) == _MISSING] for row in kept
    }
    lists = []
    for some in (
        [row for row in kept if not lacks[id(row)]],
        [{**row, "lacks": lacks[id(row)]} for row in kept if lacks[id(row)]],
    ):
        ordered = placed(some, _by(order)) if order else [{"rank": None, **row} for row in some]
        lists.append(tuple(ordered[: wanted.most]))
    return Ranking(lists[0], lists[1], len(rows) - sum(map(len, lists)), order)


def _order(rows: Sequence[Mapping[str, Any]], wanted: Order) -> Order | None:
    """What the rows can be sorted by; None if nothing is required of anybody."""
    if all(row["required"] is None for row in rows):
        return None
    return Order.SCORE if wanted is Order.MUST and not any(row["musts"] for row in rows) else wanted


def _by(order: Order) -> Callable[[Mapping[str, Any]], tuple[float, ...]]:
    """What sorts first; of as many must-haves, lists copied from the posting come last, then the score decides."""
    match order:
        case Order.PROVEN:
            return lambda row: (-row["low"], -row["score"])
        case Order.MUST:
            return lambda row: (
                -int(row["must_haves"].partition("/")[0]),
                set(row["flags"]) >= COPIED_LIST,
                -row["score"],
            )
        case _:
            return lambda row: (-row["score"],)


def placed(
    rows: Iterable[dict[str, Any]], key: Callable[[Mapping[str, Any]], tuple[float, ...]]
) -> list[dict[str, Any]]:
    """The rows in the order of `key`, each with its rank; equals share one, and stay as they were among themselves."""
    made: list[dict[str, Any]] = []
    for place, row in enumerate(sorted(rows, key=key), start=1):
        rank = made[-1]["rank"] if made and key(made[-1]) == key(row) else place
        made.append({"rank": rank, **row})
    return made


def _of_a_copy(row: dict[str, Any], first: dict[str, Any]) -> dict[str, Any]:
    """The row; where the row of another file with the same content comes first, it says so."""
    return row if row is first else {**row, "flags": [*row["flags"], f"identical to {first['name']}"]}


def _condition(gate: GateRow) -> str:
    """What is the matter with a condition for the job: "forklift licence: expired 2024-03"."""
    return f"{gate.title}: {gate.status}{f' {gate.date}' if gate.date else ''}"
