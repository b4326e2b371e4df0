"""Parsed YAML, kept as JSON between runs: parsing is four fifths of the time that a large taxonomy takes to load.

A copy is found by a fingerprint of all names and contents, so it can be missing but never stale, and it holds
plain values only, which go through the same validation as fresh ones. It stands in the user's cache folder; set
GAPCHECK_CACHE_DIR to another place, or to nothing to keep no copies. No trouble with a copy is ever an error.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_KEPT = 8
"""Copies of other taxonomies that are kept beside the newest."""


def recalled(fingerprint: str) -> Mapping[str, Any]:
    """The values by file name, or nothing if there is no sound copy."""
    folder = _folder()
    if folder is None:
        return {}
    try:
        values = json.loads((folder / f"{fingerprint}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def remember(fingerprint: str, values: Mapping[str, Any]) -> None:
    """Keep the values for the next run; the oldest copies make room."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, ValueError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(values, file, separators=(",", ":"))
            Path(temporary).replace(folder / f"{fingerprint}.json")
        finally:
            Path(temporary).unlink(missing_ok=True)
        copies = sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in copies[1 + _KEPT :]:
            old.unlink()


def _folder() -> Path | None:
    """Where copies are kept, by the custom of the system."""
    chosen = os.environ.get("GAPCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) / "taxonomy" if chosen else None
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
    return base / "gapcheck" / "taxonomy"
