"""Technology Skills.txt: tools, their classes, and what occupations ask of them.

A class of tools (a commodity of UNSPSC) is one row of an occupation: any tool named there will do, and another of
the class nearly so. A class with a tool that is in demand (often asked for in postings for this occupation) is
required, by those tools; one with a hot technology (often asked for in all postings) is preferred, by those; any
other is preferred at half the weight, by all its tools.

Tools are printed with their makers and with spelled-out names and short forms in one, "Structured query language
SQL", "Microsoft Word"; the parts are names of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gapcheck.taxonomy.importers.classification import Concept, OccupationRequirement, OtherName
from gapcheck.taxonomy.importers.official_files import Row, cleaned
from gapcheck.taxonomy.model import Kind, Logic, Necessity
from gapcheck.taxonomy.taxonomy import folded

_CODE = "O*NET-SOC Code"
_CATEGORY = "technology"
_REST = 0.5
_MAKES = 10
"""A first word of so many tools is the name of a maker."""
_FEATURE = re.compile(r"\s*\([^()]*\bfeature\)$", re.IGNORECASE)
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]{2,})\)(?:\s+(?:software|systems?|databases?))?", re.IGNORECASE)
_SHORT = re.compile(r"(.*\S)\s+([A-Z][A-Za-z]*[A-Z]\w*)(?:\s+software)?")


@dataclass(slots=True)
class _Tool:
    label: str
    hot: bool = False
    classes: set[str] = field(default_factory=set)
    users: set[str] = field(default_factory=set)


def technology(rows: Iterable[Row]) -> tuple[list[Concept], list[tuple[str, OccupationRequirement]]]:
    """Tools and classes as concepts, and (occupation, row) for everything that is asked for."""
    tools: dict[str, _Tool] = {}
    classes: dict[str, str] = {}
    uses: dict[tuple[str, str], dict[str, tuple[bool, bool]]] = defaultdict(dict)
    for row in rows:
        label = _FEATURE.sub("", cleaned(row["Example"]))
        of_class = row["Commodity Code"].strip()
        if not label or not of_class:
            continue
        classes.setdefault(of_class, cleaned(row["Commodity Title"]))
        code = f"tool {folded(label)}"
        tool = tools.setdefault(code, _Tool(label))
        hot, wanted = (row[column].strip() == "Y" for column in ("Hot Technology", "In Demand"))
        tool.hot |= hot or wanted
        tool.classes.add(of_class)
        tool.users.add(row[_CODE])
        before = uses[row[_CODE], of_class].get(code, (False, False))
        uses[row[_CODE], of_class][code] = (hot or before[0], wanted or before[1])
    concepts = [Concept(code, title, Kind.SKILL, _CATEGORY) for code, title in sorted(classes.items())]
    concepts += _concepts(tools)
    return concepts, [(who, _row(of_class, classes, used)) for (who, of_class), used in sorted(uses.items())]


def _row(of_class: str, classes: dict[str, str], used: dict[str, tuple[bool, bool]]) -> OccupationRequirement:
    hot = sorted(code for code, (is_hot, _) in used.items() if is_hot)
    wanted = sorted(code for code, (_, is_wanted) in used.items() if is_wanted)
    return OccupationRequirement(
        classes[of_class],
        Kind.SKILL,
        Necessity.REQUIRED if wanted else Necessity.PREFERRED,
        tuple(wanted or hot or sorted(used)),
        head=of_class,
        logic=Logic.ANY_OF,
        weight=1.0 if wanted or hot else _REST,
    )


def _concepts(tools: dict[str, _Tool]) -> Iterator[Concept]:
    firsts = Counter(tool.label.split()[0] for tool in tools.values() if " " in tool.label)
    makers = {word for word, count in firsts.items() if count >= _MAKES and word[0].isupper()}
    for code, tool in sorted(tools.items()):
        names = tuple(replace(name, uses=len(tool.users)) for name in dict.fromkeys(_names(tool, makers)))
        yield Concept(code, tool.label, Kind.SKILL, _CATEGORY, names, tuple(sorted(tool.classes)))


def _names(tool: _Tool, makers: set[str]) -> Iterator[OtherName]:
    """The parts of a tool's printed name that people use by themselves."""
    full = [tool.label]
    if found := _BRACKETS.fullmatch(tool.label):
        full.append(found[1])
        if found[2].isupper() and _stands_for(found[2], found[1]):
            yield from _short_form(found[2])
    elif (found := _SHORT.fullmatch(tool.label)) and _stands_for(found[2], found[1]):
        full.append(found[1])
        yield from _short_form(found[2])
    for name in full:
        bare = name.removesuffix(" software")
        words = bare.split()
        if name != tool.label or (bare != name and len(words) > 1):
            yield OtherName(bare, derived=True)
        # a maker's name is left away only with tools that many ask for
        if tool.hot and words[0] in makers and len(words) > 1:
            yield from _without_maker(words[1:])


def _short_form(name: str) -> Iterator[OtherName]:
    yield OtherName(name, ambiguous=len(name) < 3, derived=True)


def _without_maker(words: Sequence[str]) -> Iterator[OtherName]:
    rest = " ".join(words)
    if len(rest) > 2 and rest[0].isupper():
        # Word, Access, Teams: one word without its maker may be any word
        yield OtherName(rest, ambiguous=len(words) == 1 and rest.istitle(), derived=True)


def _stands_for(short: str, words: str) -> bool:
    """Whether the letters of `short` occur in `words` in this order, the first at the beginning of a word."""
    if len(words.split()) < 2:
        return False
    text = words.lower()
    for start in re.finditer(rf"\b{re.escape(short[0].lower())}", text):
        at = start.start()
        for letter in short.lower()[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            return True
    return False
