# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Processor time of each hostile shape at 10, 20 and 40 kB, as resume and as posting; lists what grows faster than its length.

    python benchmarks/hostile_time.py [SHAPE...]

Exit code 1 if four times the text takes more than 6.25 times the time, which is 2.5 at each doubling.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.shapes import KINDS, MOST, SHAPES, UNSURE, seconds

import gapcheck  # the path comes first

LENGTHS = (10_000, 20_000, 40_000)
TRIES = 3


def main() -> int:
    """Measure them all."""
    analyzer = gapcheck.Analyzer(limits=gapcheck.Limits(child_process=False))
    steep = 0
    for shape in sys.argv[1:] or SHAPES:
        for kind in KINDS:
            seconds(analyzer, kind, shape, 500)
            for _ in range(TRIES):  # a machine that is busy may be slow once
                short, middle, long = (seconds(analyzer, kind, shape, each) for each in LENGTHS)
                grows = long > MOST * short + UNSURE
                if not grows:
                    break
            steep += grows
            print(
                f"{'STEEP' if grows else '     '} {kind:8} {shape:22} {short:.2f} {middle:.2f} {long:.2f} s",
                flush=True,
            )
    print(f"{steep} of {len(KINDS) * len(sys.argv[1:] or SHAPES)} grow faster than their length")
    return min(steep, 1)


if __name__ == "__main__":
    sys.exit(main())
