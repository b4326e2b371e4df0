"""How well somebody speaks a language, on the scale of the CEFR: "German (B2)", "fluent in French", "TOEFL 105".

Levels are numbers from 1 (A1) to 6 (C2, native); 0 is less than the lowest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gapcheck.facts.language_tests import RANKS, LanguageTests
from gapcheck.spans import Span
from gapcheck.taxonomy.language.spoken_language_words import Cefr, SpokenLanguageWords
from gapcheck.text.phrases import CONJUNCTION, OR, alternation, compiled, plain

_COARSE = (0, 1, 1, 2, 2, 3, 4)
_ENDS = r",;|\t\n\u2022\u00b7"
_REMARK_END = re.compile(rf"[{_ENDS}]|\.\s")
_PART_END, _ENDS_PART = re.compile(rf"[{_ENDS}]"), re.compile(rf"[ ]*[{_ENDS}]")
_OPENS_PART = re.compile(rf"(?:\A|[:{_ENDS}]|\n\s*[-*])\s*\Z")
_LEAD_END = re.compile(r"[;|\t\n\u2022\u00b7]|\.\s")
_BLANK_LINE = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W_][\w'-]*")
_JOIN = re.compile(rf"\b{CONJUNCTION}|[&/]")
_OPENS_REMARK = re.compile(r"\s*[(\[:\u2013\u2014-]")
_NOTHING_BETWEEN = re.compile(r"[\s:(=\u2013-]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FAR = 160
"""Characters on either side of a language in which its level is."""


def coarse(level: int) -> int:
    """A level on the scale of tools: 1 basic, 2 working knowledge, 3 fluent, 4 native."""
    return _COARSE[level]


class Said(NamedTuple):
    """A level that is printed at a place of a text."""

    span: Span
    level: int


class LanguageLevels:
    """The compiled levels and tests of spoken_languages.yaml. Build it once; pure."""

    def __init__(self, words: SpokenLanguageWords) -> None:
        name = rf"{alternation(tuple(name.lower() for name in words.languages))}(?!\w)"
        self._names = re.compile(rf"(?<![\w-]){name}")
        self._more_names = re.compile(rf"(?:\s*(?:{CONJUNCTION}|[&/])\s*{name})+")
        self._said, self._by_level = _compiled(words.levels)
        self._leading, self._leading_by_level = _compiled(words.levels_before)
        self._range = re.compile(rf"\s*(?:[/\u2013-]|\b{OR}|\bto\b)\s*{self._said.pattern}")
        self._taught = re.compile(rf"\s+{alternation(words.taught)}(?!\w)")
        self._teaching = compiled(words.teaching)
        self._between = frozenset(words.beside)
        self._of_both = re.compile(rf"\({alternation(words.of_all)}(?!\w)")
        self._ends_of_all = re.compile(rf"(?<!\w){alternation(words.of_all)}\s+\Z")
        self._leads_list = re.compile(rf"[\s\w]*?\b{alternation(words.list_openers)}(?!\w)|\s*:")
        self.tests = LanguageTests(words)

    def said(self, low: str) -> list[Said]:
        """The levels that a plain text prints, in order, those of tests among them."""
        words = self._in(low, self._said, self._by_level)
        scores = [Said(each.span, each.level) for each in self.tests.scores(low)]
        return sorted((*scores, *(w for w in words if not any(w.span.overlaps(s.span) for s in scores))))

    def of_all(self, low: str) -> int | None:
        """The level that a clause sets wherever it says so: the lowest as a code or a score (C1, IELTS 7), or behind "both".

        Other words, such as "advanced", may be about something else of the clause.
        """
        return min(
            (
                each.level
                for each in self.said(low)
                if each.span.of(low)[-1].isdigit() or self._ends_of_all.search(low[: each.span.start])
            ),
            default=None,
        )

    def beside(self, text: str, span: Span) -> int | None:
        """The level printed with the name of a language at `span`.

        It is behind the name in its part of the line, before it, alone in the next part or line, or shared by names that
        are joined: "fluent in German and Dutch", "Polish and Czech native". What somebody teaches has the level of the pupils.
        """
        before = _plain_lines(text[max(0, span.start - _FAR) : span.start])
        after = _plain_lines(text[span.end : span.end + _FAR])
        if self._taught.match(after) or self._teaching.search(_PART_END.split(before)[-1]):
            return None
        found = self._behind(_REMARK_END.split(after, maxsplit=1)[0])
        found = self._before(_LEAD_END.split(before)[-1]) if found is None else found
        return self._in_next_parts(before, after) if found is None else found

    def _behind(self, after: str) -> int | None:
        following = self._names.search(after)
        if following is None:
            return self._remark(after)
        gap = after[: following.start()]
        joined = _JOIN.search(gap)
        found = self._remark(gap[: joined.start()] if joined else gap)
        if found is None and joined and not gap[: joined.start()].strip() and not gap[joined.end() :].strip():
            return self._shared(after)
        return found

    def _remark(self, said: str) -> int | None:
        """The lowest level of a remark in brackets, behind a colon or a dash, or of words that follow the name at once."""
        found = self.said(said)
        if _OPENS_REMARK.match(said) and self._is_beside(self._leading.sub(" ", said)):
            found += self._in(said, self._leading, self._leading_by_level)  # "French: school"
        elif found and not _OPENS_REMARK.match(said):
            first, end = found[0].span, found[0].span.end
            while more := self._range.match(said, end):
                end = more.end()
            behind = said[end:].split(maxsplit=1)[:1]
            if not self._is_beside(f"{said[: first.start]} {' '.join(behind)}"):
                return None  # "in Irish at good hotels"
        return min((each.level for each in found), default=None)

    def _shared(self, after: str) -> int | None:
        """The level behind names that are joined to the one before: not one in brackets, which rates the last of them."""
        at = self._more_names.match(after)
        rest = after[at.end() :].lstrip() if at else ""
        if not rest or (rest[0] == "(" and not self._of_both.match(rest)):
            return None
        return self._remark(rest)

    def _before(self, before: str) -> int | None:
        said = self.said(before)
        leading = self._in(
            before, self._leading, self._leading_by_level
        )  # "at school" says it of the name before
        found = sorted(
            (*said, *(each for each in leading if not any(each.span.overlaps(s.span) for s in said)))
        )
        if not found:
            return None
        last = found[-1]
        names = list(self._names.finditer(before[: last.span.start]))
        if names and _NOTHING_BETWEEN.fullmatch(before[names[-1].end() : last.span.start]):
            return None  # it rates the name before it
        gap = before[last.span.end :]
        if "," in gap and not self._leads_list.match(gap):
            return None
        return last.level if self._is_beside(self._names.sub(" ", gap.replace(",", " "))) else None

    def _in_next_parts(self, before: str, after: str) -> int | None:
        """The level in the next cells or the next line, where a name is alone in its own."""
        end = _ENDS_PART.match(after)
        if end is None or not _OPENS_PART.search(before):
            return None
        levels: list[int] = []
        for part in _PART_END.split(_BLANK_LINE.split(after[end.end() :])[0]):
            found = self.said(part)
            rest = part
            for each in found:
                rest = rest.replace(each.span.of(part), " ")
            if found and self._is_beside(_YEAR.sub(" ", rest)):
                levels.append(min(each.level for each in found))
            elif levels or part.strip():
                break
        return min(levels, default=None)

    def _is_beside(self, low: str) -> bool:
        """Whether nothing but words that may be between a level and its language is in a text."""
        return all(word in self._between for word in _WORD.findall(low))

    def _in(
        self, low: str, phrases: re.Pattern[str], by_level: Sequence[tuple[int, re.Pattern[str]]]
    ) -> list[Said]:
        return [
            Said(Span(*found.span()), next(rank for rank, each in by_level if each.fullmatch(found.group())))
            for found in phrases.finditer(low)
        ]


def _plain_lines(text: str) -> str:
    """A plain text that keeps the ends of its lines and cells."""
    return re.sub(r"[^\n\t]+", lambda part: plain(part.group()), text)


def _compiled(
    levels: Mapping[Cefr, tuple[str, ...]],
) -> tuple[re.Pattern[str], list[tuple[int, re.Pattern[str]]]]:
    """The phrases of all levels as one pattern, and of each level."""
    by_level = [(RANKS[level], compiled(phrases)) for level, phrases in levels.items()]
    return compiled(tuple(each for phrases in levels.values() for each in phrases)), by_level
