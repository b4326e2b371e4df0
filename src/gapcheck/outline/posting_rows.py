"""The paragraphs of a job posting as rows, mended where pasting has damaged them.

A posting that was scraped or pasted often comes as one long line: its bullets are inside the line, its headings too,
or its line breaks are lost altogether. Others come wrapped in the middle of a statement, or with the buttons and
page numbers of the web page that they were printed from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from gapcheck.document import Document
from gapcheck.outline.form import WORDS, opens_list
from gapcheck.outline.labels import label_of
from gapcheck.outline.lines import Row, rows_of_blocks
from gapcheck.outline.posting_headings import PostingHeadings
from gapcheck.spans import Span
from gapcheck.text.addresses import PAGE_START
from gapcheck.text.content_words import is_open_end
from gapcheck.text.sentences import sentences, trimmed

_LONGEST_HEADING = 300
"""Characters: a statement that many lines go on with is looked at again with each of them."""
_LONG = 25
"""Words from which a paragraph can hold several statements or headings."""
_BULLET = re.compile(r"(?:(?<=\s)|\A)[•●▪■◦‣➢➤✓✔\uf0b7]\s*(?=\S)")
_DASH = re.compile(r"(?<=\s)[-–*]\s+(?=\S)")
_DASH_FIRST = re.compile(r"[^:]{0,60}:\s+[-–*]\s+\S")
_FEWEST_BULLETS, _FEWEST_DASHES = 2, 3
_FEWEST_WORDS_A_BULLET = 3
_CAPITALS = re.compile(r"(?<![^\s•])(?:[A-Z][A-Z'’/&-]+)(?:\s+(?:[A-Z][A-Z'’/&-]*|&))*(?=:\s|\s+(?![a-z]))")
_FEWEST_CAPITALS, _MOST_CAPITALS = 7, 60
_FEWEST_LISTED = 3
"""From how many parts between semicolons after a colon a sentence is a list in one line."""
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z]|\s*\Z)")
_COLON = re.compile(r":[*_]*(?=\s)")
_NEXT_LINE = re.compile(r"\n\s*")
_MOST_LABEL_WORDS = 6
_BREAK = re.compile(r"(?<=[a-z0-9)])(?<!\b[a-z])\s+(?=[A-Z][a-z]+\s+[a-z(])")
_FEWEST_BREAKS = 3
_GAP = re.compile(r"(?<=\S)[ \t\xa0]{2,}(?=\S)")
_FEWEST_GAPS, _WIDE = 4, 3
"""Blanks of a gap that no end of a sentence accounts for."""
_WORDS_OF_A_RUN = 30
"""A sentence of more words can be several lines whose breaks were lost."""
_JUNK = re.compile(
    PAGE_START
    + r"\S+|#[A-Z]{2,}[\w-]*|(?:page\s+)?\d{1,3}\s+of\s+\d{1,3}|\d{1,2}/\d{1,2}/\d{2,4},?(?:\s+\d{1,2}:\d\d)?|[\W\d_]+",
    re.IGNORECASE,
)
"""Addresses, tags of job boards, page numbers, times of printing, signs without a word."""
_EMPHASIS = " \t*_`"


def statement_rows(document: Document, words: PostingHeadings) -> tuple[Row, ...]:
    """The paragraphs, items and headings of a posting, without what belongs to the page and not to the posting."""
    rows: list[Row] = []
    joined = _joined(document, rows_of_blocks(document), words)
    answers = {
        row.index
        for pair in pairwise(joined)
        if all(words.is_answer(each.text) for each in pair)
        for row in pair
    }
    for row, below in zip_longest(joined, joined[1:]):
        junk = _JUNK.fullmatch(row.text.strip(_EMPHASIS)) or row.index in answers
        if row.line.heading_level or not (junk or words.is_button(row.text)):
            pieces = list(_pieces(document, row, words))
            rows += [
                _as_heading(each, words, below=after is not None and after.bullet)
                for each, after in zip_longest(pieces, [*pieces[1:], below])
            ]
    return tuple(replace(row, index=index) for index, row in enumerate(rows))


def _as_heading(row: Row, words: PostingHeadings, *, below: bool) -> Row:
    """A row without its bullet where it is the heading of the items `below`, in a posting all lines of which have bullets."""
    heads = row.bullet and below and words.heads_items(row.text)
    return replace(row, bullet=False, gap=True) if heads else row


# ------------------------------------------------------------ wrapped lines
def _joined(document: Document, rows: Sequence[Row], words: PostingHeadings) -> list[Row]:
    """Rows with those that only go on with the statement above joined to it; a heading ends with its line."""
    found: list[Row] = []
    for row in rows:
        if found and _goes_on(document, found[-1], row) and not _is_heading(found[-1].text, words):
            above = found[-1]
            span, whole = Span(above.span.start, row.span.end), Span(above.whole.start, row.whole.end)
            text = span.of(document.text)
            found[-1] = replace(above, span=span, text=text, cells=(span,), whole=whole)
        else:
            found.append(row)
    return found


def _is_heading(text: str, words: PostingHeadings) -> bool:
    """Whether a text is the name of a section and nothing else."""
    named = words.name(text) if len(text) <= _LONGEST_HEADING else None
    return named is not None and named.wholly


def _goes_on(document: Document, above: Row, row: Row) -> bool:
    if document.format not in {"text", "markdown"} or row.bullet or row.gap or row.line.heading_level:
        return False
    text, last = row.text.strip(), above.text.rstrip()
    if above.line.heading_level or len(row.cells) > 1 or len(last) < _LONG or not WORDS.search(text):
        return False
    unfinished = is_open_end(last) or last.count("(") > last.count(")")
    return unfinished or (text[0].islower() and last[-1].isalnum())


# ------------------------------------------------------------ one line with many statements
@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a piece begins: with an item, a heading, or neither. `at` is where its sign begins, `start` its text."""

    at: int
    start: int
    bullet: bool = False


