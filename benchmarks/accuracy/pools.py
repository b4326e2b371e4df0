# ruff: noqa: INP001  # one of the files of a script
"""Whether people of one profession stand in the order in which a recruiter of that profession would call them.

A pool is a job document, some resumes, and `gold.yaml` with a tier for each person (1 is best, equal tiers are ties), the
must-haves that the person lacks, and traps: who must be above or below whom. Equal places are never right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from judgement import Judgement

from gapcheck import Analyzer

KEYWORD_LIST = "keyword_list"


def judgements(folder: Path, analyzer: Analyzer) -> Iterator[Judgement]:
    """What the labels of all pools in `folder` say of the scores that the program gives."""
    for file in sorted(folder.glob("*/gold.yaml")):
        gold = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from judged(file.parent.name, gold, scores(file.parent, gold, analyzer))


def scores(pool: Path, gold: Mapping[str, Any], analyzer: Analyzer) -> dict[str, float]:
    """File -> score, -1 without one."""
    names = [each["file"] for each in gold["candidates"]]
    reports = analyzer.analyze_many(
        [pool / "resumes" / name for name in names], job=pool / gold["posting"], as_of=gold["as_of"]
    )
    values = (getattr(report, "score", None) for report in reports)
    return {
        name: -1.0 if score is None or score.value is None else score.value
        for name, score in zip(names, values, strict=True)
    }


def judged(pool: str, gold: Mapping[str, Any], value: Mapping[str, float]) -> Iterator[Judgement]:
    """The judgements of one pool, from what each person scores."""
    people = {each["file"]: each for each in gold["candidates"]}
    for pair in combinations(people.values(), 2):
        better, worse = sorted(pair, key=lambda each: each["tier"])
        if better["tier"] == worse["tier"]:
            continue
        right = value[better["file"]] > value[worse["file"]]
        note = f"{pool}: {worse['file']} ({worse['kind']}) not below {better['file']} ({better['kind']})"
        yield Judgement("pairs-in-order", right, note)
        if worse["kind"] == KEYWORD_LIST:
            yield Judgement("keyword-list-below", right, note)
    first = [each for each in people.values() if value[each["file"]] == max(value.values())]
    best = len(first) == 1 and first[0]["tier"] == 1
    yield Judgement("best-first", best, f"{pool}: {', '.join(each['file'] for each in first)} first")
    for trap in gold["traps"]:
        mine = value[trap["who"]]
        right = all(mine < value[each] for each in trap.get("below", ()))
        right = right and all(mine > value[each] for each in trap.get("above", ()))
        yield Judgement("traps", right, f"{pool}: {trap['who']} ({trap['kind']}: {trap['why']})")
