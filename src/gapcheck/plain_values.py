"""Dataclasses and rows of the taxonomy as plain values for JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from gapcheck.lazy import LazyModule

pydantic = LazyModule("pydantic")
pydantic_core = LazyModule("pydantic_core")

SCHEMA_VERSION = "2"
"""The version of the JSON of reports and rankings."""

T = TypeVar("T")

_ATOMS = frozenset({str, int, bool, type(None)})


class _Makers(dict[type, Callable[[Any], Any]]):
    """How values of each class that was met become plain."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        made = self[kind] = _maker(kind)
        return made


_MAKERS = _Makers()


def plain(value: Any) -> Any:
    """Dataclasses, rows, tuples, enums and mappings as dicts, lists, strings; floats rounded to 4 places, keys in order."""
    kind = type(value)
    return value if kind in _ATOMS else _MAKERS[kind](value)


def to_json(value: Any) -> str:
    """Plain values as JSON text that is the same for the same values."""
    made = plain(value)
    try:
        written: bytes = pydantic_core.to_json(made, indent=2)
    except ValueError:  # half of a surrogate pair, which is no UTF-8; or a number that is none
        return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return written.decode() + "\n"


def _maker(kind: type) -> Callable[[Any], Any]:
    """How values of one class become plain."""
    if is_dataclass(kind):
        names = tuple(sorted(each.name for each in fields(kind)))
        values = (
            attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, *names)] if names else ()
        )
        return lambda value: {
            name: each if (kind := type(each)) in _ATOMS else _MAKERS[kind](each)
            for name, each in zip(names, values(value), strict=True)
        }
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, float):
        return lambda value: round(value, 4) + 0.0
    if issubclass(kind, Mapping):
        return _plain_mapping
    if issubclass(kind, list | tuple):
        return lambda value: [
            each if (kind := type(each)) in _ATOMS else _MAKERS[kind](each) for each in value
        ]
    return (lambda value: plain(value.model_dump())) if hasattr(kind, "model_dump") else lambda value: value


def _plain_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    by_name = {str(key): each for key, each in value.items()}
    return {key: plain(by_name[key]) for key in sorted(by_name)}


def picked(value: Any, *names: str) -> dict[str, Any]:
    """These attributes of a value as plain values, by name."""
    return {name: plain(getattr(value, name)) for name in names}


def exact(value: Any) -> Any:
    """A dataclass as JSON values of which `from_plain` makes an equal one: `plain` rounds."""
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json")


def from_plain(kind: type[T], value: Any) -> T:
    """A dataclass from what `plain` or `exact` made of it.

    Raises:
        ValueError: it was not made of a `kind`.
    """
    of: Any = kind
    found: T = _adapter(of).validate_python(value)
    return found


@cache
def _adapter(kind: Any) -> Any:
    """What checks and makes values of a class; to build it takes five times as long as to use it."""
    return pydantic.TypeAdapter(kind)
