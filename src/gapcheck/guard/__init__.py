"""Guarded worker processes: long-lived, bounded, replaced when they hang, crash or grow. They know no resume.

`Guard` is the parent's side, `child` what a worker runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.guard.pool import Guard, Pending
    from gapcheck.guard.process import GuardError

__all__ = ["Guard", "GuardError", "Pending"]

__getattr__ = lazy_names(__name__, ".pool", ".process")
