"""The content of a public classification by its official codes, before names and ids are resolved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from gapcheck.taxonomy.enums import Kind, Logic, Necessity
from gapcheck.taxonomy.model import Degree, Fact

TITLES = {"esco": "ESCO", "onet": "O*NET"}
"""Names of the sources, as people write them."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of a concept. `ambiguous`: it needs context; `derived`: a rule made it, no file states it.

    `uses`: how many occupations ask for the concept, which decides between derived names.
    """

    text: str
    ambiguous: bool = False
    derived: bool = False
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """A skill by its official `code`; `broader` are codes, and `category` is the name of its future file."""

    code: str
    label: str
    kind: Kind
    category: str
    names: tuple[OtherName, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OccupationRequirement:
    """One thing that an occupation asks for; `skills` and `head` are codes of concepts."""

    title: str
    kind: Kind
    necessity: Necessity
    skills: tuple[str, ...] = ()
    head: str | None = None
    logic: Logic = Logic.ALL_OF
    weight: float = 1.0
    degree: Degree | None = None
    min_months: int | None = None


@dataclass(frozen=True, slots=True)
class Occupation:
    """A role by its official `code`."""

    code: str
    label: str
    titles: tuple[str, ...]
    asked: tuple[OccupationRequirement, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """The content of a set of official files.

    `texts` are descriptions and names as running text: they show which names are ordinary words.
    `files` are the base names of the files that were read, and `fingerprint` is that of their contents.
    `tally` counts what was left out or changed, in words that say why.
    """

    source: str
    concepts: tuple[Concept, ...]
    occupations: tuple[Occupation, ...]
    texts: tuple[str, ...]
    files: tuple[str, ...]
    fingerprint: str
    tally: Counter[str]
