"""Statements that ask for the same thing at several places, made one; each kind has its own notion of the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.facts.degrees import lowest
from gapcheck.posting.model import Statement
from gapcheck.taxonomy import Degree, Kind, Level, Logic, Necessity, Source, Taxonomy

STRENGTH = {Necessity.REQUIRED: 2, Necessity.PREFERRED: 1, Necessity.MENTIONED: 0}
SKILL_KINDS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL})
_KINDS = tuple(Kind)


def kind_order(kind: Kind) -> int:
    """Where rows of a kind come among the others."""
    return _KINDS.index(kind)


def place_order(one: Statement) -> tuple[object, ...]:
    """A total order, so that nothing depends on the order of the documents."""
    rest = (
        one.necessity.value,
        one.open,
        one.min_months,
        one.min_count,
        one.proficiency,
        one.degree,
        one.scope,
    )
    return (
        _document(one),
        one.line,
        kind_order(one.kind),
        one.skills,
        one.head or "",
        one.certifications,
        one.terms,
        one.logic.value,
        str(rest),
        one.span,
    )


def unite_all(statements: Sequence[Statement], own: frozenset[str], taxonomy: Taxonomy) -> list[Statement]:
    """One statement for each thing that is asked for. `own` are the skills that give the role its name."""

    def of(*kinds: Kind) -> list[Statement]:
        return [each for each in statements if each.kind in kinds]

    return [
        *_skills(of(*SKILL_KINDS), taxonomy),
        *_degrees(of(Kind.EDUCATION)),
        *_experience(of(Kind.EXPERIENCE), own),
        *_certificates(of(Kind.CERTIFICATION), own),
        *_languages(of(Kind.LANGUAGE)),
    ]


def _document(one: Statement) -> str:
    return one.sources[0].document


def _united(one: Statement, places: Sequence[Statement]) -> Statement:
    """`one` with the strongest necessity, the highest level and the sources of all places."""
    speaking = _asking(places)
    sources = sorted({(s.document, s.line) for place in speaking for s in place.sources})
    levels = [p.proficiency for p in speaking if p.proficiency is not None]
    return one.replaced(
        necessity=max((p.necessity for p in places), key=STRENGTH.__getitem__),
        proficiency=max(levels, default=None),
        scope="" if any(not p.scope for p in places) else min(p.scope for p in places),
        sources=tuple(Source(document=document, line=line) for document, line in sources),
    )


def _asking(places: Sequence[Statement]) -> Sequence[Statement]:
    """The places that ask for it; all of them, where it is only mentioned."""
    return [p for p in places if p.necessity is not Necessity.MENTIONED] or places


def _strongest(places: Sequence[Statement]) -> list[Statement]:
    strength = max(STRENGTH[p.necessity] for p in places)
    return [p for p in places if STRENGTH[p.necessity] == strength]


def _grouped(statements: Iterable[tuple[object, Statement]]) -> list[list[Statement]]:
    groups: dict[object, list[Statement]] = {}
    for key, one in statements:
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _skills(statements: Sequence[Statement], taxonomy: Taxonomy) -> list[Statement]:
    """Rows of skills. A single skill that is one of several alternatives, too, is not asked for twice.

    The alternatives keep it, unless as many documents insist on it as offer the choice: "Python" in one is not
    met by the R of "Python or R" in another.
    """
    singles = [one for one in statements if one.logic is Logic.ALL_OF and one.head is None]
    lists = [one for one in statements if one.logic is not Logic.ALL_OF or one.head is not None]
    groups = [(_list(places, taxonomy), places) for places in _grouped((_list_key(o), o) for o in lists)]
    rows = [row for row, _ in groups]
    choices = [(row, places) for row, places in groups if row.logic is Logic.ANY_OF]
    for places in _grouped((one.skills[0], one) for one in singles):
        row = _united(places[0], places)
        offering = {
            _document(place)
            for choice, offers in choices
            if row.skills[0] in choice.skills and STRENGTH[choice.necessity] >= STRENGTH[row.necessity]
            for place in offers
            if place.logic is Logic.ANY_OF
        }
        insisting = {_document(p) for p in places if p.necessity is row.necessity} - offering
        if not offering or len(insisting) >= len(offering):
            rows.append(row)
    return rows


def _list_key(one: Statement) -> object:
    members = frozenset(one.skills)
    return (one.head, members) if one.logic is Logic.ALL_OF else one.head or members


def _list(places: Sequence[Statement], taxonomy: Taxonomy) -> Statement:
    """Lists with one head as one: where some let choose, their members; else all examples."""
    strongest = _strongest(places)
    speaking = [p for p in strongest if p.logic is Logic.ANY_OF] or strongest
    members = {skill for p in speaking for skill in p.skills}
    kinds = {taxonomy.skills[m].kind for m in members if m in taxonomy.skills}
    one = speaking[0].replaced(
        skills=tuple(sorted(members)),
        open=any(p.open for p in strongest) or len({p.logic for p in strongest}) > 1,
        kind=kinds.pop() if len(kinds) == 1 else Kind.SKILL,
        min_count=max((p.min_count for p in speaking if p.min_count), default=None),
    )
    return _united(one, places)


def _degrees(statements: Sequence[Statement]) -> list[Statement]:
    """One row a level. The least level that does for some document is required; more than it is preferred.

    Within a document the highest required level counts: a high school diploma, where a bachelor's degree is
    required too, is only mentioned.
    """
    required: dict[str, Level] = {}
    for one in statements:
        level = _level(one)
        if one.necessity is Necessity.REQUIRED and level is not None:
            highest = max(required.get(_document(one), level), level, key=lambda each: each.rank)
            required[_document(one)] = highest
    floor = lowest(required.values())
    rows = []
    for places in _grouped((_level(one), _beside_floor(one, floor)) for one in statements):
        speaking = _asking(places)
        degrees = [p.degree for p in speaking if p.degree]
        degree = Degree(
            level=_level(places[0]),
            fields=tuple(dict.fromkeys(f for d in degrees for f in d.fields)),
            or_related=any(d.or_related for d in degrees),
            or_equivalent=any(d.or_equivalent for d in degrees),
        )
        months = max((p.min_months for p in speaking if p.min_months is not None), default=None)
        rows.append(_united(speaking[0].replaced(degree=degree, min_months=months), places))
    return rows


def _level(one: Statement) -> Level | None:
    return one.degree.level if one.degree else None


def _beside_floor(one: Statement, floor: Level | None) -> Statement:
    level = _level(one)
    if floor is None or level is None or level is floor or one.necessity is not Necessity.REQUIRED:
        return one
    return one.replaced(necessity=Necessity.MENTIONED if level.rank < floor.rank else Necessity.PREFERRED)


def _experience(statements: Sequence[Statement], own: frozenset[str]) -> list[Statement]:
    """Time in one subject is one row; without a subject it is time in the role itself."""
    subjects = []
    for one in statements:
        subject = frozenset((*one.skills, *filter(None, (one.head,))))
        if subject or one.min_months is not None or not one.terms:
            subjects.append((subject - own, one))
    rows = []
    for places in _grouped(subjects):
        months = [p.min_months for p in places if p.min_months is not None]
        best = max(places, key=lambda p: (STRENGTH[p.necessity], p.min_months or 0, len(p.skills)))
        skills = best.skills or next((p.skills for p in places if p.skills), ())
        need = best.min_months if best.min_months is not None else max(months, default=None)
        rows.append(_united(best.replaced(skills=skills, min_months=need, terms=()), places))
    return rows


def _certificates(statements: Sequence[Statement], own: frozenset[str]) -> list[Statement]:
    """Certificates named in open lists on one topic are one row; licences that all are needed are several."""

    def key(one: Statement) -> object:
        topics = frozenset(one.skills) & own if own else frozenset(one.skills)
        generic = one.open and one.logic is Logic.ANY_OF
        if generic and (topics or not one.skills or not one.certifications):
            return topics or own
        return one.certifications or one.terms

    rows = []
    for places in _grouped((key(one), one) for one in statements):
        speaking = _strongest(places)
        is_open = any(p.open for p in speaking)
        ids = tuple(sorted({c for p in speaking for c in p.certifications}))
        topics = frozenset(s for p in speaking for s in p.skills)
        one = speaking[0].replaced(
            certifications=ids,
            skills=tuple(sorted(topics & own or topics or (own if is_open else ()))),
            open=is_open,
            terms=() if ids else min(p.terms for p in speaking),
        )
        rows.append(_united(one, places))
    return rows


def _languages(statements: Sequence[Statement]) -> list[Statement]:
    groups = _grouped(((one.skills, one.terms), one) for one in statements)
    return [_united(places[0], places) for places in groups]
