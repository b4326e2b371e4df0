# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Cold start of the program, in seconds and as a ratio to `python -c 'import spacy'`, in one run.

Usage: python benchmarks/start.py [--rounds N] [--resume FILE]

Each row is a new process. The rows take turns, so that a busy machine slows them alike; printed are the medians of
the seconds that passed and of those that the processor used, with the ratio of the latter. (POSIX.)
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter

SAMPLE = Path(__file__).parents[1] / "examples" / "resume.pdf"
MEASURE = "import spacy"


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--resume", type=Path, default=SAMPLE, help="the resume to report on")
    options = parser.parse_args()
    program = [sys.executable, "-m", "gapcheck"]
    commands = {
        MEASURE: [sys.executable, "-c", MEASURE],
        "python -c pass": [sys.executable, "-c", "pass"],
        "import gapcheck": [sys.executable, "-c", "import gapcheck"],
        "gapcheck --help": [*program, "--help"],
        "gapcheck parse": [*program, "parse", str(options.resume), "--format", "json"],
        "gapcheck report": [*program, "report", str(options.resume), "--format", "json"],
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    quiet = subprocess.DEVNULL
    with tempfile.TemporaryDirectory() as cache:  # copies that no other program makes room in
        environment = {**os.environ, "GAPCHECK_CACHE_DIR": cache}
        for turn, (name, command) in product(range(options.rounds + 1), commands.items()):
            begin, used = perf_counter(), _used()
            subprocess.run(command, check=True, env=environment, stdout=quiet, stderr=quiet)  # noqa: S603  # our own
            if turn:  # the first round fills the caches of the disk
                times[name].append((perf_counter() - begin, _used() - used))
    medians = {name: [median(each) for each in zip(*seconds, strict=True)] for name, seconds in times.items()}
    whole = medians[MEASURE][1]
    print(f"{'seconds, median of ' + str(options.rounds):28}{'passed':>8}{'used':>8}{'ratio':>8}")
    for name, (passed, used) in medians.items():
        print(f"{name:28}{passed:8.2f}{used:8.2f}{used / whole:8.2f}")
    return 0


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
