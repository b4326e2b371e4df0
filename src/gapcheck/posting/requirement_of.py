"""A statement that was merged over all places that ask for it -> a requirement: its title, a unique id, what it can be met by."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.posting.model import NAMED, Statement
from gapcheck.posting.naming import id_of, name_of, regions_of, title_of
from gapcheck.taxonomy import Alternative, Kind, Logic, Necessity, Requirement, Taxonomy

STRENGTH = {Necessity.REQUIRED: 2, Necessity.PREFERRED: 1, Necessity.MENTIONED: 0}
"""How strongly something is asked for, as a number."""
SKILL_KINDS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL})
"""Kinds of rows that ask for skills."""
_KINDS = tuple(Kind)
_GIVEN = frozenset({"id", "title", "support", "narrower", "regions", "alternatives", "logic", *NAMED})


def kind_order(kind: Kind) -> int:
    """Where rows of a kind come among the others."""
    return _KINDS.index(kind)


def requirement_of(row: Statement, documents: int, taxonomy: Taxonomy) -> Requirement:
    """The requirement of a statement that was merged over so many documents."""
    values = {name: getattr(row, name) for name in Requirement.model_fields if name not in _GIVEN}
    asking = len({source.document for source in row.sources})
    named = row if documents == 1 else row.replaced(printed=())  # several documents have no words in common
    return Requirement(
        id=id_of(row),
        title=title_of(named, taxonomy),
        support=(asking, documents),
        regions=regions_of(named, taxonomy),
        alternatives=tuple(alternative(each, taxonomy) for each in named.every) if named.instead else (),
        logic=Logic.ANY_OF if named.instead else named.logic,
        **named.of_all,
        **values,
    )


def alternative(one: Statement, taxonomy: Taxonomy) -> Alternative:
    """A statement as one of the things of which a requirement asks for any."""
    named = {name: getattr(one, name) for name in NAMED}
    return Alternative(kind=one.kind, logic=one.logic, title=name_of(one, taxonomy), **named)


def strongest_first(row: Requirement) -> tuple[int, int]:
    """Its place in the order of rows: by how strongly it is asked for, then by kind."""
    return -STRENGTH[row.necessity], kind_order(row.kind)


def with_unique_ids(rows: Sequence[Requirement]) -> list[Requirement]:
    """Rows with unique ids; a second of one name is numbered, in a fixed order."""
    taken: dict[str, int] = {}
    found = []
    for row in sorted(
        rows,
        key=lambda r: (
            r.id,
            -STRENGTH[r.necessity],
            r.skills,
            r.certifications,
            r.title,
            r.sources[0].document,
            r.sources[0].line,
        ),
    ):
        taken[row.id] = taken.get(row.id, 0) + 1
        found.append(row if taken[row.id] == 1 else row.replaced(id=f"{row.id}-{taken[row.id]}"))
    return found


def with_narrower(rows: Sequence[Requirement]) -> list[Requirement]:
    """A row that only names a head points to the rows that say it more exactly, if they ask as strongly."""
    found = []
    for row in rows:
        single = row.kind in SKILL_KINDS and row.head is None and len(row.skills) == 1
        narrower = sorted(
            other.id
            for other in rows
            if single
            and other.kind in SKILL_KINDS
            and other.head == row.skills[0]
            and STRENGTH[other.necessity] >= STRENGTH[row.necessity] > 0
        )
        found.append(row.replaced(narrower=tuple(narrower)) if narrower else row)
    return found
