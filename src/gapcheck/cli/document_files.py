"""The documents that arguments name: files, folders including their subfolders, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

import click

SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt", ".json"})
_REFUSED = frozenset({".doc", ".rtf", ".odt", ".pages", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Forms that resumes come in as well: read with OCR, or listed with the reason why not."""
_JSON_RESUME = re.compile(rb'"(?:basics|work)"\s*:')
"""Keys that distinguish a JSON Resume from the reports, rankings and settings in the same folder."""
_HEAD = 65_536


def document_files(given: Sequence[str], what: str) -> list[Path]:
    """The files that the arguments name, each once; one that does not exist is kept, so that it is reported.

    Raises:
        click.UsageError: there is none; the message says that no `what` were found.
    """
    paths = list(dict.fromkeys(path for each in given for path in _files(each)))
    if not paths:
        known = ", ".join(sorted(SUFFIXES))
        raise click.UsageError(f"{', '.join(given)}: no {what} found there (looked for {known}).")
    return paths


def _files(given: str) -> Iterator[Path]:
    """The files that an argument names; one that does not exist is kept, so that it is reported."""
    path = Path(given)
    if path.is_dir():
        yield from (
            each
            for each in sorted(path.rglob("*"))
            if each.is_file()
            and each.suffix.lower() in SUFFIXES | _REFUSED
            and (each.suffix.lower() != ".json" or _is_json_resume(each))
            and not any(part.startswith(".") for part in each.relative_to(path).parts)
        )
    elif has_magic(given) and not path.exists():
        found = sorted(glob(given, recursive=True))  # noqa: PTH207  # Path.glob knows no absolute patterns
        yield from (each for each in map(Path, found) if each.is_file())
    else:
        yield path


def _is_json_resume(path: Path) -> bool:
    """Whether a JSON file in a folder is a resume; one that cannot be opened is kept, so that it is reported."""
    try:
        with path.open("rb") as file:
            return bool(_JSON_RESUME.search(file.read(_HEAD)))
    except OSError:
        return True
