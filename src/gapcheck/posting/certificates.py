"""Certificates, licences and registrations asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.facts.certificates import certificate_finder
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.content_words import PREPOSITIONS
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import CONJUNCTION, OR, alternation, compiled, plain

_HELD = rf"\b[A-Z]{{{{2,6}}}}\b(?=(?:\W+(?:{CONJUNCTION}\s+)?[A-Z]{{{{2,6}}}}){{{{0,3}}}}[\s-]+(?:{{}}))"
"""Abbreviations by which somebody is qualified, registered or chartered: "ATT or CTA qualified"."""

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
    def ids(self) -> tuple[str, ...]:
        """The ids of the catalogue, each once."""
        return tuple(dict.fromkeys(each for each, _ in self.known))

    @property
    def names_and_ids(self) -> tuple[str, ...]:
        """All that are named."""
        return (*self.ids, *self.names)


def certificates_asked(
    text: str, taxonomy: Taxonomy, *, expected: bool = False, degree: Span | None = None
) -> CertificateRequirement | None:
    """The certificates that a clause asks for. `expected`: it is in a list of certificates.

    `degree`: the place of a degree that it asks for, too; what no catalogue has is asked for beside it, not instead.
    """
    finder, cues = certificate_finder(taxonomy), taxonomy.necessity_cues
    word = finder.word(text)
    held = compiled(taxonomy.certificate_words.held_as).pattern
    by_capitals = (
        Span(*m.span()) for m in re.finditer(_HELD.format(held), text) if not taxonomy.named(m.group())
    )
    short = (*finder.abbreviations(text), *by_capitals, *_bodies(text, taxonomy))
    named = finder.find(text)
    sure = word or expected or any(m.certain or any(m.span.overlaps(s) for s in short) for m in named)
    found = named if sure else ()
    if not found and not short and not (word and (expected or finder.asks(text))):
        return None
    if degree and not (found or short or _is_licence_beside(text, degree.end, taxonomy)):
        return None
    low = plain(text)
    is_open = bool(compiled((*cues.similar, *cues.illustrating)).search(low)) or not (found or short)
    others = [span for span in short if not any(each.span.overlaps(span) for each in found)]
    return CertificateRequirement(
        known=tuple((each.certification.id, each.span) for each in found),
        names=tuple(dict.fromkeys(span.of(text) for span in others)),
        any_of=is_open or "/" in low or bool(compiled(cues.or_words).search(low)),
        open=is_open,
        spans=(*(each.span for each in found), *([word] if word else ()), *short),
    )


def _joins(taxonomy: Taxonomy) -> str:
    return compiled((*taxonomy.necessity_cues.and_words, *taxonomy.certificate_words.joined_by)).pattern


def _licence_names(taxonomy: Taxonomy) -> re.Pattern[str]:
    """Words like "licence", unless a noun behind them says that they are none: "license management"."""
    words = taxonomy.certificate_words
    small = alternation((*FUNCTION_WORDS, *PREPOSITIONS, *words.near_region, *words.steps))
    participles = [each for each in words.names if each.endswith("ed")]
    nouns = [each for each in words.names if each not in participles]
    return re.compile(rf"\b(?:{alternation(participles)}|{alternation(nouns)}(?!\s+(?!{small}\b)[a-z]))\b")


licence_names = Derived(_licence_names)
"""The words of a taxonomy by which a licence is named in the plain reading of a text."""


def _is_licence_beside(text: str, degree_end: int, taxonomy: Taxonomy) -> bool:
    """Whether a licence stands beside a degree, and not instead of it: "and a teaching licence"."""
    beside = rf"\W*{_joins(taxonomy)}\s+(?:[\w'-]+\s+){{0,4}}?{licence_names(taxonomy).pattern}"
    return re.compile(beside).match(plain(text), degree_end) is not None


def instead_of_degree(text: str, degree_end: int, taxonomy: Taxonomy) -> bool:
    """Whether a licence or certificate behind a degree will do in its place: "or a teaching licence", "or RN"."""
    finder, low = certificate_finder(taxonomy), plain(text)
    word = licence_names(taxonomy).search(low, degree_end)
    places = [
        *(each.span.start for each in finder.find(text)),
        *(each.start for each in finder.abbreviations(text)),
    ]
    first = min((at for at in (*places, *([word.start()] if word else ())) if at >= degree_end), default=None)
    if first is None:
        return False
    between = low[degree_end:first]
    chosen = re.fullmatch(rf"\W*{OR}\s+(?:[\w'-]+\s+){{0,4}}", between)
    return chosen is not None and not re.search(_joins(taxonomy), between)


def without_join(text: str, taxonomy: Taxonomy) -> str:
    """A text without the "and" that it opens with."""
    return " ".join(re.sub(rf"(?i)\A\W*{_joins(taxonomy)}\s+", "", text).split())


def called(wording: str, text: str, taxonomy: Taxonomy) -> str:
    """What a certificate is called in a text of which `wording` is left: with a word before it that is part of its name."""
    part = alternation(taxonomy.certificate_words.leads_names)
    full = re.search(rf"(?i)\b(?:{part})\s+{re.escape(wording)}\b", text) if wording else None
    return full.group() if full else wording


def _bodies(text: str, taxonomy: Taxonomy) -> Iterator[Span]:
    """The bodies that a clause names in brackets behind "the relevant professional body", by their abbreviations."""
    for left_open in compiled(taxonomy.certificate_words.any_register).finditer(plain(text)):
        if brackets := _BRACKETS.match(text, left_open.end()):
            yield from (Span(*each.span()) for each in _CAPITALS.finditer(text, *brackets.span()))
