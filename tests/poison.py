"""A reader of files that do what some documents do to a process; each does what its first word says."""

from __future__ import annotations

import ctypes
import time

from gapcheck.reading import READERS


def read(source, heading_names, limits):
    _WAYS.get(source.data.split()[0], bool)()
    return READERS["text"](source, heading_names, limits)


def fail():
    raise KeyError("glyph")


def hang():
    time.sleep(600)


def crash():
    ctypes.string_at(0)


def eat_memory():
    rows = []
    while True:
        rows.append(bytearray(2**24))


_WAYS = {b"fail": fail, b"hang": hang, b"crash": crash, b"eat": eat_memory}


def title_and_score(report):
    return {"name": report.document.name, "score": report.score.value, "steps": len(report.next_steps)}
