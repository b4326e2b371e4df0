"""Finds the cues of a passage: of two that overlap the longer one, and no pseudo-cues.

What a cue speaks of is read in `scope`, what follows from it in `assertion`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass

from gapcheck.taxonomy.language.matching_words import AssertionCues, CueClass, CueRow, Direction
from gapcheck.text.pattern_index import PatternIndex
from gapcheck.text.patterns import STOPS, Pattern, compile_pattern, precedes
from gapcheck.text.tokens import Token

Place = tuple[int, int]
"""First token, and the one after the last."""

_SENTENCE = frozenset({".", "!", "?", "•", "\t"})


@dataclass(frozen=True, slots=True)
class CompiledCues:
    """A row of the file with its patterns compiled; `through` are words, not the name of their set."""

    row: CueRow
    through: frozenset[str]
    where: Pattern | None
    where_not: Pattern | None
    unless: Pattern | None


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue in a passage, from its first token to before `end`."""

    start: int
    end: int
    rule: CompiledCues

    @property
    def row(self) -> CueRow:
        """What the file says of it."""
        return self.rule.row


class CueFinder:
    """The cues of a taxonomy, compiled once."""

    def __init__(self, cues: AssertionCues) -> None:
        sets = cues.sets
        rows: list[tuple[Pattern, CompiledCues]] = []
        for row in cues.cues:
            rule = CompiledCues(
                row,
                frozenset(word for each in sets.get(row.through, ()) for word in each.casefold().split("-")),
                *(
                    compile_pattern(each, sets) if each else None
                    for each in (row.where, row.where_not, row.unless)
                ),
            )
            rows.extend((compile_pattern(cue, sets), rule) for cue in row.cues)
        self._index = PatternIndex(rows)

    def among(self, words: Collection[str]) -> CueFinder:
        """The same for texts that have no other words than these (see `PatternIndex.among`)."""
        found = copy(self)
        found._index = self._index.among(words)  # noqa: SLF001  # of this class
        return found

    def find(self, tokens: Sequence[Token], names: Sequence[Place]) -> list[CueMatch]:
        """The cues of a passage; of two that overlap the longer counts, and of two alike a pseudo-cue."""
        found = [
            CueMatch(start, end, rule)
            for start, end, rule in self._index.find(tokens)
            if not any(a <= start and end <= b and b - a > end - start for a, b in names)
        ]
        found = [cue for cue in found if _in_place(cue, tokens)]
        kept: list[CueMatch] = []
        for cue in sorted(
            found, key=lambda each: (each.start - each.end, each.row.category is not CueClass.NONE)
        ):
            over = [
                other
                for other in kept
                if other.start < cue.end and cue.start < other.end and _rivals(other, cue)
            ]
            alike = all((other.start, other.end) == (cue.start, cue.end) for other in over)
            if not over or (alike and all(other.row.category is not CueClass.NONE for other in over)):
                kept.append(cue)
        return [cue for cue in kept if cue.row.category is not CueClass.NONE]


def _in_place(cue: CueMatch, tokens: Sequence[Token]) -> bool:
    """Whether the cue has around it what its row asks for."""
    row, rule = cue.row, cue.rule
    if row.direction is Direction.LABEL and label_end(cue.start, cue.end, tokens) is None:
        return False
    if rule.where or rule.where_not:
        start, end = _sentence(tokens, cue)
        sentence = tokens[start:end]
        if rule.where and not _contains(rule.where, sentence):
            return False
        if rule.where_not and _contains(rule.where_not, sentence):
            return False
    if rule.unless and row.direction is not Direction.BACKWARD:
        return not precedes(rule.unless, tokens, cue.start)
    return True


def label_end(start: int, end: int, tokens: Sequence[Token]) -> int | None:
    """Where the list after a label of the words from `start` to before `end` begins.

    None unless they open a clause and a colon or dash follows soon.
    """
    first = start
    # a label of several words may have a word or two before them ("Still on my list:")
    slack = 3 if end - start > 1 else 0
    while slack and first > 0 and tokens[first - 1].norm not in STOPS and not tokens[first].line_start:
        first -= 1
        slack -= 1
    before = tokens[first - 1].norm if first else "."
    if before not in STOPS and not tokens[first].line_start:
        return None
    for at in range(end, min(end + 5, len(tokens))):
        word = tokens[at].norm
        # cells of a table are parted by a tab; only the first of a row can be a label
        if word == ":" or (
            at == end and (word == "-" or (word == "\t" and (start == 0 or tokens[start].line_start)))
        ):
            return at + 1
        if word in STOPS or word == ",":
            return None
    return None


def _rivals(longer: CueMatch, shorter: CueMatch) -> bool:
    """Whether one of two overlapping cues must give way: pseudo-cues to all, the others where they look the same way."""
    return (
        CueClass.NONE in (longer.row.category, shorter.row.category)
        or longer.row.direction is shorter.row.direction
    )


def _sentence(tokens: Sequence[Token], cue: CueMatch) -> Place:
    start, end = cue.start, cue.end
    while start > 0 and tokens[start - 1].norm not in _SENTENCE:
        start -= 1
    if cue.row.direction is Direction.LABEL:  # its list may stand in the next cell
        end = label_end(cue.start, cue.end, tokens) or end
        end += end < len(tokens) and tokens[end].norm == "\t"
    while end < len(tokens) and tokens[end].norm not in _SENTENCE:
        end += 1
    return start, end


def _contains(pattern: Pattern, tokens: Sequence[Token]) -> bool:
    return any(pattern.longest(tokens, at) is not None for at in range(len(tokens)))
