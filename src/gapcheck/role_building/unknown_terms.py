"""Names in job documents that the taxonomy does not know and that look like skills, and where each occurs.

What an item of a list names is a candidate. It is kept when its form or its place speaks for a skill: a capital inside a sentence, a digit or a sign in a word; or two and more plain words beside a known
skill or behind "experience with". Places, titles of roles, languages, degrees and certificates, general
words and words that open a sentence do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain, starmap

from gapcheck.document import Document
from gapcheck.posting import JobPosting, Statement
from gapcheck.role_building.name_recognition import NameRecognizer
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity, Taxonomy
from gapcheck.text.slugs import slug

_ASKED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL, Kind.EXPERIENCE})
_NAMING = frozenset({Kind.SKILL, Kind.KNOWLEDGE})
_FAR = 400
"""Characters behind a statement's beginning within which its terms are looked for."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place that asks for a term: the clause as printed, its line, counted from 1, and which statement it is."""

    document: str
    line: int
    quote: str
    statement: int


@dataclass(frozen=True, slots=True)
class UnknownTerm:
    """A name that the taxonomy lacks. `id` is the one that it would have; `label` its most frequent spelling.

    `documents`: names of those that have it anywhere; `mentions`: how often they do. `sightings` are the places that
    ask for it. `beside`: ids of the known skills that it is listed with, the most frequent first; `head`: the class
    that it is given as an example of. `known_as`: what it is asked for as (knowledge of, experience with).
    """

    id: str
    label: str
    documents: tuple[str, ...]
    mentions: int
    sightings: tuple[Sighting, ...]
    beside: tuple[str, ...] = ()
    head: str | None = None
    known_as: Kind = Kind.SKILL


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One term at one place."""

    term: str
    span: Span
    statement: Statement
    number: int
    document: Document


def unknown_terms(read: Sequence[tuple[Document, JobPosting]], taxonomy: Taxonomy) -> tuple[UnknownTerm, ...]:
    """The terms of all documents, those of most documents first; the order of the documents changes nothing."""
    ordered = sorted(read, key=lambda each: (each[1].name, each[0].sha256))
    documents = [document for document, _ in ordered]
    names = NameRecognizer(documents, taxonomy)
    groups: dict[str, list[_Candidate]] = {}
    for each in chain.from_iterable(starmap(_candidates, ordered)):
        name = slug(each.term)
        if name and name not in taxonomy.skills and not taxonomy.named(each.term):
            groups.setdefault(name, []).append(each)
    kept = [
        _term(name, places, documents)
        for name, places in groups.items()
        if _convincing(places, names, taxonomy)
    ]
    return tuple(sorted(kept, key=lambda t: (-len(t.documents), -t.mentions, t.id)))


# ---------------------------------------------------------------- candidates
def _candidates(document: Document, posting: JobPosting) -> Iterator[_Candidate]:
    for number, statement in enumerate(posting.statements):
        if statement.kind in _ASKED and statement.necessity is not Necessity.MENTIONED:
            for term in statement.terms:
                span = _place(document.text, term, statement.span)
                if span is not None:
                    yield _Candidate(span.of(document.text), span, statement, number, document)


def _place(text: str, term: str, near: Span) -> Span | None:
    pattern = r"\s+".join(map(re.escape, term.split()))
    match = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, near.start, near.end + _FAR)
    return Span(*match.span()) if match else None


# ---------------------------------------------------------------- judging
def _convincing(places: Sequence[_Candidate], names: NameRecognizer, taxonomy: Taxonomy) -> bool:
    """Whether the places of one term together speak for a skill."""
    if any(names.excluded(p.term, p.document.text, p.span) for p in places):
        return False
    if any(_is_name(p, names) for p in places):
        return True
    repeated = len({p.document.name for p in places}) > 1
    return any(
        names.is_common_noun(p.term, repeated=repeated)
        and (_beside_skills(p.statement, taxonomy) or names.asked_by_name(p.document.text, p.span))
        for p in places
    )


def _is_name(place: _Candidate, names: NameRecognizer) -> bool:
    others = len((*place.statement.terms, *place.statement.skills)) > 1
    return names.is_printed_as_name(place.term, place.document.text, place.span, listed_with_others=others)


def _beside_skills(statement: Statement, taxonomy: Taxonomy) -> bool:
    """Whether known skills that are no soft ones make up at least half of the list."""
    known = [s for s in statement.skills if s in taxonomy.skills and taxonomy.skills[s].kind in _NAMING]
    return len(known) >= max(len(statement.terms), 1)


# ---------------------------------------------------------------- a term
def _term(name: str, places: Sequence[_Candidate], documents: Sequence[Document]) -> UnknownTerm:
    spelled = Counter(" ".join(p.term.split()) for p in places)
    label = min(spelled, key=lambda each: (-spelled[each], each.isupper(), each))
    counted = {d.name: n for d in documents if (n := occurrences(label, d.text))}
    sightings = {
        Sighting(p.document.name, p.document.line_number(p.span.start), p.statement.quote, p.number)
        for p in places
    }
    beside = Counter(skill for p in places for skill in p.statement.skills)
    heads = Counter(p.statement.head for p in places if p.statement.head)
    return UnknownTerm(
        id=name,
        label=label,
        documents=tuple(sorted(counted.keys() | {p.document.name for p in places})),
        mentions=max(sum(counted.values()), len(places)),
        sightings=tuple(sorted(sightings, key=lambda s: (s.document, s.line, s.statement))),
        beside=tuple(sorted(beside, key=lambda s: (-beside[s], s))),
        head=min(heads, key=lambda h: (-heads[h], h)) if heads else None,
        known_as=_known_as(places),
    )


def occurrences(label: str, text: str) -> int:
    """How often a text has the words of a name, in any case, hyphens like blanks."""
    pattern = r"[\s\-\u2010-\u2015]+".join(map(re.escape, re.split(r"[\s-]+", label)))
    return len(re.findall(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))


def _known_as(places: Sequence[_Candidate]) -> Kind:
    if all(p.statement.kind is Kind.SOFT_SKILL and not p.statement.skills for p in places):
        return Kind.SOFT_SKILL
    kinds = Counter(p.statement.kind for p in places if p.statement.kind in _NAMING and p.statement.skills)
    return min(kinds, key=lambda k: (-kinds[k], k.value)) if kinds else Kind.SKILL


def with_terms(
    postings: Iterable[JobPosting], terms: Iterable[UnknownTerm], taxonomy: Taxonomy
) -> tuple[JobPosting, ...]:
    """The postings with these terms, and no others, in the statements that ask for them.

    What a statement calls by the name of a skill of the taxonomy, though the matcher wanted more context, is that skill.
    """
    held: dict[tuple[str, int], list[str]] = {}
    certificates = set()
    for term in sorted(terms, key=lambda each: each.id):
        for place in term.sightings:
            labels = held.setdefault((place.document, place.statement), [])
            labels += [] if term.label in labels else [term.label]
        if term.known_as is Kind.CERTIFICATION:
            certificates.add(term.label)
    return tuple(
        replace(
            posting,
            statements=tuple(
                each
                for number, statement in enumerate(posting.statements)
                for each in _with(statement, held.get((posting.name, number), ()), certificates, taxonomy)
            ),
        )
        for posting in postings
    )


def _with(
    statement: Statement, terms: Sequence[str], certificates: AbstractSet[str], taxonomy: Taxonomy
) -> Iterator[Statement]:
    """The statement with its terms exchanged, and a row of its own for each certificate among them."""
    if statement.kind is Kind.EDUCATION or statement.instead:  # what will do in its place stays with it
        yield statement
        return
    order = {slug(term): at for at, term in enumerate(statement.terms)}
    rest = tuple(
        sorted((t for t in terms if t not in certificates), key=lambda t: order.get(slug(t), len(order)))
    )
    for name in terms:
        if name in certificates:
            yield statement.replaced(
                kind=Kind.CERTIFICATION, terms=(name,), topics=(slug(name),), open=False, logic=Logic.ALL_OF
            )
    if statement.kind not in _ASKED:  # the terms of certificates and languages are their names
        if len(rest) == len(terms):
            yield statement
        return
    named = [skill for skill in order if skill in taxonomy.skills]
    skills = tuple(dict.fromkeys((*statement.skills, *named)))
    if len(rest) == len(terms) or rest or skills:
        yield statement.replaced(terms=rest, skills=skills)
