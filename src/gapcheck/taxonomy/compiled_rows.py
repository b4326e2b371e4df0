"""The section of a compiled taxonomy that holds its checked rows and word lists, each as JSON on a line of its own.

Rows stay JSON until they are asked for; word lists are made at once. The first line says what the others are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from gapcheck.taxonomy.compiled import code_version, load_section, save_section
from gapcheck.taxonomy.lazy_rows import LazyRows
from gapcheck.taxonomy.model import Certification, Role, Skill, TaxonomyEntry
from gapcheck.taxonomy.taxonomy import VOCABULARIES, Taxonomy

_SECTION = "rows"
_KINDS: Mapping[str, type[TaxonomyEntry]] = MappingProxyType(
    {"skills": Skill, "roles": Role, "certifications": Certification}
)
_MODULES = (
    "checking",
    "loading",
    "model",
    "raw",
    "lazy_rows",
    "compiled_rows",
    "taxonomy",
    "yaml_file",
)
_CODE = tuple(f"taxonomy/{name}" for name in (*_MODULES, *(f"language/{stem}" for stem in VOCABULARIES)))


def load_rows(sha256: str) -> Taxonomy | None:
    """The taxonomy of this fingerprint as an earlier run read and checked it, or None."""
    head, *lines = load_section(sha256, _SECTION, code_version(*_CODE)) or [b""]
    if not head:
        return None
    table = json.loads(head)
    rest = iter(lines)
    rows = {part: LazyRows.of_json(kind, _taken(table[part], rest), sha256) for part, kind in _KINDS.items()}
    vocabularies = {
        stem: VOCABULARIES[stem].model_validate_json(text)
        for stem, text in _taken(table["vocabularies"], rest).items()
    }
    skills, roles, certifications = rows.values()
    return Taxonomy(table["version"], sha256, skills, roles, certifications, MappingProxyType(vocabularies))  # type: ignore[arg-type]


def save_rows(taxonomy: Taxonomy) -> None:
    """Keep a taxonomy that was read and checked for the next run."""
    parts = {name: dict(_lines(getattr(taxonomy, name))) for name in (*_KINDS, "vocabularies")}
    head = json.dumps({"version": taxonomy.version, **{name: list(lines) for name, lines in parts.items()}})
    texts = (text for lines in parts.values() for text in lines.values())
    save_section(taxonomy.sha256, _SECTION, code_version(*_CODE), (head.encode(), *texts))


def _taken(names: Iterable[str], lines: Iterator[bytes]) -> dict[str, bytes]:
    """The next lines, by these names."""
    wanted = list(names)
    return dict(zip(wanted, islice(lines, len(wanted)), strict=True))


def _lines(rows: Mapping[str, TaxonomyEntry]) -> Iterator[tuple[str, bytes]]:
    return ((name, row.model_dump_json(exclude_unset=True).encode()) for name, row in rows.items())
