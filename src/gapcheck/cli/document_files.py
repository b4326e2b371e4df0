"""The documents that arguments name: files, folders including their subfolders, and patterns."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

import click

from gapcheck.text.control_characters import printable

SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt", ".json"})
_JSON_RESUME = re.compile(rb'"(?:basics|work)"\s*:')
"""Keys that distinguish a JSON Resume from the reports, rankings and settings in the same folder."""
_HEAD = 65_536


def document_files(given: Sequence[str], what: str) -> list[Path]:
    """The files that the arguments name, each once; one that does not exist is kept, so that it is reported.

    Raises:
        click.UsageError: there is none; the message says that no `what` were found.
    """
    paths = list(dict.fromkeys(path for each in given for path in _files(each)))
    if not paths:
        known = ", ".join(sorted(SUFFIXES))
        raise click.UsageError(f"{', '.join(given)}: no {what} found there (looked for {known}).")
    return paths


def shown_names(paths: Sequence[Path]) -> dict[Path, str]:
    """What each file is called in a list: its name; those that share one, their paths from the folder they share."""
    by_name: dict[str, list[Path]] = {}
    for path in paths:
        by_name.setdefault(path.name, []).append(path)
    return {
        path: printable(name)
        for same in by_name.values()
        for path, name in zip(same, _told_apart(same), strict=True)
    }


def _told_apart(same: Sequence[Path]) -> list[str]:
    """Names of files whose own names are the same."""
    if len(same) == 1:
        return [same[0].name]
    folders = [path.absolute().parent for path in same]
    try:
        shared = os.path.commonpath(folders)
    except ValueError:  # on several drives
        return [path.as_posix() for path in same]
    return [
        (folder.relative_to(shared) / path.name).as_posix()
        for folder, path in zip(folders, same, strict=True)
    ]


def _files(given: str) -> Iterator[Path]:
    """The files that an argument names; one that does not exist is kept, so that it is reported."""
    path = Path(given)
    if path.is_dir():
        yield from (
            each
            for each in sorted(path.rglob("*"))
            if each.is_file()
            and each.suffix.lower() in SUFFIXES
            and (each.suffix.lower() != ".json" or _is_json_resume(each))
            and not any(part.startswith(".") for part in each.relative_to(path).parts)
        )
    elif has_magic(given) and not path.exists():
        found = sorted(glob(given, recursive=True))  # noqa: PTH207  # Path.glob knows no absolute patterns
        yield from (each for each in map(Path, found) if each.is_file())
    else:
        yield path


def _is_json_resume(path: Path) -> bool:
    """Whether a JSON file in a folder is a resume; one that cannot be opened is kept, so that it is reported."""
    try:
        with path.open("rb") as file:
            return bool(_JSON_RESUME.search(file.read(_HEAD)))
    except OSError:
        return True
