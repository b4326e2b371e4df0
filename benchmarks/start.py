# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Cold start of the program, in seconds and as a ratio to `python -c 'import spacy'`, in one run.

Usage: python benchmarks/start.py [--rounds N] [--resume FILE]

Each row is a new process. The rows take turns, so that a busy machine slows them alike; printed are medians.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
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
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(options.rounds + 1):
        for name, command in commands.items():
            begin = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # our own
            if turn:  # the first round fills the caches of the disk
                times[name].append(perf_counter() - begin)
    whole = median(times[MEASURE])
    print(f"{'seconds, median of ' + str(options.rounds):28}{'median':>8}{'least':>8}{'ratio':>8}")
    for name, seconds in times.items():
        print(f"{name:28}{median(seconds):8.3f}{min(seconds):8.3f}{median(seconds) / whole:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
