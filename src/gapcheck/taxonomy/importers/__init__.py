"""Official files of public classifications -> a taxonomy folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from gapcheck.collecting import collector_paused
from gapcheck.taxonomy.importers import esco, onet
from gapcheck.taxonomy.importers.resolving import ImportedRows, resolve
from gapcheck.taxonomy.importers.taxonomy_folder import files_of, write

Source = Literal["esco", "onet"]

__all__ = ["ImportedRows", "Source", "import_files"]


def import_files(
    source: Source,
    path: Path,
    out: Path,
    *,
    language: str | None = None,
    release: str = "",
    replace: bool = False,
) -> ImportedRows:
    """Read the official files in the folder `path` and write a taxonomy folder to `out`, whole or not at all.

    Args:
        source: esco or onet.
        path: the folder of official files.
        out: where to write; must not exist, be empty, or, with `replace`, hold an earlier import.
        language: ESCO's code for a language (en, fr); needed only where several are there and none is English.
        release: the release of the files, such as 29.2, for the version and the attribution.
        replace: whether an earlier import may be written over.

    Raises:
        TaxonomyError: the files are not the official ones, or `out` cannot be written.
    """
    with collector_paused():
        classification = esco.read(path, language) if source == "esco" else onet.read(path)
        rows = resolve(classification)
        write(files_of(rows, release), out, replace=replace)
    return rows
