"""Which lines of a document are headings, how sure that is and why: one recognizer for every kind of document.

A vocabulary brings the rules: which cues together make a line a heading. A cue is one observation of the line's words,
its form, its place, or of what is around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gapcheck.document import Document
from gapcheck.outline import form
from gapcheck.outline.content import ADDRESS
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, SILENT
from gapcheck.outline.styles import LONGEST_TITLE, HeadingStyles, TextTest
from gapcheck.outline.vocabulary import HeadingMatch, HeadingVocabulary
from gapcheck.spans import Span
from gapcheck.text.content_words import is_open_end

_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-H])[.)]\s")
_BY_NAME = "as most named"
_HASHES = "# "
_LOUD = frozenset({"marked", "emphasized", "capitals"})
"""Cues of lines that are set as text is not."""
_FEWEST_LETTERS = 3
_FEWEST_IN_CAPITALS = 3
_WORDS_OF_TEXT = 10
_FEW_WORDS = 3
_FEWEST_IN_LIST = 3
_FEWEST = 2


def never(_text: str) -> bool:
    """The answer where nobody can know."""
    return False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: `span` is the title as printed, `ends` where the text below it begins.

    `match` is what its words say, if anything; `confidence` from 0 to 1 and `reasons`, the cues, say why it is one.
    """

    row: int
    span: Span
    ends: int
    match: HeadingMatch | None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


