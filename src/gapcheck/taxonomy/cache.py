"""What is worked out of a taxonomy's files, kept between runs: parsed YAML, sound rows, compiled names.

A copy is found by a fingerprint of all contents and of the code that made it, so it can be missing but never
stale, and it holds plain JSON only, which is validated again where it is read. It stands in the user's cache
folder; set GAPCHECK_CACHE_DIR to another place, or to nothing to keep no copies. Writers may run side by side: a
copy appears whole or not at all. No trouble with a copy is ever an error.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Any

from gapcheck.version import VERSION

_KEPT = 8
"""Copies of other taxonomies that are kept beside the newest."""


def recalled(fingerprint: str) -> Mapping[str, Any]:
    """The values by file name, or nothing if there is no sound copy."""
    folder = _folder("taxonomy")
    if folder is None:
        return {}
    try:
        values = json.loads((folder / f"{fingerprint}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def remember(fingerprint: str, values: Mapping[str, Any]) -> None:
    """Keep the values for the next run; the oldest copies make room."""
    with suppress(ValueError):
        _write("taxonomy", f"{fingerprint}.json", [json.dumps(values, separators=(",", ":")).encode()])


def recalled_lines(kind: str, fingerprint: str) -> list[bytes]:
    """The lines that were kept under this fingerprint, or none if there is no copy or not one byte for byte."""
    folder = _folder(kind)
    if folder is None:
        return []
    try:
        content = (folder / f"{fingerprint}.lines").read_bytes()
    except OSError:
        return []
    told, _, body = content.partition(b"\n")
    return body.split(b"\n") if told == _sum([body]) else []


def remember_lines(kind: str, fingerprint: str, lines: Iterable[bytes]) -> None:
    """Keep lines (without line ends in them) for the next run, under a checksum."""
    body = b"\n".join(lines)
    _write(kind, f"{fingerprint}.lines", [_sum([body]), b"\n", body])


def fingerprint_of(content: str, package: str, *modules: str) -> str:
    """A fingerprint of content and of the code that works it up: the sources of these modules of a package."""
    told = (content, VERSION, f"{sys.version_info[:2]}", unicodedata.unidata_version)
    parts = [each.encode() for each in told]
    for name in modules:
        with suppress(OSError):  # compiled code without its source: the version has to tell
            parts.append((resources.files(package) / f"{name}.py").read_bytes())
    return _sum(hashlib.sha256(part).digest() for part in parts).decode()


def _sum(parts: Iterable[bytes]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest().encode()


def _write(kind: str, name: str, parts: Iterable[bytes]) -> None:
    folder = _folder(kind)
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
            Path(temporary).replace(folder / name)
        finally:
            Path(temporary).unlink(missing_ok=True)
        copies = sorted(
            folder.glob(f"*{Path(name).suffix}"), key=lambda each: each.stat().st_mtime, reverse=True
        )
        for old in copies[1 + _KEPT :]:
            old.unlink()


def _folder(kind: str) -> Path | None:
    """Where copies of one kind are kept, by the custom of the system."""
    chosen = os.environ.get("GAPCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) / kind if chosen else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "gapcheck" / kind
