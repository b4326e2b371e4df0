"""Which names and patterns of a trade count in a document: those that are not alone there.

"Line clearance" is work on trees to one trade and a step of packing to another, "DSA" means an ambulance or an algorithm, and who
"cut 20 episodes" edits films or podcasts. Such names and patterns (`trade` in the taxonomy) count only in a document that has another
name of the same skill, or another skill of its kind, by name or by a pattern: one that proves it or is proven by it in one step, one
that may replace it, one of a common class that is no umbrella, two of a class two steps above, or the title of a job in such a class.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gapcheck.matching.relations import Relations


class NameSeen(NamedTuple):
    """A name that a document has of a skill, in folded words, or a pattern that shows it; `trade` if it needs company, `title` if it is a job's title."""

    skill: str
    words: str
    trade: bool
    title: bool = False


def strangers(named: Iterable[NameSeen], relations: Relations) -> frozenset[str]:
    """The skills of which a document has names or patterns of a trade only, and nothing else of that trade."""
    names: dict[str, set[str]] = {}
    sure: set[str] = set()
    titles: set[str] = set()
    for each in named:
        names.setdefault(each.skill, set()).add(each.words)
        if not each.trade:
            sure.add(each.skill)
        if each.title:
            titles.add(each.skill)
    alone = [each for each, words in names.items() if each not in sure and len(words) == 1]
    return frozenset(alone) - relations.in_company(names, titles) if alone else frozenset()
