"""Which lines are headings: by name first, then by the style of those found in this document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.outline.content import ADDRESS
from gapcheck.outline.lines import Row, Signature, signature, usual_signature
from gapcheck.outline.marked_headings import marked_headings
from gapcheck.outline.vocabulary import HeadingLookup, Named, Surety, undated
from gapcheck.spans import Span

TextTest = Callable[[str], bool]
"""A question about a text that the caller answers: whether it holds a date, or is a job title."""

LONGEST_TITLE = 60
_LARGER = 0.75
"""Points by which headings are larger than the text at least."""
_FEWEST_HEADINGS = 3


_SENTENCE_END = re.compile(r"[.;,!]$")
_INLINE = re.compile(r"^([^:\t]{3,40}):\s+\S")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: `span` is the title as printed, `ends` where the text below it begins."""

    row: int
    span: Span
    ends: int
    named: Named | None


def find_headings(
    document: Document,
    rows: Sequence[Row],
    running_headers: frozenset[int],
    lookup: HeadingLookup,
    has_date: TextTest,
) -> list[Heading]:
    """The headings of a document in order; lines in `running_headers` are left out."""
    plain = [row for row in rows if row.index not in running_headers and _may_be(row)]
    named = {row.index: each for row in plain if (each := lookup.name(row.text)) and _set_apart(row, rows)}
    usual = usual_signature(rows)
    named = _consistent(rows, named, usual)
    loud = _loud(rows, named, usual)
    styles = _trusted(rows, named, plain, lookup, has_date)
    apart = _stand_alone(rows, named)
    titles = [row for row in plain if _titled(row, has_date, lookup)]
    marked = marked_headings(document, titles, named, lookup)
    found: dict[int, Named | None] = {
        row.index: lookup.likely(row.text) for row in plain if row.index in marked
    }
    found |= named
    first = min((*named, *_first_of(styles, plain, rows, has_date)), default=len(rows))
    for row in plain:
        if row.index in found or row.index - 1 in found or not _titled(row, has_date, lookup):
            continue
        likely = lookup.likely(row.text)
        printed = row.line.box is not None or row.line.heading_level > 0
        placed = row.index > first and (printed or row.gap)
        styled = signature(row) in styles and (placed or (row.line.box is not None and row.index > 1))
        below = row.index > first or any(ADDRESS.search(other.text) for other in rows[: row.index])
        alone = apart and below and _isolated(row, rows) and len(row.text.split()) <= 4
        if (
            styled
            or (alone and _cased_alike(row, rows, named))
            or (likely is not None and _stands_out(row, rows, likely, loud, usual))
        ):
            found[row.index] = likely
    if len(found) < 2:
        return _labelled(document, rows, lookup, found)
    if 2 * sum(rows[i].text.endswith(":") for i in named) > len(named):
        inline = [each for each in _inline(rows, lookup) if each.row not in found and rows[each.row].gap]
        return sorted(
            [*(_whole_line(rows[i], each) for i, each in found.items()), *inline], key=lambda h: h.row
        )
    return [_whole_line(rows[i], each) for i, each in sorted(found.items())]


def _may_be(row: Row) -> bool:
    """Whether a line can be a heading by its form: short, no bullet, one cell, letters."""
    return (
        not row.bullet
        and len(row.cells) == 1
        and len(row.text) <= LONGEST_TITLE
        and (len(re.findall(r"[^\W\d_]", row.text)) > 2 or row.line.heading_level > 0)
    )


