"""How skills are related: what proves what, and which are of one kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy

_TWO = 2
"""Others of a class two steps above a skill that are company: one may be there by chance."""


def one_family(one: str, other: str) -> bool:
    """Files of one subject begin alike: machine-learning, machine-learning-tools."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (bool(shorter) and longer.startswith(f"{shorter}-"))


class Relations:
    """Reads the relations of a taxonomy's skills."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._skills = skills
        self._proven = lru_cache(maxsize=None)(self._above)

    def proves(self, skill: str, other: str) -> bool:
        """Whether `skill` is a kind of `other`, or implies it, in at most two steps."""
        return other in self._proven(skill)

    def akin(self, one: str, other: str) -> bool:
        """Whether two skills are of one kind: the same file, a common broader skill, or a relation between them."""
        if one == other:
            return False
        left, right = self._skills.get(one), self._skills.get(other)
        if left is None or right is None or Kind.SOFT_SKILL in (left.kind, right.kind):
            return False
        if one_family(left.category, right.category) or set(left.broader) & set(right.broader):
            return True
        links = {each.id for each in left.related} | {*left.never, *left.broader, *left.implies}
        back = {each.id for each in right.related} | {*right.never, *right.broader, *right.implies}
        return other in links or one in back

    def in_company(self, skills: Collection[str], titles: Collection[str] = ()) -> frozenset[str]:
        """Those skills that the others make likely, as words of the same trade.

        A skill has company in one that is linked with it, in either direction, in one of a class in common that is no umbrella, and in
        two of such a class two steps above, and in such a class that one of the `titles` of jobs names; what has no links of its own, also in one of its file. The time is that of the
        skills and their links, not of all pairs.
        """
        known = {each: row for each in skills if (row := self._skills.get(each)) is not None}
        links = {each: _links(row) for each, row in known.items()}
        linked = frozenset(target for targets in links.values() for target in targets)
        near = Counter(each for row in known.values() for each in set(row.broader) if self._is_class(each))
        above = {each: self._classes(row) | {each} for each, row in known.items()}
        wide = Counter(each for classes in above.values() for each in classes if self._is_class(each))
        jobs = frozenset(
            each for each in titles if each in known and self._is_class(each) and self.technical(each)
        )
        files = Counter(row.category for row in known.values() if row.kind is not Kind.SOFT_SKILL)

        def has_company(skill: str, row: Skill) -> bool:
            if skill in linked or not links[skill].isdisjoint(known):
                return True
            if any(near[each] > 1 for each in row.broader) or any(wide[each] > _TWO for each in above[skill]):
                return True
            if not jobs.isdisjoint(above[skill] - {skill}):
                return True
            alone = links[skill] or row.kind is Kind.SOFT_SKILL
            return not alone and sum(n for file, n in files.items() if one_family(row.category, file)) > 1

        return frozenset(each for each, row in known.items() if has_company(each, row))

    def _classes(self, skill: Skill) -> frozenset[str]:
        """What a skill is a kind of, in at most two steps."""
        over = (row for each in skill.broader if (row := self._skills.get(each)) is not None)
        return frozenset((*skill.broader, *(each for row in over for each in row.broader)))

    def _is_class(self, skill: str) -> bool:
        """Whether it is no umbrella, whose kinds need not have much in common."""
        row = self._skills.get(skill)
        return row is None or not row.umbrella

    def kindred(self, one: str, other: str) -> bool:
        """Whether they are akin, or `one` is akin to what `other` implies: R to a library of Python."""
        found = self._skills.get(other)
        return self.akin(one, other) or any(self.akin(one, each) for each in (found.implies if found else ()))

    def kind(self, skill: str) -> Kind | None:
        """The kind of a skill, None for one that the taxonomy lacks."""
        found = self._skills.get(skill)
        return found.kind if found is not None else None

    def technical(self, skill: str) -> bool:
        """Whether it is anything but a soft skill."""
        found = self._skills.get(skill)
        return found is not None and found.kind is not Kind.SOFT_SKILL

    def _above(self, skill: str) -> frozenset[str]:
        found: set[str] = set()
        frontier = {skill}
        for _ in range(2):
            frontier = {
                each
                for name in frontier
                if name in self._skills
                for each in (*self._skills[name].broader, *self._skills[name].implies)
            }
            found |= frontier
        return frozenset(found)


def _links(skill: Skill) -> frozenset[str]:
    """What a skill proves in one step, or may replace."""
    return frozenset((*skill.broader, *skill.implies, *(each.id for each in skill.related)))


def _built(taxonomy: Taxonomy) -> Relations:
    return Relations(taxonomy.skills)


relations_of = Derived(_built)
"""The relations of a taxonomy's skills, with what they have worked out."""
