"""What waits until it is needed: heavy third-party packages, the public names of our own, regular expressions."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, cast


class LazyModule:
    """A module that is imported at the first use of one of its names.

    `spacy = LazyModule("spacy")` is written where `import spacy` would be. Safe between threads, since
    imports are.
    """

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)

    def __reduce__(self) -> tuple[type[LazyModule], tuple[str]]:
        return LazyModule, (self._name,)


def lazy_names(package: str, *modules: str, **renamed: str) -> Callable[[str], Any]:
    """A package's `__getattr__` (PEP 562): each name of its `__all__` is imported when it is first used.

    `modules` are those that define the names, relative to the package (".role"), and are looked through in
    this order; `renamed` gives the names that are defined under others (load_taxonomy="load").
    """

    def attribute(name: str) -> Any:
        names = vars(sys.modules[package])
        if name in names["__all__"]:
            defined = renamed.get(name, name)
            for module in (import_module(each, package) for each in modules):
                if defined in (getattr(module, "__all__", None) or vars(module)):
                    names[name] = getattr(module, defined)
                    return names[name]
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return attribute


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, done at the first use: of all that is looked for in documents, one document needs the smaller part.

    To compile a language's words takes as long as to read several resumes. Whoever only puts the `pattern`
    into a longer one compiles nothing. Safe between threads: both would make the same.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))


class _LatePattern:
    """Becomes like the compiled pattern when anything but its `pattern` is first asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # of copying and the like; no pattern has such a name
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        vars(self).update((each, getattr(made, each)) for each in dir(made) if not each.startswith("_"))
        return getattr(made, name)
