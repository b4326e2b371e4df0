"""What a clause says of the person who is sought, where no heading says that it asks: "we want somebody who can ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.facts.durations import NUMBER_START
from gapcheck.lazy import late_pattern
from gapcheck.outline.model import SectionKind
from gapcheck.posting.parts import Part
from gapcheck.spans import Span
from gapcheck.taxonomy.language.posting_words import NecessityCues
from gapcheck.text.phrases import ARTICLE, compiled, plain
from gapcheck.text.sentences import sentences

_STRAY = frozenset({SectionKind.NEUTRAL, SectionKind.ABOUT, SectionKind.DUTIES})
"""Parts among whose items some say what somebody can do or knows, and so ask."""
_LOOSE = frozenset({SectionKind.NEUTRAL})
"""Parts in which a line without a bullet does so, too: postings without headings ask in lines of their own."""


@dataclass(frozen=True, slots=True)
class Described:
    """The words by which a clause speaks of somebody, and the place of what it says of them."""

    cue: str
    content: Span


class SoughtPerson:
    """Finds it by the words of one taxonomy, in the plain reading of a clause."""

    def __init__(self, cues: NecessityCues) -> None:
        self._sought = re.compile(f"(?P<cue>{compiled(cues.sought).pattern})")
        self._seeks = re.compile(
            rf"{self._sought.pattern}\s+(?!{compiled(cues.not_claims).pattern}){compiled(cues.claims).pattern}"
        )
        self._kind = re.compile(
            rf"(?:^\W*|\b(?:{compiled(cues.seekers).pattern})\s+(?:and\s+)?)(?P<cue>{compiled(cues.seeks).pattern})\s+(?:{ARTICLE}\s+)?(?P<what>(?:[\w'-]+,?\s+){{1,8}}?)"
            rf"{compiled(cues.persons).pattern}"
        )
        # "you must have", in so many words
        self.must_have = late_pattern(
            rf"{compiled(cues.addressed).pattern}\s+(?!{compiled(cues.not_claims).pattern}){compiled(cues.owed).pattern}"
        )
        essential = rf"{compiled(cues.required).pattern}\s+{compiled(cues.conditions).pattern}\s+{compiled(cues.addressed).pattern}"
        self._outright = re.compile(
            rf"{self.must_have.pattern}|{compiled(cues.sought).pattern}|{essential}\s+{compiled(cues.claims).pattern}"
        )
        level = compiled(tuple(word for words in cues.levels.values() for word in words)).pattern
        self._years = re.compile(
            rf"\W*(?:{compiled(cues.weak_required).pattern}\s+)?{NUMBER_START}.*?{compiled(cues.trade_experience).pattern}"
        )
        self._addressed = compiled(cues.addressed)
        known = compiled((*cues.known, *cues.trade_experience)).pattern
        self._brought = re.compile(
            rf"\W*(?:(?:{compiled(cues.shows).pattern}|{level}|{ARTICLE})\s+){{0,3}}"
            rf"(?P<cue>{compiled((*cues.able_to, *cues.apt)).pattern}|{known}\s+{compiled(cues.known_of).pattern})\s"
        )

    def asked_outright(self, text: str) -> bool:
        """Whether a sentence of a text says of the candidate what they must have: "you must hold one of these"."""
        return any(
            self._outright.search(plain(each.of(text))) for each in sentences(text, Span(0, len(text)))
        )

    def __call__(self, low: str, part: Part, names: Sequence[Span], *, known: bool) -> Described | None:
        """What the clause says; `names` are places of skills in it, `known` whether it names what somebody brings at all."""
        brought = self._brought.match(low) if part.kind in (_STRAY if part.bullet else _LOOSE) else None
        if brought and part.bullet:
            return Described(brought["cue"], Span(0, len(low)))
        opens = brought or (part.kind in _LOOSE and not part.bullet and self._years.match(low))
        if opens and not self._addressed.match(low):  # prose may open so and tell: no cue vouches for it
            return Described("", Span(0, len(low)))
        sought = (self._sought if known else self._seeks).search(low)
        if sought:
            return Described(sought["cue"], Span(sought.end("cue"), len(low)))
        kind = self._kind.search(low) if names else None
        what = Span(*kind.span("what")) if kind else Span(0, 0)
        return Described(kind["cue"], what) if kind and any(name in what for name in names) else None
