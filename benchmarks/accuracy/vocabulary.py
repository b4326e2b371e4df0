# ruff: noqa: INP001  # one of the files of a script
"""Which skills the labels know in full: only these can be missing, or be reported wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from wording import name, within, words

_ROUNDING = 1e-4  # credits are printed to four places


@dataclass(frozen=True)
class Vocabulary:
    """The data of judged.yaml."""

    hard: tuple[str, ...]
    soft: tuple[str, ...]
    also: Mapping[str, tuple[str, ...]]
    requirements: Mapping[str, Mapping[str, Any]]
    met: float
    partial: float

    @cached_property
    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset((*self.hard, *self.soft))

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {name(each): each for each in self.names}

    def judged(self, label: str) -> str | None:
        """The labelled name of a skill, if it is one of those that are labelled in full."""
        return self._by_name.get(name(label))

    def kind(self, label: str) -> str:
        """`soft` or `hard`."""
        return "soft" if label in self.soft else "hard"

    def step(self, credit: float) -> str:
        """The status that a credit stands for."""
        if credit + _ROUNDING >= self.met:
            return "met"
        return "partial" if credit + _ROUNDING >= self.partial else "missing"

    def is_named(self, label: str, quote: str) -> bool:
        """Whether the quote has the skill's name in it, or shows it in other words."""
        return any(within(words(each), words(quote)) for each in (label, *self.also.get(label, ())))


def load(file: Path) -> Vocabulary:
    """The vocabulary of the labels."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    return Vocabulary(
        tuple(data["hard"]),
        tuple(data["soft"]),
        {label: tuple(names) for label, names in data["also"].items()},
        data["requirements"],
        data["met"],
        data["partial"],
    )
