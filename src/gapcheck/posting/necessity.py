"""How strongly a clause asks: a cue in it, else in its sentence, else its heading, else the document.

Preferred beats required within one clause: in "a minimum of two years is preferred", the minimum sets the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.outline.model import SILENT, PartKind
from gapcheck.posting.parts import Part
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, without_brackets

_COPULA = re.compile(r"\b(?:is|are|be|being|was|were|seems?|remains?)\s+(?:\w+\s+){0,2}\Z")
_PURPOSE = re.compile(r"\b(?:skills|abilities|expertise)(\s+to\s+)\w+")
_QUALITY = re.compile(
    r"\b(?:experience|knowledge|understanding|skills?|ability|training|proficiency|familiarity|degree|certificat\w+|education|command|grasp|willingness)\b"
)
_ALTERNATIVE = re.compile(
    r"\b(?:is|are|would be) (?:also |equally |just as )?(?:fine|ok|okay|acceptable|welcome|good)\b"
)
_TAIL = re.compile(r"\s+(?:for|to|in|because|since|as|from|when|of everyone)\b")
_FRAGMENT_NOT = re.compile(
    r"(?:we|our|the (?!ability|candidate|ideal|successful|right|capacity|willingness)\w+|this|these|that|they|their|it|its|he|she|his|her|there|here|nobody|everybody|everyone"
    r"|each|every|additionally|furthermore|typically|some of|half of|all of|two of|most of|many|such|as a|as an|if|when|while|what|how|why|for those|on average|in addition|yes|no)\b"
)
_ADDRESSED = re.compile(
    r"(?:ideally,? )?(?:you|you've|you're|you'll|you'd|candidates?|applicants?|the (?:ideal|successful|right|best)? ?(?:candidate|applicant|person|hire)s?"
    r"|the post holder|the jobholder|a successful|an individual|individuals)\b"
)
_VERB_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|may|plays?|offers?|provides?|allows?|enables?|takes?|makes?|serves?|varies|vary|involves?|includes?)\b"
)


_TELLING = re.compile(
    r"\w\s+(?:shows?|counts?|uses?|needs?|gives?|brings?|runs|keeps|holds|sits|reports|comes|goes|happens|starts|covers|pays|wants?|looks|gets|belongs|rotates|depends)\b"
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


def cue_of(low: str, cues: NecessityCues, names: Sequence[Span] = ()) -> Cue | None:
    """The cue that decides in a clause (in its plain reading), if there is one.

    `names` are places of skills, whose words are no cues ("critical thinking").
    """
    outer = _outer(low, cues, names)
    for phrases, necessity in ((cues.preferred, Necessity.PREFERRED), (cues.required, Necessity.REQUIRED)):
        for match in compiled(phrases).finditer(outer):
            if _denied(outer, match) or not _predicates(outer, match):
                continue
            return Cue(necessity, Span(*match.span()))
    weak = compiled(cues.weak_required).search(outer)
    return Cue(Necessity.REQUIRED, Span(*weak.span()), weak=True) if weak else None


def _outer(low: str, cues: NecessityCues, names: Sequence[Span]) -> str:
    """Without names and set phrases, and brackets unless they open with the cue: "GDPR (mandatory)"."""
    every = compiled((*cues.required, *cues.preferred))
    outer = list(without_brackets(low))
    for match in re.finditer(r"\((?:\w+ )?", low):
        cue = every.match(low, match.end()) or every.match(low, match.start() + 1)
        if cue:
            outer[match.start() : cue.end()] = low[match.start() : cue.end()]
    blanked = [*names, *(Span(*m.span()) for m in compiled(cues.not_cues).finditer(low))]
    for span in blanked:
        outer[span.start : span.end] = "x" * len(span)
    return "".join(outer)


def _denied(low: str, match: re.Match[str]) -> bool:
    """Whether the word is denied: "not preferred"; but "welcome, not a condition" still prefers."""
    return bool(re.search(r"\b(?:not|n't|never|no)\s+(?:\w+\s+)?\Z", low[: match.start()]))


_SOFT = re.compile(
    r"(?:need|needs|needed|key|important|critical|require|requires|requirement|demands|demanded|expected|expect|helps|help|useful"
    r"|valuable|valued|helpful|ideal|vital|handy|welcome|welcomed|crucial|essential|fundamental|necessary|advantage|advantages"
    r"|bonus|desired|desirable|enhance|appreciated|preference|prefer|prefers|optional|beneficial|imperative|required|prerequisite|advantageous)\b"
)
_VERBS = re.compile(r"(?:need|require|demand|expect|prefer|help|enhance)s?\b")
_SUBJECT = re.compile(
    r"\b(?:you|you'll|candidates?|applicants?|we|individuals?|engineers?|positions?|roles?|job|jobs|success \w+ \w+ \w+|employers?|professionals?|both|career|work"
    r"|fields?|companies|specialists?|nurses?|teachers?|accountants?|managers?|analysts?|developers?|designers?|he or she|they|certifications?|exams|training|proficiency|knowledge|skills?|experience|degree)"
    r"(?:'\w+)?(?:\s+(?:will|would|also|then|typically|generally|usually|often|always|still|therefore|should|can|and|that|in|this|the|field|exams|certification|libraries|like|or|,|[a-z-]+,?)){0,8}\s*\Z"
)
_USUALLY = re.compile(r"\b[a-z-]{3,}s\s+(?:often|usually|typically|generally|sometimes|mostly|commonly)\s+\Z")
_MAY = re.compile(r"\b(?:may|might|could|who|which|that|to)\s+\Z")
_OBJECT = re.compile(r"\s+the data\b")
_IS = re.compile(r"\b(?:is|are|be|was|being|considered|becomes?|seen as|it's|that's)\s+(?:\w+\s+){0,2}\Z")
_ADVICE = re.compile(r"\s+to (?:reflect|note|remember|consider|understand|keep)\b")
_CLOSED = re.compile(r"[\s.,!)]*\Z|\s*[:)]")
_SKILLS_IN = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:skills?|qualifications?|requirements?|qualities|criteria)(?:\s+\w+){0,6}\s+(?:in|such|like|includ\w+|are|is|of|:)"
)


def _predicates(low: str, match: re.Match[str]) -> bool:
    """Whether a cue speaks of a qualification: "is essential", "candidates need", "essential skills include"."""
    if not _SOFT.match(match.group()):
        return not (match.group() == "must" and _duty(low, match))
    before, after = low[: match.start()], low[match.end() :]
    if _IS.search(before):
        return not _ADVICE.match(after)
    if _CLOSED.match(after) or before.rstrip().endswith("(") or _SKILLS_IN.match(after):
        return True
    if match.group() == "helps" and before.endswith("it "):
        return True
    if _VERBS.match(match.group()):
        return (
            bool(_SUBJECT.search(before) or _USUALLY.search(before))
            and not _MAY.search(before)
            and not _OBJECT.match(after)
        )
    return not before.strip(" x")


def _duty(low: str, match: re.Match[str]) -> bool:
    """Whether "must" tells what somebody does and not what they bring: "they must continuously monitor"."""
    if re.search(
        r"\b(?:they|engineers|it|systems?|models?|staff|nurses|employees)\s+\Z", low[: match.start()]
    ):
        return not re.match(
            r"\s+(?:\w+ly\s+)?(?:have|be|possess|hold|know|demonstrate|understand|show|speak|write|bring|master|also)\b",
            low[match.end() :],
        )
    return False


_NO_NEED = re.compile(
    r"\b(?:no|neither|none)\b(?!\s+(?:less|fewer|later|more|longer)\b)(?:(?!\bbut\b)[^.;:]){0,70}\b(?:required|needed|necessary|expected|essential|mandatory|assumed|asked for)\b"
)


def asks_nothing(low: str, cues: NecessityCues) -> bool:
    """Whether a clause declines, or tells a fact of the job that is no skill."""
    low = without_brackets(low)
    if _NO_NEED.search(low):
        return True
    return bool(compiled(cues.declined).search(low) or compiled(cues.facts).search(low))


def asking(
    low: str,
    sentence_cue: Cue | None,
    part: Part,
    cues: NecessityCues,
    *,
    first: bool,
    measured: bool,
    names: Sequence[Span] = (),
) -> Asking | None:
    """How strongly a clause asks, or None when it does not. `low`: the clause's plain reading.

    `first`: it opens its part; `measured`: it names a degree or a length of time, as a weak cue must.
    """
    if part.kind in SILENT:
        return None
    whole = Span(0, len(low))
    cue = cue_of(low, cues, names)
    listed = part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}
    found = None
    if cue is not None and not cue.weak:
        content = _content(low, cue, names, prose=not part.bullet)
        found = Asking(cue.necessity, cue.span.of(low), "clause", content)
    elif part.kind in {PartKind.APPLY, PartKind.LEVELS}:
        pass
    elif _carries(sentence_cue) and not (part.bullet and listed) and not _FRAGMENT_NOT.match(low):
        found = Asking(Necessity.REQUIRED, "", "sentence", whole)
    elif listed and (asks_by_form(low) or (part.bullet and (first or measured))):
        found = Asking(Necessity(part.kind.value), part.introduction or part.heading, "heading", whole)
    elif cue is not None and measured and not part.bullet:
        found = Asking(cue.necessity, cue.span.of(low), "clause", whole)
    return found


def _carries(cue: Cue | None) -> bool:
    """Whether the cue of an earlier clause holds for the rest of its sentence."""
    return cue is not None and not cue.weak and cue.necessity is Necessity.REQUIRED


def asks_by_form(low: str) -> bool:
    """Whether a sentence without a cue speaks of the candidate: to "you", or as a bare list of qualities."""
    if _ADDRESSED.match(low) or _ALTERNATIVE.search(low):
        return True
    outer = without_brackets(low)
    return not (_FRAGMENT_NOT.match(low) or _VERB_SENTENCE.search(outer) or _TELLING.search(outer))


def _content(low: str, cue: Cue, names: Sequence[Span], *, prose: bool) -> Span:
    """Behind "is essential" stands what it is good for; before "must have", who must."""
    end = len(low)
    purpose = _PURPOSE.search(low) if prose else None
    if purpose and purpose.start() > cue.span.end:
        end = purpose.start(1)
    before = any(name.end <= cue.span.start for name in names) or _QUALITY.search(low[: cue.span.start])
    if not before:
        return Span(0, end)
    predicate = _COPULA.search(low[: cue.span.start]) or re.match(
        r"helps?\b|can help|enhance", low[cue.span.start :]
    )
    if predicate and cue.span.start > 8 and _TAIL.match(low, cue.span.end):
        return Span(0, cue.span.end)
    return Span(0, end)
