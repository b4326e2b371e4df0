"""Building a role out of job documents, comparing it with an earlier one, and proposing skills that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.role_building.job_documents import Understood, understand
    from gapcheck.role_building.proposed_skills import Proposal, proposals, proposals_yaml
    from gapcheck.role_building.role import build_role, to_yaml
    from gapcheck.role_building.role_changes import Change, ChangedRow, Difference, difference
    from gapcheck.role_building.unknown_terms import Sighting, UnknownTerm

__all__ = [
    "Change",
    "ChangedRow",
    "Difference",
    "Proposal",
    "Sighting",
    "Understood",
    "UnknownTerm",
    "build_role",
    "difference",
    "proposals",
    "proposals_yaml",
    "to_yaml",
    "understand",
]

__getattr__ = lazy_names(
    __name__, ".job_documents", ".role", ".role_changes", ".unknown_terms", ".proposed_skills"
)
