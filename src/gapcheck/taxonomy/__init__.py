"""The taxonomy: skills, roles, certificates and the vocabularies, read from folders of YAML files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.taxonomy.certifications import stale, suitability, validity_months
    from gapcheck.taxonomy.enums import Kind, Level, Logic, NameMatch, Necessity
    from gapcheck.taxonomy.importers import import_files
    from gapcheck.taxonomy.loading import check, load
    from gapcheck.taxonomy.model import (
        OBTAINED_LATER,
        UNDER_WAY,
        Alias,
        Alternative,
        CareerLevel,
        Certification,
        Degree,
        Examples,
        Fact,
        Related,
        Requirement,
        Role,
        Skill,
        Source,
        TaxonomyEntry,
    )
    from gapcheck.taxonomy.schema import schemas
    from gapcheck.taxonomy.taxonomy import Taxonomy

__all__ = [
    "OBTAINED_LATER",
    "UNDER_WAY",
    "Alias",
    "Alternative",
    "CareerLevel",
    "Certification",
    "Degree",
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
    "TaxonomyEntry",
    "check",
    "import_files",
    "load",
    "schemas",
    "stale",
    "suitability",
    "validity_months",
]

__getattr__ = lazy_names(
    __name__, ".enums", ".model", ".taxonomy", ".loading", ".certifications", ".schema", ".importers"
)
