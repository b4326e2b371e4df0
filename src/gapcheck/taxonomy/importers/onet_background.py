"""Education, Training, and Experience.txt: the least degree, and the time of related work, of an occupation.

The file says what share of the people asked gave each category. The row is the median: the highest category that
at least half of them gave or surpassed. Categories that O*NET advises to suppress do not count. A time is the
lower end of its category, "over 2 years, up to and including 4" being 24 months; under half a year nothing is
asked for, nor below a high-school diploma.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gapcheck.taxonomy.importers.classification import OccupationRequirement
from gapcheck.taxonomy.importers.official_files import Row
from gapcheck.taxonomy.model import Degree, Kind, Level, Necessity

COLUMNS = ("Scale ID", "Category", "Data Value", "Recommend Suppress")
_CODE = "O*NET-SOC Code"
_LEVELS = {
    **dict.fromkeys((2, 3, 4), Level.HIGH_SCHOOL),
    5: Level.ASSOCIATE,
    **dict.fromkeys((6, 7), Level.BACHELOR),
    **dict.fromkeys((8, 9), Level.MASTER),
    **dict.fromkeys((10, 11, 12), Level.DOCTORATE),
}
"""Categories of scale RL. A first professional degree (medicine, law) is a doctorate in the United States."""
_TITLES = {
    Level.HIGH_SCHOOL: "High school diploma",
    Level.ASSOCIATE: "Associate's degree",
    Level.BACHELOR: "Bachelor's degree",
    Level.MASTER: "Master's degree",
    Level.DOCTORATE: "Doctoral or professional degree",
}
_MONTHS = {5: 6, 6: 12, 7: 24, 8: 48, 9: 72, 10: 96, 11: 120}
"""Categories of scale RW."""


def background(rows: Iterable[Row]) -> Iterator[tuple[str, OccupationRequirement]]:
    """(occupation, row) for degrees and times; all required."""
    shares: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for row in rows:
        scale = row["Scale ID"].strip()
        if scale in ("RL", "RW") and row["Recommend Suppress"].strip() != "Y":
            try:
                shares[row[_CODE], scale][int(row["Category"])] = float(row["Data Value"])
            except ValueError:
                continue
    for (code, scale), by_category in sorted(shares.items()):
        median = _median(by_category)
        if scale == "RL" and (level := _LEVELS.get(median)):
            yield (
                code,
                OccupationRequirement(
                    _TITLES[level], Kind.EDUCATION, Necessity.REQUIRED, degree=Degree(level=level)
                ),
            )
        if scale == "RW" and (months := _MONTHS.get(median)):
            span = f"{months // 12} years" if months > 12 else f"{months} months"
            title = f"{span} of related work"
            yield code, OccupationRequirement(title, Kind.EXPERIENCE, Necessity.REQUIRED, min_months=months)


def _median(shares: dict[int, float]) -> int:
    """The highest category that at least half gave or surpassed; 0 where nobody was asked."""
    total = sum(shares.values())
    above = 0.0
    for category in sorted(shares, reverse=True):
        above += shares[category]
        if total > 0 and above >= total / 2:
            return category
    return 0
