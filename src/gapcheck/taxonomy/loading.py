"""Folders of YAML files -> Taxonomy. All problems of all files are told at once, each with file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from gapcheck.collecting import collector_paused
from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy import cache, sound, yaml_file
from gapcheck.taxonomy.checking import NamesIn, ReadsPattern, pedantic, structural, summary, unreadable
from gapcheck.taxonomy.model import Certification, Role, Skill
from gapcheck.taxonomy.parts import Content, Folder, Parts, Placed
from gapcheck.taxonomy.rows import Rows
from gapcheck.taxonomy.taxonomy import VOCABULARIES, Taxonomy
from gapcheck.taxonomy.yaml_file import Problem, YamlFile, did_you_mean, validated

FOLDER = "skills_taxonomy"
_SHOWN = 40
"""Problems that a message shows; the error holds them all."""
LANGUAGES = "language"
"""The folder of the word lists: a folder for each language in it, whose files of one name are read as one."""
_DOCUMENTS = "sources"
"""The folder of the job documents that roles were built from; no file there is one of the taxonomy."""
_LANGUAGE = re.compile(rf"{LANGUAGES}/[a-z]{{2}}")
_Value = tuple[yaml_file.Path, Any]
"""A row as plain values, and the way to it."""


def load(*folders: Path | str, only: bool = False) -> Taxonomy:
    """The built-in taxonomy, with the rows of `folders` laid over it by id; with `only`, theirs alone.

    Vocabularies (section_headings.yaml ...) of a folder extend the built-in ones, with `only` too: what a
    heading or a negation looks like is a matter of the language, not of the skills.

    Raises:
        TaxonomyError: a folder is missing or a file is at fault; `problems` has every one, with file and line.
    """
    with collector_paused():
        return _loaded(tuple(map(Path, folders)), only=only)


def _loaded(folders: tuple[Path, ...], *, only: bool) -> Taxonomy:
    found = _found(folders, only=only)
    fingerprint = sound.fingerprint(found)
    kept = sound.recalled(fingerprint, lambda: _checked(_read(_found(folders, only=only), copies=False)))
    if kept is not None:
        return kept
    fresh = _checked(_read(found))
    sound.remember(fingerprint, fresh)
    return fresh


def _checked(parts: Parts) -> Taxonomy:
    problems = parts.problems or structural(parts)
    if problems:
        raise error_of(problems)
    return built(parts)


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: `problems`, each with file and line, and how much was looked at."""

    problems: tuple[str, ...]
    summary: str


def check(
    *folders: Path | str,
    only: bool = False,
    examples: Callable[[Taxonomy], NamesIn] | None = None,
    wording: ReadsPattern | None = None,
) -> Checked:
    """Every problem of a taxonomy: those that keep it from loading, and those that a reviewer would note.

    `examples` gives, for the taxonomy, the function that says whether a sentence names a skill; with it the
    skills' examples are run, once the taxonomy loads. `wording` reads a pattern of a skill, or says what is wrong with it.

    Raises:
        TaxonomyError: a folder is missing.
    """
    parts = read_folders(tuple(map(Path, folders)), only=only)
    blocking = [*parts.problems, *structural(parts)]
    if wording is not None:
        blocking += unreadable(parts, wording)
    runner = examples(built(parts)) if examples and not blocking else None
    problems = [*blocking, *pedantic(parts, runner)]
    return Checked(tuple(map(str, sorted(set(problems)))), summary(parts))


def read_folders(folders: Sequence[Path], *, only: bool = False) -> Parts:
    """What stands in the built-in folder (with `only`, its vocabularies alone) and in `folders`, with its problems."""
    return _read(_found(tuple(folders), only=only))


def _found(folders: tuple[Path, ...], *, only: bool) -> list[Folder]:
    """The folders' files, the built-in ones first."""
    found = [_folder(built_in_folder(), FOLDER, vocabularies_alone=only and bool(folders))]
    for folder in folders:
        if not folder.is_dir():
            raise TaxonomyError(
                f"{folder}: there is no such folder.", hint="Check the path given with --taxonomy."
            )
        found.append(_folder(folder, str(folder)))
    return found


def _folder(folder: Traversable, shown: str, *, vocabularies_alone: bool = False) -> Folder:
    files = tuple(
        (name, content)
        for name, content in contents(folder)
        if not vocabularies_alone or name.startswith(f"{LANGUAGES}/")
    )
    if not files:
        raise TaxonomyError(
            f"{shown}: has no .yaml files.", hint="See skills_taxonomy/README.md for the layout."
        )
    return Folder.of(shown, files)


def _read(found: Sequence[Folder], *, copies: bool = True) -> Parts:
    """The folders' rows. What a kept copy is at fault for is read again from the files (`copies` False)."""
    parts = Parts()
    for folder in found:
        _read_folder(folder, parts, copies=copies)
    for stem, (value, file) in parts.vocabularies.items():
        parts.read_vocabularies[stem] = validated(VOCABULARIES[stem], value, file, (), parts.problems)
    if parts.problems and parts.recalled:
        return _read(found, copies=False)
    return parts


def built(parts: Parts) -> Taxonomy:
    """The parts as one value."""
    digest = parts.digest.hexdigest()
    skills, roles, certifications = (
        Rows({name: placed.row for name, placed in rows.items()}, digest)
        for rows in (parts.skills, parts.roles, parts.certifications)
    )
    return Taxonomy(
        parts.version,
        digest,
        skills,
        roles,
        certifications,
        MappingProxyType(dict(parts.read_vocabularies)),
    )


