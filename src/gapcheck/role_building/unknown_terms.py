"""Names in job documents that the taxonomy does not know and that look like skills, and where each occurs.

What an item of a list names, and what is printed like a name, is a candidate. It is kept when its form or its place
speaks for a skill: a capital inside a sentence, a digit or a sign in a word; or two and more plain words beside a known
skill or behind "experience with". The employer, places, titles of roles, languages, degrees and certificates, general
words and words that open a sentence do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.matching import SkillMatcher
from gapcheck.matching.mentions import Genre, Passage
from gapcheck.posting import JobPosting, Statement
from gapcheck.posting.working_time import working_time
from gapcheck.role_building.name_recognition import NameRecognizer, runs_of_names
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity, Taxonomy
from gapcheck.text.phrases import plain
from gapcheck.text.slugs import slug

_ASKED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL, Kind.EXPERIENCE})
_NAMING = frozenset({Kind.SKILL, Kind.KNOWLEDGE})
_SHORT = 12
"""Words of a clause that lists rather than narrates."""
_FAR = 400
"""Characters behind a statement's beginning within which its terms are looked for."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place that asks for a term: the clause as printed, its line, counted from 1, and which statement it is.

    `listed`: it is an item of the statement's list; else it is beside it ("debugging with ...").
    """

    document: str
    line: int
    quote: str
    statement: int
    listed: bool = True


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
    listed: bool


def unknown_terms(
    read: Sequence[tuple[Document, JobPosting]], taxonomy: Taxonomy, matcher: SkillMatcher
) -> tuple[UnknownTerm, ...]:
    """The terms of all documents, those of most documents first; the order of the documents changes nothing."""
    ordered = sorted(read, key=lambda each: (each[1].name, each[0].sha256))
    found = [each for pair in ordered for each in _candidates(*pair, taxonomy, matcher)]
    documents = [document for document, _ in ordered]
    names = NameRecognizer(documents, [posting for _, posting in ordered], taxonomy)
    groups: dict[str, list[_Candidate]] = {}
    for candidate in found:
        term = names.trimmed(candidate.term)
        start = candidate.span.start
        each = replace(candidate, term=term, span=Span(start, start + len(term)))
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
def _candidates(
    document: Document, posting: JobPosting, taxonomy: Taxonomy, matcher: SkillMatcher
) -> Iterator[_Candidate]:
    text = document.text
    clauses: dict[tuple[int, str], dict[int, Statement]] = {}
    for number, statement in enumerate(posting.statements):
        if statement.kind in _ASKED and statement.necessity is not Necessity.MENTIONED:
            clauses.setdefault((statement.line, statement.quote), {})[number] = statement
    for statements in clauses.values():
        spans = [statement.span for statement in statements.values()]
        region = Span(min(s.start for s in spans), max(s.end for s in spans))
        matches = matcher.find(text, [Passage(region, listing=True)], genre=Genre.POSTING)
        taken = [m.span for m in matches.mentions if m.skill in taxonomy.skills]
        for number, statement in statements.items():
            for term in statement.terms:
                span = _place(text, term, statement.span)
                if span is not None and not any(span in each for each in taken):
                    taken.append(span)
                    yield _Candidate(
                        text[span.start : span.end], span, statement, number, document, listed=True
                    )
        for span in runs_of_names(text, region, taken):
            if working_time(taxonomy).found_in(plain(span.of(text))):
                continue
            number = _nearest(statements, span)
            yield _Candidate(span.of(text), span, statements[number], number, document, listed=False)


def _place(text: str, term: str, near: Span) -> Span | None:
    pattern = r"\s+".join(map(re.escape, term.split()))
    match = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, near.start, near.end + _FAR)
    return Span(*match.span()) if match else None


def _nearest(statements: Mapping[int, Statement], span: Span) -> int:
    def distance(number: int) -> tuple[bool, int, int]:
        own = statements[number].span
        return span not in own, abs(own.start - span.start), number

    return min(statements, key=distance)


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
    """Whether it is printed as a name; mere capitals in prose can mean anything and need a word that asks for them."""
    text, span = place.document.text, place.span
    if not place.listed and not names.asked_by_name(text, span):
        if not names.introduced(text, span):
            return False
        short = len(place.statement.quote.split()) <= _SHORT and bool(place.statement.skills)
        if place.term.isupper() and place.term.isalpha() and not short:
            return False
    others = place.listed and len((*place.statement.terms, *place.statement.skills)) > 1
    return names.is_printed_as_name(place.term, text, span, listed_with_others=others)


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
        Sighting(p.document.name, p.document.line_number(p.span.start), p.statement.quote, p.number, p.listed)
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


def _known_as(places: Iterable[_Candidate]) -> Kind:
    kinds = Counter(p.statement.kind for p in places if p.statement.kind in _NAMING and p.statement.skills)
    return min(kinds, key=lambda k: (-kinds[k], k.value)) if kinds else Kind.SKILL


def with_terms(postings: Iterable[JobPosting], terms: Iterable[UnknownTerm]) -> tuple[JobPosting, ...]:
    """The postings with these terms, and no others, in the statements that ask for them."""
    held: dict[tuple[str, int], dict[str, bool]] = {}
    for term in sorted(terms, key=lambda each: each.id):
        for place in term.sightings:
            held.setdefault((place.document, place.statement), {})[term.label] = place.listed
    return tuple(
        replace(
            posting,
            statements=tuple(
                each
                for number, statement in enumerate(posting.statements)
                for each in _with(statement, held.get((posting.name, number), {}))
            ),
        )
        for posting in postings
    )


def _with(statement: Statement, terms: Mapping[str, bool]) -> Iterator[Statement]:
    """The statement with its terms exchanged, and one of its own for what is beside its list."""
    if statement.kind not in _ASKED:
        yield statement  # the terms of certificates and languages are their names
        return
    choice = statement.logic is Logic.ANY_OF and len(statement.skills) > 1
    within = tuple(term for term, listed in terms.items() if listed or choice)
    yield statement.replaced(terms=within)
    for term in sorted(terms.keys() - set(within)):
        yield statement.replaced(
            kind=Kind.SKILL,
            logic=Logic.ALL_OF,
            open=False,
            head=None,
            skills=(),
            terms=(term,),
            min_months=None,
            min_count=None,
            under=False,
        )
