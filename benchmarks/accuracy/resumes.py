# ruff: noqa: INP001  # one of the files of a script
"""What the labels of a resume say, compared with what `Analyzer` makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import judged_rows
import yaml
from judgement import Judgement
from vocabulary import Vocabulary
from wording import akin, name, singular, squeezed, words

from gapcheck import Analyzer

AS_OF = "2026-11-21"  # the day of the labels
ROLE = "machine-learning-engineer"
CLAIMED = {"present", "past"}
MONTHS_OF_GRACE = 2  # whether the first and the last month count is a matter of taste
WORDS_OF_A_CERTIFICATE = 0.6  # of its name; issuers and versions are printed or not

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """One resume: its labels, its text and headings as read, and its report."""

    stem: str
    labels: Row
    text: str
    headings: frozenset[str]
    report: Row
    vocabulary: Vocabulary

    def judgement(self, measure: str, right: bool, note: object) -> Judgement:  # noqa: FBT001  # the verdict itself
        """A judgement about this resume."""
        return Judgement(measure, right, f"{self.stem}: {note}")

    @cached_property
    def skills(self) -> Mapping[str, Row]:
        """Labelled skills that are labelled in every resume."""
        return {row["name"]: row for row in self.labels["skills"] if row["name"] in self.vocabulary.names}

    @cached_property
    def either_way(self) -> frozenset[str]:
        """Skills that two readers could dispute."""
        return frozenset(self.labels["either_way"])

    @cached_property
    def counted(self) -> Mapping[str, Row]:
        """Reported skills with their labelled names; what is only possible is no finding."""
        rows = {
            self.vocabulary.judged(row["label"]): row
            for row in self.report["skills"]
            if row["grade"] != "possible"
        }
        return {label: row for label, row in rows.items() if label}

    @cached_property
    def evidenced(self) -> Mapping[str, Row]:
        """Those that a place of the resume shows, not only another skill."""
        return {label: row for label, row in self.counted.items() if any(map(_is_evidence, row["mentions"]))}


def _is_evidence(mention: Row) -> bool:
    return mention["method"] != "implied" and mention["assertion"] in CLAIMED


def judgements(folder: Path, analyzer: Analyzer, vocabulary: Vocabulary) -> Iterator[Judgement]:
    """All that the labels in the folder say."""
    for file in sorted(folder.glob("*.gold.yaml")):
        labels = yaml.safe_load(file.read_text(encoding="utf-8"))
        document = folder / labels["file"]
        resume = analyzer.parse(document, as_of=AS_OF)
        report = analyzer.analyze(resume.document, role=ROLE, as_of=AS_OF)
        headings = frozenset(squeezed(section.title or "") for section in resume.sections)
        reading = Reading(
            document.stem, labels, resume.document.text, headings, json.loads(report.to_json()), vocabulary
        )
        for judge in (_text, _found, _real, _beyond, _traps, _career, judged_rows.judgements):
            yield from judge(reading)


def _text(reading: Reading) -> Iterator[Judgement]:
    """Phrases, reading order and headings."""
    text = squeezed(reading.text)
    for phrase in reading.labels["must_contain"]:
        yield reading.judgement("phrases-whole", squeezed(phrase) in text, phrase)
    for pair in reading.labels["reading_order"]:
        first, second = (text.find(squeezed(each)) for each in pair)
        yield reading.judgement("reading-order", 0 <= first < second, " before ".join(pair))
    for title in reading.labels["sections"]:
        yield reading.judgement("headings", squeezed(title) in reading.headings, title)


def _found(reading: Reading) -> Iterator[Judgement]:
    """Labelled skills: found, and if by their name, with grade and months."""
    for label, row in reading.skills.items():
        if label in reading.either_way:
            continue
        kind, note = reading.vocabulary.kind(label), f"{label} | {row['quote']}"
        if not reading.vocabulary.is_named(label, row["quote"]):
            yield reading.judgement(f"{kind}-paraphrased-found", label in reading.counted, note)
            continue
        ours = reading.evidenced.get(label)
        yield reading.judgement(f"{kind}-named-found", ours is not None, note)
        if ours is None:
            continue
        grades = {row["grade"], row.get("grade_alt")}
        yield reading.judgement(
            "grade", ours["grade"] in grades, f"{note}: {ours['grade']}, not {row['grade']}"
        )
        if row["months"]:
            agree = _overlap(ours["months"], row["months"])
            yield reading.judgement("months", agree, f"{note}: {ours['months']}, not {row['months']}")


def _real(reading: Reading) -> Iterator[Judgement]:
    """Reported skills: is each of them labelled?"""
    for label, row in reading.counted.items():
        if label in reading.either_way:
            continue
        quotes = "; ".join(mention["quote"] or "" for mention in row["mentions"][:2])
        measure = f"{reading.vocabulary.kind(label)}-real" if label in reading.evidenced else "implied-real"
        yield reading.judgement(measure, label in reading.skills, f"{label} | {quotes}")


def _beyond(reading: Reading) -> Iterator[Judgement]:
    """Skills that no row of the role asks for."""
    labels = {singular(row[field]) for row in reading.report["skills"] for field in ("label", "id")}
    for each in reading.labels["other_skills"]:
        found = any(akin(singular(each), label) for label in labels)
        yield reading.judgement("beyond-the-role-found", found, each)


def _traps(reading: Reading) -> Iterator[Judgement]:
    """What looks like a skill, is denied, wished for, or somebody else's."""
    labels = {name(row[field]) for row in reading.report["skills"] for field in ("label", "id")}
    for trap in reading.labels["traps"]:
        label = reading.vocabulary.judged(trap["name"]) or trap["name"]
        reported = label in reading.evidenced or name(trap["name"]) in labels
        avoided = label in reading.skills or not reported
        yield reading.judgement(
            "traps-avoided", avoided, f"{trap['name']} ({trap['kind']}) | {trap['quote']}"
        )


