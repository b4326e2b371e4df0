"""Reading knows how bytes become a Document.

The names below are loaded when they are first asked for: the child process that parses a PDF imports this
package too, and needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gapcheck.reading.limits import Limits
    from gapcheck.reading.reader import Reading, read, start

__all__ = ["Limits", "Reading", "read", "start"]

_HOMES = {"Limits": "limits", "Reading": "reader", "read": "reader", "start": "reader"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
