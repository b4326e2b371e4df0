"""Schema of term_words.yaml: words by which a name of a skill is told from other words in a job document."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class TermWords(TaxonomyEntry):
    """The whole file; each list is described where it stands."""

    fillers: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    sentence_subjects: tuple[str, ...] = ()
    behind_names: tuple[str, ...] = ()
    leading_words: tuple[str, ...] = ()
    general_words: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    within_names: tuple[str, ...] = ()
    before_places: tuple[str, ...] = ()
    behind_places: tuple[str, ...] = ()
    before_employers: tuple[str, ...] = ()
    employer_verbs: tuple[str, ...] = ()
    employer_things: tuple[str, ...] = ()
