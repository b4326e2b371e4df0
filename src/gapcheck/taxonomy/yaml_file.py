"""One YAML file, read strictly: YAML 1.2 booleans, no dates, no repeated keys, and the line of every value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

RULES = b"yaml 1.2 core, 1"
"""Names the rules of this module; to be changed whenever the same file would give another value."""

Row = TypeVar("Row", bound=BaseModel)

_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?")

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]
    """Reads nodes only, in C where PyYAML has it; plain scalars stay text here (a third of the time saved)."""

    def resolve(self, kind: type[yaml.Node], _value: Any, _implicit: Any) -> str:
        return _TAGS[kind]

    def descend_resolver(self, *_place: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


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

    `name` is the file as shown to the user. A file that is no YAML has the value None and one problem.
    """

    name: str
    value: Any
    problems: tuple[Problem, ...] = ()
    _text: str = field(default="", repr=False)

    def line(self, path: Sequence[str | int] = ()) -> int:
        """The line, from 1, of the value at `path`, or of the nearest value around it that exists."""
        # read again: keeping all nodes of all files for the rare error doubles the time of a load
        node, line = _marked(self._text), 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return line

    def problem(self, path: Sequence[str | int], text: str) -> Problem:
        """A problem of this file, at the line of the value at `path`."""
        return Problem(self.name, self.line(path), text)


def read(content: bytes, name: str) -> YamlFile:
    """Read one file; never raises: what is wrong stands in `problems`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return YamlFile(name, None, (Problem(name, line, "is not UTF-8; save the file as UTF-8."),))
    try:
        node = _node(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        about = " ".join(part for part in (error.context, error.problem) if part)
        return YamlFile(name, None, (Problem(name, mark.line + 1 if mark else 0, f"is not YAML: {about}."),))
    except yaml.YAMLError as error:
        return YamlFile(name, None, (Problem(name, 0, f"is not YAML: {' '.join(str(error).split())}."),))
    problems: list[Problem] = []
    value = None if node is None else _plain(node, name, problems, set())
    return YamlFile(name, value, tuple(problems), text)


def validated(row: type[Row], value: Any, file: YamlFile, path: Path, problems: list[Problem]) -> Row | None:
    """`value`, which stands at `path` of `file`, as a `row`; else None, and each fault added to `problems`."""
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
    "string_pattern_mismatch": "{place}: {input!r} is no id (lower case, digits, hyphens: c-plus-plus).",
    "string_type": "{place}: {input!r} must be text; put it in quotes.",
    "tuple_type": "{place}: must be a list: [one, two].",
    "list_type": "{place}: must be a list: [one, two].",
    "dict_type": "{place}: must be keys with values (key: value).",
    "model_type": "{place}: must be keys with values (key: value).",
}
"""pydantic's types of faults, as they are told to somebody who edits a file."""


def _explained(row: type[BaseModel], fault: Any) -> str:
    *way, last = fault["loc"] or ("",)
    place = ".".join(str(step) for step in fault["loc"] if isinstance(step, str)) or "a row"
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
            return f"{place}: {fault['input']!r} is none of {asked}{near or '.'}"
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


@lru_cache(maxsize=2)
def _marked(text: str) -> yaml.Node | None:
    return _node(text)


def _node(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return value, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark.line + 1
    return None


def _plain(node: yaml.Node, name: str, problems: list[Problem], seen: set[int]) -> Any:
    """The node as plain values. Aliases (*name) are refused: they may nest without end."""

    def complain(text: str, at: yaml.Node = node) -> None:
        problems.append(Problem(name, at.start_mark.line + 1, text))

    if node.tag != _TAGS[type(node)]:
        complain(f"tag {node.tag!r} is not allowed here.")
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if id(node) in seen:
        complain("anchors and aliases (&name, *name) are not allowed here; write the values out.")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, name, problems, seen) for child in node.value]
    return _mapping(node, complain, lambda child: _plain(child, name, problems, seen))


def _mapping(node: Any, complain: Callable[..., None], plain: Callable[[Any], Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            complain("a key must be a plain word.", key)
        elif key.value in values:
            complain(f"key {key.value!r} stands here twice.", key)
        else:
            values[key.value] = plain(child)
    return values


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    """YAML 1.2's core schema; quoted scalars are strings, and so are dates, yes, no, on and off."""
    text: str = node.value
    if node.style in {"'", '"', "|", ">"}:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text
