"""Languages that people speak, with their level: "fluent English", "German (B2) or French"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck.facts.language_levels import LanguageLevels
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.spoken_language_words import SpokenLanguageWords
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.phrases import CONJUNCTION, OR, alternation, compiled, plain

_PART_END = re.compile(r"[,;|\n\u2022\u00b7]")
_LABEL_ENDS = frozenset(":\t\u2022-*.")
_REMARKS = re.compile(r"\s*(?:\(([^()]*)\)|[:\u2013\u2014-]\s*([^;|\u2022\u00b7\t]*))")
"""What is said behind a language, in brackets or to the end of its part."""
_REMARK = 120
"""Characters behind a language that its remark can take."""
_NEAR = 4
"""Words on either side of a language's name in which a word of speech makes it one that is spoken."""


@dataclass(frozen=True, slots=True)
class SpokenLanguages:
    """Languages of a clause: `names` as the list has them, each with its level; `any_of` when joined by "or"."""

    names: tuple[str, ...]
    levels: tuple[int | None, ...]
    any_of: bool
    span: Span


class LanguageParser:
    """The compiled words of spoken_languages.yaml. Build it once; `find` is pure.

    `asking` are phrases without weight beside bare names ("English required").
    """

    def __init__(self, words: SpokenLanguageWords, asking: tuple[str, ...] = ()) -> None:
        self._names = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, words.languages)) or '(?!)'})(?!\w)"
        )
        self._followed = re.compile(rf"\s*(?:\Z|[,;:.()/&+!\u2013-]|{alternation(words.followers)}\b)")
        self._speech = compiled(words.speech)
        self.levels = LanguageLevels(words)
        below = rf"(?:{alternation(words.below_openers)}\s+)*{alternation(words.below_levels)}"
        # nothing else is said of the language: "hello, jokes", "hello and one more coffee"
        self._below = re.compile(
            rf"{below}(?:,\s*{below})*(?:,?\s+{CONJUNCTION}(?:\s+[\w']+){{1,3}})?[\s.,]*"
        )
        self._begun = re.compile(rf"\b{alternation(words.beginnings)}(?:\s+\w+)?\s*\Z")
        self._bare = (compiled(asking), self._speech)
        self._fillers = frozenset(words.fillers)

    def find(self, text: str) -> SpokenLanguages | None:
        """The languages of a clause: named beside a word of speech or a test's score, or as nothing but names.

        A name before a noun is an adjective ("German labour law") and no language.
        """
        low = plain(text)
        hits = [hit for hit in self._names.finditer(text) if self._followed.match(low, hit.end())]
        if not hits:
            return None
        if not (self._is_bare(low, hits) or any(self._is_spoken(low, hit) for hit in hits)):
            tested = {score.language for score in self.levels.tests.scores(text)}
            if tested.isdisjoint(hit.group() for hit in hits):
                return None
        names = tuple(dict.fromkeys(hit.group() for hit in hits))
        span = Span(hits[0].start(), hits[-1].end())
        any_of = re.search(rf"\b{OR}", span.of(low)) is not None
        return SpokenLanguages(names, self._levels_of(text, hits, names), any_of, span)

    def is_adjective(self, text: str, span: Span) -> bool:
        """Whether the name of a language at `span` says of which country something is: "Italian cuisine"."""
        return self._names.fullmatch(span.of(text)) is not None and not self._followed.match(
            plain(text), span.end
        )

    def level_beside(self, text: str, span: Span) -> int | None:
        """The level that is printed with the language at `span`, 1 (A1) to 6 (C2), None if there is none.

        Where none is printed, 0 is less than the lowest: a few greetings, an app's first lessons.
        """
        found = self.levels.beside(text, span)
        if found is None:
            before, after = _PART_END.split(text[: span.start])[-1], _PART_END.split(text[span.end :], 1)[0]
            return 0 if self._is_below(text, span, plain(before), plain(after)) else None
        return found

    def _is_below(self, text: str, span: Span, before: str, after: str) -> bool:
        """Whether all that is said of a language is less than its lowest level.

        It opens its part, or stands behind a label, with the remark in brackets, behind a colon or a dash; or a phrase of
        beginning is before it, and no noun behind.
        """
        if self._begun.search(before) and self._followed.match(after):
            return True
        if before.strip() and before.rstrip()[-1] not in _LABEL_ENDS:
            return False
        line = text[span.end :].split("\n", 1)[0][:_REMARK]
        following = self._names.search(line)
        remark = _REMARKS.match(line[: following.start()] if following else line)
        return bool(remark and self._below.fullmatch(plain(remark[1] or remark[2] or "").strip()))

    def _levels_of(
        self, text: str, hits: Sequence[re.Match[str]], names: Sequence[str]
    ) -> tuple[int | None, ...]:
        """The level of each language: the one beside it; where none has its own, the code or score that the clause prints."""
        firsts = {hit.group(): hit for hit in reversed(hits)}
        levels = [self.levels.beside(text, Span(*firsts[name].span())) for name in names]
        if not any(levels):
            return (self.levels.of_all(plain(text)),) * len(names)
        return tuple(levels)

    def _is_spoken(self, low: str, hit: re.Match[str]) -> bool:
        """Whether a word of speech is near a name."""
        before = " ".join(low[: hit.start()].split()[-_NEAR:])
        after = " ".join(low[hit.end() :].split()[:_NEAR])
        return bool(self._speech.search(before) or self._speech.search(after))

    def _is_bare(self, low: str, hits: Sequence[re.Match[str]]) -> bool:
        """Whether a clause holds nothing but names of languages and words of asking."""
        rest = low
        for hit in hits:
            rest = rest[: hit.start()] + " " * len(hit.group()) + rest[hit.end() :]
        for phrases in self._bare:
            rest = phrases.sub(" ", rest)
        return all(word in self._fillers for word in re.findall(r"[a-z']{3,}", rest))


def _parser(taxonomy: Taxonomy) -> LanguageParser:
    cues = taxonomy.necessity_cues
    return LanguageParser(taxonomy.spoken_languages, (*cues.required, *cues.preferred))


language_parser = Derived(_parser)
"""The parser with the words of a taxonomy."""
