"""How strongly a clause asks, by rules: a cue in it, else in its sentence, else its heading, else the document.

Preferred beats required within one clause: in "a minimum of two years is preferred", the minimum sets the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gapcheck.outline.claims import CandidateClaims
from gapcheck.outline.model import ASKING, SILENT, SectionKind
from gapcheck.posting.experience import DoneBefore
from gapcheck.posting.parts import Part
from gapcheck.posting.sought_person import Described, SoughtPerson
from gapcheck.posting.statement_reader import A_CONDITION, Clause, NecessityDecision
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity
from gapcheck.taxonomy.language.posting_words import NecessityCues
from gapcheck.text.patterns import INFINITIVE
from gapcheck.text.phrases import compiled, plain, without_brackets

_CLOSED = re.compile(r"[\s.,!)]*\Z|\s*[:)]")
_LOOSE = frozenset({SectionKind.NEUTRAL, SectionKind.ABOUT})
"""Parts in which a sentence about the candidate asks by itself."""
_FIRST_WORD = re.compile(r"\W*\w+")
_WORD = re.compile(r"\w")
_NOUN = re.compile(r"\s+\w")
_NAME = "xx"
"""What names of skills are blanked out with where cues are looked for."""
_ITEM = re.compile(r"[^,]+")
_LONG_LIST = 3
"""With as many items between commas, a clause is a list, each item of which is understood by itself."""
_CONFIDENCE = {"clause": 0.9, "sentence": 0.8, "heading": 0.7, "document": 0.6}
"""How far each rule can be relied on."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word in a clause by which it asks."""

    necessity: Necessity
    span: Span
    weak: bool = False


