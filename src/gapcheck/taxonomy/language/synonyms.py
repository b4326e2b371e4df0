"""Schema of synonyms.yaml: words and phrases that mean nearly the same where a skill is named."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Self

from pydantic import Field, model_validator

from gapcheck.taxonomy.model import TaxonomyEntry

Row = Annotated[tuple[str, ...], Field(min_length=2)]


class Synonyms(TaxonomyEntry):
    """The whole file; all in lower case.

    `words`: rows of words that may replace one another inside longer phrases; a word is in one row only.
    `phrases`: rows of phrases; where one is found, the others of its row are meant as well. `passed_over`: words that
    a phrase is read without.
    """

    words: tuple[Row, ...] = ()
    phrases: tuple[Row, ...] = ()
    passed_over: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_row_each(self) -> Self:
        twice = sorted(
            word for word, rows in Counter(w for row in self.words for w in row).items() if rows > 1
        )
        if twice:
            raise ValueError(f"words in more than one row: {', '.join(twice)}")
        return self
