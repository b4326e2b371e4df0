"""Sentences of an entry that state their own time: "Since 2023 ...", "(2021-2023)", "... until 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, Month, PrintedDate
from gapcheck.facts.periods import Period
from gapcheck.resume.found_entries import FoundEntry
from gapcheck.resume.model import DatedSentence
from gapcheck.spans import Span
from gapcheck.text.sentences import sentences

_MOST_WORDS_BEFORE = 2
"""Words that may come before a date that opens its sentence ("Led from 2021 to 2023 the move to ...")."""


def dated_sentences(
    document: Document, entries: Sequence[FoundEntry], dates: DateParser
) -> tuple[DatedSentence, ...]:
    """The sentences of dated entries with a time of their own, in order of the text.

    Only a range within the printed time of its entry and shorter than that counts: a period of other
    years is one of the data, and no time of work.
    """
    found: list[DatedSentence] = []
    for block in document.blocks:
        for each in entries:
            if not each.entry.periods or not block.body.overlaps(each.entry.span):
                continue
            start, end = max(block.body.start, each.head.end), min(block.body.end, each.entry.span.end)
            if start < end:
                for sentence in sentences(document.text, Span(start, end), semicolons=True):
                    found += _of_sentence(sentence, document.text, each.entry.periods, dates)
    return tuple(found)


def _of_sentence(
    sentence: Span, text: str, whole: Sequence[Period], dates: DateParser
) -> Iterator[DatedSentence]:
    ranges = [
        (each, periods)
        for each in dates.ranges(sentence.of(text), sentence.start)
        if _of_work(each, sentence, text, dates) and (periods := _narrower(each, whole))
    ]
    begin = sentence.start
    for each, periods in ranges:
        alone = len(ranges) == 1 and (_opens(sentence, each, text) or _closes(each, sentence, text))
        # "Java until 2019, Go since 2020": each holds for the words before it
        end = sentence.end if alone else each.span.end
        yield DatedSentence(Span(begin, end), periods)
        begin = end


def _of_work(each: PrintedDate, sentence: Span, text: str, dates: DateParser) -> bool:
    """Whether a range is likely to be the time of the work: opening, set off, or with a word that says nothing else.

    "data from 2019", "claims of 2015 to 2019" are no times of work.
    """
    before = text[sentence.start : each.span.start].rstrip()
    return (
        _opens(sentence, each, text)
        or before.endswith((",", "–", "—", " -", ":"))
        or before.rfind("(") > before.rfind(")")
        or dates.lasts(each.span.of(text))
    )


def _opens(sentence: Span, each: PrintedDate, text: str) -> bool:
    return len(text[sentence.start : each.span.start].split()) <= _MOST_WORDS_BEFORE


def _closes(each: PrintedDate, sentence: Span, text: str) -> bool:
    """Whether what follows only explains: a bracket with the date and a colon, or nothing at all."""
    return re.match(r"[^()]{0,20}\)?\s*(?::|\W*$)", text[each.span.end : sentence.end]) is not None


def _narrower(each: PrintedDate, whole: Sequence[Period]) -> tuple[Period, ...]:
    """The parts of an entry's periods within a range; none where that is all of them, or another time."""
    kept: list[Period] = []
    for period in whole:
        if each.ends_only:
            inside = _after(each.end, period.start) and _before(each.end, period.end)
            start, end = period.start, each.end
        else:
            inside = _after(each.start, period.start) and (
                _before(each.start, period.end) if each.end is None else _before(each.end, period.end)
            )
            start, end = each.start, each.end
        if inside:
            kept.append(Period(_later(start, period.start), _earlier(end, period.end), each.span))
    return () if [(p.start, p.end) for p in kept] == [(p.start, p.end) for p in whole] else tuple(kept)


def _after(one: Month | None, start: Month) -> bool:
    return one is not None and (one.year, one.month or 12) >= (start.year, start.month)


def _before(one: Month | None, end: Month | None) -> bool:
    return end is None or (one is not None and (one.year, one.month) <= (end.year, end.month or 12))


def _later(one: Month, start: Month) -> Month:
    """The first month of both; where one is only a year, the other of the same year says more."""
    return start if one.year == start.year and not one.month else max(one, start)


def _earlier(one: Month | None, end: Month | None) -> Month | None:
    if one is None or end is None:
        return one or end
    return end if one.year == end.year and not one.month else one
