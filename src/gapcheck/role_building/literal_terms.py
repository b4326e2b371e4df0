"""What statements ask for in words of their own: looked for in a resume as they are, so that no demand is lost.

`unknown_terms` keeps what is convincing as the name of a new skill. A posting may ask for anything, though: what is
left of a statement that names nothing known, and every alternative of a choice, is a row of its report all the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from gapcheck.document import Document
from gapcheck.facts.certificates import certificate_finder
from gapcheck.posting import JobPosting, Statement
from gapcheck.role_building.name_recognition import NameRecognizer
from gapcheck.role_building.unknown_terms import Sighting, UnknownTerm
from gapcheck.taxonomy import Alias, Kind, Logic, NameMatch, Necessity, Skill, Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.phrases import BRACKETS, CONJUNCTION, compiled, plain, printed_as_name
from gapcheck.text.slugs import slug
from gapcheck.text.tokens import norms

_ASKED = frozenset({Kind.CERTIFICATION, Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL, Kind.EXPERIENCE})
_SIGNED = re.compile(r"[A-Z]{2}|\d")
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_JOINED = re.compile(rf",? {CONJUNCTION} |, ")
_SHORT = 8
"""Words of a clause that is nothing but a list; in a longer one "or" may join ordinary words."""
_LONGEST_NAME = 6
"""Content words of a name that is also looked for with other words between; more are a sentence."""
_LEAST = 4
"""Letters of a name that is no mere number or article."""


def literal_terms(
    read: Sequence[tuple[Document, JobPosting]], known: Iterable[UnknownTerm], taxonomy: Taxonomy
) -> tuple[UnknownTerm, ...]:
    """The terms, beside those `known`, without which a statement would be no row or a choice would lack a member."""
    held: dict[tuple[str, int], set[str]] = {}
    for term in known:
        for place in term.sightings:
            held.setdefault((place.document, place.statement), set()).add(term.id)
    taken = {term.id for term in known}
    names = NameRecognizer([document for document, _ in read], taxonomy)
    nouns = {*taxonomy.certificate_words.names, *taxonomy.certificate_words.asked}
    finder = certificate_finder(taxonomy)
    found: dict[str, UnknownTerm] = {}
    for document, posting in read:
        asked = {
            (number, at): way
            for number, statement in enumerate(posting.statements)
            for at, way in enumerate(statement.every)
            if way.kind in _ASKED and statement.necessity is not Necessity.MENTIONED and not statement.scope
        }
        heads = {(s.line, s.quote) for s in asked.values() if s.logic is not Logic.EXAMPLE}
        for (number, _), statement in asked.items():
            alone = not (statement.skills or statement.head)
            if alone and statement.logic is Logic.EXAMPLE and (statement.line, statement.quote) in heads:
                continue  # what its brackets list only says more about what has a row of its own
            if statement.kind is Kind.CERTIFICATION and _in_catalogue(statement, taxonomy):
                continue
            for label in _lacking(statement, held.get((posting.name, number), set()), names, taxonomy):
                name = slug(label)
                if not name or name in taken:
                    continue
                certified = (
                    statement.kind is Kind.CERTIFICATION
                    or (plain(label).split()[-1] in nouns and finder.asks(statement.quote))
                    or _is_held(label, statement.quote, taxonomy)
                )
                # what is held may have a skill's name, too: "telehandler ticket"
                if name in taxonomy.skills and not (certified and finder.word(label)):
                    continue
                place = Sighting(document.name, statement.line, statement.quote, number)
                before = found.get(name)
                places = (*(before.sightings if before else ()), place)
                soft = statement.kind is Kind.SOFT_SKILL
                kind = Kind.CERTIFICATION if certified else Kind.SOFT_SKILL if soft else Kind.SKILL
                found[name] = UnknownTerm(name, label, (document.name,), len(places), places, known_as=kind)
    return tuple(found.values())


def _is_held(label: str, quote: str, taxonomy: Taxonomy) -> bool:
    """Whether somebody is qualified, registered or chartered by an abbreviation: "ATT or CTA qualified"."""
    held = compiled(taxonomy.certificate_words.held_as).pattern
    behind = rf"\b{re.escape(label)}\b(?:\W+(?:{CONJUNCTION}\s+)?[A-Z]{{2,6}})*[\s-]+{held}"
    return _is_abbreviation(label) and re.search(behind, quote) is not None


def _in_catalogue(statement: Statement, taxonomy: Taxonomy) -> bool:
    """Whether the catalogue has what a row of certificates asks for: by name, or any on its topic."""
    topics = set(statement.topics)
    return bool(statement.certifications) or any(
        topics.intersection(each.topics) for each in taxonomy.certifications.values()
    )


def _lacking(
    statement: Statement, held: set[str], names: NameRecognizer, taxonomy: Taxonomy
) -> Sequence[str]:
    """The own words of a statement that nothing else covers."""
    known = bool(statement.skills or statement.head or held)
    if known:
        behind = (*taxonomy.term_words.nouns_behind_adjectives, *taxonomy.term_words.nouns_behind)
        bare = statement.logic is Logic.ANY_OF and len(statement.quote.split()) <= _SHORT
        return [
            term
            for term in statement.terms
            if bare or printed_as_name(term) or names.is_item(_JOINED.sub(" ", _named(term, behind)))
        ]
    if statement.min_months is not None and not statement.wording:
        return ()
    return (statement.wording,) if statement.wording else statement.terms


def _named(term: str, behind: Container[str]) -> str:
    """A name without the general noun that belongs to it: "land use"."""
    first, _, last = term.rpartition(" ")
    return first if first and last.lower() in behind else term


def literal_skill(term: UnknownTerm, taxonomy: Taxonomy) -> Skill:
    """A term as a skill that is found in any case; `matching.own_words` finds its words in other forms and orders.

    What is behind it in brackets, alone there, is another name: "ticket for work at height (IPAF)". A certificate is
    known by any abbreviation in its name, and by the name without the country or with another word for "licence".
    """
    names, generic = [term.label], frozenset[str]()
    aliases = {inner for place in term.sightings for inner in _other_name(place.quote, taxonomy)}
    patterns: dict[str, None] = {}
    if term.known_as is Kind.CERTIFICATION:
        words = taxonomy.certificate_words
        places = {*taxonomy.job_titles.regions, *taxonomy.job_titles.places}
        generic = frozenset(w for w in (*words.names, *words.asked) if w.isalpha())
        aliases.update(each for each in _ABBREVIATION.findall(term.label) if each.lower() not in places)
        names.append(" ".join(w for w in term.label.split() if w.lower() not in places))
        patterns = dict.fromkeys(filter(None, (_pattern(name, generic) for name in names)))
    aliases.discard(term.label)
    made = Skill(
        id=term.id,
        label=term.label,
        kind=term.known_as,
        match=NameMatch.CASED if _is_abbreviation(term.label) else NameMatch.CASELESS,
        aliases=tuple(
            Alias(name=each, match=NameMatch.CASED if _is_abbreviation(each) else NameMatch.CASELESS)
            for each in sorted(aliases)
        ),
        patterns=tuple(patterns),
    )
    known = taxonomy.skills.get(term.id)
    return made if known is None else _also(known, made)


def _also(known: Skill, held: Skill) -> Skill:
    """A skill of the taxonomy that a job document asks for as a certificate: with all the ways to write either."""
    names = {alias.name for alias in known.aliases} | {known.label}
    aliases = (*known.aliases, *(each for each in held.aliases if each.name not in names))
    patterns = tuple(dict.fromkeys((*known.patterns, *held.patterns)))
    return known.model_copy(update={"kind": held.kind, "aliases": aliases, "patterns": patterns})


def _other_name(quote: str, taxonomy: Taxonomy) -> list[str]:
    """What brackets hold that is printed as names are, if it is alone there: "(IPAF)", "(NVQ Level 3 or equivalent)"."""
    similar = compiled(taxonomy.necessity_cues.similar)
    found = [similar.sub("", match).strip(" ,;.") for match in BRACKETS.findall(quote)]
    return [
        each
        for each in found
        if _SIGNED.search(each) and len(each) > 1 and not re.search(rf"[,;/]|\b{CONJUNCTION}", each)
    ]


def _is_abbreviation(label: str) -> bool:
    return label.isupper() and label.isalpha() and len(label) < _LEAST + 2


def _pattern(label: str, generic: frozenset[str]) -> str:
    """The words of a certificate's name in their order, with a few others between; each of the `generic` may replace another."""
    words = content(norms(label))
    if not 0 < len(words) <= _LONGEST_NAME or not all(re.fullmatch(r"[a-z]+|\d+", word) for word in words):
        return ""
    if generic.issuperset(words) or (len(words) == 1 and len(words[0]) < _LEAST):
        return ""
    return " ... ".join("|".join(sorted(generic)) if word in generic else word for word in words)
