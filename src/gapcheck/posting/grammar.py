"""Everything about job documents that is compiled from the words of one taxonomy."""

from __future__ import annotations

from gapcheck.facts.certificates import certificate_finder
from gapcheck.facts.degrees import degree_finder
from gapcheck.facts.languages import language_parser
from gapcheck.posting.clauses import ClauseSplitter
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived


class PostingGrammar:
    """What cuts sentences into clauses, what decides which of them ask, and what reads their words."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues = taxonomy.necessity_cues
        self._degrees, self._certificates = degree_finder(taxonomy), certificate_finder(taxonomy)
        self._languages = language_parser(taxonomy)
        self.clauses = ClauseSplitter(cues, taxonomy.certificate_words, self._names_proof)
        self.rules = StatementRules(cues)
        self.words = PostingWords(taxonomy)

    def _names_proof(self, text: str) -> bool:
        """Whether a text names a degree, certificate or language."""
        certificates = self._certificates
        named = certificates.word(text) or certificates.abbreviations(text) or certificates.find(text)
        return bool(named or self._degrees.find_asked(text) or self._languages.find(text))


posting_grammar: Derived[Taxonomy, PostingGrammar] = Derived(PostingGrammar)
"""The grammar with the words of a taxonomy."""
