"""Labels before a list ("Not yet: Spark"): where the list begins and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.text.patterns import STOPS
from gapcheck.text.tokens import Token

_ENDS = frozenset({".", ";", "!", "?"})


def label_end(start: int, end: int, tokens: Sequence[Token]) -> int | None:
    """Where the list after a label of the words from `start` to before `end` begins.

    None unless they open a clause and a colon or dash follows soon.
    """
    first = start
    # a label of several words may have a word or two before them ("Still on my list:")
    slack = 3 if end - start > 1 else 0
    while slack and first > 0 and tokens[first - 1].norm not in STOPS and not tokens[first].line_start:
        first -= 1
        slack -= 1
    before = tokens[first - 1].norm if first else "."
    if before not in STOPS and not tokens[first].line_start:
        return None
    for at in range(end, min(end + 5, len(tokens))):
        word = tokens[at].norm
        # cells of a table are parted by a tab; only the first of a row can be a label
        if word == ":" or (at == end and (word == "-" or (word == "\t" and _opens_line(tokens, start)))):
            return at + 1
        if word in STOPS or word == ",":
            return None
    return None


def list_end(start: int, tokens: Sequence[Token]) -> int:
    """Where the list that begins at `start` ends: with its clause, or before the next line that opens with a label."""
    end = start
    while end < len(tokens) and tokens[end].norm not in _ENDS:
        if tokens[end].line_start and end > start and _opens_label(tokens, end):
            break
        end += 1
    return end


def _opens_line(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at].line_start


def _opens_label(tokens: Sequence[Token], at: int) -> bool:
    return any(token.norm == ":" for token in tokens[at + 1 : at + 5])
