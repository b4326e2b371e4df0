"""Certificates, licences and registrations asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.facts.certificates import certificate_finder
from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy import Logic, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.text.content_words import PREPOSITIONS
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import ARTICLE, CONJUNCTION, alternation, compiled, plain

_HELD = rf"\b[A-Z]{{{{2,6}}}}\b(?=(?:\W+(?:{CONJUNCTION}\s+)?[A-Z]{{{{2,6}}}}){{{{0,3}}}}[\s-]+(?:{{}})(?!(?:\s+[a-z]+)?\s+(?:{{}})))"
"""Abbreviations by which somebody is qualified, registered or chartered: "ATT or CTA qualified"; a school is not somebody."""

_BRACKETS = re.compile(r"\s*\([^()]{2,60}\)")
_CAPITALS = re.compile(r"(?<![\w.])[A-Z][A-Za-z]{0,4}[A-Z]\b")


@dataclass(frozen=True, slots=True)
class CertificateRequirement:
    """Certificates of a clause: `known` are ids of the catalogue with their places, `names` printed ones that it does not have.

    `open`: others of the kind count too; `spans` are the places of all, so that no skill is read from them.
    """

    known: tuple[tuple[str, Span], ...]
    names: tuple[str, ...]
    any_of: bool
    open: bool
    spans: tuple[Span, ...]

    @property
    def logic(self) -> Logic:
        """Whether one of them will do, or all are asked for."""
        return Logic.ANY_OF if self.any_of else Logic.ALL_OF

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the catalogue, each once."""
        return tuple(dict.fromkeys(each for each, _ in self.known))

    @property
    def names_and_ids(self) -> tuple[str, ...]:
        """All that are named."""
        return (*self.ids, *self.names)


class CertificateDemands:
    """What clauses ask for of certificates, by the words of one taxonomy. Pure after it is built."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues, words = taxonomy.necessity_cues, taxonomy.certificate_words
        self._finder, self._skill_names = certificate_finder(taxonomy), taxonomy.names
        self._held = late_pattern(
            _HELD.format(compiled(words.held_as).pattern, compiled(words.unasked_before).pattern)
        )
        self._of_people = late_pattern(rf"(?i){compiled(words.of_people).pattern}[^,;.]*")
        self._any_register = compiled(words.any_register)
        self._open = compiled((*cues.similar, *cues.illustrating))
        self._or = compiled(cues.or_words)
        joins = compiled((*cues.and_words, *words.joined_by)).pattern
        self._opening_join = late_pattern(rf"(?i)\A\W*{joins}\s+")
        self.licence = late_pattern(_licence(words))
        """The words by which a licence is named in the plain reading of a text."""
        self._licence_beside = late_pattern(rf"\W*{joins}\s+(?:[\w'-]+\s+){{0,4}}?{self.licence.pattern}")
        proofs = rf"{alternation(words.proofs)} of\s+(?:{ARTICLE}\s+)?"
        self._opening_proof = late_pattern(rf"(?i)\A\W*{proofs}")
        self._leads_names = alternation(words.leads_names)

    @once_a_document  # the parts of a clause are found by it before each is read
    def asked(
        self, text: str, *, expected: bool = False, degree: Span | None = None
    ) -> CertificateRequirement | None:
        """The certificates that a clause asks for. `expected`: it is in a list of certificates.

        `degree`: the place of a degree that it asks for, too; what no catalogue has is asked for beside it, not instead.
        """
        text = self._of_people.sub(lambda match: " " * len(match.group()), text)
        finder = self._finder
        word = finder.word(text)
        by_capitals = (
            Span(*each.span())
            for each in self._held.finditer(text)
            if folded(each.group()) not in self._skill_names
        )
        short = (*finder.abbreviations(text), *by_capitals, *self._bodies(text))
        named = finder.find(text)
        sure = word or expected or any(m.certain or any(m.span.overlaps(s) for s in short) for m in named)
        found = named if sure else ()
        if not found and not short and not (word and (expected or finder.asks(text))):
            return None
        low = plain(text)
        beside = degree is None or found or short or self._licence_beside.match(low, degree.end)
        if not beside:
            return None
        is_open = bool(self._open.search(low)) or not (found or short)
        others = [span for span in short if not any(each.span.overlaps(span) for each in found)]
        return CertificateRequirement(
            known=tuple((each.certification.id, each.span) for each in found),
            names=tuple(dict.fromkeys(span.of(text) for span in others)),
            any_of=is_open or "/" in low or bool(self._or.search(low)),
            open=is_open,
            spans=(*(each.span for each in found), *([word] if word else ()), *short),
        )

    def places(self, text: str) -> tuple[Span, ...]:
        """Where a clause that asks for certificates says so: their names and words like "licence", in order."""
        if (found := self.asked(text, degree=None)) is None:
            return ()
        names = (each for each in found.spans if each != self._finder.word(text))
        return tuple(sorted({*names, *(Span(*each.span()) for each in self.licence.finditer(plain(text)))}))

    def without_join(self, text: str) -> str:
        """A text without the "and" or the "proof of" that it opens with."""
        return " ".join(self._opening_proof.sub("", self._opening_join.sub("", text)).split())

    def called(self, wording: str, text: str) -> str:
        """What a certificate is called in a text of which `wording` is left: with a word before it that is part of its name."""
        full = re.search(rf"(?i)\b{self._leads_names}\s+{re.escape(wording)}\b", text) if wording else None
        return full.group() if full else wording

    def is_any_register(self, wording: str) -> bool:
        """Whether a wording leaves open which body it means: "the relevant professional body"."""
        return self._any_register.search(plain(wording)) is not None

    def _bodies(self, text: str) -> Iterator[Span]:
        """The bodies that a clause names in brackets behind "the relevant professional body", by their abbreviations."""
        for left_open in self._any_register.finditer(plain(text)):
            if brackets := _BRACKETS.match(text, left_open.end()):
                yield from (Span(*each.span()) for each in _CAPITALS.finditer(text, *brackets.span()))


def _licence(words: CertificateWords) -> str:
    """Words like "licence", unless a noun behind them says that they are none: "license management"."""
    small = alternation((*FUNCTION_WORDS, *PREPOSITIONS, *words.near_region, *words.steps))
    participles = [each for each in words.names if each.endswith("ed")]
    nouns = [each for each in words.names if each not in participles]
    return rf"\b(?:{alternation(participles)}|{alternation(nouns)}(?!\s+(?!{small}\b)[a-z]))\b"


certificate_demands = Derived(CertificateDemands)
"""The demands for certificates in the words of a taxonomy, compiled once for it."""
