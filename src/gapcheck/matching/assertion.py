"""What a text says of the skills that it names: that they are there, are not, are wished for, or are another's.

After ConText: every cue has a class, a direction and a scope; the scope is the clause, cut short by its reach, by
signs and by terminating words; longer cues win over the shorter ones inside them, and pseudo-cues ("not only")
take words away. What is added for resumes: a scope goes on through a list ("no Java, Scala or Go") but not through
a comma elsewhere; labels ("Not yet: Spark"); agents ("... is done by the platform team").

The cues are data (skills_taxonomy/assertion_cues.yaml); this module knows no word of them, only joining signs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.matching.mentions import Assertion
from gapcheck.matching.tokens import Token
from gapcheck.matching.wording import (
    FUNCTION_WORDS,
    STOPS,
    Wording,
    WordingIndex,
    compile_wording,
    precedes,
)
from gapcheck.taxonomy.assertion_cues import AssertionCues, CueClass, CueRow, Direction

Place = tuple[int, int]
"""First token, and the one after the last."""

_JOINERS = frozenset({",", "/", "|", "+", "and", "or", "nor", "&", "•", "·"})
_COMMAS = frozenset({",", "/", "|", "+", "•", "·"})
_SENTENCE = frozenset({".", "!", "?", "•", "\t"})
_HARD = frozenset({".", ";", "!", "?", ":", "-", "\t", "*", "‣", "▪", "●"})
_OPEN = frozenset({"(", "["})
_CLOSE = frozenset({")", "]"})
_ADDED = 4
"""Words between two items of a list that still belong to the first one ("Java frameworks and Python")."""

_ORDER = (
    CueClass.ABSENT,
    CueClass.OTHER,
    CueClass.ASPIRED,
    CueClass.EXPIRED,
    CueClass.PAST,
)
_ASSERTION = {
    CueClass.ABSENT: Assertion.ABSENT,
    CueClass.OTHER: Assertion.OTHER,
    CueClass.ASPIRED: Assertion.ASPIRED,
    CueClass.PAST: Assertion.PAST,
    CueClass.EXPIRED: Assertion.PAST,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one name. `expired`: of a certificate that is no longer in force."""

    assertion: Assertion = Assertion.PRESENT
    cue: str = ""
    exposure: bool = False
    expired: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    row: CueRow
    through: frozenset[str]
    where: Wording | None
    where_not: Wording | None
    unless: Wording | None


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    rule: _Rule

    @property
    def row(self) -> CueRow:
        return self.rule.row


