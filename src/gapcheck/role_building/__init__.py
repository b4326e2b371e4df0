"""Building a role out of job documents, comparing it with an earlier one, and proposing skills that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.role_building.proposing import Proposal, proposals, proposals_yaml
    from gapcheck.role_building.role import build_role
    from gapcheck.role_building.role_changes import Change, ChangedRow, Difference, difference
    from gapcheck.role_building.understanding import Understood, understand
    from gapcheck.role_building.unknown import Sighting, UnknownTerm
    from gapcheck.role_building.yaml import to_yaml

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
    __name__,
    {
        ".proposing": ["Proposal", "proposals", "proposals_yaml"],
        ".role": ["build_role"],
        ".role_changes": ["Change", "ChangedRow", "Difference", "difference"],
        ".understanding": ["Understood", "understand"],
        ".unknown": ["Sighting", "UnknownTerm"],
        ".yaml": ["to_yaml"],
    },
)
