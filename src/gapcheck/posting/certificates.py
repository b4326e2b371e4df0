"""Certificates, licences and registrations asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.facts.certificates import certificate_finder
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import CONJUNCTION, compiled, plain

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


def _is_licence_beside(text: str, degree_end: int, taxonomy: Taxonomy) -> bool:
    """Whether a licence stands beside a degree, and not instead of it: "and a teaching licence"."""
    licence = compiled(taxonomy.certificate_words.names).pattern
    beside = rf"\W*{_joins(taxonomy)}\s+(?:[\w'-]+\s+){{0,4}}?{licence}"
    return re.compile(beside).match(plain(text), degree_end) is not None


def without_join(text: str, taxonomy: Taxonomy) -> str:
    """A text without the "and" that it opens with."""
    return " ".join(re.sub(rf"(?i)\A\W*{_joins(taxonomy)}\s+", "", text).split())


def _bodies(text: str, taxonomy: Taxonomy) -> Iterator[Span]:
    """The bodies that a clause names in brackets behind "the relevant professional body", by their abbreviations."""
    for left_open in compiled(taxonomy.certificate_words.any_register).finditer(plain(text)):
        if brackets := _BRACKETS.match(text, left_open.end()):
            yield from (Span(*each.span()) for each in _CAPITALS.finditer(text, *brackets.span()))