class Assertions:
    """The cues of a taxonomy, compiled once."""

    def __init__(self, cues: AssertionCues) -> None:
        sets = cues.sets
        rows: list[tuple[Wording, _Rule]] = []
        for row in cues.cues:
            rule = _Rule(
                row,
                frozenset(word for each in sets.get(row.through, ()) for word in each.casefold().split("-")),
                *(
                    compile_wording(each, sets) if each else None
                    for each in (row.where, row.where_not, row.unless)
                ),
            )
            rows.extend((compile_wording(cue, sets), rule) for cue in row.cues)
        self._index = WordingIndex(rows)
        self._light = frozenset(word for each in sets.get("light", ()) for word in each.split("-"))
        self._edge = frozenset(sets.get("edge", ()))
        everywhere = frozenset(cues.stops.get(CueClass.NONE, ()))
        self._stops: Mapping[CueClass, frozenset[str]] = {
            kind: everywhere | frozenset(cues.stops.get(kind, ())) for kind in CueClass
        }

    def judged(
        self,
        tokens: Sequence[Token],
        names: Sequence[Place],
        patterns: Sequence[Place],
        soft: Collection[int] = (),
    ) -> list[Claim]:
        """One claim for each of `names` and then each of `patterns`; a cue inside a longer name is none.

        `soft` are the indexes of soft skills: who wants to work in a team, or works with other teams, claims them.
        """
        items = [*names, *patterns]
        found: list[list[_Cue]] = [[] for _ in items]
        if not items:
            return []
        for cue in self._cues(tokens, names):
            gentle = cue.row.says is CueClass.ASPIRED or cue.row.looks is Direction.INSIDE
            for at in self._scope(cue, tokens, items):
                if not (gentle and at in soft):
                    found[at].append(cue)
        return [_claim(cues, tokens) for cues in found]

    def _cues(self, tokens: Sequence[Token], names: Sequence[Place]) -> list[_Cue]:
        """The cues of a passage; of two that overlap the longer counts, and of two alike a pseudo-cue."""
        found = [
            _Cue(start, end, rule)
            for start, end, rule in self._index.find(tokens)
            if not any(a <= start and end <= b and b - a > end - start for a, b in names)
        ]
        found = [cue for cue in found if self._in_place(cue, tokens)]
        kept: list[_Cue] = []
        for cue in sorted(
            found, key=lambda each: (each.start - each.end, each.row.says is not CueClass.NONE)
        ):
            over = [
                other
                for other in kept
                if other.start < cue.end and cue.start < other.end and _rivals(other, cue)
            ]
            alike = all((other.start, other.end) == (cue.start, cue.end) for other in over)
            if not over or (alike and all(other.row.says is not CueClass.NONE for other in over)):
                kept.append(cue)
        return [cue for cue in kept if cue.row.says is not CueClass.NONE]

    def _in_place(self, cue: _Cue, tokens: Sequence[Token]) -> bool:
        """Whether what must stand around the cue stands there."""
        row, rule = cue.row, cue.rule
        if row.looks is Direction.LABEL and _label_end(cue, tokens) is None:
            return False
        if rule.where or rule.where_not:
            start, end = _sentence(tokens, cue)
            sentence = tokens[start:end]
            if rule.where and not _holds(rule.where, sentence):
                return False
            if rule.where_not and _holds(rule.where_not, sentence):
                return False
        if rule.unless and row.looks is not Direction.BACKWARD:
            return not precedes(rule.unless, tokens, cue.start)
        return True

    def _scope(self, cue: _Cue, tokens: Sequence[Token], items: Sequence[Place]) -> set[int]:
        """The items that a cue speaks of."""
        row = cue.row
        found: set[int] = set()
        if row.inside:
            found |= {at for at, (a, b) in enumerate(items) if a < cue.end and cue.start < b}
        elif row.looks is Direction.INSIDE:
            found |= {at for at, (a, b) in enumerate(items) if cue.start < a and b <= cue.end}
        if row.looks is Direction.FORWARD:
            found |= self._forward(cue, tokens, items)
        elif row.looks is Direction.BACKWARD:
            found |= self._backward(cue, tokens, items)
        elif row.looks is Direction.LABEL:
            found |= _labelled(cue, tokens, items)
        return found

    def _forward(self, cue: _Cue, tokens: Sequence[Token], items: Sequence[Place]) -> set[int]:
        walk = _Walk(cue, tokens, items, self)
        return walk.forward()

    def _backward(self, cue: _Cue, tokens: Sequence[Token], items: Sequence[Place]) -> set[int]:
        walk = _Walk(cue, tokens, items, self)
        found = walk.backward()
        if cue.rule.unless:
            found = {at for at in found if not precedes(cue.rule.unless, tokens, items[at][0])}
        return found


class _Walk:
    """One walk from a cue through its scope."""

    def __init__(self, cue: _Cue, tokens: Sequence[Token], items: Sequence[Place], rules: Assertions) -> None:
        self.cue, self.tokens, self.items = cue, tokens, items
        self.row, self.through = cue.row, cue.rule.through
        self.stops = rules._stops[cue.row.says]  # noqa: SLF001
        self.light, self.edge = rules._light, rules._edge  # noqa: SLF001
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
                found |= {k for k, (a, b) in enumerate(self.items) if at <= a and b <= end}
                at, self.last, left = end, end, max(left, _ADDED)
                continue
            then = self._onward(at)
            if then > at + 1 and self.tokens[then - 1].norm == "to":
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
        if word == "to" and self.row.says is CueClass.ASPIRED:
            return then + 1
        if self.row.whole:
            return -1 if word in self.stops else then
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
        bracket = False
        if self.row.beyond:
            return self._nearest()
        while at >= 0:
            if (start := self._item_ending(at + 1)) is not None:
                found |= {k for k, (a, b) in enumerate(self.items) if start <= a and b <= at + 1}
                if self.row.whole:
                    at = start - 1
                    continue
                if bracket or not (then := self._before(start)):
                    break
                at = then - 1
                continue
            word = self.tokens[at].norm
            if self._blocks(word, at, found):
                break
            bracket = bracket or word in _OPEN
            if word not in _OPEN | {":", "-", "\t"}:
                left -= 1
            if left < 0:
                break
            at -= 1
        return found

    def _nearest(self) -> set[int]:
        """The last items before the cue, wherever a clause ends in between."""
        ends = [b for _, b in self.items if self.cue.start - self.row.reach <= b <= self.cue.start]
        return {k for k, (_, b) in enumerate(self.items) if ends and b == max(ends)}

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
        if word in {":", "-", "\t"}:
            return not near or bool(self.row.whole)
        if word in _HARD or (word in self.stops and not self.row.whole):
            return True
        if word in _OPEN:
            return not (near or self.row.whole)
        if word in _CLOSE:
            return not (near or self.row.whole)
        if word == "," and not self.row.whole:
            return not (near and self.row.through)
        return bool(self.through) and word not in self.through and word != ","


