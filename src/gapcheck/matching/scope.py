"""The scope of a cue: which skills it speaks of.

The scope is the clause on one side of the cue, cut short by its reach, by signs and by terminating words. It goes on
through a list ("no Java, Scala or Go") but not through a comma elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gapcheck.matching.cues import CueMatch, Place, label_end
from gapcheck.taxonomy.language.matching_words import AssertionCues, CueClass, Direction
from gapcheck.text.patterns import FUNCTION_WORDS, INFINITIVE, JOINERS, PRONOUNS, STOPS, precedes
from gapcheck.text.tokens import Token

_JOINERS = JOINERS | {"|", "+", "nor", "•", "·"}
_COMMAS = frozenset({",", "/", "|", "+", "•", "·"})
_HARD = frozenset({".", ";", "!", "?", ":", "-", "\t", "*", "‣", "▪", "●"})
_LIST_ENDS = frozenset({".", ";", "!", "?"})
_OPEN = frozenset({"(", "["})
_CLOSE = frozenset({")", "]"})
_ADDED = 4
"""Words between two items of a list that still belong to the first one ("Java frameworks and Python")."""

_LABEL = 5
"""Words of a label before a colon."""


class Scopes:
    """The words of a taxonomy that carry a scope on or end it."""

    def __init__(self, cues: AssertionCues) -> None:
        sets = cues.sets
        self.light = frozenset(word for each in sets.get("light", ()) for word in each.split("-"))
        self.edge = frozenset(sets.get("edge", ()))
        self.own = frozenset(sets.get("own", ()))
        everywhere = frozenset(cues.stops.get(CueClass.NONE, ()))
        self.stops: Mapping[CueClass, frozenset[str]] = {
            kind: everywhere | frozenset(cues.stops.get(kind, ())) for kind in CueClass
        }

    def items(self, cue: CueMatch, tokens: Sequence[Token], items: Sequence[Place]) -> set[int]:
        """The items that a cue speaks of."""
        row = cue.row
        found: set[int] = set()
        if row.inside:
            found = {
                at
                for at, (a, b) in enumerate(items)
                if a < cue.end and cue.start < b and (cue.start <= a or row.direction is Direction.BACKWARD)
            }
        walk = _ScopeWalk(cue, tokens, items, self)
        match row.direction:
            case Direction.INSIDE:
                return found | {at for at, (a, b) in enumerate(items) if cue.start < a and b <= cue.end}
            case Direction.FORWARD:
                return found | walk.forward()
            case Direction.BACKWARD:
                return found | walk.backward()
            case Direction.LABEL:
                return found | walk.labelled()


class _ScopeWalk:
    """One walk from a cue through its scope."""

    def __init__(self, cue: CueMatch, tokens: Sequence[Token], items: Sequence[Place], words: Scopes) -> None:
        self.cue, self.tokens, self.items = cue, tokens, items
        self.row, self.through = cue.row, cue.rule.through
        self.stops = words.stops[cue.row.category]
        self.light, self.edge, self.own = words.light, words.edge, words.own
        self.last = -1  # where the last item that was found ends
        self.depth = 0  # brackets that the scope has opened

    def forward(self) -> set[int]:
        """Items after the cue, to the end of its scope."""
        at, left = self.cue.end, self.row.reach
        found: set[int] = set()
        while 0 <= at < len(self.tokens) and left >= 0:
            if end := self._item_at(at):
                if self.last < 0 and self.row.edge and not self._ends_phrase(end):
                    break
                found |= {k for k, (a, _) in enumerate(self.items) if at <= a < end}
                at, self.last, left = end, end, max(left, _ADDED)
                continue
            then = self._onward(at)
            if then > at + 1 and self.tokens[then - 1].norm == INFINITIVE:
                left = self.row.reach
            elif self.tokens[at].norm not in _JOINERS:
                left -= 1
            at = then
        return found

    def _onward(self, at: int) -> int:
        """The token after the one at `at`, or after a joining sign and what belongs to it; -1 where the scope ends."""
        word = self.tokens[at].norm
        if word in self.stops or (word in _HARD and not (word == ":" and at == self.cue.end)):
            return -1
        if word in _OPEN | _CLOSE:
            self.depth += 1 if word in _OPEN else -1
            return at + 1 if self.depth >= 0 else -1
        if word in _JOINERS:
            return self._over(at)
        if self.through and self.last < 0 and word not in self.through:
            return -1
        return at + 1

    def _item_at(self, at: int) -> int:
        """Where the longest item that begins at `at` ends, or 0."""
        return max((b for a, b in self.items if a == at), default=0)

    def _over(self, at: int) -> int:
        """Past the comma or "and" at `at` to where the scope goes on: an item, an infinitive, any word; or -1."""
        then = at
        while then < len(self.tokens) and self.tokens[then].norm in _JOINERS:
            then += 1
        if then >= len(self.tokens):
            return -1
        word = self.tokens[then].norm
        if word == INFINITIVE and self.row.category is CueClass.ASPIRED:
            return then + 1
        if self.row.whole:
            return -1 if word in self.stops | self.own else then
        if self.last < 0:
            # before the first item "and" joins words of its own ("cloud and container tools"), a comma ends the clause
            return -1 if self.tokens[at].norm in _COMMAS or self.through else at + 1
        return self._listed(at, then)

    def _listed(self, at: int, then: int) -> int:
        """The next item of a list that goes on after the joining sign at `at`, or -1."""
        start = self._next_item(then)
        if start is None:
            return -1
        comma = self.tokens[at].norm in _COMMAS
        return -1 if comma and (at - self.last > 2 or not self._ends_item(start)) else start

    def _next_item(self, at: int) -> int | None:
        """The start of an item at most three light words on."""
        for then in range(at, min(at + 4, len(self.tokens))):
            if self._item_at(then):
                return then
            if self.tokens[then].norm not in self.light and self.tokens[then].norm not in _JOINERS:
                return None
        return None

    def _ends_item(self, start: int) -> bool:
        """Whether the item at `start` is one of a list: a sign, a joining word or the end follows."""
        end = self._item_at(start)
        if end >= len(self.tokens):
            return True
        word = self.tokens[end].norm
        return word in STOPS or word in _JOINERS or word in self.edge or self.tokens[end].line_start

    def _ends_phrase(self, end: int) -> bool:
        return end >= len(self.tokens) or (
            self.tokens[end].norm in STOPS | _JOINERS | FUNCTION_WORDS | self.edge | self.stops
            or self.tokens[end].line_start
        )

    def backward(self) -> set[int]:
        """Items before the cue, back to where its scope begins."""
        at, left = self.cue.start - 1, self.row.reach
        found: set[int] = set()
        bracket, closed = False, 0  # whether the cue is within one, which is about the item right before it
        while at >= 0:
            if (start := self._item_ending(at + 1)) is not None:
                found |= {k for k, (_, b) in enumerate(self.items) if start < b <= at + 1}
                if self.row.whole and not bracket:
                    at = start - 1
                    continue
                if bracket or not (then := self._before(start)):
                    break
                at = then - 1
                continue
            word = self.tokens[at].norm
            if (bracket and word in _COMMAS) or self._blocks(word, at, found):
                break
            closed += word in _CLOSE
            bracket = bracket or (word in _OPEN and not closed)
            closed -= word in _OPEN and closed > 0
            if word not in _OPEN | {":", "-", "\t"}:
                left -= 1
            if left < 0:
                break
            at -= 1
        if unless := self.cue.rule.unless:
            return {at for at in found if not precedes(unless, self.tokens, self.items[at][0])}
        return found

    def _item_ending(self, end: int) -> int | None:
        """Where the longest item that ends at `end` starts, or None."""
        return min((a for a, b in self.items if b == end), default=None)

    def _before(self, start: int) -> int:
        """The end of the item that is joined before `start` in a list, or 0."""
        then = start
        while then > 0 and self.tokens[then - 1].norm in _JOINERS:
            then -= 1
        return then if then < start and self._item_ending(then) is not None else 0

    def _blocks(self, word: str, at: int, found: set[int]) -> bool:
        near = self.cue.start - at <= 2 and not found
        if word == ":" and self.row.whole:
            return bool(found) or not self._is_label(at)
        if word in {":", "-", "\t"}:
            return not near or bool(self.row.whole)
        if word in _HARD or (word in self.stops and (word in PRONOUNS or not self.row.whole)):
            return True
        if word in _OPEN | _CLOSE:
            return not (near or self.row.whole)
        if word == "," and not self.row.whole:
            return not (near and self.row.through)
        return bool(self.through) and word not in self.through and word != ","

    def _is_label(self, colon: int) -> bool:
        """Whether a few words before a colon open its clause: "Spanish: two terms of it, abandoned" is about Spanish."""
        start = colon
        while start > 0 and not self.tokens[start].line_start and self.tokens[start - 1].norm not in STOPS:
            start -= 1
        return colon - start <= _LABEL

    def labelled(self) -> set[int]:
        """Items of the list after a label, which ends with its clause."""
        start = end = label_end(self.cue.start, self.cue.end, self.tokens) or self.cue.end
        while end < len(self.tokens) and self.tokens[end].norm not in _LIST_ENDS:
            end += 1
        return {at for at, (a, b) in enumerate(self.items) if start <= a and b <= end}
