# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Many resumes on one machine: two workers beside one, and whether rate and memory stay flat. Linux only.

Usage: python benchmarks/scale.py [--documents N] [--rounds N] [--json FILE]

First one and two workers take turns over the same resumes, so that a busy machine slows both alike; the figure is the median
of the rounds' ratios. Then N documents go through two workers, one in a thousand of which raises, hangs, crashes or eats
memory in turn; rate, processor time a document and memory of a worker are compared between
the first and the last stretch.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import Any

import scale_documents

from gapcheck import Analyzer, Failure, Limits
from gapcheck.many import Task, outcomes

TEXTS = Path(__file__).parent / "accuracy" / "pools"
DAY = date(2026, 11, 21)
POISON_EVERY = 250
"""Documents, one of which is poisonous: one in a thousand of each of the four kinds."""
WARM = 8
"""Outcomes for each worker that are not timed: it starts meanwhile."""


def main() -> int:
    """Measure and print; 1 if a document was lost or doubled."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=120, help="resumes of a round (default 120)")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    limits = Limits(wall_seconds=10, memory_bytes=512 * 2**20)
    analyzer = Analyzer(readers={scale_documents.SUFFIX: scale_documents.read}, limits=limits)
    task = Task(analyzer.requirements_of(), DAY, advice=False, summary=scale_documents.kept)
    found: dict[str, Any] = {}
    for part in (
        lambda: side_by_side(analyzer, task, options.rounds, options.sample),
        lambda: long_run(analyzer, task, options.documents),
    ):
        made = part()
        found |= made
        for name, value in made.items():
            print(f"{name:<44} {value}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n")
    return int(found["rows"] != options.documents)


def side_by_side(analyzer: Analyzer, task: Task, rounds: int, sample: int) -> dict[str, Any]:
    """How much more two workers do than one, and what this process costs beside them."""
    ratios, shares = [], []
    for _ in range(rounds):
        rates = []
        for workers in (1, 2):
            made = outcomes(analyzer, scale_documents.documents(TEXTS, sample), task, workers=workers)
            first = [next(made) for _ in range(WARM * workers)]
            began, own = perf_counter(), sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
            rest = list(made)
            rates.append(len(rest) / (perf_counter() - began))
            own = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - own
            shares.append(own / len(rest) / mean(_costs([*first, *rest])))
        ratios.append(rates[1] / rates[0])
    return {
        "two workers / one, rate, median": round(median(ratios), 2),
        "two workers / one, rate, each round": [round(each, 2) for each in ratios],
        "this process / a worker, CPU, median": round(median(shares), 3),
    }


def _costs(rows: list[Any]) -> list[float]:
    """Processor time of each document that follows another one of the same worker."""
    by_worker = defaultdict(list)
    for row in rows:
        if not isinstance(row, Failure):
            by_worker[row["worker"]].append(row["cpu"])
    return [after - before for used in by_worker.values() for before, after in pairwise(sorted(used))]


def long_run(analyzer: Analyzer, task: Task, count: int) -> dict[str, Any]:
    """Rate, processor time and memory of the first and the last stretch, and one row for each document.

    A stretch is a tenth, but at least one of each poison: what a hang and a memory-eater cost is not alike.
    """
    rows, times = [], [perf_counter()]
    for row in outcomes(
        analyzer, scale_documents.documents(TEXTS, count, poison_every=POISON_EVERY), task, workers=2
    ):
        rows.append(row)
        times.append(perf_counter())
        if not len(rows) % 500:
            print(f"{len(rows)} of {count}, {perf_counter() - times[0]:.0f} s", file=sys.stderr)
    cycle = POISON_EVERY * len(scale_documents.POISONS)
    stretch = min(max(count // 10 // cycle, 1) * cycle, count)
    read = [
        [row for row in part if not isinstance(row, Failure)] for part in (rows[:stretch], rows[-stretch:])
    ]
    costs = [median(_costs(part)) for part in read]
    memory = [max(row["megabytes"] for row in part) for part in read]
    rates = [
        (stretch - 2 * WARM) / (times[stretch] - times[2 * WARM]),
        stretch / (times[-1] - times[-1 - stretch]),
    ]
    wanted = Counter(
        scale_documents.POISONS[number // POISON_EVERY % len(scale_documents.POISONS)]
        for number in range(count)
        if number % POISON_EVERY == POISON_EVERY // 2
    )
    return {
        "documents": count,
        "rows": len(rows),
        "failures": dict(Counter(row.reason for row in rows if isinstance(row, Failure))),
        "poisonous documents": dict(wanted),
        "worker processes": len({row["worker"] for row in rows if not isinstance(row, Failure)}),
        "documents a second, all": round(count / (times[-1] - times[0]), 1),
        "documents of a stretch": stretch,
        "rate, last stretch / first": round(rates[1] / rates[0], 2),
        "CPU ms a document, first and last stretch": [round(1000 * each, 1) for each in costs],
        "CPU a document, last stretch / first": round(costs[1] / costs[0], 2),
        "MB of a worker, most, first and last stretch": [round(each) for each in memory],
        "MB of this process, most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "processors": os.cpu_count(),
    }


if __name__ == "__main__":
    raise SystemExit(main())
