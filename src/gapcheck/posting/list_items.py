"""The items of a list: what each names, what its brackets hold, and how it is joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from itertools import pairwise

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.list_model import Joiner, ListItem, SkillGroup
from gapcheck.posting.long_forms import long_forms
from gapcheck.posting.makers import in_full, maker_before
from gapcheck.posting.terms import is_adjective, is_filling, term_of, wording_of
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Logic
from gapcheck.text.inflection import singular
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import plain, printed_as_name
from gapcheck.text.word_forms import can_qualify, says_how

_DEEPEST = 8
"""Brackets within brackets that are told apart."""
_OBJECT = 2
_SUITE = 2
"""Programs of one suite in a list; a third that is no name by itself is one of them: Project, beside Word and Excel."""
_LONGEST_NAME = 8
_GERUND = 5
"""Letters that "-ing" alone does not make a verb of: king, string."""


class ListClause:
    """A clause with its skill mentions; offsets are within the clause."""

    def __init__(
        self,
        text: str,
        span: Span,
        mentions: Sequence[tuple[Span, str]],
        words: PostingWords,
        *,
        terms: bool,
    ) -> None:
        self.text = span.of(text)
        self.low = plain(self.text)
        named = [(Span(m.start - span.start, m.end - span.start), skill) for m, skill in mentions]
        self._long_forms = long_forms(self.text, [m for m, _ in named])
        self.mentions = [
            (m, skill) for m, skill in named if not any(m in each and m != each for each in self._long_forms)
        ]
        self._places = SpanIndex((m, (m, skill)) for m, skill in self.mentions)
        self._span = span
        self._words = words
        self._terms = terms
        self._level = 0  # in how many brackets this list is
        self._depth = []
        depth = 0
        for char in self.low:
            depth = max(depth - (char in ")]"), 0)
            self._depth.append(depth)
            depth = min(depth + (char in "(["), _DEEPEST)

    @property
    def keeps_terms(self) -> bool:
        """Whether names that the taxonomy lacks are kept."""
        return self._terms

    def place(self, span: Span) -> Span:
        """A span of the clause as a span of the text."""
        return Span(self._span.start + span.start, self._span.start + span.end)

    def outside(self, at: int) -> bool:
        """Whether a position is outside brackets and names."""
        names = self._places.overlapping(Span(at, at + 1))
        return self._depth[at] <= self._level and not any(m.start < at for m, _ in names)

    def free(self, start: int, end: int) -> bool:
        """Whether a span is outside brackets and names."""
        return self._depth[start] <= self._level and not self._places.overlapping(Span(start, end))

    def items(self, span: Span) -> list[ListItem]:
        """The items of a list, in order, each with the separator before it."""
        found: list[ListItem] = []
        start, separator = span.start, ""
        for match in self._words.separator.finditer(self.low, span.start, span.end):
            if not self.free(match.start(), match.end()) or match.start() < start:
                continue
            if any(Span(*match.span()) in each for each in self._long_forms):
                continue
            if match.group().strip() == "/" and re.match(r"\d", self.low[match.end() :]):
                continue
            found.append(self._item(Span(start, match.start()), separator))
            start, separator = match.end(), match.group()
        found.append(self._item(Span(start, span.end), separator))
        found = _with_shared_heads([e for e in found if e.span.of(self.low).strip()])
        found = self._with_shared_objects(self._with_nouns_lent(self._with_heads_lent(found)))
        makers = Counter(self._words.maker_of(skill) for item in found for skill in item.skills[:1])
        maker = next((each for each, count in makers.most_common() if each and count >= _SUITE), "")
        return in_full(found, self.text, maker, self._words.named)

    def _with_nouns_lent(self, items: Sequence[ListItem]) -> list[ListItem]:
        """Items in which an adjective has the noun of a later one: "organizational and analytical skills"."""
        noun, found = "", list[ListItem]()
        for item in reversed(items):
            *_, last = item.span.of(self.low).strip(" .").split() or ("",)
            term = item.term or ""
            if noun and term.lower() == last and is_adjective(last) and self._words.lends(noun, last):
                item = replace(item, term=f"{term} {noun}")  # noqa: PLW2901
            noun = last if last in self._words.nouns_of_adjectives else noun
            found.append(item)
        return found[::-1]

    def _with_heads_lent(self, items: Sequence[ListItem]) -> list[ListItem]:
        """Items in which a word that only qualifies what comes next is no item of its own: "trust and estate taxation".

        Beside a name of the catalogue it is one, with the head of that name: "rail or road freight".
        """
        found: list[ListItem] = []
        for item in items:
            whole, joiner, lent = item, item.joiner, list[ListItem]()
            while found and self._qualifies(found, item, joiner, ends=item is items[-1]):
                before = found.pop()
                joiner = before.joiner
                if lent or self._is_another_thing(before, item):
                    lent.insert(0, self._with_head_of(before, item))
                    whole = replace(whole, whole=True)
                else:
                    whole = self._joined(before, whole)
            if found and not lent and not whole.joiner:
                whole = replace(whole, joiner=item.joiner)  # "upholstery, leather or canvas repair"
            found += [*lent, whole]
        return found

    def _is_another_thing(self, before: ListItem, item: ListItem) -> bool:
        """Whether a word is beside one of a catalogue's name, and not beside a word that says more of this name.

        Verbs with one object are one activity; and what says how, or what somebody is like, is an alternative at most.
        """
        *_, word = (before.term or "").lower().split()
        named = self._places.overlapping(Span(self._first(item), self._first(item) + 1))
        if not item.skills or not named or is_gerund(word) or self._is_verb(before, item):
            return False
        how = says_how(word) or any(skill in self._words.soft_skills for _, skill in named)
        return item.joiner is not Joiner.AND or not how

    def _is_verb(self, before: ListItem, item: ListItem) -> bool:
        """Whether two items open with verbs: "to develop and deliver trainings"."""
        opened = self.low[: self._first(before)].endswith("to ")
        return opened or item.span.of(self.low).split()[0] in self._words.verbs

    def _first(self, item: ListItem) -> int:
        return item.span.end - len(item.span.of(self.low).lstrip())

    def _with_head_of(self, before: ListItem, item: ListItem) -> ListItem:
        """An item with the words that the next has behind its first: "rail" before "road freight".

        Not an adjective before what all have in common: "clerical or customer service experience".
        """
        term = before.term or ""
        _, *head = item.span.of(self.text).split()
        if head and plain(head[-1]) in self._words.fillers and can_qualify(term):
            return before
        return replace(before, term=term_of(" ".join((term, *head)), self._words) or term)

    def _qualifies(self, before: Sequence[ListItem], item: ListItem, joiner: Joiner, *, ends: bool) -> bool:
        """Whether the last of some items borrows the head of the next; before a mere comma only if all of the list do."""
        first, *others = item.span.of(self.low).split() or ("",)
        if not others or others[0] in FUNCTION_WORDS or not first.isalpha():
            return False
        if joiner in {Joiner.NONE, Joiner.SLASH} and not (ends and len(before) == 1):
            return False
        *verb, last = (before[-1].term or "").split() or ("",)
        if not last or len(verb) > 1:
            return False
        if verb and not (is_gerund(verb[0]) or (can_qualify(verb[0]) and can_qualify(last))):
            return False
        if not verb and is_gerund(last):
            return is_gerund(first)
        opens = self.text.lstrip().startswith(last)
        printed = last[1:].islower() if opens else last.islower()
        return printed and last.isalpha() and not self._words.stands_alone(last.lower())

    def _with_shared_objects(self, items: list[ListItem]) -> list[ListItem]:
        """One item where the words behind a preposition or a verb are the list: "tip reporting for restaurants or hotels"."""
        if len(items) < 2:
            return items
        first, *others = items
        opening = (first.term or "").split()
        verb = is_gerund(first.span.of(self.low).split()[0])
        if not (
            verb if first.skills else (verb and len(opening) > 1) or not FUNCTION_WORDS.isdisjoint(opening)
        ):
            return items
        if not all(_is_object(each, verb=verb, plural=bool(first.skills)) for each in others):
            return items
        whole = items[0]
        for each in others:
            whole = self._joined(whole, replace(each, skills=first.skills, nested=first.nested))
        return [whole] if first.skills or len((whole.term or "").split()) <= _LONGEST_NAME else items

    def _joined(self, one: ListItem, other: ListItem) -> ListItem:
        """Two neighbours as one, which names what the second does, or else all their words."""
        span = Span(one.span.start, other.span.end)
        whole = " ".join(span.of(self.text).split()).strip(" .,;")
        term = None if other.skills else wording_of(whole, self._words)
        return replace(other, span=span, term=term, joiner=one.joiner)

    def _item(self, span: Span, separator: str) -> ListItem:
        nested: list[SkillGroup] = []
        brackets: list[Span] = []
        at = span.start
        while at < span.end:
            if self.low[at] in "([" and self._depth[at] <= self._level:
                end = at + 1
                while end < span.end and self._depth[end] > self._level:
                    end += 1
                brackets.append(Span(at, end))
                at = end
            at += 1
        outer = [
            (m, skill)
            for m, skill in self._places.overlapping(span)
            if m in span and not any(b.overlaps(m) for b in brackets)
        ]
        skills = tuple(dict.fromkeys(skill for _, skill in outer))
        for bracket in brackets:
            nested += self._nested(Span(bracket.start + 1, bracket.end), skills)
        alternative = any(group.alternative for group in nested)
        if alternative:
            skills = skills[:-1]
        parted = len(outer) > 1 and bool(
            self._words.done_with.search(self.low, outer[0][0].end, outer[1][0].start)
        )
        term = None
        if _names_the_rest(separator, self.low[span.start : span.end], self._words):
            skills = ()
        elif not alternative:
            term = self._term(span, skills)
            maker = maker_before(self.text[span.start : brackets[0].start]) if nested else ""
            term = None if term == maker and not self._words.named(maker) else term
        rest = list(self.text[span.start : span.end])
        for name in (*brackets, *(m for m, _ in outer)):
            for at in range(max(name.start, span.start), min(name.end, span.end)):
                rest[at - span.start] = " "
        whole = term is not None or is_filling("".join(rest), self._words)
        return ListItem(span, skills, term, tuple(nested), self._joiner(separator), parted, whole)

    def _term(self, span: Span, skills: Sequence[str]) -> str | None:
        """The name in an item that the taxonomy lacks: one that is shortened behind it, else what is left of the item."""
        if not self._terms:
            return None
        whole = next((each for each in self._long_forms if each in span), None)
        if whole is not None:
            return " ".join(whole.of(self.text).split())
        return None if skills else term_of(self.text[span.start : span.end], self._words)

    def _joiner(self, separator: str) -> Joiner:
        if separator.strip() == "/":
            return Joiner.SLASH
        if self._words.either.search(separator):
            return Joiner.EITHER
        if self._words.or_.search(separator):
            return Joiner.OR
        return Joiner.AND if self._words.and_.search(separator) else Joiner.NONE

    def _nested(self, span: Span, heads: Sequence[str]) -> list[SkillGroup]:
        """What the brackets behind a name hold: its members, or nothing new (an abbreviation, a level)."""
        inner = [(m, s) for m, s in self._places.overlapping(span) if m in span and s not in heads]
        low = self.low[span.start : span.end]
        inside_low = low.strip(" )]")
        if self._words.in_use.search(inside_low) or _counts_letters(
            inside_low, self.low[: span.start].rstrip(" (")
        ):
            return []
        introduced = self._words.members.match(low.lstrip())
        offset = len(low) - len(low.lstrip()) + introduced.end() if introduced else 0
        inside = copy(self)
        inside.mentions = inner
        inside._places = SpanIndex((m, (m, skill)) for m, skill in inner)  # noqa: SLF001  # its own copy
        inside._level += 1  # noqa: SLF001  # its own copy
        listed = inside.items(Span(span.start + offset, span.end))
        maker = maker_before(self.text[: span.start]) or (self._words.maker_of(heads[-1]) if heads else "")
        listed = in_full(listed, self.text, maker, self._words.named)
        items = [i for i in listed if i.skills or i.term]
        names, terms = names_of(items)
        terms = tuple(filter(_is_name, terms))
        if not names and (len(terms) < 2 or len(terms) < len(items)):
            return []
        if (
            names
            and heads
            and (self._words.acceptable.search(inside_low) or self._words.or_else.match(inside_low))
        ):
            return [SkillGroup(Logic.ANY_OF, (heads[-1], *names), (), self.place(span), alternative=True)]
        similar = self._words.similar.search(low)
        conjunction = conjunction_of(items)
        head = heads[-1] if heads else None
        or_similar = similar is not None and self._words.or_.match(similar.group())
        if conjunction is Joiner.OR or (or_similar and not introduced):
            logic = Logic.ANY_OF
        elif introduced or similar or not conjunction:
            logic = Logic.EXAMPLE if len(names) + len(terms) > 1 or introduced else Logic.ALL_OF
        else:
            logic = Logic.ALL_OF
        opened = bool(similar or introduced) or logic is Logic.EXAMPLE
        return [SkillGroup(logic, names, terms, self.place(span), opened, head)]


def _with_shared_heads(items: Sequence[ListItem]) -> list[ListItem]:
    """Items in which the first of two words around a slash has the head of the second: "plant/fungal taxonomy"."""
    found = list(items)
    for at, (one, other) in enumerate(pairwise(items)):
        if other.joiner is not Joiner.SLASH or not (one.term and other.term):
            continue
        word, (_, *head) = one.term.split(), other.term.split()
        if len(word) == 1 and head and one.term.islower():
            found[at] = replace(one, term=" ".join((*word, *head)))
    return found


def _is_object(item: ListItem, *, verb: bool, plural: bool) -> bool:
    """Whether an item can be the object of the preposition or verb in another: a word or two printed small."""
    term = item.term or ""
    short = term.islower() and len(term.split()) <= (_OBJECT if not verb else 1)
    return short and not (verb and is_gerund(term)) and (not plural or singular(term) != term)


def is_gerund(word: str) -> bool:
    """Whether a word has the ending of what is done, and is long enough for it."""
    return word.lower().endswith("ing") and len(word) > _GERUND


def _names_the_rest(separator: str, item: str, words: PostingWords) -> bool:
    """Whether an item stands for all others of the kind: "or any other cloud warehouse"."""
    match = words.similar.search(f"{separator.strip(' ,')} {item}")
    return match is not None and match.start() <= 1


def _counts_letters(bracket: str, before: str) -> bool:
    """Whether a bracket shortens the word before it by the number of its letters: "localization (l10n)"."""
    short = re.fullmatch(r"([a-z])(\d{1,2})([a-z])", bracket)
    word = before.rpartition(" ")[2]
    return short is not None and (word[:1], str(len(word) - 2), word[-1:]) == short.groups()


def _is_name(term: str) -> bool:
    """Whether a term in brackets is a name, and no aside: with a capital or a digit, or of two words at most."""
    return any(c.isupper() or c.isdigit() for c in term) or len(term.split()) <= 2


def names_of(items: Iterable[ListItem]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The skills and the unknown terms that items name, each once.

    In a list with other words than names ("fault diagnosis on lighting, power and motors") what the taxonomy lacks
    counts beside a skill only if it is printed as a name.
    """
    named = tuple(items)
    skills = dict.fromkeys(skill for item in named for skill in item.skills)
    listed = not skills or all(item.whole for item in named)
    terms = (item.term for item in named if item.term and (listed or printed_as_name(item.term)))
    return tuple(skills), tuple(dict.fromkeys(terms))


