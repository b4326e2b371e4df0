"""How the skills of a clause combine: all of them, any of them, or as examples of a head.

A clause falls into segments, each with its own head noun ("experience with ...", "knowledge of ..."). A segment
is a list of items; behind an introducer ("such as", "like", "e.g.", a colon, a bracket) stand members of
what goes before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.phrases import compiled, pattern_of, plain
from gapcheck.posting.terms import term_of
from gapcheck.spans import Span
from gapcheck.taxonomy import Logic, Taxonomy
from gapcheck.taxonomy.necessity_cues import NecessityCues

_AND = re.compile(r"\band\b(?!/)|&|\+|\bas well as\b|\bplus\b|\balong with\b")
_OR = re.compile(r"\bor\b|/")
_SEPARATOR = re.compile(
    r"\s*,\s*(?:(?:and/or|and|or|&|plus|as well as|along with)\s+)?|\s+(?:and/or|and|or|&|\+|plus|as well as|along with)\s+|\s*(?<=[\w+#)])/(?=[\w(])\s*|\s+/\s+|\s*;\s*"
)
_IN = re.compile(r"\b(?:in|with|using|through|via)\b")


@dataclass(frozen=True, slots=True)
class Group:
    """Skills (ids) and unknown terms that combine by one logic. `span` is where they stand.

    `under`: members of an item of a longer list whose own group asks for the heads.
    """

    logic: Logic
    skills: tuple[str, ...]
    terms: tuple[str, ...]
    span: Span
    open: bool = False
    head: str | None = None
    min_count: int | None = None
    under: bool = False
    segment: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list: what it names, and the groups in its brackets."""

    span: Span
    skills: tuple[str, ...]
    term: str | None
    nested: tuple[Group, ...]
    separator: str
    parted: bool = False