def _rivals(longer: _Cue, shorter: _Cue) -> bool:
    """Whether one of two overlapping cues must give way: pseudo-cues to all, the others where they look the same way."""
    return CueClass.NONE in (longer.row.says, shorter.row.says) or longer.row.looks is shorter.row.looks


def _labelled(cue: _Cue, tokens: Sequence[Token], items: Sequence[Place]) -> set[int]:
    start = _label_end(cue, tokens) or cue.end
    end = start
    while end < len(tokens) and tokens[end].norm not in {".", ";", "!", "?"}:
        if tokens[end].line_start and end > start and _opens_label(tokens, end):
            break
        end += 1
    return {at for at, (a, b) in enumerate(items) if start <= a and b <= end}


def _label_end(cue: _Cue, tokens: Sequence[Token]) -> int | None:
    """Where the list after a label begins, if the cue opens a clause and a colon or dash follows it soon."""
    start = cue.start
    # a label of several words may have a word or two before them ("Still on my list:")
    slack = 3 if cue.end - cue.start > 1 else 0
    while slack and start > 0 and tokens[start - 1].norm not in STOPS and not tokens[start].line_start:
        start -= 1
        slack -= 1
    before = tokens[start - 1].norm if start else "."
    if before not in STOPS and not tokens[start].line_start:
        return None
    for at in range(cue.end, min(cue.end + 5, len(tokens))):
        word = tokens[at].norm
        # cells of a table are parted by a tab; only the first of a row can be a label
        if word == ":" or (
            at == cue.end and (word == "-" or (word == "\t" and _opens_line(tokens, cue.start)))
        ):
            return at + 1
        if word in STOPS or word == ",":
            return None
    return None


def _opens_line(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at].line_start


def _opens_label(tokens: Sequence[Token], at: int) -> bool:
    return any(token.norm == ":" for token in tokens[at + 1 : at + 5])


def _sentence(tokens: Sequence[Token], cue: _Cue) -> Place:
    start, end = cue.start, cue.end
    while start > 0 and tokens[start - 1].norm not in _SENTENCE:
        start -= 1
    while end < len(tokens) and tokens[end].norm not in _SENTENCE:
        end += 1
    return start, end


def _holds(wording: Wording, tokens: Sequence[Token]) -> bool:
    return any(wording.longest(tokens, at) is not None for at in range(len(tokens)))


def _claim(cues: Sequence[_Cue], tokens: Sequence[Token]) -> Claim:
    exposure = next((cue for cue in cues if cue.row.says is CueClass.EXPOSURE), None)
    for kind in _ORDER:
        for cue in cues:
            if cue.row.says is kind:
                return Claim(
                    _ASSERTION[kind], _words(cue, tokens), exposure is not None, kind is CueClass.EXPIRED
                )
    if exposure:
        return Claim(Assertion.PRESENT, _words(exposure, tokens), exposure=True)
    return Claim()


def _words(cue: _Cue, tokens: Sequence[Token]) -> str:
    """The cue as it stands in the text, blanks aside."""
    return "".join(_spaced(tokens[cue.start : cue.end]))


def _spaced(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if at and not token.glued:
            yield "-" if token.hyphen else " "
        yield token.form
