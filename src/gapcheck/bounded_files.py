"""Reads files that are named beside the documents without trusting their size: they may be devices that never end."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

from gapcheck.limits import MEGABYTE, Limits


def content_of(path: Path, most: int = Limits().file_bytes) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: it cannot be read, or is larger than `most` bytes, by default what a document may have.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // MEGABYTE} MB")
    return content


def lines_of(path: Path) -> Iterator[bytes]:
    r"""The lines of a file with their ends, "\n", one by one: a file of many lines may be of any size.

    Raises:
        OSError: it cannot be read, or a line is longer than a document may be.
    """
    most = Limits().file_bytes
    with path.open("rb") as file:
        while line := file.readline(most + 1):
            if len(line) > most:
                raise OSError(errno.EFBIG, f"a line is longer than {most // MEGABYTE} MB")
            yield line
