"""Folders of a taxonomy on disk -> the names and contents of their YAML files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.limits import MEGABYTE, Limits

FOLDER = "skills_taxonomy"
LANGUAGES = "language"
"""The folder of the word lists: a folder for each language in it, whose files of one name are read as one."""
_DOCUMENTS = "sources"
"""The folder of the job documents that roles were built from; no file there is one of the taxonomy."""
_MOST_BYTES = Limits().file_bytes

Content = tuple[str, bytes]
"""A file's name, relative to its folder and with forward slashes, and its bytes."""


@dataclass(frozen=True, slots=True)
class TaxonomyFolder:
    """The YAML files of a folder, in order of their names; `shown` is its name in messages."""

    shown: str
    files: tuple[Content, ...]
    built_in: bool = False


def fingerprint(folders: Iterable[TaxonomyFolder]) -> str:
    """A fingerprint of the names and contents of all files of these folders, in hexadecimal."""
    whole = hashlib.sha256()
    for folder in folders:
        digest = hashlib.sha256()
        for name, content in folder.files:
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        whole.update(digest.digest())
    return whole.hexdigest()


def folders_of(paths: Iterable[Path], *, only: bool) -> tuple[TaxonomyFolder, ...]:
    """The files of the built-in folder and of these; with `only`, of the built-in ones its word lists alone.

    Raises:
        TaxonomyError: a folder is missing, or has no YAML files.
    """
    places = tuple(paths)
    own = contents(built_in_folder())
    if only and places:
        own = (each for each in own if each[0].startswith(f"{LANGUAGES}/"))
    folders = [TaxonomyFolder(FOLDER, tuple(own), built_in=True)]
    for path in places:
        if not path.is_dir():
            raise TaxonomyError(
                f"{path}: there is no such folder.", hint="Check the path given with --taxonomy."
            )
        folders.append(TaxonomyFolder(str(path), tuple(contents(path))))
    for folder in folders:
        if not folder.files:
            hint = "See skills_taxonomy/README.md for the layout."
            raise TaxonomyError(f"{folder.shown}: has no .yaml files.", hint=hint)
    return tuple(folders)


def built_in_folder() -> Traversable:
    """The taxonomy that ships with the package, or that of the checkout.

    Raises:
        TaxonomyError: neither is there.
    """
    packaged = resources.files("gapcheck") / FOLDER
    checkout = Path(__file__).resolve().parents[3] / FOLDER
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise TaxonomyError("The built-in skills taxonomy is missing.", hint="Install gapcheck again.")


def contents(folder: Traversable, below: str = "") -> Iterator[Content]:
    """The YAML files of a folder, in order of their relative names."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            if not entry.name.startswith((".", "_")) and below + entry.name != _DOCUMENTS:
                yield from contents(entry, f"{below}{entry.name}/")
        elif entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith("."):
            with entry.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
            if len(content) > _MOST_BYTES:
                raise TaxonomyError(f"{entry}: is larger than {_MOST_BYTES // MEGABYTE} MB.")
            # line ends as a checkout on Windows has them change neither values nor fingerprints
            yield below + entry.name, content.replace(b"\r\n", b"\n")
