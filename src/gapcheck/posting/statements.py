"""Text -> sentences -> clauses: the pieces that can each ask for something of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, plain
from gapcheck.text.sentences import trimmed

_BOUNDARY = re.compile(
    r"\s*;(?!\s*or (?:an? |your )?(?:(?:relevant|completed|higher) )?(?:bachelor|master|ph\.?d|doctor|msc|m\.sc|mba|advanced degree|degree)\b)\s*"
    r"|\s+\u2013\s+(?=though|but|you|we|nobody|so\b|and we)"
    r"|\s+[\u2013-]\s+(?=[^,;:\u2013]{1,40}?\s(?:is|are|would be|will be)\s+(?:also\s+|highly\s+|an?\s+|a (?:big|real|strong)\s+)?"
    r"(?:required|essential|preferred|desirable|necessary|needed|mandatory|must|plus|bonus|advantage|asset|welcome|ideal|useful|helpful)\b)"
    r"|,?\s+(?:but(?!\s+(?:is\s+|are\s+)?not limited)|whereas|although|though|however|while)\s+"
    r"|,\s+(?=as (?:is|are)\b)"
    r"|,\s+and\s+(?=(?:an?|the|some|good|experience|knowledge|familiarity)\s[^,;]{3,70}\s(?:is|are|would be|will be)\s+(?:also\s+|highly\s+|an?\s+)?"
    r"(?:required|essential|preferred|desirable|necessary|needed|mandatory|must|plus|bonus|advantage|asset|expected|important)\b)"
    r"|,\s*(?=(?:so|because|since|as (?:nobody|you|we|the|it|our|this|that))\b)"
    r"|:\s+(?=(?:if|when|because|since|nobody|there|this|it|we|you've|you'll|you should|our)\s)"
    r"|\s+(?=(?:because|since)\s+(?:you|we|the|our|nobody|they|it|\w+\s+(?:will|is|are|has|have|phone|closes))\b)"
)
_PREDICATE = (
    r"\b(?:is|are|would be|will be)\s+(?:(?:also|highly|very|strongly|really|definitely|an?|absolutely)\s+){0,2}"
    r"(?:required|essential|necessary|needed|mandatory|must|crucial|expected|important|preferred|desirable|desired|valued|valuable"
    r"|welcome|beneficial|useful|helpful|appreciated|advantageous|plus|bonus|advantage|asset)"
)
_TWO_PREDICATES = re.compile(rf"{_PREDICATE}(?P<join>,?\s+and\s+)(?=[^,;]{{1,60}}?\s{_PREDICATE}\b)")
"""In "X is necessary, and Y is highly valued" each half has a cue of its own."""
_COUNT = r"(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|nine|ten)"
_AT_LEAST = r"(?:(?:at\s+least|a\s+minimum\s+of|minimum|preferably|ideally|around|about)\s+)?"
_NUMBERED_PART = re.compile(
    rf"(?<!\bleast)(?<!\bof)(?<!\bminimum)(?<!\bpreferably)(?<!\bideally),?\s+(?:and\s+)?(?:(?=of\s+which\s+{_AT_LEAST}{_COUNT}\b)"
    rf"|(?:(?:incl\.?|including|with)\s+)?(?={_AT_LEAST}{_COUNT}\s+(?:year\s+)?of\s+(?:them|those|these|which)\b(?!\s+(?!years)[a-z]{{4,}}[^\Ws]s\b)(?![^,;.]{{0,60}}:))"
    rf"|(?:incl\.?|including)\s+(?={_AT_LEAST}{_COUNT}\s*(?:years?|yrs?|months?)\b))"
)
"""A part of a length of time named before: "5 years, of which two with Spark", "3 years incl. 1 year in Kafka"."""
_TIME = re.compile(r"\b(?:years?|yrs?|months?)\b")
_ONLY_PREDICATE = re.compile(
    r"\s*(?:which |that |though |all |both )?(?:(?:would|will|is|are|be|being|considered|also|but|not|a|an|the|as|very|highly|real|strong|definite|big|huge)\s*)*"
)
_REASON = re.compile(r"\s*(?:because|since|as (?:nobody|you|we|the|it|our|this|that))\b")


_ASKING_REASON = re.compile(
    r"\bwhich (?:is|are) (?:\w+ )?(?:essential|required|fundamental|necessary|crucial|critical)\b"
)


_PREFERABLY = re.compile(
    r"\s*(?:,|\(|\u2013|-\s)\s*(?=(?:preferably|ideally|optionally|with preference for|especially when)\b)"
)
_ENDS = re.compile(r"[\s.,!)]*(?:\Z|;|,|\()")
_OWN_HEAD = re.compile(r"\d|\b(?:years?|experience|degree|knowledge|role|of|in|with)\b")
_IN_BRACKETS = re.compile(
    r"\((?:[\w ]{0,12}\b)?(?:required|preferred|essential|desirable|optional|mandatory|nice to have|a plus|ideal|must have|must)\)"
    r"\s*(?P<join>,|and\b|;)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence. `sentence` is the span of the whole; `aside`: it stood in brackets."""

    span: Span
    sentence: Span
    aside: bool = False


