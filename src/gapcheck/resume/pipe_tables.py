"""Tables of Markdown in a resume: which cells stand below a head that denies or defers what they name ("Not me")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gapcheck.outline.model import PRESENT
from gapcheck.spans import Span

_TABLE = re.compile(
    r"^[ \t]*(?P<head>\|[^\n]*\|)[ \t]*\n+[ \t]*\|[ :|-]{3,}\n+(?P<rows>(?:[ \t]*\|[^\n]*\n*)+)", re.MULTILINE
)
_CELL = re.compile(r"\|([^|\n]*)(?=\|)")


def claimed_cells(text: str, claim: Callable[[str], str]) -> Iterator[tuple[Span, str]]:
    """The cells below heads of which `claim` says anything but that the person has it, with what it says."""
    for table in _TABLE.finditer(text):
        claims = [claim(cell.group(1)) for cell in _CELL.finditer(table["head"])]
        if all(each == PRESENT for each in claims):
            continue
        start = table.start("rows")
        for row in table["rows"].splitlines(keepends=True):
            for each, cell in zip(claims, _CELL.finditer(row), strict=False):
                if each != PRESENT:
                    yield Span(start + cell.start(1), start + cell.end(1)), each
            start += len(row)
