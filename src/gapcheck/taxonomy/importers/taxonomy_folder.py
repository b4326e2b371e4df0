"""The rows of a classification -> a taxonomy folder: the same rows give the same bytes, and it appears whole or not at all."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.importers.classification import TITLES
from gapcheck.taxonomy.importers.resolving import ImportedRows
from gapcheck.taxonomy.loading import load
from gapcheck.taxonomy.model import Role, Skill
from gapcheck.taxonomy.yaml_text import block, flow

_MADE = "# Made by `gapcheck taxonomy import"
_WIDTH = 110


def files_of(rows: ImportedRows, release: str) -> Mapping[str, str]:
    """Relative name -> text of every file of the folder."""
    head = f"{_MADE} {rows.classification.source}`; see README.md for licence and source.\n"
    notes = [
        line
        for text in _attribution(rows.classification.source, release)
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
    values = skill.model_dump(mode="json", exclude_defaults=True, exclude={"category"})
    for alias in values.get("aliases", ()):
        if list(alias) == ["name"]:
            values["aliases"][values["aliases"].index(alias)] = alias["name"]
    first, *rest = block(values, "  ")
    yield from (f"- {first.lstrip()}\n", *(f"{line}\n" for line in rest))


def _role(role: Role) -> Iterator[str]:
    values = role.model_dump(mode="json", exclude_defaults=True)
    rows = values.pop("requirements")
    yield from (f"{line}\n" for line in block(values))
    yield "requirements:\n"
    yield from (f"  - {flow(row)}\n" for row in rows)


def _concepts(rows: ImportedRows) -> str:
    """Ids and their official codes, to find the way back to the source."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("id", "type", "code"))
    writer.writerows(rows.codes)
    return table.getvalue()


def _readme(rows: ImportedRows, release: str) -> str:
    source = rows.classification.source
    credits_ = "\n\n".join(_attribution(source, release))
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


# ---------------------------------------------------------------- what publishers require
_ESCO = (
    "This service uses the ESCO classification of the European Commission.",
    (
        "ESCO{release} (European Skills, Competences, Qualifications and Occupations), (c) European Union. Reuse "
        "is authorised, provided the source is acknowledged, under Commission Decision 2011/833/EU: "
        "https://esco.ec.europa.eu/"
    ),
    (
        "This is a modified version of ESCO: gapcheck selected and rearranged its content, made ids of labels, "
        "and gave names that several concepts share to one of them. The European Commission has neither made nor "
        "approved these changes."
    ),
)
_ONET = (
    (
        "This product includes information from the O*NET{release} Database by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license "
        "(https://creativecommons.org/licenses/by/4.0/). O*NET\N{REGISTERED SIGN} is a trademark of USDOL/ETA."
    ),
    (
        "gapcheck has modified all or some of this information: it selected and rearranged content, turned ratings "
        "into weights, and shortened names. USDOL/ETA has not approved, endorsed, or tested these modifications."
    ),
    "Source: https://www.onetcenter.org/database.html",
)
_ATTRIBUTIONS = {"esco": _ESCO, "onet": _ONET}


def _attribution(source: str, release: str) -> Sequence[str]:
    """The paragraphs that must go along with data of `source` (esco, onet); `release` is "" if unknown."""
    return tuple(
        text.replace("{release}", f" {release}" if release else "") for text in _ATTRIBUTIONS[source]
    )
