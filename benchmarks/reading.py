# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Time per page of reading PDFs, beside pdfminer.six's own extract_text, in one run.

Usage: python benchmarks/reading.py [--rounds N] [PDF or FOLDER...]

Without files it takes the resumes of a corpus beside the checkout (or in GAPCHECK_SHARED), else makes some with
reportlab. All ways of reading take turns file by file, so that a busy machine slows them alike. Prints the
median over the rounds, for each file and for all; a ratio below 1 is quicker than pdfminer.six.
"""

from __future__ import annotations

import argparse
import gc
import io
import logging
import os
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from pdfminer.high_level import extract_text

from gapcheck import taxonomy
from gapcheck.document import Document
from gapcheck.reading import Limits, read

TARGET = 0.6
"""Of pdfminer.six's time: what reading in this process should stay below."""
LEAST_WORDS = 20
Way = Callable[[bytes], object]


def main() -> int:
    """Measure, print the table; 1 if the target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PDF")
    parser.add_argument("--rounds", type=int, default=5, help="at least 5 for figures to publish (default 5)")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    names = taxonomy.load().heading_names
    ways: dict[str, Way] = {
        "pdfminer.six": lambda data: extract_text(io.BytesIO(data)),
        "gapcheck": lambda data: read(
            data, name="a.pdf", heading_names=names, limits=Limits(child_process=False)
        ),
        "with child": lambda data: read(data, name="a.pdf", heading_names=names),
    }
    files = _readable(_files(options.paths), ways)
    if not files:
        print("No PDF with text was found.", file=sys.stderr)
        return 2
    times = _measured(files, ways, options.rounds)
    return _show(files, times, options.rounds)


def _files(paths: Sequence[Path], folders: Sequence[str] = ("resumes", "reading_order")) -> dict[str, bytes]:
    """Name -> bytes of what is measured; `folders` of the corpus where no paths are given."""
    if not paths:
        shared = Path(os.environ.get("GAPCHECK_SHARED") or Path(__file__).parents[2] / "shared") / "corpus"
        paths = [place for name in folders if (place := shared / name).is_dir()]
    found = [file for path in paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]
    if found:
        return {file.name: file.read_bytes() for file in found}
    return {f"made-{seed}.pdf": _made(seed) for seed in range(6)}


def _made(seed: int) -> bytes:
    """A plain resume of nobody: two pages of invented words, the same bytes for the same seed."""
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415  # needed only without a corpus
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate  # noqa: PLC0415

    dice = random.Random(seed)  # noqa: S311  # no secret
    styles = getSampleStyleSheet()
    syllables = ("ba", "ler", "mi", "ton", "sa", "ked", "ru", "vin", "o", "pel")
    story: list[Flowable] = [Paragraph("Nobody Example", styles["Title"])]
    for heading in ("Experience", "Projects", "Education", "Skills"):
        story.append(Paragraph(heading, styles["Heading2"]))
        for _ in range(14):
            words = ("".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(18))
            story.append(Paragraph(" ".join(words), styles["BodyText"], bulletText="\u2022"))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, invariant=1).build(story)
    return buffer.getvalue()


def _readable(files: dict[str, bytes], ways: dict[str, Way]) -> dict[str, tuple[bytes, int]]:
    """The files that hold text, with their pages; warms up besides. Scans are left out: pdfminer reads none."""
    kept = {}
    for name, data in files.items():
        text = ways["pdfminer.six"](data)
        if not isinstance(text, str) or len(text.split()) < LEAST_WORDS:
            print(f"left out: {name} holds no text", file=sys.stderr)
            continue
        document = ways["gapcheck"](data)
        if isinstance(document, Document):
            kept[name] = (data, document.page_count)
    return kept


def _measured(
    files: dict[str, tuple[bytes, int]], ways: dict[str, Way], rounds: int
) -> dict[str, dict[str, list[float]]]:
    """File -> way -> seconds of each round. Ways take turns, and each begins as often as any other."""
    times: dict[str, dict[str, list[float]]] = {name: {way: [] for way in ways} for name in files}
    order = list(ways)
    for turn in range(rounds):
        for name, (data, _) in files.items():
            for way in order[turn % len(order) :] + order[: turn % len(order)]:
                gc.collect()
                begin = perf_counter()
                ways[way](data)
                times[name][way].append(perf_counter() - begin)
    return times


def _show(files: dict[str, tuple[bytes, int]], times: dict[str, dict[str, list[float]]], rounds: int) -> int:
    stock, own, child = ways = list(next(iter(times.values())))
    print(
        f"{'ms per page, median of ' + str(rounds):36}{'pages':>6}{stock:>14}{own:>10}{child:>12}{'ratio':>8}"
    )
    for name, (_, pages) in files.items():
        row = [1000 * median(times[name][way]) / pages for way in ways]
        print(f"{name[:35]:36}{pages:6}{row[0]:14.1f}{row[1]:10.1f}{row[2]:12.1f}{row[1] / row[0]:8.2f}")
    pages = sum(pages for _, pages in files.values())
    whole = {way: sum(median(times[name][way]) for name in files) for way in ways}
    ratio, ratio_child = whole[own] / whole[stock], whole[child] / whole[stock]
    row = [1000 * whole[way] / pages for way in ways]
    print(f"{'all':36}{pages:6}{row[0]:14.1f}{row[1]:10.1f}{row[2]:12.1f}{ratio:8.2f}")
    each = median(median(times[name][own]) / median(times[name][stock]) for name in files)
    print(
        f"\nratio to {stock}: {ratio:.2f} (median file {each:.2f}), target {TARGET}; with child {ratio_child:.2f}"
    )
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main())
