"""ESCO's official CSV files, in any of its languages and releases -> a classification.

    skills_LL.csv                       a skill each; skillType "knowledge" gives kind knowledge
    occupations_LL.csv                  a role each; alternative labels are titles
    occupationSkillRelations[_LL].csv   essential -> required, optional -> preferred
    broaderRelationsSkillPillar[_LL].csv   broader, between skills; skill groups are not imported

Alternative and hidden labels are names. A label with a note in brackets, "Ruby (computer programming)", is also
looked for without the note, in context. Transversal skills of thinking, attitude and working with others become
soft skills (see `_kind`). Only skills_LL.csv must be there; without occupations and relations there are no roles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.enums import Kind, Necessity
from gapcheck.taxonomy.importers.classification import (
    Classification,
    Concept,
    Occupation,
    OccupationRequirement,
    OtherName,
)
from gapcheck.taxonomy.importers.official_files import OfficialFiles, Row, cleaned
from gapcheck.taxonomy.model import Fact

_LABELS = ("conceptUri", "preferredLabel", "altLabels")
_NECESSITY = {"essential": Necessity.REQUIRED, "optional": Necessity.PREFERRED}
_NOTE = re.compile(r"(.+?)\s*\(([^()]*)\)")
_SOFT_GROUPS = re.compile(
    # release 1.0: social interaction; attitudes and values; thinking
    r".*/(?:8f18f987-33e2-4228-9efb-65de25d03330|a90b12b6-248d-487f-be36-c44bd9a032e5|a06a5a3f-07a9-40b3-bb7b-d93a960b1be5"
    # since 1.1: thinking; self-management; social and communication; life skills
    r"|T[2346](?:\.\d+)*)"
)


def read(path: Path, language: str | None = None) -> Classification:
    """Read the folder `path`; `language` is ESCO's code (en, en-us, fr), needed only if there are several.

    Raises:
        TaxonomyError: skills are missing, a file cannot be read, or the language is ambiguous.
    """
    folder = OfficialFiles(path)
    language = _language(folder, language)
    texts: list[str] = []
    skills = list(_labelled(folder, "skills", language, ("skillType", "reuseLevel"), texts))
    if not skills:
        raise TaxonomyError(f"{path}: skills_{language}.csv holds no skills.")
    occupations = list(_labelled(folder, "occupations", language, ("iscoGroup",), texts))
    broader = _broader(folder, language)
    concepts = [_concept(row, broader) for row in skills]
    asked = _asked(folder, language, concepts)
    roles = [_occupation(row, asked.get(row["conceptUri"], ())) for row in occupations]
    return folder.classification("esco", concepts, roles, texts)


def _language(folder: OfficialFiles, wanted: str | None) -> str:
    """The language of the import: the wanted one, the only one there is, or else English."""
    known = [name[7:-4].lower() for name in folder.matching(r"skills_[a-z]{2}(?:-[a-z]+)?\.csv")]
    if not known:
        hint = "Give the folder of ESCO's CSV files; skills_en.csv, or another language's, must be in it."
        raise TaxonomyError(f"{folder.path}: has no skills file of ESCO.", hint=hint)
    asked = (wanted or (known[0] if len(known) == 1 else "en")).lower()
    for name in (asked, *(each for each in known if each.startswith(f"{asked}-"))):
        if name in known:
            return name
    raise TaxonomyError(
        f"{folder.path}: has no skills file in {asked!r}.",
        hint=f"Give --language {' or '.join(known)}.",
    )


def _file(folder: OfficialFiles, stem: str, language: str) -> str | None:
    """The file of that stem in the language, in its main language (en for en-us), or without one."""
    main = language.partition("-")[0]
    for pattern in (f"{stem}_{language}", f"{stem}_{main}", f"{stem}_{main}-[a-z]+", stem):
        if found := folder.matching(rf"{pattern}\.csv"):
            return found[0]
    return None


def _labelled(
    folder: OfficialFiles, stem: str, language: str, columns: Sequence[str], texts: list[str]
) -> Iterator[Row]:
    """Rows of a file of concepts that have a label and are in force; all that they say goes to `texts`."""
    name = _file(folder, stem, language)
    if name is None:
        folder.tally[f"no {stem} file in this language: no roles"] += 1
        return
    seen: set[str] = set()
    for row in folder.csv(name, _LABELS, (*columns, "hiddenLabels", "status", "description")):
        label = cleaned(row["preferredLabel"])
        if not label:
            folder.tally[f"{stem} left out: no preferred label"] += 1
        elif row["status"].strip().lower() == "obsolete":
            folder.tally[f"{stem} left out: obsolete"] += 1
        elif row["conceptUri"] in seen:
            folder.tally[f"{stem} left out: the file holds them twice"] += 1
        else:
            seen.add(row["conceptUri"])
            # the running text distinguishes names from words printed with a capital
            texts.append(" ".join((label, row["altLabels"], row["description"])))
            yield {**row, "preferredLabel": label}


def _broader(folder: OfficialFiles, language: str) -> dict[str, list[str]]:
    """What is broader than each concept or group, by its address."""
    found: dict[str, list[str]] = defaultdict(list)
    name = _file(folder, "broaderRelationsSkillPillar", language)
    if name is None:
        folder.tally["no broaderRelationsSkillPillar file: skills have no broader ones"] += 1
        return found
    for row in folder.csv(name, ("conceptUri", "broaderUri")):
        found[row["conceptUri"]].append(row["broaderUri"])
    return found


def _kind(row: Row, broader: Mapping[str, Sequence[str]]) -> Kind:
    """Knowledge, skill, or soft skill: a transversal one of certain groups."""
    if row["skillType"].strip() == "knowledge":
        return Kind.KNOWLEDGE
    transversal = row["reuseLevel"].strip() == "transversal"
    soft = transversal and any(map(_SOFT_GROUPS.fullmatch, _above(row["conceptUri"], broader)))
    return Kind.SOFT_SKILL if soft else Kind.SKILL


def _above(uri: str, broader: Mapping[str, Sequence[str]]) -> set[str]:
    """Everything that is broader, over others too."""
    found: set[str] = set()
    waiting = [uri]
    while waiting:
        for each in broader.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _concept(row: Row, broader: Mapping[str, Sequence[str]]) -> Concept:
    kind = _kind(row, broader)
    reuse = re.sub(r"[^a-z]+", "-", row["reuseLevel"].lower()).strip("-")
    category = "soft-skills" if kind is Kind.SOFT_SKILL else "-".join(filter(None, (kind.value, reuse)))
    names = [*_lines(row["altLabels"]), *_lines(row["hiddenLabels"])]
    noted = map(_NOTE.fullmatch, (row["preferredLabel"], *names))
    others = [OtherName(name) for name in names]
    others += [OtherName(found[1], ambiguous=True, derived=True) for found in noted if found]
    code = row["conceptUri"]
    return Concept(code, row["preferredLabel"], kind, category, tuple(others), tuple(broader.get(code, ())))


def _lines(cell: str) -> list[str]:
    """Labels of one cell, a line each."""
    return [name for line in cell.splitlines() if (name := cleaned(line))]


def _asked(
    folder: OfficialFiles, language: str, concepts: Iterable[Concept]
) -> dict[str, tuple[OccupationRequirement, ...]]:
    """What every occupation asks for, by its address."""
    name = _file(folder, "occupationSkillRelations", language)
    if name is None:
        folder.tally["no occupationSkillRelations file: no roles"] += 1
        return {}
    known = {each.code: each for each in concepts}
    found: dict[str, dict[str, OccupationRequirement]] = defaultdict(dict)
    for row in folder.csv(name, ("occupationUri", "relationType", "skillUri")):
        skill = known.get(row["skillUri"])
        necessity = _NECESSITY.get(row["relationType"].strip().lower())
        if necessity is None:
            folder.tally["relations left out: neither essential nor optional"] += 1
        elif skill is None:
            folder.tally["relations left out: their skill was left out, or is not in these files"] += 1
        else:
            rows = found[row["occupationUri"]]
            before = rows.get(skill.code)
            if before is not None:
                folder.tally[
                    "relations left out: the same skill is asked for twice (essential goes first)"
                ] += 1
            if before is None or necessity is Necessity.REQUIRED:
                rows[skill.code] = OccupationRequirement(skill.label, skill.kind, necessity, (skill.code,))
    return {uri: tuple(rows.values()) for uri, rows in found.items()}


def _occupation(row: Row, asked: tuple[OccupationRequirement, ...]) -> Occupation:
    label = row["preferredLabel"]
    titles = [title for name in (label, *_lines(row["altLabels"])) for title in (name, *_both(name))]
    facts = [Fact(name="ESCO", value=row["conceptUri"])]
    if row["iscoGroup"].strip():
        facts.append(Fact(name="ISCO-08", value=row["iscoGroup"].strip()))
    return Occupation(row["conceptUri"], label, tuple(titles), asked, tuple(facts))


def _both(title: str) -> tuple[str, ...]:
    """The two forms of a title that names man and woman: doorman/doorwoman."""
    sides = tuple(" ".join(side.split()) for side in title.split("/"))
    words = [len(side.split()) for side in sides]
    return sides if len(sides) == 2 and words[0] == words[1] > 0 else ()
