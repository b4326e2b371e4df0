# ruff: noqa: INP001, T201  # a script by itself, that prints
"""How much of what common occupations use is in the taxonomy.

Usage: python benchmarks/occupation_coverage.py ONET_FILE [--verbose]

ONET_FILE is "Technology Skills.txt" of the O*NET database, which is not part of this repository. For each occupation
of occupations.yaml this prints how many of its 20 commonest entries in that file, and how many of the ten licences
and methods listed for it, are a name in the taxonomy. Commonest are those that most occupations of the file have.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from gapcheck.facts.certificates import certificate_finder
from gapcheck.taxonomy import Taxonomy, load

OCCUPATIONS = Path(__file__).with_name("occupations.yaml")
COMMONEST = 20
MOST_MAKER_WORDS = 4
_GENERIC_END = re.compile(r" (?:software|systems?)$")
_ABBREVIATION = re.compile(r"(.+) ([A-Z][A-Z-]+)")


@dataclass(frozen=True)
class Coverage:
    """One occupation: what was looked for, and what of it the taxonomy does not name."""

    occupation: str
    tools: tuple[str, ...]
    unnamed_tools: tuple[str, ...]
    entries: tuple[str, ...]
    unnamed_entries: tuple[str, ...]

    @property
    def share_of_tools(self) -> float:
        """How much of the commonest tools is named, 0 to 1."""
        return 1 - len(self.unnamed_tools) / len(self.tools)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("onet_file", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print what is not named, too")
    options = parser.parse_args()
    for each in coverage(load(), options.onet_file):
        tools, entries = (
            f"{len(named) - len(unnamed)}/{len(named)}"
            for named, unnamed in (
                (each.tools, each.unnamed_tools),
                (each.entries, each.unnamed_entries),
            )
        )
        print(f"{tools:>6} {entries:>6}  {each.occupation}")
        if options.verbose:
            for name in (*each.unnamed_tools, *each.unnamed_entries):
                print(f"{'':16}{name}")
    return 0


def coverage(taxonomy: Taxonomy, onet_file: Path) -> Iterator[Coverage]:
    """What the taxonomy names of each occupation's commonest tools and of its own entries."""
    tools = commonest(onet_file)
    for each in yaml.safe_load(OCCUPATIONS.read_text(encoding="utf-8")):
        own = tools[each["code"]]
        yield Coverage(
            each["occupation"],
            own,
            tuple(name for name in own if not any(map(taxonomy.named, spellings(name)))),
            tuple(each["entries"]),
            unnamed_entries(taxonomy, each["entries"]),
        )


def unnamed_entries(taxonomy: Taxonomy, entries: Sequence[str]) -> tuple[str, ...]:
    """The entries that are neither a name of a skill nor, as a whole, of a certificate."""
    certificates = certificate_finder(taxonomy)
    return tuple(
        name
        for name in entries
        if not taxonomy.named(name) and name not in {match.surface for match in certificates.find(name)}
    )


def commonest(onet_file: Path) -> dict[str, tuple[str, ...]]:
    """The commonest entries of each occupation, by code; those of equally many occupations by name."""
    listed: dict[str, set[str]] = defaultdict(set)
    with onet_file.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            listed[row["O*NET-SOC Code"]].add(row["Example"])
    spread = Counter(name for names in listed.values() for name in names)
    return {
        code: tuple(sorted(names, key=lambda name: (-spread[name], name))[:COMMONEST])
        for code, names in listed.items()
    }


def spellings(entry: str) -> Iterator[str]:
    """How a person may write an entry: without "software", an abbreviation behind it, or its maker before it."""
    plain = _GENERIC_END.sub("", entry)
    yield from (entry, plain)
    if both := _ABBREVIATION.fullmatch(plain):
        yield from both.groups()
    words = entry.split()
    for at in range(1, min(len(words), MOST_MAKER_WORDS + 1)):
        if words[at][0].isupper() and plain == entry:
            yield " ".join(words[at:])


if __name__ == "__main__":
    sys.exit(main())
