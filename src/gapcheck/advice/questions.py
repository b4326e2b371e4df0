"""What somebody who hires may ask in an interview: must-haves in doubt first, then soft skills that no resume proves."""

from __future__ import annotations

from collections import Counter

from gapcheck.advice.wording import quoted
from gapcheck.report import GapReport, Question, RequirementRow
from gapcheck.scoring import Case

_HARD = 4
_SOFT = 4


def questions(report: GapReport, case: Case) -> tuple[Question, ...]:
    """At most eight questions, each about one row; none without a score."""
    words = case.taxonomy.advice.questions
    rows = {row.id: row for row in report.requirements}
    hard = [rows[each.requirement] for each in report.must_haves if each.status != "met"]
    soft = sorted(
        (r for r in rows.values() if r.kind == "soft_skill" and r.status != "met" and r.points_possible > 0),
        key=lambda row: (-round(row.points_possible, 6), row.id),
    )
    used: Counter[str] = Counter()
    found = []
    for row in (*[r for r in hard if r.kind in {"skill", "knowledge"}][:_HARD], *soft[:_SOFT]):
        kind = "soft" if row.kind == "soft_skill" else "partly" if _line(row) else "missing"
        texts: tuple[str, ...] = getattr(words, kind)
        if used[kind] < len(texts):
            text = texts[used[kind]].format(
                skills=_name(row), line=_line(row), near=row.proof.label if row.proof else ""
            )
            found.append(Question(row.id, row.title, text[:1].upper() + text[1:]))
            used[kind] += 1
    return tuple(found)


def _line(row: RequirementRow) -> str:
    proof = row.proof
    return quoted(proof) if proof is not None and proof.claimed else ""


def _name(row: RequirementRow) -> str:
    """What a row asks for, in the middle of a sentence."""
    if row.head is not None:
        return row.head.label
    return " and ".join(each.label for each in row.skills) or row.title
