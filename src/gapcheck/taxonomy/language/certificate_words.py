"""Schema of certificate_words.yaml: what stands around the name of a certificate on a resume."""

from __future__ import annotations

from gapcheck.taxonomy.model import Entry


class CertificateWords(Entry):
    """The whole file; all words in lower case.

    `issued`, `expires`: words before the date of issue, of expiry. `lapsed`: no longer in force.
    `in_progress`: not held yet. `names`: nouns that make a free name a certificate's. `not_names`: lines of
    such a section that name none ("multiple online courses"). `labels`: words before a number or link.
    """

    issued: tuple[str, ...] = ()
    expires: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
