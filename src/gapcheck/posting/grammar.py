"""Everything about job documents that is compiled from the words of one taxonomy."""

from __future__ import annotations

from gapcheck.posting.clauses import ClauseSplitter
from gapcheck.posting.statement_rules import StatementRules
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived


class PostingGrammar:
    """What cuts sentences into clauses, what decides which of them ask, and what reads their words."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues = taxonomy.necessity_cues
        self.clauses = ClauseSplitter(cues, taxonomy.certificate_words)
        self.rules = StatementRules(cues)
        self.words = PostingWords(taxonomy)


posting_grammar: Derived[Taxonomy, PostingGrammar] = Derived(PostingGrammar)
"""The grammar with the words of a taxonomy."""
