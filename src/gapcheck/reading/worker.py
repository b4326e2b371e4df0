"""The child's side of `child_process`: bytes on standard input, JSON on standard output, within the limits."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping
from pkgutil import resolve_name
from typing import Any

try:
    import resource
except ImportError:  # Windows: the parent's timeout remains
    resource = None  # type: ignore[assignment]


def serve(work: str) -> None:
    """Read a header line of JSON and the bytes, run `work` ("module:function"), write its answer and leave."""
    options = json.loads(sys.stdin.buffer.readline())
    restrict(options)
    logging.disable(logging.CRITICAL)
    run = resolve_name(work)  # its imports count against the limits too
    data = sys.stdin.buffer.read()
    try:
        answer = run(data, options)
    except MemoryError:
        answer = {"error": "limits", "detail": "memory"}
    except RecursionError:
        answer = {"error": "broken", "detail": "nested too deeply"}
    except Exception as error:  # noqa: BLE001  # whatever a made-up page does to the layout, its user gets one line
        answer = {"error": "broken", "detail": type(error).__name__}
    json.dump(answer, sys.stdout, separators=(",", ":"))
    sys.stdout.flush()
    os._exit(0)  # nothing is left to clean up, and leaving fast is what the caller waits for


def restrict(options: Mapping[str, Any]) -> None:
    """Let this process use no more memory, time or files than it was given (POSIX)."""
    if resource is None:
        return
    bounds = {
        resource.RLIMIT_AS: options["memory_bytes"],
        resource.RLIMIT_CPU: options["cpu_seconds"],
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        # the first signal of RLIMIT_CPU says why, the second one is final
        spare = 2 if kind == resource.RLIMIT_CPU else 0
        try:
            _, hard = resource.getrlimit(kind)
            limit = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(kind, (limit, limit + spare if hard == resource.RLIM_INFINITY else hard))
        except (OSError, ValueError):
            continue  # a system that does not know one of them keeps the others
