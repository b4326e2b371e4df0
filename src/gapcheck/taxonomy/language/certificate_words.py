"""Schema of certificate_words.yaml: what certificates are called, and the words around their names."""

from __future__ import annotations

from gapcheck.taxonomy.model import TaxonomyEntry


class CertificateWords(TaxonomyEntry):
    """The whole file; all words in lower case, but for `abbreviations`.

    `certify`: words of a certificate's name that are often left out. `fillers`: small words that are. `names`: nouns
    for certificates and licences; `listed`: others, in lists of certificates; `asked`: others, in job documents.
    `weak` ones of these ask for one only with a word of `strengthening` in the clause, none before `unasked_before`.
    `abbreviations`: common ones that ask for a certificate. `general_issuer_words` say nothing of who the issuer is.

    `issued`, `expires`: words before the date of issue, of expiry. `lapsed`: no longer in force. `in_progress`: not
    held yet. `glue`: small words between these and a date or name. `steps`: how far a certificate goes (level 2),
    part of its name. `labels`: words before a number or link. `not_names`: lines of a list of certificates that
    name none ("multiple online courses").
    """

    certify: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    strengthening: tuple[str, ...] = ()
    unasked_before: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    general_issuer_words: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()
    expires: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    in_progress: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
