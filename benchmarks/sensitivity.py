# ruff: noqa: INP001, T201  # a script by itself, that prints
"""How much each constant of the scoring policy matters: the labelled pools, with one constant at a time moved by 0.1.

Usage: python benchmarks/sensitivity.py [SECTION ...]

Prints a Markdown table: for each constant that is moved up and down (within 0 and 1), the mean of Spearman's correlation of
the scores of all people of a pool with those under the built-in policy, and the pairs in a recruiter's order. Resumes and
postings are read once; only the judging is repeated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from scipy.stats import spearmanr

from gapcheck import Analyzer
from gapcheck.config import Policy, load_policy
from gapcheck.scoring import case_of

POOLS = Path(__file__).parent / "accuracy" / "pools"
STEP = 0.1
SECTIONS = ("score", "claim", "source", "relation", "education", "experience", "certification")


class Pool:
    """One pool, read once. What is read does not depend on the policy, but for phrases that are proposed as similar."""

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
        self.tiers = [each["tier"] for each in gold["candidates"]]
        self.target = analyzer.requirements_of(job=folder / gold["posting"])
        names = (each["file"] for each in gold["candidates"])
        people = (analyzer.parse(folder / "resumes" / name, as_of=gold["as_of"]) for name in names)
        self.cases = [analyzer._case(each, self.target, blind=False) for each in people]  # noqa: SLF001  # what is judged

    def scores(self, policy: Policy) -> list[float]:
        """What each person scores by a policy."""
        rows, titles = self.target.requirements, self.target.titles
        return [
            case_of(each.resume, rows, titles, each.taxonomy, policy, citations=each.citations).total.value
            or 0.0
            for each in self.cases
        ]

    def in_order(self, scores: list[float]) -> tuple[int, int]:
        """Pairs of different tiers that are in order, and all of them."""
        rated = list(zip(self.tiers, scores, strict=True))
        pairs = [(a[1], b[1]) for a in rated for b in rated if a[0] < b[0]]
        return sum(better > worse for better, worse in pairs), len(pairs)


def main() -> None:
    """Print the table."""
    analyzer = Analyzer()
    pools = [Pool(each.parent, analyzer) for each in sorted(POOLS.glob("*/gold.yaml"))]
    base = [pool.scores(load_policy()) for pool in pools]
    right, of = counted(pools, base)
    print(f"Built-in policy: {right} of {of} pairs in order.\n")
    print("| constant | value | correlation, down | up | pairs, down | up |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for section, name, value in constants(sys.argv[1:] or SECTIONS):
        cells = [moved(pools, base, section, name, value + step) for step in (-STEP, STEP)]
        (low, fewer), (high, more) = cells
        print(f"| {section}.{name} | {value:g} | {low} | {high} | {fewer} | {more} |", flush=True)


def constants(sections: Any) -> Iterator[tuple[str, str, float]]:
    """Every share of the policy, in order of the file."""
    values = load_policy().model_dump()
    for section in sections:
        for name, value in values[section].items():
            if isinstance(value, float):
                yield section, name, value


def moved(
    pools: list[Pool], base: list[list[float]], section: str, name: str, value: float
) -> tuple[str, str]:
    """Correlation and pairs with one constant moved; blanks where it cannot go there."""
    values = load_policy().model_dump()
    values[section][name] = round(value, 6)
    try:
        policy = Policy.model_validate(values)
    except ValueError:
        return "", ""
    scores = [pool.scores(policy) for pool in pools]
    alike = [spearmanr(one, two).statistic for one, two in zip(base, scores, strict=True)]
    right, _ = counted(pools, scores)
    return f"{sum(alike) / len(alike):.3f}", str(right)


def counted(pools: list[Pool], scores: list[list[float]]) -> tuple[int, int]:
    """Pairs in order over all pools."""
    found = [pool.in_order(each) for pool, each in zip(pools, scores, strict=True)]
    return sum(right for right, _ in found), sum(of for _, of in found)


if __name__ == "__main__":
    main()
