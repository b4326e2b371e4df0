"""A role as YAML text that is the same, byte for byte, for the same documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gapcheck.taxonomy import Role
from gapcheck.taxonomy.yaml_text import flow

_WIDTH = 118


def to_yaml(role: Role) -> str:
    """The role's file: two spaces, keys in the order of the schema, defaults left out, no date and no quote."""
    value = role.model_dump(mode="json", exclude_defaults=True)
    value["requirements"] = [_compact(row) for row in value.get("requirements", [])]
    lines = [
        f"# Read from {len(role.documents)} job document{'s' if len(role.documents) != 1 else ''}; `gapcheck taxonomy build` writes it."
    ]
    for key, each in value.items():
        lines += _entry(key, each, "")
    return "\n".join(lines) + "\n"


def _compact(row: Mapping[str, Any]) -> dict[str, Any]:
    """Sources by document: {name: [lines]} is what people can read."""
    return dict(row)


def _entry(key: str, value: Any, indent: str) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = [line for row in value for line in _row(row, indent)]
        return [f"{indent}{key}:", *rows]
    on_one_line = f"{indent}{key}: {flow(value)}"
    if isinstance(value, list) and len(on_one_line) > _WIDTH:
        return [f"{indent}{key}:", *(f"{indent}  - {flow(each)}" for each in value)]
    return [on_one_line]


def _row(row: Mapping[str, Any], indent: str) -> list[str]:
    """A row of a list: on one line where it fits, else a line a key."""
    on_one_line = f"{indent}  - {flow(row)}"
    if len(on_one_line) <= _WIDTH and "sources" in row and len(row) <= 4:
        return [on_one_line]
    lines = [
        line
        for key, value in row.items()
        for line in _entry(key, value, f"{indent}    ")
        if value is not None
    ]
    if "sources" in row:
        lines = [
            line
            for key, value in row.items()
            if key != "sources"
            for line in _entry(key, value, f"{indent}    ")
        ]
        lines += _wrapped("sources", row["sources"], f"{indent}    ")
    return [f"{indent}  - {lines[0].lstrip()}", *lines[1:]]


def _wrapped(key: str, values: Sequence[Any], indent: str) -> list[str]:
    """A list of small rows, a line each."""
    return [f"{indent}{key}:", *(f"{indent}  - {flow(each)}" for each in values)]
