"""Schema of person_names.yaml: what stands in and around the names of people."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class PersonNameWords(TaxonomyEntry):
    """The whole file, in lower case and without dots at the end of `honorifics`.

    `particles` are small words inside a name. `document_names` are what a resume calls itself. A letter behind
    `not_initials_after` is no initial ("written in C. Later ...").
    """

    honorifics: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    document_names: tuple[str, ...] = ()
    not_initials_after: tuple[str, ...] = ()
