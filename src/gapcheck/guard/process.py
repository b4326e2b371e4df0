"""One worker process as its parent sees it: it is started, called, and ended when it does not answer."""

from __future__ import annotations

import json
import marshal
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, Literal, NamedTuple, cast

from gapcheck import errors
from gapcheck.errors import ConfigError, DocumentError, GapcheckError
from gapcheck.guard.interpreter import HINT, interpreter
from gapcheck.lazy import LazyModule
from gapcheck.limits import MEGABYTE, Limits, how_to_raise

windows_job = LazyModule("gapcheck.guard.windows_job")

_BOOT = (
    "import sys, json; sys.path += json.loads(sys.argv[1]); from gapcheck.guard.child import serve; serve()"
)
_ENVIRONMENT = frozenset({
    "PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TESSDATA_PREFIX", "HOME", "USERPROFILE", "LOCALAPPDATA",
    "XDG_CACHE_HOME", "GAPCHECK_CACHE_DIR",
})  # fmt: skip
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
_READY_BYTES = 512 * MEGABYTE
"""More than a worker takes when it is ready; Windows bounds it from its start on."""
_SIGXCPU, _SIGKILL = 24, 9
"""What ends a process whose processor time is up, and what a system uses that runs out of memory."""
_LIMITS = {"cpu": "cpu_seconds", "wall": "wall_seconds", "memory": "memory_bytes", "answer": "answer_bytes"}


class Bound(NamedTuple):
    """The seconds after which a call is ended, and whose they are: of the limits (wall), or of the caller (timeout)."""

    seconds: float
    origin: Literal["wall", "timeout"]


_START = Bound(120.0, "wall")
"""Until a worker is ready; no document has a part in it."""


class GuardError(Exception):
    """A worker gave no answer.

    `reason`: limits (`detail` says which: cpu, wall, memory, answer, nesting, or timeout: the seconds that
    the caller gave it, which are then those of `limits`), crashed, error (`detail` is the exception), busy
    (no worker was free in time) or cancelled.
    """

    def __init__(self, reason: str, detail: str, limits: Limits) -> None:
        super().__init__(reason, detail, limits)
        self.reason = reason
        self.detail = detail
        self.limits = limits

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}"

    def of_document(self, name: str, hint: str = "Print it to a new PDF and try that one.") -> DocumentError:
        """The same as the error of the document that was being read."""
        if self.reason != "limits":
            what = {
                "crashed": f"{name} ended the process that read it ({self.detail}).",
                "error": f"{name} is damaged or unusual, and reading it failed ({self.detail}).",
                "busy": f"{name} was not read: {self.detail}.",
                "cancelled": f"{name} was not read: the work was cancelled.",
            }[self.reason]
            reason = "broken" if self.reason == "error" else self.reason
            return DocumentError(what, reason=reason, hint=hint if reason in {"crashed", "broken"} else "")
        if self.detail == "nesting":
            return DocumentError(
                f"{name} is nested too deeply to be read.",
                reason="limits",
                hint="Save it as plain text or as PDF.",
            )
        if self.detail == "timeout":
            within = f"{self.limits.wall_seconds:g} seconds it was given"
            return DocumentError(
                f"{name} was not done within the {within}.", reason="limits", hint="Raise the timeout."
            )
        amounts = {
            "cpu": f"{self.limits.cpu_seconds:g} seconds of processor time",
            "wall": f"{self.limits.wall_seconds:g} seconds",
            "memory": f"{self.limits.memory_bytes // MEGABYTE} MB of memory",
            "answer": f"{self.limits.answer_bytes // MEGABYTE} MB for what is read of it",
        }
        return DocumentError(
            f"{name} needs more than {amounts[self.detail]}, which no resume does.",
            reason="limits",
            hint=f"{hint} {how_to_raise(_LIMITS[self.detail])}",
        )


