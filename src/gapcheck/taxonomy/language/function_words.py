"""Schema of function_words.yaml: words of grammar that show which language a text is written in."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class LanguageWords(TaxonomyEntry):
    """One language, and words of it that the others do not write alike."""

    name: str
    words: tuple[str, ...]


class FunctionWords(TaxonomyEntry):
    """The whole file: one row for each language."""

    languages: tuple[LanguageWords, ...] = ()
