"""Education statements of several documents -> one row a level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gapcheck.facts.degrees import lowest
from gapcheck.taxonomy import Degree, Level, Necessity

if TYPE_CHECKING:
    from gapcheck.posting.merge import Asked, United


def education_rows(asked: Sequence[Asked]) -> list[United]:
    """One row a level. The least level that does for some document is required; more than it is preferred.

    Within a document the highest required level counts: a high school diploma, where a bachelor's degree is
    required too, is only mentioned.
    """
    from gapcheck.posting.merge import unite  # noqa: PLC0415  # merge builds on this module

    required: dict[str, Level] = {}
    for one in asked:
        level = one.degree.level if one.degree else None
        if one.necessity is Necessity.REQUIRED and level is not None:
            highest = max(required.get(one.document, level), level, key=lambda each: each.rank)
            required[one.document] = highest
    floor = lowest(required.values())
    levels: dict[Level | None, list[Asked]] = {}
    for one in asked:
        levels.setdefault(one.degree.level if one.degree else None, []).append(_set(one, floor))
    rows = []
    for level, places in levels.items():
        speaking = [p for p in places if p.necessity is not Necessity.MENTIONED] or places
        degrees = [p.degree for p in speaking if p.degree]
        degree = Degree(
            level=level,
            fields=tuple(dict.fromkeys(f for d in degrees for f in d.fields)),
            or_related=any(d.or_related for d in degrees),
            or_equivalent=any(d.or_equivalent for d in degrees),
        )
        months = [p.min_months for p in speaking if p.min_months is not None]
        rows.append(unite(replace(speaking[0], degree=degree, min_months=max(months, default=None)), places))
    return rows


def _set(one: Asked, floor: Level | None) -> Asked:
    level = one.degree.level if one.degree else None
    if floor is None or level is None or one.necessity is not Necessity.REQUIRED:
        return one
    if level.rank < floor.rank:
        return replace(one, necessity=Necessity.MENTIONED)
    return replace(one, necessity=Necessity.PREFERRED) if level is not floor else one
