"""Building knows how many job documents become one role."""

from __future__ import annotations

from gapcheck.building.role import build_role
from gapcheck.building.yaml import to_yaml

__all__ = ["build_role", "to_yaml"]
