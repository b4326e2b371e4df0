"""The parts of a job posting: its blocks and table cells, each with what stands over it and so what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gapcheck.document import Document
from gapcheck.outline import outline
from gapcheck.outline.criteria_codes import coded_criteria
from gapcheck.outline.form import MARKS, opens_list
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, Section, SectionKind
from gapcheck.outline.posting_evidence import PostingEvidence
from gapcheck.outline.posting_headings import PostingHeadings
from gapcheck.outline.posting_rows import statement_rows
from gapcheck.outline.tables import cells_of_tables
from gapcheck.spans import Span
from gapcheck.text.addresses import MAIL, PAGE
from gapcheck.text.sentences import sentences, trimmed

_LISTED = re.compile(r"[^\s;][^;]*")
_ADDRESS = re.compile(rf"<?(?:{PAGE}(?<![,.:!?])|{MAIL})>?", re.IGNORECASE)
_LABEL = 4
"""Words that may be nothing but the label of a list: "Knowledge of", "Ability to"."""
_LONGEST_ITEM = 25
"""Words of a line that can be an item of a list although it has no bullet."""
_FEWEST_ITEMS = 3
_MOST_BARE = 12
"""Lines of a note that is only a list; a posting that runs on for longer has headings or sentences."""
_LONGEST_BARE = 5
"""Words of a line of it: a name fits, a sentence seldom does."""
_LEAST_NAMED = 2
"""Skills that it names; one alone may stand in any address or title."""
_FEWEST_TOLD = 15
"""Words of a paragraph; fewer may be an item whose bullet is lost."""
_LONGEST_UNNAMED = 12
"""Words of an item that may be asked for under words that say nothing; longer ones tell of the employer."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a cell of a table row, with what stands over it.

    `heading` is what opened the section, as printed, and `introduction` the sentence with a colon that opens its
    list, if any; `bullet`: an item of a list; `item`: that, or a line that is one by its place, though it has no
    bullet; `unnamed`: neither of the two says what the list is about, nor does the item itself.
    """

    span: Span
    kind: SectionKind
    heading: str = ""
    introduction: str = ""
    bullet: bool = False
    is_heading: bool = False
    item: bool = False
    unnamed: bool = False


def without_addresses(document: Document) -> Document:
    """The document with blanks where addresses of pages and mail stand: nobody asks for those. All offsets stay."""
    text = _ADDRESS.sub(lambda found: " " * len(found.group()), document.text)
    if text == document.text:
        return document
    return replace(
        document, text=text, lines=tuple(each for each in document.lines if each.span.of(text).strip())
    )


def parts_of(
    document: Document, words: PostingHeadings, asks: Callable[[str], bool] = lambda _: False
) -> tuple[Part, ...]:
    """All blocks that say something, each with what stands over it.

    `asks` says whether a text asks in so many words: below benefits such a paragraph is none of them, nor is a list that
    it opens, as postings go on after "Pay rates" without another heading.
    """
    rows = statement_rows(document, words)
    tables = cells_of_tables(document, rows, words)
    evidence = PostingEvidence(words, [cell for cells in tables.values() for cell in cells])
    plan = outline(document, rows, words, skipped=frozenset(tables), evidence=evidence)
    coded = coded_criteria([row for row in rows if row.index not in tables], words.letters)
    parts: list[Part] = []
    lead, ended = False, None
    lines = [row for row in rows if row.index not in tables and row.index not in plan.headings]
    unmarked = _unmarked_items(lines, lambda row: plan.section_at(row.span.start))
    colons = {each.span.end for each in rows if opens_list(each.text)}
    for row in rows:
        for cell in tables.get(row.index, ()):
            section = plan.section_at(cell.span.start)
            parts.append(Part(cell.span, section.kind, section.title, bullet=cell.item, item=cell.item))
        if row.index in tables or not row.text.strip():
            continue
        section, introduction = plan.section_at(row.span.start), evidence.introductions.get(row.index, "")
        if row.index in coded:
            one = coded[row.index]
            parts.append(Part(one.span, one.kind, section.title, introduction, bullet=True, item=True))
        elif row.index in plan.headings:
            parts.append(Part(row.span, section.kind, row.text.strip(MARKS), introduction, is_heading=True))
            lead = words.leads(row.text)
        else:
            # a label that names the section is no part of what it says
            span = Span(max(row.span.start, section.body.start), row.span.end)
            bullet = row.bullet or span.start > row.span.start
            behind = (
                lead and not bullet and not introduction and (parts[-1].bullet or parts[-1].heading == "")
            )
            told = not introduction and section.kind in ASKING and _tells(row)
            told = told and (section == ended or (parts[-1].bullet and parts[-1].heading == section.title))
            if told or behind:  # what a heading or a sentence leads to ends with its list
                ended = section if told else ended
                parts.append(Part(span, words.unknown))
            else:
                unsure = section.kind is words.unknown and not section.sure and section != plan.sections[0]
                over = introduction or (section.title if section.body.start in colons else "")
                brief = len(row.text.split()) <= _LONGEST_UNNAMED
                unnamed = (
                    unsure and bullet and brief and over and not any(map(words.likely, (over, row.text)))
                )
                item = bullet or row.index in unmarked
                parts.append(
                    Part(
                        span,
                        section.kind,
                        section.title,
                        introduction,
                        bullet,
                        item=item,
                        unnamed=bool(unnamed),
                    )
                )
    return tuple(
        _spoken_for(each, document.text, asks)
        if each.kind is SectionKind.BENEFITS
        else _introduced(each, words)
        for part in parts
        for each in _apart(part, document.text, words)
    )


def _apart(part: Part, text: str, words: PostingHeadings) -> Iterator[Part]:
    """A part whose sentence lists knowledge between semicolons as its items: "including knowledge of: A; B; and the ability to C"."""
    opened = None
    if not part.is_heading and part.kind in {*ASKING, SectionKind.NEUTRAL, SectionKind.APPLY}:
        opened = next(
            (each for each in _opened_lists(part, text) if words.asks_for_list(each[0].of(text))), None
        )
    if opened is None:
        yield part
        return
    before, listed = opened
    kind = part.kind if part.kind in ASKING else SectionKind.REQUIRED
    introduction = f"{before.of(text)}:"
    if len(introduction.split()) > _LABEL:
        yield replace(part, span=before)
    for item in _LISTED.finditer(text, listed.start, listed.end):
        yield Part(Span(*item.span()), kind, part.heading, introduction, bullet=True, item=True)
    rest = trimmed(text, Span(listed.end, part.span.end))
    if rest:
        yield replace(part, span=rest)


def _opened_lists(part: Part, text: str) -> Iterator[tuple[Span, Span]]:
    """What precedes a colon in each sentence of a part, and the list between semicolons behind it."""
    for sentence in sentences(text, part.span):
        at = text.find(":", sentence.start, sentence.end)
        if at > 0 and text.find(";", at, sentence.end) > 0:
            yield Span(part.span.start, at), Span(at + 1, sentence.end)


def as_bare_list(parts: Sequence[Part], text: str, names: Callable[[Span], bool]) -> tuple[Part, ...]:
    """The parts of a note that is nothing but a few short lines as what it asks for: it has no other place to say so.

    `names` says whether a place names a skill: two and a third of the lines do, or it is the head of a posting.
    """
    lines = [part.span.of(text).strip() for part in parts]
    bare = _FEWEST_ITEMS <= len(lines) <= _MOST_BARE and all(
        len(line.split()) <= _LONGEST_BARE and line[-1] not in ".!?:" for line in lines
    )
    if not bare or any(part.bullet or part.kind in ASKING for part in parts):
        return tuple(parts)
    named = sum(names(part.span) for part in parts)
    if named < _LEAST_NAMED or 3 * named < len(parts):
        return tuple(parts)
    return tuple(Part(part.span, SectionKind.REQUIRED, bullet=True, item=True) for part in parts)


def _introduced(part: Part, words: PostingHeadings) -> Part:
    """An item of a list below "applicants may be asked for knowledge of:", or of papers to hand in, whatever the heading."""
    if not part.bullet:
        return part
    skills = bool(part.introduction) and part.kind in ASKING
    if not skills and words.lists_papers(part.introduction or part.heading):
        return replace(part, kind=SectionKind.NOT_ASKED)
    asked = part.kind is SectionKind.APPLY and words.asks_for_list(part.introduction)
    return replace(part, kind=SectionKind.REQUIRED) if asked else part


def _spoken_for(part: Part, text: str, asks: Callable[[str], bool]) -> Part:
    if part.bullet or part.is_heading:
        own = asks(part.span.of(text))
        listed = part.bullet and (own or (part.introduction and asks(part.introduction)))
        return replace(part, kind=SectionKind.REQUIRED) if listed else part
    return replace(part, kind=SectionKind.NEUTRAL) if asks(part.span.of(text)) else part


def _unmarked_items(rows: Iterable[Row], section_of: Callable[[Row], Section]) -> frozenset[int]:
    """Lines of a section that asks which are items though they have no bullet: several in a row, none a finished sentence."""
    found: set[int] = set()
    for (section, item), group in groupby(rows, key=lambda row: (section_of(row), _can_be_item(row))):
        items = [row.index for row in group]
        if item and section.kind in ASKING and len(items) >= _FEWEST_ITEMS:
            found.update(items)
    return frozenset(found)


def _tells(row: Row) -> bool:
    """Whether a row is a paragraph: finished sentences without a bullet, which behind a list ask by their own words only."""
    text = row.text.strip()
    return not row.bullet and text.endswith((".", "!")) and len(text.split()) >= _FEWEST_TOLD


def _can_be_item(row: Row) -> bool:
    text = row.text.strip(MARKS)
    opens = text[:1].isupper() or text[:1].isdigit()
    return not row.bullet and opens and text[-1] not in ".!?:" and len(text.split()) <= _LONGEST_ITEM
