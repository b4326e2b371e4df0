# ruff: noqa: INP001  # one of the files of a script
"""The 18 requirements that the labels of a resume judge, and the rows of the report in which each is found.

A label judges "databases and SQL" as one thing; the role has several rows for it. Rows belong to it if at least half
of their skills do, and their credits are averaged: the best one, the best two, or all, as judged.yaml says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from judgement import Judgement
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from resumes import Reading

Row = Mapping[str, Any]
STEPS = ("missing", "partial", "met")


def judgements(reading: Reading) -> Iterator[Judgement]:
    """Whether the status is the labelled one, and whether it is at most a step from it."""
    for label in reading.labels["requirements"]:
        found = _status(label["id"], reading.report["requirements"], reading.vocabulary)
        right = STEPS.index(label["status"])
        note = f"{label['id']}: {found}, not {label['status']} ({label['why']})"
        yield reading.judgement("status", found == label["status"], note)
        near = found is not None and abs(STEPS.index(found) - right) <= 1
        yield reading.judgement("status-within-a-step", near, note)


def _status(ident: str, rows: list[Row], vocabulary: Vocabulary) -> str | None:
    """None if the report has no such row."""
    rule = vocabulary.requirements[ident]
    asked = [row for row in rows if row["necessity"] != "mentioned"]
    if "skills" not in rule:
        states = [STEPS.index(row["status"]) for row in asked if _is_kind(row, rule)]
        return STEPS[max(states)] if states else None
    wanted = frozenset(rule["skills"])
    given = sorted((row["credit"] for row in asked if _belongs(row, wanted)), reverse=True)
    best = given[: rule.get("best")]
    return vocabulary.step(sum(best) / len(best)) if best else None


def _belongs(row: Row, wanted: frozenset[str]) -> bool:
    labels = {each["label"] for each in (*row["skills"], row["head"]) if each}
    return bool(labels) and 2 * len(labels & wanted) >= len(labels)


def _is_kind(row: Row, rule: Row) -> bool:
    """Degrees by their level, years by their number, certificates all alike."""
    level = row["degree"]["level"] if row["degree"] else None
    return (
        row["kind"] == rule["kind"]
        and rule.get("degree") in {None, level}
        and rule.get("months") in {None, row["min_months"]}
    )
