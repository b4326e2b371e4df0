"""Building knows how many job documents become one role, and which names in them are new."""

from __future__ import annotations

from gapcheck.role_building.difference import Change, ChangedRow, Difference, difference
from gapcheck.role_building.proposing import Proposal, proposals, proposals_yaml
from gapcheck.role_building.role import build_role
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
