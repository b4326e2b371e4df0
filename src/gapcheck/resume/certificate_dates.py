"""What is said around a certificate's name: issued, in force until, lapsed, or still to be earned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.taxonomy.language.certificate_words import CertificateWords

_LINK = re.compile(r"(?:https?://|www\.)\S+")
_NUMBER = re.compile(r"\s*(?:#|№)\s*[\w-]*\d[\w-]*")
_DEGREE = r"(?i:level|grade|part|stage|tier|class|stufe|niveau|nivel)\s+[\dIVA-D]{1,3}\b"
"""How far a certificate goes, behind a comma: part of its name."""
_GLUE = r"[\s:(]*(?:(?:in|on|by|at|for|of|the|a|date)\b[\s:]*)*"


@dataclass(frozen=True, slots=True)
class Term:
    """Dates YYYY-MM or YYYY, None where not printed; `lapsed` and `in_progress` as said in words."""

    issued: str | None = None
    expires: str | None = None
    lapsed: bool = False
    in_progress: bool = False


class CertificateTerms:
    """certificate_words.yaml, compiled. Pure after it is built."""

    def __init__(self, words: CertificateWords, dates: DateParser) -> None:
        self._dates = dates
        self._issued = _before(words.issued)
        self._expires = _before(words.expires)
        self._lapsed_before = _before(words.lapsed)
        self._progress_before = _before(words.in_progress)
        self._lapsed = _anywhere(words.lapsed)
        self._progress = _anywhere(words.in_progress)
        self._names = _anywhere(words.names)
        self._labels = re.compile(
            rf"[\s,;|(–—-]*(?<!\w)(?:{_escaped(words.labels)})(?:\s*[:#.]\s*|\s+)(?=\S*\d)\S+\)?",
            re.IGNORECASE,
        )
        self._not_names = frozenset(words.not_names)
        # "certified" before a date tells of it; elsewhere it is part of the name
        issued = (word for word in words.issued if word not in words.names)
        every = (*issued, *words.expires, *words.lapsed, *words.in_progress)
        self._state = re.compile(rf"(?:^|[\s,;(–—|-])(?:{_escaped(every)})(?!\w)", re.IGNORECASE)
        self._wish = re.compile(
            rf"(?:{_escaped(words.in_progress)})\s+(?:(?:for|towards?|to take|the|my|a|an)\s+)*",
            re.IGNORECASE,
        )
        self._wished = re.compile(rf"(?<!\w)(?:{_escaped(words.in_progress)})(?!\w)[^.;]*$", re.IGNORECASE)
        self._earned = re.compile(rf"(?<!\w)(?:{_escaped(words.issued)})(?!\w)[^.;]*$", re.IGNORECASE)

    def dates_in(self, text: str) -> tuple[PrintedDate, ...]:
        """The dates printed in a text."""
        return self._dates.find(text)

    def states(self, text: str) -> bool:
        """Whether a text says that something lapsed or is still to be earned."""
        return bool(self._lapsed.search(text) or self._progress.search(text))

    def has_name(self, text: str) -> bool:
        """Whether a text holds a word like certificate or licence."""
        return bool(self._names.search(text))

    def is_no_name(self, text: str) -> bool:
        """Whether a line of such a section names nothing ("multiple online courses")."""
        return " ".join(text.casefold().split()).strip(" .") in self._not_names

    def wished_before(self, text: str) -> bool:
        """Whether the words before a name say that it is still to be earned ("preparing for the ...")."""
        return bool(self._wished.search(text))

    def earned_before(self, text: str) -> bool:
        """Whether the words before a name say that it was earned."""
        return bool(self._earned.search(text))

    def dated_state(self, text: str) -> bool:
        """Whether a date stands in a text with words of certificates right before it ("issued May 2023")."""
        begin = 0
        for dated in self._dates.find(text):
            before = text[begin : dated.span.start]
            if any(each.search(before) for each in (self._issued, self._expires, self._lapsed_before)):
                return True
            begin = dated.span.end
        return False

    def runs_out(self, text: str) -> bool:
        """Whether a date stands in a text with a word for the end of a certificate right before it ("valid until 2027")."""
        begin = 0
        for dated in self._dates.find(text):
            before = text[begin : dated.span.start]
            if any(each.search(before) for each in (self._expires, self._lapsed_before)):
                return True
            begin = dated.span.end
        return False

    def only_terms(self, text: str) -> bool:
        """Whether a line holds nothing but dates, states and numbers, so that it belongs to the name before it."""
        rest = self._labels.sub(" ", _LINK.sub(" ", text))
        for dated in reversed(self._dates.find(rest)):
            rest = rest[: dated.span.start] + " " + rest[dated.span.end :]
        rest = self._state.sub(" ", rest)
        return not re.search(r"[^\W\d_]{3}", re.sub(r"(?i)\b(?:and|the|for|date|exam|in|on)\b", " ", rest))

    def first_issued(self, text: str) -> str | None:
        """The date of issue in a text, as YYYY-MM or YYYY."""
        return self._assigned(text)[0]

    def read(self, text: str, as_of: date) -> Term:
        """Dates and state of one certificate's text."""
        issued, expires, lapsed_on = self._assigned(text)
        lapsed = bool(self._lapsed.search(text))
        # an exam that is booked for the renewal says nothing of what is held
        pending = issued is None and expires is None and bool(self._progress.search(text))
        if issued is not None and issued > f"{as_of.year:04d}-{as_of.month:02d}":
            pending, issued = True, None
        return Term(issued, lapsed_on or expires, lapsed, pending)

    def _assigned(self, text: str) -> tuple[str | None, str | None, str | None]:
        """Issue, expiry and day of lapse, each by the words right before its date; a bare date is the issue's."""
        issued = expires = lapsed = None
        begin = 0
        for dated in self._dates.find(text):
            before = text[begin : dated.span.start]
            start, end = str(dated.start), str(dated.end) if dated.end else None
            nearest = self._nearest(before)
            if self._progress.match(text, dated.span.start):
                nearest = "progress"  # "started September 2026"
            if nearest == "progress" or _by_since(text, dated, begin):
                if nearest != "progress":
                    issued = issued or start
                begin = dated.span.end
                continue
            if nearest == "lapsed":
                lapsed = _latest(dated)
            elif nearest == "expires":
                expires = expires or _latest(dated)
            elif dated.range and not dated.open:
                issued, expires = issued or start, expires or end
            elif issued is None or nearest == "issued":
                issued = start if nearest == "issued" or issued is None else issued
            elif expires is None:
                # "2022 – , 2025": a second bare date is the end
                expires = _latest(dated) if _latest(dated) > issued else None
            begin = dated.span.end
        return issued, expires, lapsed

    def _nearest(self, before: str) -> str:
        """Which kind of word stands right before a date, the longest one if several fit."""
        found = []
        for kind, pattern in (
            ("lapsed", self._lapsed_before),
            ("expires", self._expires),
            ("progress", self._progress_before),
            ("issued", self._issued),
        ):
            match = pattern.search(before)
            if match is not None:
                found.append((-match.start("word"), kind))
        return max(found)[1] if found else ""

    def name_in(self, text: str) -> tuple[int, str]:
        """Offset and text of the name in a line: what stands before dates, states, numbers and links."""
        blank = _LINK.sub(lambda m: "\t" * len(m.group()), text)
        blank = self._labels.sub(lambda m: "\t" * len(m.group()), blank)
        blank = _NUMBER.sub(lambda m: "\t" * len(m.group()), blank)
        for dated in self._dates.find(blank):
            blank = blank[: dated.span.start] + "\t" * len(dated.span) + blank[dated.span.end :]
        start = re.match(r"[\s\t–—:|,.()•·-]*", blank)
        begin = start.end() if start else 0
        wished = self._wish.match(blank, begin)
        begin = wished.end() if wished else begin
        stop = len(blank)
        for pattern in (self._state, re.compile(rf"\t|,\s(?!{_DEGREE})|\s[–—-]\s(?=[a-z])|\s*\(\s*\t|\.$")):
            found = pattern.search(blank, begin + 1)
            if found:
                stop = min(stop, found.start())
        name = blank[begin:stop].rstrip(" \t,;:–—-|(.")
        return begin, name


def _latest(dated: PrintedDate) -> str:
    return str(dated.end or dated.start)


def _by_since(text: str, dated: PrintedDate, begin: int) -> bool:
    """Whether a date is a "since 2019": held from then on."""
    return dated.open and dated.span.start >= begin and not text[dated.span.start].isdigit()


def _before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{_escaped(words)})(?!\w){_GLUE}$", re.IGNORECASE)


def _anywhere(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_escaped(words)})(?!\w)", re.IGNORECASE)


def _escaped(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) or "(?!)"
