"""What a job document asks for in words of its own, looked for in a resume in any form and order of its words.

Every content word of the term is in one clause, itself or a word of its kin (see `gapcheck.text.word_forms`):

    the head last            "Molded roof tiles", "contract management", for moulding of tiles, management of contracts
    with a preposition       "management of contracts", "conserved maps and letters on paper"
    the head as a verb       "reconciled the payroll" for payroll reconciliation, "Check the balances" for balance checks

The head as the same noun before what it is about is another thing: a management contract is no contract management.
A few other words may be between; but no new verb after a comma or "and" ("regulated actions and voiced hammers" is
no voicing of actions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from gapcheck.matching.similarity import name_weights
from gapcheck.matching.skill_names import names_of
from gapcheck.matching.skill_patterns import Shown
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import DETERMINERS, PREPOSITIONS, content
from gapcheck.text.inflection import participle, singular
from gapcheck.text.patterns import FINITE_VERBS, FUNCTION_WORDS, JOINERS, PRONOUNS, STOPS
from gapcheck.text.phrases import CONJUNCTION, OR, compiled, plain
from gapcheck.text.spelling import spelling_key
from gapcheck.text.tokens import Token, norms
from gapcheck.text.word_forms import PARTICIPLES, kin, stem

LONGEST = 6
"""Content words of a term; more are a sentence, which nobody writes twice."""
_OTHERS = 4
"""Content words that may stand between those of the term."""
_WIDEST = 14
"""Tokens of the whole."""
_NAME_RUN = re.compile(r"(?:\b(?:[A-Z][\w/-]*|\d\w*)(?: |\Z))+")
_LONG_NAME = re.compile(r"\b[A-Z][a-z]+(?: (?:of |and |the |for )?[A-Z][a-z]+){2,}")
_LISTED = re.compile(rf",? (?:{CONJUNCTION}|&) |, |(?<=[a-z])/(?=[a-z])")
_CHOSEN = re.compile(rf"\b{OR}|/")
_LONGEST_MEMBER = 2
"""Words of a member of a list within a term."""
_SHORTEST = 3
"""Letters of an abbreviation."""
_ACTIVITY = ("ing", "ment", "ion")
_TURNING = (FUNCTION_WORDS | PREPOSITIONS) - JOINERS - FINITE_VERBS


@dataclass(frozen=True, slots=True)
class _Term:
    """The words of a name; `head` is the place of the one that the others say more about. `as_printed`: with nothing between."""

    skill: str
    words: tuple[str, ...]
    head: int
    as_printed: str = ""


class OwnWords:
    """The terms of one job document. Keeps nothing of what it reads."""

    def __init__(self, terms: Iterable[Skill] = (), known: Taxonomy | None = None) -> None:
        """`known` tells which initials are a skill's own name, and which single words are in too many names to have forms."""
        made: dict[_Term, None] = {}
        light = compiled(known.pattern_words.light_openings if known else ())
        for skill in terms:
            for name in (skill.label, *(alias.name for alias in skill.aliases)):
                # a certificate's name has no other forms: its own patterns say how it may be written
                if skill.kind is not Kind.CERTIFICATION:
                    made |= dict.fromkeys(
                        each for form in (name, *_parts_of_list(name)) for each in _terms(skill, form)
                    )
                    opening = light.match(plain(name))
                    thing = name[opening.end() :] if opening else ""
                    if len(content(norms(thing))) > 1:
                        made |= dict.fromkeys(_terms(skill, thing))
            made |= dict.fromkeys(_short_forms(skill, known))
        common = name_weights(known.skills).idf if known else {}
        self._terms = tuple(
            term for term in made if len(term.words) > 1 or f"={stem(term.words[0])}" not in common
        )

    def find(self, tokens: Sequence[Token]) -> list[Shown]:
        """The first place of each clause that says a term; each of its words is a part."""
        found: dict[Shown, None] = {}
        for start, end in _clauses(tokens):
            for term in self._terms:
                if shown := _in_clause(term, tokens, start, end):
                    found[shown] = None
        return list(found)


def _terms(skill: Skill, name: str) -> Iterator[_Term]:
    every = norms(name)
    words = content(every)
    if 0 < len(words) <= LONGEST:
        turned = next((at for at, word in enumerate(every) if word in _TURNING), len(every))
        yield _Term(skill.id, words, max(len(content(every[:turned])) - 1, 0))


