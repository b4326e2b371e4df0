"""Where a text names a skill, and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.matching.matcher import PhraseSkillMatcher, SkillMatcher, example_runner, joined_matcher
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
    "example_runner",
    "joined_matcher",
    "nearest_skills",
    "propose",
    "rank_skills",
    "tag_skills",
]

__getattr__ = lazy_names(__name__, ".mentions", ".matcher", ".similarity", ".nearest")
