"""The head of an entry: where a line carries its date, and what of its words is title and what employer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, Month, PrintedDate, lengths, only_dates
from gapcheck.outline.lines import Row
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span

LONGEST_HEAD = 18
_SEPARATOR = re.compile(
    r"\t+|\s{2,}|\s*[|•·¦]\s*|\s+[–—-]\s+|\s+/\s+|;\s+|\s+@\s+|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Þ])|\.\s+(?=[A-ZÀ-Þ])|:\s+"
    r"|,\s+(?!(?:Inc|Ltd|LLC|L\.L\.C|GmbH|Co(?!-)|Corp|Limited|PLC|plc|LLP|AG|SE|KG|AB|Oy|Pty|Pvt|SAS|SARL|SpA"
    r"|S\.?A|S\.?L|S\.r\.l|S\.p\.A|B\.?V|N\.?V)\b)"
)
_INITIALS = re.compile(r"(?:\b[A-Za-z]\.)+[A-Za-z]$")
_BEFORE_DATE = re.compile(r"(?:[(,|:;·•/–—-]|\s{2,}|\t|\.)\s*$")
_AFTER_DATE = re.compile(r"^\s*(?:[|:·•–—-]|\t|\s{2,})")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Dr|St|Mt|Ft|Jr|Sr|No|Dept|Univ|Bros|Prof|Mr|Mrs|Ms|Pvt|Mfg|Natl|Intl|Assoc|Asst)|\b[A-Z])\.$"
)
_SENTENCE = re.compile(r"(?<=[\w)])[.:]\s+(?=[A-ZÀ-Þ])")
_PROSE = re.compile(r"\s*\)?\s*(?:[.:;]\s|[–—-]\s|,\s+(?:where|with|as|wo|où|donde)\b|\s*[A-ZÀ-Þ]\w+\s)")
_ALSO = re.compile(r"\s*(?:[,;&/+]|and|und|et|y)?\s*(?:and|und|et|y)?\s*", re.IGNORECASE)
_FEWEST_WORDS_TOLD = 3
_LONGEST_OPENING = 7
_LONGEST_TOWN = 2
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
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line's date that can belong to the head of an entry.

    `others`: further periods of the same entry, printed beside it ("Summer 2019, Summer 2020"). `ends`: where in the
    document the head ends and prose on the same line begins, or None.
    """

    dated: PrintedDate
    place: Place
    others: tuple[PrintedDate, ...] = ()
    ends: int | None = None


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


def mark_of(row: Row, document: Document, grammar: DateParser, titles: EntryWords) -> Mark | None:
    """The date by which a line can open an entry, or None: dates inside a sentence are no such thing."""
    dates = grammar.find(row.text, row.span.start)
    if not dates:
        return None
    if only_dates(row.text, dates, row.span.start):
        return _mark(_widest(dates), dates, Place.OWN, row)
    if len(row.cells) > 1:
        for cell in reversed(row.cells):
            inside = [each for each in dates if each.span in cell]
            if inside and only_dates(_residue(cell.of(document.text), titles), inside, cell.start):
                return _mark(_widest(inside), inside, Place.CELL, row)
    found = _at_an_end(row, dates, titles)
    return _before_prose(row, dates, titles) if found is None else found


def _mark(
    dated: PrintedDate, dates: Sequence[PrintedDate], place: Place, row: Row, ends: int | None = None
) -> Mark:
    """The mark with the other periods of the line: ranges at other times, and years that follow in a list."""
    others: list[PrintedDate] = []
    last = dated
    for each in dates:
        if each is dated:
            continue
        if dated.range:
            if each.range and not each.open and _apart(each, dated):
                others.append(each)
        elif each.span.start >= last.span.end:
            between = row.text[last.span.end - row.span.start : each.span.start - row.span.start]
            if not _ALSO.fullmatch(between):
                break
            if not each.start.month and dated.start.month and dated.end is not None:
                # "Summer 2013, 2014": the season counts for both
                over = dated.end.year - dated.start.year
                start = Month(each.start.year, dated.start.month)
                each = replace(each, start=start, end=Month(each.start.year + over, dated.end.month))  # noqa: PLW2901
            others.append(each)
            last = each
    return Mark(dated, place, tuple(others), ends)


