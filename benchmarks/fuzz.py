# ruff: noqa: INP001, T201  # a script by itself, that prints
"""Reads damaged documents of all formats, as resumes and as postings, and lists those that end in anything but a reason.

    python benchmarks/fuzz.py [--runs 10000] [--first 0] [FOLDER...]

A find is an exception of no known kind, a control character in what is printed, or a document that takes over five seconds of
the processor. Each is printed with its number, which makes it again: --first N --runs 1. Documents are read in this process,
since the guard of a reader worker turns any exception into a reason; what it bounds (memory, time) is not tried here.
Seeds are the documents of the tests and benchmarks, and of the folders that are given. Exit code 1 if there is a find.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.mutation import mutated  # noqa: E402

import gapcheck  # noqa: E402  # the path comes first
from gapcheck.text.control_characters import without_controls  # noqa: E402

SUFFIXES = (".pdf", ".docx", ".html", ".md", ".txt", ".json")
LARGEST = 60_000
DAY = "2026-11-21"
SLOW = 5.0


def seeds(folders: list[Path]) -> dict[str, list[tuple[Path, bytes]]]:
    """Documents by suffix, in order of their names."""
    found: dict[str, list[tuple[Path, bytes]]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size <= LARGEST:
                found.setdefault(path.suffix, []).append((path, path.read_bytes()))
    return found


def tried(analyzer: gapcheck.Analyzer, data: bytes, suffix: str, number: int) -> str:
    """How one document ended: a word; a find is told at length."""
    name = f"fuzzed{suffix}"
    began = time.process_time()
    try:
        if number % 4 == 3 and suffix != ".json":  # a quarter of them
            rows = analyzer.requirements([data], names=[name])
            printed = "".join(each.title for each in rows[1])
            ended = "posting"
        elif number % 4:
            report = analyzer.analyze(data, name=name, as_of=DAY)
            forms = ("text", "html", "markdown", "csv", "json")
            printed = gapcheck.render(report, forms[number % len(forms)])
            ended = "report"
        else:
            parsed = analyzer.parse(data, name=name, as_of=DAY, blind=True)
            printed = parsed.document.text
            ended = "resume"
    except gapcheck.DocumentError as error:
        printed, ended = f"{error}", error.reason
    except Exception:  # noqa: BLE001  # that is what is looked for
        return "FIND " + traceback.format_exc()
    if without_controls(printed) != printed:
        return f"FIND control characters in what is printed ({ended})"
    taken = time.process_time() - began
    return f"FIND {taken:.1f} s" if taken > SLOW else ended


def main() -> int:
    """Try them all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("folders", nargs="*", type=Path)
    given = parser.parse_args()
    known = seeds([ROOT / "tests", ROOT / "benchmarks", ROOT / "examples", *given.folders])
    analyzer = gapcheck.Analyzer(limits=gapcheck.Limits(child_process=False))
    analyzer.analyze(b"Analyst\nPython, SQL", as_of=DAY)  # what is made once costs no document its time
    ends: Counter[str] = Counter()
    finds = 0
    for number in range(given.first, given.first + given.runs):
        suffix = sorted(known)[number % len(known)]
        documents = known[suffix]
        path, data = documents[number // len(known) % len(documents)]
        ended = tried(analyzer, mutated(data, [other for _, other in documents], number), suffix, number)
        ends[ended.split()[0]] += 1
        if ended.startswith("FIND"):
            finds += 1
            print(f"{number}: {path.name}: {ended}", flush=True)
    print(f"{given.runs} documents, {finds} finds: {dict(ends.most_common())}")
    return min(finds, 1)


if __name__ == "__main__":
    sys.exit(main())