def _career(reading: Reading) -> Iterator[Judgement]:
    """Jobs, their months together, degrees and certificates."""
    wanted, ours = reading.labels["experience"], reading.report["experience"]
    dates = {_dates(job) for job in ours["jobs"]}
    for job in wanted["jobs"]:
        note = f"{job['title']}, {job['employer']}, {job['start']} to {job['end']}"
        yield reading.judgement("jobs-by-dates", _dates(job) in dates, note)
    if wanted["total_months"]:
        agree = _overlap(ours["months"], wanted["total_months"])
        yield reading.judgement("total-months", agree, f"{ours['months']}, not {wanted['total_months']}")
    degrees = {(row["level"], row["status"].replace("_", "-")) for row in reading.report["education"]}
    for row in reading.labels["education"]:
        note = f"{row['level']}, {row['field']}, {row['status']}"
        yield reading.judgement("degrees", (row["level"], row["status"]) in degrees, note)
    held = [set(words(row["name"])) for row in reading.report["certifications"]["held"]]
    for row in reading.labels["certifications"]:
        wanted_words = set(words(row["name"]))
        found = any(len(wanted_words & each) >= WORDS_OF_A_CERTIFICATE * len(wanted_words) for each in held)
        yield reading.judgement("certificates-found", found, row["name"])


def _dates(job: Row) -> tuple[str, str]:
    """The months of start and end, or the years where no month is printed."""
    start, end = (
        re.match(r"\d{4}(-\d\d)?|present", str(job[field] or "present")) for field in ("start", "end")
    )
    return start[0] if start else "", end[0] if end else ""


def _overlap(ours: list[int] | None, wanted: list[int]) -> bool:
    """Whether two ranges of months meet, or nearly."""
    if not ours:
        return False
    (low, high), (least, most) = ours, wanted
    return low <= most + MONTHS_OF_GRACE and high >= least - MONTHS_OF_GRACE
