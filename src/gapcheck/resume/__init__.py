"""What a document says about one person's career: sections, entries with dates, education, certificates, contact."""

from __future__ import annotations

from gapcheck.resume.parse import parse
from gapcheck.resume.skill_months import skill_months

__all__ = ["parse", "skill_months"]
