"""Content words: what is left of a phrase without its small words and signs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS, STOPS
from gapcheck.text.tokens import Token

_SMALL = FUNCTION_WORDS | {
    "a", "an", "the", "not", "no", "do", "did", "very", "so", "such", "than", "up", "out", "into", "also",
}  # fmt: skip
_SIGNS = STOPS | {",", "/"}
DETERMINERS = frozenset({"the", "a", "an", "our", "my", "this", "these", "those", "very"})
"""Words inside a noun phrase that add nothing to it."""

PREPOSITIONS = frozenset({
    "about", "across", "after", "against", "along", "among", "around", "at", "before", "behind",
    "between", "beyond", "both", "during", "each", "every", "inside", "near", "off", "onto", "outside",
    "over", "per", "since", "through", "throughout", "towards", "under", "until", "upon", "using",
    "via", "when", "where", "while", "within", "without",
})  # fmt: skip
"""Prepositions and the like that are not function words."""


def is_open_end(text: str) -> bool:
    """Whether a text cannot end here: behind a comma, an open bracket, "and", "of", "with the"."""
    last = text.rstrip().rsplit(maxsplit=1)[-1:]
    return bool(last) and (
        last[0][-1] in ",&(/" or last[0].lower() in JOINERS | FUNCTION_WORDS | DETERMINERS | PREPOSITIONS
    )


class Run(NamedTuple):
    """Content words, folded, between token `start` and before token `end`."""

    words: tuple[str, ...]
    start: int
    end: int


def content(words: Iterable[str]) -> tuple[str, ...]:
    """Folded words without the small ones, and without signs."""
    return tuple(filter(is_content, words))


def is_content(word: str) -> bool:
    """Whether a folded word is neither small nor a sign."""
    return word not in _SMALL and (len(word) > 1 or word.isalnum())


def runs(tokens: Sequence[Token], longest: int, among: Container[str] | None = None) -> Iterator[Run]:
    """Every run of up to `longest` content words that begins and ends with one and crosses no sign.

    `among`: only runs of nothing but these words.
    """
    norms = [token.norm for token in tokens]
    for start, first in enumerate(norms):
        words: list[str] = []
        for end in (
            range(start, len(norms)) if is_content(first) and (among is None or first in among) else ()
        ):
            norm = norms[end]
            if norm in _SIGNS or len(words) == longest:
                break
            if is_content(norm):
                if among is not None and norm not in among:
                    break
                words.append(norm)
                yield Run(tuple(words), start, end + 1)
