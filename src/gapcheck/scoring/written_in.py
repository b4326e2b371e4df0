"""The language that a resume is written in, as something that it shows: its author can write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gapcheck.config import Policy
from gapcheck.facts.written_language import MOST_OF_IT, words_by_language
from gapcheck.resume.model import Resume
from gapcheck.scoring.evidence import Citations
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.taxonomy import Taxonomy

_LEAST_WORDS = 6
"""Words of a line that is quoted as an example of the language."""


def written_in(
    resume: Resume, citations: Citations, taxonomy: Taxonomy, policy: Policy
) -> Mapping[str, Proof]:
    """The skill of the language that most of a resume is written in, with a line of it; nothing where that is not clear."""
    document = resume.document
    ((language, count),) = words_by_language(document, taxonomy.function_words).most_common(1) or [("", 0)]
    if count <= MOST_OF_IT * len(document.text.split()):
        return {}
    lines = (each for each in resume.passages if not (each.listing or each.title or each.silent))
    line = next((each for each in lines if len(each.span.of(document.text).split()) >= _LEAST_WORDS), None)
    skills = taxonomy.named(language)
    if line is None or len(skills) != 1:
        return {}
    (skill,) = skills
    evidence = replace(citations.at(line.span), skill=skill.id, label=skill.label)
    worth, words = policy.source.language, "the resume is written in it"
    proof = Proof(
        skill.id,
        worth,
        Grade.SHOWN,
        dated=False,
        reason=f"{words} {worth:.2f}",
        evidence=evidence,
        words=words,
    )
    return {skill.id: proof}