class Grouper:
    """Reads the logic of clauses with the words of one taxonomy."""

    def __init__(self, cues: NecessityCues, taxonomy: Taxonomy) -> None:
        self._cues = cues
        self._taxonomy = taxonomy
        heads = "|".join(pattern_of(each) for each in sorted(cues.heads, key=lambda h: (-len(h), h)))
        levels = "|".join(
            pattern_of(word)
            for words in cues.levels.values()
            for word in sorted(words, key=lambda w: (-len(w), w))
        )
        self._opening = re.compile(
            r"(?:\s*[,;]\s*(?:(?:and|or|plus|as well as)\s+)?|\s+(?:and|plus|as well as|along with)\s+)"
            rf"(?=(?:(?:an?|the|some|your|prior)\s+)?(?:(?:{levels or '(?!)'})\s+(?:and\s+)?){{0,3}}(?:[\w-]+\s+){{0,1}}?(?:{heads or '(?!)'})\s+(?:of|in|with|to|using|for|on|working|at|and (?:\w+ )?(?:of|in|with))\b)"
            r"|\s*,?\s+(?:as well as|plus|along with)\s+"
        )
        counts = [
            pattern_of(each).replace(r"(?:\d+(?:[.,]\d+)?\+?", r"(?P<n>\d+\+?", 1) for each in cues.count_of
        ]
        self._counts = [re.compile(rf"(?<!\w){each}(?:\s+the)?(?:\s+following)?(?!\w)") for each in counts]

    def groups(
        self, text: str, span: Span, mentions: Sequence[SkillMention], *, terms: bool
    ) -> tuple[Group, ...]:
        """All groups of a clause, in order. `terms`: whether names that the taxonomy lacks are kept."""
        reading = _Reading(
            text,
            span,
            effective(text, [m for m in mentions if m.span in span]),
            self._cues,
            self._taxonomy,
            terms,
        )
        found: list[Group] = []
        for segment in self._segments(reading):
            found += [replace(group, segment=segment) for group in self._segment(reading, segment)]
        return tuple(found)

    def _segments(self, reading: _Reading) -> list[Span]:
        cuts = [m for m in self._opening.finditer(reading.low) if reading.free(m.start(), m.end())]
        spans, start = [], 0
        for match in cuts:
            if match.start() > start:
                spans.append(Span(start, match.start()))
            start = match.end()
        spans.append(Span(start, len(reading.low)))
        return [each for each in spans if len(each)]

    def _segment(self, reading: _Reading, span: Span) -> list[Group]:
        low = reading.low
        introducer = self._introducer(reading, span)
        if introducer is None:
            return self._plain_list(reading, span)
        match_span, kind, count = introducer
        lead = reading.items(Span(span.start, match_span.start))
        members = reading.items(Span(match_span.end, span.end))
        heads = [skill for item in lead for skill in item.skills]
        names = [skill for item in members for skill in item.skills]
        terms = [item.term for item in members if item.term]
        if not names and not terms:
            return self._plain_list(reading, span)
        conjunction = _conjunction(members, low[match_span.start : span.end])
        opened = bool(compiled(self._cues.similar).search(low, match_span.end, span.end))
        head = self._head_of(heads, names)
        place = reading.place(span)
        nested = [replace(group, under=True) for item in (*lead, *members) for group in item.nested]
        if kind == "count":
            logic, opened = Logic.ANY_OF, opened
        elif kind in {"such", "like"} and conjunction != "or":
            opened = True
            many = len(names) + len(terms) > 1
            logic = Logic.ALL_OF if kind == "like" and many and conjunction == "and" else Logic.EXAMPLE
            if kind == "such" and nested and not self._narrower(head, names):
                both = tuple(dict.fromkeys((*heads, *names)))
                return [Group(Logic.ALL_OF, both, tuple(terms), place), *nested]
        elif conjunction == "or" or kind == "any":
            logic, opened = Logic.ANY_OF, opened or kind in {"such", "like"}
        elif conjunction == "and":
            logic = Logic.ALL_OF
        else:
            logic, opened = (Logic.EXAMPLE if head else Logic.ALL_OF), bool(head) or opened
        names = [name for name in names if name != head] or names
        found = []
        others = [skill for skill in heads if skill != head]
        if others and head:
            found.append(Group(Logic.ALL_OF, tuple(dict.fromkeys(heads)), (), place))
        elif others:
            found.append(Group(Logic.ALL_OF, tuple(dict.fromkeys(heads)), (), place))
        found.append(
            Group(logic, tuple(dict.fromkeys(names)), tuple(dict.fromkeys(terms)), place, opened, head, count)
        )
        return [*found, *nested]

    def _introducer(self, reading: _Reading, span: Span) -> tuple[Span, str, int | None] | None:
        """The first introducer outside brackets: its place, its sort, and the count that it asks for."""
        low = reading.low
        found: list[tuple[int, int, Span, str, int | None]] = []
        for pattern in self._counts:
            for match in pattern.finditer(low, span.start, span.end):
                number = re.search(r"\d+|\b(?:" + "|".join(self._cues.numbers) + r")\b", match.group())
                count = None
                if number:
                    count = (
                        self._cues.numbers.get(number.group()) or int(number.group())
                        if number.group().isdigit()
                        else self._cues.numbers.get(number.group())
                    )
                end = match.end()
                colon = re.match(r"[^,;:]{0,60}:", low[end : span.end])
                found.append(
                    (
                        match.start(),
                        0,
                        Span(match.start(), end + (colon.end() if colon else 0)),
                        "count",
                        count,
                    )
                )
        for phrases, kind, rank in (
            (self._cues.any_of, "any", 1),
            (self._cues.illustrating, "such", 2),
            (self._cues.listing, "like", 3),
        ):
            for match in compiled(phrases).finditer(low, span.start, span.end):
                if kind == "like" and re.search(
                    r"(?:would|'d|you|we|feel|looks?|sounds?|or the|the)\s+\Z", low[: match.start()]
                ):
                    continue
                if (
                    kind == "such"
                    and match.group() in {"includes", "include"}
                    and match.start() - span.start < 4
                ):
                    continue
                end = match.end()
                while end < span.end and low[end] in ".,: ":
                    end += 1
                count = (
                    1 if kind == "any" and re.match(r"(?:at least )?(?:any )?one", match.group()) else None
                )
                found.append((match.start(), rank, Span(match.start(), end), kind, count))
        for match in re.finditer(r":\s+|\s+[-\u2013]\s+", low[span.start : span.end]):
            at = Span(span.start + match.start(), span.start + match.end())
            if at.start > span.start:
                found.append((at.start, 4, at, "colon", None))
        found = [each for each in found if reading.outside(each[2].start)]
        if not found:
            return None
        _, _, place, kind, count = min(
            found, key=lambda each: (each[1] == 4 and any(o[1] == 0 for o in found), each[0], each[1])
        )
        return place, kind, count

    def _plain_list(self, reading: _Reading, span: Span) -> list[Group]:
        """A list without introducer: its conjunction decides; "streaming with A or B" has a head."""
        items = reading.items(span)
        place = reading.place(span)
        opened = bool(compiled(self._cues.similar).search(reading.low, span.start, span.end))
        nested = [group for item in items for group in item.nested]
        single = len([item for item in items if item.skills or item.term]) <= 1
        if single and nested:
            first = next((item for item in items if item.skills or item.term), None)
            if len(nested) == 1 and (nested[0].head or first is None):
                return nested
            rows = [replace(group, under=True) for group in nested]
            own = (
                [Group(Logic.ALL_OF, first.skills, (first.term,) if first and first.term else (), place)]
                if first
                else []
            )
            return [*own, *rows]
        found: list[Group] = []
        for run in _runs(items):
            skills = tuple(dict.fromkeys(skill for item in run for skill in item.skills))
            terms = tuple(dict.fromkeys(item.term for item in run if item.term))
            if not skills and not terms:
                continue
            joined = len([i for i in run if i.skills or i.term]) > 1
            any_of = (
                any(_OR.search(item.separator) for item in run[1:])
                or (opened and joined)
                or (opened and len(run) == 1 and bool(skills))
            )
            head = None
            first = run[0]
            if any_of and first.parted and len(first.skills) > 1:
                head = first.skills[0]
                skills = tuple(s for s in skills if s != head)
            found.append(
                Group(Logic.ANY_OF if any_of else Logic.ALL_OF, skills, terms, place, opened and any_of, head)
            )
        return [*found, *(replace(group, under=True) for group in nested)]

    def _head_of(self, heads: Sequence[str], members: Sequence[str]) -> str | None:
        """Of the names before an introducer the one that the members are kinds of, else the last."""
        related = [head for head in heads if self._narrower(head, members)]
        if related:
            return related[0]
        return heads[0] if heads else None

    def _narrower(self, head: str | None, members: Sequence[str]) -> bool:
        return head is not None and any(head in above(member, self._taxonomy) for member in members)


