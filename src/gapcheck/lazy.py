"""Imports that wait until they are needed: heavy third-party packages, and the public names of our own packages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
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


def lazy_names(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], Any]:
    """A package's `__getattr__` (PEP 562): each public name is imported when it is first used.

    `modules` lists the names by the module that defines them, relative to the package: `{".role": ["build_role"]}`.
    A name may be made public under another one: "load as load_taxonomy".
    """
    homes = {
        public or defined: (module, defined)
        for module, names in modules.items()
        for defined, _, public in (name.partition(" as ") for name in names)
    }

    def attribute(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, defined = homes[name]
        value = getattr(import_module(module, package), defined)
        setattr(sys.modules[package], name, value)
        return value

    return attribute
