"""Which fields of study are related."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import Degrees
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.inflection import singular

_WORD = re.compile(r"[^\W\d_]+")


class FieldFamilies:
    """Which fields of study are related, by the words of their names. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        self._small = frozenset(words.field_words.small)
        self._short = words.field_words.short
        self._adjacent: dict[str, set[str]] = defaultdict(set)
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        for family in words.families:
            self._adjacent[family.id].update(family.adjacent)
            for field in family.fields:
                if names := self._plain_words(field):
                    self._by_word[min(names)].append((names, family.id))
        self.words = lru_cache(maxsize=4096)(self._words)
        self._branches: dict[str, str] = {}
        for names in (names for rows in self._by_word.values() for names, _ in rows if len(names) == 2):
            for discipline in names.intersection(words.field_words.disciplines):
                (branch,) = names - {discipline}
                self._branches[branch] = discipline

    def _plain_words(self, field: str) -> frozenset[str]:
        folded = (word.casefold() for word in _WORD.findall(field))
        words = (each for word in folded for each in self._short.get(word, word).split())
        return frozenset(
            singular(word) if len(word) > 4 else word for word in words if word not in self._small
        )

    def _words(self, field: str) -> frozenset[str]:
        """The words by which fields are compared: lower case, no plural, no small words; "Civil" is civil engineering."""
        words = self._plain_words(field)
        return words if self._of(words) else words | {self._branches.get(word, word) for word in words}

    def includes(self, asked: str, field: str) -> bool:
        """Whether a field has all words of the one asked for."""
        wanted = self.words(asked)
        return bool(wanted) and wanted <= self.words(field)

    def of(self, field: str) -> frozenset[str]:
        """The families of a field: those with a field whose words are all in its name."""
        return self._of(self.words(field))

    def _of(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset(
            family for word in words for names, family in self._by_word.get(word, ()) if names <= words
        )

    def are_adjacent(self, mine: frozenset[str], asked: frozenset[str]) -> bool:
        """Whether one of my families is a neighbour of one asked for."""
        return any(self._adjacent[each] & asked for each in mine)


def _families(taxonomy: Taxonomy) -> FieldFamilies:
    return FieldFamilies(taxonomy.degrees)


field_families: Derived[Taxonomy, FieldFamilies] = Derived(_families)
"""The families of fields of a taxonomy, compiled once."""
