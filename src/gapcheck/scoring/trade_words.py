"""How near a job is to a subject by words alone, where the taxonomy has neither: an event executive's, for an event manager.

What a trade works on is in the words before the noun of a title; "manager" and "officer" are people of any trade.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import takewhile

from gapcheck.matching.skill_names import names_of
from gapcheck.taxonomy import Kind, NameMatch, Requirement, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.taxonomy.lazy_rows import rows_with
from gapcheck.text.content_words import PREPOSITIONS, content, is_content
from gapcheck.text.inflection import singular
from gapcheck.text.phrases import compiled, plain
from gapcheck.text.tokens import norms
from gapcheck.text.word_forms import activities, alike, of_one_trade

_WORD = re.compile(r"[^\W_][\w'+#&]*")
_PROPER = re.compile(r"\s[–—-]\s|[,;:|(/]")
"""What ends a title proper: what is behind says more of the post."""
_STEP = re.compile(r"[ivx]+|[a-z]|\d+")
"""A step behind a title: "Representative II", "Driver C"; before it, it says which trade it is ("C Developer")."""


_CLAUSE_END = re.compile(r"[.;:!?\n]")
_SIGN = re.compile(r"[^\w\s'+#&-]")
_EITHER = re.compile(r"\bor\b|[,/]")
_POST_OR = re.compile(r"(?i)\s*(?:,|\bor\b)(?:\s*\bor\b)?\s*")
_OPENERS = frozenset({"of", "in", "for"})


class Nearness(IntEnum):
    """How near a job is to a subject."""

    NONE = 0
    PARTIAL = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: `trade` are its words that say which trade it is, `noun` the last word."""

    trade: tuple[str, ...]
    noun: str

    @property
    def is_general(self) -> bool:
        """Whether the noun says nothing of the trade."""
        return self.noun not in self.trade


