"""The words in which a report speaks: the themes that requirements are shown under.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import Id, Kind, TaxonomyEntry


# themes.yaml: what requirements are shown under
class ThemeRow(TaxonomyEntry):
    """One theme. A requirement belongs to the first theme that has its kind, its skill, or its skill's category.

    `kinds` are kinds of requirement (a degree, a licence); `skills` are ids, and a kind of one of them belongs here,
    too; `categories` are names of the files in `skills/`.
    """

    id: Id
    title: str
    kinds: tuple[Kind, ...] = ()
    skills: tuple[Id, ...] = ()
    categories: tuple[str, ...] = ()


class ThemeWords(TaxonomyEntry):
    """The themes in the order in which those of like worth are shown; `other` is the title of the rest."""

    themes: tuple[ThemeRow, ...] = ()
    other: str = Field("Other requirements")