def _pieces(document: Document, row: Row, words: PostingHeadings) -> Iterator[Row]:
    """A row cut at the bullets, headings and lost line breaks inside it."""
    text = row.text
    cuts: list[_Cut] = []
    gaps = _gap_cuts(text) if len(text.split()) >= _LONG else []
    if not row.line.heading_level and (len(row.cells) == 1 or gaps):
        cuts = _bullet_cuts(text)
        if row.bullet:
            cuts += _label_cuts(text, words)
        else:
            cuts += _listed_cuts(text)
            cuts += _heading_cuts(text, words, listed=bool(gaps))
        if len(text.split()) >= _LONG or cuts:
            cuts += gaps
            cuts += _break_cuts(text, cuts)
    if not cuts:
        yield row
        return
    first = _Cut(0, 0, row.bullet)
    ordered = sorted({cut.at: cut for cut in (first, *cuts)}.values(), key=lambda cut: cut.at)
    ends = [cut.at for cut in ordered[1:]] + [len(text)]
    for cut, end in zip(ordered, ends, strict=True):
        span = trimmed(document.text, Span(row.span.start + cut.start, row.span.start + max(end, cut.start)))
        piece = span.of(document.text)
        if WORDS.search(piece):
            whole = Span(row.whole.start if cut is first else row.span.start + cut.at, span.end)
            yield replace(
                row,
                span=span,
                text=piece,
                cells=(span,),
                whole=whole,
                bullet=cut.bullet and (cut.start > cut.at or not opens_list(piece)),
                alone=False,
                gap=row.gap or cut.at > 0,
            )


def _bullet_cuts(text: str) -> list[_Cut]:
    """The bullets inside a line; a few words between signs are names in a row, and no items."""
    for sign, fewest, words in (
        (_BULLET, _FEWEST_BULLETS, _FEWEST_WORDS_A_BULLET),
        (_DASH, _FEWEST_DASHES, 0),
    ):
        found = list(sign.finditer(text))
        items = text[found[0].end() :].split() if found else []
        fewest = min(fewest, 2) if _DASH_FIRST.match(text) else fewest  # noqa: PLW2901
        if len(found) >= fewest and len(items) >= words * len(found):
            return [_Cut(match.start(), match.end(), bullet=True) for match in found]
    return []


