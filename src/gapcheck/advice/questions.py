"""What somebody who hires may ask in an interview: must-haves in doubt first, then soft skills that no resume proves."""

from __future__ import annotations

from collections import Counter

from gapcheck.advice.wording import quoted
from gapcheck.report import GapReport, Question, RequirementRow
from gapcheck.scoring import Case
from gapcheck.taxonomy import Kind, Skill

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
        kind = "soft" if _is_known_soft(row, case) else "partly" if _line(row) else "missing"
        texts: tuple[str, ...] = getattr(words, kind)
        if used[kind] < len(texts):
            text = texts[used[kind]].format(
                skills=_name(row, case), line=_line(row), near=row.proof.label if row.proof else ""
            )
            found.append(Question(row.id, row.title, text[:1].upper() + text[1:]))
            used[kind] += 1
    return tuple(found)


def _line(row: RequirementRow) -> str:
    proof = row.proof
    return quoted(proof) if proof is not None and proof.claimed else ""


def _is_known_soft(row: RequirementRow, case: Case) -> bool:
    """Whether a row asks for soft skills alone; a posting's own words may be anything ("community settings")."""
    known = [case.taxonomy.skills.get(each.id) for each in row.skills]
    return row.kind == "soft_skill" and bool(known) and all(each and _is_soft(each) for each in known)


def _is_soft(skill: Skill) -> bool:
    """Whether a skill is a soft one of the taxonomy; what a posting asks for in words of its own is in none of its files."""
    return skill.kind is Kind.SOFT_SKILL and bool(skill.category)


def _name(row: RequirementRow, case: Case) -> str:
    """What a row asks for, in the middle of a sentence."""
    if row.head is not None:
        return row.head.label
    return " and ".join(_inside(each.id, each.label, case) for each in row.skills) or row.title


def _inside(skill: str, label: str, case: Case) -> str:
    """A label without the capital that it has from the start of its line; names keep theirs, and short forms."""
    known = case.taxonomy.skills.get(skill)
    is_name = known is None or known.label[:1].isupper() or label[1:2].isupper()
    return label if is_name else label[:1].lower() + label[1:]
