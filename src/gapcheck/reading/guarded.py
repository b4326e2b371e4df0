"""The worker processes that open strangers' files, one set for all callers of this process (see `gapcheck.guard`)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any

from gapcheck.guard import Guard, GuardError
from gapcheck.limits import Limits

_READERS = Guard(workers=os.cpu_count() or 1)
"""None is started before a file comes."""


def begin(name: str, work: str, *args: Any, limits: Limits, spare_seconds: float = 0.0) -> Callable[[], Any]:
    """Begin `work(*args)` on the document `name` in a worker; gives what waits for the answer, or raises DocumentError.

    Args:
        name: the document's, for errors.
        work: "module:function"; it runs here where `limits.child_process` is off.
        args: plain values and bytes.
        limits: of the worker.
        spare_seconds: what it may take beyond the limits.
    """
    if not limits.child_process:
        return lambda: resolve_name(work)(*args)
    pending = _READERS.start(
        work,
        *args,
        limits=limits,
        spare_seconds=spare_seconds,
    )

    def answer() -> Any:
        try:
            return pending.result()
        except GuardError as error:
            raise error.of_document(name) from None

    return answer
