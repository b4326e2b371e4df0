"""From bytes to a Document.

The names below are loaded when they are first asked for: the child process that parses a PDF imports this
package too, and needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.reading.limits import Limits
    from gapcheck.reading.reader import READERS, PendingDocument, Reader, read, start
    from gapcheck.reading.source import SourceFile

__all__ = ["READERS", "Limits", "PendingDocument", "Reader", "SourceFile", "read", "start"]

_HOMES = {"Limits": "limits", "SourceFile": "source"}
"""Where a name is defined, other than in `reader`."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'reader')}"), name)
    globals()[name] = value
    return value
