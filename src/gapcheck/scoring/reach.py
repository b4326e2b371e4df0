"""Which skills prove which, in one step or two, and which can replace which in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from gapcheck.taxonomy import Skill, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.taxonomy import NO_LINKS, members_of

_MOST_KEPT = 1024
"""Sets of skills whose closures are remembered."""


class NamedClass(NamedTuple):
    """A skill by whose name another is proved in part. `names`: itself and its members without entries of their own."""

    id: str
    names: tuple[str, ...]
    degree: float = 1.0


class ProvingLinks(NamedTuple):
    """All that can prove one skill beside its own name, whatever a resume says.

    `direct` are its kinds and what implies it, of which `members` are as good as its name, `remote` those of its kinds'
    kinds; `related` may stand in for it, `classes` are what it is a kind of.
    """

    row: Skill
    direct: frozenset[str]
    remote: frozenset[str]
    members: frozenset[str]
    related: tuple[NamedClass, ...]
    classes: tuple[NamedClass, ...]


class Reach:
    """What proves what in one taxonomy, worked out for each skill when it is first asked for.

    It holds the taxonomy's tables and not the taxonomy, by whose end it ends itself.
    """

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._links, self._back = taxonomy.skills, taxonomy.links, taxonomy.links_back
        self.kinds = cache(self._kinds)
        self.links_of = cache(self._links_of)
        self.reached = cache(self._reached)
        self.counting = cache(self._counting)
        self.members = cache(self._all_members)
        self.provers = cache(self._all_provers)
        self.closure = lru_cache(maxsize=_MOST_KEPT)(self._closure)
        self.closure_of_one = cache(lambda skill: self._closure(frozenset({skill})))

    def _all_provers(self, skill: str) -> frozenset[str]:
        """What proves a skill in one step: its kinds, and what implies it."""
        back = self._back.get(skill, NO_LINKS)
        return frozenset((*back.broader, *back.implied))

    def _closure(self, skills: frozenset[str]) -> frozenset[str]:
        found, edge = set(skills), set(skills)
        while edge:
            edge = {each for skill in edge for each in self.provers(skill)} - found
            found |= edge
        return frozenset(found)

    def _all_members(self, head: str) -> tuple[str, ...]:
        """The kinds of a class and theirs, in order of id."""
        direct = self._narrower(head)
        return tuple(sorted({*direct, *(each for kind in direct for each in self._narrower(kind))}))

    def _narrower(self, skill: str) -> tuple[str, ...]:
        return self._back.get(skill, NO_LINKS).broader

    def _kinds(self, skill: str) -> tuple[frozenset[str], frozenset[str]]:
        """What proves a skill in one step, and in two, without what only looks like it; a member is as near as its class."""
        never = {skill, *self._skills[skill].never}
        direct = self._with_members(self.provers(skill) - never) - never
        remote = self._with_members({kind for each in direct for kind in self._narrower(each)})
        return direct, remote - direct - never

    def _links_of(self, skill: str) -> ProvingLinks | None:
        """What can prove a skill; None of one that the taxonomy lacks."""
        row = self._skills.get(skill)
        if row is None:
            return None
        related = (each for each in row.related if each.id not in row.never)
        return ProvingLinks(
            row,
            *self.kinds(skill),
            members_of(skill, self._skills),
            tuple(NamedClass(each.id, self._names(each.id), each.degree) for each in related),
            tuple(NamedClass(each, self._names(each)) for each in row.broader),
        )

    def _names(self, skill: str) -> tuple[str, ...]:
        return (skill, *sorted(members_of(skill, self._skills)))

    def _with_members(self, skills: AbstractSet[str]) -> frozenset[str]:
        """Skills and their members without entries of their own, which name them as aliases would."""
        return frozenset(skills).union(*(members_of(each, self._skills) for each in skills))

    def _classes(self, skill: str) -> Iterator[str]:
        """The skills that `skill` is a member of, without an entry of its own."""
        above = self._links.get(skill, NO_LINKS).broader
        return (each for each in above if skill in members_of(each, self._skills))

    def _counting(self, skill: str) -> frozenset[str]:
        """A skill itself, what proves it in one step or two, its class with that one's members, what can replace it in part."""
        if (row := self._skills.get(skill)) is None:
            return frozenset({skill})
        direct, remote = self.kinds(skill)
        named = self._with_members({*row.broader, *(each.id for each in row.related)})
        return direct | remote | named | {skill}

    def _reached(self, skill: str) -> frozenset[str]:
        """A skill itself, those that it proves in one step or two, those it can replace in part, or is the class of."""
        own, back = self._links.get(skill, NO_LINKS), self._back.get(skill, NO_LINKS)
        above = (self._links.get(each, NO_LINKS) for each in own.broader)
        proven = {*own.broader, *own.implied, *(s for each in above for s in (*each.broader, *each.implied))}
        known = {each for each in proven if each in self._skills}
        as_class = frozenset().union(*(self.reached(each) for each in self._classes(skill)))
        return as_class | {skill, *known, *back.broader, *back.related}


reach_of = Derived(Reach)


def all_proving(skills: Iterable[str], taxonomy: Taxonomy) -> frozenset[str]:
    """The skills, their kinds, and all that implies one of them (scikit-learn, for machine learning)."""
    return reach_of(taxonomy).closure(frozenset(skills))


def each_proving(skills: Iterable[str], taxonomy: Taxonomy) -> Iterator[frozenset[str]]:
    """For each of the skills, what `all_proving` says of it alone."""
    return map(reach_of(taxonomy).closure_of_one, skills)
