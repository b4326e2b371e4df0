"""A label before its text on one line: "Nice to have: Rust". One recognizer for resumes and job postings."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"[\s*_`]*(?P<name>[^\W\d_][^:.;\t\n]{1,60}?)[\s*_`]*(?P<sign>:[*_`]*(?:\s+|\Z)|\t|\s[–—]\s)[\s*_`]*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """`name` ends at `stop`, the text behind it begins at `end`; `sign` is what is between: a colon, a tab, a dash."""

    name: str
    sign: str
    stop: int
    end: int


def label_of(text: str) -> Label | None:
    """The label that opens a line, whatever sign is behind it; a colon within brackets labels nothing."""
    found = _LABEL.match(text)
    if found is None or found["name"].count("(") > found["name"].count(")"):
        return None
    return Label(found["name"], found["sign"].strip() or "\t", found.end("name"), found.end())


def before_colon(text: str) -> Label | None:
    """The label that opens a line before a colon and more text."""
    label = label_of(text)
    return label if label is not None and label.sign[0] == ":" and text[label.end :].strip() else None
