"""The headings and sections of any kind of document."""

from __future__ import annotations

from gapcheck.outline.sections import Evidence, Outline, outline

__all__ = ["Evidence", "Outline", "outline"]
