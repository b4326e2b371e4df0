"""The head of an entry: where a line carries its date, and what of its words is title and what employer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.resume.dates import Dated, DateGrammar, lengths, only_dates
from gapcheck.resume.rows import Row
from gapcheck.resume.titles import TitleWords
from gapcheck.spans import Span

LONGEST_HEAD = 18
_SEPARATOR = re.compile(
    r"\t+|\s{2,}|\s*[|•·¦]\s*|\s+[–—-]\s+|\s+/\s+|,\s+(?!(?:Inc|Ltd|LLC|L\.L\.C|GmbH|Co(?!-)|Corp|Limited|S\.A|PLC|LLP)\b)|;\s+|\s+@\s+|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Þ])|\.\s+(?=[A-ZÀ-Þ])|:\s+"
)
_BEFORE_DATE = re.compile(r"(?:[(,|:;·•/–—-]|\s{2,}|\t|\.)\s*$")
_AFTER_DATE = re.compile(r"^\s*(?:[|:·•–—-]|\t|\s{2,})")
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Dr|St|Jr|Sr|No|Dept|Univ)|\b[A-Z])\.$")
_LINKING = re.compile(
    r"(?:^|\s)(?:since|from|between|seit|von|vom|ab|depuis|de|du|desde|and|in|expected)\s*$", re.IGNORECASE
)


class Place(Enum):
    """Where in its line a date stands."""

    OWN = "own"
    CELL = "cell"
    END = "end"
    START = "start"
    BRACKETS = "brackets"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line's date that can belong to the head of an entry."""

    dated: Dated
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a head between separators. `line` counts the lines of the head."""

    span: Span
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class HeadText:
    """What the words of a head say. `title_span` covers the title as printed, or is None."""

    title: str
    employer: str
    title_span: Span | None


def mark_of(row: Row, document: Document, grammar: DateGrammar, titles: TitleWords) -> Mark | None:
    """The date by which a line can open an entry, or None: dates inside a sentence are no such thing."""
    dates = grammar.find(row.text, row.span.start)
    if not dates:
        return None
    if only_dates(row.text, dates, row.span.start):
        return Mark(_widest(dates), Place.OWN)
    if len(row.cells) > 1:
        for cell in reversed(row.cells):
            inside = [each for each in dates if each.span in cell]
            if inside and only_dates(_residue(cell.of(document.text), titles), inside, cell.start):
                return Mark(_widest(inside), Place.CELL)
    return _at_an_end(row, dates, titles)


def _at_an_end(row: Row, dates: Sequence[Dated], titles: TitleWords) -> Mark | None:
    first, last = dates[0], dates[-1]
    before = row.text[: last.span.start - row.span.start]
    after = row.text[last.span.end - row.span.start :]
    rest = titles.without_terms(_without_lengths(after)).strip(" ().,;|·•–—-")
    if len(before.split()) <= LONGEST_HEAD and before.strip() and (not rest or titles.is_place(rest)):
        bracketed = before.rstrip().endswith("(")
        loose = last.open and not bracketed and not _is_head(before, titles)
        if (last.range and not loose) or (_BEFORE_DATE.search(before) and not loose):
            if not _is_sentence(before, after):
                return Mark(last, Place.BRACKETS if bracketed else Place.END)
        elif not last.range and _glued(before):
            return Mark(last, Place.END)
    head = row.text[: first.span.start - row.span.start].strip()
    tail = row.text[first.span.end - row.span.start :]
    if not head.strip("(•·- ") or _LINKING.fullmatch(head):
        strong = first.range and not first.open
        if _AFTER_DATE.match(tail) or (strong and re.match(r"\s*\)?[\s,]*[A-ZÀ-Þ]", tail)):
            return Mark(first, Place.START)
        return None
    if head.endswith("(") and re.match(r"\s*\)\s*(?:[:–—-]|$)", tail) and len(head.split()) <= LONGEST_HEAD:
        return Mark(first, Place.BRACKETS)
    return None


def _is_head(before: str, titles: TitleWords) -> bool:
    """Whether the words before "since 2019" are a title set off by a comma, and no sentence."""
    opening = _SEPARATOR.split(before)[0]
    return (
        bool(_BEFORE_DATE.search(before)) and titles.title_score(opening) == 2 and len(opening.split()) <= 6
    )


def _glued(before: str) -> bool:
    """Whether a lone date follows its words without any room (right-aligned in the original)."""
    return bool(before) and not before[-1].isspace() and before[-1] not in "(/-"


def _is_sentence(before: str, after: str) -> bool:
    """Whether the words before a date at the end of a line read on as a sentence."""
    return after.strip() == "." and len(before.split()) > 12


def _widest(dates: Iterable[Dated]) -> Dated:
    """The range among the dates, or the first of them."""
    ordered = list(dates)
    return next((each for each in ordered if each.range), ordered[0])


def _residue(text: str, titles: TitleWords) -> str:
    """Text of a date's cell with other small matter blanked out, so that offsets stay."""

    def blank(found: re.Match[str]) -> str:
        return " " * len(found.group())

    text = re.sub(
        r"(?i)\b(?:since|from|until|expected|anticipated|graduated|seit|depuis|desde)\b", blank, text
    )
    for piece in re.finditer(r"[^,|·•()]+", text):
        if titles.is_region(piece.group()):
            text = text[: piece.start()] + " " * len(piece.group()) + text[piece.end() :]
    return text


def _without_lengths(text: str) -> str:
    for found in reversed(list(lengths(text))):
        text = text[: found.start()] + " " + text[found.end() :]
    return text