class _Reading:
    """A clause with its skill mentions; offsets are within the clause."""

    def __init__(
        self,
        text: str,
        span: Span,
        mentions: Sequence[tuple[Span, str]],
        cues: NecessityCues,
        taxonomy: Taxonomy,
        terms: bool,
    ) -> None:
        self.text = span.of(text)
        self.low = plain(self.text)
        self.mentions = [(Span(m.start - span.start, m.end - span.start), skill) for m, skill in mentions]
        self._span = span
        self._cues = cues
        self._taxonomy = taxonomy
        self._terms = terms
        self._depth = []
        depth = 0
        for char in self.low:
            depth = max(depth - (char in ")]"), 0)
            self._depth.append(depth)
            depth += char in "(["

    def place(self, span: Span) -> Span:
        return Span(self._span.start + span.start, self._span.start + span.end)

    def outside(self, at: int) -> bool:
        """Whether a place stands outside brackets and names."""
        return self._depth[at] == 0 and not any(m.start < at < m.end for m, _ in self.mentions)

    def free(self, start: int, end: int) -> bool:
        """Whether a stretch stands outside brackets and names."""
        return self._depth[start] == 0 and not any(m.start < end and start < m.end for m, _ in self.mentions)

    def items(self, span: Span) -> list[_Item]:
        """The items of a list, in order, each with the separator before it."""
        found: list[_Item] = []
        start, separator = span.start, ""
        for match in _SEPARATOR.finditer(self.low, span.start, span.end):
            if not self.free(match.start(), match.end()) or match.start() < start:
                continue
            if match.group().strip() == "/" and re.match(r"\d", self.low[match.end() :]):
                continue
            found.append(self._item(Span(start, match.start()), separator))
            start, separator = match.end(), match.group()
        found.append(self._item(Span(start, span.end), separator))
        return found

    def _item(self, span: Span, separator: str) -> _Item:
        nested: list[Group] = []
        brackets: list[Span] = []
        at = span.start
        while at < span.end:
            if self.low[at] in "([" and self._depth[at] == 0:
                end = at + 1
                while end < span.end and self._depth[end] > 0:
                    end += 1
                brackets.append(Span(at, end))
                at = end
            at += 1
        outer = [
            (m, skill) for m, skill in self.mentions if m in span and not any(b.overlaps(m) for b in brackets)
        ]
        skills = tuple(dict.fromkeys(skill for _, skill in outer))
        for bracket in brackets:
            nested += self._nested(Span(bracket.start + 1, bracket.end), skills)
        parted = len(outer) > 1 and bool(_IN.search(self.low, outer[0][0].end, outer[1][0].start))
        term = None
        if self._terms and not skills:
            cut = compiled(self._cues.similar).search(
                f"{separator.strip(' ,')} {self.low[span.start : span.end]}"
            )
            term = None if cut and cut.start() <= 4 else term_of(self.text[span.start : span.end], self._cues)
        return _Item(span, skills, term, tuple(nested), separator, parted)

    def _nested(self, span: Span, heads: Sequence[str]) -> list[Group]:
        """What stands in brackets behind a name: its members, or nothing new (an abbreviation, a level)."""
        inner = [(m, s) for m, s in self.mentions if m in span and s not in heads]
        low = self.low[span.start : span.end]
        introduced = compiled((*self._cues.illustrating, *self._cues.listing)).match(low.lstrip())
        offset = len(low) - len(low.lstrip()) + introduced.end() if introduced else 0
        inside = _Reading.__new__(_Reading)
        inside.text, inside.low = self.text, self.low
        inside.mentions, inside._span = inner, self._span  # noqa: SLF001  # the same reading, one bracket deeper
        inside._cues, inside._taxonomy, inside._terms = self._cues, self._taxonomy, False  # noqa: SLF001
        inside._depth = [max(d - 1, 0) for d in self._depth]  # noqa: SLF001
        items = [i for i in inside.items(Span(span.start + offset, span.end)) if i.skills]
        names = tuple(dict.fromkeys(skill for item in items for skill in item.skills))
        if not names:
            return []
        similar = bool(compiled(self._cues.similar).search(low))
        conjunction = _conjunction(items, low)
        head = heads[-1] if heads else None
        if conjunction == "or" or (similar and not introduced):
            logic = Logic.ANY_OF
        elif introduced or conjunction == "":
            logic = Logic.EXAMPLE if len(names) > 1 or introduced else Logic.ALL_OF
        else:
            logic = Logic.ALL_OF
        opened = similar or bool(introduced) or logic is Logic.EXAMPLE
        return [Group(logic, names, (), self.place(span), opened, head)]


