"""Statements of one or several documents -> requirement rows, each asked for once.

Rows that ask for all of several skills become one row for each; rows with one head are one; the
strongest necessity, the highest level and all places are kept. The order of the documents changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.naming import title_of
from gapcheck.posting.schooling_rows import education_rows
from gapcheck.taxonomy import Degree, Kind, Logic, Necessity, Requirement, Source, Taxonomy
from gapcheck.text.slugs import slug

_STRENGTH = {Necessity.REQUIRED: 2, Necessity.PREFERRED: 1, Necessity.MENTIONED: 0}
_KINDS = tuple(Kind)
_SKILLS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL})


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for at one place, before rows of one sort are united."""

    document: str
    line: int
    kind: Kind
    necessity: Necessity
    logic: Logic = Logic.ALL_OF
    open: bool = False
    head: str | None = None
    skills: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    min_months: int | None = None
    min_count: int | None = None
    proficiency: int | None = None
    degree: Degree | None = None
    scope: str = ""


def merge(postings: Sequence[JobPosting], taxonomy: Taxonomy) -> tuple[Requirement, ...]:
    """The rows that the documents ask for together, the strongest first, then by kind and id."""
    asked = sorted(
        {
            each
            for posting in postings
            for statement in posting.statements
            for each in _asked(posting, statement, taxonomy)
        },
        key=_place,
    )
    own = frozenset(skill for posting in postings for skill in field_of(posting, taxonomy))
    rows = [
        *_skill_rows([a for a in asked if a.kind in _SKILLS], taxonomy),
        *education_rows([a for a in asked if a.kind is Kind.EDUCATION]),
        *_experience_rows([a for a in asked if a.kind is Kind.EXPERIENCE], own),
        *_certification_rows([a for a in asked if a.kind is Kind.CERTIFICATION], own),
        *_language_rows([a for a in asked if a.kind is Kind.LANGUAGE]),
    ]
    documents = max(len({posting.name for posting in postings}), 1)
    named = _with_ids([_row(united, documents, taxonomy) for united in rows])
    return tuple(
        sorted(_subsumed(named), key=lambda r: (-_STRENGTH[r.necessity], _KINDS.index(r.kind), r.id))
    )


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


def _place(one: Asked) -> tuple[object, ...]:
    """A total order, so that nothing depends on the order of the documents."""
    return (
        one.document,
        one.line,
        _KINDS.index(one.kind),
        one.skills,
        one.head or "",
        one.certifications,
        one.names,
        one.logic.value,
        str(one),
    )


def _asked(posting: JobPosting, statement: Statement, taxonomy: Taxonomy) -> Iterable[Asked]:
    """A statement as single things: an all-of list is split, a scoped one only mentioned."""
    known = [skill for term in statement.terms if (skill := slug(term)) in taxonomy.skills]
    skills = tuple(dict.fromkeys((*statement.skills, *known)))
    one = Asked(
        document=posting.name,
        line=statement.line,
        kind=statement.kind,
        necessity=Necessity.MENTIONED if statement.scope else statement.necessity,
        logic=statement.logic,
        open=statement.open,
        head=statement.head,
        skills=skills,
        certifications=statement.certifications,
        names=statement.terms,
        min_months=statement.min_months,
        min_count=statement.min_count,
        proficiency=statement.proficiency,
        degree=statement.degree,
        scope=statement.scope,
    )
    if one.kind is Kind.CERTIFICATION:
        yield replace(one, skills=statement.topics)
    elif one.kind not in _SKILLS:
        yield one
    elif statement.head is None and statement.logic is Logic.ALL_OF:
        for skill in skills:
            yield replace(
                one,
                kind=taxonomy.skills[skill].kind if skill in taxonomy.skills else one.kind,
                skills=(skill,),
                names=(),
            )
    elif skills:
        grouped = len(skills) > 1 or statement.head is not None
        yield replace(one, names=(), logic=one.logic if grouped else Logic.ALL_OF)
    elif statement.head is not None:
        yield replace(one, names=(), logic=Logic.ALL_OF, head=None, skills=(statement.head,))


# ---------------------------------------------------------------- skills
@dataclass(frozen=True, slots=True)
class United:
    """All places that ask for one thing, and what they say of it together."""

    one: Asked
    places: tuple[Asked, ...] = field(default=())


