"""Bold, italic and code in Markdown: what its marks enclose, and the text without them."""

from __future__ import annotations

import re

_RUN = re.compile(r"\*{1,3}|_{1,3}|`{1,2}")


def without_emphasis(line: str) -> tuple[str, bool]:
    """A line of Markdown without the marks of bold, italic and code, and whether all of it, or its beginning, is bold.

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
        return line, False
    cuts = sorted(run.span() for pair in pairs for run in pair)
    text, end = "", 0
    for start, stop in cuts:
        text, end = text + line[end:start], stop
    start = len(line) - len(line.lstrip("-*+ \t"))
    bold = any(
        one.start() <= start <= one.end() and len(one.group()) > 1 and "`" not in one.group()
        for one, _ in pairs
    )
    return text + line[end:], bold


_DEEPEST = 8
"""Marks that wait for their end; more are no writing."""
