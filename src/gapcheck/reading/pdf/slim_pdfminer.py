"""The import of pdfminer without what it seldom needs, for worker processes.

That is loaded when it is first called: cryptography (encrypted files), charset_normalizer
(guessing of encodings) and importlib.metadata (pdfminer's own version): half of the time until the first
page is read.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_CIPHERS = "cryptography.hazmat.primitives.ciphers"
_LATER = {
    "cryptography": (),
    "cryptography.hazmat": (),
    "cryptography.hazmat.backends": ("default_backend",),
    "cryptography.hazmat.primitives": (),
    _CIPHERS: ("Cipher", "algorithms", "modes"),
    "charset_normalizer": ("detect", "from_bytes"),
}


class _LateName:
    """Stands for a name of a module; importing happens with the first call or attribute of a call."""

    def __init__(self, module: str, path: tuple[str, ...]) -> None:
        self._module = module
        self._path = path

    def __getattr__(self, name: str) -> _LateName:
        return _LateName(self._module, (*self._path, name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        for name in _LATER:
            if isinstance(sys.modules.get(name), _Stub):
                del sys.modules[name]
        target: Any = importlib.import_module(self._module)
        for part in self._path:
            target = getattr(target, part)
        return target(*args, **kwargs)


class _Stub(ModuleType):
    """A module that holds names to be loaded later."""


def import_pdfminer() -> None:
    """Import what is used of pdfminer, without what it seldom needs; plainly, where a release does not go with that."""
    if "pdfminer.pdfpage" in sys.modules:
        return
    try:
        _import_slim()
    except Exception:  # noqa: BLE001  # whatever another release of pdfminer asks of a stub
        for name, module in list(sys.modules.items()):
            if isinstance(module, _Stub) or name.partition(".")[0] == "pdfminer":
                del sys.modules[name]
        _import_pages()


def _import_slim() -> None:
    for name, names in _LATER.items():
        if name not in sys.modules:
            stub = _Stub(name)
            stub.__path__ = []  # so that it counts as a package
            for each in names:
                setattr(stub, each, _LateName(name, (each,)))
            sys.modules[name] = stub
    metadata = _Stub("importlib.metadata")
    metadata.version = lambda _: ""  # type: ignore[attr-defined]
    metadata.PackageNotFoundError = ImportError  # type: ignore[attr-defined]
    held = sys.modules.get("importlib.metadata")
    sys.modules["importlib.metadata"] = metadata
    try:
        _import_pages()
    finally:
        del sys.modules["importlib.metadata"]
        if held is not None:
            sys.modules["importlib.metadata"] = held


def _import_pages() -> None:
    importlib.import_module("pdfminer.pdfinterp")
    importlib.import_module("pdfminer.pdfpage")
