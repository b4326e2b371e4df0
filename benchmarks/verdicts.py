# ruff: noqa: INP001, T201  # a script by itself, that prints
"""How often the verdict on an applicant is what the labels say, by the must-haves that each one lacks.

Usage: python benchmarks/verdicts.py [FOLDER ...]

Each FOLDER (default: accuracy/pools) holds pools with a `gold.yaml`. Whoever lacks no must-have is a strong applicant, whoever lacks
half of them or more a weak one, and the others are possible. A strong applicant should be called strong or good, a possible one
partial and a weak one far. Prints a Markdown table of both, and the agreement that other bounds of the policy would have.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path

import yaml

from gapcheck import Analyzer

ACCURACY = Path(__file__).parent / "accuracy"
sys.path.insert(0, str(ACCURACY))

from pools import rows  # noqa: E402  # found by the path above

CALLED = {"strong": ("strong", "good"), "possible": ("partial",), "weak": ("far",)}
VERDICTS = ("strong", "good", "partial", "far")


def fit(lacks: int, musts: int) -> str:
    """What the labels say of somebody who lacks so many of the must-haves."""
    if not lacks:
        return "strong"
    return "weak" if 2 * lacks >= musts else "possible"


def main() -> None:
    """Print the tables."""
    analyzer = Analyzer()
    folders = [Path(each) for each in sys.argv[1:]] or [ACCURACY / "pools"]
    people: list[tuple[str, str, float]] = []
    for file in (file for folder in folders for file in sorted(folder.glob("*/gold.yaml"))):
        gold = yaml.safe_load(file.read_text(encoding="utf-8"))
        found = {row["name"]: row for row in rows(file.parent, gold, analyzer)}
        for person in gold["candidates"]:
            row = found[person["file"]]
            label = fit(len(person["lacks"]), len(gold["musts"]))
            people.append((label, row["verdict"], row["score"]))
    counted = Counter((label, verdict) for label, verdict, _ in people)
    print(f"| labelled | {' | '.join(VERDICTS)} |\n| --- | {' | '.join(['---:'] * len(VERDICTS))} |")
    for label in CALLED:
        print(f"| {label} | {' | '.join(str(counted[label, each]) for each in VERDICTS)} |")
    agreed = sum(verdict in CALLED[label] for label, verdict, _ in people)
    print(
        f"\n{agreed} of {len(people)} agree.\n\n| good from | partial from | agree |\n| ---: | ---: | ---: |"
    )
    for good, partial in product((50, 55, 60, 65, 70), (20, 25, 30, 35, 40)):
        right = sum(
            (label == "strong") == (score >= good) and (label == "weak") == (score < partial)
            for label, _, score in people
        )
        print(f"| {good} | {partial} | {right} |")


if __name__ == "__main__":
    main()
