"""What has been read of a taxonomy, each row with its file and line, before it is checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gapcheck.taxonomy.yaml_file import Path, Problem, YamlFile


@dataclass(frozen=True, slots=True)
class LocatedRow:
    """A row and its place: `path` leads to it in `file`."""

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
class RawTaxonomy:
    """Rows by id; those of a later folder replace earlier ones.

    `word_lists` are the plain values of the language files, by file name without its suffix; `vocabularies` the same
    as instances of their classes.
    """

    version: str = ""
    sha256: str = ""
    skills: dict[str, LocatedRow] = field(default_factory=dict)
    roles: dict[str, LocatedRow] = field(default_factory=dict)
    certifications: dict[str, LocatedRow] = field(default_factory=dict)
    word_lists: dict[str, tuple[Any, YamlFile]] = field(default_factory=dict)
    vocabularies: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def lay_over(self, other: RawTaxonomy) -> None:
        """Add what was read of a later folder: rows replace those of the same id, word lists grow."""
        self.version = " + ".join(filter(None, (self.version, other.version)))
        self.skills.update(other.skills)
        self.roles.update(other.roles)
        self.certifications.update(other.certifications)
        for stem, (value, file) in other.word_lists.items():
            self.add_words(stem, value, file)
        self.problems += other.problems

    def add_words(self, stem: str, value: Any, file: YamlFile) -> None:
        """Add a file of word lists to those of the same name."""
        before = self.word_lists.get(stem)
        self.word_lists[stem] = (value if before is None else _extended(before[0], value), file)


def _extended(base: Any, added: Any) -> Any:
    """Word lists with others laid over them: lists grow, keys are laid over, scalars give way."""
    if isinstance(base, dict) and isinstance(added, dict):
        return {**base, **{key: _extended(base.get(key), each) for key, each in added.items()}}
    if isinstance(base, list) and isinstance(added, list):
        return [*base, *added]
    return added
