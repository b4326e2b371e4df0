"""What a clause asks for in its own words, where its items say too little apart or are parts of one phrase.

"Office practices and procedures", "laws and regulations related to health information".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from gapcheck.facts.durations import Duration
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.lazy import late_pattern
from gapcheck.posting.list_items import is_gerund
from gapcheck.posting.list_model import SkillGroup
from gapcheck.posting.terms import says_nothing, stands_as_name, wording_of
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, NameMatch, Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.inflection import plural
from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS
from gapcheck.text.phrases import ARTICLE, OR, alternation, compiled, plain, printed_as_name
from gapcheck.text.tokens import norms

_EITHER = re.compile(rf"(?:\s*[,/]\s*(?:{OR}\s+)?|\s+{OR}\s+)(?:{ARTICLE}\s+)?")
_LEAST_LIST = 2
"""Items; two words joined by "and" are rather one phrase than a list of names."""
_NEAR = 40
"""Characters before a length of time in which words of it are: "spent at least"."""
_PHRASE = 3
"""Content words that no item has; so many are an item of their own."""


class OwnWording:
    """Finds the wording of groups without a known skill in one text."""

    def __init__(self, text: str, taxonomy: Taxonomy, words: PostingWords) -> None:
        self._text = text
        self._taxonomy = taxonomy
        self._words = words
        self._place = _place(taxonomy)
        self._titles = job_title_finder(taxonomy)
        self._post = _post(taxonomy)
        around = alternation(taxonomy.required_experience.around_numbers)
        self._before_time = late_pattern(rf"(?:\b{around}\s+)+\Z")

    def of(
        self, group: SkillGroup, content: Span, kind: Kind, times: Sequence[Duration]
    ) -> tuple[SkillGroup, Kind, str]:
        """A group without mere parts of what its clause says, its kind, and this wording, if no skill is known in it.

        The wording is "" where the terms say it. What somebody likes or is like is a soft skill.
        """
        timed = times and kind is Kind.EXPERIENCE
        if timed and (place := self._place_in(self._untimed(content, times, group.segment))):
            return replace(group, skills=(), terms=(), logic=Logic.ALL_OF), kind, place
        if group.skills:
            return group, kind, ""
        if timed:
            wording = self.time_in(content, times, segment=group.segment)
            said = [term for term in group.terms if not says_nothing(term, self._words)]
            return (group if wording or said else replace(group, terms=())), kind, wording
        start = content.start + group.segment.start
        segment = Span(start, start + len(group.segment)).of(self._text)
        wording = wording_of(segment, self._words)
        if self._says_nothing_alone(wording) and len(segment) < len(content):
            # "direct", of "direct knowledge and experience in concrete"
            return replace(group, terms=()), kind, ""
        names = (segment, wording, *group.terms)
        likes = group.head is None and any(map(self._words.is_attitude, names))
        kind = Kind.SOFT_SKILL if likes and kind is Kind.SKILL else kind
        apart = group.head is not None or (
            self._are_names(group.terms, plain(segment)) and self._are_all(group.terms, wording)
        )
        if apart and not self._words.able_to.match(plain(segment)):
            return group, kind, ""
        return (group if apart or not wording else replace(group, terms=())), kind, wording

    def time_in(
        self,
        content: Span,
        times: Sequence[Duration],
        taken: Sequence[Span] = (),
        segment: Span | None = None,
    ) -> str:
        """What years are asked for in: "adjusting property claims"; "" for years of work as such.

        `taken` are places in `content` that ask for something else: the degree of "a degree and five years".
        Of several lengths, each is asked for in what its own `segment` says.
        """
        text = self._untimed(content, times, segment, taken)
        text = self._posts_in(text) or text
        purpose = self._words.purposes.search(plain(text))
        wording = wording_of(text[: purpose.start()] if purpose else text, self._words)
        wording = wording[: self._experience_at_end(wording)]
        if self.named_so(wording):
            return wording
        if place := self._place_in(text):
            return place
        return (
            "" if says_nothing(wording, self._words) or self._words.trades.search(plain(wording)) else wording
        )

    def _untimed(
        self, content: Span, times: Sequence[Duration], segment: Span | None, taken: Sequence[Span] = ()
    ) -> str:
        """What a clause says beside its lengths of time and what is `taken`."""
        rest = list(content.of(self._text))
        low = plain(content.of(self._text))
        for span in (*taken, *(time.span for time in times)):
            before = self._before_time.search(
                low, max(span.start - _NEAR, 0), span.start
            )  # "spent at least three years"
            start = before.start() if before else span.start
            rest[start : span.end] = " " * (span.end - start)
        own = sum(time.span in segment for time in times) if segment else 0
        if segment and 0 < own < len(times):
            rest = rest[segment.start : segment.end]
        return "".join(rest)

    def _place_in(self, text: str) -> str:
        """Where years are asked for to have been, if a clause says nothing else of them: "in a dental practice".

        "" where the taxonomy has every such place: a call centre.
        """
        place = self._place.search(plain(text))
        if place is None:
            return ""
        rest = wording_of(f"{text[: place.start()]} {text[place.end() :]}", self._words)
        names = place["places"]
        known = all(map(self._taxonomy.named, _EITHER.split(re.sub(rf"\A{ARTICLE}\s+", "", names))))
        return (
            ""
            if known or not says_nothing(rest, self._words)
            else " ".join(text[slice(*place.span())].split())
        )

    def _experience_at_end(self, wording: str) -> int | None:
        """Where a wording ends before the word for experience: "commercial electrical", of "commercial electrical experience"."""
        name, _, last = wording.rpartition(" ")
        return len(name) if name and self._words.trade_experience.fullmatch(plain(last)) else None

    def _posts_in(self, text: str) -> str:
        """The posts that years are asked for in: "hands-on experience as a systems or database administrator".

        What is said before them is how, and behind "on" or "with" where or with whom.
        """
        found = self._post.search(plain(text))
        if found is None or not self._titles.names_a_job(found["posts"].rpartition(" ")[2]):
            return ""
        return " ".join(text[slice(*found.span("posts"))].split())

    def _says_nothing_alone(self, wording: str) -> bool:
        """Whether it is one general word, or one that says how ("direct"), beside what its clause asks for."""
        how = plain(wording) in self._taxonomy.required_experience.not_narrowing
        return " " not in wording and (how or says_nothing(wording, self._words))

    def is_small(self, term: str) -> bool:
        """Whether a term is a word of grammar alone: "However"."""
        return self._words.around.issuperset(plain(term).split())

    def _are_names(self, terms: Sequence[str], segment: str) -> bool:
        """Whether the items of a segment are names apart, and no phrase that was cut: "laws and regulations related to health"."""
        if not all(stands_as_name(term, self._words) for term in terms):
            return False
        if len(terms) < _LEAST_LIST or not any(term.islower() and " " not in term for term in terms):
            return True
        verb = any(is_gerund(term) and " " not in term for term in terms)  # with the object of another
        if any(not FUNCTION_WORDS.isdisjoint(term.split()) or (verb and _does(term)) for term in terms):
            return False
        several = len(terms) > _LEAST_LIST or "," in segment or "/" in segment
        return several or any(map(printed_as_name, terms))

    def _are_all(self, terms: Sequence[str], wording: str) -> bool:
        """Whether the items say what the wording says, none of them being too long for a name."""
        named = {word for term in terms for word in norms(term)} | self._words.around
        return sum(word not in named for word in content(norms(wording))) < _PHRASE

    def named_so(self, term: str) -> str | None:
        """The skill whose own name a term is, as it is printed."""
        named = self._taxonomy.named(term)
        if len(named) != 1 or not printed_as_name(term):
            return None
        names = (named[0].label, *(a.name for a in named[0].aliases if a.match is not NameMatch.TITLE))
        return named[0].id if term in names else None


def _place(taxonomy: Taxonomy) -> re.Pattern[str]:
    """Where work is done, several places joined by "or": "at a law firm", "in hotels", "in a school or nursery setting"."""
    asked, ends = taxonomy.required_experience, alternation(sorted(FUNCTION_WORDS))
    kinds = tuple(chain.from_iterable(asked.places))
    many, any_ = (
        alternation(nouns)
        for nouns in ([*map(plural, kinds)], [*kinds, *map(plural, kinds), *asked.premises])
    )
    words, setting = (
        rf"(?:(?!{ends}\b)[\w'-]+\s+){{0,3}}?",
        rf"(?:\s+{alternation(asked.settings)})?(?![\w-])",
    )
    first, one = rf"(?:{ARTICLE}\s+{words}{any_}|{words}{many}){setting}", rf"{words}{any_}{setting}"
    within = compiled(taxonomy.necessity_cues.asides).pattern
    return late_pattern(
        rf"{within}\s+(?P<places>{first}(?:{_EITHER.pattern}{one})*)(?=\s*(?:[^\w\s]|\Z|{ends}\b))(?!\s*/|[^.;]*\b{OR})"
    )


def _post(taxonomy: Taxonomy) -> re.Pattern[str]:
    """Posts behind "experience as", up to where a word of grammar begins something else."""
    cues, ends = taxonomy.necessity_cues, alternation(sorted(FUNCTION_WORDS - JOINERS))
    experience = compiled(cues.trade_experience).pattern
    word = rf"(?!{ends}\b)[\w'&-]+"
    names = rf"{word}(?:\s+{word}){{0,4}}?"
    return late_pattern(
        rf"{experience}\s+(?:\w+ing\s+)?as\s+(?:{ARTICLE}\s+)?(?P<posts>{names}(?:{_EITHER.pattern}{names})*)(?=\s*(?:[^\w\s]|\Z|{ends}\b))"
    )


def _does(term: str) -> bool:
    """Whether a term is a verb with its object: "establishing controls"."""
    first, _, rest = term.partition(" ")
    return bool(rest) and is_gerund(first)
