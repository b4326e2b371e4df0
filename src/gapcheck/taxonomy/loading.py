"""Folders of YAML files -> Taxonomy. All problems of all files are reported at once, each with file and line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from gapcheck.collecting import collector_paused
from gapcheck.errors import TaxonomyError
from gapcheck.near_names import did_you_mean
from gapcheck.taxonomy import yaml_file
from gapcheck.taxonomy.checking import NamesIn, ReadsPattern, pedantic, structural, summary, unreadable
from gapcheck.taxonomy.compiled import code_version, load_section, save_section
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.files import LANGUAGES, TaxonomyFolder, fingerprint, folders_of
from gapcheck.taxonomy.lazy_rows import LazyRows
from gapcheck.taxonomy.model import Certification, Narrower, Role, Skill, TaxonomyEntry
from gapcheck.taxonomy.raw import LocatedRow, RawTaxonomy
from gapcheck.taxonomy.taxonomy import VOCABULARIES, Taxonomy
from gapcheck.taxonomy.yaml_file import Problem, YamlFile, validated
from gapcheck.text.slugs import slug

_SHOWN = 40
"""Problems that a message shows; the error holds them all."""
_LANGUAGE = re.compile(rf"{LANGUAGES}/[a-z]{{2}}")
_read_once = cache(yaml_file.read)
"""For the built-in files, which never change while a program runs."""
_SECTION = "rows"
_KINDS: Mapping[str, type[TaxonomyEntry]] = MappingProxyType(
    {"skills": Skill, "roles": Role, "certifications": Certification}
)
_CODE = tuple(
    f"taxonomy/{name}"
    for name in (
        "checking", "loading", "model", "raw", "lazy_rows", "taxonomy", "yaml_file",
        *(f"language/{name}_words" for name in ("fact", "matching", "posting", "report", "resume")),
    )
)  # fmt: skip
"""The modules whose change makes kept rows out of date."""


def load(*folders: Path | str, only: bool = False) -> Taxonomy:
    """The built-in taxonomy, with the rows of `folders` laid over it by id; with `only`, theirs alone.

    Word lists (language/en/section_headings.yaml ...) of a folder extend the built-in ones, with `only` too: what
    a heading or a negation looks like is a matter of the language, not of the skills.

    Raises:
        TaxonomyError: a folder is missing or a file is at fault; `problems` has every one, with file and line.
    """
    with collector_paused():
        found = folders_of(map(Path, folders), only=only)
        taxonomy = _load_rows(fingerprint(found))
        if taxonomy is None:
            raw = _read(found)
            problems = raw.problems or structural(raw)
            if problems:
                raise error_of(problems)
            taxonomy = built(raw)
            _save_rows(taxonomy)
        return taxonomy


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of a check: `problems`, each with file and line, and how much was looked at."""

    problems: tuple[str, ...]
    summary: str


def check(
    *folders: Path | str,
    only: bool = False,
    examples: Callable[[Taxonomy], NamesIn] | None = None,
    wording: ReadsPattern | None = None,
) -> CheckResult:
    """Every problem of a taxonomy: those that keep it from loading, and those that a reviewer would note.

    Args:
        folders: as of `load`.
        only: as of `load`.
        examples: gives, for the taxonomy, the function that says whether a sentence names a skill; with it the
            skills' examples are run, if the taxonomy loads.
        wording: reads a pattern of a skill, or raises ValueError.

    Raises:
        TaxonomyError: a folder is missing.
    """
    raw = _read(folders_of(map(Path, folders), only=only))
    blocking = [*raw.problems, *structural(raw)]
    if wording is not None:
        blocking += unreadable(raw, wording)
    runner = examples(built(raw)) if examples and not blocking else None
    problems = [*blocking, *pedantic(raw, runner)]
    return CheckResult(tuple(map(str, sorted(set(problems)))), summary(raw))


def _read(folders: Sequence[TaxonomyFolder]) -> RawTaxonomy:
    raw = RawTaxonomy(sha256=fingerprint(folders))
    for folder in folders:
        raw.lay_over(_read_folder(folder))
    for stem, (value, file) in raw.word_lists.items():
        raw.vocabularies[stem] = validated(VOCABULARIES[stem], value, file, (), raw.problems)
    return raw


def built(raw: RawTaxonomy) -> Taxonomy:
    """The rows as one value."""
    skills, roles, certifications = (
        LazyRows({name: located.row for name, located in rows.items()}, raw.sha256)
        for rows in (raw.skills, raw.roles, raw.certifications)
    )
    vocabularies = MappingProxyType(dict(raw.vocabularies))
    return Taxonomy(raw.version, raw.sha256, skills, roles, certifications, vocabularies)


def error_of(problems: Sequence[Problem]) -> TaxonomyError:
    """All problems as one error, in order of file and line."""
    lines = tuple(map(str, sorted(set(problems))))
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    shown = lines if len(lines) <= _SHOWN else (*lines[:_SHOWN], f"... and {len(lines) - _SHOWN} more.")
    hint = "See all of them with `gapcheck taxonomy check`." if len(lines) > _SHOWN else ""
    return TaxonomyError(f"The taxonomy has {count}:\n  " + "\n  ".join(shown), problems=lines, hint=hint)


def _read_folder(folder: TaxonomyFolder) -> RawTaxonomy:
    raw = RawTaxonomy()
    read = _read_once if folder.built_in else yaml_file.read
    for name, content in folder.files:
        file = read(content, f"{folder.shown}/{name}")
        raw.problems.extend(file.problems)
        if not file.problems:
            _add_file(name, file, raw)
    return raw