class TradeWords:
    """job_titles.yaml, as far as it says which words of a title tell the trade. Pure after it is built.

    `not_narrowing` are words that before a subject say nothing of it, `settings` nouns for where work is done, `places` the words for one kind of place each. `people` are nouns that tell a trade by themselves: photographer.
    """

    def __init__(
        self,
        words: JobTitles,
        not_narrowing: Iterable[str] = (),
        settings: Iterable[str] = (),
        places: Iterable[Iterable[str]] = (),
        people: Iterable[str] = (),
    ) -> None:
        self._settings = frozenset(settings)
        self._places = tuple(map(frozenset, places))
        self._helpers, self._activities = frozenset(words.helpers), words.activities
        self._general = self._helpers.union(words.general)
        ranks = {part for level in words.levels for each in level.words for part in each.split()}
        self._people = frozenset(people) - self._general
        self._ranks = frozenset({*ranks, *words.seniority}) - self._general
        self._not_narrowing = self._ranks | self._general | frozenset(not_narrowing)
        self._learners = frozenset((*words.internship, *words.volunteering))
        self._head_of = compiled(words.heads_of)
        self._short, self._short_posts, self._short_nouns = words.short, words.short_posts, words.short_nouns
        self._prepositions, self._seniority = frozenset(words.prepositions), frozenset(words.seniority)
        self.title = lru_cache(maxsize=4096)(self._title)
        self.nearness = lru_cache(maxsize=1024)(self._nearest)

    def full(self, title: str) -> str:
        """A title with its words in full: "Service tech" is a service technician, a "Tech Lead" none."""
        proper = _PROPER.split(title.strip())[0].split()
        keys = [word.casefold().rstrip(".") for word in title.split()]
        end = next((at for at, key in enumerate(keys) if key in self._prepositions), len(proper))
        end = min(end, len(proper))
        while end > 1 and (keys[end - 1] in self._seniority or _STEP.fullmatch(keys[end - 1])):
            end -= 1
        names = {**self._short_posts, **(self._short_nouns if end > 1 else {})}
        return " ".join(
            self._short.get(key, names.get(key, word) if at == end - 1 else word)
            for at, (key, word) in enumerate(zip(keys, title.split(), strict=True))
        )

    def _title(self, text: str) -> Title:
        low = plain(self.full(_PROPER.split(text.strip())[0])).strip()
        of = self._head_of.match(low)
        words = _WORD.findall(low[of.end() :] + " " + of.group().split()[0] if of else low)
        while words and _STEP.fullmatch(words[-1]):
            words.pop()
        words = [word for word in words if word not in self._ranks]
        noun = singular(words[-1]) if words else ""
        told = (singular(word) for word in content(words) if word not in PREPOSITIONS)
        return Title(tuple(word for word in told if word not in self._general), noun)

    def are_neighbours(self, job: str, post: str) -> bool:
        """Whether two titles are specialities of a trade that their noun tells: a wedding photographer's, and the press's."""
        mine, asked = self.title(job), self.title(post)
        return mine.noun in self._people and alike(mine.noun, asked.noun)

    def done_in(self, post: str) -> tuple[str, ...]:
        """Names by which what is done in a post may be known: web development, or web, of a web developer.

        None of people of any trade (managers), who do something else with what is before their noun, and none of those whose noun
        tells their trade, by which their jobs are known.
        """
        before, _, noun = post.rpartition(" ")
        if not before or noun in self._general | self._people:
            return ()
        does = tuple(f"{before} {each}" for each in activities(noun, self._activities))
        return (*does, before) if does else ()

    @property
    def ranks(self) -> frozenset[str]:
        """Words of a title that say how senior somebody is, and nothing of the trade."""
        return self._ranks

    def is_helper(self, noun: str) -> bool:
        """Whether people with this noun for a title do as others plan: assistant, aide."""
        return noun in self._helpers

    def share(self, title: str, subject: str) -> bool:
        """Whether a subject has a word that tells the trade of a title."""
        return bool(_covered(self.title(title).trade, set(_WORD.findall(plain(subject)))))

    def narrowing(self, phrase: str, *names: str) -> tuple[str, ...]:
        """The words of a phrase that narrow what it names, right before the name or behind "of", "in" or "for".

        Public, in "5 years of experience with public accounting"; words of one of the names narrow nothing.
        """
        plain_names, low = list(map(plain, names)), plain(phrase)
        places = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low) for name in plain_names if name in low)
        place = max(filter(None, places), key=lambda found: len(found.group()), default=None)
        if place is None:
            return ()
        ahead = reversed(_SIGN.split(low[: place.start()])[-1].split())
        first, *behind = _SIGN.split(low[place.end() :])[0].split() or [""]
        words = (
            *reversed([*takewhile(_says, ahead)]),
            *takewhile(_says, behind if first in _OPENERS else ()),
        )
        empty = self._not_narrowing.union(*(name.split() for name in plain_names))
        # "hands-on" and "post-registration" say how, and when
        return tuple(w for w in words if not ("-" in w or w in empty or w.endswith("ly") or w.isdigit()))

    def is_setting(self, subject: str) -> bool:
        """Whether a subject is where the work is done: a school setting, a remote-first organization, "in a dental practice"."""
        words = plain(subject).split()
        return words[-1] in self._settings or not _says(words[0])

    def is_in_setting(self, text: str, setting: str) -> bool:
        """Whether a text has the words of a setting but for its noun, those of one of its alternatives, or its kind of place."""
        low, empty = plain(setting), self._not_narrowing | self._settings
        for each in _EITHER.split(low):
            words = [word for word in _WORD.findall(each) if _says(word) and word not in empty]
            if words and self.says(words, text):
                return True
        return not self._kinds_of(setting).isdisjoint(self._places_in(text))

    def is_elsewhere(self, text: str, setting: str) -> bool:
        """Whether a text names other kinds of places than a setting, which names one itself."""
        asked, told = self._kinds_of(setting), self._places_in(text)
        return bool(asked and told) and asked.isdisjoint(told)

    def _kinds_of(self, setting: str) -> frozenset[int]:
        """The kinds of place that a setting names, of each alternative the first: a dental clinic is no hospital."""
        either = (map(self._places_in, _WORD.findall(each)) for each in _EITHER.split(plain(setting)))
        return frozenset[int]().union(*(next(filter(None, kinds), frozenset()) for kinds in either))

    def _places_in(self, text: str) -> frozenset[int]:
        words = {form for word in _WORD.findall(plain(text)) for form in (word, singular(word))}
        return frozenset(at for at, names in enumerate(self._places) if not names.isdisjoint(words))

    def says(self, words: Iterable[str], text: str) -> bool:
        """Whether a text has all of some words, or others of their trade."""
        words = tuple(words)
        return not words or len(_covered(words, set(_WORD.findall(plain(text))))) == len(words)

    def says_subject(self, subject: str, text: str) -> bool:
        """Whether a clause of a text has the words of a subject in its order, with one word between any two at most.

        Machine learning is in "machine and deep learning", and not in "learning about the machine". A subject of
        nothing but words that say little is said nowhere.
        """
        each_words = (content(_WORD.findall(plain(each))) for each in self._posts(subject))
        return any(
            not self._not_narrowing.issuperset(words) and self._says_in_order(words, text)
            for words in each_words
        )

    def says_rest(self, subject: str, title: str, text: str) -> bool:
        """Whether a clause of a text has what a title lacks of a subject, or of one of several: the insurance, of insurance claims."""
        return any(self._says_rest(each, title, text) for each in self._posts(subject))

    def _says_rest(self, subject: str, title: str, text: str) -> bool:
        known = _WORD.findall(plain(title))
        words = (word for word in content(_WORD.findall(plain(subject))) if not _covered([word], known))
        rest = [word for word in words if word not in self._not_narrowing]
        return not rest or self._says_in_order(rest, text)

    def _says_in_order(self, words: Sequence[str], text: str) -> bool:
        clauses = _CLAUSE_END.split(text) if self.says(words, text) else ()
        return any(_in_order(words, content(_WORD.findall(plain(each)))) for each in clauses)

    def _nearest(self, job: str, duties: str, asked: str) -> Nearness:
        """The nearness to what is asked for, or to the nearest of several posts that will do."""
        return max(self._nearness(job, duties, each) for each in self._posts(asked))

    def _posts(self, asked: str) -> tuple[str, ...]:
        """Each of several posts in full: network engineer, network administrator, of "network engineer or administrator"."""
        posts = [each.strip() for each in _POST_OR.split(asked)]
        if len(posts) == 1 or not all(posts):
            return (asked,)
        trade, _, noun = posts[-1].rpartition(" ")
        first = posts[0].rpartition(" ")[0]
        if " " not in posts[0]:  # "systems or database administrator"
            return (
                *(f"{each} {noun}" if " " not in each and trade else each for each in posts[:-1]),
                posts[-1],
            )
        return (posts[0], *(each if " " in each else f"{first} {each}" for each in posts[1:]))

    def _nearness(self, job: str, duties: str, asked: str) -> Nearness:
        """How near the trade of a job, with this title and text of duties, is to that of another title, or to a subject.

        Whole where the title says nothing but words of the other, and the job's text has those that it lacks
        (operator, of a crane hire); in part without these, or where one of two titles with nouns that any trade has
        says more. Who still learns a trade, or helps in it, is not of it.
        """
        mine, wanted = self.title(job), self.title(asked)
        if not wanted.trade or self._learners & set(_WORD.findall(plain(job))):
            return Nearness.NONE
        if mine.noun in self._helpers and wanted.noun not in self._helpers:
            return Nearness.NONE
        shared = _covered(wanted.trade, mine.trade)
        rest = [word for word in mine.trade if not _covered([word], wanted.trade)]
        same = bool(_covered([mine.noun], (wanted.noun, *wanted.trade)))
        if not rest and (same or (shared and mine.is_general)):
            words = {mine.noun, *_WORD.findall(plain(duties))}
            whole = all(word in shared or _covered([word], words) for word in wanted.trade)
            return Nearness.WHOLE if whole else Nearness.PARTIAL
        if not shared:
            return Nearness.NONE
        if wanted.noun in self._helpers and len(_covered(wanted.trade, [mine.noun])) == len(wanted.trade):
            return Nearness.WHOLE  # a home carer does what a care assistant does
        near = (same and len(shared) > 1) or (mine.is_general and wanted.is_general)
        return Nearness.PARTIAL if near else Nearness.NONE


