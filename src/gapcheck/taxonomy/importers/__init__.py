"""Official files of public classifications -> a taxonomy folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gapcheck.collecting import collector_paused
from gapcheck.taxonomy.importers import esco, onet
from gapcheck.taxonomy.importers.licences import TITLES
from gapcheck.taxonomy.importers.resolving import ResolvedClassification, resolve
from gapcheck.taxonomy.importers.taxonomy_folder import files_of, write

Source = Literal["esco", "onet"]

__all__ = ["Imported", "Source", "import_files"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote: the rows, and `left_out`, (what and why, how often)."""

    rows: ResolvedClassification
    left_out: tuple[tuple[str, int], ...]

    def summary(self) -> str:
        """Counts, and what was left out and why, for people."""
        skills, roles = self.rows.skills, self.rows.roles
        kinds = Counter(each.kind.value for each in skills)
        modes = Counter(each.match.value for each in skills)
        modes.update(alias.match.value for each in skills for alias in each.aliases)
        asked = Counter(row.necessity.value for each in roles for row in each.requirements)
        lines = [
            f"{TITLES[self.rows.classification.source]}: {', '.join(self.rows.classification.files)}",
            f"{len(skills)} skills ({_counts(kinds)})",
            f"{modes.total()} names ({_counts(modes)})",
            f"{len(roles)} roles with {asked.total()} requirements ({_counts(asked)})",
        ]
        if self.left_out:
            lines += [
                "Left out or changed:",
                *(f"  {count if count > 1 else '':>6}  {what}" for what, count in self.left_out),
            ]
        return "\n".join(lines)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counter.most_common()) or "none"


def import_files(
    source: Source,
    path: Path,
    out: Path,
    *,
    language: str | None = None,
    release: str = "",
    replace: bool = False,
) -> Imported:
    """Read the official files in the folder `path` and write a taxonomy folder to `out`, whole or not at all.

    Args:
        source: esco or onet.
        path: the folder of official files.
        out: where to write; must not exist, be empty, or, with `replace`, hold an earlier import.
        language: ESCO's code for a language (en, fr); needed only where several are there and none is English.
        release: the release of the files, such as 29.2, for the version and the attribution.
        replace: whether an earlier import may be written over.

    Raises:
        TaxonomyError: the files are not the official ones, or `out` cannot be written.
    """
    with collector_paused():
        classification = esco.read(path, language) if source == "esco" else onet.read(path)
        rows = resolve(classification)
        write(files_of(rows, release), out, replace=replace)
    return Imported(rows, tuple(classification.tally.counts.items()))