def unite(one: Asked, places: Sequence[Asked]) -> United:
    """`one` with the strongest necessity and the highest level of all places."""
    strongest = max((p.necessity for p in places), key=_STRENGTH.__getitem__)
    speaking = [p for p in places if p.necessity is not Necessity.MENTIONED] or places
    levels = [p.proficiency for p in speaking if p.proficiency is not None]
    unscoped = [p for p in places if not p.scope]
    scope = "" if unscoped else min(p.scope for p in places)
    return United(
        replace(one, necessity=strongest, proficiency=max(levels, default=None), scope=scope), tuple(places)
    )


def _skill_rows(asked: Sequence[Asked], taxonomy: Taxonomy) -> list[United]:
    """Rows of skills. A single skill that is one of several alternatives, too, is not asked for twice.

    The alternatives keep it, unless as many documents insist on it as offer the choice: "Python" in one is not
    met by the R of "Python or R" in another.
    """
    singles: dict[str, list[Asked]] = {}
    groups: dict[object, list[Asked]] = {}
    for one in asked:
        if one.logic is Logic.ALL_OF and one.head is None:
            singles.setdefault(one.skills[0], []).append(one)
        elif one.logic is Logic.ALL_OF:
            groups.setdefault((one.head, frozenset(one.skills)), []).append(one)
        else:
            groups.setdefault(one.head or frozenset(one.skills), []).append(one)
    rows = [_group(places, taxonomy) for places in groups.values()]
    any_of = [row for row in rows if row.one.logic is Logic.ANY_OF]
    for skill, places in singles.items():
        row = unite(places[0], places)
        offering = {
            place.document
            for other in any_of
            if skill in other.one.skills and _STRENGTH[other.one.necessity] >= _STRENGTH[row.one.necessity]
            for place in other.places
            if place.logic is Logic.ANY_OF
        }
        insisting = {p.document for p in places if p.necessity is row.one.necessity} - offering
        if not offering or len(insisting) >= len(offering):
            rows.append(row)
    return rows


def _group(places: Sequence[Asked], taxonomy: Taxonomy) -> United:
    """Lists with one head as one: where some let choose, their members; else all examples."""
    strongest = max(_STRENGTH[p.necessity] for p in places)
    speaking = [p for p in places if _STRENGTH[p.necessity] == strongest]
    choosing = [p for p in speaking if p.logic is Logic.ANY_OF]
    members = tuple(
        dict.fromkeys(skill for p in sorted(choosing or speaking, key=_place) for skill in sorted(p.skills))
    )
    first = (choosing or speaking)[0]
    counts = [p.min_count for p in choosing or speaking if p.min_count]
    kinds = {taxonomy.skills[m].kind for m in members if m in taxonomy.skills}
    one = replace(
        first,
        skills=tuple(sorted(members)),
        open=any(p.open for p in speaking) or len({p.logic for p in speaking}) > 1,
        kind=kinds.pop() if len(kinds) == 1 else Kind.SKILL,
        min_count=max(counts, default=None),
    )
    return unite(one, places)


# ---------------------------------------------------------------- experience, certificates, languages
def _experience_rows(asked: Sequence[Asked], own: frozenset[str]) -> list[United]:
    """Time in one subject is one row; without a subject it is time in the role itself."""
    subjects: dict[object, list[Asked]] = {}
    for one in asked:
        subject = frozenset((*one.skills, *filter(None, (one.head,))))
        key = subject - own or frozenset()
        if not subject and one.min_months is None and one.names:
            continue
        subjects.setdefault(key, []).append(one)
    rows = []
    for places in subjects.values():
        months = [p.min_months for p in places if p.min_months is not None]
        best = max(places, key=lambda p: (_STRENGTH[p.necessity], p.min_months or 0, len(p.skills)))
        skills = best.skills or next((p.skills for p in places if p.skills), ())
        need = best.min_months if best.min_months is not None else max(months, default=None)
        rows.append(unite(replace(best, skills=skills, min_months=need, names=()), places))
    return rows


