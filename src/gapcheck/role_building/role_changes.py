"""What has changed between the present role and the same role built anew: its documents, titles and rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gapcheck.facts.language_tests import NAMES
from gapcheck.taxonomy import Degree, Kind, Requirement, Role, Taxonomy
from gapcheck.text.inflection import counted


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a row before and after, in words; `field` is its key in the role's file."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that both roles have. Its id differs where it follows from the skills, and these have changed."""

    before: Requirement
    after: Requirement
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Names of documents and titles, and rows, that came and went; `same` rows are as they were, places apart."""

    role: str
    documents_added: tuple[str, ...]
    documents_gone: tuple[str, ...]
    titles_added: tuple[str, ...]
    titles_gone: tuple[str, ...]
    added: tuple[Requirement, ...]
    gone: tuple[Requirement, ...]
    changed: tuple[ChangedRow, ...]
    same: int

    def __bool__(self) -> bool:
        """Whether there is any."""
        came_or_went = (self.documents_added, self.documents_gone, self.titles_added, self.titles_gone)
        return any((*came_or_went, self.added, self.gone, self.changed))


def difference(before: Role, after: Role, taxonomy: Taxonomy) -> Difference:
    """`before` is the present role, `after` the one built now; the taxonomy gives the names of skills."""
    old = {row.id: row for row in before.requirements}
    new = {row.id: row for row in after.requirements}
    pairs = {id_: id_ for id_ in old if id_ in new}
    for id_ in sorted(old.keys() - pairs.keys()):
        taken = set(pairs.values())
        rest = [row for row in after.requirements if row.id not in old and row.id not in taken]
        if (nearest := _most_similar(old[id_], rest)) is not None:
            pairs[id_] = nearest.id
    met = set(pairs.values())
    rows = [ChangedRow(old[a], new[b], _changes(old[a], new[b], taxonomy)) for a, b in pairs.items()]
    return Difference(
        role=after.id,
        documents_added=_without(after.documents, before.documents),
        documents_gone=_without(before.documents, after.documents),
        titles_added=_without(after.titles, before.titles),
        titles_gone=_without(before.titles, after.titles),
        added=tuple(row for row in after.requirements if row.id not in met),
        gone=tuple(row for row in before.requirements if row.id not in pairs),
        changed=tuple(row for row in rows if row.changes),
        same=sum(not row.changes for row in rows),
    )


def _without(names: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _most_similar(row: Requirement, rows: Sequence[Requirement]) -> Requirement | None:
    """The row of the same kind that shares half of its skills or more, if there is one."""

    def shared(other: Requirement) -> float:
        one, two = {*row.skills, row.head} - {None}, {*other.skills, other.head} - {None}
        return len(one & two) / len(one | two) if one | two else 0.0

    like = [other for other in rows if other.kind is row.kind and shared(other) >= 0.5]
    return min(like, key=lambda other: (-shared(other), other.id), default=None)


def _changes(before: Requirement, after: Requirement, taxonomy: Taxonomy) -> tuple[Change, ...]:
    words = _in_words(taxonomy)
    pairs = ((field, word(before), word(after)) for field, word in words.items())
    return tuple(Change(field, old, new) for field, old, new in pairs if old != new)


def _in_words(taxonomy: Taxonomy) -> Mapping[str, Callable[[Requirement], str]]:
    """What is compared of a row, each in words; where it was read is not."""

    def labels(ids: Sequence[str], rows: Mapping[str, Any], name: str) -> str:
        return ", ".join(getattr(rows[each], name) if each in rows else each for each in ids) or "none"

    return {
        "necessity": lambda row: row.necessity.value,
        "kind": lambda row: row.kind.value.replace("_", " "),
        "logic": lambda row: row.logic.value.replace("_", " "),
        "open": lambda row: "others count too" if row.open else "no others",
        "head": lambda row: labels((row.head,) if row.head else (), taxonomy.skills, "label"),
        "skills": lambda row: labels(row.skills, taxonomy.skills, "label"),
        "certifications": lambda row: labels(row.certifications, taxonomy.certifications, "name"),
        "min_months": lambda row: _months(row.min_months),
        "within_months": lambda row: _months(row.within_months),
        "min_count": lambda row: str(row.min_count or 1),
        "proficiency": _level,
        "degree": lambda row: _degree(row.degree),
        "support": lambda row: f"{row.support[0]} of {counted(row.support[1], 'document')}",
        "weight": lambda row: f"{row.weight:g}",
        "scope": lambda row: row.scope or "the role",
        "narrower": lambda row: ", ".join(row.narrower) or "none",
    }


def _months(months: int | None) -> str:
    return "unsaid" if months is None else counted(months, "month")


def _degree(degree: Degree | None) -> str:
    if degree is None:
        return "none"
    asked = [degree.level.value if degree.level else "any", *degree.fields]
    asked += ["related fields"] * degree.or_related + ["or equivalent experience"] * degree.or_equivalent
    asked += ["a condition"] * degree.condition
    return ", ".join(asked)


def _level(row: Requirement) -> str:
    """The level of a tool or a language, of a language as the CEFR has it."""
    if row.proficiency is None:
        return "unsaid"
    return NAMES[row.proficiency] if row.kind is Kind.LANGUAGE else f"level {row.proficiency}"
