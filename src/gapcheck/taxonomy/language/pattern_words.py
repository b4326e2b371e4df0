"""Schema of pattern_words.yaml: the word sets that the patterns of skills name in angle brackets."""

from __future__ import annotations

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry


class PatternWords(TaxonomyEntry):
    """The whole file: the name of each set, and its words, written as `gapcheck.text.patterns` describes."""

    sets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
