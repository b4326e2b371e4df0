"""What a document says about one person's career: sections, entries with dates, education, certificates, contact."""

from __future__ import annotations

from gapcheck.resume.model import skill_months
from gapcheck.resume.parse import parse

__all__ = ["parse", "skill_months"]
