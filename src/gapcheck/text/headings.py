"""How the names of headings are compared, wherever in a document they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EDGES = re.compile(r"^[^\w]+|[^\w)]+$")
_SPACED_LETTERS = re.compile(
    r"(?:\w[ \u00a0]){3,}\w(?:[ \u00a0]{1,3}[&/][ \u00a0]{1,3}\w)?(?:\s+(?:\w\s)*\w)*"
)


def folded_heading(title: str) -> str:
    """A heading as it is compared: no case, no signs at its ends, single blanks, letter-spacing undone."""
    text = title.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").strip()
    text = _EDGES.sub("", text)
    if len(text.split()) > 3 and _SPACED_LETTERS.fullmatch(text):
        text = " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text))
    return " ".join(text.casefold().split())


class HeadingNames:
    """Names of headings as a container: whether a line is nothing but one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(map(folded_heading, names))

    def __contains__(self, line: object) -> bool:
        return isinstance(line, str) and folded_heading(line) in self._names
