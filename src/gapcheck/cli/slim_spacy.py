"""Keeps spaCy's start short: its PhraseMatcher is loaded without the rest of spaCy.

`import spacy` loads pipelines, training, downloads and a web client; matching names needs none of them. Only the
command line does this, where no other code uses spaCy. A package that is put off runs its own start when something
else of it is asked for, so that nothing is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any


def _phrase_matcher() -> Any:
    import_module("spacy.tokens")  # the two import each other, and only this order goes well
    return import_module("spacy.matcher.phrasematcher").PhraseMatcher


def _token_pattern() -> Any:
    """What checks the attribute of a matcher that is given by name; ours is given by number."""
    return lambda: _started("spacy.schemas").TokenPattern()


_LATER: Mapping[str, Mapping[str, Callable[[], Any]]] = {
    "spacy": {},
    "spacy.matcher": {"PhraseMatcher": _phrase_matcher},
    "spacy.schemas": {"TokenPattern": _token_pattern},
    # reads and writes files
    "srsly": {},
}


class _Later(ModuleType):
    """A module whose own start is put off until a name is asked for that it has not got by `known`."""

    def __init__(self, name: str, known: Mapping[str, Callable[[], Any]]) -> None:
        super().__init__(name)
        spec = find_spec(name)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(name)
        self.__spec__, self.__loader__, self.__file__ = spec, spec.loader, spec.origin
        self.__package__ = spec.parent
        if spec.submodule_search_locations is not None:
            self.__path__ = list(spec.submodule_search_locations)
        self._known = known

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self._is_submodule(name):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if name in self._known:
            return self._known[name]()
        return getattr(_started(self.__name__), name)

    def _is_submodule(self, name: str) -> bool:
        """Whether the import system will find it; it asks for the attribute first."""
        places = (Path(place) for place in getattr(self, "__path__", ()))
        return any(
            found
            for place in places
            for found in place.glob(f"{name}*")
            if found.name.partition(".")[0] == name
        )


def _started(name: str) -> ModuleType:
    """The module after its own start, which makes it one like others; what it is part of starts first."""
    parent = name.rpartition(".")[0]
    if parent:
        _started(parent)
    module = sys.modules[name]
    spec = module.__spec__
    if isinstance(module, _Later) and spec is not None and spec.loader is not None:
        module.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(module)
    return module


def put_off_spacy() -> None:
    """Let `from spacy.matcher import PhraseMatcher` load no more than it needs, unless spaCy is loaded already."""
    if "spacy" in sys.modules:
        return
    for name, known in _LATER.items():
        if name not in sys.modules:
            module = _Later(name, known)
            sys.modules[name] = module
            parent, _, own = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], own, module)
