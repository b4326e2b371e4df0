"""How the skills of a clause combine: all of them, any of them, or as examples of a head.

A clause falls into segments, each with its own head noun ("experience with ...", "knowledge of ..."). A segment
is a list of items; behind an opener ("such as", "like", "e.g.", a colon, a bracket) stand members of
what goes before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.list_items import ListClause, ListItem, SkillGroup, conjunction_of, effective
from gapcheck.posting.list_openers import ListOpener, Opening, list_openers
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Logic, Taxonomy
from gapcheck.text.phrases import without_brackets


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
            effective(text, [m for m in mentions if m.span in span]),
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
            headed = any(item.skills or item.term for item in lead)
            illustrates = opener.opening in {Opening.SUCH, Opening.LIKE}
            later = [each for each in openers if each.span.start >= opener.span.end]
            if illustrates and not headed and later:
                continue
            if not any(item.skills or item.term for item in members):
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
        """Behind "one of", "at least two of": a choice; what stands before it is asked for by itself."""
        rest = Span(opener.span.end, span.end)
        place = clause.place(span)
        heads = tuple(dict.fromkeys(skill for item in lead for skill in item.skills))
        if any(each.opening in {Opening.SUCH, Opening.LIKE} for each in later):
            found = [
                replace(g, min_count=opener.count, logic=g.logic if g.under else Logic.ANY_OF)
                for g in self._segment(clause, rest)
            ]
        else:
            members = clause.items(rest)
            names = tuple(dict.fromkeys(skill for item in members for skill in item.skills))
            terms = tuple(dict.fromkeys(item.term for item in members if item.term))
            head = next((each for each in heads if self._narrower(each, names)), None)
            shown = [group for item in members for group in item.nested]
            if (
                len(shown) == 1
                and len(members) == 1
                and len(names) + len(terms) == 1
                and not shown[0].alternative
            ):
                one = replace(shown[0], logic=Logic.ANY_OF, min_count=opener.count, under=False)
                own = [SkillGroup(Logic.ALL_OF, heads, (), place)] if heads else []
                return [*own, one]
            heads = tuple(each for each in heads if each != head)
            opened = self._opened(clause, rest) != ""
            found = [SkillGroup(Logic.ANY_OF, names, terms, place, opened, head, opener.count)]
            found += [replace(group, under=True) for item in members for group in item.nested]
        asked = tuple(item.term for item in lead if item.term)
        own = (
            [SkillGroup(Logic.ALL_OF, heads, asked, place)]
            if heads or (asked and opener.opening is Opening.ANY)
            else []
        )
        return [*own, *found]

    def _introduced(
        self,
        clause: ListClause,
        span: Span,
        opener: ListOpener,
        lead: Sequence[ListItem],
        members: Sequence[ListItem],
    ) -> list[SkillGroup]:
        """Behind "such as", "like" or a colon: members of the head before it."""
        place = clause.place(span)
        heads = tuple(dict.fromkeys(skill for item in lead for skill in item.skills))
        illustrates = opener.opening in {Opening.SUCH, Opening.LIKE}
        if (
            illustrates
            and len(lead) > 1
            and len(members) > 1
            and heads
            and not any(
                self._words.and_.search(i.separator) or self._words.or_.search(i.separator) for i in lead[1:]
            )
        ):
            return self._inline(place, lead, members)
        names = tuple(dict.fromkeys(skill for item in members for skill in item.skills))
        terms = tuple(dict.fromkeys(item.term for item in members if item.term))
        nested = [replace(group, under=True) for item in (*lead, *members) for group in item.nested]
        conjunction = conjunction_of(members, self._words)
        region = Span(opener.span.end, span.end)
        if self._words.any_of.search(clause.low, region.start, region.end):
            conjunction = "or"
        if opener.opening is Opening.SUCH and any("and/or" in item.separator for item in members):
            conjunction = "and"
        opened = self._opened(clause, region)
        head = self._head_of(heads, names)
        if (
            opener.opening is Opening.SUCH
            and nested
            and conjunction != "or"
            and not self._all_narrower(head, names)
        ):
            both = tuple(dict.fromkeys((*heads, *names)))
            return [SkillGroup(Logic.ALL_OF, both, terms, place), *nested]
        many = len(names) + len(terms) > 1
        if conjunction == "or" or opened == "or":
            logic = Logic.ANY_OF
        elif opener.opening is Opening.LIKE and many and conjunction == "and":
            logic = Logic.ALL_OF
        elif illustrates or (head is not None and conjunction == ""):
            logic = Logic.EXAMPLE
        else:
            logic = Logic.ALL_OF
        wide = illustrates or bool(opened) or logic is Logic.EXAMPLE
        names = tuple(name for name in names if name != head) or names
        found = [SkillGroup(Logic.ALL_OF, heads, (), place)] if len(heads) > 1 else []
        found.append(SkillGroup(logic, names, terms, place, wide, head))
        return [*found, *nested]

    @staticmethod
    def _inline(place: Span, lead: Sequence[ListItem], members: Sequence[ListItem]) -> list[SkillGroup]:
        """In "algorithms, languages like Python, and statistics" the list goes on behind its illustration."""
        whole = [*lead, *members[1:]]
        skills = tuple(dict.fromkeys(skill for item in whole for skill in item.skills))
        terms = tuple(dict.fromkeys(item.term for item in whole if item.term))
        head = next((skill for item in reversed(lead) for skill in reversed(item.skills)), None)
        one = members[0]
        shown = [
            SkillGroup(
                Logic.EXAMPLE, one.skills, (one.term,) if one.term else (), place, open=True, head=head
            )
        ]
        return [SkillGroup(Logic.ALL_OF, skills, terms, place), *(shown if one.skills or one.term else [])]

    def _opened(self, clause: ListClause, span: Span) -> str:
        """How a list is left open: "or" (or similar), "and" (and the like), "" not at all."""
        match = self._words.similar.search(without_brackets(clause.low), span.start, span.end)
        if match is None:
            return ""
        return "and" if match.group().startswith("and") else "or"

    def _plain_list(self, clause: ListClause, span: Span) -> list[SkillGroup]:
        """A list without opener: its conjunction decides; "streaming with A or B" has a head."""
        items = clause.items(span)
        place = clause.place(span)
        opened = self._opened(clause, span)
        any_phrase = bool(self._words.any_of.search(without_brackets(clause.low), span.start, span.end))
        nested = [group for item in items for group in item.nested]
        naming = [item for item in items if item.skills or item.term]
        if len(naming) <= 1 and nested:
            if len(nested) == 1 and (nested[0].head or not naming):
                return nested
            own = [SkillGroup(Logic.ALL_OF, i.skills, (i.term,) if i.term else (), place) for i in naming]
            return [*own, *(replace(group, under=not group.alternative) for group in nested)]
        found: list[SkillGroup] = []
        for run in self._runs(items):
            skills = tuple(dict.fromkeys(skill for item in run for skill in item.skills))
            terms = tuple(dict.fromkeys(item.term for item in run if item.term))
            if not skills and not terms:
                continue
            joined = len([i for i in run if i.skills or i.term]) > 1
            any_of = joined and (
                any(self._words.or_.search(item.separator) for item in run[1:]) or any_phrase
            )
            any_of = any_of or opened == "or"
            first = run[0]
            head = self._shared_head(skills) if any_of else None
            skills = tuple(s for s in skills if s != head)
            if any_of and head is None and first.parted and len(first.skills) > 1:
                head = first.skills[0]
                skills = tuple(s for s in skills if s != head)
            found.append(
                SkillGroup(Logic.ANY_OF if any_of else Logic.ALL_OF, skills, terms, place, bool(opened), head)
            )
        return [*found, *(replace(group, under=not group.alternative) for group in nested)]

    def _shared_head(self, skills: Sequence[str]) -> str | None:
        """Of "Python or Scala programming" the skill that all others are kinds of."""
        if len(skills) < 3:
            return None
        return next(
            (each for each in skills if all(each in above(o, self._taxonomy) for o in skills if o != each)),
            None,
        )

    def _head_of(self, heads: Sequence[str], members: Sequence[str]) -> str | None:
        """Of the names before an opener the one that the members are kinds of, else the last."""
        related = [head for head in heads if 2 * self._members(head, members) >= len(members)]
        return next(iter((*related, *heads)), None) if members else None

    def _members(self, head: str, members: Sequence[str]) -> int:
        return sum(head in above(member, self._taxonomy) for member in members)

    def _narrower(self, head: str | None, members: Sequence[str]) -> bool:
        return head is not None and any(head in above(member, self._taxonomy) for member in members)

    def _all_narrower(self, head: str | None, members: Sequence[str]) -> bool:
        return head is not None and all(head in above(member, self._taxonomy) for member in members)

    def _runs(self, items: Sequence[ListItem]) -> list[list[ListItem]]:
        """A list cut at "and" where some of its items are joined by "or": "A, and B or C"."""
        mixed = any(
            self._words.or_.search(i.separator) and not self._words.and_.search(i.separator)
            for i in items[1:]
        ) and any(
            self._words.and_.search(i.separator) and not self._words.or_.search(i.separator)
            for i in items[1:]
        )
        if not mixed:
            return [list(items)]
        runs: list[list[ListItem]] = [[items[0]]]
        for item in items[1:]:
            if self._words.and_.search(item.separator) and not self._words.or_.search(item.separator):
                runs.append([item])
            else:
                runs[-1].append(item)
        return runs


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