class Process:
    """A worker process that does one call at a time. What it needs to start is sent at once, what it says is read later."""

    def __init__(self, setup: str, setup_args: tuple[Any, ...], limits: Limits) -> None:
        """Start it; see `Guard` for the arguments.

        Raises:
            ConfigError: there is no Python to start.
        """
        self.limits = limits
        self._python = interpreter()
        self._ready = False
        self._expired = False
        self._cancelled = False
        self._last = False
        places = [place for place in sys.path if place and os.path.isabs(place)]  # noqa: PTH117  # strings, not paths
        environment = {name: value for name, value in os.environ.items() if name in _ENVIRONMENT}
        try:
            self._popen = subprocess.Popen(  # noqa: S603  # our own interpreter with our own module
                [self._python, "-I", "-S", "-c", _BOOT, json.dumps(places)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=environment | _ONE_THREAD,
                start_new_session=True,  # so that it can be ended together with what it runs (tesseract)
            )
        except OSError as error:
            raise self._unstarted(error.strerror or str(error)) from None
        self._leave_job: Callable[[], Any] = lambda: None
        if sys.platform == "win32":
            most = _READY_BYTES + limits.memory_bytes
            self._leave_job = windows_job.bound_to_job(int(self._popen._handle), most)  # noqa: SLF001  # no other way to it
        self._stdin = cast(BinaryIO, self._popen.stdin)
        self._stdout = cast(BinaryIO, self._popen.stdout)
        self._first = {
            "parent": os.getpid(),
            "setup": setup,
            "setup_args": setup_args,
            **{
                name: getattr(limits, name)
                for name in ("memory_bytes", "open_files", "answer_bytes", "documents", "growth_bytes")
            },
        }

    @property
    def alive(self) -> bool:
        """Whether it can be called (again)."""
        return not (self._expired or self._last) and self._popen.poll() is None

    def call(self, work: str, args: tuple[Any, ...], *, bound: Bound, cpu_seconds: float) -> Any:
        """The answer of `work(*args)` as JSON values; `alive` says afterwards whether there may be a further call.

        Raises:
            GuardError: it gave none.
            GapcheckError: what the function raised.
            ConfigError: the process could not be prepared.
        """
        if not self._ready:
            self._send(self._first)
        self._send({"work": work, "args": args, "cpu_seconds": cpu_seconds})
        if not self._ready:
            found = self._receive(_START.seconds)
            if found is None or not isinstance(found.get("answer"), list):
                raise self._refused(found)
            if tuple(found["answer"]) != sys.version_info[:2]:
                raise self._unstarted("it is another version of Python")
            self._ready = True
        found = self._receive(bound.seconds)
        if found is None:
            raise self._unanswered(bound)
        if "raised" in found:
            raise self._raised(*found["raised"])
        if "answer" not in found:
            reason, detail = found["failed"]
            raise GuardError(str(reason), str(detail), self.limits)
        return found["answer"]

    def cancel(self) -> None:
        """End it at once; a call that waits for it raises."""
        self._cancelled = True
        self.end()

    def end(self) -> None:
        """End it and what it started."""
        if self._popen.poll() is None:
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._popen.pid, signal.SIGKILL)
                else:
                    self._popen.kill()

    def close(self) -> None:
        """End it and give back its pipes; no call may wait for it."""
        self.end()
        self._popen.wait()
        self.forget()

    def forget(self) -> None:
        """Give back the pipes; the process itself belongs to another one, from which this one was forked."""
        for pipe in (self._stdin, self._stdout):
            with suppress(OSError):
                pipe.close()
        self._leave_job()
        if self._popen.returncode is None:
            self._popen.returncode = 0

    def _send(self, message: dict[str, Any]) -> None:
        body = marshal.dumps(message)
        rest = memoryview(len(body).to_bytes(8, "big") + body)
        with suppress(OSError, ValueError):  # it has ended; reading its answer finds out why
            while rest:
                rest = rest[self._stdin.write(rest) :]

    def _receive(self, seconds: float) -> dict[str, Any] | None:
        """The next frame; None if the process ended before, or was ended after `seconds`."""
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            head = self._read(8)
            size = int.from_bytes(head, "big")
            if size > self.limits.answer_bytes:
                self._last = True
                return {"failed": ["limits", "answer"]}
            body = self._read(size)
            found = json.loads(body)
        except (EOFError, OSError):
            return None
        except (ValueError, RecursionError):
            found = None
        finally:
            timer.cancel()
            timer.join()
        if not isinstance(found, dict):
            found = {"failed": ["error", "no answer"], "last": True}
        self._last = bool(found.get("last"))
        return found

    def _read(self, size: int) -> bytes:
        """So many bytes.

        Raises:
            EOFError: the process ended before.
        """
        parts: list[bytes] = []
        while size > 0:
            part = self._stdout.read(min(size, MEGABYTE))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _expire(self) -> None:
        self._expired = True
        self.end()

    def _unanswered(self, bound: Bound) -> GuardError:
        code = self._popen.wait()
        if self._cancelled:
            return GuardError("cancelled", "", self.limits)
        if self._expired:
            given = bound.origin == "timeout"
            limits = replace(self.limits, wall_seconds=bound.seconds) if given else self.limits
            return GuardError("limits", bound.origin, limits)
        if code == -_SIGXCPU:
            return GuardError("limits", "cpu", self.limits)
        if code == -_SIGKILL:
            return GuardError(
                "crashed", "it was killed, as a system does that runs out of memory", self.limits
            )
        what = f"signal {-code}" if code < 0 else f"exit code {code}"
        return GuardError("crashed", what, self.limits)

    def _refused(self, found: dict[str, Any] | None) -> GapcheckError | GuardError:
        """Why it is not ready."""
        if found is not None and "raised" in found:
            return self._raised(*found["raised"])
        if found is not None:
            return self._unstarted(": ".join(map(str, found.get("failed", ()))))
        error = self._unanswered(_START)
        return error if error.reason == "cancelled" else self._unstarted(error.detail)

    def _unstarted(self, why: str) -> ConfigError:
        return ConfigError(f"A worker process could not be started with {self._python} ({why}).", hint=HINT)

    @staticmethod
    def _raised(kind: str, message: str, hint: str, reason: str) -> GapcheckError:
        """The error of ours that a worker reported."""
        if kind == "DocumentError":
            return DocumentError(message, reason=reason, hint=hint)
        known = getattr(errors, kind, GapcheckError)
        return cast(GapcheckError, known(message, hint=hint))
