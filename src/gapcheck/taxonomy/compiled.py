"""What is worked out of a taxonomy's files, kept between runs in one file: checked rows, word lists, names, weights.

The file is found by a fingerprint of the contents of all of the taxonomy's files, and each of its sections carries
the version of the code that made it; so a section may be missing, but it is never out of date. It is plain JSON
lines under a checksum: what is damaged, or somebody else's, counts as missing and is made anew. Several programs may
write at once: a file is replaced whole or not at all.

The files are in the user's cache folder. Set GAPCHECK_CACHE_DIR to another folder, or to nothing to keep none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, BinaryIO

from gapcheck.lazy import LazyModule
from gapcheck.version import VERSION

platformdirs = LazyModule("platformdirs")

_FORMAT = "gapcheck compiled taxonomy 1"
_SUFFIX = ".compiled"
_KEPT = 8
"""Files of other taxonomies that are kept beside the newest."""

Section = dict[str, Any]
"""Of the head of a file: the `code` that made a section, its `size` in bytes and their `sha256`."""


def load_section(fingerprint: str, name: str, code: str) -> list[bytes]:
    """The lines of a section of a taxonomy's file; none where this code has not made it yet, or it is damaged."""
    place = _place(fingerprint)
    if place is None:
        return []
    try:
        with place.open("rb") as file:
            sections = _head(file)
            start = file.tell()
            for each, section in sections.items():
                if each == name:
                    return _lines(file, start, section) if section["code"] == code else []
                start += section["size"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        pass
    return []


def save_section(fingerprint: str, name: str, code: str, lines: Iterable[bytes]) -> None:
    """Keep the lines (without line ends in them) of a section, beside the other sections of the taxonomy's file."""
    place = _place(fingerprint)
    if place is None:
        return
    kept = {each: (section, body) for each, section, body in _sections(place) if each != name}
    body = b"\n".join(lines)
    kept[name] = ({"code": code, "size": len(body), "sha256": hashlib.sha256(body).hexdigest()}, body)
    head = {"format": _FORMAT, "sections": {each: section for each, (section, _) in kept.items()}}
    _write(place, [json.dumps(head).encode(), b"\n", *(content for _, content in kept.values())])


@cache
def code_version(*modules: str) -> str:
    """A fingerprint of the sources of these modules (such as "taxonomy/model") and of what else they depend on."""
    digest = hashlib.sha256(f"{VERSION} {sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for name in modules:
        with suppress(OSError):  # compiled code without its source: the version has to tell
            digest.update(hashlib.sha256((resources.files("gapcheck") / f"{name}.py").read_bytes()).digest())
    return digest.hexdigest()


def _head(file: BinaryIO) -> dict[str, Section]:
    head = json.loads(file.readline())
    if head["format"] != _FORMAT:
        raise ValueError(head["format"])
    sections: dict[str, Section] = head["sections"]
    return sections


def _lines(file: BinaryIO, start: int, section: Section) -> list[bytes]:
    file.seek(start)
    body = file.read(section["size"])
    return body.split(b"\n") if hashlib.sha256(body).hexdigest() == section["sha256"] else []


def _sections(place: Path) -> list[tuple[str, Section, bytes]]:
    """The sections of a file with their bytes; none where it is missing or damaged."""
    try:
        with place.open("rb") as file:
            return [(name, section, file.read(section["size"])) for name, section in _head(file).items()]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return []


def _write(place: Path, parts: Iterable[bytes]) -> None:
    """Replace a file; no trouble with the disk is an error. The oldest files are removed."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".part", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
            Path(temporary).replace(place)
        finally:
            Path(temporary).unlink(missing_ok=True)
        files = place.parent.glob(f"*{_SUFFIX}")
        for old in sorted(files, key=lambda each: each.stat().st_mtime, reverse=True)[1 + _KEPT :]:
            old.unlink()


def _place(fingerprint: str) -> Path | None:
    chosen = os.environ.get("GAPCHECK_CACHE_DIR")
    if chosen == "":
        return None
    folder = Path(chosen) if chosen else platformdirs.user_cache_path("gapcheck", appauthor=False)
    return folder / "taxonomy" / f"{fingerprint}{_SUFFIX}" if chosen or folder.is_absolute() else None