class HeadingFinder:
    """Goes through the lines of one document once; the headings found so far count for the next line.

    `is_title`: a job title that is set like a heading opens no section. `skipped` are lines that cannot be headings: running headers, rows of tables.
    """

    def __init__(
        self,
        document: Document,
        rows: Sequence[Row],
        vocabulary: HeadingVocabulary,
        *,
        has_date: TextTest = never,
        is_title: TextTest = never,
        skipped: frozenset[int] = frozenset(),
    ) -> None:
        self._document = document
        self._rows = rows
        self._vocabulary = vocabulary
        self._skipped = skipped
        self._has_date = has_date
        self._is_title = is_title
        self._found: list[Heading] = []
        # of those, how many have a name, and how many of these are in capitals
        self._known = self._capitals = 0
        self._names: dict[int, HeadingMatch | None] = {}
        self._likelies: dict[int, HeadingMatch | None] = {}

    @cached_property
    def cues(self) -> Mapping[str, Callable[[Row], bool]]:
        """What each cue of a rule asks of a line."""
        return {
            "marked": self._is_marked,
            "marked alike": lambda row: row.index in self._marked,
            "named": lambda row: self._name(row) is not None,
            "wholly named": self._is_wholly_named,
            "partly named": lambda row: self._likely(row) is not None,
            _BY_NAME: lambda row: row.index in self._styles.named,
            "title-like": self._styles.can_be_heading,
            "in the style of headings": self._styles.is_set_as_heading,
            "apart as headings are": self._styles.is_apart_as_headings_are,
            "prominent": self._is_prominent,
            "not below a heading": lambda row: not self._is_below_heading(row),
            "short": self._is_short,
            "no item": self._is_no_item,
            "numbered": lambda row: _NUMBER.match(self._printed(row)) is not None,
            "not in a numbered list": self._ends_numbers,
            "emphasized": self._is_emphasized,
            "capitals": lambda row: form.in_capitals(form.bare(row)),
            "capitalized": lambda row: not form.bare(row)[0].islower(),
            "title case": lambda row: form.in_title_case(form.bare(row)),
            "several words": lambda row: len(form.WORDS.findall(form.bare(row))) > 1,
            "question": lambda row: form.bare(row).endswith("?"),
            "no figure": lambda row: not form.has_figure(row),
            "in a list": lambda _row: self._in_list,
            "not in a list": lambda _row: not self._in_list,
            "blank above": lambda row: row.gap,
            "text below": self._has_text_below,
            "opens a list": self._opens_list,
            "between list and text": self._is_between_list_and_text,
        }

    def headings(self) -> list[Heading]:
        """All headings on lines of their own, in order."""
        for row in self._rows:
            if row.index in self._skipped or not row.text.strip():
                continue
            for rule in self._vocabulary.rules:
                if all(self.cues[cue](row) for cue in rule.cues):
                    match = self._styles.named[row.index] if _BY_NAME in rule.cues else self._likely(row)
                    if match is not None or not self._is_title(row.text):
                        self._found.append(
                            Heading(row.index, row.span, row.whole.end, match, rule.confidence, rule.cues)
                        )
                        if match is not None:
                            self._known += 1
                            self._capitals += form.in_capitals(row.span.of(self._document.text))
                    break
        return self._without_lists()

    def _without_lists(self) -> list[Heading]:
        """The headings without blocks of short lines, each right below the other: those are lists without bullets."""
        runs: list[list[Heading]] = []
        for each in self._found:
            if runs and not self._rows[each.row].gap and runs[-1][-1].row == each.row - 1:
                runs[-1].append(each)
            else:
                runs.append([each])
        return [each for run in runs if not self._is_block(run) for each in run]

    def _is_block(self, run: Sequence[Heading]) -> bool:
        """Whether lines right below each other are several, all set like text, with room above and below them.

        None of them may open what is read: "Flexible schedule", "Sick pay", "Overtime pay".
        """
        plain = all(
            _LOUD.isdisjoint(each.reasons) and (each.match is None or each.match.kind in SILENT)
            for each in run
        )
        if len(run) < _FEWEST_IN_LIST or not plain:
            return False
        below = self._after(self._rows[run[-1].row])
        return self._rows[run[0].row].gap and (below is None or below.gap)

    # ------------------------------------------------------------ words
    def _name(self, row: Row) -> HeadingMatch | None:
        if row.index not in self._names:
            self._names[row.index] = self._vocabulary.name(row.text.strip(_HASHES))
        return self._names[row.index]

    def _likely(self, row: Row) -> HeadingMatch | None:
        if row.index not in self._likelies:
            self._likelies[row.index] = self._vocabulary.likely(row.text.strip(_HASHES))
        return self._likelies[row.index]

    def _is_wholly_named(self, row: Row) -> bool:
        """Whether the words of a line name a section; among items, one that asks must hold no other words."""
        match = self._name(row)
        if match is None:
            return False
        leads = form.leads_on(row) or self._has_list_below(row)
        return match.wholly or not self._in_list or row.gap or leads or match.kind not in ASKING

    # ------------------------------------------------------------ form
    @cached_property
    def _plain(self) -> list[Row]:
        """The lines that can be headings by their form: short, no bullet, one cell, letters."""
        return [
            row
            for row in self._rows
            if row.index not in self._skipped
            and not row.bullet
            and len(row.cells) == 1
            and len(row.text) <= LONGEST_TITLE
            and (form.letters_of(row.text) >= _FEWEST_LETTERS or row.line.heading_level > 0)
        ]

    @cached_property
    def _styles(self) -> HeadingStyles:
        return HeadingStyles(self._rows, self._plain, self._vocabulary, self._has_date)

    @cached_property
    def _marked(self) -> frozenset[int]:
        titles = [row for row in self._plain if self._styles.can_be_heading(row)]
        return marked_headings(self._document, titles, self._styles.named, self._vocabulary)

    @cached_property
    def _size(self) -> float:
        return form.usual_size(self._rows)

    @cached_property
    def _all_bold(self) -> bool:
        return 2 * sum(row.line.style.bold for row in self._rows) > len(self._rows)

    def _is_prominent(self, row: Row) -> bool:
        match = self._likely(row)
        return match is not None and self._styles.is_prominent(row, match)

    def _is_marked(self, row: Row) -> bool:
        """Whether the file itself marks a line as a heading; the number of a heading is no bullet."""
        numbered = _NUMBER.match(self._printed(row)) is not None
        return row.line.heading_level > 0 and (not row.bullet or numbered)

    def _is_emphasized(self, row: Row) -> bool:
        return form.is_set_apart(self._document, row, self._size, all_bold=self._all_bold)

    def _is_short(self, row: Row) -> bool:
        """Whether a line is short, no sentence, and set apart or in capitals where all headings so far are."""
        text = form.bare(row)
        if row.gap and text.endswith(".") and len(text.split()) <= _FEW_WORDS and self._is_wholly_named(row):
            text = text[:-1]  # "Desired Qualifications."
        return bool(text) and form.is_short(text) and (row.gap or self._is_cased_as_before(text))

    def _is_cased_as_before(self, text: str) -> bool:
        if form.in_capitals(text) or self._known < _FEWEST_IN_CAPITALS:
            return True
        return self._capitals < self._known

    def _is_no_item(self, row: Row) -> bool:
        """Whether a line, not the last, is neither an item by its bullet or words nor a label with what it says."""
        text = form.bare(row)
        if row.bullet or self._after(row) is None:
            return False
        if not form.leads_on(row) and self._vocabulary.is_item(text):
            return False
        label, colon, rest = text.partition(":")
        # "PG: not required" says something of its label; "Q: What would help?" says nothing of a Q
        parts = (rest,) if rest.endswith("?") else (label, rest)
        return not colon or (self._is_wholly_named(row) and all(map(self._vocabulary.likely, parts)))

    # ------------------------------------------------------------ place
    @property
    def _in_list(self) -> bool:
        """Whether lines without a bullet may be items: below a heading that asks."""
        match = self._found[-1].match if self._found else None
        return match is not None and match.kind in ASKING

    def _is_below_heading(self, row: Row) -> bool:
        return bool(self._found) and self._found[-1].row == row.index - 1

    def _before(self, row: Row) -> Row | None:
        return self._rows[row.index - 1] if row.index else None

    def _after(self, row: Row) -> Row | None:
        return self._rows[row.index + 1] if row.index + 1 < len(self._rows) else None

    def _printed(self, row: Row) -> str:
        return row.whole.of(self._document.text)

    def _has_list_below(self, row: Row) -> bool:
        after = self._after(row)
        return after is not None and after.bullet

    def _has_text_below(self, row: Row) -> bool:
        after = self._after(row)
        if after is None:
            return False
        text = after.text.rstrip()
        return after.bullet or len(text.split()) > _WORDS_OF_TEXT or text.endswith((".", ":"))

    def _ends_numbers(self, row: Row) -> bool:
        after = self._after(row)
        return after is not None and _NUMBER.match(self._printed(after)) is None

    def _opens_list(self, row: Row) -> bool:
        """Whether a short line right above the first item of a list is its heading."""
        text = row.text.strip()
        if not self._has_list_below(row) or text[0].islower() or text.endswith((".", ";", ",", "!")):
            return False
        before = self._before(row)
        goes_on = before is not None and (before.text.rstrip().endswith(":") or is_open_end(before.text))
        return (row.gap or text.endswith(":")) and not goes_on

    def _is_between_list_and_text(self, row: Row) -> bool:
        """Whether a line without a mark is set apart between a list with marks and other text."""
        before, after = self._before(row), self._after(row)
        if before is None or after is None or not before.bullet or not after.gap:
            return False
        return row.text.strip()[:1].isupper() and len(form.WORDS.findall(after.text)) > _FEW_WORDS


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
    """Lines of a text file between the signs around headings: most of them, or two, carry a name."""
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
    """Headings of the highest level of markup that occurs more than once and holds a section's name."""
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
