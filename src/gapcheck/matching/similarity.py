"""Names that a text comes close to (TF-IDF). To be filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.matching.mentions import Passage, SkillMention
from gapcheck.taxonomy.model import Skill


def propose(
    text: str, passages: Sequence[Passage], wanted: Sequence[Skill], taxonomy: Any, policy: Any
) -> tuple[SkillMention, ...]:
    """Mentions that are merely possible."""
    del text, passages, wanted, taxonomy, policy
    return ()
