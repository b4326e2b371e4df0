"""What the sections and tables of job documents are called: the schema of posting_headings.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.language.heading_rules import HeadingRule
from gapcheck.taxonomy.model import TaxonomyEntry


class PhrasesOfKind(TaxonomyEntry):
    """What headings of one kind of section, or of one kind of column, say. A longer phrase beats a shorter, an earlier kind a later."""

    kind: str
    phrases: tuple[str, ...]


class PostingHeadingWords(TaxonomyEntry):
    """The whole file. Phrases are written in the pattern language; each list is explained where it stands."""

    rules: tuple[HeadingRule, ...] = ()
    sections: tuple[PhrasesOfKind, ...] = ()
    whole: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    only_in_sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    items_at_end: tuple[str, ...] = ()
    not_at_end: tuple[str, ...] = ()
    not_items: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    fact_labels: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    ends_of_duties: tuple[str, ...] = ()
    columns: tuple[PhrasesOfKind, ...] = ()
    ticks: tuple[str, ...] = ()
    crosses: tuple[str, ...] = ()
    letters: dict[str, Literal["required", "preferred"]] = Field(default_factory=dict)
