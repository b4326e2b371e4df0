"""Which of several names at one place counts: the longest.

"Regression testing" is no regression. A shorter name inside a longer one still counts where the longer skill
proves the shorter: "Google Cloud Run" names Google Cloud, "convolutional neural networks" name neural networks;
and at the end of a longer name of its kind, where it says what that is: "gradient-boosted regression".
"""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.matching.phrases import Hit
from gapcheck.matching.relations import Relations


def resolved(hits: Iterable[Hit], relations: Relations) -> tuple[list[Hit], list[tuple[Hit, Hit]]]:
    """The hits that count, in order of place; and those that do not, each with the longer one it is part of."""
    kept: list[Hit] = []
    nested: list[Hit] = []
    lost: list[tuple[Hit, Hit]] = []
    for hit in sorted(hits, key=lambda each: (-len(each), each.start, not each.name.own, each.skill)):
        over = [other for other in kept if other.start < hit.end and hit.start < other.end]
        if not over:
            kept.append(hit)
        elif any((other.start, other.end) == (hit.start, hit.end) for other in over):
            # two skills have this name: both are meant; one skill by two names is one
            if all(other.skill != hit.skill for other in over):
                kept.append(hit)
        elif any(other.skill == hit.skill for other in over):
            continue
        elif all(
            relations.proves(other.skill, hit.skill)
            or (other.end == hit.end and other.start < hit.start and relations.akin(other.skill, hit.skill))
            for other in over
        ):
            nested.append(hit)
        else:
            lost.append((hit, over[0]))
    return sorted([*kept, *nested], key=lambda each: (each.start, each.end, each.skill)), lost
