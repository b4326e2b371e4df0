"""How far the names that a resume only lists are borne out by the work that it shows: in all, and by lines of work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from gapcheck.config import SourcePolicy
from gapcheck.matching.mentions import CLAIMED, Method, SkillMention
from gapcheck.resume.model import EMPLOYMENT, Resume
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.taxonomy.derived import Derived

_NEVER_LISTED = frozenset({Kind.SOFT_SKILL, Kind.LANGUAGE})
"""Kinds of skill that no list is judged by: they are proved in other ways, or only said."""


class ListBacking(NamedTuple):
    """How far names that are only listed are borne out: `shown` of the `listed` ones are in the person's work, too.

    `of_a_line`: they are those of one line of work, and what else work shows of it bears them out as well.
    """

    listed: int = 0
    shown: int = 0
    of_a_line: bool = False

    def worth(self, base: float, policy: SourcePolicy) -> float:
        """What a listed name is worth that would bring `base` if the whole list were shown."""
        if not self.listed:
            return base
        share = min(1.0, self.shown / (self.listed * policy.list_shown_share))
        if self.is_keyword_list(policy):
            share = 0.0  # that work shows one name of many bears out none of the others
        least = min(base, policy.list_unshown)
        return round(least + (base - least) * share, 6)

    def is_keyword_list(self, policy: SourcePolicy) -> bool:
        """Whether it is a long list of which work shows next to nothing."""
        return self.listed >= policy.long_list and self.shown < self.listed * policy.list_shown_share / 2

    def __str__(self) -> str:
        if not self.listed:
            return "only named"
        if self.of_a_line:
            return (
                f"listed, {self.shown or 'no'} names of its line of work shown in work, {self.listed} listed"
            )
        return f"listed, {self.shown} of {self.listed} listed names shown in work"


UNLISTED = ListBacking()
"""That of a resume without a list."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The backing of all listed names together, and of those of each line of work that has enough of them."""

    whole: ListBacking = UNLISTED
    by_line: Mapping[int, ListBacking] = field(default_factory=dict)

    def of(self, skill: str, taxonomy: Taxonomy, policy: SourcePolicy) -> ListBacking:
        """What bears out one name: the whole list or its line of work, whichever says less for it."""
        own = self.by_line.get(line_of(skill, taxonomy), self.whole)
        return min(self.whole, own, key=lambda each: each.worth(policy.list_beside_work, policy))


NO_LISTS = Lists()


def lists_of(
    shown: AbstractSet[str], listed: AbstractSet[str], taxonomy: Taxonomy, policy: SourcePolicy
) -> Lists:
    """How far the `listed` skills are borne out by those that are `shown` in work."""
    skills = taxonomy.skills
    judged = {each for each in listed if skills[each].kind not in _NEVER_LISTED}
    shown_or_above = {each for each in shown if skills[each].kind not in _NEVER_LISTED}
    shown_or_above |= {
        above for each in shown_or_above for above in (*skills[each].broader, *skills[each].implies)
    }
    lines: defaultdict[int, int] = defaultdict(int)
    for each in judged:
        lines[line_of(each, taxonomy)] += 1
    lines.pop(_NO_LINE, None)
    by_line = {
        line: ListBacking(
            names, sum(line_of(each, taxonomy) == line for each in shown_or_above), of_a_line=True
        )
        for line, names in lines.items()
        if names >= policy.line_names
    }
    return Lists(ListBacking(len(judged), len(judged & shown_or_above)), by_line)


def listed_in_other_work(resume: Resume, taxonomy: Taxonomy, policy: SourcePolicy) -> Iterator[Span]:
    """Places of names in labelled lists of jobs ("Technologies: ...") of whose line of work no job tells otherwise."""
    lists = SpanIndex((each.span, each) for each in resume.passages if each.listing)
    lines_shown: set[int] = set()
    inside: defaultdict[tuple[Span, int], list[SkillMention]] = defaultdict(list)
    for each in resume.matches.mentions:
        if each.assertion not in CLAIMED or each.method is Method.SIMILARITY:
            continue
        entry = resume.entry_at(each.span.start)
        if entry is None or entry.kind not in EMPLOYMENT:
            continue
        line = line_of(each.skill, taxonomy)
        if passage := next(iter(lists.overlapping(each.span)), None):
            inside[passage.span, line].append(each)
        else:
            lines_shown.add(line)
    for (_, line), mentions in inside.items():
        if (
            line not in {*lines_shown, _NO_LINE}
            and len({each.skill for each in mentions}) >= policy.line_names
        ):
            yield from (each.span for each in mentions)


_NO_LINE = -1


def line_of(skill: str, taxonomy: Taxonomy) -> int:
    """The number of the line of work that a skill is of, or one that no line has: office programs are everybody's."""
    known = taxonomy.skills.get(skill)
    return _lines(taxonomy).get(known.category, _NO_LINE) if known is not None else _NO_LINE


def _by_category(taxonomy: Taxonomy) -> Mapping[str, int]:
    rows = taxonomy.pattern_words.lines_of_work
    return {category: number for number, row in enumerate(rows) for category in row}


_lines = Derived(_by_category)
"""Category of skills -> the number of its line of work."""
