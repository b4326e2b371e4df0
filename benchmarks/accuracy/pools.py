# ruff: noqa: INP001  # one of the files of a script
"""Whether people of one profession stand in the order in which a recruiter of that profession would call them.

A pool is a job document, some resumes, and `gold.yaml` with a tier for each person (1 is best, equal tiers are ties), the
must-haves that the person lacks, and traps: who must be above or below whom. The order is that of `gapcheck rank`. Equal places
are never right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from judgement import Judgement

from gapcheck import Analyzer, GapReport
from gapcheck.ranking import NO_SCORE, ranked, row_of

KEYWORD_LIST = "keyword_list"
UNREAD = -999
"""The place of somebody without a score: below everybody."""


def judgements(folder: Path, analyzer: Analyzer) -> Iterator[Judgement]:
    """What the labels of all pools in `folder` say of the order in which the program ranks."""
    for file in sorted(folder.glob("*/gold.yaml")):
        gold = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from judged(file.parent.name, gold, places(gold, ranked(rows(file.parent, gold, analyzer)).all))


def rows(pool: Path, gold: Mapping[str, Any], analyzer: Analyzer) -> list[dict[str, Any]]:
    """The row of a ranking of each person with a score."""
    names = [each["file"] for each in gold["candidates"]]
    reports = analyzer.analyze_many(
        [pool / "resumes" / name for name in names], job=pool / gold["posting"], as_of=gold["as_of"]
    )
    made = (
        {"name": name, **row_of(report)}
        for name, report in zip(names, reports, strict=True)
        if isinstance(report, GapReport)
    )
    return [row for row in made if NO_SCORE not in row]


def places(gold: Mapping[str, Any], placed: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """File -> place, the higher the better: the first has -1, and who is not placed UNREAD."""
    ranks = {row["name"]: row["rank"] for row in placed if row["rank"] is not None}
    return {each["file"]: -ranks.get(each["file"], -UNREAD) for each in gold["candidates"]}


def judged(pool: str, gold: Mapping[str, Any], value: Mapping[str, float]) -> Iterator[Judgement]:
    """The judgements of one pool, from the place of each person."""
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
