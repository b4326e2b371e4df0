"""Statements of one or several documents -> requirements, each asked for once.

Statements that ask for all of several skills become one row for each; lists with one head are one row. Each kind
of requirement has its own notion of what is the same; the strongest necessity and all places are kept, with the highest
level that a document sets, or the least of several documents. The order of the documents changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.facts.degrees import lowest
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.requirement_of import (
    SKILL_KINDS,
    STRENGTH,
    kind_order,
    requirement_of,
    strongest_first,
    with_narrower,
    with_unique_ids,
)
from gapcheck.taxonomy import (
    Degree,
    Kind,
    Level,
    Logic,
    Necessity,
    Requirement,
    Source,
    Taxonomy,
)
from gapcheck.text.slugs import slug


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
    rows = _merge_all(sorted(single, key=_place_order), own, taxonomy)
    requirements = with_unique_ids([requirement_of(row, documents, taxonomy) for row in rows])
    return tuple(sorted(with_narrower(requirements), key=lambda r: (*strongest_first(r), r.id)))


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
    if statement.instead:
        yield _whole(posting, statement, taxonomy)
        return
    known = [skill for term in statement.terms if (skill := slug(term)) in taxonomy.skills]
    skills, levels = tuple(dict.fromkeys((*statement.skills, *known))), dict(statement.levels)
    one = statement.replaced(
        sources=(Source(document=posting.name, line=statement.line, rule=statement.rule, cue=statement.cue),),
        necessity=Necessity.MENTIONED if statement.scope else statement.necessity,
        skills=skills,
    )
    if one.kind is Kind.CERTIFICATION:
        apart = one.logic is Logic.ALL_OF and not one.open and len(one.certifications) > 1
        for each in ((c,) for c in one.certifications) if apart else (one.certifications,):
            yield one.replaced(skills=statement.topics, certifications=each)
    elif one.kind not in SKILL_KINDS:
        yield one
    elif one.head is None and one.logic is Logic.ALL_OF:
        for skill in skills:
            kind = taxonomy.skills[skill].kind if skill in taxonomy.skills else one.kind
            level = (
                levels.get(skill) if kind is not Kind.LANGUAGE else None
            )  # these have a scale of their own
            yield one.replaced(kind=kind, skills=(skill,), terms=(), proficiency=level)
    elif skills:
        grouped = len(skills) > 1 or one.head is not None
        level = min(levels.values()) if levels.keys() >= set(skills) else None
        yield one.replaced(terms=(), logic=one.logic if grouped else Logic.ALL_OF, proficiency=level)
    elif one.head is not None:
        level = levels.get(one.head)
        yield one.replaced(terms=(), logic=Logic.ALL_OF, head=None, skills=(one.head,), proficiency=level)


def _whole(posting: JobPosting, choice: Statement, taxonomy: Taxonomy) -> Statement:
    """A choice of things of different kinds, with the ids of what they name in words of their own."""

    def known(one: Statement) -> Statement:
        names = (one.wording,) if one.wording else one.terms
        own = tuple(skill for name in names if (skill := slug(name)) in taxonomy.skills)
        if one.kind is not Kind.CERTIFICATION:
            return one.replaced(skills=tuple(dict.fromkeys((*one.skills, *own))))
        return one.replaced(terms=names, topics=own or one.topics)

    first, *others = (
        single
        for each in choice.every
        for single in _split(posting, known(each.replaced(instead=())), taxonomy)
    )
    return first.replaced(instead=tuple(others))


def _place_order(one: Statement) -> tuple[object, ...]:
    """A total order, so that nothing depends on the order of the documents."""
    rest = (
        one.necessity.value,
        one.open,
        one.min_months,
        one.within_months,
        one.any_work,
        one.min_count,
        one.proficiency,
        one.pending,
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


def _merge_all(statements: Sequence[Statement], own: frozenset[str], taxonomy: Taxonomy) -> list[Statement]:
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


def _merged(one: Statement, places: Sequence[Statement]) -> Statement:
    """`one` with the strongest necessity, the level on which the documents agree and the sources of all places.

    Of a line that asks twice, what decided on the stronger demand is kept.
    """
    speaking = _asking(places)
    sources: dict[tuple[str, int], Source] = {}
    for place in sorted(speaking, key=lambda each: -STRENGTH[each.necessity]):
        for source in place.sources:
            sources.setdefault((source.document, source.line), source)
    levels = [
        max((p.proficiency or 0 for p in places), default=0)
        for places in _grouped((_document(p), p) for p in _strongest(places))
    ]
    return one.replaced(
        necessity=max((p.necessity for p in places), key=STRENGTH.__getitem__),
        proficiency=min(levels) or None,
        pending=next((p.pending for p in speaking if p.pending), ""),
        scope="" if any(not p.scope for p in places) else min(p.scope for p in places),
        printed=tuple(each for each in one.printed if all(each in place.printed for place in places)),
        sources=tuple(sources[place] for place in sorted(sources)),
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
    met by the R of "Python or R" in another. In one document, each kind of a thing that it tells apart is a row:
    "Translation" and, further down, "Subtitling".
    """
    statements = [_without_own_head(one) for one in statements]
    singles = [one for one in statements if one.logic is Logic.ALL_OF and one.head is None]
    lists = [one for one in statements if one.logic is not Logic.ALL_OF or one.head is not None]
    groups = [(_list(places, taxonomy), places) for places in _grouped((_list_key(o), o) for o in lists)]
    rows = [row for row, _ in groups]
    choices = [(row, places) for row, places in groups if row.logic is Logic.ANY_OF]
    alone = len({_document(one) for one in singles}) == 1  # several documents have no words in common
    for places in _grouped(
        ((one.skills[0], _own_word(one, taxonomy) if alone else ""), one) for one in singles
    ):
        row = _merged(places[0], places)
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


