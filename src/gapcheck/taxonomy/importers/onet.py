"""O*NET's official text files -> a classification.

    Occupation Data.txt      a role each
    Alternate Titles.txt     titles; "CEO (Chief Executive Officer)" gives both
    Skills.txt, Knowledge.txt   ratings (see `_rated`)
    Technology Skills.txt    tools; a row for each class of tools (see `onet_technology`)
    Education, Training, and Experience.txt   least degree and time of related work (see `onet_background`)

Only Occupation Data.txt must be there. Of the elements of Skills.txt, technical ones (2.B.3) and mathematics and
science stay skills; the others are soft skills.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.importers.classification import (
    Classification,
    Concept,
    Occupation,
    OccupationRequirement,
    Tally,
)
from gapcheck.taxonomy.importers.official_files import OfficialFiles, Row, cleaned
from gapcheck.taxonomy.importers.onet_background import COLUMNS, background
from gapcheck.taxonomy.importers.onet_technology import technology
from gapcheck.taxonomy.model import Fact, Kind, Necessity
from gapcheck.taxonomy.taxonomy import folded

CODE = "O*NET-SOC Code"
_HARD = ("2.B.3.", "2.A.1.e", "2.A.1.f")
_REQUIRED, _PREFERRED = 3.5, 3.0
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")


def read(path: Path) -> Classification:
    """Read the folder `path`.

    Raises:
        TaxonomyError: Occupation Data.txt is missing, or a file cannot be read.
    """
    tally = Tally()
    folder = OfficialFiles(path, tally)
    occupations = _rows(folder, "Occupation Data", (CODE, "Title"), ("Description",))
    if not occupations:
        hint = "Give the folder of O*NET's text files; Occupation Data.txt must be in it."
        raise TaxonomyError(f"{path}: has no occupations of O*NET.", hint=hint)
    texts = [f"{row['Title']} {row['Description']}" for row in occupations]
    asked: dict[str, list[OccupationRequirement]] = defaultdict(list)
    concepts = [*_rated(folder, "Skills", asked), *_rated(folder, "Knowledge", asked)]
    tools = _rows(
        folder, "Technology Skills", (CODE, "Example", "Commodity Code", "Commodity Title"),
        ("Hot Technology", "In Demand"),
    )  # fmt: skip
    found, rows = technology(tools)
    concepts += found
    for code, each in rows:
        asked[code].append(each)
    for code, each in background(_rows(folder, "Education, Training, and Experience", (CODE, *COLUMNS))):
        asked[code].append(each)
    titles = _titles(folder)
    if not concepts:
        raise TaxonomyError(f"{path}: has neither Technology Skills.txt nor Skills.txt nor Knowledge.txt.")
    roles = tuple(_occupation(row, titles, asked) for row in occupations)
    files = tuple(sorted(folder.names))
    return Classification("onet", tuple(concepts), roles, tuple(texts), files, folder.fingerprint, tally)


def _rows(
    folder: OfficialFiles, stem: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> list[Row]:
    found = folder.matching(re.escape(stem) + r"\.txt")
    if not found:
        folder.tally.add(f"no {stem}.txt: nothing of it")
        return []
    return folder.tabbed(found[0], columns, optional)


def _rated(folder: OfficialFiles, stem: str, asked: dict[str, list[OccupationRequirement]]) -> list[Concept]:
    """The elements of a file of ratings as concepts; what occupations ask for goes to `asked`.

    Importance (scale IM) runs from 1, not important, over 3, important, to 5. From 3.5 a row is required, from 3
    it is preferred, below it is left out. Its weight is (importance - 1) / 4, O*NET's own way to bring a scale
    to 0 to 1, rounded to two places. Ratings that O*NET advises to suppress, or that are marked as not relevant,
    are left out.
    """
    columns = (CODE, "Element ID", "Element Name", "Scale ID", "Data Value")
    concepts: dict[str, Concept] = {}
    for row in _rows(folder, stem, columns, ("Recommend Suppress", "Not Relevant")):
        if row["Scale ID"].strip() != "IM":
            continue
        code, label = row["Element ID"].strip(), cleaned(row["Element Name"])
        if code not in concepts:
            concepts[code] = Concept(code, label, _kind(code, stem), stem.lower())
        value = _number(row["Data Value"])
        if "Y" in (row["Recommend Suppress"].strip(), row["Not Relevant"].strip()) or value is None:
            folder.tally.add(f"ratings of {stem}.txt left out: to be suppressed, or not relevant")
        elif value < _PREFERRED:
            folder.tally.add(f"ratings of {stem}.txt left out: importance under {_PREFERRED:g} of 5")
        else:
            necessity = Necessity.REQUIRED if value >= _REQUIRED else Necessity.PREFERRED
            weight = round(min((value - 1) / 4, 1.0), 2)
            asked[row[CODE]].append(
                OccupationRequirement(label, concepts[code].kind, necessity, (code,), weight=weight)
            )
    return list(concepts.values())


def _kind(code: str, stem: str) -> Kind:
    if stem == "Knowledge":
        return Kind.KNOWLEDGE
    return Kind.SKILL if code.startswith(_HARD) else Kind.SOFT_SKILL


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _titles(folder: OfficialFiles) -> dict[str, list[str]]:
    """Alternative titles by occupation, those of the short column behind."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder, "Alternate Titles", (CODE, "Alternate Title"), ("Short Title",)):
        for title in (cleaned(row["Alternate Title"]), cleaned(row["Short Title"])):
            if title and title.lower() != "n/a":
                both = _BRACKETS.fullmatch(title)
                found[row[CODE]] += [both[1], both[2]] if both else [title]
    return found


def _occupation(
    row: Row, titles: dict[str, list[str]], asked: dict[str, list[OccupationRequirement]]
) -> Occupation:
    label = cleaned(row["Title"])
    # labels are plurals; the singular is among the titles, if anybody is called so
    own = sorted(titles.get(row[CODE], ()), key=lambda title: not folded(label).startswith(folded(title)))
    facts = (Fact(name="O*NET-SOC", value=row[CODE].strip()),)
    return Occupation(row[CODE], label, (label, *own), tuple(asked.get(row[CODE], ())), facts)
