"""Where a text names a skill, and what it says of it."""

from gapcheck.matching.matcher import PhraseSkillMatcher, SkillMatcher
from gapcheck.matching.mentions import (
    Assertion,
    Discarded,
    DiscardReason,
    Genre,
    Matches,
    Method,
    Passage,
    SkillMention,
)
from gapcheck.matching.nearest import Near, nearest_skills, rank_skills, tag_skills
from gapcheck.matching.similarity import propose

__all__ = [
    "Assertion",
    "DiscardReason",
    "Discarded",
    "Genre",
    "Matches",
    "Method",
    "Near",
    "Passage",
    "PhraseSkillMatcher",
    "SkillMatcher",
    "SkillMention",
    "nearest_skills",
    "propose",
    "rank_skills",
    "tag_skills",
]