def _own_word(one: Statement, taxonomy: Taxonomy) -> str:
    """What a document calls the skill that it asks for, where that says something else than the skill's label, not only more."""
    asked = one.necessity is not Necessity.MENTIONED and one.kind is not Kind.SOFT_SKILL
    name = dict(one.printed).get(one.skills[0], "").lower() if asked else ""
    known = taxonomy.skills.get(one.skills[0])
    return "" if known and name.endswith(f" {known.label.lower()}") else name


def _without_own_head(one: Statement) -> Statement:
    """The same without a head among its own examples: "discovery, including interrogatories", one skill by two names."""
    if one.head is None or one.head not in one.skills:
        return one
    others = tuple(each for each in one.skills if each != one.head)
    if others:
        return one.replaced(skills=others)
    return one.replaced(logic=Logic.ALL_OF, head=None, open=False, min_count=None)


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
    return _merged(one, places)


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
            condition=any(d.condition for d in degrees),
        )
        months = max((p.min_months for p in speaking if p.min_months is not None), default=None)
        instead = {_content(each): each for p in speaking for each in p.instead}
        one = speaking[0].replaced(degree=degree, min_months=months, instead=tuple(instead.values()))
        rows.append(_merged(one, places))
    return rows


def _content(one: Statement) -> object:
    """What a way to meet a choice asks for."""
    return one.kind, one.skills, one.certifications, one.terms, one.min_months


def _level(one: Statement) -> Level | None:
    return one.degree.level if one.degree else None


def _beside_floor(one: Statement, floor: Level | None) -> Statement:
    level = _level(one)
    if floor is None or level is None or level is floor or one.necessity is not Necessity.REQUIRED:
        return one
    return one.replaced(necessity=Necessity.MENTIONED if level.rank < floor.rank else Necessity.PREFERRED)


def _experience(statements: Sequence[Statement], own: frozenset[str]) -> list[Statement]:
    """Time in one subject is one row; without a subject it is time in the role itself.

    In one document years, and work of late in the same, are two demands.
    """
    subjects, alone = [], len({_document(one) for one in statements}) == 1
    for one in statements:
        subject = frozenset((*one.skills, *filter(None, (one.head,))))
        if subject or one.min_months is not None or not one.terms:
            window = one.within_months if alone else None
            subjects.append(((subject - own, one.any_work, window, *map(_content, one.instead)), one))
    rows = []
    for places in _grouped(subjects):
        months = [p.min_months for p in places if p.min_months is not None]
        best = max(places, key=lambda p: (STRENGTH[p.necessity], p.min_months or 0, len(p.skills)))
        skills = best.skills or next((p.skills for p in places if p.skills), ())
        need = best.min_months if best.min_months is not None else max(months, default=None)
        rows.append(_merged(best.replaced(skills=skills, min_months=need, terms=()), places))
    return rows


def _certificates(statements: Sequence[Statement], own: frozenset[str]) -> list[Statement]:
    """Certificates named in open lists on one topic are one row; licences that all are needed are several."""

    def key(one: Statement) -> object:
        if one.instead:
            return tuple(map(_content, one.every))
        topics = frozenset(one.skills) & own if own else frozenset(one.skills)
        generic = one.open and one.logic is Logic.ANY_OF
        if generic and (topics or not one.skills or not one.certifications):
            return topics or frozenset(one.skills) or own
        return frozenset(one.certifications) or one.terms

    rows = []
    for places in _grouped((key(one), one) for one in statements):
        speaking = _strongest(places)
        if speaking[0].instead:
            rows.append(_merged(speaking[0], places))
            continue
        is_open = any(p.open for p in speaking)
        ids = tuple(sorted({c for p in speaking for c in p.certifications}))
        topics = frozenset(s for p in speaking for s in p.skills)
        one = speaking[0].replaced(
            certifications=ids,
            skills=tuple(sorted(topics & own or topics or (own if is_open else ()))),
            open=is_open,
            terms=tuple(dict.fromkeys(t for p in speaking for t in p.terms))
            if ids
            else min(p.terms for p in speaking),
        )
        rows.append(_merged(one, places))
    return rows


def _languages(statements: Sequence[Statement]) -> list[Statement]:
    groups = _grouped(((one.skills, one.terms), one) for one in statements)
    return [_merged(places[0], places) for places in groups]
