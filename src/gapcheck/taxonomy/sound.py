"""Taxonomies that an earlier run read and found sound, as JSON lines, so that neither is done again.

A copy belongs to the names and contents of all files and to the code that reads and checks them. Rows and
vocabularies pass their classes' validation again when they are made. The first line says what the others are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from gapcheck.taxonomy import cache
from gapcheck.taxonomy.model import Certification, Entry, Role, Skill
from gapcheck.taxonomy.parts import Folder
from gapcheck.taxonomy.rows import Rows
from gapcheck.taxonomy.taxonomy import VOCABULARIES, Taxonomy

_KIND = "sound"
_ROWS: Mapping[str, type[Entry]] = MappingProxyType(
    {"skills": Skill, "roles": Role, "certifications": Certification}
)
_CODE = (
    "checking",
    "loading",
    "model",
    "parts",
    "rows",
    "sound",
    "taxonomy",
    "yaml_file",
    "yaml_nodes",
    *(f"language/{name}" for name in VOCABULARIES),
)


def fingerprint(folders: Iterable[Folder]) -> str:
    """What tells these folders, read by this code, from all others."""
    return cache.fingerprint_of(
        "".join(folder.digest.hex() for folder in folders), "gapcheck.taxonomy", *_CODE
    )


def recalled(fingerprint: str, again: Callable[[], Taxonomy]) -> Taxonomy | None:
    """The taxonomy that was kept, or None; `again` reads it from its files if one of its rows proves unsound."""
    head, *lines = cache.recalled_lines(_KIND, fingerprint) or [b""]
    try:
        told = json.loads(head)
        left = iter(lines)
        rows = {part: _texts(told[part], left) for part in _ROWS}
        lists = {
            stem: VOCABULARIES[stem].model_validate_json(text)
            for stem, text in _texts(told["vocabularies"], left).items()
        }
        version, sha256 = str(told["version"]), str(told["sha256"])
    except (ValueError, TypeError, KeyError, RecursionError, ValidationError):
        return None

    def part(name: str) -> Rows[Any]:
        return Rows.kept(_ROWS[name], rows[name], sha256, lambda: getattr(again(), name))

    skills, roles, certifications = map(part, _ROWS)
    return Taxonomy(version, sha256, skills, roles, certifications, MappingProxyType(lists))


def remember(fingerprint: str, taxonomy: Taxonomy) -> None:
    """Keep a sound taxonomy for the next run."""
    parts = {name: dict(_lines(getattr(taxonomy, name))) for name in (*_ROWS, "vocabularies")}
    told = {"version": taxonomy.version, "sha256": taxonomy.sha256}
    head = json.dumps({**told, **{name: list(lines) for name, lines in parts.items()}})
    texts = (text for lines in parts.values() for text in lines.values())
    cache.remember_lines(_KIND, fingerprint, (head.encode(), *texts))


def _texts(names: Iterable[str], left: Iterator[bytes]) -> dict[str, bytes]:
    wanted = list(names)
    return dict(zip(wanted, islice(left, len(wanted)), strict=True))


def _lines(rows: Mapping[str, Entry]) -> Iterator[tuple[str, bytes]]:
    """Every name with its value as JSON on one line."""
    return ((name, row.model_dump_json(exclude_unset=True).encode()) for name, row in rows.items())
