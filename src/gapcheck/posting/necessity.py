"""How strongly a clause asks: a cue in it, else in its sentence, else its heading, else the document.

Preferred beats required within one clause: in "a minimum of two years is preferred", the minimum sets the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.posting.phrases import compiled
from gapcheck.posting.sections import SILENT, Part, PartKind
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity
from gapcheck.taxonomy.necessity_cues import NecessityCues

_COPULA = re.compile(r"\b(?:is|are|be|being|was|were|seems?|remains?)\s+(?:\w+\s+){0,2}\Z")
_TAIL = re.compile(r"\s+(?:for|to|in|because|since|as|from|when|of everyone)\b")
_FRAGMENT_NOT = re.compile(
    r"(?:we|our|the (?!ability|candidate|ideal|successful|right|capacity|willingness)\w+|this|these|that|they|their|it|its|he|she|his|her|there|here|nobody|everybody|everyone"
    r"|some of|half of|all of|two of|most of|many|such|as a|as an|if|when|while|what|how|why|for those|on average|in addition|yes|no)\b"
)
_ADDRESSED = re.compile(
    r"(?:ideally,? )?(?:you|you've|you're|you'll|you'd|candidates?|applicants?|the (?:ideal|successful|right|best)? ?(?:candidate|applicant|person|hire)s?"
    r"|the post holder|the jobholder|a successful|an individual|individuals)\b"
)
_VERB_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|may|plays?|offers?|provides?|allows?|enables?|takes?|makes?|serves?|varies|vary|involves?|includes?)\b"
)


@dataclass(frozen=True, slots=True)
class Asking:
    """How strongly, by which word and by which rule (clause, sentence, heading, document).

    `content` is the part of the clause that is asked for: without what stands behind "is essential for".
    """

    necessity: Necessity
    cue: str
    rule: str
    content: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a clause."""

    necessity: Necessity
    span: Span
    weak: bool = False


def cue_of(low: str, cues: NecessityCues) -> Cue | None:
    """The cue that decides in a clause (in its plain reading), if there is one."""
    preferred = compiled(cues.preferred).search(low)
    required = compiled(cues.required).search(low)
    if preferred and required and re.match(r"[\s\w]*\bnot\b", low[preferred.end() : preferred.end() + 8]):
        preferred = None
    if preferred:
        return Cue(Necessity.PREFERRED, Span(*preferred.span()))
    if required:
        return Cue(Necessity.REQUIRED, Span(*required.span()))
    weak = compiled(cues.weak_required).search(low)
    return Cue(Necessity.REQUIRED, Span(*weak.span()), weak=True) if weak else None


def asks_nothing(low: str, cues: NecessityCues) -> bool:
    """Whether a clause declines, or tells a fact of the job that is no skill."""
    return bool(compiled(cues.declined).search(low) or compiled(cues.facts).search(low))


def asking(
    low: str, sentence_cue: Cue | None, part: Part, cues: NecessityCues, *, sentence_start: bool
) -> Asking | None:
    """How strongly a clause asks, or None when it does not. `low`: the clause's plain reading."""
    whole = Span(0, len(low))
    if part.kind in SILENT or part.kind is PartKind.APPLY or part.kind is PartKind.LEVELS:
        strong = cue_of(low, cues)
        if part.kind is not PartKind.APPLY or strong is None or strong.weak or part.kind in SILENT:
            return None
    cue = cue_of(low, cues)
    listed = part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}
    if cue is not None and not (cue.weak and listed):
        return Asking(cue.necessity, cue.span.of(low), "clause", _content(low, cue))
    if (
        sentence_cue is not None
        and not sentence_cue.weak
        and sentence_cue.necessity is Necessity.REQUIRED
        and not (part.bullet and listed)
    ):
        return Asking(sentence_cue.necessity, "", "sentence", whole)
    if listed and (part.bullet or part.is_heading or asks_by_form(low)):
        necessity = Necessity(part.kind.value)
        return Asking(necessity, part.introduction or part.heading, "heading", whole)
    if cue is not None:
        return Asking(cue.necessity, cue.span.of(low), "clause", _content(low, cue))
    return None


def asks_by_form(low: str) -> bool:
    """Whether a sentence without a cue speaks of the candidate: to "you", or as a bare list of qualities."""
    if _ADDRESSED.match(low):
        return True
    return not _FRAGMENT_NOT.match(low) and not _VERB_SENTENCE.search(low)


def _content(low: str, cue: Cue) -> Span:
    """Behind "is essential" stands what it is good for; before "must have", who must."""
    if _COPULA.search(low[: cue.span.start]) and cue.span.start > 8:
        tail = _TAIL.match(low, cue.span.end)
        if tail:
            return Span(0, cue.span.end)
    return Span(0, len(low))
