"""How the headings of one document are set, by those whose words give them away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from gapcheck.outline.content import ADDRESS
from gapcheck.outline.form import Signature, signature, usual_signature
from gapcheck.outline.lines import Row
from gapcheck.outline.vocabulary import HeadingMatch, HeadingVocabulary, Naming

TextTest = Callable[[str], bool]
"""A question about a text that the caller answers: whether it holds a date, or is a job title."""

LONGEST_TITLE = 60
_MOST_WORDS = 8
_LARGER = 0.75
"""Points by which headings are larger than the text at least."""
_FEWEST_HEADINGS = 3
_SENTENCE_END = re.compile(r"[.;,!]$")
_FOREIGN = re.compile(r"[@|•·]|\d{3}|\d[%./]|://")
"""Signs that occur in addresses, dates and lists, and in no heading; "Year 10" may be one."""


def _set_off(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line that carries a section's name is no wrapped rest of a sentence before it."""
    if row.starts:
        return not row.text[:1].islower() or row.alone
    last = rows[row.index - 1]
    return row.text[:1].isupper() and (
        signature(row) != signature(last) or last.text.rstrip().endswith((".", ":")) or row.text.endswith(":")
    )


def _as_most(
    rows: Sequence[Row], named: dict[int, HeadingMatch], usual: Signature
) -> dict[int, HeadingMatch]:
    """Without the lines that only happen to carry a name: where most headings are prominent, all have to be."""
    if sum(not rows[i].text[:1].islower() for i in named) * 2 > len(named):
        named = {i: each for i, each in named.items() if not rows[i].text[:1].islower()}
    # a text file without empty lines shows nothing to recognize headings by
    telling = any(row.line.box or row.line.style.size or row.line.heading_level for row in rows)
    apart = {i for i in named if _differs(rows, i, usual)}
    if telling and len(apart) >= max(2, (len(named) + 1) // 2):
        return {i: each for i, each in named.items() if i in apart}
    spaced = {i for i in named if rows[i].gap}
    if not telling and len(spaced) >= max(2, (2 * len(named) + 2) // 3):
        return {i: each for i, each in named.items() if i in spaced or rows[i].caps}
    return named


def _differs(rows: Sequence[Row], index: int, usual: Signature) -> bool:
    """Whether a line is set otherwise than the text of the document, or at least than the line below it."""
    own = signature(rows[index])
    return own != usual and (index + 1 >= len(rows) or own != signature(rows[index + 1]))


class HeadingStyles:
    """The styles of headings in one document. `plain` are the lines that can be headings by their form."""

    def __init__(
        self,
        rows: Sequence[Row],
        plain: Sequence[Row],
        vocabulary: HeadingVocabulary,
        has_date: TextTest,
    ) -> None:
        self._rows = rows
        self._plain = plain
        self._vocabulary = vocabulary
        self._has_date = has_date

    @cached_property
    def named(self) -> Mapping[int, HeadingMatch]:
        """The lines that carry a section's name, are no wrapped rest of a sentence, and are set as most such lines are."""
        found = {
            row.index: match
            for row in self._plain
            if (match := self._vocabulary.name(row.text)) and _set_off(row, self._rows)
        }
        return _as_most(self._rows, found, self._usual)

    @cached_property
    def _usual(self) -> Signature:
        return usual_signature(self._rows)

    @cached_property
    def _first_address(self) -> int:
        return next((row.index for row in self._rows if ADDRESS.search(row.text)), len(self._rows))

    @cached_property
    def loud(self) -> frozenset[Signature]:
        """The styles of named headings that differ from the text."""
        return frozenset(signature(self._rows[i]) for i in self.named if _differs(self._rows, i, self._usual))

    @cached_property
    def trusted(self) -> frozenset[Signature]:
        """Styles in which only headings are set: most short lines in them have a heading's name, none has a date."""
        heads: Counter[Signature] = Counter(signature(self._rows[i]) for i in self.named)
        likely = {
            row.index
            for row in self._plain
            if row.index > 1 and self.is_title_like(row) and self._vocabulary.likely(row.text)
        }
        heads += Counter(signature(self._rows[i]) for i in likely.difference(self.named))
        others: Counter[Signature] = Counter()
        for row in self._rows:
            if row.index > 1 and row.index not in self.named.keys() | likely and signature(row) in heads:
                others[signature(row)] += 3 if self._is_entry_like(row) else 1
        known = frozenset(
            style
            for style, count in heads.items()
            if style != self._usual and count >= 2 and others[style] <= 2 * count
        )
        return known or self._larger()

    @cached_property
    def first(self) -> int:
        """The line from which on there are headings: the first one with a name, or in their style below the person's address."""
        starts = list(self.named)
        for row in self._plain:
            if signature(row) in self.trusted and self.is_title_like(row) and self.is_below_address(row):
                starts.append(row.index - 1)
                break
        return min(starts, default=len(self._rows))

    @cached_property
    def sets_headings_apart(self) -> bool:
        """Whether a file without styles sets its headings between empty lines, so that other such lines are headings."""
        if any(row.line.box or row.line.style.size or row.line.heading_level for row in self._rows):
            return False
        lone = sum(self._is_isolated(self._rows[i]) for i in self.named)
        return len(self.named) >= 2 and 5 * lone >= 4 * len(self.named)

    def is_title_like(self, row: Row) -> bool:
        """Whether a line without a heading's name can still be a heading: no sentence, no date, no list."""
        return self._is_title(row, row.text)

    def can_be_heading(self, row: Row) -> bool:
        """The same, where a bare year is no date if it is one of plans ("Reading list for 2027")."""
        if self.is_title_like(row):
            return True
        bare = self._vocabulary.without_year(row.text, marked=row.line.heading_level > 0)
        return bare != row.text and self._is_title(row, bare)

    def is_set_as_heading(self, row: Row) -> bool:
        """Whether a line is set in a style of headings, at a place where headings can be."""
        printed = row.line.box is not None or row.line.heading_level > 0 or row.line.style.size > 0
        placed = row.index > self.first and (printed or row.gap)
        return signature(row) in self.trusted and (placed or (row.line.box is not None and row.index > 1))

    def is_apart_as_headings_are(self, row: Row) -> bool:
        """Whether a short line is between empty ones and in letters as the headings of a plain file do."""
        below = row.index > self.first or self.is_below_address(row)
        alone = self.sets_headings_apart and below and self._is_isolated(row) and len(row.text.split()) <= 4
        return alone and self._is_cased_alike(row)

    def is_prominent(self, row: Row, match: HeadingMatch) -> bool:
        """Whether a line whose noun or phrase is a heading's is also set like one."""
        if "," in row.text or len(row.text.split()) > (4 if match.naming is Naming.NOUN else 6):
            return False
        if row.line.box is not None or row.line.style.size:
            return signature(row) in self.loud and signature(row) != self._usual
        if any(signature(other)[0] for other in self._rows):
            return signature(row) in self.loud
        if self.loud:
            return signature(row) in self.loud and row.gap
        return row.gap and row.text.istitle() and match.naming is Naming.NOUN

    def is_below_address(self, row: Row) -> bool:
        """Whether an e-mail address or a telephone number is above a line."""
        return row.index > self._first_address

    def _is_title(self, row: Row, text: str) -> bool:
        return (
            (row.alone or row.line.heading_level > 0)
            and len(text.split()) <= _MOST_WORDS
            and not _SENTENCE_END.search(text)
            and not _FOREIGN.search(text)
            and text[:1].isalpha()
            and (row.text[:1].isupper() or not row.text[:1].islower())
            and not self._has_date(text)
        )

    def _is_entry_like(self, row: Row) -> bool:
        """Whether a line is rather the head of an entry: several cells, a comma, a date."""
        long = len(row.cells) > 1 or len(row.text) > LONGEST_TITLE
        return long or "," in row.text or self._has_date(row.text)

    def _larger(self) -> frozenset[Signature]:
        """The style of headings where no name shows it: larger than the text, three short lines or more, nothing else."""
        size = next((row.line.style.size for row in self._rows if signature(row) == self._usual), 0.0)
        styles: dict[Signature, list[Row]] = {}
        for row in self._rows:
            if row.index > 1 and size and row.line.style.size >= size + _LARGER:
                styles.setdefault(signature(row), []).append(row)
        fitting = [
            (lines[0].line.style.size, style)
            for style, lines in styles.items()
            if len(lines) >= _FEWEST_HEADINGS
            and all(self.is_title_like(row) and not self._is_entry_like(row) for row in lines)
            and not any(one.index + 1 == other.index for one, other in pairwise(lines))
        ]
        return frozenset([max(fitting, key=lambda each: each[0])[1]] if fitting else [])

    def _is_isolated(self, row: Row) -> bool:
        """Whether a line is between two empty ones."""
        return row.gap and (row.index + 1 >= len(self._rows) or self._rows[row.index + 1].gap)

    def _is_cased_alike(self, row: Row) -> bool:
        """Whether a line is in capitals, or each word in one, as most headings are."""
        if 2 * sum(self._rows[i].caps for i in self.named) > len(self.named):
            return row.caps
        words = [word for word in row.text.split() if len(word) > 3]
        return "," not in row.text and all(word[:1].isupper() for word in words)
