"""The child process that parses one PDF: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import Any

from gapcheck.reading.pdf.slim_imports import import_pdfminer


def main() -> int:
    """Read a header line of JSON and the PDF's bytes; write one JSON object. Returns the exit code."""
    header = json.loads(sys.stdin.buffer.readline())
    restrict(header)
    logging.disable(logging.CRITICAL)
    import_pdfminer()
    from gapcheck.reading.pdf.parser import parse  # noqa: PLC0415  # after the limits are set

    data = sys.stdin.buffer.read()
    try:
        answer = parse(data, header)
    except MemoryError:
        answer = {"error": "limits", "detail": "memory"}
    except RecursionError:
        answer = {"error": "broken", "detail": "nested too deeply"}
    except Exception as error:  # noqa: BLE001  # whatever a made-up page does to the layout, its user gets one line
        answer = {"error": "broken", "detail": type(error).__name__}
    json.dump(answer, sys.stdout, separators=(",", ":"))
    sys.stdout.flush()
    os._exit(0)  # nothing is left to clean up, and leaving fast is what the caller waits for


def restrict(header: dict[str, Any]) -> None:
    """Let this process use no more memory, time or files than it was given (POSIX)."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows: the parent's timeout remains
        return
    bounds = {
        resource.RLIMIT_AS: header["memory_bytes"],
        resource.RLIMIT_CPU: header["cpu_seconds"],
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for kind, bound in bounds.items():
        try:
            _, hard = resource.getrlimit(kind)
            limit = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            spare = (
                2 if kind == resource.RLIMIT_CPU else 0
            )  # the first signal tells why, the second one is final
            resource.setrlimit(kind, (limit, limit + spare if hard == resource.RLIM_INFINITY else hard))
        except (OSError, ValueError):
            continue  # a system that does not know one of them keeps the others


if __name__ == "__main__":
    raise SystemExit(main())
