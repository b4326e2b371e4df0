"""Clauses that ask for a degree, licences and time in some work, and how "and" and "or" join these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from gapcheck.facts.durations import Duration
from gapcheck.posting.certificates import certificate_demands
from gapcheck.posting.education import degree_asked
from gapcheck.posting.experience import experience_finder
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.phrases import CONJUNCTION, alternation, compiled, plain

_WORDS_BEFORE = {Kind.CERTIFICATION: 4, Kind.EDUCATION: 2, Kind.EXPERIENCE: 5}
"""Words between what joins a thing to the one before it and the thing: "or a current teaching licence"."""


_WORD = r"[\w'’.-]+"
_LEAST, _MOST = 2, 12
"""Things that can be joined in a clause; more are no sentence, and each part would be read with the whole clause beside it."""


class ProofPart(NamedTuple):
    """A part of a clause that asks for one kind of thing. `instead`: it will do in place of the part before it.

    `times` are the lengths of time in it, with their places there.
    """

    kind: Kind
    span: Span
    instead: bool
    times: tuple[Duration, ...] = ()


class _NamedProof(NamedTuple):
    kind: Kind
    span: Span


class JoinedProofs:
    """Takes such clauses apart. Pure after it is built."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._certificates = certificate_demands(taxonomy)
        self._experience = experience_finder(taxonomy)
        words, cues = taxonomy.required_experience, taxonomy.necessity_cues
        either = rf"(?:\band\s?/\s?)?{compiled(cues.or_words).pattern}"
        with_years = tuple(each for each in words.with_years if each not in cues.and_words)
        both = compiled((*cues.and_words, *taxonomy.certificate_words.joined_by, *with_years)).pattern
        self._with_years = re.compile(rf"[\s,]*(?:{compiled(with_years).pattern})(?!\w)")
        joiner = rf"\b{CONJUNCTION}|{both}"
        joined = rf"(?P<joiner>(?P<either>{either})|(?P<both>{both}|&)|,)"
        before = {Kind.EXPERIENCE: alternation(words.around_numbers)}
        self._join = {
            kind: re.compile(rf"{joined}(?:\s*(?!{joiner}){before.get(kind, _WORD)}){{0,{most}}}\s*\Z")
            for kind, most in _WORDS_BEFORE.items()
        }

    def of(self, text: str) -> tuple[ProofPart, ...]:
        """The parts of a clause, in order; none where it asks for one thing, or where nothing says how they are joined."""
        named = self._named(text)
        if not _LEAST <= len(named) <= _MOST:
            return ()
        low, end = plain(text), len(text)
        parts: list[ProofPart] = []
        if self._is_choice_of_pairs(low, named):
            return ()
        chosen: bool | None = None
        for before, each in reversed(list(pairwise(named))):
            join = self._join[each.kind].search(low, before.span.end, each.span.start)
            if join is None:
                chosen = chosen if before.kind is each.kind else None  # "CPA licence" is one by two words
            elif join["either"] or join["both"]:
                chosen = bool(join["either"])
            elif chosen is None and before.kind is each.kind and " " not in each.span.of(text):
                chosen = False  # a number alone: "five years of sales, two in retail"
            one = before.kind is each.kind is not Kind.EXPERIENCE  # certificates have a logic of their own
            if join is None or chosen is None or one:
                continue
            parts.append(ProofPart(each.kind, Span(join.end("joiner"), end), chosen))
            end = join.start()
        if not parts:
            return ()
        times = self._experience.find(low)
        every = (ProofPart(named[0].kind, Span(0, end), instead=False), *reversed(parts))
        return tuple(each._replace(times=tuple(_within(each.span, times))) for each in every)

    def _is_choice_of_pairs(self, low: str, named: Sequence[_NamedProof]) -> bool:
        """Whether one of the things has years of its own and there is a choice: "a CPA with three years or a CA with five".

        Such a pair goes together, and no part of the clause says so.
        """
        joins = [
            self._join[each.kind].search(low, before.span.end, each.span.start)
            for before, each in pairwise(named)
        ]
        paired = any(
            join is not None and each.kind is Kind.EXPERIENCE and self._with_years.match(join["joiner"])
            for join, each in zip(joins, named[1:], strict=True)
        )
        return paired and any(join is not None and join["either"] for join in joins)

    def _named(self, text: str) -> list[_NamedProof]:
        """What a clause asks for, in order, without the years that go with a degree."""
        degree = degree_asked(text, self._taxonomy)
        times = self._experience.find(plain(text))
        rest, names, own = text, None, frozenset[Span]()
        if degree is not None:
            names, own = degree.names, frozenset(degree.times)
            loose = any(each.span not in own for each in times)
            if degree.alternatives or (own and loose) or any(each.span.overlaps(names) for each in times):
                return []
            rest = f"{text[: names.start]}{' ' * len(names)}{text[names.end :]}"
        found = [
            *([_NamedProof(Kind.EDUCATION, names)] if names else []),
            *(_NamedProof(Kind.CERTIFICATION, each) for each in self._certificates.places(rest)),
            *(_NamedProof(Kind.EXPERIENCE, each.span) for each in times if each.span not in own),
        ]
        ordered: list[_NamedProof] = []
        for each in sorted(found, key=lambda named: named.span):
            if not ordered or not each.span.overlaps(ordered[-1].span):
                ordered.append(each)
        return ordered


def _within(part: Span, times: Iterable[Duration]) -> Iterator[Duration]:
    """The lengths of time in a part of a clause, with their places there: "two of Kafka" has its unit from the part before."""
    for each in times:
        if each.span in part:
            yield replace(each, span=Span(each.span.start - part.start, each.span.end - part.start))


joined_proofs = Derived(JoinedProofs)
"""The rules with the words of a taxonomy."""
