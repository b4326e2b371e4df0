"""Schema of section_headings.yaml: what the sections of a resume are called, and what a heading says of its section.

Names are compared without case, accents of typing (hyphens, signs at the ends) and a trailing colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from gapcheck.taxonomy.language.heading_rules import HeadingRule
from gapcheck.taxonomy.model import TaxonomyEntry

SectionName = Literal[
    "summary",
    "experience",
    "projects",
    "volunteering",
    "teaching",
    "publications",
    "skills",
    "education",
    "training",
    "certifications",
    "languages",
    "awards",
    "goals",
    "interests",
    "references",
    "contact",
    "other",
]


class SectionNames(TaxonomyEntry):
    """The names of one kind of section, by language, English first.

    `head_nouns`: a short heading that ends with one of them is of this kind ("Customer Service Experience").
    `phrases`: so is a short line, set as a heading, that holds one of them ("Away from the desk").
    `told_by`: words of which two in a text below a heading of no known name tell this kind (hobbies).
    `prose`: the kind it is instead when its text is sentences and no list (Software, in an academic's resume).
    """

    kind: SectionName
    en: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    head_nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    prose: SectionName | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in all languages."""
        return (*self.en, *self.de, *self.fr, *self.es)


class HeadingClaim(TaxonomyEntry):
    """Words by which a heading, or the label of a list ("Not yet:"), says how all below it is meant."""

    assertion: Literal["aspired", "absent", "other", "past"]
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class SectionHeadings(TaxonomyEntry):
    """The whole file. `joiners` part the names of a compound heading ("Education & Certifications").

    `linking` words follow a name that opens a longer heading ("Experience in retail"). A year at the end of a heading,
    in digits or one of `years`, may stand behind a word of `before_year`; those of them in `aimed` look ahead.
    """

    rules: tuple[HeadingRule, ...] = ()
    sections: tuple[SectionNames, ...] = ()
    claims: tuple[HeadingClaim, ...] = ()
    joiners: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()

    @property
    def names(self) -> Iterator[str]:
        """Every name of a section, in all languages."""
        for row in self.sections:
            yield from row.names