def _runs(items: Sequence[_Item]) -> list[list[_Item]]:
    """A list cut at "and" where some of its items are joined by "or": "A, and B or C"."""
    mixed = any(_OR.search(i.separator) and not _AND.search(i.separator) for i in items[1:]) and any(
        _AND.search(i.separator) and not _OR.search(i.separator) for i in items[1:]
    )
    if not mixed:
        return [list(items)]
    runs: list[list[_Item]] = [[items[0]]]
    for item in items[1:]:
        if _AND.search(item.separator) and not _OR.search(item.separator):
            runs.append([item])
        else:
            runs[-1].append(item)
    return runs


def _conjunction(items: Sequence[_Item], _low: str) -> str:
    """How a list is joined: "or", "and", or "" where only commas stand."""
    separators = [item.separator for item in items[1:]]
    if any(_OR.search(each) for each in separators):
        return "or"
    return "and" if any(_AND.search(each) for each in separators) else ""


def effective(text: str, mentions: Sequence[SkillMention]) -> list[tuple[Span, str]]:
    """Each mention at its own words: where one spans a shared head, what the other leaves of it."""
    found = []
    for mention in mentions:
        span = mention.span
        inner = [o.span for o in mentions if o.span in span and o.span != span]
        for other in sorted(inner, key=len, reverse=True):
            if other.start == span.start or other.start - span.start < span.end - other.end:
                span = Span(min(other.end, span.end), span.end) if other.end < span.end else span
            elif other.end == mention.span.end or other.end >= span.end - 1:
                span = Span(span.start, max(other.start, span.start))
        lead = re.match(r"(?:[\s,/&]|and\b|or\b)+", plain(span.of(text)))
        trail = re.search(r"(?:[\s,/&]|\band\b|\bor\b)+\Z", plain(span.of(text)))
        start = span.start + (lead.end() if lead else 0)
        end = span.end - (len(trail.group()) if trail else 0)
        found.append((Span(start, max(end, start + 1)) if end > start else mention.span, mention.skill))
    return sorted(found, key=lambda each: (each[0].start, -each[0].end, each[1]))


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
