"""The headings and sections of any kind of document."""

from __future__ import annotations

from gapcheck.outline.sections import Outline, SectionEvidence, outline

__all__ = ["Outline", "SectionEvidence", "outline"]
