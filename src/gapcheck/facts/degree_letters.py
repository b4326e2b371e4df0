"""Degrees by letters that no list has: "M.B.M. : Bank Management", "B.Physiotherapy", "B.PT" beside a school."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.facts.fields_of_study import FieldFinder, SchoolNames
from gapcheck.taxonomy.enums import Level

_LETTERS = re.compile(
    r"(?<![\w.])(?:[BM]\.(?:[A-Z][a-z]{0,3}\.){0,2}[A-Z][a-z]{0,3}\.?(?=\s*(?:[:,(–-]|in\s))|[BM][A-Z]{2,4}(?=\s*:\s|\s+in\s+[A-Z]))"
)
"""Letters of some bachelor's or master's degree, with what follows a degree: "M.B.M. :", "BSBM in"."""
_SUBJECT = re.compile(r"(?<![\w.])[BM]\.(?:[A-Z]{2,3}\b|(?=[A-Z][a-z]{3}))")
"""The same before a field of study ("B.Physiotherapy"), or beside a school ("B.PT")."""


def lettered(
    text: str, fields: FieldFinder, schools: SchoolNames, *, study: bool
) -> Iterator[tuple[Level, int, int]]:
    """Level, start and end of each; those with what follows a degree, or without a school, only in a line of a `study`."""
    found = [*_LETTERS.finditer(text)] if study else []
    for each in _SUBJECT.finditer(text):
        subject = each.group().endswith(".")
        if fields.opens(text[each.end() :]) if subject else study or schools.is_institution(text):
            found.append(each)
    for each in found:
        yield Level.BACHELOR if each.group().startswith("B") else Level.MASTER, *each.span()
