"""How near two skills are by the taxonomy alone: whether one stands in for, is wider than, or is next to the other."""

from __future__ import annotations

from functools import cache, lru_cache

from gapcheck.overview import OTHER, project_themes, theme_finder
from gapcheck.taxonomy import Kind, Taxonomy
from gapcheck.taxonomy.derived import Derived

DIRECT, SIBLING, FIELD = 4, 2, 1
"""How near two skills are: one is a kind of the other or may stand in for it; both are kinds of one; of one field."""
_A_FIELD = 8
"""Kinds of a skill that is a whole field: a line never lacks the word for it."""
_MOST_KEPT = 16384
"""Pairs of skills whose nearness is remembered."""


def wider(skill: str, taxonomy: Taxonomy) -> frozenset[str]:
    """The classes of a skill, and what it implies, all the way up."""
    return links(taxonomy).wider(skill)


class Links:
    """How the skills of one taxonomy are linked, each pair looked at once; it holds the tables and not the taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._theme_of = taxonomy.skills, theme_finder(taxonomy).of
        self._by_projects = project_themes(taxonomy)
        self.nearness = lru_cache(maxsize=_MOST_KEPT)(self._nearness)
        self.wider = cache(self._wider)

    def _nearness(self, shown: str, wanted: str) -> int:
        """How much somebody who shows one skill may have to do with another: 0 for nothing, 4 for nearly the same."""
        one, other = self._skills.get(shown), self._skills.get(wanted)
        if one is None or other is None or Kind.SOFT_SKILL in {one.kind, other.kind}:
            return 0
        if shown == wanted:
            return DIRECT
        linked = {*other.broader, *other.implies, *(each.id for each in other.related)}
        back = {*one.broader, *one.implies, *(each.id for each in one.related)}
        if shown in linked or wanted in back:
            return DIRECT
        if set(other.broader) & set(one.broader):
            return SIBLING
        themes = {self._theme_of(wanted), self._theme_of(shown)}
        same = len(themes) == 1 and OTHER not in themes
        technical = themes <= self._by_projects
        return FIELD if same or technical or (one.category and one.category == other.category) else 0

    def _wider(self, skill: str) -> frozenset[str]:
        found: set[str] = set()
        rest = [skill]
        while rest:
            known = self._skills.get(rest.pop())
            new = {*known.broader, *known.implies} - found if known is not None else set()
            found |= new
            rest += new
        return frozenset(found)


links = Derived(Links)
"""The links of a taxonomy."""


def is_narrower(wanted: str, shown: str, taxonomy: Taxonomy) -> bool:
    """Whether a skill says more than another: a kind of it, or of one class with it and no class itself."""
    if is_umbrella(wanted, shown, taxonomy):
        return False
    one, other = taxonomy.skills.get(shown), taxonomy.skills.get(wanted)
    return shown in wider(wanted, taxonomy) or (
        one is not None and other is not None and bool(set(one.broader) & set(other.broader))
    )


def is_product(skill: str, taxonomy: Taxonomy) -> bool:
    """Whether a skill is a product with a name of its own, known by its capitals."""
    known = taxonomy.skills.get(skill)
    return known is not None and known.is_product


def is_field(skill: str, taxonomy: Taxonomy) -> bool:
    """Whether a skill is a whole field of work or study, with many kinds of its own; products have kinds and are none."""
    return len(taxonomy.narrower(skill)) >= _A_FIELD and not is_product(skill, taxonomy)


def is_umbrella(wanted: str, shown: str, taxonomy: Taxonomy) -> bool:
    """Whether one skill is only the wider word for another: its class, or a field that does not come out of it."""
    if wanted in wider(shown, taxonomy):
        return True
    return is_field(wanted, taxonomy) and shown not in wider(wanted, taxonomy)
