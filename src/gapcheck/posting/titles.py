"""Titles of roles in a text: what the document's own role is called, its levels, and other roles.

A title is a head noun (engineer, nurse) with what stands before it: words of rank, of trade, or a skill's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.text.phrases import plain

_WORD = re.compile(r"[^\W_](?:[\w'+#.]*[\w+#])?")
_JOIN = re.compile(r"(?:\s+|-|\s?/\s?)\Z")
_NEXT = re.compile(r"[\s/&-]+")
_OF = frozenset({"director", "head", "manager", "chief", "vp", "lead"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a text. `name` in lower case, singular, with its rank; `base` without; `level` "" if none."""

    span: Span
    name: str
    base: str
    level: str
    plural: bool


class TitleFinder:
    """Finds titles with the words of one taxonomy."""

    def __init__(self, cues: NecessityCues, taxonomy: Taxonomy) -> None:
        self._heads = frozenset(cues.title_heads)
        self._levels: Mapping[str, str] = {
            folded(word): step.level for step in cues.title_levels for word in step.words
        }
        self._modifiers = frozenset(map(folded, cues.title_modifiers)) | frozenset(self._levels)
        self._taxonomy = taxonomy

    def find(self, text: str) -> tuple[Title, ...]:
        """All titles in order; a head noun alone is none."""
        low = plain(text)
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(low)]
        found: list[Title] = []
        for at, (word, _, _) in enumerate(words):
            if word not in self._heads:
                continue
            first = self._first(low, words, at)
            last = self._last(low, words, at)
            if first == at and last == at:
                continue
            if found and words[first][1] < found[-1].span.end:
                found.pop()
            span = Span(words[first][1], words[last][2])
            found.append(self._title(low, span, word if last == at else ""))
        return tuple(found)

    def opening(self, line: str) -> Title | None:
        """The title that a headline gives, with any words before its head noun: "Sous Chef", "MIG/TIG Welder"."""
        words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(line)]
        for at, (word, _, end) in enumerate(words):
            if plain(word) not in self._heads or not word[0].isupper():
                continue
            first = at
            while (
                first
                and words[first - 1][0][0].isupper()
                and _NEXT.fullmatch(line[words[first - 1][2] : words[first][1]])
            ):
                first -= 1
            if 0 < at - first <= 5:
                return self._title(plain(line), Span(words[first][1], end), plain(word))
        return None

    def _first(self, low: str, words: list[tuple[str, int, int]], at: int) -> int:
        first = at
        while first:
            for size in (4, 3, 2, 1):
                start = first - size
                if start < 0 or not self._joined(low, words, start, first):
                    continue
                phrase = folded(" ".join(word for word, _, _ in words[start:first]))
                if phrase in self._modifiers or self._is_name(phrase):
                    first = start
                    break
            else:
                break
        return first

    def _last(self, low: str, words: list[tuple[str, int, int]], at: int) -> int:
        """Director of machine learning: the words after "of" belong to the title."""
        if words[at][0] not in _OF or at + 2 >= len(words) or words[at + 1][0] != "of":
            return at
        for size in (4, 3, 2, 1):
            end = at + 2 + size
            if end <= len(words) and self._joined(low, words, at + 2, end - 1):
                phrase = folded(" ".join(word for word, _, _ in words[at + 2 : end]))
                if phrase in self._modifiers or self._is_name(phrase):
                    return end - 1
        return at

    def _is_name(self, phrase: str) -> bool:
        """Whether a phrase names a skill that people are titled by; "work closely" does not."""
        ids = self._taxonomy.names.get(phrase, ())
        return len(phrase) > 1 and any(
            self._taxonomy.skills[each].kind is not Kind.SOFT_SKILL for each in ids
        )

    @staticmethod
    def _joined(low: str, words: list[tuple[str, int, int]], start: int, end: int) -> bool:
        pairs = zip(words[start:end], words[start + 1 : end + 1], strict=False)
        return all(_JOIN.match(low, one[2], two[1]) and two[1] > one[2] for one, two in pairs)

    def _title(self, low: str, span: Span, head: str) -> Title:
        name = re.sub(r"\s+", " ", span.of(low))
        plural = head.endswith("s") and singular(head) in self._heads | {"nurse"}
        if plural:
            name = name[: len(name) - len(head)] + singular(head)
        level, base = "", name
        for words in sorted(
            self._levels, key=lambda each: (self._levels[each] in {"manager", "director"}, -len(each), each)
        ):
            match = re.search(
                rf"(?:^|(?<=\s))(?:{re.escape(words).replace(chr(92) + ' ', '[ -]')})(?=\s|$)", base
            )
            if match and (match.start() == 0 or self._levels[words] in {"manager", "director", "lead"}):
                level = level or self._levels[words]
                if match.start() == 0 and self._levels[words] not in {"manager", "director"}:
                    base = base[match.end() :].strip(" -")
                break
        return Title(span, name, base if " " in base else name, level, plural)


def singular(word: str) -> str:
    """A plural head noun in the singular."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
