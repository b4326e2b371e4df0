"""Reading knows how bytes become a Document."""

from __future__ import annotations

from gapcheck.reading.limits import Limits
from gapcheck.reading.start import Reading, read, start

__all__ = ["Limits", "Reading", "read", "start"]
