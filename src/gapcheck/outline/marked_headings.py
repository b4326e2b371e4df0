"""Lines that the file itself marks as headings: by levels of markup, by rules below them, by signs around them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from gapcheck.document import Document
from gapcheck.outline.content import ADDRESS
from gapcheck.outline.lines import Row
from gapcheck.outline.vocabulary import HeadingVocabulary

_FEWEST = 2


def marked_headings(
    document: Document, titles: Sequence[Row], named: Collection[int], vocabulary: HeadingVocabulary
) -> frozenset[int]:
    """Indices of the lines among `titles` (lines that can be headings) that the file marks as such.

    `named` are those that carry a section's name.
    """
    if document.format == "text":
        top = _first_address(document)
        ruled = {r.index for r in titles if r.line.heading_level and (r.index > 1 or r.span.start > top)}
        return frozenset(ruled | set(_ornamented(titles, named, vocabulary)))
    return frozenset(_of_one_level(titles, named, vocabulary))


def _first_address(document: Document) -> int:
    found = ADDRESS.search(document.text)
    return found.end() if found else len(document.text)


def _ornamented(
    titles: Iterable[Row], named: Collection[int], vocabulary: HeadingVocabulary
) -> Iterable[int]:
    """Lines of a text file between the signs that stand around headings: most of them, or two, carry a name."""
    groups: dict[str, list[Row]] = {}
    for row in titles:
        if row.ornament:
            groups.setdefault(row.ornament[0], []).append(row)
    for rows in groups.values():
        known = _known(rows, named, vocabulary)
        if known >= _FEWEST or 2 * known > len(rows):
            yield from (row.index for row in rows)


def _of_one_level(
    titles: Sequence[Row], named: Collection[int], vocabulary: HeadingVocabulary
) -> Iterable[int]:
    """Headings of the highest level of markup that stands more than once and holds a section's name."""
    levels: dict[int, list[Row]] = {}
    for row in titles:
        if row.line.heading_level and row.index:
            levels.setdefault(row.line.heading_level, []).append(row)
    for _, rows in sorted(levels.items()):
        if len(rows) >= _FEWEST and _known(rows, named, vocabulary):
            yield from (row.index for row in rows)
            return


def _known(rows: Iterable[Row], named: Collection[int], vocabulary: HeadingVocabulary) -> int:
    return sum(row.index in named or vocabulary.likely(row.text) is not None for row in rows)
