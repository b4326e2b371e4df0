# ruff: noqa: INP001  # one of the files of a script
"""What the labels of a job document say, compared with the rows that `Analyzer.understand` makes of it.

A labelled row is found if a reported row of the same kind stands at its place (the same line, or a quote within the
other) and, where skills are asked for, shares one. Rows that are marked ambiguous count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from judgement import Judgement
from wording import akin, length, name, within, words

from gapcheck import Analyzer
from gapcheck.export import posting_values

SKILLS = "skill"
KINDS = dict.fromkeys(("skill-hard", "skill-soft", "soft_skill", "knowledge"), SKILLS)
LINES_AGREE = {".txt", ".md"}  # the labels of other formats count lines of a text that was made of them
LETTERS_OF_A_PLACE = 2  # a quote must have more, or it stands everywhere
LETTERS_OF_A_TRAP = 3


@dataclass(frozen=True)
class Asked:
    """A row, labelled or reported, in the same words."""

    row: Mapping[str, Any]
    line: int | None

    @cached_property
    def quote(self) -> tuple[str, ...]:
        """The words of the place."""
        return words(self.row["quote"])

    @property
    def kind(self) -> str:
        """Hard and soft skills and knowledge are one kind; readers differ there."""
        kind: str = self.row["kind"]
        return KINDS.get(kind, kind)

    @property
    def necessity(self) -> str:
        """required, preferred or mentioned."""
        necessity: str = self.row["necessity"]
        return necessity

    @property
    def logic(self) -> str:
        """all-of, any-of or example."""
        logic: str = self.row["logic"]
        return logic.replace("_", "-")

    @cached_property
    def skills(self) -> frozenset[str]:
        """What is asked for, without its head."""
        return frozenset(_label(each) for each in self.row["skills"])

    @cached_property
    def names(self) -> frozenset[str]:
        """What is asked for, with its head."""
        head = self.row.get("head")
        return self.skills | {_label(head)} if head else self.skills

    @property
    def degree(self) -> str:
        """The level, or nothing."""
        degree = self.row["degree"]
        return degree["level"] or "" if degree else ""

    @cached_property
    def months(self) -> frozenset[int]:
        """The months of experience, for every degree that has its own."""
        rows = (self.row, *self.row.get("alternatives", ()))
        return frozenset(row["min_months"] for row in rows if row.get("min_months") is not None)

    def at(self, other: Asked) -> bool:
        """Whether both rows are from the same place of the document."""
        long_enough = min(length(self.quote), length(other.quote)) > LETTERS_OF_A_PLACE
        if long_enough and (within(self.quote, other.quote) or within(other.quote, self.quote)):
            return True
        return self.line is not None and self.line == other.line

    def likeness(self, ours: Asked) -> float:
        """How well a reported row of the same place agrees; 0 if it is about something else."""
        if self.kind != ours.kind:
            return 0.0
        if self.kind != SKILLS:
            same_degree = bool(self.degree) and self.degree == ours.degree
            return 1.0 + same_degree + (self.necessity == ours.necessity) / 2
        shared = sum(_among(each, ours.names) for each in self.names)
        return shared / max(len(self.names) + len(ours.names) - shared, 1)


def _label(skill: str | Mapping[str, str]) -> str:
    return name(skill if isinstance(skill, str) else skill["label"])


def _among(label: str, labels: frozenset[str]) -> bool:
    return any(akin(label, each) for each in labels)


def judgements(folder: Path, analyzer: Analyzer) -> Iterator[Judgement]:
    """All that the labels in the folder say."""
    for file in sorted(folder.glob("*.gold.yaml")):
        labels = yaml.safe_load(file.read_text(encoding="utf-8"))
        document = folder / labels["file"]
        found = analyzer.understand([document])
        (values,) = posting_values(found.postings, found.merged, found.taxonomy)["documents"]
        lines = document.suffix in LINES_AGREE
        ours = [Asked(row, row["line"] if lines else None) for row in values["requirements"]]
        wanted = [Asked(row, row["line"]) for row in labels["requirements"]]
        yield from _rows(document.stem, wanted, ours)
        yield from _reported(document.stem, wanted, ours)
        for trap in labels["not_requirements"]:
            fell = any(_repeats(words(trap["quote"]), row) for row in ours if row.necessity != "mentioned")
            note = f"{document.stem}: {trap['quote']} ({trap['why']})"
            yield Judgement("non-requirements-left-alone", not fell, note)


def _rows(stem: str, wanted: Sequence[Asked], ours: Sequence[Asked]) -> Iterator[Judgement]:
    """Each labelled row, with what its best counterpart says."""
    for label in wanted:
        if label.row["ambiguous"]:
            continue
        note = f"{stem}:{label.row['line']} {label.row['kind']} | {label.row['quote']}"
        here = [row for row in ours if label.at(row)]
        best = max(here, key=label.likeness, default=None)
        found = best is not None and label.likeness(best) > 0
        measure = "rows-mentioned-found" if label.necessity == "mentioned" else "rows-found"
        yield Judgement(measure, found, note)
        if best is not None and found:
            yield from _counterpart(label, best, note)
            if label.kind == SKILLS:
                yield from _skills(label, best, here, wanted, note)


def _counterpart(label: Asked, best: Asked, note: str) -> Iterator[Judgement]:
    """Necessity, logic, years and degree of a row that was found."""
    agree = best.necessity == label.necessity
    yield Judgement("necessity", agree, f"{note}: {best.necessity}, not {label.necessity}")
    if label.necessity == "preferred":
        yield Judgement("preferred-not-required", best.necessity != "required", note)
    if len(label.names) > 1:
        yield Judgement("logic", best.logic == label.logic, f"{note}: {best.logic}, not {label.logic}")
    if label.months:
        months = best.row["min_months"]
        yield Judgement("years", months in label.months, f"{note}: {months}, not {sorted(label.months)}")
    if label.kind == "education" and label.degree:
        agree = best.degree == label.degree
        yield Judgement("degree-of-rows", agree, f"{note}: {best.degree}, not {label.degree}")


def _skills(
    label: Asked, best: Asked, here: Sequence[Asked], wanted: Sequence[Asked], note: str
) -> Iterator[Judgement]:
    """The skills of a row that was found; neighbours at the same place may share them otherwise than labelled."""
    ours = frozenset[str]().union(*(row.names for row in here))
    implied = {_label(each) for each in label.row.get("implicit", ())}
    for each in sorted(label.names if label.logic == "example" else label.skills):
        measure = "skills-implied-found" if each in implied else "skills-found"
        yield Judgement(measure, _among(each, ours), f"{note}: {each}")
    right = label.names.union(*(row.names for row in wanted if row.at(best)))
    for each in sorted(best.names):
        yield Judgement("skills-real", _among(each, right), f"{note}: {each}")


def _reported(stem: str, wanted: Sequence[Asked], ours: Sequence[Asked]) -> Iterator[Judgement]:
    """Each reported row that asks for something: does a label stand there?"""
    for row in ours:
        if row.necessity != "mentioned":
            note = f"{stem}:{row.row['line']} {row.row['kind']} {sorted(row.names)} | {row.row['quote']}"
            yield Judgement("rows-real", any(label.at(row) for label in wanted), note)


def _repeats(trap: tuple[str, ...], row: Asked) -> bool:
    """Whether a row is made of the words of a trap, and of little else."""
    ours, theirs = length(row.quote), length(trap)
    if min(ours, theirs) <= LETTERS_OF_A_TRAP:
        return False
    return (within(trap, row.quote) and 2 * ours <= 3 * theirs) or (
        within(row.quote, trap) and 2 * ours >= theirs
    )
