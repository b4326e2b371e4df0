"""Many patterns looked for at once in the tokens of a text: each only where a word that may begin it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from functools import lru_cache
from typing import Any, Generic, TypeVar

from gapcheck.text.patterns import Pattern, PatternPart, is_number
from gapcheck.text.tokens import Token

T = TypeVar("T")


class PatternIndex(Generic[T]):
    """Many patterns, looked for in one pass: each is tried only where its first word is."""

    def __init__(self, rows: Iterable[tuple[Pattern, T]]) -> None:
        self._words: dict[str, list[tuple[Pattern, T]]] = defaultdict(list)
        self._prefixes: dict[str, list[tuple[Pattern, T]]] = defaultdict(list)
        self._suffixes: dict[str, list[tuple[Pattern, T]]] = defaultdict(list)
        self._numbers: list[tuple[Pattern, T]] = []
        self._names: list[tuple[Pattern, T]] = []
        for row in rows:
            for part in row[0].parts:
                if part.kind == "start":
                    continue
                self._add(part, row)
                if not part.optional:
                    break
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})
        self._opened_by: Callable[[str], list[tuple[Pattern, T]]] = lru_cache(maxsize=_MOST_KEPT)(
            self._beginning
        )
        self._opened: Mapping[str, list[tuple[Pattern, T]]] | None = None  # of a text whose words are known

    def among(self, words: Collection[str]) -> PatternIndex[T]:
        """The same for texts that have no other words than these: faster for many short texts of one document."""
        found = copy(self)
        found._opened = self._opened_among(frozenset(words))  # noqa: SLF001  # of this class
        return found

    def _opened_among(self, words: AbstractSet[str]) -> Mapping[str, list[tuple[Pattern, T]]]:
        """The patterns by the words that begin them, in a text of these words."""
        lacks, found = words.isdisjoint, {}  # an anchor without a word here
        for norm in words if self._opened is None else words & self._opened.keys():
            rows = self._opened_by(norm) if self._opened is None else self._opened[norm]
            if rows and (kept := [row for row in rows if not any(map(lacks, row[0].anchors))]):
                found[norm] = kept
        return found

    def _add(self, part: PatternPart, row: tuple[Pattern, T]) -> None:
        """Files a pattern under the words that one of its first parts may be."""
        if part.kind == "name":
            self._names.append(row)
        for opening in (part, *(phrase[0] for phrase in part.phrases)):
            if opening.kind == "number":
                self._numbers.append(row)
            for filed, keys in (
                (self._words, opening.words),
                (self._prefixes, opening.prefixes),
                (self._suffixes, opening.suffixes),
            ):
                for key in keys:
                    filed[key].append(row)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Every match as (first token, token after the last, value), one from each place: the longest without gaps."""
        present = {token.norm for token in tokens}
        opened = self._opened_among(present)
        named = [row for row in self._names if not any(map(present.isdisjoint, row[0].anchors))]
        for at, token in enumerate(tokens) if opened or named else ():
            rows = opened.get(token.norm, _NONE)
            for pattern, value in [*rows, *named] if named and token.form[0].isupper() else rows:
                end = pattern.shortest(tokens, at) if pattern.gapped else pattern.longest(tokens, at)
                if end is not None and end > at:
                    yield at, end, value

    def _beginning(self, norm: str) -> list[tuple[Pattern, T]]:
        """The patterns that may begin with this word."""
        rows = self._words.get(norm, _NONE)
        if self._numbers and is_number(norm):
            rows = [*rows, *self._numbers]
        for length in self._lengths:
            if len(norm) >= length and norm[:length] in self._prefixes:
                rows = [*rows, *self._prefixes[norm[:length]]]
        for suffix, ending in self._suffixes.items():
            if norm.endswith(suffix):
                rows = [*rows, *ending]
        return rows


_NONE: list[Any] = []
_MOST_KEPT = 16384
"""Words of which it is remembered what they begin."""
