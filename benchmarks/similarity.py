# ruff: noqa: INP001, T201  # a script by itself, that prints
"""False matches and recall of the phrases that TF-IDF proposes as possible (matching/similarity.py).

Usage: python benchmarks/similarity.py [--verbose]

similar/negatives*.txt hold sentences that come close to the name of a skill and do not show it; similar/positives*.txt
hold sentences that show it in other forms or another order of its words. A line is `skill: sentence`. For every
threshold: how many of each are proposed for their skill, with Wilson's 95 % interval. The shipped one is marked. The
files "unseen" were written after the rules, so they are the ones to believe, as long as nobody mends rules by them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path
from types import SimpleNamespace

from gapcheck import Taxonomy, load_policy, load_taxonomy
from gapcheck.matching import Genre, Passage, PhraseSkillMatcher, propose
from gapcheck.spans import Span
from gapcheck.taxonomy import Skill

FOLDER = Path(__file__).parent / "similar"
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Z = 1.96
Pair = tuple[Skill, str]
Judged = tuple[Skill, str, float | None]


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--verbose", action="store_true", help="list false matches, and what is missed")
    options = parser.parse_args()
    taxonomy, policy = load_taxonomy(), load_policy()
    matcher = PhraseSkillMatcher(taxonomy)
    for suffix in ("", "_unseen"):
        # what a name or pattern finds is never left to similarity
        sets = {
            kind: [
                (skill, text, cosine(skill, text, taxonomy))
                for skill, text in pairs(FOLDER / f"{kind}{suffix}.txt", taxonomy)
                if not named(skill, text, matcher)
            ]
            for kind in ("negatives", "positives")
        }
        table(suffix.strip("_") or "seen", sets, policy.similarity.threshold)
        if options.verbose:
            listed("False matches", [row for row in sets["negatives"] if row[2] is not None])
            listed("Missed", [row for row in sets["positives"] if row[2] is None])
    return 0


def table(title: str, sets: Mapping[str, Sequence[Judged]], shipped: float) -> None:
    """Print how many of each kind are proposed, by threshold."""
    print(f"\n{title:12}" + "".join(f"{kind + ' proposed':>34}" for kind in sets))
    for threshold in sorted({*THRESHOLDS, shipped}):
        cells = []
        for rows in sets.values():
            hits = sum(found is not None and found >= threshold for *_, found in rows)
            low, high = wilson(hits, len(rows))
            cells.append(f"{hits:>8} of {len(rows):<4}{hits / len(rows):7.1%} ({low:.1%} to {high:.1%})")
        mark = "*" if threshold == shipped else ""
        print(f"{threshold:<4}{mark:8}" + "".join(f"{cell:>34}" for cell in cells))


def pairs(file: Path, taxonomy: Taxonomy) -> Iterator[Pair]:
    """The skill, which is in the taxonomy, and the sentence of each line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, text = line.partition(": ")
            yield (taxonomy.named(name) or (taxonomy.skill(name),))[0], text


def named(skill: Skill, text: str, matcher: PhraseSkillMatcher) -> bool:
    """Whether the text names or shows the skill without similarity."""
    found = matcher.find(text, [Passage(Span(0, len(text)))], genre=Genre.RESUME)
    return any(mention.skill == skill.id for mention in found.mentions)


def cosine(skill: Skill, text: str, taxonomy: Taxonomy) -> float | None:
    """The closest phrase's cosine, None if no phrase of the text is covered by a name of the skill."""
    anything = SimpleNamespace(similarity=SimpleNamespace(threshold=0.0, limit=1))
    found = propose(text, [Passage(Span(0, len(text)))], [skill], taxonomy, anything)
    return max((each.similarity for each in found), default=None)


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share."""
    share = hits / n
    middle = share + Z * Z / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return max((middle - half) / (1 + Z * Z / n), 0.0), (middle + half) / (1 + Z * Z / n)


def listed(title: str, rows: Sequence[Judged]) -> None:
    """Print the rows, closest first."""
    print(f"\n{title}:")
    for skill, text, found in sorted(rows, key=lambda row: (-(row[2] or 0.0), row[0].id, row[1])):
        print(f"  {'' if found is None else f'{found:.2f}':5} {skill.label:28} {text}")


if __name__ == "__main__":
    sys.exit(main())
