"""What the words of a heading say: the answer that the vocabulary of every kind of document gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from gapcheck.outline.lines import Row
from gapcheck.outline.model import SectionKind
from gapcheck.taxonomy.language.resume_words import HeadingRule


class Naming(IntEnum):
    """How the words of a heading name a section, the surest highest."""

    PHRASE = 1
    NOUN = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """The kinds of section that a heading names, the first one first.

    `prose` is the kind instead where sentences follow. `tied`: the words fit each of the kinds equally well.
    `wholly`: the heading has no other words of weight. `size` is the number of words of the phrase that decides,
    `covered` that of all words of phrases.
    """

    kinds: tuple[SectionKind, ...]
    naming: Naming
    prose: SectionKind | None = None
    tied: bool = False
    wholly: bool = True
    size: int = 0
    covered: int = 0

    @property
    def kind(self) -> SectionKind:
        """The kind that counts if nothing else is known."""
        return self.kinds[0]


class HeadingVocabulary(Protocol):
    """What headings of one kind of document are called, and by which rules their lines are recognized."""

    unknown: SectionKind
    """What a section is about whose heading and text say nothing."""
    opening: SectionKind
    """What the text before the first heading is."""
    catalogue: frozenset[SectionKind]
    """Kinds of section that hold headings of their own, which say nothing else."""
    one_line: frozenset[SectionKind]
    """Kinds that a heading inside a line opens for that line only."""
    sure: Mapping[SectionKind, float]
    """How sure a heading is of each kind that it names; 1 for those that are not here."""

    @property
    def rules(self) -> Sequence[HeadingRule]:
        """Which cues together make a line a heading, the surest first."""
        ...

    def name(self, title: str) -> HeadingMatch | None:
        """The section that a title names by little more than its words."""
        ...

    def likely(self, title: str) -> HeadingMatch | None:
        """The section that some words of a title name; only for lines that are set as headings."""
        ...

    def without_year(self, title: str, *, marked: bool) -> str:
        """A title without a year that may be in it. `marked`: the file itself marks the line as a heading."""
        ...

    def content(self, lines: Sequence[Row], position: int) -> Mapping[SectionKind, float]:
        """Which kinds the text below a heading speaks for, from 0 to 1; `position` is 0 for the first heading."""
        ...

    def claim(self, title: str) -> str:
        """What a heading says of all skills below it; PRESENT for most."""
        ...

    def is_item(self, text: str) -> bool:
        """Whether a line is by its words an item rather than a heading."""
        ...
