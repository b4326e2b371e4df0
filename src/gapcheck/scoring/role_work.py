"""What makes a job one of a role's: its titles, other titles of its trade, and the skills that it requires."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import dropwhile

from gapcheck.scoring.profile import JobClaim
from gapcheck.scoring.trade_words import trade_words
from gapcheck.taxonomy import Kind, NameMatch, Necessity, Requirement, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.lazy_rows import rows_with

_LEAST_INITIALS = 3
"""Two letters stand for too much: PM is a manager of products, of projects and of property."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class RoleWork:
    """What makes a job one of the role's: `titles` in lower case, and the `core` skills that it requires.

    `kin`: other titles of the trade, which end with the same noun: tanker driver, for an HGV driver. `initials` are
    those of titles of three words or more. `asked` is the number of requirements that the core comes from, `ranks` are words
    before a title that say nothing of the trade.
    """

    titles: tuple[str, ...] = ()
    core: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    asked: int = 0
    ranks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, titles: Iterable[str], rows: Iterable[Requirement], taxonomy: Taxonomy) -> RoleWork:
        """The work of the role that has these titles and requirements."""
        hard = [
            r for r in rows if r.necessity is Necessity.REQUIRED and r.kind in {Kind.SKILL, Kind.KNOWLEDGE}
        ]
        words = trade_words(taxonomy)
        names = tuple(" ".join(words.full(title).casefold().split()) for title in titles)
        return cls(
            names,
            frozenset(s for r in hard for s in (*r.skills, *([r.head] if r.head else []))),
            frozenset(kin for name in names for kin in _kin_of(name, taxonomy)),
            frozenset(
                "".join(word[0] for word in name.split()).upper()
                for name in names
                if len(name.split()) >= _LEAST_INITIALS
            ),
            len(hard),
            words.ranks,
        )

    def is_titled(self, job: JobClaim) -> bool:
        """Whether a job has the role's title, or its initials: a Senior PMM is a product marketing manager."""
        title = _title(job)
        return any(name in title for name in self.titles) or not self.initials.isdisjoint(
            _WORD.findall(job.title)
        )

    def is_kin(self, job: JobClaim) -> bool:
        """Whether a job has another title of the role's trade."""
        title = _title(job)
        return any(name in title for name in self.kin)

    def is_of_the_trade(self, job: JobClaim) -> bool:
        """Whether the role's title ends with the job's, without its rank: a journeyman's, for an industrial electrician."""
        title = " ".join(dropwhile(self.ranks.__contains__, _title(job).split()))
        return bool(title) and any(name.endswith(f" {title}") for name in self.titles)


def _title(job: JobClaim) -> str:
    return " ".join(job.title.casefold().split())


def _kin_of(title: str, taxonomy: Taxonomy) -> Iterable[str]:
    """Other titles of the people of a skill that has this one; a marketing assistant is no marketing manager.

    All of them, where the title is a helper's: a support worker does what a care assistant does.
    """
    noun = title.rpartition(" ")[2]
    own = title if title in taxonomy.skills else None
    helps = trade_words(taxonomy).is_helper(noun)
    for skill, titles in trade_titles(taxonomy).get(title, ()):
        if own in {None, skill}:
            yield from (each for each in titles if helps or each.endswith(f" {noun}"))


def _titles_of(taxonomy: Taxonomy) -> Mapping[str, Sequence[tuple[str, AbstractSet[str]]]]:
    """Title in lower case -> the skills whose people have it, each with all of their titles."""
    found: dict[str, list[tuple[str, AbstractSet[str]]]] = {}
    for skill in rows_with(taxonomy.skills, "match", NameMatch.TITLE.value):
        titles = {alias.name.casefold() for alias in skill.aliases if alias.match is NameMatch.TITLE}
        for title in titles:
            found.setdefault(title, []).append((skill.id, titles))
    return found


trade_titles = Derived(_titles_of)
"""Title in lower case -> the skills whose people have it, each with all of their titles."""
