"""How the skills of a clause combine: all of them, any of them, or as examples of a head.

A clause falls into segments, each with its own head noun ("experience with ...", "knowledge of ..."). A segment
is a list of items; behind an introducer ("such as", "like", "e.g.", a colon, a bracket) stand members of
what goes before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.introducers import Introducer, Introducers, Opening
from gapcheck.posting.items import AND, OR, Group, Item, Reading, conjunction_of, effective
from gapcheck.posting.working_time import working_time
from gapcheck.spans import Span
from gapcheck.taxonomy import Logic, Taxonomy
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, pattern_of, without_brackets

_EITHER_DOES = re.compile(
    r"\s*(?:is|are|was|would|will|works?|does|do|counts?|of (?:them|the two|those|these))\b"
)
"""In "A or B, and either is fine" the word takes up the list before it."""


@lru_cache(maxsize=8)
def _opening(head_words: tuple[str, ...], level_words: tuple[str, ...]) -> re.Pattern[str]:
    """Where a new segment begins: a joiner before a word of qualification that is one of something."""
    heads = "|".join(pattern_of(each) for each in sorted(head_words, key=lambda h: (-len(h), h)))
    levels = "|".join(pattern_of(each) for each in sorted(level_words, key=lambda w: (-len(w), w)))
    return re.compile(
        r"(?:\s*[,;]\s*(?:(?:and|or|plus|as well as)\s+)?|\s+(?:and|plus|as well as|along with)\s+)"
        rf"(?=(?:(?:an?|the|some|your|prior)\s+)?(?:(?:{levels or '(?!)'})\s+(?:and\s+)?){{0,3}}(?:[\w-]+\s+){{0,1}}?(?:{heads or '(?!)'})\s+(?:of|in|with|to|using|for|on|working|at|and (?:\w+ )?(?:of|in|with))\b)"
        r"|\s*,?\s+(?:as well as|plus|along with)\s+"
        r"|(?:\s*[,;]\s*(?:(?:and|plus)\s+)?|\s+(?:and|plus)\s+)(?=(?:(?:at least|a minimum of|minimum)\s+)?(?:\d{1,2}\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:\(\d{1,2}\)\s*)?\+?\s*(?:years?|yrs?|months?)\b)"
    )


class Grouper:
    """Reads the logic of clauses with the words of one taxonomy."""

    def __init__(self, cues: NecessityCues, taxonomy: Taxonomy) -> None:
        self._cues = cues
        self._taxonomy = taxonomy
        self._opening = _opening(
            (*cues.knowledge_words, *cues.heads),
            tuple(word for words in cues.levels.values() for word in words),
        )
        self._introducers = Introducers(cues)
        self._working_time = working_time(taxonomy)

    def groups(
        self, text: str, span: Span, mentions: Sequence[SkillMention], *, terms: bool
    ) -> tuple[Group, ...]:
        """All groups of a clause, in order. `terms`: whether names that the taxonomy lacks are kept."""
        reading = Reading(
            text,
            span,
            effective(text, [m for m in mentions if m.span in span]),
            self._cues,
            self._working_time,
            terms=terms,
        )
        found: list[Group] = []
        for segment in self._segments(reading):
            found += [replace(group, segment=segment) for group in self._segment(reading, segment)]
        return tuple(found)

    def _segments(self, reading: Reading) -> list[Span]:
        cuts = [m for m in self._opening.finditer(reading.low) if reading.free(m.start(), m.end())]
        spans, start = [], 0
        for match in cuts:
            if match.start() > start:
                spans.append(Span(start, match.start()))
            start = match.end()
        spans.append(Span(start, len(reading.low)))
        return [each for each in spans if len(each)]

    def _segment(self, reading: Reading, span: Span) -> list[Group]:
        """The groups of a segment: by its first introducer that has members, else as a bare list."""
        introducers = self._introducers.find(reading.low, span, reading.outside)
        for introducer in introducers:
            lead = reading.items(Span(span.start, introducer.span.start))
            members = reading.items(Span(introducer.span.end, span.end))
            headed = any(item.skills or item.term for item in lead)
            illustrates = introducer.opening in {Opening.SUCH, Opening.LIKE}
            later = [each for each in introducers if each.span.start >= introducer.span.end]
            if illustrates and not headed and later:
                continue
            if not any(item.skills or item.term for item in members):
                continue
            if introducer.opening is Opening.ANY and _EITHER_DOES.match(reading.low, introducer.span.end):
                continue
            if introducer.opening in {Opening.ANY, Opening.COUNT}:
                return self._chosen(reading, span, introducer, lead, later)
            return self._introduced(reading, span, introducer, lead, members)
        return self._plain_list(reading, span)

    def _chosen(
        self,
        reading: Reading,
        span: Span,
        introducer: Introducer,
        lead: Sequence[Item],
        later: Sequence[Introducer],
    ) -> list[Group]:
        """Behind "one of", "at least two of": a choice; what stands before it is asked for by itself."""
        rest = Span(introducer.span.end, span.end)
        place = reading.place(span)
        heads = tuple(dict.fromkeys(skill for item in lead for skill in item.skills))
        if any(each.opening in {Opening.SUCH, Opening.LIKE} for each in later):
            found = [
                replace(g, min_count=introducer.count, logic=g.logic if g.under else Logic.ANY_OF)
                for g in self._segment(reading, rest)
            ]
        else:
            members = reading.items(rest)
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
                one = replace(shown[0], logic=Logic.ANY_OF, min_count=introducer.count, under=False)
                own = [Group(Logic.ALL_OF, heads, (), place)] if heads else []
                return [*own, one]
            heads = tuple(each for each in heads if each != head)
            opened = self._opened(reading, rest) != ""
            found = [Group(Logic.ANY_OF, names, terms, place, opened, head, introducer.count)]
            found += [replace(group, under=True) for item in members for group in item.nested]
        asked = tuple(item.term for item in lead if item.term)
        own = (
            [Group(Logic.ALL_OF, heads, asked, place)]
            if heads or (asked and introducer.opening is Opening.ANY)
            else []
        )
        return [*own, *found]

    def _introduced(
        self,
        reading: Reading,
        span: Span,
        introducer: Introducer,
        lead: Sequence[Item],
        members: Sequence[Item],
    ) -> list[Group]:
        """Behind "such as", "like" or a colon: members of the head before it."""
        place = reading.place(span)
        heads = tuple(dict.fromkeys(skill for item in lead for skill in item.skills))
        illustrates = introducer.opening in {Opening.SUCH, Opening.LIKE}
        if (
            illustrates
            and len(lead) > 1
            and len(members) > 1
            and heads
            and not any(AND.search(i.separator) or OR.search(i.separator) for i in lead[1:])
        ):
            return self._inline(place, lead, members)
        names = tuple(dict.fromkeys(skill for item in members for skill in item.skills))
        terms = tuple(dict.fromkeys(item.term for item in members if item.term))
        nested = [replace(group, under=True) for item in (*lead, *members) for group in item.nested]
        conjunction = conjunction_of(members)
        region = Span(introducer.span.end, span.end)
        if compiled(self._cues.any_of).search(reading.low, region.start, region.end):
            conjunction = "or"
        if introducer.opening is Opening.SUCH and any("and/or" in item.separator for item in members):
            conjunction = "and"
        opened = self._opened(reading, region)
        head = self._head_of(heads, names)
        if (
            introducer.opening is Opening.SUCH
            and nested
            and conjunction != "or"
            and not self._all_narrower(head, names)
        ):
            both = tuple(dict.fromkeys((*heads, *names)))
            return [Group(Logic.ALL_OF, both, terms, place), *nested]
        many = len(names) + len(terms) > 1
        if conjunction == "or" or opened == "or":
            logic = Logic.ANY_OF
        elif introducer.opening is Opening.LIKE and many and conjunction == "and":
            logic = Logic.ALL_OF
        elif illustrates or (head is not None and conjunction == ""):
            logic = Logic.EXAMPLE
        else:
            logic = Logic.ALL_OF
        wide = illustrates or bool(opened) or logic is Logic.EXAMPLE
        names = tuple(name for name in names if name != head) or names
        found = [Group(Logic.ALL_OF, heads, (), place)] if len(heads) > 1 else []
        found.append(Group(logic, names, terms, place, wide, head))
        return [*found, *nested]

    @staticmethod
    def _inline(place: Span, lead: Sequence[Item], members: Sequence[Item]) -> list[Group]:
        """In "algorithms, languages like Python, and statistics" the list goes on behind its illustration."""
        whole = [*lead, *members[1:]]
        skills = tuple(dict.fromkeys(skill for item in whole for skill in item.skills))
        terms = tuple(dict.fromkeys(item.term for item in whole if item.term))
        head = next((skill for item in reversed(lead) for skill in reversed(item.skills)), None)
        one = members[0]
        shown = [
            Group(Logic.EXAMPLE, one.skills, (one.term,) if one.term else (), place, open=True, head=head)
        ]
        return [Group(Logic.ALL_OF, skills, terms, place), *(shown if one.skills or one.term else [])]

    def _opened(self, reading: Reading, span: Span) -> str:
        """How a list is left open: "or" (or similar), "and" (and the like), "" not at all."""
        match = compiled(self._cues.similar).search(without_brackets(reading.low), span.start, span.end)
        if match is None:
            return ""
        return "and" if match.group().startswith("and") else "or"

    def _plain_list(self, reading: Reading, span: Span) -> list[Group]:
        """A list without introducer: its conjunction decides; "streaming with A or B" has a head."""
        items = reading.items(span)
        place = reading.place(span)
        opened = self._opened(reading, span)
        any_phrase = bool(
            compiled(self._cues.any_of).search(without_brackets(reading.low), span.start, span.end)
        )
        nested = [group for item in items for group in item.nested]
        naming = [item for item in items if item.skills or item.term]
        if len(naming) <= 1 and nested:
            if len(nested) == 1 and (nested[0].head or not naming):
                return nested
            own = [Group(Logic.ALL_OF, i.skills, (i.term,) if i.term else (), place) for i in naming]
            return [*own, *(replace(group, under=not group.alternative) for group in nested)]
        found: list[Group] = []
        for run in _runs(items):
            skills = tuple(dict.fromkeys(skill for item in run for skill in item.skills))
            terms = tuple(dict.fromkeys(item.term for item in run if item.term))
            if not skills and not terms:
                continue
            joined = len([i for i in run if i.skills or i.term]) > 1
            any_of = joined and (any(OR.search(item.separator) for item in run[1:]) or any_phrase)
            any_of = any_of or opened == "or"
            first = run[0]
            head = self._shared_head(skills) if any_of else None
            skills = tuple(s for s in skills if s != head)
            if any_of and head is None and first.parted and len(first.skills) > 1:
                head = first.skills[0]
                skills = tuple(s for s in skills if s != head)
            found.append(
                Group(Logic.ANY_OF if any_of else Logic.ALL_OF, skills, terms, place, bool(opened), head)
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
        """Of the names before an introducer the one that the members are kinds of, else the last."""
        related = [head for head in heads if 2 * self._members(head, members) >= len(members)]
        return next(iter((*related, *heads)), None) if members else None

    def _members(self, head: str, members: Sequence[str]) -> int:
        return sum(head in above(member, self._taxonomy) for member in members)

    def _narrower(self, head: str | None, members: Sequence[str]) -> bool:
        return head is not None and any(head in above(member, self._taxonomy) for member in members)

    def _all_narrower(self, head: str | None, members: Sequence[str]) -> bool:
        return head is not None and all(head in above(member, self._taxonomy) for member in members)


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """A list cut at "and" where some of its items are joined by "or": "A, and B or C"."""
    mixed = any(OR.search(i.separator) and not AND.search(i.separator) for i in items[1:]) and any(
        AND.search(i.separator) and not OR.search(i.separator) for i in items[1:]
    )
    if not mixed:
        return [list(items)]
    runs: list[list[Item]] = [[items[0]]]
    for item in items[1:]:
        if AND.search(item.separator) and not OR.search(item.separator):
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