def _apart(one: PrintedDate, other: PrintedDate) -> bool:
    """Whether two periods share no time."""
    return bool((one.end and one.end < other.start) or (other.end and other.end < one.start))


def _before_prose(row: Row, dates: Sequence[PrintedDate], titles: EntryWords) -> Mark | None:
    """The date of a head that goes on as prose on its own line ("Analyst at Acme, 2019 to 2021. Built ...")."""
    dated = next((each for each in dates if each.range and not each.open), None)
    if dated is None or not row.starts:
        return None
    begin, end = dated.span.start - row.span.start, dated.span.end - row.span.start
    head, tail = row.text[:begin], row.text[end:]
    if len(head.split()) > LONGEST_HEAD or len(tail.split()) < _FEWEST_WORDS_TOLD or not _PROSE.match(tail):
        return None
    bracketed = head.rstrip().endswith("(")
    if not bracketed and not _BEFORE_DATE.search(head):
        return None
    parts = [part.strip(" (") for part in _SEPARATOR.split(head) if part.strip(" (")]
    if not parts or titles.opens_work(head) or re.match(r"(?:I|We|In|From|Since|As)\b", head):
        return None
    if all(titles.title_score(part) < 2 or len(part.split()) > _LONGEST_OPENING for part in parts[:2]):
        return None
    return _mark(
        dated, [each for each in dates if each.span.end <= dated.span.end], Place.INLINE, row, dated.span.end
    )


def _in_a_row(row: Row, dates: Sequence[PrintedDate], *, from_end: bool = False) -> list[PrintedDate]:
    """The first date and those listed right behind it ("2014, 2015 and 2017"); or the last points of a line."""
    runs: list[list[PrintedDate]] = [[dates[0]]]
    for one, two in pairwise(dates):
        between = row.text[one.span.end - row.span.start : two.span.start - row.span.start]
        if _ALSO.fullmatch(between) and not (from_end and one.range):
            runs[-1].append(two)
        else:
            runs.append([two])
    return runs[-1 if from_end else 0]


def _told_from(row: Row, dated: PrintedDate) -> int | None:
    """Where the sentence after a head begins that opens with its date ("2019 to now, Analyst, Acme. Built ...")."""
    text = row.text
    for found in _SENTENCE.finditer(text, dated.span.end - row.span.start):
        if (
            _ABBREVIATED.search(text[: found.start() + 1])
            or len(text[found.end() :].split()) < _FEWEST_WORDS_TOLD
        ):
            continue
        return row.span.start + found.end() if text[found.start() : found.end()].startswith(".") else None
    return None


def _at_an_end(row: Row, dates: Sequence[PrintedDate], titles: EntryWords) -> Mark | None:
    first, last = dates[0], dates[-1]
    after = row.text[last.span.end - row.span.start :]
    if not last.range:
        run = _in_a_row(row, dates, from_end=True)
        # "Prize of the faculty, 2018 and 2023" is no post; two summers are
        last = run[0] if run[0].start.month else last
    before = row.text[: last.span.start - row.span.start]
    rest = titles.without_terms(_without_lengths(after)).strip(" ().,;|·•–—-")
    if len(before.split()) <= LONGEST_HEAD and before.strip() and (not rest or titles.is_place(rest)):
        bracketed = before.rstrip().endswith("(")
        loose = last.open and not bracketed and not _is_head(before, titles)
        if (last.range and not loose) or (_BEFORE_DATE.search(before) and not loose):
            if not _is_sentence(before, after):
                return _mark(last, dates, Place.BRACKETS if bracketed else Place.END, row)
        elif not last.range and _glued(before):
            return _mark(last, dates, Place.END, row)
    head = row.text[: first.span.start - row.span.start].strip()
    tail = row.text[first.span.end - row.span.start :]
    if not head.strip("(•·- ") or _LINKING.fullmatch(head):
        listed = _in_a_row(row, dates)
        tail = row.text[listed[-1].span.end - row.span.start :]
        strong = (first.range and not first.open) or len(listed) > 1
        if _AFTER_DATE.match(tail) or (strong and re.match(r"\s*\)?[\s,]*[A-ZÀ-Þ]", tail)):
            return _mark(first, listed, Place.START, row, _told_from(row, first))
        return None
    if head.endswith("(") and re.match(r"\s*\)\s*(?:[:–—-]|$)", tail) and len(head.split()) <= LONGEST_HEAD:
        return Mark(first, Place.BRACKETS)
    return None


