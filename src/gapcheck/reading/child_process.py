"""A guarded child process: it gets a document's bytes through a pipe, opens no file and no link, and gives JSON back.

The child is isolated (no user site, no environment of Python) and bounded in memory, processor time and seconds.
Its work is a function `(data, options) -> answer`, named as "module:function" and imported by the child alone, so
that the parent loads no parser. An answer is a dict of JSON values; {"error": reason, "detail": text}
says why there is no result.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from typing import Any

Answer = dict[str, Any]

_BOOT = (
    "import sys, json; sys.path += json.loads(sys.argv[1]); "
    "from gapcheck.reading.worker import serve; serve(sys.argv[2])"
)
_ENVIRONMENT = frozenset({"PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TESSDATA_PREFIX"})
_SIGXCPU = 24
"""What a process gets whose processor time is up; Windows has no name for it."""


class ChildProcess:
    """A child that is at work; `answer()` waits for it."""

    def __init__(self, work: str, data: bytes, options: Mapping[str, Any], *, seconds: float) -> None:
        """Start it.

        Args:
            work: the function that it runs, as "module:function".
            data: the document.
            options: handed to the function; `memory_bytes` and `cpu_seconds` bound the child.
            seconds: after which it is ended.
        """
        self._seconds = seconds
        self._options = options
        places = [place for place in sys.path if place and os.path.isabs(place)]  # noqa: PTH117  # strings, not paths
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter with our own module
            [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(places), work],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if name in _ENVIRONMENT},
            start_new_session=True,  # so that it can be ended together with what it runs (tesseract)
        )
        self._output: bytes | None = None
        self._thread = threading.Thread(target=self._communicate, args=(data,), daemon=True)
        self._thread.start()

    def _communicate(self, data: bytes) -> None:
        header = json.dumps(self._options).encode() + b"\n"
        try:
            self._output, _ = self._process.communicate(header + data, timeout=self._seconds)
        except subprocess.TimeoutExpired:
            self._end()

    def _end(self) -> None:
        """End the child and what it started."""
        if hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.communicate()

    def answer(self) -> Answer:
        """What the child answered, or why it did not."""
        self._thread.join()
        if self._output is None:
            return {"error": "limits", "detail": f"{self._seconds:g} seconds"}
        return answer_of(self._output, self._process.returncode, self._options["cpu_seconds"])


def started(work: str, data: bytes, options: Mapping[str, Any], *, seconds: float) -> Callable[[], Answer]:
    """Start `work` in a child process, or put it off where `options["child_process"]` is off; gives what waits for it."""
    if options["child_process"] and sys.executable:
        return ChildProcess(work, data, options, seconds=seconds).answer
    return lambda: resolve_name(work)(data, options)


def answer_of(output: bytes, code: int, cpu_seconds: int) -> Answer:
    """The answer in a child's output, or the reason for its absence according to the exit code."""
    try:
        answer = json.loads(output)
    except ValueError:
        if code > 0:
            return {"error": "broken", "detail": f"the parser stopped with code {code}"}
        over = f"{cpu_seconds} seconds of processor time" if code == -_SIGXCPU else "memory"
        return {"error": "limits", "detail": over}
    return answer if isinstance(answer, dict) else {"error": "broken", "detail": "no answer"}
