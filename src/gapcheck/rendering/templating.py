"""Fills the Jinja2 templates of the folder `templates`; HTML and Markdown are escaped unless marked as safe."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from gapcheck.lazy import LazyModule
from gapcheck.rendering import view

jinja2 = LazyModule("jinja2")

_SPECIAL_IN_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def fill(template: str, **values: Any) -> str:
    """A template filled with `values` and the functions of `view`; the text ends with one line break."""
    text = _environment(template.split(".")[1]).get_template(template).render(view=view, **values)
    return f"{text.strip()}\n"


@cache
def _environment(format_: str) -> Any:
    escapes: dict[str, Callable[[str], str]] = {"html": view.steady, "md": markdown_text, "txt": str}
    return jinja2.Environment(
        loader=jinja2.PackageLoader("gapcheck.rendering"),
        autoescape=format_ == "html",
        finalize=_printed(escapes[format_]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def _printed(escaped: Callable[[str], str]) -> Callable[[Any], Any]:
    """The function that every printed value goes through; markup and values marked as safe stay as they are."""
    return lambda value: (
        escaped(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
    )


def markdown_text(value: str) -> str:
    """One line of Markdown in which no character is markup."""
    return _SPECIAL_IN_MARKDOWN.sub(r"\\\1", view.folded(value))
