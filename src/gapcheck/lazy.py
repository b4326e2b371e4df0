"""Heavy third-party packages, imported when they are first used: the one idiom for an import that has to wait."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class LazyModule:
    """A module that is imported at the first use of one of its names.

    `spacy = LazyModule("spacy")` stands where `import spacy` would. Safe between threads, since imports are.
    """

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
