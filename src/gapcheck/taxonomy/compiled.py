"""What is worked out of a taxonomy's files, kept between runs: checked rows with word lists, names, and weights.

Each of these sections has a file of its own, found by a fingerprint of the contents of all of the taxonomy's files; it
carries the version of the code that made it. So a section may be missing, but it is never out of date. What is
damaged, or somebody else's, counts as missing and is made anew. Several programs may write at once: a file is
replaced whole or not at all.

The files are in the user's cache folder. Set GAPCHECK_CACHE_DIR to another folder, or to nothing to keep none.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

from gapcheck.lazy import LazyModule
from gapcheck.version import VERSION

platformdirs = LazyModule("platformdirs")

_FORMAT = "gapcheck compiled taxonomy 2"
_SUFFIX = ".compiled"
_KEPT = 24
"""Files that are kept beside the newest; a taxonomy has four."""


def load_section(fingerprint: str, name: str, code: str) -> list[bytes]:
    """The lines of a section of a taxonomy; none where this code has not made it yet, or it is damaged."""
    place = _place(fingerprint, name)
    with suppress(OSError):
        if place is not None:
            head, _, body = place.read_bytes().partition(b"\n")
            if head == _head(code, body):
                return body.split(b"\n")
    return []


def save_section(fingerprint: str, name: str, code: str, lines: Iterable[bytes]) -> None:
    """Keep the lines (without line ends in them) of a section; no trouble with the disk is an error."""
    place = _place(fingerprint, name)
    if place is None:
        return
    body = b"\n".join(lines)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".part", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((_head(code, body), b"\n", body))
            Path(temporary).replace(place)
        finally:
            Path(temporary).unlink(missing_ok=True)
        files = place.parent.glob(f"*{_SUFFIX}")
        for old in sorted(files, key=lambda each: each.stat().st_mtime, reverse=True)[1 + _KEPT :]:
            old.unlink()


@cache
def code_version(*modules: str) -> str:
    """A fingerprint of the sources of these modules (such as "taxonomy/model") and of what else they depend on."""
    digest = hashlib.sha256(f"{VERSION} {sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for name in modules:
        with suppress(OSError):  # compiled code without its source: the version has to show it
            digest.update(hashlib.sha256((resources.files("gapcheck") / f"{name}.py").read_bytes()).digest())
    return digest.hexdigest()


def _head(code: str, body: bytes) -> bytes:
    return f"{_FORMAT} {code} {hashlib.sha256(body).hexdigest()}".encode()


def _place(fingerprint: str, name: str) -> Path | None:
    chosen = os.environ.get("GAPCHECK_CACHE_DIR")
    if chosen == "":
        return None
    folder = Path(chosen) if chosen else platformdirs.user_cache_path("gapcheck", appauthor=False)
    if not chosen and not folder.is_absolute():
        return None
    return folder / "taxonomy" / f"{fingerprint}.{name}{_SUFFIX}"
