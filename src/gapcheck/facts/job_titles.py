"""Job titles: whether a line is one, which ones a text names, and what level they have.

A title in running text is a head noun (engineer, nurse) with what precedes it: words of rank, of trade, or the name
of a skill. Where a title is expected, as in the head of an entry on a resume, any noun for a job will do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.taxonomy.taxonomy import Taxonomy, folded
from gapcheck.text.inflection import singular
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import ARTICLE, compiled, plain

_WORD = re.compile(r"[^\W_](?:[\w'+#.]*[\w+#])?")
TITLE_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*\.?")
_JOIN = re.compile(r"(?:\s+|-|\s?/\s?)\Z")
_NEXT = re.compile(r"[\s/&-]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_ADDED = re.compile(r"\s*(?:[(|,;/]|\s[-\u2013\u2014]\s)")
"""What is behind a title on its line: "Chemist (night shift)"."""
_STEP = re.compile(r"[ivx]+|[a-z]|\d+")
"""A step behind a title: "Engineer II"."""
_LONGEST_MODIFIER = 4
_MOST_WORDS_BEFORE = 5
_MOST_WORDS = 14
SURE_SCORE = 2
"""The score of what is a title, or an employer, for certain."""
_SHORTEST_POST = 2
"""Letters of a post that is shortened and means too much to be one by itself: BA, EA."""
_SHORTEST_WITH_ENDING = 6


@dataclass(frozen=True, slots=True)
class JobTitle:
    """A title in a text. `name` in lower case, singular, with its rank; `base` without; `level` "" if none."""

    span: Span
    name: str
    base: str
    level: str
    plural: bool


@dataclass(frozen=True, slots=True)
class _TitleWord:
    text: str
    start: int
    end: int


class JobTitleFinder:
    """job_titles.yaml, compiled. Pure after it is built.

    `names_skill` says whether a phrase is the name of a skill that people are titled by.
    """

    def __init__(self, words: JobTitles, names_skill: Callable[[str], bool]) -> None:
        self._names_skill = names_skill
        self._heads = frozenset(words.heads)
        self._plural_heads = self._heads.difference(words.things)
        self._nouns = frozenset(word for word in (*words.heads, *words.titles) if " " not in word)
        shortened = (*words.short, *words.short_posts)
        self._shortened = frozenset(each for each in shortened if len(each) > _SHORTEST_POST)
        self._short_nouns = frozenset(words.short_nouns)
        self._endings = tuple(ending for ending in words.title_endings if len(ending) > 3)
        self._heads_of = frozenset(words.heads_of)
        levels = {folded(word): step.level for step in words.levels for word in step.words}
        self._order = tuple(step.level for step in words.levels)
        self._modifiers = frozenset(map(folded, words.modifiers)) | frozenset(levels)
        self._level_heads = frozenset(step.level for step in words.levels if step.place == "head")
        self._anywhere = self._level_heads.union(s.level for s in words.levels if s.place == "anywhere")
        self._only = {
            folded(word): frozenset(step.only) for step in words.levels for word in step.words if step.only
        }
        by_length = sorted(levels, key=lambda each: (levels[each] in self._level_heads, -len(each), each))
        self._levels = tuple(
            (
                re.compile(rf"(?:^|(?<=\s)){re.escape(each).replace(chr(92) + ' ', '[ -]')}(?=\s|$)"),
                levels[each],
            )
            for each in by_length
        )
        self._seniority = frozenset(words.seniority)
        self._joins = {"and", *words.prepositions}
        self._title_end = re.compile(rf"\s+{compiled(words.prepositions).pattern}\s+|\s+d'(?=\w)")
        self._hiring = re.compile(rf"{compiled(words.hiring).pattern}[^.]{{0,60}}\Z|\bas {ARTICLE}\s+\Z")

    def score(self, text: str) -> int:
        """How likely a part is a job title: 2 when its last noun names a job, 1 when any word does, else 0."""
        low = plain(_BRACKETS.sub(" ", text))
        words = [word.strip(".") for word in TITLE_WORD.findall(self._title_end.split(low, maxsplit=1)[0])]
        while words and (_STEP.fullmatch(words[-1]) or words[-1] in self._seniority):
            words.pop()
        if not words or len(words) > _MOST_WORDS:
            return 0
        if words[-1] in self._shortened or self.names_a_job(words[-1]):
            return SURE_SCORE
        if words[-1] in self._short_nouns and self._is_trade(" ".join(words[:-1])):
            return SURE_SCORE
        return int(any(map(self.names_a_job, words)))

    def names_a_job(self, word: str) -> bool:
        """Whether a word in lower case is a noun that titles end with, or the plural of one."""
        one = singular(word)
        return any(
            each in self._nouns or (len(each) > _SHORTEST_WITH_ENDING and each.endswith(self._endings))
            for each in {word, one, *re.split(r"[-/]", one)}
        )

    def is_head(self, word: str) -> bool:
        """Whether a word in lower case is a head noun, or the plural of one."""
        return word in self._heads or singular(word) in self._plural_heads

    def level_rank(self, level: str) -> int:
        """The place of a level in the order of levels; unknown ones come last."""
        return self._order.index(level) if level in self._order else len(self._order)

    def is_hired(self, before: str) -> bool:
        """Whether the text before a title says that somebody is sought for it."""
        return bool(self._hiring.search(plain(before)))

    def find(self, text: str) -> tuple[JobTitle, ...]:
        """All titles in order; a bare head noun does not count."""
        low = plain(text)
        words = [_TitleWord(m.group(), m.start(), m.end()) for m in _WORD.finditer(low)]
        found: list[JobTitle] = []
        for at, word in enumerate(words):
            if not self.is_head(word.text):
                continue
            first, last = self._first(low, words, at), self._last(low, words, at)
            if first == at == last:
                continue
            if found and words[first].start < found[-1].span.end:
                found.pop()
            span = Span(words[first].start, words[last].end)
            found.append(self._title(low, span, word.text if last == at else ""))
        return tuple(found)

    def opening(self, line: str) -> JobTitle | None:
        """The title that a headline gives, with any words before its head noun: "Sous Chef", "MIG/TIG Welder"."""
        words = [_TitleWord(m.group(), m.start(), m.end()) for m in _WORD.finditer(line)]
        for at, word in enumerate(words):
            if not (word.text[0].isupper() and self.is_head(plain(word.text))):
                continue
            first = at
            while (
                first
                and words[first - 1].text[0].isupper()
                and _NEXT.fullmatch(line[words[first - 1].end : words[first].start])
            ):
                first -= 1
            if 0 < at - first <= _MOST_WORDS_BEFORE:
                return self._title(plain(line), Span(words[first].start, word.end), plain(word.text))
        return None

    def labelled(self, text: str) -> JobTitle | None:
        """The title that a text behind a label such as "Title:" gives, whatever words it is made of; None for a sentence."""
        if (title := self.opening(text)) or (title := next(iter(self.find(text)), None)):
            return title
        proper = _ADDED.split(text, maxsplit=1)[0].strip(" '\"*_`.")
        words = plain(proper).split()
        if len(words) > _MOST_WORDS_BEFORE or not FUNCTION_WORDS.isdisjoint({*words} - self._joins):
            return None
        if self.score(proper) < SURE_SCORE:
            return None
        one = singular(words[-1])
        several = words[-1] if one != words[-1] and self.names_a_job(one) else ""
        return self._title(plain(proper), Span(0, len(proper)), several)

    def _first(self, low: str, words: list[_TitleWord], at: int) -> int:
        """Where the words begin that belong to the head noun at `at`."""
        first = at
        while first:
            for start in range(max(first - _LONGEST_MODIFIER, 0), first):
                if self._joined(low, words[start : first + 1]) and self._belongs(words[start:first]):
                    first = start
                    break
            else:
                break
        return first

    def _last(self, low: str, words: list[_TitleWord], at: int) -> int:
        """Director of machine learning: the words after "of" belong to the title."""
        if at + 2 >= len(words) or f"{words[at].text} {words[at + 1].text}" not in self._heads_of:
            return at
        for end in range(min(at + 2 + _LONGEST_MODIFIER, len(words)), at + 2, -1):
            if self._joined(low, words[at + 2 : end]) and self._belongs(words[at + 2 : end]):
                return end - 1
        return at

    def _belongs(self, words: list[_TitleWord]) -> bool:
        return self._is_trade(" ".join(word.text for word in words))

    def _is_trade(self, words: str) -> bool:
        """Whether words in lower case may go before the noun of a title: "site reliability", "welding"."""
        phrase = folded(words)
        return phrase in self._modifiers or (len(phrase) > 1 and self._names_skill(phrase))

    @staticmethod
    def _joined(low: str, words: list[_TitleWord]) -> bool:
        pairs = itertools.pairwise(words)
        return all(_JOIN.match(low, one.end, two.start) and two.start > one.end for one, two in pairs)

    def _is_no_step(self, word: str, title: str) -> bool:
        """Whether a word for a level says nothing of it in this title: staff nurse."""
        only = self._only.get(folded(word))
        return only is not None and only.isdisjoint(singular(each) for each in title.split())

    def _title(self, low: str, span: Span, head: str) -> JobTitle:
        name = re.sub(r"\s+", " ", span.of(low))
        plural = bool(head) and head not in self._heads
        if plural:
            name = name[: len(name) - len(head)] + singular(head)
        level, base = "", name
        for pattern, step in self._levels:
            match = pattern.search(base)
            if match is None or self._is_no_step(match.group(), base):
                continue
            if match.start() == 0 or step in self._anywhere:
                level = step
                if match.start() == 0 and step not in self._level_heads:
                    base = base[match.end() :].strip(" -")
            break
        return JobTitle(span, name, base if " " in base else name, level, plural)


def _built(taxonomy: Taxonomy) -> JobTitleFinder:
    def names_skill(phrase: str) -> bool:
        """People are titled by all skills but soft ones; "work closely" is no title."""
        ids = taxonomy.names.get(phrase, ())
        return any(taxonomy.skills[each].kind is not Kind.SOFT_SKILL for each in ids)

    return JobTitleFinder(taxonomy.job_titles, names_skill)


job_title_finder: Derived[Taxonomy, JobTitleFinder] = Derived(_built)
"""The finder for the words and skills of a taxonomy, compiled once."""
