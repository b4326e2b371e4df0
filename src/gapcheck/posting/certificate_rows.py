"""The rows of a clause that asks for certificates: one for a choice, one for each where all are asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from gapcheck.facts.certificate_ages import certificate_ages
from gapcheck.posting.certificates import CertificateRequirement, certificate_demands
from gapcheck.posting.clauses import quote
from gapcheck.posting.model import Statement
from gapcheck.posting.skill_mentions import PostingMentions
from gapcheck.posting.terms import wording_of
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import CONJUNCTION, plain

_CODES = re.compile(
    rf"\([A-Z]{{1,4}} ?\d{{1,4}}[A-Z]?(?:\s*(?:,|/|&|{CONJUNCTION})\s*[A-Z]{{1,4}} ?\d{{1,4}}[A-Z]?)*\)"
)
"""Codes in brackets, which say better than words which certificates are meant: (CS30, CS31)."""
_SEVERAL = 2
"""Certificates of a clause that may be asked for beside each other."""


@dataclass(frozen=True, slots=True)
class CertificateRows:
    """Makes them for the clauses of one document, whose skills are `named`."""

    taxonomy: Taxonomy
    words: PostingWords
    named: PostingMentions

    def of(
        self, row: Statement, certificates: CertificateRequirement, content: Span, text: str
    ) -> Iterator[Statement]:
        """`row` is the statement without its certificates; `text` is the clause at `content` without a degree."""
        demands = certificate_demands(self.taxonomy)
        ids, names = certificates.ids, certificates.names
        topics = self.named.skills(content)
        for age in certificate_ages(self.taxonomy).find(plain(text)):
            text = f"{text[: age.span.start]}{' ' * len(age.span)}{text[age.span.end :]}"
            row = row.replaced(within_months=age.months)
        own = demands.without_join(text)
        wording = "" if ids else demands.called(wording_of(own, self.words), own)
        if wording and (codes := _CODES.search(text)):
            wording = f"{wording} {codes.group()}"
        if names and demands.is_any_register(wording):
            wording = ""  # "the relevant professional body (RTPI)" says which
        if (
            certificates.any_of
            or len(certificates.names_and_ids) < _SEVERAL
            or not (ids or self._are_all(names, wording))
        ):
            names = names or (() if ids else (quote(own),))
            yield row.replaced(
                open=certificates.open, certifications=ids, terms=names, topics=topics, wording=wording
            )
            return
        by_name = {each: self._topics_at(content, certificates, each) for each in ids}
        told = {topic for each in by_name.values() for topic in each}
        for each, mine in by_name.items():
            rest = tuple(topic for topic in topics if topic in mine or topic not in told)
            yield row.replaced(certifications=(each,), topics=rest)
        yield from (row.replaced(terms=(name,)) for name in names)

    def _topics_at(self, content: Span, certificates: CertificateRequirement, id_: str) -> tuple[str, ...]:
        """The skills that the name of one of several certificates names."""
        at = content.start
        places = [Span(at + s.start, at + s.end) for each, s in certificates.known if each == id_]
        return tuple(topic for place in places for topic in self.named.skills(place))

    def _are_all(self, names: Collection[str], wording: str) -> bool:
        """Whether a wording has no other words than names and such as "cards", so that no certificate is lost beside them."""
        words = self.taxonomy.certificate_words
        small = self.words.around.union(words.names, words.asked)
        return all(word in names or plain(word) in small for word in re.findall(r"[^\s,&]+", wording))
