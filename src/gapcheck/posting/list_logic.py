"""How the skills of a clause combine: all of them, any of them, or as examples of a head.

A clause falls into segments, each with its own head noun ("experience with ...", "knowledge of ..."). A segment
is a list of items; behind an opener ("such as", "like", "e.g.", a colon, a bracket) come members of
what goes before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.list_items import ListClause, conjunction_of, effective, names_of
from gapcheck.posting.list_model import Joiner, ListItem, SkillGroup
from gapcheck.posting.list_openers import ListOpener, Opening, list_openers
from gapcheck.posting.makers import in_full, maker_before
from gapcheck.posting.terms import class_of
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Logic, Taxonomy
from gapcheck.text.phrases import printed_as_name, without_brackets

_CHOOSING = frozenset({Joiner.OR, Joiner.EITHER})


class ListLogic:
    """Reads the logic of clauses with the words of one taxonomy."""

    def __init__(self, words: PostingWords, taxonomy: Taxonomy) -> None:
        self._words = words
        self._taxonomy = taxonomy

    def groups(
        self, text: str, span: Span, mentions: Sequence[SkillMention], *, terms: bool
    ) -> tuple[SkillGroup, ...]:
        """All groups of a clause, in order. `terms`: whether names that the taxonomy lacks are kept."""
        clause = ListClause(
            text,
            span,
            effective(text, [m for m in mentions if m.span in span], self._words),
            self._words,
            terms=terms,
        )
        found: list[SkillGroup] = []
        for segment in self._segments(clause):
            found += [replace(group, segment=segment) for group in self._segment(clause, segment)]
        return tuple(found)

    def _segments(self, clause: ListClause) -> list[Span]:
        cuts = [m for m in self._words.segment.finditer(clause.low) if clause.free(m.start(), m.end())]
        spans, start = [], 0
        for match in cuts:
            if match.start() > start:
                spans.append(Span(start, match.start()))
            start = match.end()
        spans.append(Span(start, len(clause.low)))
        return [each for each in spans if len(each)]

    def _segment(self, clause: ListClause, span: Span) -> list[SkillGroup]:
        """The groups of a segment: by its first opener that has members, else as a bare list."""
        openers = list_openers(clause.low, span, clause.outside, self._words)
        for opener in openers:
            lead = clause.items(Span(span.start, opener.span.start))
            members = clause.items(Span(opener.span.end, span.end))
            later = [each for each in openers if each.span.start >= opener.span.end]
            if opener.illustrates and later and not any(names_of(lead)):
                continue
            if not any(names_of(members)):
                continue
            if opener.opening is Opening.ANY and self._words.acceptable.match(clause.low, opener.span.end):
                continue
            if opener.opening in {Opening.ANY, Opening.COUNT}:
                return self._chosen(clause, span, opener, lead, later)
            return self._introduced(clause, span, opener, lead, members)
        return self._plain_list(clause, span)

    def _chosen(
        self,
        clause: ListClause,
        span: Span,
        opener: ListOpener,
        lead: Sequence[ListItem],
        later: Sequence[ListOpener],
    ) -> list[SkillGroup]:
        """Behind "one of", "at least two of": a choice; what comes before it is asked for by itself."""
        rest = Span(opener.span.end, span.end)
        place = clause.place(span)
        heads, asked = names_of(lead)
        asked = asked if opener.opening is Opening.ANY else ()
        if any(each.illustrates for each in later):
            found = [
                replace(g, min_count=opener.count, logic=g.logic if g.under else Logic.ANY_OF)
                for g in self._segment(clause, rest)
            ]
        else:
            members = clause.items(rest)
            names, terms = names_of(members)
            shown = [group for item in members for group in item.nested]
            if len(shown) == len(members) == len(names) + len(terms) == 1 and not shown[0].alternative:
                asked = ()
                found = [replace(shown[0], logic=Logic.ANY_OF, min_count=opener.count, under=False)]
            else:
                head = next((each for each in heads if self._count_below(each, names)), None)
                heads = tuple(each for each in heads if each != head)
                opened = bool(self._opened(clause, rest))
                choice = SkillGroup(Logic.ANY_OF, names, terms, place, opened, head, opener.count)
                found = [choice, *(replace(group, under=True) for group in shown)]
        return [*([SkillGroup(Logic.ALL_OF, heads, asked, place)] if heads or asked else []), *found]

    def _introduced(
        self,
        clause: ListClause,
        span: Span,
        opener: ListOpener,
        lead: Sequence[ListItem],
        members: Sequence[ListItem],
    ) -> list[SkillGroup]:
        """Behind "such as", "like" or a colon: members of the head before it."""
        place, region = clause.place(span), Span(opener.span.end, span.end)
        heads, _ = names_of(lead)
        maker = maker_before(clause.text[span.start : opener.span.start])
        maker = maker or (self._words.maker_of(heads[-1]) if heads else "")
        short, members = members, in_full(members, clause.text, maker, self._words.named)
        if opener.illustrates and len(lead) > 1 and len(members) > 1 and heads and not conjunction_of(lead):
            return self._inline(place, lead, members)
        names, terms = names_of(members)
        nested = [replace(group, under=True) for item in (*lead, *members) for group in item.nested]
        conjunction = conjunction_of(members)
        if opener.opening is Opening.SUCH and any(item.joiner is Joiner.EITHER for item in members):
            conjunction = Joiner.AND
        elif self._words.any_of.search(clause.low, region.start, region.end):
            conjunction = Joiner.OR
        opened = self._opened(clause, region)
        head = self._head_of(heads, names or terms)
        narrower = (
            head is not None and bool(names) and all(head in above(name, self._taxonomy) for name in names)
        )
        if opener.opening is Opening.SUCH and nested and conjunction is not Joiner.OR and not narrower:
            both = tuple(dict.fromkeys((*heads, *names)))
            return [SkillGroup(Logic.ALL_OF, both, terms, place), *nested]
        many = len(names) + len(terms) > 1
        if Joiner.OR in {conjunction, opened}:
            logic = Logic.ANY_OF
        elif many and conjunction is Joiner.AND and self._are_means(clause, span, opener, lead):
            logic = Logic.ALL_OF
        elif opener.illustrates or (head is not None and not conjunction):
            logic = Logic.EXAMPLE
        else:
            logic = Logic.ALL_OF
        classed = opener.illustrates and not heads and logic is not Logic.ALL_OF and clause.keeps_terms
        if classed and lead and members == list(short):  # else the class is whose things they are
            terms = (*terms, *filter(None, [class_of(lead[-1].span.of(clause.text), self._words)]))
        wide = opener.illustrates or bool(opened) or logic is Logic.EXAMPLE
        names = tuple(name for name in names if name != head) or names
        chosen = Logic.ANY_OF if conjunction_of(lead) is Joiner.OR else Logic.ALL_OF
        found = [SkillGroup(chosen, heads, (), place)] if len(heads) > 1 else []
        return [*found, SkillGroup(logic, names, terms, place, wide, head), *nested]

    def _are_means(
        self, clause: ListClause, span: Span, opener: ListOpener, lead: Sequence[ListItem]
    ) -> bool:
        """Whether the members are what the heads are done with, and no kinds of them: "cleaning with tools like A and B"."""
        ends = [m.end for m, _ in clause.mentions if m in span and m.end <= opener.span.start]
        if opener.opening is not Opening.LIKE or not ends:
            return False
        with_them = self._words.done_with.search(clause.low, max(ends), opener.span.start)
        return with_them is not None or conjunction_of(lead) is Joiner.AND

    def without_traits(self, group: SkillGroup) -> SkillGroup:
        """A trait is no example of work: "analysis of large sets with accuracy" says how, "such as diligence" means another thing."""
        soft, head = self._words.soft_skills, group.head
        if group.logic is not Logic.EXAMPLE or head is None:
            return group
        kept = tuple(each for each in group.skills if each not in soft or self._are_linked(head, each))
        if kept == group.skills or (head in soft and soft.issuperset(group.skills)):
            return group
        if kept or group.terms:
            return replace(group, skills=kept)
        return replace(group, logic=Logic.ALL_OF, skills=(head,), head=None, open=False)

    def _are_linked(self, one: str, other: str) -> bool:
        """Whether the taxonomy says that one of two skills proves the other, or stands in for it."""
        skills = self._taxonomy.skills
        links = ((a, skills[b]) for a, b in ((one, other), (other, one)) if b in skills)
        return any(a in {*b.broader, *b.implies, *(each.id for each in b.related)} for a, b in links)

    @staticmethod
    def _inline(place: Span, lead: Sequence[ListItem], members: Sequence[ListItem]) -> list[SkillGroup]:
        """In "algorithms, languages like Python, and statistics" the list goes on behind its illustration."""
        skills, terms = names_of((*lead, *members[1:]))
        shown, shown_terms = names_of(members[:1])
        head = names_of(lead)[0][-1]
        found = [SkillGroup(Logic.ALL_OF, skills, terms, place)]
        if shown or shown_terms:
            found.append(SkillGroup(Logic.EXAMPLE, shown, shown_terms, place, open=True, head=head))
        return found

    def _opened(self, clause: ListClause, span: Span) -> Joiner:
        """How a list is left open: "or similar", "and the like", or not at all."""
        match = self._words.similar.search(without_brackets(clause.low), span.start, span.end)
        if match is None:
            return Joiner.NONE
        return Joiner.AND if self._words.and_.match(match.group()) else Joiner.OR

    def _plain_list(self, clause: ListClause, span: Span) -> list[SkillGroup]:
        """A list without opener: its conjunction decides; "streaming with A or B" has a head."""
        items, place = clause.items(span), clause.place(span)
        nested = [group for item in items for group in item.nested]
        naming = [item for item in items if any(names_of([item]))]
        if len(nested) == len(naming) == 1 and (kind := self._class_with(naming[0], nested[0])):
            return [kind]
        if len(nested) == 1 and len(naming) <= 1 and (nested[0].head or not naming):
            rest = tuple(skill for item in naming for skill in item.skills if skill != nested[0].head)
            return [*([SkillGroup(Logic.ALL_OF, rest, (), place)] if rest else []), *nested]
        opened = self._opened(clause, span)
        any_phrase = self._words.any_of.search(without_brackets(clause.low), span.start, span.end)
        found: list[SkillGroup] = []
        one_choice = any_phrase is not None or opened is Joiner.OR
        for run in [naming] if nested and len(naming) <= 1 else _runs(items, one_choice=one_choice):
            skills, terms = names_of(run)
            if not skills and not terms:
                continue
            joined = len([item for item in run if any(names_of([item]))]) > 1
            any_of = (joined and bool(any_phrase or conjunction_of(run) is Joiner.OR)) or (
                opened is Joiner.OR and not (nested and len(naming) <= 1)
            )
            head = self._shared_head(skills) if any_of else None
            if any_of and head is None and run[0].parted and len(run[0].skills) > 1:
                head = run[0].skills[0]
            skills = tuple(skill for skill in skills if skill != head)
            logic = Logic.ANY_OF if any_of else Logic.ALL_OF
            found.append(SkillGroup(logic, skills, terms, place, bool(opened), head))
        return [*found, *(replace(group, under=not group.alternative) for group in nested)]

    def _class_with(self, item: ListItem, shown: SkillGroup) -> SkillGroup | None:
        """A class of products with those in its brackets as one choice, open to others: "a planning tool (Anaplan, ...)"."""
        if item.skills or item.term is None or shown.head or shown.logic is Logic.ALL_OF:
            return None
        *_, last = item.term.split()
        if printed_as_name(item.term[1:]) or not self._words.is_class(last):
            return None  # "Okapi Framework" is a product itself
        return replace(shown, terms=(*shown.terms, item.term), open=True, under=False)

    def _shared_head(self, skills: Sequence[str]) -> str | None:
        """Of "Python or Scala programming" the skill that all others are kinds of."""
        shared = (each for each in skills if self._count_below(each, skills) == len(skills) - 1)
        return next(shared, None) if len(skills) > 2 else None

    def _head_of(self, heads: Sequence[str], members: Sequence[str]) -> str | None:
        """Of the names before an opener the one that the members are kinds of, else the first."""
        related = [head for head in heads if 2 * self._count_below(head, members) >= len(members)]
        return next(iter((*related, *heads)), None) if members else None

    def _count_below(self, head: str, members: Sequence[str]) -> int:
        """How many of the members are kinds of the head."""
        return sum(head in above(member, self._taxonomy) for member in members if member != head)


def _runs(items: Sequence[ListItem], *, one_choice: bool) -> list[list[ListItem]]:
    """A list cut where "and" and "or" meet: at each "and" beside an "or" ("A, and B or C"), around slashes ("A/B, C").

    What goes on behind the last "or" is asked for by itself, if the list is not said to be `one_choice`: "A or B, C and D".
    """
    joiners = {item.joiner for item in items[1:]}
    choosing = joiners & _CHOOSING
    if Joiner.SLASH in joiners and joiners != {Joiner.SLASH} and not choosing:
        return _around_slashes(items)
    if choosing and not one_choice and (rest := _behind_choice(items)):
        return [*_runs(items[: -len(rest)], one_choice=False), rest]
    if Joiner.AND not in joiners or not choosing:
        return [list(items)]
    runs: list[list[ListItem]] = [[]]
    for at, item in enumerate(items):
        if at and item.joiner is Joiner.AND:
            runs.append([])
        runs[-1].append(item)
    return runs


def _behind_choice(items: Sequence[ListItem]) -> list[ListItem]:
    """The items behind the last "or" and a comma, if the first of them has a name."""
    last = max(at for at, item in enumerate(items) if at and item.joiner in _CHOOSING)
    rest = list(items[last + 1 :])
    return rest if rest and rest[0].joiner is Joiner.NONE and any(names_of(rest[:1])) else []


def _around_slashes(items: Sequence[ListItem]) -> list[list[ListItem]]:
    """What slashes join, each by itself, and the rest of the list."""
    joined: list[list[ListItem]] = []
    rest: list[ListItem] = []
    for item, after in zip_longest(items, items[1:]):
        if item.joiner is Joiner.SLASH and joined:
            joined[-1].append(item)
        elif after is not None and after.joiner is Joiner.SLASH:
            joined.append([item])
        else:
            rest.append(item)
    return [*joined, rest] if rest else joined


def above(skill: str, taxonomy: Taxonomy) -> frozenset[str]:
    """All that a skill is a kind of, or implies, over two steps."""
    found: set[str] = set()
    queue = [skill]
    for _ in range(3):
        queue = [
            up
            for each in queue
            if each in taxonomy.skills
            for up in (*taxonomy.skills[each].broader, *taxonomy.skills[each].implies)
        ]
        found.update(queue)
    return frozenset(found)