def _add_file(name: str, file: YamlFile, raw: RawTaxonomy) -> None:
    kind, _, rest = name.rpartition("/")
    stem = rest.rpartition(".")[0]
    match kind:
        case "skills":
            _add_rows(Skill, _rows(file, raw), file, raw.skills, raw)
        case "certifications":
            _add_rows(Certification, _rows(file, raw), file, raw.certifications, raw)
        case "roles":
            _add_rows(Role, [((), file.value)], file, raw.roles, raw)
        case "" if stem == "taxonomy":
            raw.version = _version(file, raw)
        case _ if _LANGUAGE.fullmatch(kind) and stem in VOCABULARIES:
            raw.add_words(stem, file.value or {}, file)
        case _:
            raw.problems.append(Problem(file.name, 0, _misplaced(kind, stem)))


def _misplaced(kind: str, stem: str) -> str:
    """What is wrong with a file that does not belong to a taxonomy."""
    if _LANGUAGE.fullmatch(kind):
        return f"is not a word list{did_you_mean(stem, VOCABULARIES, '.')}"
    if kind:
        near = did_you_mean(kind, ("skills", "roles", "certifications", f"{LANGUAGES}/en"), ".")
        return f"is in no folder of a taxonomy{near}"
    return f"belongs in {LANGUAGES}/en/." if stem in VOCABULARIES else "is not a file of a taxonomy."


def _version(file: YamlFile, raw: RawTaxonomy) -> str:
    match file.value:
        case {"version": str(version), **others} if not others:
            return version
    raw.problems.append(file.problem((), 'must hold one key, version: "..." (in quotes).'))
    return ""


def _rows(file: YamlFile, raw: RawTaxonomy) -> Iterator[tuple[yaml_file.Path, Any]]:
    """The rows of a file as plain values, each with the path to it."""
    if isinstance(file.value, list):
        yield from (((index,), row) for index, row in enumerate(file.value))
    elif file.value is not None:
        raw.problems.append(file.problem((), "must be a list of rows, each beginning with `- id:`."))


def _add_rows(
    kind: type[BaseModel],
    rows: Iterable[tuple[yaml_file.Path, Any]],
    file: YamlFile,
    into: dict[str, LocatedRow],
    raw: RawTaxonomy,
) -> None:
    stem = file.name.rpartition("/")[2].rpartition(".")[0]
    given = {"category": stem} if kind is Skill else {}
    for path, value in rows:
        if given and isinstance(value, dict) and "category" in value:
            text = "category: is the name of the file; leave it out."
            raw.problems.append(file.problem((*path, "category"), text))
        row: Any = validated(kind, _written_out(value, given), file, path, raw.problems)
        if row is None:
            continue
        _add_row(LocatedRow(row, file, path), into, raw)
        for at, each in enumerate(row.narrower if kind is Skill else ()):
            _add_row(LocatedRow(_member(row, each), file, (*path, "narrower", at)), into, raw)


def _add_row(located: LocatedRow, into: dict[str, LocatedRow], raw: RawTaxonomy) -> None:
    name: str = located.row.id
    if name in into:
        first = into[name]
        place = f"{first.file.name}:{first.file.line((*first.path, 'id'))}"
        raw.problems.append(located.problem(f"id {name!r} is already used at {place}.", "id"))
    else:
        into[name] = located


def _member(skill: Skill, one: Narrower) -> Skill:
    """The skill that a name among another's `narrower` is: of its kind and file, and nothing more."""
    given: dict[str, Any] = {"aliases": one.aliases} if one.aliases else {}
    if one.match is not NameMatch.CASELESS:
        given["match"] = one.match
    if one.trade:
        given["trade"] = True
    row = Skill(
        id=slug(one.name), label=one.name, kind=skill.kind, broader=(skill.id,), category=skill.category
    )
    return row.model_copy(update=given)


def _written_out(value: Any, given: Mapping[str, str]) -> Any:
    """A row with its short forms spelled out: an alias that is its name, a related skill that is its id."""
    if not isinstance(value, dict) or not given:
        return value
    value = _named(_named({**value, **given}, "aliases"), "narrower")
    for key, full in (("trade_names", "aliases"), ("trade_narrower", "narrower")):
        value = _with_trade_names(_named(value, key), key, full)
    if isinstance(value.get("narrower"), list):
        value["narrower"] = [_named(each, "aliases") for each in value["narrower"]]
    return _named(value, "related", "id")


def _with_trade_names(value: Any, key: str, full: str) -> Any:
    """A row in which the names under `key` are among those under `full`, marked."""
    if not isinstance(value.get(key), list) or not isinstance(value.get(full, []), list):
        return value
    marked = [{**each, "trade": True} if isinstance(each, dict) else each for each in value[key]]
    rest = {name: each for name, each in value.items() if name != key}
    return {**rest, full: [*value.get(full, []), *marked]}


def _named(value: Any, key: str, inner: str = "name") -> Any:
    """A row in which what a list has instead of an object is the object's `inner` value."""
    if not isinstance(value, dict) or not isinstance(value.get(key), list):
        return value
    return {**value, key: [each if isinstance(each, dict) else {inner: each} for each in value[key]]}


# ---------------------------------------------------------------- rows kept between runs
def _load_rows(sha256: str) -> Taxonomy | None:
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


def _save_rows(taxonomy: Taxonomy) -> None:
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
