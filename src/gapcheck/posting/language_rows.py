"""The rows of a clause that asks for languages that people speak: one for a choice, one for each where all are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.facts.language_tests import language_tests
from gapcheck.facts.languages import SpokenLanguages, language_parser
from gapcheck.posting.certificates import CertificateRequirement
from gapcheck.posting.model import Statement
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy

_FEW = 3
"""Words beside the languages of a clause; more ask for something else, too."""
_WORD = re.compile(r"[a-z']{3,}")


@dataclass(frozen=True, slots=True)
class LanguageRows:
    """Makes them with the words of one taxonomy."""

    taxonomy: Taxonomy
    words: PostingWords

    def of(self, row: Statement, languages: SpokenLanguages) -> Iterator[Statement]:
        """`row` is the statement without its languages."""
        names = languages.names
        known = {name: found[0].id for name in names if (found := self.taxonomy.named(name))}
        terms = tuple(name for name in names if name not in known)
        if languages.any_of or len(names) == 1:
            level = max(filter(None, languages.levels), default=None)
            yield row.replaced(skills=tuple(known.values()), terms=terms, proficiency=level)
            return
        for name, level in zip(names, languages.levels, strict=True):
            yield row.replaced(
                skills=(known[name],) if name in known else (),
                terms=() if name in known else (name,),
                proficiency=level,
            )

    def are_all_of(self, low: str, span: Span) -> bool:
        """Whether a clause (in its plain reading) asks for nothing beside the languages at `span`."""
        rest = _WORD.findall(low[: span.start] + low[span.end :])
        return sum(not self.words.asked.fullmatch(word) for word in rest) <= _FEW

    def without_levels(
        self, certificates: CertificateRequirement | None, text: str
    ) -> CertificateRequirement | None:
        """Certificates; none where they only say how well a language is to be spoken: "business Japanese (JLPT N2)"."""
        languages = language_parser(self.taxonomy).find(text) if certificates else None
        if certificates is None or languages is None or certificates.names or not certificates.known:
            return certificates
        scores = [s for s in language_tests(self.taxonomy).scores(text) if s.language in languages.names]
        of_scores = (any(score.span.overlaps(at) for score in scores) for _, at in certificates.known)
        return None if all(of_scores) else certificates