def error_of(problems: Sequence[Problem]) -> TaxonomyError:
    """All problems as one error, in order of file and line."""
    lines = tuple(map(str, sorted(set(problems))))
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    shown = lines if len(lines) <= _SHOWN else (*lines[:_SHOWN], f"... and {len(lines) - _SHOWN} more.")
    hint = "See all of them with `gapcheck taxonomy check`." if len(lines) > _SHOWN else ""
    return TaxonomyError(f"The taxonomy has {count}:\n  " + "\n  ".join(shown), problems=lines, hint=hint)


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
            # line ends as a checkout on Windows has them change neither values nor fingerprints
            yield below + entry.name, entry.read_bytes().replace(b"\r\n", b"\n")


def _read_folder(folder: Folder, parts: Parts, *, copies: bool) -> None:
    own = Parts(problems=parts.problems)
    for name, file in _parsed(folder, parts, copies=copies):
        own.problems.extend(file.problems)
        if not file.problems:
            _place(name, file, own)
    parts.version = " + ".join(filter(None, (parts.version, own.version)))
    for rows, added in (
        (parts.skills, own.skills),
        (parts.roles, own.roles),
        (parts.certifications, own.certifications),
    ):
        rows.update(added)
    for stem, (value, file) in own.vocabularies.items():
        before = parts.vocabularies.get(stem)
        parts.vocabularies[stem] = (value if before is None else _extended(before[0], value), file)


def _parsed(folder: Folder, parts: Parts, *, copies: bool) -> list[tuple[str, YamlFile]]:
    """The files' values, from a kept copy if there is one."""
    parts.digest.update(folder.digest)
    fingerprint = hashlib.sha256(yaml_file.RULES + folder.digest).hexdigest()
    kept = cache.recalled(fingerprint) if copies else {}
    parts.recalled = parts.recalled or bool(kept)
    read = [
        (
            name,
            YamlFile(f"{folder.shown}/{name}", kept[name], (), content.decode("utf-8-sig"))
            if name in kept
            else yaml_file.read(content, f"{folder.shown}/{name}"),
        )
        for name, content in folder.files
    ]
    if not kept and not any(file.problems for _, file in read):
        cache.remember(fingerprint, {name: file.value for name, file in read})
    return read


def _place(name: str, file: YamlFile, parts: Parts) -> None:
    kind, _, rest = name.rpartition("/")
    stem = rest.rpartition(".")[0]
    match kind:
        case "skills":
            _add_rows(Skill, _rows(file, parts), file, parts.skills, parts)
        case "certifications":
            _add_rows(Certification, _rows(file, parts), file, parts.certifications, parts)
        case "roles":
            _add_rows(Role, [((), file.value)], file, parts.roles, parts)
        case "" if stem == "taxonomy":
            parts.version = _version(file, parts)
        case _ if _LANGUAGE.fullmatch(kind) and stem in VOCABULARIES:
            before = parts.vocabularies.get(stem)
            value = file.value or {}
            parts.vocabularies[stem] = (value if before is None else _extended(before[0], value), file)
        case _ if _LANGUAGE.fullmatch(kind):
            near = did_you_mean(stem, VOCABULARIES)
            parts.problems.append(Problem(file.name, 0, f"is not a word list{near or '.'}"))
        case "" if stem in VOCABULARIES:
            parts.problems.append(Problem(file.name, 0, f"belongs in {LANGUAGES}/en/."))
        case "":
            parts.problems.append(Problem(file.name, 0, "is not a file of a taxonomy."))
        case _:
            near = did_you_mean(kind, ("skills", "roles", "certifications", f"{LANGUAGES}/en"))
            parts.problems.append(Problem(file.name, 0, f"stands in no folder of a taxonomy{near or '.'}"))


def _version(file: YamlFile, parts: Parts) -> str:
    match file.value:
        case {"version": str(version), **others} if not others:
            return version
    parts.problems.append(file.problem((), 'must hold one key, version: "..." (in quotes).'))
    return ""


def _rows(file: YamlFile, parts: Parts) -> Iterator[_Value]:
    if isinstance(file.value, list):
        yield from (((index,), row) for index, row in enumerate(file.value))
    elif file.value is not None:
        parts.problems.append(file.problem((), "must be a list of rows, each beginning with `- id:`."))


def _add_rows(
    kind: type[BaseModel], rows: Iterable[_Value], file: YamlFile, into: dict[str, Placed], parts: Parts
) -> None:
    stem = file.name.rpartition("/")[2].rpartition(".")[0]
    given = {"category": stem} if kind is Skill else {}
    for path, value in rows:
        if given and isinstance(value, dict) and "category" in value:
            text = "category: is the name of the file; leave it out."
            parts.problems.append(file.problem((*path, "category"), text))
        row: Any = validated(kind, _written_out(value, given), file, path, parts.problems)
        if row is None:
            continue
        placed = Placed(row, file, path)
        name: str = placed.row.id
        if name in into:
            first = into[name]
            place = f"{first.file.name}:{first.file.line((*first.path, 'id'))}"
            parts.problems.append(placed.problem(f"id {name!r} stands already at {place}.", "id"))
        else:
            into[name] = placed


def _written_out(value: Any, given: Mapping[str, str]) -> Any:
    """A row with its short forms spelled out: an alias that is its name, a related skill that is its id."""
    if not isinstance(value, dict):
        return value
    value = {**value, **given}
    for key, inner in (("aliases", "name"), ("related", "id")):
        if given and isinstance(value.get(key), list):
            value[key] = [each if isinstance(each, dict) else {inner: each} for each in value[key]]
    return value


def _extended(base: Any, added: Any) -> Any:
    """A vocabulary with another laid over it: lists grow, keys are laid over, scalars give way."""
    if isinstance(base, dict) and isinstance(added, dict):
        return {**base, **{key: _extended(base.get(key), each) for key, each in added.items()}}
    if isinstance(base, list) and isinstance(added, list):
        return [*base, *added]
    return added