def _is_head(before: str, titles: EntryWords) -> bool:
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


def _widest(dates: Iterable[PrintedDate]) -> PrintedDate:
    """The range among the dates, or the first of them."""
    ordered = list(dates)
    return next((each for each in ordered if each.range), ordered[0])


def _residue(text: str, titles: EntryWords) -> str:
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


def headlike(row: Row, titles: EntryWords) -> bool:
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
    rows: Sequence[Row], marks: Sequence[Mark | None], document: Document, titles: EntryWords, *, whole: bool
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
        if len(parts) == 1 and (term := _opening_term(rows, parts[0], titles)) is not None:
            return HeadText(_clean(term.of(document.text)), _clean(parts[0].text), term)
        if _is_town(parts, titles):
            return HeadText("", _clean(parts[0].text), None)
    rest = [part for part in parts if part is not chosen]
    if whole and not any(titles.employer_score(part.text) >= 2 for part in rest):
        same = [part for part in parts if part.line == chosen.line]
        span = Span(same[0].span.start, same[-1].span.end)
        return HeadText(_clean(span.of(document.text)), "", span)
    employer, extra = _employer(rest, chosen, titles)
    span = chosen.span if extra is None else Span(chosen.span.start, extra.span.end)
    return HeadText(_clean(span.of(document.text)), employer, span)


def _is_town(parts: Sequence[Part], titles: EntryWords) -> bool:
    """Whether a head without a title is an employer and, behind a comma, a town ("Harbour Insurance, Bristol")."""
    if len(parts) != 2 or parts[0].line != parts[1].line:
        return False
    town = parts[1].text.split()
    return (
        titles.employer_score(parts[0].text) > 0
        and len(town) <= _LONGEST_TOWN
        and all(w[0].isupper() for w in town)
    )


def _opening_term(rows: Sequence[Row], part: Part, titles: EntryWords) -> Span | None:
    """A term of work that stands where the title would, before a comma ("Temp, Mint & Sons")."""
    row = rows[part.line]
    opening = row.text[: part.span.start - row.span.start].rstrip()
    words = opening.rstrip(",|–— ")
    if opening == words or not words or titles.without_terms(words):
        return None
    return Span(row.span.start, row.span.start + len(words))


def _places(parts: Sequence[Part], text: str, titles: EntryWords) -> list[Part]:
    """Parts that are a region, or a town right before one ("Lisbon, Portugal") in a line without anything else."""
    found = [part for part in parts if titles.is_place(part.text)]
    for town, region in pairwise(parts):
        comma = text[town.span.end : region.span.start].strip() == ","
        alone = sum(part.line == town.line for part in parts) == 2
        if comma and alone and region in found and not titles.title_score(town.text) and town not in found:
            found.append(town)
    return found


def _employer(rest: Sequence[Part], title: Part, titles: EntryWords) -> tuple[str, Part | None]:
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


def _parts(row: Row, mark: Mark | None, number: int, titles: EntryWords) -> list[Part]:
    text, start = row.text, row.span.start
    if mark is not None and mark.ends is not None:
        text = text[: mark.ends - start]
    for dated in (mark.dated, *mark.others) if mark else ():
        if dated.span.end > start + len(text):
            continue
        begin, end = dated.span.start - start, dated.span.end - start
        text = text[:begin] + "\t" * (end - begin) + text[end:]
    if mark is not None and mark.place in {Place.START, Place.BRACKETS}:
        # "Tide clock (2019): a dial that ...": what follows the colon tells, and is no head
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


def _trimmed(whole: str) -> str:
    piece = whole.rstrip(" \t–—-|,.:;(*_")
    while (found := _LINKING.search(piece)) is not None and found.start() > 0:
        piece = piece[: found.start()].rstrip(" \t–—-|,.:;(")
    if whole.startswith(f"{piece}.") and _INITIALS.search(piece):
        return f"{piece}."  # S.A., M.D.
    return piece + ")" if piece.count("(") > piece.count(")") else piece


def _clean(text: str) -> str:
    return " ".join(text.split())
