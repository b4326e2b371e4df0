"""What the files of a list are called in what is printed, and what is said of those that gave no row."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from gapcheck.cli.program import print_error
from gapcheck.text.control_characters import printable

_NAME = "{document}"
"""Stands for the name of a file in a kept message: another file may have the same content."""


class ListedFiles:
    """Files in their order, each under the name that may be shown; blind ones go by number or fingerprint."""

    def __init__(self, paths: Sequence[Path], what: str, *, blind: bool = False) -> None:
        self.paths = paths
        self._what = what
        self._blind = blind
        self._names = _shown_names(paths)
        self._numbers = {path: number for number, path in enumerate(paths, start=1)}

    def row_name(self, path: Path, row: Mapping[str, Any]) -> str:
        """The name in a row."""
        return f"{self._what} {row['sha256'][:8]}" if self._blind else self._names[path]

    def failures(self, failures: Iterable[tuple[Path, Mapping[str, str]]]) -> list[dict[str, str]]:
        """What is shown of those that gave no row, in the order of the files."""
        return [
            _shown(
                failure, f"{self._what} number {self._numbers[path]}" if self._blind else self._names[path]
            )
            for path, failure in sorted(failures, key=lambda each: self._numbers[each[0]])
        ]


def without_name(message: str, path: Path) -> str:
    """A message about a file that may be kept and shown under another name."""
    return message.replace(str(path), _NAME).replace(path.name, _NAME)


def tell_failures(failures: Sequence[Mapping[str, str]]) -> None:
    """Say each on standard error."""
    for failure in failures:
        name, message = failure["name"], failure["message"]
        print_error(message if message.startswith(name) else f"{name}: {message}")


def count_failures(failures: Sequence[Mapping[str, str]], total: int, what: str) -> None:
    """Say on standard error how many there were."""
    if failures:
        click.echo(f"{len(failures)} of {total} {what} could not be scored.", err=True)


def _shown(failure: Mapping[str, str], name: str) -> dict[str, str]:
    message = failure["message"].replace(_NAME, name).removeprefix(f"{name}: ")
    return {"name": name, "reason": failure["reason"], "message": message}


def _shown_names(paths: Sequence[Path]) -> dict[Path, str]:
    """Its own name for each; for those that share one, their paths from the folder that they share."""
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
