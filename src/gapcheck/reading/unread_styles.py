"""Whether a page may hide text by styles that are not read here: sheets elsewhere, and rules whose selectors are not followed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from gapcheck.reading.visibility import declarations, rules, why_hidden

FOLLOWED = re.compile(r"[.#]?[\w-]+")
"""A selector of one class, id or element, which is all that is followed."""
_FONTS = ("//fonts.", "http://fonts.", "https://fonts.")
"""How addresses of hosts of fonts begin."""
_IMPORT = re.compile(r"@import\b")
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)[^\[\]]*\]")
_ARGUMENTS = re.compile(r"\([^()]*\)")
_DEEPEST_ARGUMENTS = 3
_PSEUDO = re.compile(r"(?<!\\)::?[\w-]+")
_NEVER_AT_REST = (":hover", ":focus", ":active", ":before", ":after", ":empty", "::")
"""Parts of selectors of a moment, as when a pointer is over it, and of what holds no text of the page."""
_OF_TEXT = "::first-"
_NAME = re.compile(r"[.#\[]?(?:[\w-]|\\.)+")


def has_unread_styles(root: Any, without_text: Collection[str]) -> bool:
    """Whether what the page shows of elements other than those without text depends on styles that are not followed."""
    for link in root.iter("link"):
        kind, place = (link.get(name, "").lower() for name in ("rel", "href"))
        if "stylesheet" in kind.split() and not place.strip().startswith(_FONTS):
            return True
    names = {
        each for element in root.iter("*") if element.tag not in without_text for each in _names(element)
    }
    for sheet in root.iter("style"):
        text = sheet.text or ""
        if _IMPORT.search(text):
            return True
        hiding = (each for each, body in rules(text) if why_hidden(declarations(body), painted=False))
        if any(names.issuperset(needed) for selectors in hiding for needed in _unfollowed(selectors)):
            return True
    return False


def _unfollowed(selectors: str) -> Iterator[list[str]]:
    """Classes, ids, elements and attributes that what a selector is about must have, for each that is not followed."""
    plain = _ATTRIBUTE.sub(r"[\1", selectors)
    for _ in range(_DEEPEST_ARGUMENTS):
        plain = _ARGUMENTS.sub("", plain)
    for selector in map(str.strip, plain.split(",")):
        if selector and not FOLLOWED.fullmatch(selector) and _is_at_rest(selector):
            last = _PSEUDO.sub("", re.split(r"[\s>+~]+", selector)[-1])
            yield [name.replace("\\", "") for name in _NAME.findall(last)]


def _is_at_rest(selector: str) -> bool:
    """Whether what it says of text holds also while nobody touches the page."""
    parts = _PSEUDO.findall(selector)
    return not any(each.startswith(_NEVER_AT_REST) and not each.startswith(_OF_TEXT) for each in parts)


def _names(element: Any) -> Iterator[str]:
    yield element.tag
    yield from (f".{name}" for name in (element.get("class") or "").split())
    yield f"#{element.get('id')}"
    yield from (f"[{name}" for name in element.attrib if name != "hidden")  # what that hides is known
