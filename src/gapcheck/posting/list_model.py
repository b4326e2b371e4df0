"""What the lists of a clause are made of: items, what joins them, and the groups that they form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span
from gapcheck.taxonomy import Logic

_NOWHERE = Span(0, 0)


class Joiner(StrEnum):
    """What joins an item of a list to the one before it, or a list as a whole; falsy where only commas do."""

    NONE = ""
    AND = "and"
    OR = "or"
    SLASH = "/"
    EITHER = "and/or"


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills (ids) and unknown terms that combine by one logic. `span` is their place.

    `alternative`: the heads are among the skills ("X (Y also fine)"). `under`: members of an item of a longer list whose own group asks for the heads.
    """

    logic: Logic
    skills: tuple[str, ...]
    terms: tuple[str, ...]
    span: Span
    open: bool = False
    head: str | None = None
    min_count: int | None = None
    under: bool = False
    segment: Span = _NOWHERE
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: what it names, the groups in its brackets, and what joins it to the one before.

    `parted`: it names one skill done with others ("streaming with Kafka"). `whole`: it has no other words than names.
    """

    span: Span
    skills: tuple[str, ...]
    term: str | None
    nested: tuple[SkillGroup, ...]
    joiner: Joiner
    parted: bool = False
    whole: bool = True
