"""The form of a line: letters, length, figures, and how it is set beside the other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gapcheck.document import Document
from gapcheck.outline.lines import Row

Signature = tuple[object, ...]
"""What makes two lines look alike."""

WORDS = re.compile(r"[\w'+#&/]+")
MARKS = " \t:#*_`~=>"
"""Stand around a heading in Markdown and plain text and are no part of it."""
_EMPHASIS = re.compile(r"\s*(\*\*|__).+?\1\s*:?\s*")
_LETTERS = re.compile(r"[^\W\d_]")
_LETTER_WORDS = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"(?<=\w)\s*\([^()]*\)(?=:?\Z)")
"""A remark in brackets behind a heading: "Nice to have (nobody has all of these)"."""
_LONGEST = 10
_LONGEST_QUESTION = 16
_LEADING_ON = ("?", "...", "\u2026")
"""At the end of a heading that may be longer: a question, or a sentence that the list below it ends."""


def bare(row: Row) -> str:
    """A line without the marks around headings."""
    return row.text.strip(MARKS)


def letters_of(text: str) -> int:
    """How many letters a text has."""
    return len(_LETTERS.findall(text))


def opens_list(text: str) -> bool:
    """Whether a text ends with a colon: "We ask for:", "**We ask for:**", "We ask for:-"."""
    return text.rstrip("*_- \t\n\u2013\u2014").endswith(":")


def leads_on(row: Row) -> bool:
    """Whether a line ends with a colon or a question mark."""
    return opens_list(row.text) or row.text.rstrip("*_ ").endswith("?")


def has_figure(row: Row) -> bool:
    """Whether a line holds a number, as items do and headings hardly ever, and does not lead on."""
    return bool(re.search(r"\d", row.text)) and not leads_on(row)


def is_short(text: str) -> bool:
    """Whether a text is no longer than a heading, and no sentence."""
    words = WORDS.findall(_NOTE.sub("", text))
    if not words or len(words) > (_LONGEST_QUESTION if text.endswith(_LEADING_ON) else _LONGEST):
        return False
    return text[-1] not in ".;,!" or text.endswith("...")


def in_capitals(text: str) -> bool:
    """Whether nearly all letters of a text are capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def in_title_case(text: str) -> bool:
    """Whether most of the longer words of a text begin with a capital."""
    long = [word for word in _LETTER_WORDS.findall(text) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)


def is_set_apart(document: Document, row: Row, size: float, *, all_bold: bool) -> bool:
    """Whether a line is marked as a heading, set larger or in bold, as no line of the text is. `size`: that of the text."""
    style = row.line.style
    if row.line.heading_level or _EMPHASIS.fullmatch(row.whole.of(document.text)):
        return True
    return (size > 0 and style.size > 1.08 * size) or (style.bold and not all_bold)


def signature(row: Row) -> Signature:
    """How a line is set; for plain text, what is used instead."""
    style = row.line.style
    if row.line.box is None and not style.size:
        return (row.line.heading_level, row.caps, style.bold, style.italic)
    return (
        round(style.size * 2) / 2,
        style.bold,
        style.italic,
        style.color,
        row.caps,
        row.line.heading_level,
    )


def usual_signature(rows: Sequence[Row]) -> Signature:
    """How most characters of the document are set, capitals aside."""
    weights: Counter[Signature] = Counter()
    for row in rows:
        weights[signature(row)] += len(row.text)
    return weights.most_common(1)[0][0] if weights else ()


def usual_size(rows: Sequence[Row]) -> float:
    """The size in which most characters are set; 0 where the format knows none."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.line.style.size] += len(row.whole)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