def _certification_rows(asked: Sequence[Asked], own: frozenset[str]) -> list[United]:
    """Certificates named in open lists on one topic are one row; licences that all are needed are several."""
    groups: dict[object, list[Asked]] = {}
    for one in asked:
        generic = one.open and one.logic is Logic.ANY_OF
        topics = frozenset(one.skills) & own if own else frozenset(one.skills)
        if generic and (topics or not one.skills or not one.certifications):
            groups.setdefault(topics or own, []).append(one)
        else:
            groups.setdefault(one.certifications or one.names, []).append(one)
    rows = []
    for places in groups.values():
        strongest = max(_STRENGTH[p.necessity] for p in places)
        speaking = [p for p in places if _STRENGTH[p.necessity] == strongest]
        ids = tuple(sorted({c for p in speaking for c in p.certifications}))
        topics = frozenset(s for p in speaking for s in p.skills)
        narrowed = tuple(sorted(topics & own or topics)) or tuple(
            sorted(own if any(p.open for p in speaking) else ())
        )
        one = replace(
            speaking[0],
            certifications=ids,
            skills=narrowed,
            open=any(p.open for p in speaking),
            names=() if ids else min(p.names for p in speaking),
        )
        rows.append(unite(one, places))
    return rows


def _language_rows(asked: Sequence[Asked]) -> list[United]:
    groups: dict[object, list[Asked]] = {}
    for one in asked:
        groups.setdefault((one.skills, one.names), []).append(one)
    return [unite(places[0], places) for places in groups.values()]


# ---------------------------------------------------------------- rows
def _row(united: United, documents: int, taxonomy: Taxonomy) -> Requirement:
    one, places = united.one, united.places
    asking = [p for p in places if p.necessity is not Necessity.MENTIONED] or list(places)
    sources = sorted({(p.document, p.line) for p in asking})
    return Requirement(
        id=_stem(one),
        title=title_of(one, taxonomy),
        kind=one.kind,
        necessity=one.necessity,
        logic=one.logic,
        open=one.open,
        head=one.head,
        skills=one.skills,
        certifications=one.certifications,
        min_months=one.min_months,
        min_count=one.min_count,
        proficiency=one.proficiency,
        degree=one.degree,
        support=(len({p.document for p in asking}), documents),
        scope=one.scope,
        sources=tuple(Source(document=document, line=line) for document, line in sources),
    )


def _stem(one: Asked) -> str:
    """A name that says what the row asks for."""
    match one.kind:
        case Kind.EDUCATION:
            level = one.degree.level.value if one.degree and one.degree.level else "any"
            return f"degree-{level}"
        case Kind.EXPERIENCE:
            return "-".join(["experience", *(one.skills or ("role",))])
        case Kind.CERTIFICATION:
            return "-".join(
                ["certification", *(one.skills or one.certifications or tuple(map(slug, one.names)))]
            )[:80].strip("-")
        case Kind.LANGUAGE:
            return "-".join(["language", *(one.skills or tuple(map(slug, one.names)))])
        case _ if one.head:
            return f"{one.head}-{'any' if one.logic is Logic.ANY_OF else 'all' if one.logic is Logic.ALL_OF else 'such-as'}"
        case _:
            return "-or-".join(one.skills) if one.logic is not Logic.ALL_OF else one.skills[0]


def _with_ids(rows: Sequence[Requirement]) -> list[Requirement]:
    """Rows with unique ids; a second of one name is numbered, in a fixed order."""
    taken: dict[str, int] = {}
    found = []
    for row in sorted(
        rows,
        key=lambda r: (
            r.id,
            -_STRENGTH[r.necessity],
            r.skills,
            r.certifications,
            r.title,
            r.sources[0].document,
            r.sources[0].line,
        ),
    ):
        stem = re.sub(r"[^a-z0-9.]+", "-", row.id).strip("-.") or "row"
        taken[stem] = taken.get(stem, 0) + 1
        name = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        found.append(row.model_copy(update={"id": name}))
    return found


def _subsumed(rows: Sequence[Requirement]) -> list[Requirement]:
    """A row that only names a head points to the rows that say it more exactly, if they ask as strongly."""
    found = []
    for row in rows:
        single = row.kind in _SKILLS and row.head is None and len(row.skills) == 1
        narrower = tuple(
            other.id
            for other in rows
            if single
            and other.kind in _SKILLS
            and other.head == row.skills[0]
            and _STRENGTH[other.necessity] >= _STRENGTH[row.necessity] > 0
        )
        found.append(row.model_copy(update={"narrower": tuple(sorted(narrower))}) if narrower else row)
    return found
