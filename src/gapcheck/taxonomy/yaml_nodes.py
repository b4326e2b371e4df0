"""YAML text -> plain values and lines: YAML 1.2's core schema, no tags, anchors, dates or repeated keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from gapcheck.lazy import LazyModule

if TYPE_CHECKING:
    import yaml
else:
    yaml = LazyModule("yaml")

Fault = tuple[int, str]
"""A line, from 1, or 0 for the text as a whole, and what is wrong there."""

_TAGS = {
    "ScalarNode": "tag:yaml.org,2002:str",
    "SequenceNode": "tag:yaml.org,2002:seq",
    "MappingNode": "tag:yaml.org,2002:map",
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

    def resolve(_self: Any, kind: type[yaml.Node], _value: Any, _implicit: Any) -> str:
        return _TAGS[kind.__name__]

    def skip(_self: Any, *_place: Any) -> None:
        pass

    return type(
        "NodeLoader", (base,), {"resolve": resolve, "descend_resolver": skip, "ascend_resolver": skip}
    )


def value_of(text: str) -> tuple[Any, list[Fault]]:
    """The text's value as plain dicts, lists and scalars, and what is wrong with it; None if it is not YAML."""
    try:
        node = _node(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        about = " ".join(part for part in (error.context, error.problem) if part)
        return None, [(mark.line + 1 if mark else 0, f"is not YAML: {about}.")]
    except yaml.YAMLError as error:
        return None, [(0, f"is not YAML: {' '.join(str(error).split())}.")]
    faults: list[Fault] = []
    value = None if node is None else _plain(node, faults, set())
    return value, faults


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, of the value at `path`, or of the nearest value around it that exists."""
    # read again: keeping all nodes of all files for the rare error doubles the time of a load
    node, line = _marked(text), 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        node, line = found
    return line


@lru_cache(maxsize=2)
def _marked(text: str) -> yaml.Node | None:
    return _node(text)


def _node(text: str) -> yaml.Node | None:
    loader = _loader_class()(text)
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


def _plain(node: yaml.Node, faults: list[Fault], seen: set[int]) -> Any:
    """The node as plain values. Aliases (*name) are refused: they may nest without end."""

    def complain(text: str, at: yaml.Node = node) -> None:
        faults.append((at.start_mark.line + 1, text))

    if node.tag != _TAGS[type(node).__name__]:
        complain(f"tag {node.tag!r} is not allowed here.")
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if id(node) in seen:
        complain("anchors and aliases (&name, *name) are not allowed here; write the values out.")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, faults, seen) for child in node.value]
    return _mapping(node, complain, lambda child: _plain(child, faults, seen))


def _mapping(node: Any, complain: Callable[..., None], plain: Callable[[Any], Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            complain("a key must be a plain word.", key)
        elif key.value in values:
            complain(f"key {key.value!r} is here twice.", key)
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