def _says(word: str) -> bool:
    return is_content(word) and word not in PREPOSITIONS


def _covered(words: Iterable[str], others: Collection[str]) -> list[str]:
    return [word for word in words if any(alike(word, each) or of_one_trade(word, each) for each in others)]


def _in_order(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether the words stand among those that are said in this order, one other between any two at most."""
    first, *rest = words
    places = {at for at, each in enumerate(said) if _covered([first], [each])}
    for word in rest:
        near = {at + step for at in places for step in (1, 2) if at + step < len(said)}
        places = {at for at in near if _covered([word], [said[at]])}
    return bool(places)


def _built(taxonomy: Taxonomy) -> TradeWords:
    asked = taxonomy.required_experience
    titled = rows_with(taxonomy.skills, "match", NameMatch.TITLE.value)
    titles = (each.name for skill in titled for each in skill.aliases if each.match is NameMatch.TITLE)
    people = (plain(title) for title in titles if " " not in title)
    return TradeWords(taxonomy.job_titles, asked.not_narrowing, asked.settings, asked.places, people)


trade_words = Derived(_built)
"""The comparison with the words of a taxonomy."""


def subjects_of(skills: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """The skills of a row that asks for time; a post in the job document's words by what is done in it, if that is known.

    A backend developer does back-end development, a Java developer Java.
    """
    words, names = trade_words(taxonomy), names_of(taxonomy)
    found = []
    for each in skills:
        skill = taxonomy.skills.get(each)
        label = plain(skill.label) if skill is not None and not skill.category else ""
        done = (names.of(norms(name)) for name in words.done_in(label))
        found.append(next((named[0].skill for named in done if named), each))
    return tuple(found)


class _Narrowed:
    """The words that narrow the skill of each row of one taxonomy; it holds the tables and not the taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._words = taxonomy.skills, trade_words(taxonomy)
        self.by = lru_cache(maxsize=4096)(self._by)

    def _by(self, title: str, name: str, *, is_time: bool) -> tuple[str, ...]:
        skill = self._skills.get(name)
        if skill is None:
            return ()
        # years are of what is named: of public accounting, though that is another name for accounting
        others = () if is_time else (alias.name for alias in skill.aliases)
        return self._words.narrowing(title, skill.label, *others)


_narrowed = Derived(_Narrowed)


def narrowing(row: Requirement, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The words of a row that narrow its only skill: forensic, of accounting. What shows the skill has to bear them out."""
    if len(row.skills) != 1 or row.head or row.kind not in _NARROWED:
        return ()
    return _narrowed(taxonomy).by(row.title, row.skills[0], is_time=row.min_months is not None)


_NARROWED = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.EXPERIENCE})
