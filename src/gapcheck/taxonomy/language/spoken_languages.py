"""Schema of spoken_languages.yaml: languages that people speak, and how well."""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry


class SpokenLanguageWords(TaxonomyEntry):
    """The whole file: names of `languages` as printed, words of `speech` near them, and `levels` (1 to 4).

    `followers` may stand behind the name of a language; any other word makes it an adjective. `fillers` have no
    weight in a clause of bare names.
    """

    languages: tuple[str, ...] = ()
    speech: tuple[str, ...] = ()
    levels: dict[str, int] = Field(default_factory=dict)
    followers: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
