"""HTML from nested calls: whatever is not already markup is escaped, so nothing of a resume can become a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from gapcheck.rendering.view import steady

_EMPTY = frozenset({"meta", "br", "rect"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Iterable["Child"] | None


def tag(name: str, /, *children: Child, **attributes: str | int | None) -> Markup:
    """An element; attributes with None are left out, `class_` is class, and `_` in names is `-`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Markup(f"<{name}{said}>" if name != "rect" else f"<{name}{said}/>")
    return Markup(f"<{name}{said}>{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """Children one after the other; plain text is escaped."""
    parts = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            parts.append(str.__str__(child))
        elif isinstance(child, str):
            parts.append(escape(steady(child), quote=False))
        else:
            parts.append(str.__str__(join(*child)))
    return Markup("".join(parts))
