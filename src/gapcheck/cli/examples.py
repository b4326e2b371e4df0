"""Runs the examples that stand beside the skills of a taxonomy."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.matching.mentions import Genre, Passage
from gapcheck.spans import Span
from gapcheck.taxonomy import Skill, Taxonomy


def example_runner(taxonomy: Taxonomy) -> Callable[[Skill, str], bool]:
    """The function that says whether a sentence names a skill, as a line of prose in a resume would."""
    matcher = PhraseSkillMatcher(taxonomy)

    def names(skill: Skill, sentence: str) -> bool:
        found = matcher.find(sentence, [Passage(Span(0, len(sentence)))], genre=Genre.RESUME)
        return any(mention.skill == skill.id for mention in found.mentions)

    return names