def headlike(row: Row, titles: TitleWords) -> bool:
    """Whether a line without a date can be part of an entry's head: short, no bullet, no sentence."""
    text = row.text
    if row.bullet or not re.search(r"[^\W\d_]", text) or len(text.split()) > LONGEST_HEAD:
        return False
    if text[:1].islower() or text.endswith((";", ":", ",")) or "://" in text:
        return False
    if text.endswith(".") and not _ABBREVIATED.search(text) and not titles.has_legal_form(text[-8:]):
        return False
    return not titles.opens_work(text)


def read_head(
    rows: Sequence[Row], marks: Sequence[Mark | None], document: Document, titles: TitleWords, *, whole: bool
) -> HeadText:
    """Title and employer of a head of one or more lines, in whatever order they stand.

    `whole`: the first line is the title as it stands, unless it names an employer (courses taught, projects).
    """
    parts = [
        part
        for number, (row, mark) in enumerate(zip(rows, marks, strict=True))
        for part in _parts(row, mark, number, titles)
    ]
    places = _places(parts, document.text, titles)
    parts = [part for part in parts if part not in places]
    if not parts:
        return HeadText("", "", None)
    scored = [(titles.title_score(part.text) - 2 * titles.has_legal_form(part.text), part) for part in parts]
    best = max(score for score, _ in scored)
    chosen = next(part for score, part in scored if score == best)
    if best <= 0:
        chosen = next((p for p in parts if not titles.names_employer(p.text)), parts[0])
    rest = [part for part in parts if part is not chosen]
    if whole and not any(titles.employer_score(part.text) >= 2 for part in rest):
        same = [part for part in parts if part.line == chosen.line]
        span = Span(same[0].span.start, same[-1].span.end)
        return HeadText(_clean(span.of(document.text)), "", span)
    employer, extra = _employer(rest, chosen, titles)
    span = chosen.span if extra is None else Span(chosen.span.start, extra.span.end)
    return HeadText(_clean(span.of(document.text)), employer, span)


def _places(parts: Sequence[Part], text: str, titles: TitleWords) -> list[Part]:
    """Parts that are a region, or a town right before one ("Lisbon, Portugal") in a line without anything else."""
    found = [part for part in parts if titles.is_place(part.text)]
    for town, region in pairwise(parts):
        comma = text[town.span.end : region.span.start].strip() == ","
        alone = sum(part.line == town.line for part in parts) == 2
        if comma and alone and region in found and not titles.title_score(town.text) and town not in found:
            found.append(town)
    return found


def _employer(rest: Sequence[Part], title: Part, titles: TitleWords) -> tuple[str, Part | None]:
    """The employer among the parts that are not the title; and the last part that still belongs to the title."""
    named = [part for part in rest if titles.employer_score(part.text)]
    same = [part for part in rest if part.line == title.line and part.span.start > title.span.start]
    if named:
        best = max(titles.employer_score(part.text) for part in named)
        first = next(part for part in named if titles.employer_score(part.text) == best)
        between = [p for p in same if p.span.end <= first.span.start and first.line == title.line]
        if between and all(not titles.is_region(p.text) for p in between) and len(between) == 1:
            return _clean(first.text), between[-1]
        return _clean(first.text), None
    candidates = [part for part in (*same, *rest) if not titles.is_place(part.text)] or list(rest)
    return (_clean(candidates[0].text) if candidates else ""), None


def _parts(row: Row, mark: Mark | None, number: int, titles: TitleWords) -> list[Part]:
    text, start = row.text, row.span.start
    for dated in (mark.dated,) if mark else ():
        begin, end = dated.span.start - start, dated.span.end - start
        text = text[:begin] + "\t" * (end - begin) + text[end:]
    if mark is not None and mark.place in {Place.START, Place.BRACKETS}:
        # "Slide scanner (2024): a rig that ...": what follows the colon tells, and is no head
        cut = re.search(r"\w\)? ?:\s", text) or re.search(r"\t\)\s*:", text)
        text = text[: cut.end()] if cut else text
    text = re.sub(r"\([\s\t]*\t[\s\t]*\)", lambda found: "\t" * len(found.group()), _blank_lengths(text))
    parts, begin = [], 0
    for found in [*_separators(text), None]:
        stop = found.start() if found else len(text)
        piece = text[begin:stop]
        lead = len(piece) - len(piece.lstrip(" \t()–—-|,.:;*_"))
        body = _trimmed(piece[lead:])
        if re.search(r"[^\W_]{2}", body) and titles.without_terms(body):
            parts.append(Part(Span(start + begin + lead, start + begin + lead + len(body)), body, number))
        begin = found.end() if found else stop
    return parts


def _separators(text: str) -> list[re.Match[str]]:
    """Separators outside of brackets."""
    depth, inside = 0, []
    for char in text:
        depth += (char in "([") - (char in ")]" and depth > 0)
        inside.append(depth > 0)
    return [
        found
        for found in _SEPARATOR.finditer(text)
        if not inside[found.start()] and not _ABBREVIATED.search(text[: found.start() + 1])
    ]


def _blank_lengths(text: str) -> str:
    for found in lengths(text):
        text = text[: found.start()] + "\t" * len(found.group()) + text[found.end() :]
    return text


def _trimmed(piece: str) -> str:
    piece = piece.rstrip(" \t–—-|,.:;(*_")
    while (found := _LINKING.search(piece)) is not None and found.start() > 0:
        piece = piece[: found.start()].rstrip(" \t–—-|,.:;(")
    return piece + ")" if piece.count("(") > piece.count(")") else piece


def _clean(text: str) -> str:
    return " ".join(text.split())
