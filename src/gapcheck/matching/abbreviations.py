"""What an abbreviation stands for in this text: "CNN - Cable News Network", "AI (artificial insemination)".

A text that spells out an abbreviation, before or after it, and means something else than the skill of that
name, means something else throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gapcheck.matching.phrases import Hit, Phrases
from gapcheck.text.content_words import content
from gapcheck.text.tokens import Token

_MARKS = frozenset({"(", "-", ":", "="})


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviation, as printed -> the folded words that the text gives for it."""

    meanings: Mapping[str, frozenset[tuple[str, ...]]]

    @classmethod
    def of(cls, passages: Sequence[Sequence[Token]]) -> Abbreviations:
        """The abbreviations that the passages spell out."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for tokens in passages:
            for at, token in enumerate(tokens):
                if token.form.isalpha() and token.form.isupper() and 2 <= len(token.form) <= 6:
                    for words in (_after(tokens, at), _before(tokens, at)):
                        if words:
                            found.setdefault(token.form, set()).add(words)
        return cls({form: frozenset(words) for form, words in found.items()})

    def other_meaning(self, hit: Hit, tokens: Sequence[Token], phrases: Phrases) -> str:
        """The words that say the hit is something else, or ""."""
        if len(hit) > 1:
            return ""
        for words in sorted(self.meanings.get(tokens[hit.start].form, ())):
            if not any(name.skill == hit.skill for name in phrases.named(words)):
                return " ".join(words)
        return ""


def _after(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The words after "CNN (" or "CNN -", if their first letters spell it."""
    if at + 1 >= len(tokens) or tokens[at + 1].norm not in _MARKS:
        return ()
    return _spelling(
        tokens[at].norm, [token.norm for token in tokens[at + 2 : at + 2 + 2 * len(tokens[at].form)]]
    )


def _before(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The words before "(CNN)", if their first letters spell it."""
    if at < 2 or tokens[at - 1].norm != "(" or at + 1 >= len(tokens) or tokens[at + 1].norm != ")":
        return ()
    for start in range(max(at - 1 - 2 * len(tokens[at].form), 0), at - 1):
        words = [token.norm for token in tokens[start : at - 1]]
        if (spelt := _spelling(tokens[at].norm, words)) and len(spelt) == len(words):
            return spelt
    return ()


def _spelling(letters: str, words: Sequence[str]) -> tuple[str, ...]:
    """The first of `words` whose first letters are `letters`, small words aside; () if they are not."""
    used: list[str] = []
    left = letters
    for word in words:
        if left and word[0] == left[0] and word[0].isalpha():
            left = left[1:]
        elif content([word]) or not used:
            return ()
        used.append(word)
        if not left:
            return tuple(used)
    return ()
