"""Runs the examples beside the skills of a taxonomy: does a sentence show the skill?"""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.matching.matcher import PhraseSkillMatcher
from gapcheck.matching.mentions import CLAIMED, Genre, Passage
from gapcheck.spans import Span
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy


def example_runner(taxonomy: Taxonomy) -> Callable[[Skill, str], bool]:
    """Returns a function that says whether a sentence of a resume claims a skill, by name or by a pattern."""
    matcher = PhraseSkillMatcher(taxonomy)

    def shows(skill: Skill, sentence: str) -> bool:
        found = matcher.find(sentence, [Passage(Span(0, len(sentence)))], genre=Genre.RESUME)
        return any(each.skill == skill.id and each.assertion in CLAIMED for each in found.mentions)

    return shows