def conjunction_of(items: Sequence[ListItem]) -> Joiner:
    """How a list is joined as a whole; "and/or" counts as "or", as do slashes alone."""
    joiners = {item.joiner for item in items[1:]}
    if joiners & {Joiner.OR, Joiner.EITHER} or joiners == {Joiner.SLASH}:
        return Joiner.OR
    return Joiner.AND if Joiner.AND in joiners else Joiner.NONE


def effective(text: str, mentions: Sequence[SkillMention], words: PostingWords) -> list[tuple[Span, str]]:
    """Each mention at its own words: where one spans a shared head, what the other leaves of it."""
    found = []
    places = SpanIndex((each.span, each.span) for each in mentions)
    for mention in mentions:
        span = mention.span
        inner = [other for other in places.overlapping(span) if other in span and other != span]
        for other in sorted(inner, key=len, reverse=True):
            if other.start == span.start or other.start - span.start < span.end - other.end:
                span = Span(min(other.end, span.end), span.end) if other.end < span.end else span
            elif other.end == mention.span.end or other.end >= span.end - 1:
                span = Span(span.start, max(other.start, span.start))
        lead = words.leading_joins.match(plain(span.of(text)))
        trail = words.trailing_joins.search(plain(span.of(text)))
        start = span.start + (lead.end() if lead else 0)
        end = span.end - (len(trail.group()) if trail else 0)
        found.append((Span(start, max(end, start + 1)) if end > start else mention.span, mention.skill))
    return sorted(found, key=lambda each: (each[0].start, -each[0].end, each[1]))
