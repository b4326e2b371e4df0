"""From bytes to a Document.

The names below are loaded when they are first asked for: the child process that parses a PDF imports this
package too, and needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.lazy import lazy_names

if TYPE_CHECKING:
    from gapcheck.limits import Limits
    from gapcheck.reading.formats import READERS, Reader
    from gapcheck.reading.reader import PendingDocument, read, start
    from gapcheck.reading.source import SourceFile

__all__ = ["READERS", "Limits", "PendingDocument", "Reader", "SourceFile", "read", "start"]

__getattr__ = lazy_names(__name__, ".source", ".formats", ".reader")
