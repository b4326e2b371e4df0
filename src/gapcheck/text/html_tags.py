"""Tags of HTML within text of another form, as Markdown has them: which part its lines, and which stand within one."""

from __future__ import annotations

import re

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]{0,11})\b[^<>]{0,400}>", re.IGNORECASE)
PARTING = frozenset(
    ("li", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "ul", "ol", "br", "hr", "section", "article", "blockquote")
)  # fmt: skip
INLINE = frozenset(("span", "strong", "b", "em", "i", "u", "a", "font", "small", "sup", "sub", "code"))


def parts(tag: re.Match[str]) -> bool:
    """Whether a tag found by `TAG` parts what is before it from what is behind it."""
    return tag["name"].lower() in PARTING
