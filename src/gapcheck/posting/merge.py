"""Statements of one or several documents -> requirements, each asked for once.

Statements that ask for all of several skills become one row for each; lists with one head are one row; the
strongest necessity, the highest level and all places are kept. The order of the documents changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.naming import id_of, title_of
from gapcheck.posting.unite import SKILL_KINDS, STRENGTH, kind_order, place_order, unite_all
from gapcheck.taxonomy import Kind, Logic, Necessity, Requirement, Source, Taxonomy
from gapcheck.text.slugs import slug

_GIVEN = frozenset({"id", "title", "support", "narrower"})


def merge(postings: Sequence[JobPosting], taxonomy: Taxonomy) -> tuple[Requirement, ...]:
    """The rows that the documents ask for together, the strongest first, then by kind and id."""
    single = {
        each
        for posting in postings
        for statement in posting.statements
        for each in _split(posting, statement, taxonomy)
    }
    own = frozenset(skill for posting in postings for skill in field_of(posting, taxonomy))
    documents = max(len({posting.name for posting in postings}), 1)
    rows = unite_all(sorted(single, key=place_order), own, taxonomy)
    requirements = _with_unique_ids([_requirement(row, documents, taxonomy) for row in rows])
    return tuple(sorted(_with_narrower(requirements), key=lambda r: (*_strongest_first(r), r.id)))


def field_of(posting: JobPosting, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The skill that gives the role its name: machine learning, for a machine learning engineer."""
    found: list[str] = []
    for title in posting.titles[:1]:
        words = title.split()
        for size in range(len(words) - 1, 0, -1):
            skills = taxonomy.named(" ".join(words[:size]))
            if skills:
                found.append(skills[0].id)
                break
    return tuple(found)


def _split(posting: JobPosting, statement: Statement, taxonomy: Taxonomy) -> Iterable[Statement]:
    """A statement as single things: an all-of list is split, a scoped one only mentioned."""
    known = [skill for term in statement.terms if (skill := slug(term)) in taxonomy.skills]
    skills = tuple(dict.fromkeys((*statement.skills, *known)))
    one = statement.replaced(
        sources=(Source(document=posting.name, line=statement.line),),
        necessity=Necessity.MENTIONED if statement.scope else statement.necessity,
        skills=skills,
    )
    if one.kind is Kind.CERTIFICATION:
        yield one.replaced(skills=statement.topics)
    elif one.kind not in SKILL_KINDS:
        yield one
    elif one.head is None and one.logic is Logic.ALL_OF:
        for skill in skills:
            kind = taxonomy.skills[skill].kind if skill in taxonomy.skills else one.kind
            yield one.replaced(kind=kind, skills=(skill,), terms=())
    elif skills:
        grouped = len(skills) > 1 or one.head is not None
        yield one.replaced(terms=(), logic=one.logic if grouped else Logic.ALL_OF)
    elif one.head is not None:
        yield one.replaced(terms=(), logic=Logic.ALL_OF, head=None, skills=(one.head,))


def _requirement(row: Statement, documents: int, taxonomy: Taxonomy) -> Requirement:
    values = {name: getattr(row, name) for name in Requirement.model_fields if name not in _GIVEN}
    asking = len({source.document for source in row.sources})
    return Requirement(id=id_of(row), title=title_of(row, taxonomy), support=(asking, documents), **values)


def _strongest_first(row: Requirement) -> tuple[int, int]:
    return -STRENGTH[row.necessity], kind_order(row.kind)


def _with_unique_ids(rows: Sequence[Requirement]) -> list[Requirement]:
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


def _with_narrower(rows: Sequence[Requirement]) -> list[Requirement]:
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
