"""Bold, italic and code in Markdown: what its marks enclose, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile(r"\*{1,3}|_{1,3}|`{1,2}")


def without_emphasis(line: str) -> tuple[str, bool, bool]:
    """A line of Markdown without the marks of bold, italic and code, and whether it begins in bold, and in italics.

    Only marks that open before a word and close behind one go, as in CommonMark; the sign of a product (C*), of a bullet
    (* ) and the underscore inside a name stay.
    """
    opened: list[re.Match[str]] = []
    pairs: list[tuple[re.Match[str], re.Match[str]]] = []
    for run in _RUN.finditer(line):
        before, after = line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]
        at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i].group() == run.group()), None)
        if at is not None and before.strip() and not after.isalnum():
            pairs.append((opened[at], run))
            del opened[at:]
        elif after.strip() and not before.isalnum():
            opened.append(run)
            del opened[:-_DEEPEST]
    if not pairs:
        return line, False, False
    cuts = sorted(run.span() for pair in pairs for run in pair)
    text, end = "", 0
    for start, stop in cuts:
        text, end = text + line[end:start], stop
    start = len(line) - len(line.lstrip("-*+ \t"))
    opening = [
        len(one.group()) for one, _ in pairs if one.start() <= start <= one.end() and "`" not in one.group()
    ]
    return (
        text + line[end:],
        any(length > 1 for length in opening),
        any(length != _BOLD for length in opening),
    )


def uses_emphasis(lines: Iterable[str]) -> bool:
    """Whether a text file sets words in bold or italics as Markdown does: two lines begin with a mark that closes behind them."""
    return sum(_SET_LINE.match(line) is not None for line in lines) >= _FEWEST_SET


_SET_LINE = re.compile(
    r"\s{0,3}(?:[-*+•]\s+)?(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,200}(?<=[^\s*_])(?P=mark)(?![\w*_])"
)
_FEWEST_SET = 2
_BOLD = 2
_DEEPEST = 8
"""Marks that wait for their end; more are no writing."""
