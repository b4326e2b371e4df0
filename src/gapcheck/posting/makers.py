"""Full names of what a list names in short, behind the words that say whose it is: "Google tools such as Docs"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck.posting.list_model import ListItem
from gapcheck.taxonomy import Skill

_MAKER = re.compile(r"(?<![\w-])([A-Z][\w.+#]*(?: [A-Z][\w.+#]*)?) [a-z]+s\Z")
"""The name before a plural: "Spring extensions"."""
_FARTHEST = 60
"""Characters before a list in which such a name is looked for."""


def maker_before(text: str) -> str:
    """Whose things a text names at its end: Google, of "Google tools (" and "Google tools such as"; "" for nobody's."""
    found = _MAKER.search(text[-_FARTHEST:].rstrip(" ,(["))
    return found[1] if found else ""


def in_full(
    items: Sequence[ListItem], text: str, maker: str, named: Callable[[str], Sequence[Skill]]
) -> list[ListItem]:
    """Items of a clause's text by the names that they have in full: those that are no skill by themselves, or another maker's."""
    found = []
    for item in items:
        name = item.span.of(text).strip(" .,;:")
        known = named(f"{maker} {name}") if maker and name[:1].isupper() else ()
        one = len(known) == 1 and (not item.skills or known[0].label.startswith(f"{maker} "))
        found.append(replace(item, skills=(known[0].id,), term=None, whole=True) if one else item)
    return found
