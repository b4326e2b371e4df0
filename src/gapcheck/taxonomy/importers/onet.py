"""O*NET's official text files -> a classification.

    Occupation Data.txt      a role each
    Alternate Titles.txt     titles; "CEO (Chief Executive Officer)" gives both
    Skills.txt, Knowledge.txt   ratings (see `_rated`)
    Technology Skills.txt    tools; a row for each class of tools (see `_tools`)
    Education, Training, and Experience.txt   least degree and time of related work (see `_background`)

Only Occupation Data.txt must be there. Of the elements of Skills.txt, technical ones (2.B.3) and mathematics and
science stay skills; the others are soft skills.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy.enums import Kind, Level, Logic, Necessity
from gapcheck.taxonomy.importers.classification import (
    Classification,
    Concept,
    Occupation,
    OccupationRequirement,
    OtherName,
)
from gapcheck.taxonomy.importers.official_files import OfficialFiles, Row, cleaned
from gapcheck.taxonomy.model import Degree, Fact
from gapcheck.taxonomy.taxonomy import folded

CODE = "O*NET-SOC Code"
_HARD = ("2.B.3.", "2.A.1.e", "2.A.1.f")
_REQUIRED, _PREFERRED = 3.5, 3.0
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_DEGREES = {
    Level.HIGH_SCHOOL: (2, 3, 4),
    Level.ASSOCIATE: (5,),
    Level.BACHELOR: (6, 7),
    Level.MASTER: (8, 9),
    Level.DOCTORATE: (10, 11, 12),
}
"""Categories of scale RL. A first professional degree (medicine, law) is a doctorate in the United States."""
_MONTHS = {5: 6, 6: 12, 7: 24, 8: 48, 9: 72, 10: 96, 11: 120}
"""Categories of scale RW."""
_REST = 0.5
_MAKES = 10
"""A first word of so many tools is the name of a maker."""
_FEATURE = re.compile(r"\s*\([^()]*\bfeature\)$", re.IGNORECASE)
_TOOL_BRACKETS = re.compile(r"(.+?)\s*\(([^()]{2,})\)(?:\s+(?:software|systems?|databases?))?", re.IGNORECASE)
_SHORT = re.compile(r"(.*\S)\s+([A-Z][A-Za-z]*[A-Z]\w*)(?:\s+software)?")

Asked = dict[str, list[OccupationRequirement]]
"""What occupations ask for, by their codes."""


def read(path: Path) -> Classification:
    """Read the folder `path`.

    Raises:
        TaxonomyError: Occupation Data.txt is missing, or a file cannot be read.
    """
    folder = OfficialFiles(path)
    occupations = _rows(folder, "Occupation Data", (CODE, "Title"), ("Description",))
    if not occupations:
        hint = "Give the folder of O*NET's text files; Occupation Data.txt must be in it."
        raise TaxonomyError(f"{path}: has no occupations of O*NET.", hint=hint)
    texts = [f"{row['Title']} {row['Description']}" for row in occupations]
    asked: Asked = defaultdict(list)
    concepts = [
        *_rated(folder, "Skills", asked),
        *_rated(folder, "Knowledge", asked),
        *_tools(folder, asked),
    ]
    _background(folder, asked)
    titles = _titles(folder)
    if not concepts:
        raise TaxonomyError(f"{path}: has neither Technology Skills.txt nor Skills.txt nor Knowledge.txt.")
    roles = [_occupation(row, titles, asked) for row in occupations]
    return folder.classification("onet", concepts, roles, texts)


def _rows(
    folder: OfficialFiles, stem: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> list[Row]:
    found = folder.matching(re.escape(stem) + r"\.txt")
    if not found:
        folder.tally[f"no {stem}.txt: nothing of it"] += 1
        return []
    return folder.tabbed(found[0], columns, optional)


def _rated(folder: OfficialFiles, stem: str, asked: Asked) -> list[Concept]:
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
        kind = Kind.KNOWLEDGE
        if stem == "Skills":
            kind = Kind.SKILL if code.startswith(_HARD) else Kind.SOFT_SKILL
        concepts.setdefault(code, Concept(code, label, kind, stem.lower()))
        value = None
        with suppress(ValueError):
            value = float(row["Data Value"])
        if "Y" in (row["Recommend Suppress"].strip(), row["Not Relevant"].strip()) or value is None:
            folder.tally[f"ratings of {stem}.txt left out: to be suppressed, or not relevant"] += 1
        elif value < _PREFERRED:
            folder.tally[f"ratings of {stem}.txt left out: importance under {_PREFERRED:g} of 5"] += 1
        else:
            necessity = Necessity.REQUIRED if value >= _REQUIRED else Necessity.PREFERRED
            weight = round(min((value - 1) / 4, 1.0), 2)
            asked[row[CODE]].append(OccupationRequirement(label, kind, necessity, (code,), weight=weight))
    return list(concepts.values())


def _titles(folder: OfficialFiles) -> dict[str, list[str]]:
    """Alternative titles by occupation, those of the short column behind."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows(folder, "Alternate Titles", (CODE, "Alternate Title"), ("Short Title",)):
        for title in (cleaned(row["Alternate Title"]), cleaned(row["Short Title"])):
            if title and title.lower() != "n/a":
                both = _BRACKETS.fullmatch(title)
                found[row[CODE]] += [both[1], both[2]] if both else [title]
    return found


