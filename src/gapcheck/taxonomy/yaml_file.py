"""One YAML file, read strictly: YAML 1.2 booleans, no dates, no repeated keys, and the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from gapcheck.taxonomy.yaml_nodes import line_of, value_of
from gapcheck.text.slugs import slug

Row = TypeVar("Row", bound=BaseModel)

Path = tuple[str | int, ...]
"""The way from a file's top to one of its values: keys and list positions."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong at a place: `file` as shown to the user, `line` from 1, or 0 for the file as a whole."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's `value` as plain dicts, lists and scalars, and what was wrong with it.

    `name` is the file as shown to the user. A file that is not YAML has the value None and one problem.
    """

    name: str
    value: Any
    problems: tuple[Problem, ...] = ()
    _text: str = field(default="", repr=False)

    def line(self, path: Sequence[str | int] = ()) -> int:
        """The line, from 1, of the value at `path`, or of the nearest value around it that exists."""
        return line_of(self._text, path)

    def problem(self, path: Sequence[str | int], text: str) -> Problem:
        """A problem of this file, at the line of the value at `path`."""
        return Problem(self.name, self.line(path), text)


def read(content: bytes, name: str) -> YamlFile:
    """Read one file; never raises: faults are in `problems`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return YamlFile(name, None, (Problem(name, line, "is not UTF-8; save the file as UTF-8."),))
    value, faults = value_of(text)
    return YamlFile(name, value, tuple(Problem(name, *fault) for fault in faults), text)


def validated(row: type[Row], value: Any, file: YamlFile, path: Path, problems: list[Problem]) -> Row | None:
    """`value`, at `path` of `file`, as a `row`; else None, and each fault is added to `problems`."""
    try:
        return row.model_validate(value)
    except ValidationError as error:
        problems.extend(
            file.problem((*path, *fault["loc"]), _explained(row, fault)) for fault in error.errors()
        )
        return None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence that offers what is near to `name`, or ""."""
    near = get_close_matches(name, list(known), 3, 0.72)
    return f"; did you mean {' or '.join(near)}?" if near else ""


_IN_PLAIN_WORDS = {
    "missing": "{place} is missing.",
    "string_pattern_mismatch": "{place}: {input!r} is not a valid id (lower case, digits, hyphens: c-plus-plus).",
    "string_type": "{place}: {input!r} must be text; put it in quotes.",
    "tuple_type": "{place}: must be a list: [one, two].",
    "list_type": "{place}: must be a list: [one, two].",
    "dict_type": "{place}: must be keys with values (key: value).",
    "model_type": "{place}: must be keys with values (key: value).",
}
"""pydantic's types of faults, in words for somebody who edits a file."""


def _explained(row: type[BaseModel], fault: Any) -> str:
    *way, last = fault["loc"] or ("",)
    place = ".".join(str(step) for step in fault["loc"] if isinstance(step, str)) or "a row"
    if fault["type"] == "string_pattern_mismatch" and (near := slug(str(fault["input"]))):
        return f"{place}: {fault['input']!r} is not a valid id (lower case, digits, hyphens); write it as {near}."
    if fault["type"] in _IN_PLAIN_WORDS:
        return _IN_PLAIN_WORDS[fault["type"]].format(place=place, input=fault["input"])
    match fault["type"]:
        case "extra_forbidden":
            fields = _fields_at(row, way)
            near = did_you_mean(str(last), fields)
            return f"unknown key {last!r}{near or '; known are ' + ', '.join(fields) + '.'}"
        case "enum" | "literal_error":
            asked = fault["ctx"]["expected"]
            near = did_you_mean(str(fault["input"]), re.findall(r"'([^']*)'", asked))
            return f"{place}: {fault['input']!r} is not one of {asked}{near or '.'}"
        case "value_error":
            return f"{place}: {fault['ctx']['error']}."
    return f"{place}: {fault['msg'][0].lower()}{fault['msg'][1:]}."


def _fields_at(row: type[BaseModel], way: Iterable[str | int]) -> list[str]:
    """The keys that the class at `way` below `row` knows."""
    for step in way:
        if isinstance(step, str) and step in row.model_fields:
            row = next(_models(row.model_fields[step].annotation), row)
    return list(row.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
