"""Lines of a width, for terminals."""

from __future__ import annotations

import textwrap

from gapcheck.rendering.view import folded

WIDTH = 80


def wrapped(
    text: str, *, width: int = WIDTH, mark: str = "", indent: int = 0, hang: int | None = None
) -> str:
    """Lines of at most `width`, as far as words allow; `mark` leads the first.

    Later lines are indented by `hang` more than the first, by default to the text behind the mark.
    """
    return textwrap.fill(
        folded(text),
        width,
        initial_indent=" " * indent + mark,
        subsequent_indent=" " * (indent + (len(mark) if hang is None else hang)),
        break_on_hyphens=False,
        break_long_words=False,
    )
