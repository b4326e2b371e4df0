"""Checks of what callers hand in, made at the boundary of the library."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import shorten
from typing import BinaryIO

from gapcheck.document import Document
from gapcheck.errors import DocumentError, GapcheckError

DEFAULT_ROLE = "machine-learning-engineer"
"""What a resume is compared with if nothing else is asked for."""
Source = str | Path | bytes | BinaryIO | Document
"""A path, a file's bytes, an open binary file, or a document that was read before."""

_WORDS_OF_A_PATH = 10
"""A longer text without a line break may still be a path, if there is such a file."""


def checked_source(source: object, name: str) -> None:
    """Refuse what is no document. `name` is the argument's, for the message.

    Raises:
        TypeError: it is of none of the accepted types.
        DocumentError: it is text where a path is expected.
    """
    if isinstance(source, str):
        if "\n" in source or (len(source.split()) > _WORDS_OF_A_PATH and not os.path.exists(source)):  # noqa: PTH110  # never raises
            raise DocumentError(
                f"{name} is text, not a path: {shorten(source, 60, placeholder=' ...')!r}.",
                reason="missing",
                hint="Pass text as job_text= or as bytes.",
            )
    elif not (
        isinstance(source, Path | bytes | bytearray | memoryview | Document)
        or callable(getattr(source, "read", None))
    ):
        raise TypeError(
            f"{name} must be a path (str or pathlib.Path), bytes, an open binary file or a Document, "
            f"not {type(source).__name__}."
        )


def name_of(source: Source, *, full: bool = False) -> str:
    """What to call a document: the name of its file; with `full`, its whole path."""
    if isinstance(source, Document):
        return source.name
    if isinstance(source, str | Path):
        return str(source) if full else Path(source).name
    return Path(str(getattr(source, "name", "document"))).name


def sha256_of(source: Source) -> str:
    """A fingerprint of a document's bytes, also of one that could not be read; of no bytes if there are none."""
    if isinstance(source, Document):
        return source.sha256
    if isinstance(source, str | Path) and os.path.isfile(source):  # noqa: PTH113  # never raises; a device may never end
        with suppress(OSError, ValueError), Path(source).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256(source if isinstance(source, bytes) else b"").hexdigest()


def renamed(error: DocumentError, names: Iterable[str], shown: str) -> DocumentError:
    """The error with another name for the document."""
    message = error.message
    for name in names:
        message = message.replace(name, shown)
    return DocumentError(message, reason=error.reason, hint=error.hint)


def day_of(as_of: date | str | None) -> date:
    """The day that `as_of` gives; today if None. A datetime is the day that it falls on.

    Raises:
        GapcheckError: a text that is not a date.
        TypeError: anything else.
    """
    if as_of is None:
        return datetime.now(tz=UTC).astimezone().date()
    if isinstance(as_of, datetime):
        return as_of.date()
    if isinstance(as_of, date):
        return as_of
    if not isinstance(as_of, str):
        raise TypeError(f"as_of must be a date, a text as YYYY-MM-DD or None, not {type(as_of).__name__}.")
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise GapcheckError(f"{as_of!r} is not a valid date (use YYYY-MM-DD).") from None


def checked_kind(name: str, value: object, kind: type) -> None:
    """Refuse a part of an analyzer that is of another class; None stands for the built-in one.

    Raises:
        TypeError: it is.
    """
    if value is not None and not isinstance(value, kind):
        raise TypeError(f"{name} must be a {kind.__name__} or None, not {type(value).__name__}.")


def checked_functions(name: str, functions: object) -> None:
    """Refuse what is no mapping of names to functions.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(functions, Mapping) or not all(
        isinstance(key, str) and callable(each) for key, each in functions.items()
    ):
        raise TypeError(f"{name} must map names to functions; see the docstring of Analyzer for an example.")