def _set_apart(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line that carries a section's name is no wrapped rest of a sentence before it."""
    if row.starts:
        return not row.text[:1].islower() or row.alone
    last = rows[row.index - 1]
    return row.text[:1].isupper() and (
        signature(row) != signature(last) or last.text.rstrip().endswith((".", ":")) or row.text.endswith(":")
    )


def _consistent(rows: Sequence[Row], named: dict[int, Named], usual: Signature) -> dict[int, Named]:
    """Without the lines that only happen to carry a name: where most headings stand out, all have to."""
    if sum(not rows[i].text[:1].islower() for i in named) * 2 > len(named):
        named = {i: each for i, each in named.items() if not rows[i].text[:1].islower()}
    # a text file without empty lines shows nothing to tell headings by
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


def _loud(rows: Sequence[Row], named: Mapping[int, Named], usual: Signature) -> frozenset[Signature]:
    return frozenset(signature(rows[i]) for i in named if _differs(rows, i, usual))


def _trusted(
    rows: Sequence[Row],
    named: Mapping[int, Named],
    plain: Sequence[Row],
    lookup: HeadingLookup,
    has_date: TextTest,
) -> frozenset[Signature]:
    """Styles in which only headings are set: most short lines in them have a heading's name, none has a date."""
    usual = usual_signature(rows)
    heads: Counter[Signature] = Counter(signature(rows[i]) for i in named)
    likely = {
        row.index for row in plain if row.index > 1 and _title_like(row, has_date) and lookup.likely(row.text)
    }
    heads += Counter(signature(rows[i]) for i in likely.difference(named))
    others: Counter[Signature] = Counter()
    for row in rows:
        if row.index in named or row.index in likely or signature(row) not in heads:
            continue
        others[signature(row)] += 3 if _entry_like(row, has_date) else 1
    known = frozenset(
        style
        for style, count in heads.items()
        if style != usual and count >= 2 and others[style] <= 2 * count
    )
    return known or _larger(rows, usual, has_date)


def _entry_like(row: Row, has_date: TextTest) -> bool:
    """Whether a line is rather the head of an entry: several cells, a comma, a date."""
    return len(row.cells) > 1 or len(row.text) > LONGEST_TITLE or "," in row.text or has_date(row.text)


def _larger(rows: Sequence[Row], usual: Signature, has_date: TextTest) -> frozenset[Signature]:
    """The style of headings where no name tells: larger than the text, three short lines or more, nothing else."""
    size = next((row.line.style.size for row in rows if signature(row) == usual), 0.0)
    styles: dict[Signature, list[Row]] = {}
    for row in rows:
        if row.index > 1 and size and row.line.style.size >= size + _LARGER:
            styles.setdefault(signature(row), []).append(row)
    fitting = [
        (lines[0].line.style.size, style)
        for style, lines in styles.items()
        if len(lines) >= _FEWEST_HEADINGS
        and all(_title_like(row, has_date) and not _entry_like(row, has_date) for row in lines)
        and not any(one.index + 1 == other.index for one, other in pairwise(lines))
    ]
    return frozenset([max(fitting, key=lambda each: each[0])[1]] if fitting else [])


def _first_of(
    styles: frozenset[Signature], plain: Sequence[Row], rows: Sequence[Row], has_date: TextTest
) -> list[int]:
    """The first line in a style of headings below the person's name and address."""
    for row in plain:
        above = any(ADDRESS.search(other.text) for other in rows[: row.index])
        if above and signature(row) in styles and _title_like(row, has_date):
            return [row.index - 1]
    return []


def _isolated(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line stands between two empty ones."""
    return row.gap and (row.index + 1 >= len(rows) or rows[row.index + 1].gap)


def _stand_alone(rows: Sequence[Row], named: Mapping[int, Named]) -> bool:
    """Whether a file without styles sets its headings between empty lines, so that other such lines are headings."""
    if any(row.line.box or row.line.style.size or row.line.heading_level for row in rows):
        return False
    return len(named) >= 2 and 5 * sum(_isolated(rows[i], rows) for i in named) >= 4 * len(named)


def _cased_alike(row: Row, rows: Sequence[Row], named: Mapping[int, Named]) -> bool:
    """Whether a line is in capitals, or each word in one, as most headings are."""
    if 2 * sum(rows[i].caps for i in named) > len(named):
        return row.caps
    words = [word for word in row.text.split() if len(word) > 3]
    return "," not in row.text and all(word[:1].isupper() for word in words)


def _titled(row: Row, has_date: TextTest, lookup: HeadingLookup) -> bool:
    """Whether a line can be a heading; a bare year is no date in one of plans ("Reading list for 2027")."""
    if _title_like(row, has_date):
        return True
    marked = row.line.heading_level > 0
    return lookup.keeps_without_year(row.text, marked=marked) and _titles(row, undated(row.text), has_date)


def _title_like(row: Row, has_date: TextTest) -> bool:
    """Whether a line without a heading's name can still be a heading: no sentence, no date, no list."""
    return _titles(row, row.text, has_date)


def _titles(row: Row, text: str, has_date: TextTest) -> bool:
    return (
        (row.alone or row.line.heading_level > 0)
        and len(text.split()) <= 8
        and not _SENTENCE_END.search(text)
        and not re.search(r"[@|•·\d]|://", text)
        and text[:1].isalpha()
        and (row.text[:1].isupper() or not row.text[:1].islower())
        and not has_date(text)
    )


def _stands_out(
    row: Row, rows: Sequence[Row], likely: Named, loud: frozenset[Signature], usual: Signature
) -> bool:
    """Whether a line whose noun or phrase is a heading's is also set like one."""
    if "," in row.text or len(row.text.split()) > (4 if likely.surety is Surety.NOUN else 6):
        return False
    if row.line.box is not None or row.line.style.size:
        return signature(row) in loud and signature(row) != usual
    if any(signature(other)[0] for other in rows):
        return signature(row) in loud
    if loud:
        return signature(row) in loud and row.gap
    return row.gap and row.text.istitle() and likely.surety is Surety.NOUN


def _whole_line(row: Row, named: Named | None) -> Heading:
    return Heading(row.index, row.span, row.line.span.end, named)


def _labelled(
    document: Document, rows: Sequence[Row], lookup: HeadingLookup, found: Mapping[int, Named | None]
) -> list[Heading]:
    """Headings that stand in a column at the left, or before a colon, where hardly any has its own line."""
    headings = [_whole_line(rows[i], each) for i, each in found.items()]
    in_cells, inline = [], [each for each in _inline(rows, lookup) if each.row not in found]
    for row in rows:
        if row.bullet or row.index in found:
            continue
        if len(row.cells) > 1:
            named = lookup.name(row.cells[0].of(document.text))
            if named is not None:
                in_cells.append(Heading(row.index, row.cells[0], row.cells[0].end, named))
    for more in (in_cells, inline):
        if len({heading.named.kinds[0] for heading in more if heading.named}) >= 2:
            headings += more
            break
    return sorted(headings, key=lambda heading: heading.row)


def _inline(rows: Sequence[Row], lookup: HeadingLookup) -> list[Heading]:
    """Headings before a colon, with their text on the same line ("SKILLS: baking, decorating")."""
    headings = []
    for row in rows:
        match = None if row.bullet or not row.starts else _INLINE.match(row.text)
        if match and (named := lookup.name(match.group(1))):
            start = row.span.start
            headings.append(
                Heading(row.index, Span(start, start + match.end(1)), start + match.end(1) + 1, named)
            )
    return headings