def _listed_cuts(text: str) -> list[_Cut]:
    """A list inside a sentence: its introduction, the items between semicolons, and what comes after it."""
    found: list[_Cut] = []
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(ends if ";" in text else ()):
        introduction, colon, listed = text[start:end].partition(": ")
        items = listed.split(";")
        if not colon or len(items) < _FEWEST_LISTED:
            continue
        at = start + len(introduction) + len(colon)
        found.append(_Cut(start, start))
        for item in items:
            found.append(_Cut(at, at, bullet=True))
            at += len(item) + 1
        found.append(_Cut(end, end))
    return found


def _heading_cuts(text: str, words: PostingHeadings, *, listed: bool) -> list[_Cut]:
    """The headings inside a line: in capitals, or named and with a colon; `listed`: an item comes behind each."""
    headings: list[tuple[int, int]] = []
    for match in _CAPITALS.finditer(text) if len(text.split()) >= _LONG and not text.isupper() else ():
        title = match.group()
        several = len(WORDS.findall(title)) > 1 and len(title) >= _FEWEST_CAPITALS
        if len(title) <= _MOST_CAPITALS and (several or words.name(title) is not None):
            headings.append(match.span())
    for colon in _COLON.finditer(text):
        start = _label_start(text, colon.start(), words)
        if start is not None:
            headings.append((start, colon.end()))
    if not any(start for start, _ in headings):
        return []  # one label alone at the beginning speaks for the paragraph as it is
    return [cut for start, end in headings for cut in (_Cut(start, start), _Cut(end, end, bullet=listed))]


def _label_cuts(text: str, words: PostingHeadings) -> Iterator[_Cut]:
    """Where a line of an item opens with the name of a section: Markdown joins a line without a blank one above to the item."""
    for line in _NEXT_LINE.finditer(text):
        label = label_of(text[line.end() :])
        named = words.name(label.name) if label is not None and label.sign[0] == ":" else None
        if label is not None and named is not None and named.wholly and words.is_heading_alone(label.name):
            yield _Cut(line.end(), line.end())


def _label_start(text: str, colon: int, words: PostingHeadings) -> int | None:
    """Where a heading that ends with a colon begins; None where the words before a colon are no heading."""
    before = text[:colon]
    starts = [match.start() for match in re.finditer(r"\S+", before)][-_MOST_LABEL_WORDS:]
    for start in starts:
        label = before[start:]
        opens = not before[:start].strip() or before[:start].rstrip()[-1] in ".!?;)•"
        if not label.lstrip("*_")[:1].isupper() or not (opens or before[:start].rstrip()[-1].islower()):
            continue
        match = words.name(label)
        if match is not None and match.wholly and words.is_heading_alone(label):
            return start
    return None


def _gap_cuts(text: str) -> list[_Cut]:
    """Where line breaks became blanks: several in a row that do not only stand between sentences."""
    gaps = list(_GAP.finditer(text))
    inside = [
        each for each in gaps if text[each.start() - 1] not in ".!?" or each.end() - each.start() >= _WIDE
    ]
    if len(inside) < _FEWEST_GAPS or 2 * len(inside) < len(gaps):
        return []
    return [_Cut(each.start(), each.end(), bullet=True) for each in gaps]


def _break_cuts(text: str, cuts: Sequence[_Cut]) -> list[_Cut]:
    """Where line breaks were lost: a capital in the middle of a sentence that goes on and on."""
    bounds = sorted({0, len(text), *(cut.start for cut in cuts)})
    found: list[_Cut] = []
    for start, end in pairwise(bounds):
        for sentence in sentences(text, Span(start, end)):
            piece = sentence.of(text)
            if len(piece.split()) < _WORDS_OF_A_RUN:
                continue
            breaks = [match for match in _BREAK.finditer(piece) if not is_open_end(piece[: match.start()])]
            if len(breaks) >= _FEWEST_BREAKS:
                found.append(_Cut(sentence.start, sentence.start, bullet=True))
                found += [
                    _Cut(sentence.start + a.start(), sentence.start + a.end(), bullet=True) for a in breaks
                ]
    return found