def clauses(text: str, sentence: Span, cues: NecessityCues) -> tuple[Clause, ...]:
    """The pieces of a sentence that can differ in how strongly they ask; reasons are left out."""
    low = plain(text[sentence.start : sentence.end])
    depth = _depths(low)
    asides = [*_asides(low, cues)]
    cuts: list[tuple[int, int]] = []
    cuts += [match.span() for match in _BOUNDARY.finditer(low) if depth[match.start()] == 0]
    cuts += [
        match.span()
        for match in _NUMBERED_PART.finditer(low)
        if depth[match.start()] == 0 and _TIME.search(low, 0, match.start())
    ]
    cuts += [m.span("join") for m in _TWO_PREDICATES.finditer(low) if depth[m.start()] == 0]
    cuts += _preferred_cuts(low, depth, cues)
    pieces: list[Clause] = []
    opening = re.match(r"(?:because|since|as (?:we|you|our|the))\b[^,]*,\s*", low)
    start = opening.end() if opening else 0
    for left, right in [*sorted(set(cuts)), (len(low), len(low))]:
        if left < start:
            continue
        if left > start and (not _REASON.match(low, start) or _ASKING_REASON.search(low, start, left)):
            span = trimmed(text, Span(sentence.start + start, sentence.start + left), ",")
            if span:
                pieces.append(Clause(span, sentence))
        start = right
    for left, right in asides:
        span = trimmed(text, Span(sentence.start + left, sentence.start + right), "()")
        pieces.append(Clause(span, sentence, aside=True))
    return tuple(pieces)


def _depths(low: str) -> list[int]:
    depth, found = 0, []
    for char in low:
        if char == ")":
            depth = max(depth - 1, 0)
        found.append(depth)
        if char == "(":
            depth += 1
    return [*found, 0]


def _asides(low: str, cues: NecessityCues) -> list[tuple[int, int]]:
    """Brackets that ask for something themselves: "(working knowledge of X is required)"."""
    found = []
    for match in re.finditer(r"\(([^()]{12,})\)", low):
        inner = match.group(1)
        asks = compiled((*cues.required, *cues.preferred)).search(inner)
        if (
            asks
            and re.search(r"\b(?:is|are|be|would|must|should)\b", inner[: asks.end()])
            and asks.start() > 3
        ):
            found.append(match.span(1))
    return found


def _preferred_cuts(low: str, depth: list[int], cues: NecessityCues) -> list[tuple[int, int]]:
    """Where a part of a list is only preferred: ", preferably X", ", with X preferred", "role, X or Y ideally"."""
    cuts = [match.span() for match in _PREFERABLY.finditer(low) if match.start() > 3]
    for match in compiled(cues.preferred).finditer(low):
        comma = low.rfind(",", 0, match.start())
        if comma < 4 or depth[comma] or not _ENDS.match(low, match.end()):
            continue
        if _stands_alone(low[:comma], low[comma + 1 : match.start()]):
            cuts.append((comma, comma + 1))
    cuts += [match.span("join") for match in _IN_BRACKETS.finditer(low)]
    return cuts


def _stands_alone(before: str, part: str) -> bool:
    """Whether the part of a list behind its last comma is preferred by itself, and not the list with it."""
    if re.match(r"\s*(?:and|or|and/or)\b", part) or _ONLY_PREDICATE.fullmatch(part):
        return False
    if re.match(r"\s*(?:with|plus)\s", part):
        return True
    return not re.search(r"\b(?:or|and)\b", part) or bool(_OWN_HEAD.search(before.rsplit(",", 1)[-1]))


def quote(text: str) -> str:
    """Text as it is quoted: on one line."""
    return re.sub(r"\s+", " ", text).strip()
