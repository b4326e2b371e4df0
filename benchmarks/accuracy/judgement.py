# ruff: noqa: INP001  # one of the files of a script
"""One thing that a label says, and whether the program agrees; and how many of them, by measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

TOLERANCE = 0.01 + 1e-9
"""How far a share that is shown may be from the one that is measured; the rest is for rounding."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A single yes or no of a measure; `note` says where it was, with the quote."""

    measure: str
    right: bool
    note: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How often the program was right, of how many, and the notes of the misses."""

    right: int
    of: int
    misses: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.right / self.of

    def near(self, other: Figure) -> bool:
        """Whether the shares differ by a hundredth at most: a figure that is shown need not move with every rule."""
        return abs(self.share - other.share) <= TOLERANCE

    def __str__(self) -> str:
        return f"{self.share:.2f} ({self.right}/{self.of})"


Figures = Mapping[str, Figure]


def counted(judgements: Iterable[Judgement]) -> Figures:
    """All judgements of a measure weigh the same, whatever document they are from."""
    groups: dict[str, list[Judgement]] = {}
    for each in judgements:
        groups.setdefault(each.measure, []).append(each)
    return MappingProxyType(
        {
            measure: Figure(
                sum(each.right for each in group),
                len(group),
                tuple(each.note for each in group if not each.right),
            )
            for measure, group in groups.items()
        }
    )
