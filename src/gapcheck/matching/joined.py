"""Several matchers as one."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.matching.matcher import Masks, SkillMatcher
from gapcheck.matching.mentions import Genre, Matches, Passage


def joined_matcher(matchers: Sequence[SkillMatcher]) -> SkillMatcher:
    """A matcher that finds what any of `matchers` finds."""
    return matchers[0] if len(matchers) == 1 else _JoinedMatcher(matchers)


class _JoinedMatcher:
    """Asks each matcher in turn; of two mentions of a skill in the same place, the first matcher's is kept."""

    def __init__(self, matchers: Sequence[SkillMatcher]) -> None:
        self._matchers = matchers

    def find(self, text: str, passages: Sequence[Passage], *, genre: Genre, masked: Masks = ()) -> Matches:
        joined = Matches((), ())
        for matcher in self._matchers:
            found = matcher.find(text, passages, genre=genre, masked=masked)
            new = [
                each
                for each in found.mentions
                if not any(
                    each.skill == old.skill and each.span.overlaps(old.span) for old in joined.mentions
                )
            ]
            joined = joined.joined(new, found.discarded)
        counted = {(each.skill, each.span) for each in joined.mentions}
        kept = (each for each in dict.fromkeys(joined.discarded) if (each.skill, each.span) not in counted)
        return Matches(joined.mentions, tuple(kept))
