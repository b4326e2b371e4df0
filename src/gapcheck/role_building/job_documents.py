"""Job documents read together: what each asks for, the names in them that the taxonomy lacks, and all of it merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gapcheck import posting
from gapcheck.document import Document
from gapcheck.matching import SkillMatcher
from gapcheck.posting import JobPosting, StatementReader
from gapcheck.role_building.literal_terms import literal_skill, literal_terms
from gapcheck.role_building.proposed_skills import skill_of
from gapcheck.role_building.unknown_terms import UnknownTerm, unknown_terms, with_terms
from gapcheck.taxonomy import Requirement, Skill, Taxonomy


@dataclass(frozen=True, slots=True)
class Understood:
    """Job documents as they were understood.

    `postings` have only those terms that look like names of skills; `known` are the same by the taxonomy's names alone.
    `terms` are names of skills that the taxonomy lacks, `literal` what else the documents ask for in words of their own.
    `taxonomy` has both as skills, and `merged`, the rows of all documents together, asks for them like for any other.
    `texts` are the documents' own, as they were read.
    """

    postings: tuple[JobPosting, ...]
    merged: tuple[Requirement, ...]
    terms: tuple[UnknownTerm, ...]
    taxonomy: Taxonomy
    literal: tuple[UnknownTerm, ...] = ()
    known: tuple[JobPosting, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The terms, and what is asked for in own words, as skills."""
        return tuple(self.taxonomy.skills[term.id] for term in (*self.terms, *self.literal))


def understand(
    documents: Sequence[Document],
    taxonomy: Taxonomy,
    matcher: SkillMatcher,
    statements: StatementReader | None = None,
) -> Understood:
    """What job documents ask for; `statements` decides which of their clauses ask for something (see `posting.parse`)."""
    postings = tuple(posting.parse(document, taxonomy, matcher, statements) for document in documents)
    read = tuple(zip(documents, postings, strict=True))
    terms = unknown_terms(read, taxonomy)
    literal = literal_terms(read, terms, taxonomy)
    new = (
        *(skill_of(term, taxonomy) for term in terms),
        *(literal_skill(term, taxonomy) for term in literal),
    )
    wider = taxonomy.with_skills(new) if new else taxonomy
    asked = with_terms(postings, (*terms, *literal), taxonomy)
    texts = tuple(each.text for each in documents)
    return Understood(asked, posting.merge(asked, wider), terms, wider, literal, postings, texts)
