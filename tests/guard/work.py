"""What the workers of the tests run: functions that behave well, and the ways in which a document ends a process."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path

from gapcheck.errors import DocumentError
from gapcheck.guard import child

KEPT: list[bytearray] = []


def prepare(word):
    if word == "refused":
        raise ValueError(word)
    return word


def greet(word, name):
    return f"{word} {name}"


def double(number):
    print("to standard output")  # noqa: T201
    return 2 * number


def process():
    return os.getpid()


def grow(size):
    KEPT.append(bytearray(os.urandom(1024)) * (size // 1024))
    return len(KEPT)


def hang():
    time.sleep(600)


def crash():
    ctypes.string_at(0)


def crash_once(mark):
    if not Path(mark).exists():
        os.mkdir(mark)  # noqa: PTH102  # a worker may write no file
        os.kill(os.getpid(), signal.SIGKILL)
    return "here"


def eat_memory():
    rows = []
    while True:
        rows.append(bytearray(2**22))


def use_the_processor():
    while True:
        pass


def answer_without_end():
    return "a" * 3_000_000


def nest():
    return nest()


def fail():
    raise KeyError("no such glyph")


def refuse():
    raise DocumentError("a.pdf is torn.", reason="broken", hint="Export it again.")


def not_json():
    return {1, 2}


def pid_then_hang(path):
    os.mkdir(f"{path}-{os.getpid()}")  # noqa: PTH102
    time.sleep(600)


def bounded_by_the_system():
    return child.resource is not None


def open_files():
    return len([os.open(os.devnull, os.O_RDONLY) for _ in range(500)])
