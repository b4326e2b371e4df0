"""Adverse impact: how often people of each group are selected or score high, beside the group where that is most often.

It counts and computes, and judges nobody: whether a difference is allowed is a question of law that no ratio
answers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median

from gapcheck.bounded_files import lines_of
from gapcheck.errors import GapcheckError
from gapcheck.lazy import LazyModule
from gapcheck.text.numbers import decimal_of

stats = LazyModule("scipy.stats")

SMALL_SHARE = 0.02
"""The share of people under which New York City's rule lets a category go without a ratio; it is still counted."""
FEW = 30
"""People in a group up to which chance alone moves its ratio far."""
FOUR_FIFTHS = 0.8
_YES = frozenset({"1", "y", "yes", "true", "selected", "hired"})
_NO = frozenset({"0", "n", "no", "false", "rejected", ""})


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the file: score (None if there is none), whether selected (None if not said), and group by column."""

    score: float | None
    selected: bool | None
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of a group: `count` of `people`, as a share; `ratio` to the highest share of a group that is not small.

    `p` is that of Fisher's exact test, two-sided, against that group; None for that group itself, and where
    there is no ratio.
    """

    count: int
    people: int
    share: float | None
    ratio: float | None = None
    p: float | None = None

    @property
    def below_four_fifths(self) -> bool:
        """Whether the ratio is under the rule of thumb of four fifths."""
        return self.ratio is not None and round(self.ratio, 9) < FOUR_FIFTHS


@dataclass(frozen=True, slots=True)
class GroupImpact:
    """One group: `scoring` counts scores above the median of all, `selection` who was selected (None if not asked for).

    `small`: under the share of `SMALL_SHARE`, so that it has no ratio; `few`: so few people that chance moves
    the ratio.
    """

    categories: tuple[str, ...]
    people: int
    scoring: Rate
    selection: Rate | None
    small: bool
    few: bool


@dataclass(frozen=True, slots=True)
class ImpactTable:
    """The groups by one column, or by several at once. `unknown`: people without a category in one of them."""

    by: tuple[str, ...]
    groups: tuple[GroupImpact, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Impact:
    """All of it. `median` is that of all scores; `selected_by` says what selects, "" if nothing does."""

    people: int
    without_score: int
    median: float | None
    selected_by: str
    tables: tuple[ImpactTable, ...]


def impact(people: Sequence[Person], columns: Sequence[str], *, cut: float | None = None) -> Impact:
    """The figures for each column, and for each two of them together.

    Args:
        people: one for each row.
        columns: by which they are grouped.
        cut: who scores this or more is selected; without it, those are whom the rows call so, if they do.
    """
    scores = [each.score for each in people if each.score is not None]
    middle = median(scores) if scores else None
    stated = any(each.selected is not None for each in people)
    by = f"a score of {cut:g} or more" if cut is not None else "the column of selections" if stated else ""
    keys = [*((column,) for column in columns), *combinations(columns, 2)]
    tables = tuple(_table(people, key, middle, cut, selects=bool(by)) for key in keys)
    return Impact(len(people), len(people) - len(scores), middle, by, tables)


def read_people(
    path: Path,
    columns: Sequence[str],
    *,
    score: str = "score",
    selected: str | None = None,
    unknown: Collection[str] = ("", "unknown"),
) -> tuple[Person, ...]:
    """The people of a CSV file with a head line.

    Raises:
        GapcheckError: the file cannot be read, lacks a column, or has a value that is no score or no yes or
            no.
    """
    missing_words = {each.casefold() for each in unknown}
    people = []
    try:
        rows = csv.DictReader(_lines(path))
        heads = rows.fieldnames or ()
        for wanted in (*columns, score, *([selected] if selected else [])):
            if wanted not in heads:
                raise GapcheckError(
                    f"{path}: there is no column {wanted!r}.",
                    hint=f"The columns are {', '.join(heads) or 'none'}.",
                )
        for row in rows:
            place = f"{path}:{rows.line_num}"
            groups = {name: (row[name] or "").strip() for name in columns}
            known = {name: each for name, each in groups.items() if each.casefold() not in missing_words}
            said = _selection(row[selected] or "", place) if selected else None
            people.append(Person(_score(row[score] or "", place), said, known))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise GapcheckError(f"{path}: it cannot be read as CSV ({why}).") from None
    return tuple(people)


def _lines(path: Path) -> Iterator[str]:
    """The lines of a CSV file, whatever system ended them, without the mark that some programs begin a file with."""
    for number, line in enumerate(lines_of(path)):
        yield from io.StringIO(line.decode("utf-8-sig" if number == 0 else "utf-8"), newline="")


def _score(text: str, place: str) -> float | None:
    if not text.strip():
        return None
    value = decimal_of(text)
    if value is None:
        raise GapcheckError(
            f"{place}: {text[:40]!r} is not a score.", hint="Give a number, or nothing if there is none."
        )
    return value


def _selection(text: str, place: str) -> bool:
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise GapcheckError(f"{place}: {text[:40]!r} does not say who was selected.", hint="Give yes or no.")
    return word in _YES


def _table(
    people: Sequence[Person], by: tuple[str, ...], middle: float | None, cut: float | None, *, selects: bool
) -> ImpactTable:
    members: dict[tuple[str, ...], list[Person]] = {}
    unknown = 0
    for each in people:
        if all(column in each.groups for column in by):
            members.setdefault(tuple(each.groups[column] for column in by), []).append(each)
        else:
            unknown += 1
    known = len(people) - unknown
    large = {key for key, rows in members.items() if len(rows) >= SMALL_SHARE * known}
    scoring = _rates(
        {
            key: _rate(
                [each.score > middle for each in rows if each.score is not None] if middle is not None else []
            )
            for key, rows in members.items()
        },
        large,
    )
    selection = _rates(
        {key: _rate([_is_selected(each, cut) for each in rows]) for key, rows in members.items()}, large
    )
    groups = tuple(
        GroupImpact(
            key,
            len(rows),
            scoring[key],
            selection[key] if selects else None,
            key not in large,
            len(rows) < FEW,
        )
        for key, rows in sorted(members.items())
    )
    return ImpactTable(by, groups, unknown)


def _is_selected(person: Person, cut: float | None) -> bool:
    if cut is not None:
        return person.score is not None and person.score >= cut
    return bool(person.selected)


def _rate(marks: Sequence[bool]) -> Rate:
    return Rate(sum(marks), len(marks), sum(marks) / len(marks) if marks else None)


def _rates(
    rates: Mapping[tuple[str, ...], Rate], large: Collection[tuple[str, ...]]
) -> dict[tuple[str, ...], Rate]:
    """The rates with their ratios to the highest one among the groups that are large enough."""
    compared = {key: rate.share for key, rate in rates.items() if key in large and rate.share is not None}
    if not compared or max(compared.values()) == 0:
        return dict(rates)
    first = max(sorted(compared), key=lambda key: compared[key])
    best = rates[first]
    made = dict(rates)
    for key, share in compared.items():
        ratio = share / compared[first]
        made[key] = Rate(
            rates[key].count, rates[key].people, share, ratio, None if key == first else _p(rates[key], best)
        )
    return made


def _p(one: Rate, other: Rate) -> float:
    table = [[one.count, one.people - one.count], [other.count, other.people - other.count]]
    return float(stats.fisher_exact(table)[1])
