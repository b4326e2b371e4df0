"""The taxonomy: skills, roles, certificates and the vocabularies, read from folders of YAML files."""

from __future__ import annotations

from gapcheck.taxonomy.loading import load
from gapcheck.taxonomy.model import (
    Alias,
    CareerLevel,
    Certification,
    Degree,
    Entry,
    Examples,
    Fact,
    Kind,
    Level,
    Logic,
    NameMatch,
    Necessity,
    Related,
    Requirement,
    Role,
    Skill,
    Source,
)
from gapcheck.taxonomy.taxonomy import Taxonomy

__all__ = [
    "Alias",
    "CareerLevel",
    "Certification",
    "Degree",
    "Entry",
    "Examples",
    "Fact",
    "Kind",
    "Level",
    "Logic",
    "NameMatch",
    "Necessity",
    "Related",
    "Requirement",
    "Role",
    "Skill",
    "Source",
    "Taxonomy",
    "load",
]
