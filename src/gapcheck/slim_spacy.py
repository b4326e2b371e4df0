"""Shortens spaCy's start: its PhraseMatcher is imported without the rest of spaCy.

`import spacy` imports pipelines, training, downloads and a web client; matching names needs none of them.
Only the command line and worker processes do this, where hardly any other code uses spaCy. A package that is
deferred runs its own start once something else of it is used, so nothing is missing. Where a release of spaCy
does not work this way, it is imported plainly.
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
    try:
        import_module("spacy.tokens")  # the two import each other, and only this order works
        return import_module("spacy.matcher.phrasematcher").PhraseMatcher
    except Exception:  # noqa: BLE001  # whatever another release needs that was deferred
        for name in [each for each in sys.modules if each.partition(".")[0] in {"spacy", "srsly"}]:
            del sys.modules[name]
        return import_module("spacy.matcher").PhraseMatcher


def _token_pattern() -> Any:
    """What checks a matcher's attribute if it is given by name; ours is given by number."""
    return lambda: _started("spacy.schemas").TokenPattern()


_DEFERRED: Mapping[str, Mapping[str, Callable[[], Any]]] = {
    "spacy": {},
    "spacy.matcher": {"PhraseMatcher": _phrase_matcher},
    "spacy.schemas": {"TokenPattern": _token_pattern},
    "srsly": {},  # reads and writes files
}
"""The packages that are deferred, and what each one offers without its own start."""


class _DeferredModule(ModuleType):
    """A module that runs its own start once a name is used that is not among those it offers without."""

    def __init__(self, name: str, offered: Mapping[str, Callable[[], Any]]) -> None:
        super().__init__(name)
        spec = find_spec(name)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(name)
        self.__spec__, self.__loader__, self.__file__ = spec, spec.loader, spec.origin
        self.__package__ = spec.parent
        if spec.submodule_search_locations is not None:
            self.__path__ = list(spec.submodule_search_locations)
        self._offered = offered

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self._is_submodule(name):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if name in self._offered:
            return self._offered[name]()
        return getattr(_started(self.__name__), name)

    def _is_submodule(self, name: str) -> bool:
        """Whether the import system will find it; it asks for the attribute first."""
        folders = (Path(folder) for folder in getattr(self, "__path__", ()))
        return any(
            file.name.partition(".")[0] == name for folder in folders for file in folder.glob(f"{name}*")
        )


def _started(name: str) -> ModuleType:
    """The module after its own start, which makes it an ordinary one; its parent package starts first."""
    parent = name.rpartition(".")[0]
    if parent:
        _started(parent)
    module = sys.modules[name]
    spec = module.__spec__
    if isinstance(module, _DeferredModule) and spec is not None and spec.loader is not None:
        module.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(module)
    return module


def defer_spacy() -> None:
    """Let `spacy.matcher.PhraseMatcher` import no more than it needs, unless spaCy is imported already."""
    if "spacy" in sys.modules:
        return
    for name, offered in _DEFERRED.items():
        if name not in sys.modules:
            module = _DeferredModule(name, offered)
            sys.modules[name] = module
            parent, _, own = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], own, module)
