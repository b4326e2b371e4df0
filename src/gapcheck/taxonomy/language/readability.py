"""Schema of readability.yaml: why each finding about a resume's form matters, and what to do about it."""

from __future__ import annotations

from gapcheck.taxonomy.model import Id, TaxonomyEntry


class FindingAdvice(TaxonomyEntry):
    """One kind of finding. `serious`: text or facts are probably lost or mixed up, not by some programs only."""

    code: Id
    why: str
    advice: str
    serious: bool = False


class ReadabilityAdvice(TaxonomyEntry):
    """The whole file."""

    findings: tuple[FindingAdvice, ...] = ()
