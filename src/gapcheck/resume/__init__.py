"""What a document says about one person's career: sections, entries with dates, education, certificates, contact."""

from __future__ import annotations

from gapcheck.resume.parse import parse
from gapcheck.resume.periods import is_dated, months_of, skill_months

__all__ = ["is_dated", "months_of", "parse", "skill_months"]
