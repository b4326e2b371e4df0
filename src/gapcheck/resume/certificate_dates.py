"""Dates and states around a certificate's name: issued, in force until, lapsed, or still to be earned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.facts.fields_of_study import SchoolNames
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.lazy import late_pattern
from gapcheck.resume.certificate_term import DatesToCome, Term, by_since, in_last_clause
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.model import Certification
from gapcheck.text.addresses import PAGE_START
from gapcheck.text.numbers import NUMBERS
from gapcheck.text.phrases import CONJUNCTION, alternation, compiled, plain

_LONGEST_NAME = 60
_LINK = re.compile(rf"{PAGE_START}\S+")
_NUMBER = re.compile(r"\s*(?:#|№)\s*[\w-]*\d[\w-]*")
_BREAK = re.compile(r"\t|\s[–—-]\s(?=[a-z])|\s*\(\s*\t|\s*[.·_…]{3,}")
_EDGE = re.compile(r"(?:\s*\d{4}(?:[–—-]\d{4})?\t)?[\s\t–—:|,.()•·-]*")
_CODE = re.compile(r"\b(?=\w*[A-Z]{2})(?=\w*\d)\w{4,}")
"""A code as courses and exams have them: HLTAID011, BSBWHS307."""
_CODES = re.compile(
    rf"(?:[A-Z&][\w&]{{0,12}}[ \t]){{0,3}}[A-Z]{{1,4}} ?\d{{1,4}}[A-Z]?(?:\s*(?:,|&|/|\b{CONJUNCTION})\s*[A-Z]{{1,4}} ?\d{{1,4}}[A-Z]?\b)+"
)
"""Codes beside each other, which are the name of what they are the codes of, behind that of who gives it: "NPTC CS30, CS31"."""
_GLOSS = re.compile(r"\b[A-Z][A-Za-z]*[A-Z] ?\((?=\w+ \w)|\w \w+ ?\([A-Z]{2,6}\)")
"""Letters and what they are short for, in brackets behind each other."""
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w&/'’+-]*|&)"
_SPARED = 24
"""Characters before a word of lapse in which it can be denied."""


class CertificateTerms:
    """certificate_words.yaml, compiled. Pure after it is built."""

    def __init__(
        self, words: CertificateWords, dates: DateParser, schools: SchoolNames, titles: EntryWords
    ) -> None:
        self._dates, self._schools, self._titles = dates, schools, titles
        glue, pending = compiled(words.glue).pattern, (*words.in_progress, *words.wished)
        self._before = {
            kind: late_pattern(rf"(?P<word>{compiled(listed).pattern})[\s:.(]*(?:{glue}[\s:]*)*$")
            for kind, listed in (
                ("lapsed", words.lapsed),
                ("expires", words.expires),
                ("progress", pending),
                ("issued", words.issued),
            )
        }
        self._issuers = late_pattern(
            rf"{compiled(words.issuers).pattern}(?=\W*\Z|\s*\(|\s+(?:of|for|in|and)\s)"
        )
        self._glue, self._in_force = compiled(words.glue), compiled(words.in_force)
        self._regions, self._issued = compiled(words.regions), compiled(words.issued)
        self._lapsed, self._failed = compiled(words.lapsed), compiled(words.failed)
        tried = compiled((*words.glue, *words.attempts)).pattern
        self._failed_before = late_pattern(rf"{self._failed.pattern}(?:\s+{tried})*\s+\Z")
        self._failed_behind = late_pattern(
            rf"\W*(?:{tried}\W+)*{self._failed.pattern}(?:[ :]+{tried})*(?!\s*\w)"
        )
        self._progress, self._under_way = compiled(pending), compiled(words.in_progress)
        self._wished, self._holding = compiled(words.wished), compiled(words.holding)
        self._right_before = late_pattern(
            rf"{compiled((*words.holding, *words.issued)).pattern}\s+(?:(?:{glue}|{compiled(words.in_force).pattern})\s+)*\Z"
        )
        self._small = late_pattern(rf"(?:\s+{glue})+\s*")
        behind = rf"{compiled(words.names).pattern}\s*[,–—-]\s*{compiled(words.unfinished_behind).pattern}(?!\s+\w)"
        self._unfinished = late_pattern(rf"{compiled(words.unfinished).pattern}|{behind}")
        self._names = compiled((*words.names, *words.listed))
        self._forms = late_pattern(
            rf"{compiled(words.forms).pattern}(?=\s*(?:\Z|[^\w\s/-]|\d|(?:in|as|with|no)\b))"
        )
        small = alternation(words.name_joins)
        self._behind = late_pattern(
            rf"(?: +{small})?(?: +{_NAME_WORD})(?:(?: +{small})? +{_NAME_WORD}){{0,7}}"
        )
        self._ahead = late_pattern(rf"{_NAME_WORD}(?:(?: +{small})? +{_NAME_WORD}){{0,6}} +\Z")
        self._not_held = late_pattern(rf"\s+{compiled((*words.not_held, *words.unasked_before)).pattern}")
        self._labels = late_pattern(
            rf"[\s,;|(–—-]*{compiled(words.labels).pattern}(?:\s*[:#.]\s*|\s+)(?=\S*\d)\S+\)?"
        )
        self._to_come = DatesToCome(words)
        self._coursework, self._kinds = compiled(words.coursework), compiled(words.names)
        self._counted = late_pattern(rf"(?:\d+|{alternation(tuple(NUMBERS))})\s+\w+")
        self._not_names, self._other_things = frozenset(words.not_names), compiled(words.not_held)
        self._spared = late_pattern(rf"{compiled(words.denied).pattern}\s+(?:been\s+)?\Z")
        self._denied = late_pattern(rf"[\s•·–—-]*{compiled(words.denied).pattern}\s")
        self._denying = compiled((*words.denied, *words.of_others))
        self._denied_behind = late_pattern(
            rf"[^\w:–—-]*(?:\w+\s*){{0,2}}[:–—-]\s*{compiled(words.denied_behind).pattern}\W*\Z"
        )
        # "certified" before a date refers to it; elsewhere it is part of the name
        issued = (word for word in words.issued if word not in {*words.names, *words.listed})
        every = (*issued, *words.expires, *words.lapsed, *words.failed, *words.unfinished, *pending)
        self._state = late_pattern(rf"(?:^|[\s,;(\[–—|-]){compiled(every).pattern}")
        self._opening_state = late_pattern(rf"\W*{compiled(every).pattern}(?!\w)")
        self._wish = late_pattern(rf"(?:{compiled((*pending, *words.let_go)).pattern})\s+(?:{glue}\s+)*")
        step = rf"{compiled(words.steps).pattern}\s+[\da-div]{{1,3}}\b"
        self._joins = late_pattern(rf"\s+{compiled(words.joined_by).pattern}\s+")
        self._step = late_pattern(rf"(?<!\w){step}")
        self._name_end = late_pattern(rf",\s(?!{step})|\.$")

    def dates_in(self, text: str) -> tuple[PrintedDate, ...]:
        """The dates printed in a text."""
        return self._dates.find(text)

    def states(self, text: str) -> bool:
        """Whether a text says that something lapsed, was not passed or is still to be earned."""
        low = plain(text)
        return self._has_lapsed(low) or bool(self._progress.search(low) or self._failed.search(low))

    def opens_with_state(self, text: str) -> bool:
        """Whether a text opens with words for how a certificate is held, and no name."""
        return self._opening_state.match(plain(text)) is not None

    def _has_lapsed(self, low: str) -> bool:
        """Whether a plain text says that something is no longer in force; "never suspended" says that it is."""
        found = self._lapsed.finditer(low)
        return any(
            not self._spared.search(low, max(each.start() - _SPARED, 0), each.start()) for each in found
        )

    def has_failed(self, text: str, name: Span, told: str) -> bool:
        """Whether words right beside a name say that it was not passed, and those `told` of it not when it was, after all."""
        low = plain(self._without_dates(text, " "))
        before = self._failed_before.search(low, 0, name.start) or self._failed.match(low, name.start)
        return bool(before or self._failed_behind.match(low, name.end)) and not self._dated(told, ("issued",))

    def is_held_by(self, before: str, after: str) -> bool:
        """Whether the words right before a name say that the person has or earned it, and no noun goes on with the name."""
        shut = re.match(r"\s*(?:[^\w\s]|\Z)", after) or self._glue.match(plain(after).lstrip())
        return bool(shut) and self._right_before.search(plain(before)) is not None

    def is_filler(self, text: str) -> bool:
        """Whether a text is nothing but the small words between a name and its date."""
        return self._small.fullmatch(plain(text)) is not None

    def has_name(self, text: str) -> bool:
        """Whether a text holds a word like certificate or licence."""
        return bool(self._names.search(plain(text)))

    def is_shaped(self, text: str) -> bool:
        """Whether a text is made as names of certificates are: with a word like card or course, a level, a code, letters explained."""
        low = plain(text)
        formed = self._kinds.search(low) or self._forms.search(low)
        stepped = self._step.search(low) and re.search(r"[A-Z]{2}", text)
        return bool(formed or stepped or _CODE.search(text) or _GLOSS.search(text))

    def is_dated_name(self, text: str) -> bool:
        """Whether a text is a name and then, set off from it, its date, its number or how it is held."""
        start, name = self.name_in(text)
        rest = text[start + len(name) :]
        told = self.dates_in(rest) or self.is_numbered(rest) or self.states(rest)
        return bool(told) and re.match(r"\s*(?:[,;:(\[|–—-]|[.·_…]{3}|\t|\s{2})", rest) is not None

    def joins(self, between: str) -> bool:
        """Whether the words between two names make one of them: "CDL Class A with HazMat endorsement"."""
        return self._joins.fullmatch(plain(between)) is not None

    def is_numbered(self, text: str) -> bool:
        """Whether a text gives the number of a certificate or registration."""
        return bool(self._labels.search(plain(text)))

    def tells(self, text: str, *, sure: bool) -> bool:
        """Whether a line names a certificate and says how it is held; if `sure`, as hardly anything else is said."""
        low = plain(text)
        if self.runs_out(text) or self._kinds.search(low):
            return True
        dated = bool(self.dates_in(text)) or self.is_numbered(text)
        if sure:
            return bool(dated and self._step.search(low)) or (self.is_shaped(text) and self.states(text))
        return self.dated_state(text) or self.states(text) or (dated and self.is_shaped(text))

    def names_coursework(self, title: str) -> bool:
        """Whether a heading is of courses that are part of a degree."""
        return self._coursework.search(plain(title)) is not None

    def is_no_name(self, text: str) -> bool:
        """Whether a line of such a section names nothing ("multiple online courses", "one ticket", which was for speeding)."""
        plainly = " ".join(text.casefold().split()).strip(" .")
        return plainly in self._not_names or self._counted.fullmatch(plainly) is not None

    def denies(self, text: str) -> bool:
        """Whether a line of such a section opens by saying that there is none ("No forklift ticket")."""
        return bool(self._denied.match(plain(text)))

    def named_in(self, text: str) -> Iterator[tuple[int, str]]:
        """The names of certificates in running words, with their places: "CPR certified", "Certificate in Welding".

        Each is a word like certificate with a name before or behind it, both written as names are.
        """
        text = self._without_dates(text, "\t")
        low, reached = plain(text), 0
        for word in self._kinds.finditer(low):
            if word.start() < reached or self._not_held.match(low, word.end()):
                continue
            ahead = self._ahead.search(text[max(reached, word.start() - _LONGEST_NAME) : word.start()])
            capital = text[word.start()].isupper()
            behind = self._behind.match(text, word.end()) if capital or ahead else None
            participle = word.group().endswith("ed")
            alone = ahead is not None and not (
                capital or participle or re.search(r"[A-Z]{2}|\w \w", ahead.group())
            )
            whole = capital and (behind or " " in word.group())
            if (ahead is None and not whole) or alone or word.group().endswith("s"):
                continue
            start = word.start() - len(ahead.group()) if ahead else word.start()
            earned = self._issued.match(low, start, word.start())
            start = earned.end() + 1 if earned and earned.end() + 1 < word.start() else start
            reached = behind.end() if behind else word.end()
            yield start, text[start:reached].rstrip(" &/-")

    def opens_with_name(self, text: str) -> bool:
        """Whether a line begins with a word like "Certified", and capitals follow."""
        found = self._names.match(plain(text), len(text) - len(text.lstrip(" •·–—-")))
        return bool(found and re.match(r"\s+[A-ZÀ-Þ]", text[found.end() :]))

    def wished_before(self, text: str) -> bool:
        """Whether the words before a name say that it is still to be earned ("preparing for the ...")."""
        return in_last_clause(self._progress, text)

    def is_only_wished(self, text: str) -> bool:
        """Whether a text only wishes for a certificate, with nothing booked or begun."""
        low = plain(text)
        wish, first = self._wished.search(low), next(iter(self.dates_in(text)), None)
        before = wish is not None and (first is None or wish.start() < first.span.start)
        return before and not self._under_way.search(low)

    def is_pending_name(self, text: str) -> bool:
        """Whether a text opens with a name in capitals and goes on about its exam or application ("ABCDE tinsmith exam booked")."""
        start, name = self.name_in(text)
        rest = text[start + len(name) :]
        opens = re.match(r"[A-Z]{2}", name) and not self.is_only_wished(text)
        return bool(opens and self.dates_in(rest) and self._under_way.search(plain(text)))

    def held_before(self, text: str) -> bool:
        """Whether the words before a name say that the person has it."""
        return in_last_clause(self._holding, text)

    def is_title(self, text: str) -> bool:
        """Whether a text is a job title ("Registered Nurse")."""
        return self._titles.title_score(text) == SURE_SCORE

    def is_job(self, text: str) -> bool:
        """Whether a line opens with a job title, or has the dates of a time."""
        return self.is_title(text.split(",", maxsplit=1)[0]) or any(
            each.range for each in self.dates_in(text)
        )

    def is_labelled(self, before: str) -> bool:
        """Whether the words before a name are a label such as "Licences:", or such a word and a place."""
        return self.has_name(before) and ":" in before

    def denied_before(self, text: str) -> bool:
        """Whether the words before a name say that the person has none ("I do not hold an electrician's licence")."""
        return in_last_clause(self._denying, text)

    def names_other_thing(self, text: str) -> bool:
        """Whether a line holds a word like course or training, which is a thing of its own and issues nothing."""
        return bool(self._other_things.search(plain(text)))

    def names_issuer(self, name: str) -> bool:
        """Whether a name is that of a body, school, firm or place, by the noun that it ends with."""
        nouns = self._issuers.finditer(plain(name))
        if any(name[noun.start()].isupper() for noun in nouns):
            return True
        return self._titles.has_legal_form(name) or self._titles.is_place(name)

    def tells_state(self, text: str) -> bool:
        """Whether a text says until when something holds, that it lapsed, or that it is still to be earned."""
        return self.states(text) or self.runs_out(text)

    def is_denied(self, text: str, start: int, end: int) -> bool:
        """Whether a line says of the name in it that the person has none, or that somebody else has it."""
        before = self._lapsed.sub(" ", plain(text[:start]))  # "not renewed" is said of the one before
        return self.denied_before(before) or bool(self._denied_behind.match(plain(text), end))

    def earned_before(self, text: str) -> bool:
        """Whether the words before a name say that it was earned."""
        return in_last_clause(self._issued, text)

    def dated_state(self, text: str) -> bool:
        """Whether a text has a date with words of certificates right before it ("issued May 2023")."""
        return self._dated(text, ("issued", "expires", "lapsed"))

    def runs_out(self, text: str) -> bool:
        """Whether a text has a date with a word for the end of a certificate right before it ("valid until 2027")."""
        return self._dated(text, ("expires", "lapsed"))

    def _dated(self, text: str, kinds: Sequence[str]) -> bool:
        begin = 0
        for dated in self._dates.find(text):
            before = plain(text)[begin : dated.span.start]
            held_since = "issued" in kinds and by_since(text, dated, begin)
            if held_since or any(self._before[kind].search(before) for kind in kinds):
                return True
            begin = dated.span.end
        return False

    def only_terms(self, text: str) -> bool:
        """Whether a line holds nothing but dates, numbers, its state and that which issued it, so that it belongs to the name before it."""
        rest = self._without_dates(_LINK.sub(" ", text), " ")
        rest = self._state.sub(" ", self._labels.sub(" ", plain(rest)))
        rest = self._regions.sub(" ", self._glue.sub(" ", self._in_force.sub(" ", rest)))
        return not re.search(r"[^\W\d_]{3}", rest)

    def _without_dates(self, text: str, mark: str) -> str:
        for dated in reversed(self._dates.find(text)):
            text = text[: dated.span.start] + mark * len(dated.span) + text[dated.span.end :]
        return text

    def first_issued(self, text: str) -> str | None:
        """The date of issue in a text, as YYYY-MM or YYYY."""
        return self._assigned(text)[0]

    def read(self, text: str, as_of: date, known: Certification | None = None) -> Term:
        """Dates and state of one certificate's text; `known` is its entry in the catalogue."""
        if self._unfinished.search(plain(text)):
            return Term(None, None, lapsed=False, in_progress=True)
        issued, expires, lapsed_on = self._assigned(text, as_of.isoformat())
        earlier = lapsed_on is not None and issued is not None and lapsed_on[:4] < issued[:4]
        lapsed = self._has_lapsed(plain(text)) and not earlier
        lapsed_on = None if earlier else lapsed_on  # what ended before this one began was another
        # an exam that is booked for the renewal says nothing of what is held
        ended = expires is not None or lapsed_on is not None
        pending = issued is None and not ended and bool(self._progress.search(plain(text)))
        if issued is not None and issued > f"{as_of.year:04d}-{as_of.month:02d}":
            held = self._to_come.is_last_day(plain(self._without_dates(text, " ")), known)
            pending, issued, expires = not held, None, expires or (issued if held else None)
        return Term(issued, lapsed_on or expires, lapsed, pending)

    def _assigned(self, text: str, today: str = "") -> tuple[str | None, str | None, str | None]:
        """Issue, expiry and day of lapse, each by the words right before its date; a bare date is the issue's."""
        issued = expires = lapsed = None
        low, begin = plain(text), 0
        for dated in self._dates.find(text):
            before = low[begin : dated.span.start]
            start, end = str(dated.start), str(dated.end) if dated.end else None
            nearest = self._nearest(before)
            if self._progress.match(low, dated.span.start):
                nearest = "progress"  # "started September 2026"
            if nearest == "progress" or by_since(text, dated, begin):
                if nearest != "progress":
                    issued = issued or start
                begin = dated.span.end
                continue
            if nearest == "lapsed":
                lapsed = end or start
            elif nearest == "expires":
                expires = expires or end or start
            elif dated.range and not dated.open:
                studied = self._schools.is_institution(text)  # the years of a course, earned at its end
                issued, expires = issued or (end if studied else start), expires or (None if studied else end)
            elif issued is None or nearest == "issued":
                issued = start if nearest == "issued" or issued is None else issued
            elif expires is None:
                # "2022 – , 2025": a second bare date is the end; one in the past is a renewal or an edition's year
                expires = (
                    latest if (latest := end or start) > issued and latest >= today[: len(latest)] else None
                )
            begin = dated.span.end
        return issued, expires, lapsed

    def _nearest(self, before: str) -> str:
        """Which kind of word is right before a date, the longest one if several fit."""
        found = [
            (-match.start("word"), kind)
            for kind, pattern in self._before.items()
            if (match := pattern.search(before)) is not None
        ]
        return max(found)[1] if found else ""

    def name_in(self, text: str) -> tuple[int, str]:
        """Offset and text of the name in a line: what precedes dates, states, numbers and links."""
        blank = text
        for pattern in (_LINK, self._labels, _NUMBER):
            for part in pattern.finditer(plain(blank)):
                blank = blank[: part.start()] + "\t" * len(part.group()) + blank[part.end() :]
        blank = self._without_dates(blank, "\t")
        low = plain(blank)
        edge = _EDGE.match(blank)
        begin = edge.end() if edge else 0
        wished = self._wish.match(low, begin)
        begin = wished.end() if wished else begin
        codes = _CODES.match(blank, begin)
        inside = codes.end() - 1 if codes else begin + 1
        ends = [
            found.start()
            for pattern, searched in ((self._state, low), (self._name_end, low), (_BREAK, blank))
            if (found := pattern.search(searched, inside))
        ]
        stop = min(ends, default=len(blank))
        return begin, blank[begin:stop].rstrip(" \t,;:–—-|([.")
