"""Whether a phrase is a skill's name in other forms of its words, and in which order they may be.

Every content word of the phrase is a form of one of the name's (see `gapcheck.text.word_forms`), and the other way
round:

    in the name's order            "data visualizing" for data visualization
    turned by "of"                 "visualisation of the data"
    as a verb and its object       "visualised data", "managing risks"; opening a clause "Manage risks", "check the data"

Turned or said with a verb, no other noun may follow at once: in "management of records clerks" clerks are managed.
Words before the last one are the same but for number or adverb ("featured stores" have no features). Between the words
may be articles and the like, and small words that the name has itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.model import Skill
from gapcheck.text.content_words import DETERMINERS, PREPOSITIONS, Run, content, is_content, runs
from gapcheck.text.inflection import participle, singular
from gapcheck.text.patterns import GENITIVE, JOINERS, STOPS, clause_starts
from gapcheck.text.tokens import Token, norms
from gapcheck.text.word_forms import PARTICIPLES, alike, says_how, stem

LONGEST_PHRASE = 6
"""Tokens of a phrase, small words among them."""
_BINDING = frozenset({GENITIVE, "for"})
"""What says whose an object is, or what for: versions of a score, policies for a club."""
_FEWEST_WORDS = 2
"""Content words of a name that is looked for in other forms."""


class _Form(NamedTuple):
    skill: str
    words: tuple[str, ...]
    small: frozenset[str]


@dataclass(frozen=True)
class RewordedNames:
    """Names of two content words and more, by the beginnings of their words."""

    rows: Mapping[frozenset[str], Sequence[_Form]]

    @cached_property
    def _begin(self) -> frozenset[str]:
        """The beginnings of all words of the names: no phrase with another one is a name."""
        return frozenset().union(*self.rows)

    def phrases(self, tokens: Sequence[Token]) -> Iterator[Run]:
        """Every run of two content words and more that could be one of the names."""
        fitting = {norm for norm in {token.norm for token in tokens} if _beginning(norm) in self._begin}
        if len(fitting) < _FEWEST_WORDS:
            return
        for run in runs(tokens, LONGEST_PHRASE, fitting):
            if len(run.words) >= _FEWEST_WORDS and run.end - run.start <= LONGEST_PHRASE:
                yield run

    @classmethod
    def of(cls, skills: Iterable[Skill]) -> RewordedNames:
        """The names of these skills that count in any case."""
        rows: dict[frozenset[str], list[_Form]] = {}
        for skill in skills:
            for beginnings, form in _by_beginnings(skill):
                rows.setdefault(beginnings, []).append(form)
        return cls(rows)

    def close_to(self, phrase: Run, tokens: Sequence[Token]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        """Skills with those of their names that the phrase covers."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for form in self.rows.get(frozenset(map(_beginning, phrase.words)), ()):
            if len(form.words) == len(phrase.words) and _covers(form, phrase, tokens):
                found.setdefault(form.skill, []).append(form.words)
        yield from found.items()


def is_done(phrase: Run, tokens: Sequence[Token], names: Iterable[Sequence[str]]) -> bool:
    """Whether the phrase says that somebody did what one of the names is called, with no word of another meaning.

    Its verb opens a clause, so that no one else is said to do it, and its objects are the name's own, in either number:
    "Coordinated the logistics"; but not "Supporting the execution" for executive support. Whose or what for they are
    would make them other things: "Managed the times of the runners" is no time management.
    """
    first, *objects = phrase.words
    if tokens[phrase.start + 1].norm == GENITIVE or not clause_starts(tokens, phrase.start):
        return False
    if not _ends_with_its_object(tokens, phrase.end):
        return False
    bare = list(map(singular, objects))
    verb = tokens[phrase.start + 1].norm in DETERMINERS
    return any(
        bare == list(map(singular, others)) and (verb or singular(first) != singular(head))
        for *others, head in names
    )


def forms(skill: Skill) -> Iterator[tuple[str, ...]]:
    """The content words of each name that counts in any case and has two at least."""
    return (form.words for form in _forms(skill))


def _forms(skill: Skill) -> Iterator[_Form]:
    for printed, match in ((skill.label, skill.match), *((each.name, each.match) for each in skill.aliases)):
        every = norms(printed)
        words = content(every)
        if len(words) >= _FEWEST_WORDS and match is NameMatch.CASELESS:
            yield _Form(skill.id, words, frozenset(every).difference(words))


@lru_cache(maxsize=16384)
def _beginning(word: str) -> str:
    """Words that are alike begin alike: the first five letters of the stem."""
    return stem(participle(word))[:5]


_by_beginnings: Derived[Skill, tuple[tuple[frozenset[str], _Form], ...]] = Derived(
    lambda skill: tuple((frozenset(map(_beginning, form.words)), form) for form in _forms(skill))
)
"""The forms of a skill's names with the beginnings of their words."""


def _covers(form: _Form, phrase: Run, tokens: Sequence[Token]) -> bool:
    """Whether the phrase is the name in one of the orders (see the module)."""
    between = {token.norm for token in tokens[phrase.start : phrase.end]} - set(phrase.words) - form.small
    if between <= DETERMINERS and _in_order(form.words, phrase.words):
        return True
    if not between <= DETERMINERS | {GENITIVE} or _goes_on(tokens, phrase.end):
        return False
    *objects, head = form.words
    first, *rest = phrase.words
    said = (
        GENITIVE in between if tokens[phrase.start + 1].norm == GENITIVE else _is_verb(phrase.start, tokens)
    )
    return said and alike(head, first) and _in_order([*objects, head], [*rest, head])


def _in_order(name: Sequence[str], words: Sequence[str]) -> bool:
    return all(alike(a, b) for a, b in zip(name, words, strict=True)) and all(
        a.endswith(PARTICIPLES) == b.endswith(PARTICIPLES) for a, b in zip(name[:-1], words[:-1], strict=True)
    )


def _is_verb(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a word is a participle, or past, and no adjective after an article; or opens a clause as a verb does.

    Before a bare noun in the singular it may itself be a noun: "Account management", "Test data".
    """
    before = tokens[at - 1].norm if at else ""
    if participle(tokens[at].norm).endswith(PARTICIPLES):
        return before not in DETERMINERS
    behind = tokens[at + 1].norm
    return clause_starts(tokens, at) and (behind in DETERMINERS or singular(behind) != behind)


def _ends_with_its_object(tokens: Sequence[Token], end: int) -> bool:
    """Whether the object is whole: no noun follows, nor "and" a word in the singular, as in "inbound and outbound calls".

    Nor may it be a genitive, or be bound by a small word to more of it: "the teams' huts", "policies for the club".
    """
    if end >= len(tokens) or tokens[end].norm in PREPOSITIONS:
        return True
    last, behind = tokens[end - 1].norm, tokens[end].norm
    if behind in _BINDING or behind.startswith("'"):
        return False
    return not is_content(behind) and (behind not in JOINERS or singular(last) != last)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether another noun follows at once, as far as endings show."""
    if at >= len(tokens) or tokens[at].norm in STOPS or not tokens[at].is_word:
        return False
    norm = tokens[at].norm
    noun = norm not in PREPOSITIONS and not norm.endswith(PARTICIPLES) and not says_how(norm)
    return noun and bool(content([norm]))
