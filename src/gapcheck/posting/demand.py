"""A clause that asks, and the part of it that skills are read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.facts.durations import Duration
from gapcheck.matching.mentions import SkillMention
from gapcheck.outline.model import ASKING
from gapcheck.posting.list_model import SkillGroup
from gapcheck.posting.parts import Part
from gapcheck.posting.statement_reader import NecessityDecision
from gapcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Demand:
    """A clause that asks: its part, how strongly it asks, and for which level or role (scope)."""

    part: Part
    clause: Span
    decision: NecessityDecision
    scope: str = ""

    @property
    def listed(self) -> bool:
        """Whether the part lists requirements."""
        return self.part.kind in ASKING

    def within(self, place: Span) -> Demand:
        """The same of a part of what it asks for."""
        start = self.decision.content.start
        content = Span(start + place.start, start + place.end)
        return replace(self, decision=replace(self.decision, content=content))


@dataclass(frozen=True, slots=True)
class Content:
    """The part of a clause that skills are read from, and the plain reading of it (`low`) and of the whole clause.

    `within`: the months that the work must be of; `times`: the lengths of it that are asked for. `printed` and `shown` are
    the words by which skills are called other than by their labels.
    """

    demand: Demand
    content: Span
    low: str
    clause: str
    within: int | None
    times: Sequence[Duration]
    mentions: Sequence[SkillMention]
    printed: Mapping[str, str]
    shown: Mapping[str, str]

    def time_of(self, group: SkillGroup, *, alone: bool) -> Duration | None:
        """The length that is asked for of a group of skills: the first, where there is no other group."""
        return next((each for each in self.times if alone or each.span in group.segment), None)

    def mentions_in(self, group: SkillGroup) -> list[SkillMention]:
        """The skills that are named in the segment of a group, in order of their places."""
        at, place = self.content.start, group.segment
        segment = Span(at + place.start, at + place.end)
        return [each for each in self.mentions if each.span.overlaps(segment)]
