"""Skills that a text shows without naming them: "Deployed the models" is model deployment.

The patterns are data, at each skill; they are written in the pattern language of `gapcheck.text.patterns`, and their
word sets are in pattern_words.yaml:

    deploy+|ship+|release+ ... <model>
    write+|author+ ... runbook+|operating-instructions|manual+

Blanks part words, so a choice of several words is written with hyphens. A pattern does not reach over the end of
a clause. What everyday words say of other work, too ("Cut 20 episodes"), is a pattern of the trade (`trade_company`). Where the skill is also named in the same words, the name counts and the pattern does not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.lazy_rows import texts_of
from gapcheck.taxonomy.model import Skill
from gapcheck.text.pattern_index import PatternIndex
from gapcheck.text.patterns import Pattern, compile_pattern
from gapcheck.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Shown:
    """Tokens `start` to `end` (exclusive) show `skill`; what is said of any of its `parts` is said of it.

    `named`: by a name of it, if in other spelling or number. `rule`: the pattern, or how words were compared. `trade`: it counts only
    where the document has something else of the trade.
    """

    start: int
    end: int
    skill: str
    parts: tuple[tuple[int, int], ...] = ()
    named: bool = False
    rule: str = ""
    trade: bool = False


class SkillPatterns:
    """The patterns of all skills, compiled once; `sets` are the word sets that they name.

    Raises:
        TaxonomyError: a pattern cannot be read.
    """

    def __init__(self, skills: Mapping[str, Skill], sets: Mapping[str, Sequence[str]]) -> None:
        self._index = PatternIndex(
            (_compiled(pattern, sets, skill), (skill, pattern, trade))
            for skill, kinds in texts_of(skills, "patterns", "trade_patterns")
            for trade, patterns in zip((False, True), kinds, strict=True)
            for pattern in patterns
        )

    def among(self, words: Collection[str]) -> SkillPatterns:
        """The same for texts that have no other words than these (see `PatternIndex.among`)."""
        found = copy(self)
        found._index = self._index.among(words)  # noqa: SLF001  # of this class
        return found

    def find(self, tokens: Sequence[Token], strangers: Collection[str] = ()) -> list[Shown]:
        """Every place that shows a skill, in order; of overlapping places of one skill the first and longest.

        Patterns of a trade do not count for skills of `strangers`.
        """
        found = sorted(
            (
                Shown(start, end, skill, rule=rule, trade=trade)
                for start, end, (skill, rule, trade) in self._index.find(tokens)
                if not (trade and skill in strangers)
            ),
            key=lambda shown: (shown.start, -shown.end, shown.skill),
        )
        kept: list[Shown] = []
        ends: dict[str, int] = {}
        for shown in found:
            if shown.start >= ends.get(shown.skill, 0):
                kept.append(shown)
                ends[shown.skill] = shown.end
        return kept


def _compiled(pattern: str, sets: Mapping[str, Sequence[str]], skill: str) -> Pattern:
    try:
        return compile_pattern(pattern, sets)
    except ValueError as error:
        message = f"the skill {skill!r} has a pattern that cannot be read: {error}"
        raise TaxonomyError(message, hint="gapcheck taxonomy check shows the file and line.") from error