class StatementRules:
    """The rules with the words of one taxonomy."""

    def __init__(self, cues: NecessityCues) -> None:
        is_ = compiled(cues.copulas).pattern
        subject = compiled(cues.cue_subjects).pattern
        qualification = compiled((*cues.knowledge_words, *cues.heads)).pattern
        self._by_strength = (
            (compiled(cues.preferred), Necessity.PREFERRED),
            (compiled(cues.required), Necessity.REQUIRED),
        )
        self._every = compiled((*cues.required, *cues.preferred))
        self._weak = compiled(cues.weak_required)
        self._not_cues = compiled(cues.not_cues)
        self._predicates = compiled(cues.predicates)
        self._is = re.compile(rf"{is_}\s+(?:\w+\s+){{0,3}}\Z")
        self._negated = re.compile(rf"{compiled(cues.negations).pattern}\s+(?:\w+\s+)?\Z")
        self._asking_verbs = compiled(cues.asking_verbs)
        self._subject = re.compile(rf"{subject}(?:'\w+)?(?:\s+[a-z'-]+,?){{0,8}}\s*\Z")
        self._not_before_verb = re.compile(rf"{compiled(cues.not_before_verbs).pattern}\s+\Z")
        self._duty = re.compile(rf"{compiled(cues.duty_subjects).pattern}\s+\Z")
        self._modal, self._repeated = compiled(cues.modals), compiled(cues.repeated)
        self._advice = re.compile(rf"\s+{compiled(cues.advice).pattern}")
        self._qualities = re.compile(rf"\s+(?:\w+\s+){{0,2}}{compiled(cues.qualities).pattern}")
        self._helping = compiled(cues.helping)
        self._purpose = re.compile(rf"\s+{compiled(cues.purposes).pattern}")
        self._ability = re.compile(rf"{compiled(cues.abilities).pattern}(\s+{INFINITIVE}\s+)\w+")
        self._qualification = re.compile(qualification)
        self._opens_with_quality = re.compile(rf"\W*(?:[\w-]+\s+){{0,4}}{qualification}")
        self._addressed = compiled(cues.addressed)
        joins = compiled((*cues.and_words, *cues.results, *cues.contrasts)).pattern
        self._acceptable = compiled(cues.acceptable)
        self._narrative = re.compile(
            rf"(?!{self._addressed.pattern})(?:{compiled(cues.narrative).pattern}|{compiled(cues.definite).pattern}\s(?!{qualification})\w)"
        )
        self._narrative_verbs = compiled(cues.narrative_verbs)
        self._claims = CandidateClaims(cues)
        self._wish = re.compile(
            rf"\W*{self._addressed.pattern}\s+(?:\w+ly\s+)?{compiled(cues.wishes).pattern}"
        )
        self.sought = SoughtPerson(cues)
        self._announces = compiled(cues.announces)
        self._done_before = re.compile(rf"(?P<what>.*?)\s{compiled(cues.done_before).pattern}")
        self._refers_back, self._brings = compiled(cues.refers_back), compiled(cues.claims)
        self._able_to = re.compile(rf"(?:\w+\s+){{0,4}}{compiled(cues.able_to).pattern}\s")
        self._acts = compiled(cues.acts)
        self._credit, self._to_have = compiled(cues.credit), compiled(cues.to_have)
        self._lacking = re.compile(
            rf"\W*(?:(?:{joins})\s+)?(?P<cue>{compiled(cues.lacking).pattern})(?P<what>[^,]+),.*?{compiled(cues.turned_away).pattern}"
        )
        self._must_have = re.compile(rf"\W*(?:(?:{joins})\s+)?{self.sought.must_have.pattern}")
        self._said_of = re.compile(
            rf"\W*(?P<what>(?:[\w'/&+.-]+\s+){{1,7}}?){is_}\s+(?:\w+\s+){{0,3}}?{self._every.pattern}"
        )
        self._invited = re.compile(
            rf"\W*(?P<cue>{compiled(cues.conditions).pattern}\s+{self._addressed.pattern})(?P<what>(?:(?<='\w\w)|(?<='\w)|\s+{self._brings.pattern})\s.+?),"
            rf"\s+{compiled(cues.invited).pattern}"
        )
        self._if_you = re.compile(
            rf".*?{compiled(cues.conditions).pattern}\s+{self._addressed.pattern}\s+(?={self._brings.pattern})"
        )
        self._task = re.compile(rf"{compiled(cues.tasks).pattern}(?!\s+{compiled(cues.held_verbs).pattern})")
        determiner, adjective = compiled(cues.determiners).pattern, compiled(cues.adjectives).pattern
        self._adjectives = re.compile(adjective)
        self._determined = re.compile(rf"{determiner}\s+(?:\w+\s+)?\Z")
        self._declined, self._not_declined = compiled(cues.declined), compiled(cues.not_declined)
        self._facts, self._experience = compiled(cues.facts), compiled(cues.experience_words)
        self._known_of = re.compile(
            rf"\W*(?:[\w-]+\s+){{0,3}}{compiled(cues.knowledge_words).pattern}\s+{compiled(cues.known_of).pattern}\s"
        )
        self._stands_in = re.compile(
            rf"\W*(?:(?:{compiled((*cues.stand_ins, *cues.contrasts, *cues.qualifiers, *cues.copulas)).pattern})\W*)*"
        )
        self._has_done = DoneBefore(cues)

    def __call__(self, clauses: Sequence[Clause], /) -> tuple[NecessityDecision, ...]:
        """One decision for each clause of a document."""
        decisions: list[NecessityDecision] = []
        sentence: Span | None = None
        carried: NecessityDecision | None = None
        opening = 0
        announced: Part | None = None
        for clause in clauses:
            if clause.sentence != sentence:
                sentence, carried, opening = clause.sentence, None, len(decisions)
            low = plain(clause.text)
            outright = self._outright(low, clause)
            if outright is not None:
                decisions.append(outright)
                continue
            cue = self.cue_of(low, clause.names)
            before = decisions[-1] if decisions and clause.span.start > clause.sentence.start else None
            if self._announces.search(low) and not self._says_what(low, clause):
                announced = clause.part
                decisions.append(_decision(Necessity.MENTIONED, "document", "", Span(0, len(low))))
                continue
            back = self._refers_back.search(low) if before is not None else None
            if back and decisions[opening].necessity is Necessity.MENTIONED:
                asked = decisions[opening].content
                decisions[opening] = _decision(Necessity.REQUIRED, "sentence", back.group(), asked)
            if before is not None and cue is not None and self._wishes_for_it(low, before, cue):
                decisions[-1] = self._wished_for(clauses[len(decisions) - 1], decisions[-1], cue.span.of(low))
                decisions.append(_decision(Necessity.MENTIONED, "document", "", Span(0, len(low))))
                continue
            follows = self._as_before(low, before, carried)
            if follows is None and cue is None and clause.part == announced and self._addressed.match(low):
                follows = _decision(Necessity.REQUIRED, "sentence", "", Span(0, len(low)))
            decisions.append(follows or self._decide(low, cue, clause, carried))
            if decisions[-1].is_demand and cue is not None and cue.weak:
                carried = replace(decisions[-1], reason="sentence")
            if cue is not None and not cue.weak:
                carried = _decision(cue.necessity, "sentence", cue.span.of(low), Span(0, len(low)))
        return tuple(decisions)

    def _outright(self, low: str, clause: Clause) -> NecessityDecision | None:
        """The decision of a clause that turns people away who lack something, or says that something is not asked for."""
        lacking = self._lacking.match(low)
        if lacking:
            content = Span(*lacking.span("what"))
            return _decision(Necessity.REQUIRED, "sentence", lacking.group("cue"), content)
        invited = self._invited.match(low)
        if invited and self._brought(low, content := Span(*invited.span("what")), clause):
            return _decision(Necessity.REQUIRED, "sentence", invited.group("cue"), content)
        if self.declines(low, clause.names, measured=clause.measured):
            why = "document" if self._declined.search(low) else A_CONDITION
            return NecessityDecision(None, _CONFIDENCE["clause"], why)
        return None

    def _as_before(
        self, low: str, before: NecessityDecision | None, carried: NecessityDecision | None
    ) -> NecessityDecision | None:
        """The decision of a clause that goes on with the one before it: "as is SQL", "or hold a degree"."""
        if before is not None and before.is_demand and self._brings.match(low):
            return replace(before, content=Span(0, len(low)))
        if before is not None and before.is_demand and self._acts.match(low):
            return replace(before, content=Span(0, len(low)))
        if carried is not None and self._repeated.match(low):
            return replace(carried, content=Span(0, len(low)))
        return None

    def _wishes_for_it(self, low: str, before: NecessityDecision, cue: Cue) -> bool:
        """Whether a clause only adds that what the one before it does not ask for would be welcome: "but it is a plus"."""
        declined = before.necessity is None and before.reason != A_CONDITION
        wished = cue.necessity is Necessity.PREFERRED
        return declined and wished and self._stands_in.fullmatch(low[: cue.span.start]) is not None

    def _wished_for(self, clause: Clause, declined: NecessityDecision, cue: str) -> NecessityDecision:
        """What such a clause speaks of: what precedes "is not required", or all of "no experience with SAP is needed".

        Only known skills are wished for so: a car, weekends or "prior experience" remain what is not asked for.
        """
        low = plain(clause.text)
        refused = self._declined.search(low)
        end = refused.start() if refused and _WORD.search(low[: refused.start()]) else len(low)
        named = any(name.end <= end for name in clause.names) and not self._facts.search(low)
        return _decision(Necessity.PREFERRED, "clause", cue, Span(0, end)) if named else declined

    def _decide(
        self, low: str, cue: Cue | None, clause: Clause, carried: NecessityDecision | None
    ) -> NecessityDecision:
        """The first rule that applies."""
        part, whole = clause.part, Span(0, len(low))
        if part.kind in SILENT:
            return _decision(Necessity.MENTIONED, "document", "", whole)
        required = carried is not None and carried.necessity is Necessity.REQUIRED and not clause.aside
        task = part.kind is SectionKind.DUTIES and self._task.search(low) is not None
        if cue is not None and not cue.weak and not task:
            outright = self._said_outright(low, cue)
            if outright is None or clause.names or clause.measured or part.bullet:
                content = self._content(low, cue, clause.names, prose=not part.bullet)
            else:
                content = outright
            return _decision(cue.necessity, "sentence" if outright else "clause", cue.span.of(low), content)
        if part.kind in {SectionKind.APPLY, SectionKind.LEVELS}:
            return _decision(Necessity.MENTIONED, "document", "", whole)
        return self._by_place(low, cue, clause, required=required)

    def _by_place(self, low: str, cue: Cue | None, clause: Clause, *, required: bool) -> NecessityDecision:
        """A clause without a cue of its own asks by its sentence, its heading, or by speaking of the candidate."""
        part, whole = clause.part, Span(0, len(low))
        listed = part.kind in ASKING
        if required and not (part.bullet and listed) and (clause.measured or not self._narrative.match(low)):
            return _decision(Necessity.REQUIRED, "sentence", "", whole)
        if self._wish.match(low) and not self._says_what(low, clause):
            return _decision(Necessity.MENTIONED, "document", "", whole)
        if listed and (self._asks_by_form(low) or (part.bullet and (clause.opens or clause.measured))):
            heading = part.introduction or part.heading
            return _decision(Necessity(part.kind.value), "heading", heading, whole)
        if cue is not None and clause.measured and not part.bullet:
            return _decision(cue.necessity, "clause", cue.span.of(low), whole)
        known = self._says_what(low, clause)
        described = self.sought(low, part, clause.names, known=known)
        if described and not described.cue and self.tells(low):
            described = None
        if described is None and part.kind in _LOOSE and known and self._claims(low):
            owed = self._must_have.match(low)
            described = Described(owed.group() if owed else "", whole)
        if described:
            return _decision(Necessity.REQUIRED, "sentence", described.cue, described.content)
        return _decision(Necessity.MENTIONED, "document", "", whole)

    def addresses(self, low: str) -> bool:
        """Whether a clause opens with the candidate: "You will ...", "The ideal candidate ..."."""
        return self._addressed.match(low) is not None

    def speaks_to_candidate(self, low: str) -> bool:
        """Whether a clause speaks of the candidate anywhere in it, and neither opens with another nor states a condition."""
        return self._addressed.search(low) is not None and not self.opens_elsewhere(low)

    def opens_elsewhere(self, low: str) -> bool:
        """Whether a clause opens with somebody or something else than the candidate: "We ...", "The team ..."."""
        return self._narrative.match(low) is not None

    def speaks_for_itself(self, low: str, decision: NecessityDecision) -> bool:
        """Whether a demand in prose says by its own words that what it names is what somebody brings."""
        reason = decision.reason
        if reason in {"sentence", "heading"} and self._addressed.match(low):
            return True
        if reason == "sentence" and decision.cue:
            return True
        patterns = (
            self._opens_with_quality, self._done_before, self._brings, self._if_you, self._credit, self._must_have,
            self._to_have, self._acts, self._able_to,
        )  # fmt: skip
        return reason in {"clause", "sentence"} and any(each.match(low) for each in patterns)

    def _said_outright(self, low: str, cue: Cue) -> Span | None:
        """What a clause with a cue says that the candidate must be, or of what it says that this is asked for.

        Much else is welcome, required or appreciated than what somebody knows or has done: "A deposit is required."
        """
        if self._must_have.match(low):
            return Span(0, len(low))
        said = self._said_of.match(low)
        if said is None or self.opens_elsewhere(low):
            return None
        firm = cue.necessity is Necessity.REQUIRED and self._determined.search(
            low[: low.rfind(" ", 0, cue.span.end) + 1]
        )
        asked = firm or self._qualification.search(said["what"])
        return Span(*said.span("what")) if asked else None

    # ------------------------------------------------------------ cues
    def cue_of(self, low: str, names: Iterable[Span] = ()) -> Cue | None:
        """The cue that decides in a clause (in its plain reading), if there is one.

        `names` are places of skills, whose words are no cues ("critical thinking").
        """
        outer = self._without_names(low, names)
        for pattern, necessity in self._by_strength:
            for match in pattern.finditer(outer):
                if not self._negated.search(outer[: match.start()]) and self._speaks_of_skill(outer, match):
                    return Cue(necessity, Span(*match.span()))
        weak = self._weak.search(outer)
        return Cue(Necessity.REQUIRED, Span(*weak.span()), weak=True) if weak else None

    def declines(self, low: str, names: Iterable[Span] = (), *, measured: bool = False) -> bool:
        """Whether a clause says that something is not asked for, or states a condition of the job, which is not a skill.

        A condition that is one item of a list ("Excel, SAP and own transport") says nothing about items that hold
        one of the `names`. Nor is one what somebody knows or has years of experience in (`measured`): "on-call experience".
        """
        outer = self._not_declined.sub(lambda match: "x" * len(match.group()), without_brackets(low))
        if self._declined.search(outer):
            return True
        if not self._facts.search(outer) or self._has_done(outer) or self._known_of.match(outer):
            return False
        if measured and self._experience.search(outer):
            return False
        items = [Span(*match.span()) for match in _ITEM.finditer(outer)]
        skills = (item for item in items if not self._facts.search(item.of(outer)))
        return len(items) < _LONG_LIST or not any(name in item for item in skills for name in names)

    def _without_names(self, low: str, names: Iterable[Span]) -> str:
        """Without names and set phrases, and brackets unless they open with the cue: "GDPR (mandatory)"."""
        outer = list(without_brackets(low))
        for match in re.finditer(r"\((?:\w+ )?", low):
            cue = self._every.match(low, match.end()) or self._every.match(low, match.start() + 1)
            if cue:
                outer[match.start() : cue.end()] = low[match.start() : cue.end()]
        for span in (*names, *(Span(*match.span()) for match in self._not_cues.finditer(low))):
            outer[span.start : span.end] = "x" * len(span)
        return "".join(outer)

    def _speaks_of_skill(self, low: str, match: re.Match[str]) -> bool:
        """Whether a cue speaks of a qualification: "is essential", "candidates need", "essential skills include"."""
        word, before, after = match.group(), low[: match.start()], low[match.end() :]
        if not self._predicates.match(word):
            return not (self._modal.match(word) and self._duty.search(before))
        if self._is.search(before):
            advises = self._advice.match(after) and _NAME not in before  # "it is important to keep"
            return not (advises or self._is_attribute(word, before, after))
        if _CLOSED.match(after) or before.rstrip().endswith("(") or self._qualities.match(after):
            return True
        if self._asking_verbs.match(word):
            return bool(self._subject.search(before)) and not self._not_before_verb.search(before)
        return not before.strip(" x")

    def _is_attribute(self, word: str, before: str, after: str) -> bool:
        """Whether an adjective only describes the next noun, which is no quality: "is a key member of the team"."""
        described = self._adjectives.fullmatch(word) and self._determined.search(before)
        return bool(described) and bool(_NOUN.match(after)) and not self._qualities.match(after)

    # ------------------------------------------------------------ form and content
    def _asks_by_form(self, low: str) -> bool:
        """Whether a sentence without a cue speaks of the candidate: to "you", or as a bare list of qualities."""
        return bool(self._addressed.match(low) or self._acceptable.search(low)) or not self.tells(low)

    def tells(self, low: str) -> bool:
        """Whether a clause tells what is or happens, as no list of qualities does."""
        behind_first = _FIRST_WORD.match(low)
        # "Have used Docker": a verb that opens a line describes who is sought
        verb = self._narrative_verbs.search(without_brackets(low), behind_first.end() if behind_first else 0)
        return self.opens_elsewhere(low) or verb is not None

    def _says_what(self, low: str, clause: Clause) -> bool:
        """Whether a clause names what somebody brings: a skill, a degree, a length of time, or by a word of knowledge."""
        return bool(clause.names) or clause.measured or self._qualification.search(low) is not None

    def _brought(self, low: str, what: Span, clause: Clause) -> bool:
        """Whether a part of a clause names what somebody brings, and no condition of the job."""
        inside = replace(clause, names=tuple(name for name in clause.names if name in what))
        return self._says_what(what.of(low), inside) and not self._facts.search(what.of(low))

    def _content(self, low: str, cue: Cue, names: Sequence[Span], *, prose: bool) -> Span:
        """What follows "is essential for" is not asked for, nor what only says that it has been done before."""
        done = self._done_before.match(low)
        end = done.end("what") if done else len(low)
        purpose = self._ability.search(low) if prose else None
        if purpose and purpose.start() > cue.span.end:
            end = purpose.start(1)
        before = low[: cue.span.start]
        named = any(name.end <= cue.span.start for name in names) or self._qualification.search(before)
        predicate = self._is.search(before) or self._helping.match(low, cue.span.start)
        if named and predicate and cue.span.start > 8 and self._purpose.match(low, cue.span.end):
            return Span(0, cue.span.end)
        wish = self._if_you.match(low) or self._credit.match(low)
        return Span(wish.end() if wish and wish.start() < cue.span.end <= wish.end() else 0, end)


def _decision(necessity: Necessity, reason: str, cue: str, content: Span) -> NecessityDecision:
    return NecessityDecision(necessity, _CONFIDENCE[reason], reason, cue, content)
