# ruff: noqa: INP001, T201  # a script by itself, that prints
"""A taxonomy of ESCO's size: how long its import takes, and how much later a report with it begins.

Usage: python benchmarks/large_taxonomy.py [--rounds N] [--resume FILE] [--skills N] [--occupations N]

Makes ESCO's CSV files of invented words (the same for the same numbers), imports them with `gapcheck taxonomy
import esco`, and starts `gapcheck report` with the built-in taxonomy, and with the made one laid over it. Each row is
a new process; the rows take turns, so that a busy machine slows them alike. Seconds are printed as passed and as
used by the processor; the targets are for the latter, which other programs lengthen less. The first
start, which fills the cache, is printed apart. Exit code 1 if a target is missed. (POSIX.)
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

SAMPLE = Path(__file__).parents[1] / "examples" / "resume.pdf"
IMPORT_TARGET = 60.0
"""Seconds that the import may take."""
START_TARGET = 1.3
"""Times the processor time of the built-in taxonomy's report that one with the large taxonomy may take, once its compiled form is kept."""
LABELS_PER_SKILL = 7.2
"""Labels of a skill in ESCO 1.2, in English: 13,939 skills and about 100,000 labels."""
ASKED = (20, 22)
"""Essential and optional skills of an occupation there, on average."""
_URI = "http://example.com/esco"
_VERBS = (
    "manage", "develop", "apply", "maintain", "monitor", "operate", "prepare", "perform", "analyse", "coordinate",
    "advise on", "ensure", "use", "design", "assess", "implement", "supervise", "handle", "conduct", "evaluate",
    "install", "inspect", "plan", "provide", "test", "write", "calculate", "check", "create", "select",
)  # fmt: skip
_NOUNS = (
    "systems", "equipment", "data", "services", "procedures", "software", "products", "materials", "processes",
    "activities", "plans", "standards", "techniques", "records", "machines", "requirements", "programmes", "designs",
)  # fmt: skip
_SYLLABLES = (
    "ba",
    "ler",
    "mi",
    "ton",
    "sa",
    "ked",
    "ru",
    "vin",
    "o",
    "pel",
    "dra",
    "sti",
    "com",
    "fen",
    "gu",
)


def main() -> int:
    """Make, import, start, print the table; 1 if a target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--resume", type=Path, default=SAMPLE, help="the resume to report on")
    parser.add_argument("--skills", type=int, default=13_939)
    parser.add_argument("--occupations", type=int, default=3_039)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        labels = make(place / "csv", options.skills, options.occupations)
        print(f"{options.skills:,} skills with {labels:,} labels, {options.occupations:,} occupations")
        environment = {**os.environ, "GAPCHECK_CACHE_DIR": str(place / "cache")}
        program = [sys.executable, "-m", "gapcheck"]
        made = str(place / "made")
        importing = _timed(
            [*program, "taxonomy", "import", "esco", str(place / "csv"), "--out", made], environment
        )
        print(f"import: {importing[0]:.1f} s, processor {importing[1]:.1f} s (target {IMPORT_TARGET:.0f})")
        report = [*program, "report", str(options.resume), "--format", "json"]
        starts = {"built-in": report, "large": [*report, "--taxonomy", made]}
        late = _starts(starts, environment, options.rounds)
    return int(importing[1] > IMPORT_TARGET or late > START_TARGET)


def _starts(commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int) -> float:
    """Print the seconds of each start; the processor's for the last one, in times of those for the first."""
    first = {name: _timed(command, environment) for name, command in commands.items()}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_timed(command, environment))
    print(f"{'report, median of ' + str(rounds):24}{'passed':>8}{'used':>8}{'first: passed':>15}{'used':>8}")
    used = []
    for name, seconds in times.items():
        passed, own = (median(each) for each in zip(*seconds, strict=True))
        used.append(own)
        print(f"{name:24}{passed:8.2f}{own:8.2f}{first[name][0]:15.2f}{first[name][1]:8.2f}")
    print(f"{used[1] / used[0]:.2f} times the processor time of the built-in one (target {START_TARGET})")
    return used[1] / used[0]


def _timed(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds that passed, and that the processor used."""
    begin, used = perf_counter(), _used()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # our own
    return perf_counter() - begin, _used() - used


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def make(folder: Path, skills: int, occupations: int) -> int:
    """Write ESCO's files of skills, occupations and their relations to `folder`; how many labels they hold."""
    folder.mkdir(parents=True)
    dice = random.Random(0)  # noqa: S311  # no secret
    rows = list(_skills(dice, skills))
    _write(folder / "skills_en.csv", rows)
    groups = [f"{_URI}/skill/{at}" for at in range(0, skills, 40)]
    _write(
        folder / "broaderRelationsSkillPillar_en.csv",
        [
            {"conceptUri": row["conceptUri"], "broaderUri": groups[at // 40]}
            for at, row in enumerate(rows)
            if row["conceptUri"] not in groups
        ],
    )
    titles = (
        f"{_word(dice)} {_word(dice)} {dice.choice(('technician', 'manager'))}" for _ in range(occupations)
    )
    jobs = [
        {
            "conceptUri": f"{_URI}/occupation/{at}",
            "preferredLabel": title,
            "altLabels": "",
            "iscoGroup": "2512",
        }
        for at, title in enumerate(titles)
    ]
    _write(folder / "occupations_en.csv", jobs)
    relations = [
        {
            "occupationUri": job["conceptUri"],
            "relationType": kind,
            "skillUri": f"{_URI}/skill/{dice.randrange(skills)}",
        }
        for job in jobs
        for kind, count in zip(("essential", "optional"), ASKED, strict=True)
        for _ in range(count)
    ]
    _write(folder / "occupationSkillRelations_en.csv", relations)
    return len(rows) + sum(row["altLabels"].count("\n") + 1 for row in rows)


def _skills(dice: random.Random, count: int) -> Iterator[dict[str, str]]:
    words = [_word(dice) for _ in range(6000)]
    for at in range(count):
        # few words are frequent and most are rare, as in ESCO
        own = [words[min(int(dice.paretovariate(0.25)), len(words)) - 1] for _ in range(2)] + [
            words[at % len(words)]
        ]
        own.append(dice.choice(_NOUNS))
        names = [f"{verb} {' '.join(own)}" for verb in dice.sample(_VERBS, 5)]
        names += [f"{' '.join(own)} {_word(dice)}" for _ in range(round(LABELS_PER_SKILL) - 5)]
        knowledge = at % 5 == 0
        label, *others = [f"{_word(dice)} {' '.join(own)}", *names[1:]] if knowledge else names
        yield {
            "conceptUri": f"{_URI}/skill/{at}",
            "skillType": "knowledge" if knowledge else "skill/competence",
            "reuseLevel": dice.choice(("sector-specific", "cross-sector", "occupation-specific")),
            "preferredLabel": label,
            "altLabels": "\n".join(others),
            "description": f"{label.capitalize()} in a made sentence.",
        }


def _word(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4)))


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
