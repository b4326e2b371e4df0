"""What the text of a section says of it by its shape alone: sentences, or a list of names."""

from __future__ import annotations

import re

from gapcheck.outline.labels import before_colon

ADDRESS = re.compile(r"\w@\w|\d{3}[\s.-]\d{3}")
"""An e-mail address or a telephone number, roughly."""
_FEWEST_ITEMS = 3
_FEWEST_WORDS = 12
_PERIOD = re.compile(r"(?:19|20)\d\d\s*(?:[-–—]|\w+\s+(?:19|20)\d\d)")
"""A period of years."""
_MOST_WORDS_A_NAME = 3
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ITEM = re.compile(r"[,;|•·\t/]|\s[–—-]\s")
_TOOL = re.compile(r"\b[A-Z]{2,}|[a-z][A-Z]|\w[+#]|\d|[a-z]\.[a-z]|-[a-z]+$")
"""How names of tools are often written: SQL, PySpark, C++, Node.js."""


def is_prose(text: str) -> bool:
    """Whether text is sentences rather than a list of names."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return False
    ends = len(re.findall(r"[a-z)]\.(?:\s|$)", text))
    return ends * 2 >= len(lines) or len(text.split()) / (1 + len(re.findall(r"[,;|•·/]", text))) > 8


def describes_person(text: str) -> bool:
    """Whether a text below the first heading is sentences without a period of years: a profile under whatever name."""
    return is_prose(text) and not _PERIOD.search(text) and len(text.split()) >= _FEWEST_WORDS


def lists_names(text: str) -> bool:
    """Whether a text without dates and sentences is mostly lists of names, some of them written as tools are."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or YEAR.search(text) or ADDRESS.search(text):
        return False
    if 3 * sum(line.endswith(".") and len(line.split()) > _MOST_WORDS_A_NAME for line in lines) > len(lines):
        return False
    items = [
        item
        for line in lines
        for item in _ITEM.split(_without_label(line.lstrip("•·-–—* ")).rstrip("."))
        if item.strip()
    ]
    short = [item for item in items if len(item.split()) <= _MOST_WORDS_A_NAME]
    signs = sum(bool(_TOOL.search(item)) for item in short)
    return len(items) >= _FEWEST_ITEMS and 5 * len(short) >= 4 * len(items) and 4 * signs >= len(items)


def _without_label(line: str) -> str:
    label = before_colon(line)
    return line[label.end :] if label is not None else line
