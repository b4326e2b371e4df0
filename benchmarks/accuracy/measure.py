# ruff: noqa: INP001, T201  # a script by itself, that prints
"""How well resumes and job documents are read, and people ranked: the program against the labels in this folder.

Usage: python benchmarks/accuracy/measure.py [resumes|jobs|pools|unread_pools] [--verbose] [--write]

Prints a table of every measure (measures.yaml) with its first runs and the figure of this run. --verbose lists every
miss with its quote, but of the pools that are to stay unread. --write keeps the figures in figures.json and the tables in
docs/accuracy.md and, shorter, in the README of the project, between the two marks. Nothing is drawn by chance; the figures of one program are always the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pools
import postings
import resumes
import vocabulary
import yaml
from judgement import Figure, Figures, Judgement, counted

from gapcheck import Analyzer

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
SETS = ("resumes", "jobs", "pools", "unread_pools")
UNREAD = "unread_pools"
# each page with a table, and whether it shows all measures
PAGES = {HERE.parents[1] / "README.md": False, HERE.parents[1] / "docs" / "accuracy.md": True}
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
HEAD = ("", *(f"first run, {each} set" for each in ("first", "second", "third")), "now, all sets")
SHORT_HEAD = ("", "first run, before any tuning", "now, tuned on these")

AllFigures = Mapping[str, Figures]


def main() -> int:
    """Measure, print, and keep the figures if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", nargs="?", choices=SETS, help="one of the sets; default: all")
    parser.add_argument("--verbose", action="store_true", help="list every miss")
    parser.add_argument("--write", action="store_true", help="keep the figures, and the tables of the pages")
    options = parser.parse_args()
    found = measured(*([options.set] if options.set else SETS))
    print(table(found, everything=True))
    if options.verbose:
        print(misses(found))
    if options.write:
        write({**kept(), **found})
    return 0


def measured(*sets: str) -> dict[str, Figures]:
    """The figures of the program as it is."""
    analyzer = Analyzer()
    judged: dict[str, Callable[[], list[Judgement]]] = {
        "resumes": lambda: list(
            resumes.judgements(HERE / "resumes", analyzer, vocabulary.load(HERE / "judged.yaml"))
        ),
        "jobs": lambda: list(postings.judgements(HERE / "jobs", analyzer)),
        "pools": lambda: list(pools.judgements(HERE / "pools", analyzer)),
        UNREAD: lambda: list(pools.judgements(HERE / UNREAD, analyzer)),
    }
    return {each: counted(judged[each]()) for each in sets}


def kept() -> dict[str, Figures]:
    """The figures of the last --write, without the misses."""
    if not FIGURES.exists():
        return {}
    data = json.loads(FIGURES.read_text(encoding="utf-8"))
    return {
        each: {measure: Figure(row["right"], row["of"]) for measure, row in rows.items()}
        for each, rows in data.items()
    }


def table(figures: AllFigures, *, everything: bool) -> str:
    """Markdown: a row a measure, each cell a share with right and of; in short, those of the front with one first run."""
    head = HEAD if everything else SHORT_HEAD
    rows = [head, ("---",) * len(head)]
    for each, measures in _measures().items():
        for measure, row in measures.items():
            now = figures.get(each, {}).get(measure)
            if now is not None and (everything or row.get("front")):
                runs = (
                    row["first"]
                    if everything
                    else [[sum(part) for part in zip(*filter(None, row["first"]), strict=True)]]
                )
                rows.append(
                    (row["says"], *(str(Figure(*first)) if first else "" for first in runs), str(now))
                )
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)


def misses(figures: AllFigures) -> str:
    """Every miss, under the words of its measure."""
    lines = []
    for each, measures in _measures().items():
        for measure, row in measures.items() if each != UNREAD else ():
            notes = figures.get(each, {}).get(measure, Figure(0, 1)).misses
            lines += ["", f"{row['says']} ({measure}):", *(f"  - {note}" for note in notes)] if notes else []
    return "\n".join(lines)


def write(figures: AllFigures) -> None:
    """Keep the figures, and put the tables between the marks of the pages."""
    data = {
        each: {measure: {"right": row.right, "of": row.of} for measure, row in sorted(rows.items())}
        for each, rows in sorted(figures.items())
    }
    FIGURES.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    for file, everything in PAGES.items():
        before, _, after = _parts(file)
        file.write_text(
            f"{before}{BEGIN}\n{table(figures, everything=everything)}\n{END}{after}", encoding="utf-8"
        )


def printed(file: Path) -> str:
    """The table that a page shows."""
    return _parts(file)[1].strip()


def _parts(file: Path) -> tuple[str, str, str]:
    before, begin, rest = file.read_text(encoding="utf-8").partition(BEGIN)
    between, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{file} has no place for the table: {BEGIN} and {END}.")
    return before, between, after


def _measures() -> Mapping[str, Mapping[str, dict[str, object]]]:
    data: Mapping[str, Mapping[str, dict[str, object]]] = yaml.safe_load(
        (HERE / "measures.yaml").read_text(encoding="utf-8")
    )
    return data


if __name__ == "__main__":
    sys.exit(main())
