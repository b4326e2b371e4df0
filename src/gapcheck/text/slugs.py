"""Ids made of names: one rule for skills, roles and requirements, so that a name has the same id everywhere."""

from __future__ import annotations

import re
import unicodedata

_SPELLED_OUT = {"+": " plus ", "#": " sharp ", "&": " and "}


def slug(name: str) -> str:
    """The id that a name gives: lower case, words joined by hyphens (C++ -> c-plus-plus, .NET -> dot-net)."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    text = re.sub(r"(?<!\w)\.(?=\w)", "dot ", text)
    for sign, words in _SPELLED_OUT.items():
        text = text.replace(sign, words)
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))
