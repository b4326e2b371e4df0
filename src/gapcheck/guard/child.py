"""What a worker process runs: one function after another for its parent, each within the limits.

Messages are frames: eight bytes of length, then a body. The parent, which is trusted, sends `marshal`; the
worker, which a document may have taken over, answers in JSON. The first frame prepares the worker, each later
one is a call; a closed pipe ends it.
"""

from __future__ import annotations

import _thread
import json
import logging
import marshal
import math
import os
import signal
import sys
import time
from collections.abc import Mapping
from pkgutil import resolve_name
from typing import Any, BinaryIO

from gapcheck.errors import GapcheckError

try:
    import resource
except ImportError:  # Windows: seconds of waiting and the size of the answer remain, which the parent bounds
    resource = None  # type: ignore[assignment]

_SPOILED = ("memory", "OSError")
"""What fails so that the worker may lack memory or files for the next document, too."""
_NOBODY = object()
"""The state of a worker that was not prepared with any."""


def serve() -> None:
    """Work until the parent closes the pipe or no longer lives."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get between the answers
    logging.disable(logging.CRITICAL)
    prepare = _frame(requests)
    if prepare is None:
        return
    if hasattr(signal, "SIGKILL"):
        _thread.start_new_thread(_leave_with, (prepare["parent"],))
    state: Any = _NOBODY

    def prepared() -> list[int]:
        nonlocal state
        if prepare["setup"]:
            state = resolve_name(prepare["setup"])(*prepare["setup_args"])
        return list(sys.version_info[:2])

    ready = outcome(prepared)
    _write(answers, ready, prepare["answer_bytes"])
    if "answer" not in ready:
        return
    restrict(prepare)
    before, done = _memory()[1], 0
    while (call := _frame(requests)) is not None:
        allow_seconds(call["cpu_seconds"])
        args = call["args"] if state is _NOBODY else (state, *call["args"])
        answer = outcome(lambda call=call, args=args: resolve_name(call["work"])(*args))
        done += 1
        grown = _memory()[1] - before
        spent = done >= prepare["documents"] or grown > prepare["growth_bytes"]
        answer["last"] = spent or answer.get("failed", [""])[-1].startswith(_SPOILED)
        _write(answers, answer, prepare["answer_bytes"])
        if answer["last"]:
            break
    os._exit(0)  # nothing is left to clean up


def outcome(work: Any) -> dict[str, Any]:
    """What `work()` gave as {"answer": ...}, or why it gave nothing."""
    try:
        return {"answer": work()}
    except MemoryError:
        return {"failed": ["limits", "memory"]}
    except RecursionError:
        return {"failed": ["limits", "nesting"]}
    except GapcheckError as error:
        return {"raised": [type(error).__name__, error.message, error.hint, getattr(error, "reason", "")]}
    except Exception as error:  # noqa: BLE001  # whatever a made-up page does to the layout, its user gets one line
        return {"failed": ["error", f"{type(error).__name__}: {error}"]}


def _frame(stream: BinaryIO) -> dict[str, Any] | None:
    head = stream.read(8)
    if len(head) < 8:
        return None
    body: dict[str, Any] = marshal.loads(stream.read(int.from_bytes(head, "big")))  # noqa: S302  # from our own parent
    return body


def _write(stream: BinaryIO, answer: Mapping[str, Any], most: int) -> None:
    encoded = outcome(lambda: json.dumps(answer, separators=(",", ":")).encode())
    body = encoded.get("answer", b"")
    if not body or len(body) > most:
        why = ["limits", "answer"] if body else encoded.get("failed", ["error", "no answer"])
        body = json.dumps({"failed": why, "last": answer.get("last", False)}).encode()
    stream.write(len(body).to_bytes(8, "big") + body)
    stream.flush()


def _leave_with(parent: int) -> None:
    """End this process and what it started once the parent is gone, whatever is being done."""
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(0, signal.SIGKILL)


def restrict(bounds: Mapping[str, Any]) -> None:
    """Let this process use no more memory and files than `bounds` say, and write none (POSIX)."""
    if resource is None:
        return
    for kind, bound in (
        (resource.RLIMIT_AS, _memory()[0] + bounds["memory_bytes"]),
        (resource.RLIMIT_NOFILE, bounds["open_files"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hard = resource.getrlimit(kind)
            limit = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(kind, (limit, limit))
        except (OSError, ValueError):
            continue  # a system that does not know one of them keeps the others


def allow_seconds(seconds: float) -> None:
    """Let this process use `seconds` of processor time from now on (POSIX); then a signal ends it."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    bound = math.ceil(used.ru_utime + used.ru_stime + seconds)
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(
            resource.RLIMIT_CPU, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard)
        )
    except (OSError, ValueError):
        return


def _memory() -> tuple[int, int]:
    """Bytes of address space and of resident memory; where the system does not say, 0 and the most there ever was."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # pathlib costs its import
            size, resident = file.read().split()[:2]
    except OSError:
        if resource is None:
            return 0, 0
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return 0, most if sys.platform == "darwin" else most * 1024
    page = resource.getpagesize() if resource else 4096
    return int(size) * page, int(resident) * page