def _parts_of_list(name: str) -> Iterator[str]:
    """What does for a name with a list in it: "handling of dogs" for "handling of dogs or cats".

    Verbs with one object are one activity: "repairing pumps" does for "repairing and servicing pumps". Of "dogs and
    cats" both are asked for.
    Members are single words, or the list's last ones; what stands before the first or behind the last is said of all.
    """
    parts = [part.split() for part in _LISTED.split(name)]
    if len(parts) < 2 or not all(parts):
        return
    verbs = list(takewhile(lambda part: len(part) == 1, parts[:-1]))
    first, *others = parts[len(verbs) :]
    choice = _CHOSEN.search(name) is not None
    if verbs and len(first) > 1:
        heads = [word for (word,) in verbs] + [first[0]]
        if not choice and first[-1].lower().endswith(_ACTIVITY):
            return  # "tower and chimney climbing": what they share is the activity, and both are asked for
        if not choice:
            yield from (" ".join((head, *first[1:], *(w for each in others for w in each))) for head in heads)
            return
        objects = [first[1:], *(others if all(len(each) == 1 for each in others) else ())]
        yield from (" ".join((head, *each)) for head in heads for each in objects)
    elif (
        choice and not verbs and len(first) > 1 and all(len(each) <= _LONGEST_MEMBER for each in others[:-1])
    ):
        said = first[0].lower().endswith("ing") or not _TURNING.isdisjoint(map(str.lower, first))
        yield from (" ".join((*first[:-1], *each)) for each in (first[-1:], *others) if said)


def _short_forms(skill: Skill, known: Taxonomy | None) -> Iterator[_Term]:
    """The part of a name that is one by itself, for it has a number in it ("18th Edition"); and initials: of all of it, or of a name in it."""
    for run in map(str.strip, _NAME_RUN.findall(skill.label)):
        if run != skill.label and re.search(r"\d", run) and re.search(r"[A-Z]", run) and len(run) > _SHORTEST:
            yield _Term(skill.id, norms(run), 0, as_printed=run)
    for run in _LONG_NAME.findall(skill.label):
        initials = "".join(word[0] for word in run.split() if word[0].isupper())
        if run != skill.label:
            yield from _terms(skill, skill.label.replace(run, initials))
    words = content(norms(skill.label))
    short = "".join(word[0] for word in words).upper()
    if len(words) >= _SHORTEST and short.isalpha() and not (known and names_of(known).of((short.lower(),))):
        yield _Term(skill.id, (short.lower(),), 0, as_printed=short)


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.norm in STOPS:
            if at > start:
                yield start, at
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def _in_clause(term: _Term, tokens: Sequence[Token], start: int, end: int) -> Shown | None:
    places = [[at for at in range(start, end) if kin(word, tokens[at].norm)] for word in term.words]
    if not all(places):
        return None
    for first in sorted({at for each in places for at in each}):
        window = _window(places, first)
        if window and _says(term, tokens, window):
            parts = tuple((at, at + 1) for at in window)
            named = _as_named(term.words, [tokens[at].norm for at in range(window[0], window[-1] + 1)])
            return Shown(min(window), max(window) + 1, term.skill, parts, named, "words of the posting")
    return None


def _window(places: Sequence[Sequence[int]], first: int) -> list[int]:
    """A place for each word, the nearest ones from `first` on, each used once."""
    used: list[int] = []
    for each in places:
        at = next((at for at in each if at >= first and at not in used), None)
        if at is None:
            return []
        used.append(at)
    return used if first in used else []


def _as_named(words: Sequence[str], norms: Sequence[str]) -> bool:
    return [spelling_key(singular(each)) for each in words] == [
        spelling_key(singular(each)) for each in norms
    ]


def _says(term: _Term, tokens: Sequence[Token], window: Sequence[int]) -> bool:
    if term.as_printed:
        whole = range(window[0], window[0] + len(window))
        capitals = len(window) > 1 or tokens[window[0]].form == term.as_printed
        return capitals and list(window) == list(whole)
    if len(window) == 1:
        return _one_word(term.words[0], tokens, window[0])
    start, end = min(window), max(window) + 1
    between = [tokens[at].norm for at in range(start, end) if at not in window]
    if end - start > _WIDEST or len(content(each for each in between if each not in JOINERS)) > _OTHERS:
        return False
    if any(_new_verb(tokens, at, window, term) for at in range(start + 1, end)):
        return False
    head = window[term.head]
    opens = head == 0 or tokens[head].line_start or tokens[head - 1].norm in STOPS | JOINERS
    if head < max(window) and not FINITE_VERBS.isdisjoint(between):
        return False  # "Plans are drawn for the production": the head is the subject of something else
    return (
        head == max(window)
        or (opens and any(each in DETERMINERS for each in between))
        or any(each in _TURNING for each in between)
        or singular(tokens[head].norm) != singular(term.words[term.head])
    )


def _one_word(word: str, tokens: Sequence[Token], at: int) -> bool:
    """A single word must be said as what is done: "embalmed" for embalming, but not "cans" for canning."""
    norm = tokens[at].norm
    if singular(norm) == singular(word):
        return True
    opens = at == 0 or tokens[at].line_start or tokens[at - 1].norm in STOPS
    return word.endswith(_ACTIVITY) and (
        participle(norm).endswith(PARTICIPLES) or (opens and len(norm) > _SHORTEST)
    )


def _new_verb(tokens: Sequence[Token], at: int, window: Sequence[int], term: _Term) -> bool:
    """Whether another clause begins here: a verb after a comma or "and"."""
    if tokens[at - 1].norm not in JOINERS:
        return False
    norm = tokens[at].norm
    if norm in term.words and at in window:
        return False
    return norm in PRONOUNS or participle(norm).endswith(PARTICIPLES)
