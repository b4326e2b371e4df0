"""Whether a sentence names a skill: the question that a taxonomy's own examples are tested with."""

from __future__ import annotations

from collections.abc import Callable

from gapcheck.matching.matcher import PhraseSkillMatcher, Vocabulary
from gapcheck.matching.mentions import CLAIMED, Genre, Passage
from gapcheck.spans import Span
from gapcheck.taxonomy.model import Skill


def named_in(taxonomy: Vocabulary) -> Callable[[Skill, str], bool]:
    """A function that says whether a sentence of a resume claims a skill, by name or by what was done."""
    matcher = PhraseSkillMatcher(taxonomy)

    def answer(skill: Skill, sentence: str) -> bool:
        found = matcher.find(sentence, [Passage(Span(0, len(sentence)))], genre=Genre.RESUME)
        return any(each.skill == skill.id and each.assertion in CLAIMED for each in found.mentions)

    return answer
