"""One YAML file, read strictly: YAML 1.2 booleans, no dates, no repeated keys, and the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from gapcheck.lazy import LazyModule
from gapcheck.near_names import did_you_mean
from gapcheck.text.slugs import slug

if TYPE_CHECKING:
    import yaml
else:
    yaml = LazyModule("yaml")

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
        # read again: keeping all nodes of all files for the rare error doubles the time of a load
        node, line = _read_again(self._text), 1
        for step in path:
            found: tuple[yaml.Node, yaml.Node] | None = None
            if isinstance(node, yaml.MappingNode):
                found = next(((key, child) for key, child in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = (node.value[step],) * 2
            if found is None:
                break
            node, line = found[1], found[0].start_mark.line + 1
        return line

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
    problems: list[Problem] = []
    value = None
    try:
        node = _node(text)
        if node is not None:
            value = _plain(node, name, problems, set())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        about = " ".join(part for part in (error.context, error.problem) if part)
        problems.append(Problem(name, mark.line + 1 if mark else 0, f"is not YAML: {about}."))
    except (RecursionError, ValueError) as error:
        why = "is nested too deeply" if isinstance(error, RecursionError) else f"holds a bad value ({error})"
        problems.append(Problem(name, 0, f"{why}."))
    except yaml.YAMLError as error:
        problems.append(Problem(name, 0, f"is not YAML: {' '.join(str(error).split())}."))
    return YamlFile(name, value, tuple(problems), text)


def validated(row: type[Row], value: Any, file: YamlFile, path: Path, problems: list[Problem]) -> Row | None:
    """`value`, at `path` of `file`, as a `row`; else None, and each fault is added to `problems`."""
    try:
        return row.model_validate(value)
    except ValidationError as error:
        problems.extend(
            file.problem((*path, *fault["loc"]), _explained(row, fault)) for fault in error.errors()
        )
        return None


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
            return f"unknown key {last!r}" + did_you_mean(
                str(last), fields, f"; known are {', '.join(fields)}."
            )
        case "enum" | "literal_error":
            asked = fault["ctx"]["expected"]
            near = did_you_mean(str(fault["input"]), re.findall(r"'([^']*)'", asked), ".")
            return f"{place}: {fault['input']!r} is not one of {asked}{near}"
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


# ---------------------------------------------------------------- YAML 1.2's core schema
_TAGS = {
    "scalar": "tag:yaml.org,2002:str",
    "sequence": "tag:yaml.org,2002:seq",
    "mapping": "tag:yaml.org,2002:map",
}
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?")


@cache
def _loader_class() -> Any:
    """A loader that reads nodes only, in C where PyYAML has it; plain scalars stay text (a third of the time saved)."""
    base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

    def resolve(_self: Any, kind: Any, _value: Any, _implicit: Any) -> str:
        return _TAGS[kind.id]

    def skip(_self: Any, *_place: Any) -> None:
        pass

    return type(
        "NodeLoader", (base,), {"resolve": resolve, "descend_resolver": skip, "ascend_resolver": skip}
    )


def _node(text: str) -> yaml.Node | None:
    loader = _loader_class()(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


_read_again = lru_cache(maxsize=2)(_node)


def _plain(node: Any, file: str, problems: list[Problem], seen: set[int]) -> Any:
    """The node as plain values. Aliases (*name) are refused: they may nest without end."""

    def complain(text: str, at: Any = node) -> None:
        problems.append(Problem(file, at.start_mark.line + 1, text))

    if node.tag != _TAGS[node.id]:
        complain(f"tag {node.tag!r} is not allowed here.")
        return None
    if node.id == "scalar":
        return _scalar(node)
    if id(node) in seen:
        complain("anchors and aliases (&name, *name) are not allowed here; write the values out.")
        return None
    seen.add(id(node))
    if node.id == "sequence":
        return [_plain(child, file, problems, seen) for child in node.value]
    values: dict[str, Any] = {}
    for key, child in node.value:
        if key.id != "scalar":
            complain("a key must be a plain word.", key)
        elif key.value in values:
            complain(f"key {key.value!r} is here twice.", key)
        else:
            values[key.value] = _plain(child, file, problems, seen)
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
