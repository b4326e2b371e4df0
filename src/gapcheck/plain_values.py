"""Dataclasses as plain values for JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

SCHEMA_VERSION = "1"
"""The version of the JSON of reports and rankings."""

T = TypeVar("T")

_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


def plain(value: Any) -> Any:
    """Dataclasses, tuples, enums and mappings as dicts, lists, strings; floats rounded to 4 places."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 4) + 0.0
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def to_json(value: Any) -> str:
    """Plain values as JSON text that is the same for the same values."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def from_plain(kind: type[T], value: Any) -> T:
    """A dataclass from what `plain` made of it.

    Raises:
        KeyError, TypeError: it was not made of a `kind`.
    """
    hints = _hints(kind)
    return kind(**{each.name: _built(hints[each.name], value[each.name]) for each in fields(kind)})  # type: ignore[arg-type]


def _built(kind: Any, value: Any) -> Any:
    """The value of a field with the type `kind`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        if value is None:
            return None
        return _built(next(each for each in arguments if each is not NoneType), value)
    if origin is tuple:
        kinds = arguments if arguments[-1] is not ... else arguments[:1] * len(value)
        return tuple(_built(each, one) for each, one in zip(kinds, value, strict=True))
    if is_dataclass(kind):
        return from_plain(kind, value)  # type: ignore[arg-type]
    return float(value) if kind is float else value
