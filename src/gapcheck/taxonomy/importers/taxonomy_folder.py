"""The rows of a classification -> a taxonomy folder: the same rows give the same bytes, and it appears whole or not at all."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.importers.licences import TITLES, attribution
from gapcheck.taxonomy.importers.resolving import ResolvedClassification
from gapcheck.taxonomy.loading import load
from gapcheck.taxonomy.model import Alias, Kind, NameMatch, Requirement, Role, Skill
from gapcheck.taxonomy.yaml_text import flow

_MADE = "# Made by `gapcheck taxonomy import"
_WIDTH = 110


def files_of(rows: ResolvedClassification, release: str) -> Mapping[str, str]:
    """Relative name -> text of every file of the folder."""
    head = f"{_MADE} {rows.classification.source}`; see README.md for licence and source.\n"
    notes = [
        line
        for text in attribution(rows.classification.source, release)
        for line in textwrap.wrap(text, _WIDTH - 2)
    ]
    version = " ".join(
        filter(None, (rows.classification.source, release, rows.classification.fingerprint[:12]))
    )
    files = {
        "taxonomy.yaml": head + "".join(f"# {line}\n" for line in notes) + f"version: {flow(version)}\n",
        "README.md": _readme(rows, release),
        "concepts.csv": _concepts(rows),
    }
    for category in sorted({skill.category for skill in rows.skills}):
        own = (skill for skill in rows.skills if skill.category == category)
        files[f"skills/{category}.yaml"] = head + "".join(line for skill in own for line in _skill(skill))
    for role in rows.roles:
        files[f"roles/{role.id}.yaml"] = head + "".join(_role(role))
    return files


def write(files: Mapping[str, str], out: Path, *, replace: bool = False) -> None:
    """Write the folder beside its place, load it, and move it there when it is complete and valid.

    A folder that is there already must be empty or, with `replace`, one that an import made. Loading keeps a
    parsed copy for the next run, too.

    Raises:
        TaxonomyError: it is neither, or cannot be written.
    """
    out = out.resolve()
    _check_place(out, replace=replace)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as place:
            fresh, old = Path(place) / "fresh", Path(place) / "old"
            for folder in {(fresh / name).parent for name in files}:
                folder.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (fresh / name).write_bytes(text.encode())
            load(fresh, only=True)
            if out.exists():
                out.rename(old)
            try:
                fresh.rename(out)
            except OSError:
                with suppress(OSError):
                    old.rename(out)
                raise
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise TaxonomyError(f"{out}: cannot be written ({error.strerror}).") from None


def _check_place(out: Path, *, replace: bool) -> None:
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not out.is_dir():
        raise TaxonomyError(f"{out}: is a file.", hint="Give a folder to write to.")
    made = False
    with suppress(OSError):
        made = (out / "taxonomy.yaml").read_bytes().startswith(_MADE.encode())
    if not made:
        raise TaxonomyError(f"{out}: holds something else.", hint="Give a new or an empty folder.")
    if not replace:
        hint = "Say --replace to write it anew; changes made by hand are lost."
        raise TaxonomyError(f"{out}: holds an earlier import.", hint=hint)


def _skill(skill: Skill) -> Iterator[str]:
    yield f"- id: {flow(skill.id)}\n  label: {flow(skill.label)}\n"
    if skill.kind is not Kind.SKILL:
        yield f"  kind: {skill.kind.value}\n"
    if skill.match is not NameMatch.CASELESS:
        yield f"  match: {skill.match.value}\n"
    yield from _list("aliases", [_alias(each) for each in skill.aliases], "  ")
    yield from _list("broader", list(map(flow, skill.broader)), "  ")


def _alias(alias: Alias) -> str:
    if alias.match is NameMatch.CASELESS:
        return flow(alias.name)
    return flow({"name": alias.name, "match": alias.match.value})


def _list(key: str, items: list[str], indent: str) -> Iterator[str]:
    """A list of one line where it fits, else a line an item."""
    if not items:
        return
    line = f"{indent}{key}: [{', '.join(items)}]\n"
    if len(line) <= _WIDTH:
        yield line
        return
    yield f"{indent}{key}:\n"
    yield from (f"{indent}  - {item}\n" for item in items)


def _role(role: Role) -> Iterator[str]:
    yield f"id: {flow(role.id)}\nlabel: {flow(role.label)}\n"
    yield from _list("titles", list(map(flow, role.titles)), "")
    yield from _list("documents", list(map(flow, role.documents)), "")
    yield from _list("facts", [flow({"name": each.name, "value": each.value}) for each in role.facts], "")
    yield "requirements:\n"
    yield from (f"  - {flow(_requirement(row))}\n" for row in role.requirements)


def _requirement(row: Requirement) -> dict[str, Any]:
    """The row without its defaults, in the order of the class."""
    values: dict[str, Any] = {
        "id": row.id,
        "title": row.title,
        "kind": row.kind.value,
        "necessity": row.necessity.value,
    }
    if row.head is not None:
        values |= {"logic": row.logic.value, "open": row.open, "head": row.head}
    if row.skills:
        values["skills"] = row.skills
    if row.min_months is not None:
        values["min_months"] = row.min_months
    if row.degree is not None:
        values["degree"] = row.degree.model_dump(mode="json", exclude_defaults=True)
    if row.weight != 1:
        values["weight"] = row.weight
    return values


def _concepts(rows: ResolvedClassification) -> str:
    """Ids and their official codes, to find the way back to the source."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("id", "type", "code"))
    writer.writerows(rows.codes)
    return table.getvalue()


def _readme(rows: ResolvedClassification, release: str) -> str:
    source = rows.classification.source
    credits_ = "\n\n".join(attribution(source, release))
    names = "\n".join(f"- {name}" for name in rows.classification.files)
    role = rows.roles[0].id if rows.roles else "ID"
    return (
        f"# Taxonomy from {TITLES[source]}\n\n"
        f"{len(rows.skills)} skills and {len(rows.roles)} roles, made by `gapcheck taxonomy import {source}` from:\n\n"
        f"{names}\n\n"
        f"```\ngapcheck report resume.pdf --taxonomy DIR --only --role {role}\n```\n\n"
        "`concepts.csv` gives the official code of every id.\n\n"
        f"## Source and licence\n\n{credits_}\n"
    )
