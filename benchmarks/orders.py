# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Which order of people is nearest to a recruiter's: the labelled pools, ranked in several ways.

Usage: python benchmarks/orders.py [FOLDER ...]

Each FOLDER (default: accuracy/pools) holds pools with a `gold.yaml`. Prints a Markdown table: for each order, what share of the
judgements of accuracy/pools.py is right over all pools, and the pairs in order by pool. Equal places are never right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from gapcheck import Analyzer
from gapcheck.ranking import placed

ACCURACY = Path(__file__).parent / "accuracy"
sys.path.insert(0, str(ACCURACY))

from judgement import counted  # noqa: E402  # found by the path above
from pools import judged, places, rows  # noqa: E402

Row = Mapping[str, Any]
MEASURES = ("pairs-in-order", "best-first", "keyword-list-below", "traps")
CREDIT = {"met": 1.0, "partial": 0.5, "missing": 0.0}


def met(row: Row) -> int:
    """How many must-haves are met; a condition that is missing or expired is not."""
    return sum(each["status"] == "met" for each in row["musts"])


def credited(row: Row) -> float:
    """The must-haves met, partly met ones as one half."""
    return sum(CREDIT[each["status"]] for each in row["musts"])


ORDERS: Mapping[str, Callable[[Row], tuple[float, ...]]] = MappingProxyType(
    {
        "score": lambda row: (-row["score"],),
        "low end of the range, then score": lambda row: (-row["low"], -row["score"]),
        "must-haves met, then score": lambda row: (-met(row), -row["score"]),
        "must-haves, partly met ones as one half, then score": lambda row: (-credited(row), -row["score"]),
        "must-haves met, then no condition lacking, then score": lambda row: (
            -met(row),
            bool(row["conditions"]),
            -row["score"],
        ),
        "no condition lacking, then score": lambda row: (bool(row["conditions"]), -row["score"]),
    }
)


def main() -> None:
    """Print the table."""
    analyzer = Analyzer()
    folders = [Path(each) for each in sys.argv[1:]] or [ACCURACY / "pools"]
    files = [file for folder in folders for file in sorted(folder.glob("*/gold.yaml"))]
    golds = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    people = [rows(file.parent, gold, analyzer) for file, gold in zip(files, golds, strict=True)]
    print(f"| order | {' | '.join(MEASURES)} | pairs by pool |")
    print(f"| --- | {'---: | ' * len(MEASURES)}--- |")
    for name, key in ORDERS.items():
        found = [
            list(judged(file.parent.name, gold, places(gold, placed(some, key))))
            for file, gold, some in zip(files, golds, people, strict=True)
        ]
        figures = counted(each for one in found for each in one)
        cells = [f"{figures[each].right}/{figures[each].of}" for each in MEASURES]
        by_pool = ", ".join(str(counted(one)["pairs-in-order"].right) for one in found)
        print(f"| {name} | {' | '.join(cells)} | {by_pool} |", flush=True)


if __name__ == "__main__":
    main()
