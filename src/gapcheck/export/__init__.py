"""What was understood of a resume or of job documents, as plain values for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.export.json_resume import left_out, resume_as_json_resume
    from gapcheck.export.parsed import posting_values, resume_values

__all__ = ["left_out", "posting_values", "resume_as_json_resume", "resume_values"]

__getattr__ = lazy_names(__name__, ".parsed", ".json_resume")
