"""Keeps what was worked out of a piece of text while one document is read: its readers ask for the same lines again.

Nothing is kept from one document to the next, nor between threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_KEPT: ContextVar[dict[Any, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def one_document() -> Iterator[None]:
    """While one document is read and judged; inside another such block it changes nothing."""
    if _KEPT.get() is not None:
        yield
        return
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def once_a_document(function: Callable[P, R]) -> Callable[P, R]:
    """A pure function of values that can be hashed, worked out once for the same ones in one document.

    Outside of `one_document` it is called each time.
    """

    @wraps(function)
    def kept(*values: P.args, **named: P.kwargs) -> R:
        known = _KEPT.get()
        if known is None:
            return function(*values, **named)
        key = (function, values, *named.items()) if named else (function, values)
        try:
            found: R = known[key]
        except KeyError:
            found = known[key] = function(*values, **named)
        return found

    return kept
