"""Ends an analysis that takes too much processor time, in a process that has nothing else to do: that of the command.

It needs a signal, which belongs to the whole process; so a program that uses the library has worker processes
instead.
"""

from __future__ import annotations

import signal
import threading
import time
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from gapcheck.lazy import LazyModule
from gapcheck.limits import Limits

process = LazyModule("gapcheck.guard.process")

_TIMED = hasattr(signal, "setitimer")
"""Whether the system counts the time; else (Windows) a thread does, which a single long call may hold up."""
_SIGNAL = signal.SIGPROF if _TIMED else signal.SIGTERM
_AGAIN = 1.0
"""Seconds after which it is raised once more, should the first have been caught on its way."""
_LOOKS = 0.1
"""Seconds between two looks of the thread at the time."""

_state = {"is_ours": False, "is_busy": False}
_apart = {"is_open": False, "seconds": 0.0}
"""Whether something is being made for all documents, and how long that took up to now."""


def enforce_deadlines() -> None:
    """From now on `deadline` ends what takes too long, since this process is the command's own."""
    _state["is_ours"] = True


@contextmanager
def deadline(name: str, limits: Limits, documents: int = 1) -> Iterator[None]:
    """Raise in the block when it has taken `limits.cpu_seconds` of processor time for each of its documents.

    Nothing is bounded before `enforce_deadlines`, in a thread, or within another deadline, which holds for
    this block, too.

    Raises:
        DocumentError: reason limits. `name` is the document's.
    """
    mine = threading.current_thread() is threading.main_thread()
    if not (_state["is_ours"] and mine) or _state["is_busy"]:
        yield
        return

    def spent(*_: Any) -> None:
        if _state["is_busy"]:
            raise process.GuardError("limits", "cpu", limits).of_document(name)

    before = signal.signal(_SIGNAL, spent)
    _state["is_busy"] = True
    stop = (_timer if _TIMED else _watch)(limits.cpu_seconds * documents)
    try:
        yield
    finally:
        _state["is_busy"] = False
        stop()
        signal.signal(_SIGNAL, before)


@contextmanager
def uncounted() -> Iterator[None]:
    """What is made in the block serves all documents, and counts for none of them: tables of a taxonomy."""
    mine = threading.current_thread() is threading.main_thread()
    if _apart["is_open"] or not (_state["is_busy"] and mine):
        yield
        return
    began = time.process_time()
    left = signal.setitimer(signal.ITIMER_PROF, 0)[0] if _TIMED else 0.0
    _apart["is_open"] = True
    try:
        yield
    finally:
        _apart["is_open"] = False
        _apart["seconds"] += time.process_time() - began
        if _TIMED and _state["is_busy"]:
            signal.setitimer(signal.ITIMER_PROF, max(left, _LOOKS), _AGAIN)


def _timer(seconds: float) -> Callable[[], Any]:
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    return lambda: signal.setitimer(signal.ITIMER_PROF, 0)


def _watch(seconds: float) -> Callable[[], Any]:
    done = threading.Event()
    end = time.process_time() + seconds - _apart["seconds"]

    def look() -> None:
        while not done.wait(_LOOKS):
            if not _apart["is_open"] and time.process_time() > end + _apart["seconds"]:
                interrupt_main(_SIGNAL)

    threading.Thread(target=look, daemon=True).start()
    return done.set