def _occupation(row: Row, titles: Mapping[str, list[str]], asked: Asked) -> Occupation:
    label = cleaned(row["Title"])
    # labels are plurals; the singular is among the titles, if anybody is called so
    own = sorted(titles.get(row[CODE], ()), key=lambda title: not folded(label).startswith(folded(title)))
    facts = (Fact(name="O*NET-SOC", value=row[CODE].strip()),)
    return Occupation(row[CODE], label, (label, *own), tuple(asked.get(row[CODE], ())), facts)


def _background(folder: OfficialFiles, asked: Asked) -> None:
    """The least degree, and the time of related work; all required.

    The file says what share of the people asked gave each category. The row is the median: the highest category
    that at least half of them gave or surpassed. Categories that O*NET advises to suppress do not count. A time is
    the lower end of its category, "over 2 years, up to and including 4" being 24 months; under half a year nothing
    is asked for, nor below a high-school diploma.
    """
    columns = (CODE, "Scale ID", "Category", "Data Value", "Recommend Suppress")
    shares: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for row in _rows(folder, "Education, Training, and Experience", columns):
        scale = row["Scale ID"].strip()
        if scale in ("RL", "RW") and row["Recommend Suppress"].strip() != "Y":
            with suppress(ValueError):
                shares[row[CODE], scale][int(row["Category"])] = float(row["Data Value"])
    for (code, scale), by_category in sorted(shares.items()):
        median = _median(by_category)
        if scale == "RL":
            asked[code] += [
                OccupationRequirement(
                    level.label, Kind.EDUCATION, Necessity.REQUIRED, degree=Degree(level=level)
                )
                for level, categories in _DEGREES.items()
                if median in categories
            ]
        elif months := _MONTHS.get(median):
            title = f"{f'{months // 12} years' if months > 12 else f'{months} months'} of related work"
            asked[code].append(
                OccupationRequirement(title, Kind.EXPERIENCE, Necessity.REQUIRED, min_months=months)
            )


def _median(shares: Mapping[int, float]) -> int:
    """The highest category that at least half gave or surpassed; 0 where nobody was asked."""
    total = sum(shares.values())
    above = 0.0
    for category in sorted(shares, reverse=True):
        above += shares[category]
        if total > 0 and above >= total / 2:
            return category
    return 0


@dataclass(slots=True)
class _Tool:
    label: str
    hot: bool = False
    classes: set[str] = field(default_factory=set)
    users: set[str] = field(default_factory=set)


