"""Values as YAML text that is the same, byte for byte, for the same values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ._'()/+&-]*\Z")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})


_WIDTH = 118
_FEW = 4
"""Keys; a row with more is never written on one line."""


def block(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a mapping: a key a line; lists that are too long for one have an item a line."""
    for key, value in values.items():
        line = f"{indent}{key}: {flow(value)}"
        rows = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
        if not rows and (not isinstance(value, list) or len(line) <= _WIDTH):
            yield line
            continue
        yield f"{indent}{key}:"
        for each in value:
            line = f"{indent}  - {flow(each)}"
            if isinstance(each, dict) and (len(each) > _FEW or len(line) > _WIDTH):
                first, *rest = block(each, f"{indent}    ")
                yield from (f"{indent}  - {first.lstrip()}", *rest)
            else:
                yield line


def flow(value: Any) -> str:
    """A value on one line: {key: value}, [one, two] or a scalar."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) if isinstance(value, int | float) else scalar(str(value))


def scalar(text: str) -> str:
    """Plain where no reader could take it for anything else, in double quotes otherwise."""
    plain = (
        _PLAIN.match(text)
        and text.casefold() not in _WORDS
        and text == text.strip()
        and " #" not in text
        and ": " not in text
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
