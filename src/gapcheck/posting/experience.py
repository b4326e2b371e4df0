"""Experience asked for: the lengths of time in a clause that say how long, and not when or until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.facts.certificate_ages import CertificateAges, certificate_ages
from gapcheck.facts.durations import NUMBER, Duration, DurationParser, amount_of, duration_parser
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.posting_words import NecessityCues, RequiredExperience
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.inflection import is_past
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS
from gapcheck.text.phrases import OR, alternation, compiled

_NEAR = 24
"""Characters on either side of a length that say what it is about."""
_MOST_BETWEEN = 3
_NUMBER = re.compile(NUMBER)
COUNTS_THINGS = re.compile(r"\s+(?!years)[a-z]{3,}[^\Ws]s\b|[^,;.]{0,60}:")
"""What follows a number of things, and not of years: "two of these tools", "two of the following: ..."."""
_CHOICE = rf"[^;.]*\b{OR}"
"""So does what one can choose from: "and one of Go, Rust or C"."""


class DoneBefore:
    """Tells clauses that say what somebody has done: "you have opened a new store before"."""

    def __init__(self, cues: NecessityCues) -> None:
        addressed, has = compiled(cues.addressed).pattern, compiled(cues.has).pattern
        self._perfect = re.compile(rf"\W*(?:{addressed}\s+)?(?:\w+\s+)?{has}\s+(?:\w+ly\s+)?(?P<verb>\w+)")
        phrase_ends = alternation(sorted(FUNCTION_WORDS - JOINERS))
        self._known = re.compile(
            rf"(?:[\s,]+(?!{phrase_ends}\b)[\w'-]+){{0,3}}[\s,]+{alternation(cues.known)}\b"
        )
        levels = (word for words in cues.levels.values() for phrase in words for word in phrase.split())
        self._adjectives = frozenset((*levels, *cues.not_done))

    def __call__(self, clause: str) -> bool:
        """Whether a clause (in its plain reading) is one of them."""
        told = self._perfect.match(clause)
        if told is None or told["verb"] in self._adjectives or self._known.match(clause, told.end()):
            return False
        return is_past(told["verb"])


class ExperienceFinder:
    """Finds the experience that clauses ask for. Pure after it is built."""

    def __init__(
        self,
        durations: DurationParser,
        words: RequiredExperience,
        cues: NecessityCues,
        ages: CertificateAges,
    ) -> None:
        self._durations, self._ages = durations, ages
        self._not_experience = compiled(words.not_experience)
        self._time_frames = compiled(words.time_frames)
        self._experience = compiled(words.experience)
        self._has_done = DoneBefore(cues)
        self._windows = compiled(words.windows)
        self._recent = compiled(words.recent)
        self._recent_months = words.recent_months
        self._part_of_years = compiled(words.part_of_years)
        self._any_work = compiled(words.any_work)
        joins = rf"(?:,|\b{compiled((*cues.and_words, *cues.or_words)).pattern})"
        again = compiled(words.years_again).pattern
        ends = alternation(sorted(FUNCTION_WORDS))
        self._again = re.compile(rf"(?:{joins}\s*)+(?P<again>{again})(?=\s+(?!{ends}\b)\w)(?!{_CHOICE})")

    @once_a_document  # the parts of a clause are found by it before each is read
    def find(self, low: str) -> tuple[Duration, ...]:
        """All lengths of experience in the plain reading of a clause, in order."""
        excluded = [Span(*match.span()) for match in self._not_experience.finditer(low)]
        windows = [Span(*match.span()) for match in self._windows.finditer(low)]
        windows += [each.span for each in self._ages.find(low)]
        found = [*self._durations.find(low)]
        for each in (*self._parts(low), *(self._more(low) if found else ())):
            if not any(each.span.overlaps(other.span) for other in found):
                found.append(each)
        return tuple(
            each
            for each in sorted(found, key=lambda each: each.span)
            if not any(_adjacent(each.span, other) for other in excluded)
            and not any(each.span.overlaps(other) for other in windows)
            and not self._is_time_frame(low, each.span)
        )

    def window(self, low: str) -> tuple[int | None, int]:
        """The last months in which the experience of a clause must have been, None for any time; and its subject's end.

        "Four years of recent experience" cannot be asked of less time than that. A window of so many years that closes a
        clause names nothing: the subject ends before it.
        """
        if found := self._windows.search(low):
            lengths = self._durations.find(found.group())
            closes = not low[found.end() :].strip(" .,;)")
            months = lengths[0].months if lengths else None
            return months or self._recent_months, found.start() if closes else len(low)
        if not self._recent.search(low):
            return None, len(low)
        return max(self._recent_months, 0, *(each.months or 0 for each in self.find(low))), len(low)

    def is_of_any_work(self, low: str) -> bool:
        """Whether a clause without a subject counts all work, and not only that in the role: "10 years of total experience"."""
        return self._any_work.search(low) is not None

    def _parts(self, low: str) -> list[Duration]:
        """Parts of the years named before: "of which at least two in payments"."""
        return [
            Duration(round(12 * amount_of(number.group())), Span(*match.span()))
            for match in self._part_of_years.finditer(low)
            if (number := _NUMBER.search(match.group())) and not COUNTS_THINGS.match(low, match.end())
        ]

    def _more(self, low: str) -> Iterator[Duration]:
        """Years whose unit is said before: the two of "five years of sales and two in retail"."""
        for match in self._again.finditer(low):
            number, at = _NUMBER.search(match["again"]), match.start("again")
            if number and not COUNTS_THINGS.match(low, at + number.end()):
                yield Duration(
                    round(12 * amount_of(number.group())), Span(at + number.start(), at + number.end())
                )

    def _is_time_frame(self, low: str, span: Span) -> bool:
        before, after = low[max(span.start - _NEAR, 0) : span.start], low[span.end : span.end + _NEAR]
        said = self._experience.search(after) or self._has_done(low.lstrip(" -*•(\"'"))
        return self._time_frames.search(before) is not None and not said


def _adjacent(one: Span, other: Span) -> bool:
    """Whether nothing much is between them."""
    between = max(other.start - one.end, one.start - other.end)
    return one.overlaps(other) or 0 <= between <= _MOST_BETWEEN


def _finder(taxonomy: Taxonomy) -> ExperienceFinder:
    words, cues = taxonomy.required_experience, taxonomy.necessity_cues
    return ExperienceFinder(duration_parser(taxonomy), words, cues, certificate_ages(taxonomy))


experience_finder = Derived(_finder)
"""The finder with the words of a taxonomy."""
