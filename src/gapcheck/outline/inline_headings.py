"""Headings that share a line with their text: before a colon, or in a column at the left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gapcheck.document import Document
from gapcheck.outline.headings import Heading
from gapcheck.outline.lines import Row
from gapcheck.outline.vocabulary import HeadingVocabulary
from gapcheck.spans import Span

_LABEL = re.compile(r"^(?P<label>[^:\t]{3,40}):\s+\S")
_FEWEST_HEADINGS = 2
_CONFIDENCE = 0.6


def with_inline_headings(
    document: Document, rows: Sequence[Row], headings: Sequence[Heading], vocabulary: HeadingVocabulary
) -> list[Heading]:
    """The headings with those that share a line with their text, where the document has such.

    That is, where hardly any heading has its own line, or where most end with a colon.
    """
    known = {each.row: each for each in headings}
    inline = [each for each in _before_colons(rows, vocabulary) if each.row not in known]
    more: list[Heading] = []
    if len(headings) < _FEWEST_HEADINGS:
        in_cells = list(_in_first_cells(document, rows, vocabulary, known))
        more = next((each for each in (in_cells, inline) if _have_two_kinds(each)), [])
    elif 2 * sum(rows[i].text.endswith(":") for i in known) > len(known):
        more = [each for each in inline if rows[each.row].gap]
    return sorted([*headings, *more], key=lambda each: each.row)


def _have_two_kinds(headings: Sequence[Heading]) -> bool:
    return len({each.match.kind for each in headings if each.match}) > 1


def _in_first_cells(
    document: Document, rows: Sequence[Row], vocabulary: HeadingVocabulary, known: Mapping[int, Heading]
) -> Iterator[Heading]:
    for row in rows:
        if row.bullet or row.index in known or len(row.cells) < 2:
            continue
        match = vocabulary.name(row.cells[0].of(document.text))
        if match is not None:
            yield Heading(row.index, row.cells[0], row.cells[0].end, match, _CONFIDENCE, ("first cell",))


def _before_colons(rows: Sequence[Row], vocabulary: HeadingVocabulary) -> Iterator[Heading]:
    """Headings before a colon, with their text on the same line ("SKILLS: baking, decorating")."""
    for row in rows:
        found = None if row.bullet or not row.starts else _LABEL.match(row.text)
        if found and (match := vocabulary.name(found["label"])):
            start, end = row.span.start, row.span.start + found.end("label")
            yield Heading(row.index, Span(start, end), end + 1, match, _CONFIDENCE, ("before a colon",))