def _tools(folder: OfficialFiles, asked: Asked) -> Iterator[Concept]:
    """Tools and their classes as concepts; what occupations ask of them goes to `asked`.

    A class of tools (a commodity of UNSPSC) is one row of an occupation: any tool named there will do, and another
    of the class nearly so. A class with a tool that is in demand (often asked for in postings for this occupation)
    is required, by those tools; one with a hot technology (often asked for in all postings) is preferred, by those;
    any other is preferred at half the weight, by all its tools.
    """
    tools: dict[str, _Tool] = {}
    classes: dict[str, str] = {}
    uses: dict[tuple[str, str], tuple[set[str], set[str], set[str]]] = defaultdict(
        lambda: (set(), set(), set())
    )
    columns = (CODE, "Example", "Commodity Code", "Commodity Title")
    for row in _rows(folder, "Technology Skills", columns, ("Hot Technology", "In Demand")):
        label = _FEATURE.sub("", cleaned(row["Example"]))
        of_class = row["Commodity Code"].strip()
        if not label or not of_class:
            continue
        classes.setdefault(of_class, cleaned(row["Commodity Title"]))
        code = f"tool {folded(label)}"
        tool = tools.setdefault(code, _Tool(label))
        marks = (row["In Demand"].strip() == "Y", row["Hot Technology"].strip() == "Y", True)
        tool.hot |= any(marks[:2])
        tool.classes.add(of_class)
        tool.users.add(row[CODE])
        for codes, marked in zip(uses[row[CODE], of_class], marks, strict=True):
            codes.update({code} if marked else ())
    for (who, of_class), (wanted, hot, used) in sorted(uses.items()):
        necessity = Necessity.REQUIRED if wanted else Necessity.PREFERRED
        weight = 1.0 if wanted or hot else _REST
        asked[who].append(
            OccupationRequirement(
                classes[of_class], Kind.SKILL, necessity, tuple(sorted(wanted or hot or used)),
                head=of_class, logic=Logic.ANY_OF, weight=weight,
            )
        )  # fmt: skip
    for code, title in sorted(classes.items()):
        yield Concept(code, title, Kind.SKILL, "technology")
    firsts = Counter(tool.label.split()[0] for tool in tools.values() if " " in tool.label)
    makers = {word for word, count in firsts.items() if count >= _MAKES and word[0].isupper()}
    for code, tool in sorted(tools.items()):
        names = tuple(replace(name, uses=len(tool.users)) for name in dict.fromkeys(_names(tool, makers)))
        yield Concept(code, tool.label, Kind.SKILL, "technology", names, tuple(sorted(tool.classes)))


def _names(tool: _Tool, makers: set[str]) -> Iterator[OtherName]:
    """The parts of a tool's printed name that people use by themselves.

    Tools are printed with their makers and with spelled-out names and short forms in one: "Structured query language
    SQL", "Microsoft Word".
    """
    full = [tool.label]
    bracketed = _TOOL_BRACKETS.fullmatch(tool.label)
    found = bracketed or _SHORT.fullmatch(tool.label)
    short = found is not None and _abbreviates(found[2], found[1])
    if found and (bracketed or short):
        full.append(found[1])
    if found and short and (not bracketed or found[2].isupper()):
        yield OtherName(found[2], ambiguous=len(found[2]) < 3, derived=True)
    for name in full:
        bare = name.removesuffix(" software")
        first, *words = bare.split()
        if name != tool.label or (bare != name and words):
            yield OtherName(bare, derived=True)
        rest = " ".join(words)
        # a maker's name is left away only with tools that many ask for
        if tool.hot and first in makers and len(rest) > 2 and rest[0].isupper():
            # Word, Access, Teams: one word without its maker may be any word
            yield OtherName(rest, ambiguous=len(words) == 1 and rest.istitle(), derived=True)


def _abbreviates(short: str, words: str) -> bool:
    """Whether the letters of `short` occur in `words` in this order, the first at the beginning of a word."""
    letters = ".*?".join(map(re.escape, short))
    return " " in words.strip() and re.search(rf"\b{letters}", words, re.IGNORECASE) is not None
