"""Guard: the workers of one kind, each lent to one call at a time."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from gapcheck.guard.process import Bound, GuardError, Process
from gapcheck.limits import Limits

_TRIES = 2
"""A document whose worker crashes is tried once more: the worker may have been ended from outside."""


class Pending:
    """A call that is being made; `result()` waits for its answer, or raises the same error each time."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self._call = call
        self._answer: Any = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._answer = self._call()
        except BaseException as error:  # noqa: BLE001  # raised again where it is asked for
            self._error = error

    def result(self) -> Any:
        """The answer, as of `Guard.call`."""
        self._thread.join()
        if self._error is not None:
            raise self._error.with_traceback(None)
        return self._answer


class Guard:
    """Up to `workers` long-lived child processes that run functions on strangers' documents, one call each at a time.

        with Guard(workers=2) as guard:
            answer = guard.call("package.module:function", data, {"pages": 3})

    A function is named, and imported by the worker alone. Its arguments are plain values and bytes (what
    `marshal` takes), its answer JSON values. With `setup="package.module:prepare"` a worker first calls
    `prepare(*setup_args)`, without limits, and hands what that gives to each function as its first argument.

    A worker is bounded (see `Limits`), isolated from the environment, replaced when it hangs, crashes or has
    grown, and ends with this process. Threads may share a guard; after a fork, the child process starts
    workers of its own. Workers start with the first calls; a worker that crashes under a call is replaced,
    and the call made once more.
    """

    def __init__(
        self,
        *,
        workers: int = 1,
        limits: Limits = Limits(),  # noqa: B008  # frozen
        setup: str = "",
        setup_args: tuple[Any, ...] = (),
    ) -> None:
        self._workers = workers
        self._limits = limits
        self._setup = (setup, setup_args)
        self._processes: set[Process] = set()
        self._begin()
        self._finalizer = weakref.finalize(self, _close, self._processes)
        if hasattr(os, "register_at_fork"):
            here = weakref.ref(self)
            os.register_at_fork(after_in_child=lambda: _after_fork(here()))

    def _begin(self) -> None:
        self._closed = False
        self._busy = 0
        self._idle: list[Process] = []
        self._lock = threading.Lock()
        self._free = threading.Semaphore(self._workers)

    def call(
        self,
        work: str,
        *args: Any,
        limits: Limits | None = None,
        seconds: float | None = None,
        spare_seconds: float = 0.0,
        wait: float | None = None,
    ) -> Any:
        """The answer of the function `work` ("module:function").

        Args:
            work: the function.
            args: its arguments.
            limits: those of this call; a worker with other ones is replaced. Default: the guard's.
            seconds: until the worker is ended, in place of the limits' own.
            spare_seconds: in addition to those of the limits, of processor time too.
            wait: seconds to wait for a free worker. Default: without end.

        Raises:
            GuardError: no answer: limits, crashed, error, busy or cancelled.
            GapcheckError: what the function raised.
            ConfigError: no worker can be started.
        """
        bounds = limits or self._limits
        if not self._free.acquire(timeout=wait):
            raise GuardError("busy", f"no worker was free within {wait:g} seconds", bounds)
        with self._lock:
            self._busy += 1
        try:
            own = Bound(bounds.wall_seconds + spare_seconds, "wall")
            bound = own if seconds is None else Bound(seconds, "timeout")
            return self._answer(work, args, bounds, bound, bounds.cpu_seconds + spare_seconds)
        finally:
            with self._lock:
                self._busy -= 1
            self._free.release()

    def start(self, work: str, *args: Any, **options: Any) -> Pending:
        """Begin a call and go on; arguments as of `call`."""
        return Pending(lambda: self.call(work, *args, **options))

    @property
    def free(self) -> int:
        """How many calls would be taken at once."""
        return self._workers - self._busy

    def close(self) -> None:
        """End all workers at once; calls that wait raise GuardError (cancelled)."""
        with self._lock:
            self._closed = True
            for each in self._processes:
                each.cancel()
            for each in self._idle:
                each.close()
            self._processes -= set(self._idle)
            self._idle.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(
        self, work: str, args: tuple[Any, ...], limits: Limits, bound: Bound, cpu_seconds: float
    ) -> Any:
        for attempt in range(1, _TRIES + 1):
            process = self._lent(limits)
            try:
                return process.call(work, args, bound=bound, cpu_seconds=cpu_seconds)
            except GuardError as error:
                if error.reason != "crashed" or attempt == _TRIES:
                    raise
            finally:
                self._give_back(process)
        raise AssertionError  # the last attempt returns or raises

    def _lent(self, limits: Limits) -> Process:
        with self._lock:
            if self._closed:
                raise GuardError("cancelled", "", limits)
            while self._idle:
                process = self._idle.pop()
                if process.limits == limits and process.alive:
                    return process
                self._processes.discard(process)
                process.close()
            process = Process(*self._setup, limits)
            self._processes.add(process)
            return process

    def _give_back(self, process: Process) -> None:
        with self._lock:
            if process.alive and not self._closed:
                self._idle.append(process)
                return
            self._processes.discard(process)
        process.close()

    def begin_anew(self) -> None:
        """Forget all workers: they belong to the process that this one was forked from."""
        for each in self._processes:
            each.forget()
        self._processes.clear()
        self._begin()


def _after_fork(guard: Guard | None) -> None:
    if guard is not None:
        guard.begin_anew()


def _close(processes: set[Process]) -> None:
    for each in tuple(processes):
        each.close()
