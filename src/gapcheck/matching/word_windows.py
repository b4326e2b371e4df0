"""The stretches of a text that could be another form of a skill's name, as content words.

Runs of up to `LONGEST` content words that cross no sign; the whole of the text; and, with less trust, two words with
others between them ("optimise the existing processes"), up to `REACH` content words apart in one clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.text.content_words import content, runs
from gapcheck.text.patterns import STOPS
from gapcheck.text.tokens import Token, tokenize

LONGEST = 6
REACH = 4
_APART = 0.9


@dataclass(frozen=True, slots=True)
class Window:
    """Content words, folded, at `span` of a text or in place of it; `trust` from 0 to 1 is how sure that is."""

    words: tuple[str, ...]
    span: Span
    trust: float = 1.0


def windows(text: str) -> tuple[Window, ...]:
    """The windows of a text, each sequence of words once."""
    tokens = tokenize(text)
    found: dict[tuple[str, ...], Window] = {}
    for window in (*_runs(tokens), *_whole(tokens), *_pairs(tokens)):
        found.setdefault(window.words, window)
    return tuple(found.values())


def _runs(tokens: Sequence[Token]) -> Iterator[Window]:
    for words, start, end in runs(tokens, LONGEST):
        yield Window(words, Span(tokens[start].start, tokens[end - 1].end))


def _whole(tokens: Sequence[Token]) -> Iterator[Window]:
    if words := content(token.norm for token in tokens):
        yield Window(words, Span(tokens[0].start, tokens[-1].end))


def _pairs(tokens: Sequence[Token]) -> Iterator[Window]:
    for clause in _clauses(tokens):
        for at, one in enumerate(clause):
            for other in clause[at + 2 : at + 1 + REACH]:
                yield Window((one.norm, other.norm), Span(one.start, other.end), _APART)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The content words of each."""
    clause: list[Token] = []
    for token in tokens:
        if token.norm in STOPS:
            yield clause
            clause = []
        elif content([token.norm]):
            clause.append(token)
    yield clause
