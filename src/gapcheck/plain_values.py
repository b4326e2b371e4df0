"""Dataclasses and rows of the taxonomy as plain values for JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

from gapcheck.lazy import LazyModule

pydantic = LazyModule("pydantic")

SCHEMA_VERSION = "2"
"""The version of the JSON of reports and rankings."""

T = TypeVar("T")


def plain(value: Any) -> Any:
    """Dataclasses, rows, tuples, enums and mappings as dicts, lists, strings; floats rounded to 4 places."""
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
    return plain(value.model_dump()) if hasattr(value, "model_dump") else value


def to_json(value: Any) -> str:
    """Plain values as JSON text that is the same for the same values."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def picked(value: Any, *names: str) -> dict[str, Any]:
    """These attributes of a value as plain values, by name."""
    return {name: plain(getattr(value, name)) for name in names}


def from_plain(kind: type[T], value: Any) -> T:
    """A dataclass from what `plain` made of it.

    Raises:
        ValueError: it was not made of a `kind`.
    """
    found: T = pydantic.TypeAdapter(kind).validate_python(value)
    return found
