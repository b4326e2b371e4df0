# ruff: noqa: INP001  # a script beside another
"""What `scale.py` has its workers do: documents without end, some of them poisonous, and what is kept of a report."""

from __future__ import annotations

import ctypes
import os
import random
import re
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gapcheck.reading import READERS
from gapcheck.report import GapReport

POISONS = ("fail", "hang", "crash", "eat")
SUFFIX = ".scale"
_NUMBER = re.compile(rb"\b\d{1,3}\b")
_LINE = re.compile(rb"\n")


def documents(folder: Path, count: int, *, poison_every: int = 0) -> Iterator[Any]:
    """`count` resumes, each another one: lines of the folder's texts left out, numbers changed; reproducible."""
    texts = [path.read_bytes() for path in sorted(folder.rglob("*.txt")) + sorted(folder.rglob("*.md"))]
    choose = random.Random(7)  # noqa: S311  # to make texts, not secrets
    for number in range(count):
        if poison_every and number % poison_every == poison_every // 2:
            yield _File(f"{number}{SUFFIX}", POISONS[number // poison_every % len(POISONS)].encode())
            continue
        lines = choose.choice(texts).split(b"\n")
        kept = [line for line in lines if choose.random() > 0.05]
        text = _NUMBER.sub(lambda _: str(choose.randrange(1, 1000)).encode(), b"\n".join(kept))
        yield _File(f"{number}.txt", text + b"\nReference " + str(number).encode())


class _File:
    """A binary file with a name."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data

    def read(self, size: int = -1) -> bytes:
        """So many bytes."""
        size = len(self._data) if size < 0 else size
        part, self._data = self._data[:size], self._data[size:]
        return part


def read(source: Any, heading_names: Sequence[str], limits: Any) -> Any:
    """Does what the document says, once in a thousand."""
    word = source.data.decode()
    if word == "fail":
        raise KeyError(word)
    if word == "hang":
        time.sleep(600)
    if word == "crash":
        ctypes.string_at(0)
    rows = []
    while word == "eat":
        rows.append(bytearray(2**24))
    return READERS["text"](source, heading_names, limits)


def kept(report: GapReport) -> dict[str, Any]:
    """The score, and what the worker that made it has cost so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return {
        "score": report.score.value,
        "worker": os.getpid(),
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": pages * resource.getpagesize() / 2**20,
    }
