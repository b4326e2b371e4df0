"""Schema of entry_heads.yaml: words in the head of a job or project on a resume."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class EntryHeadWords(TaxonomyEntry):
    """The whole file, in lower case.

    `at` stands between title and employer, `joins` between two dates, `before_date` before one. With
    `sentence_joins` a head goes on as a sentence behind its date.
    """

    at: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    before_date: tuple[str, ...] = ()
    sentence_joins: tuple[str, ...] = ()
