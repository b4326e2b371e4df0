"""What has been read of a taxonomy, row by row, each with its file and line, before it becomes one value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from gapcheck.taxonomy.yaml_file import Path, Problem, YamlFile

Content = tuple[str, bytes]
"""A file's name, relative to its folder and with forward slashes, and its bytes."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The YAML files of a folder, in order of their names; `shown` as the user is told of it."""

    shown: str
    files: tuple[Content, ...]
    digest: bytes

    @classmethod
    def of(cls, shown: str, files: tuple[Content, ...]) -> Folder:
        """The folder with the digest of its files' names and contents."""
        digest = hashlib.sha256()
        for name, content in files:
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return cls(shown, files, digest.digest())


@dataclass(frozen=True, slots=True)
class Placed:
    """A row and where it stands: `path` leads to it in `file`."""

    row: Any
    file: YamlFile
    path: Path

    def problem(self, text: str, *path: str | int) -> Problem:
        """A problem of this row, at the value at `path` below it."""
        return self.file.problem((*self.path, *path), text)

    @property
    def place(self) -> str:
        """File and line, for a sentence about another row."""
        return f"{self.file.name}:{self.file.line(self.path)}"


@dataclass(slots=True)
class Parts:
    """Rows by id; those of a later folder stand in place of earlier ones.

    `vocabularies` are the plain values of files at the top of the folder, by file name without its suffix;
    `read_vocabularies` the same through their classes. `digest` runs over the names and contents of all files.
    `recalled`: values of a kept copy are among them.
    """

    version: str = ""
    skills: dict[str, Placed] = field(default_factory=dict)
    roles: dict[str, Placed] = field(default_factory=dict)
    certifications: dict[str, Placed] = field(default_factory=dict)
    vocabularies: dict[str, tuple[Any, YamlFile]] = field(default_factory=dict)
    read_vocabularies: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)
    recalled: bool = False
