"""Labelled resumes of invented people, where they are at hand: headings, jobs, months, degrees and certificates."""

import re
from functools import cache

import pytest
import yaml

from gapcheck.reading import read
from gapcheck.resume import parse
from gapcheck.resume.model import EMPLOYMENT
from tests.places import SHARED

from .conftest import AS_OF, Nothing, built_in

FOLDER = SHARED / "corpus" / "resumes"
LABELS = sorted(FOLDER.glob("*.gold.yaml"))

pytestmark = pytest.mark.skipif(not LABELS, reason="the labelled resumes are not at hand (GAPCHECK_SHARED)")


@cache
def parsed():
    """Label and resume of every file that has a text layer."""
    names = built_in().heading_names
    found = []
    for path in LABELS:
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if gold["layout"] != "scan":
            document = read(FOLDER / gold["file"], heading_names=names)
            found.append((gold, parse(document, built_in(), Nothing(), as_of=AS_OF)))
    return found


def squeezed(title):
    return re.sub(r"[-\s]", "", title.casefold())


def share(hits):
    hits = list(hits)
    return sum(hits) / len(hits)


def test_headings():
    assert share(
        squeezed(title) in {squeezed(s.title) for s in resume.sections}
        for gold, resume in parsed()
        for title in gold["sections"]
    ) >= 0.95  # fmt: skip


def test_headings_are_hardly_ever_invented():
    wanted = [{squeezed(title) for title in gold["sections"]} for gold, _ in parsed()]
    assert share(
        squeezed(section.title) in titles
        for titles, (_, resume) in zip(wanted, parsed(), strict=True)
        for section in resume.sections
        if section.title
    ) >= 0.95  # fmt: skip


def dates_of(entry):
    if entry.period is None:
        return "None", "present"
    return str(entry.period.start), str(entry.period.end or "present")


def test_jobs_by_their_dates():
    assert share(
        (str(job["start"]), str(job["end"] or "present"))
        in {dates_of(e) for e in resume.entries if e.kind in EMPLOYMENT}
        for gold, resume in parsed()
        for job in gold["experience"]["jobs"]
    ) >= 0.95  # fmt: skip


def test_months_of_all_work():
    for gold, resume in parsed():
        low, high = gold["experience"]["total_months"]
        assert resume.experience[0] - 2 <= high, gold["file"]
        assert resume.experience[1] + 2 >= low, gold["file"]


def test_degrees():
    assert share(
        (degree["level"], degree["status"]) in {(e.level.value, e.status) for e in resume.education}
        for gold, resume in parsed()
        for degree in gold["education"]
    ) >= 0.95  # fmt: skip


def words_of(name):
    return set(re.findall(r"\w+", name.casefold()))


def test_certificates():
    assert share(
        any(len(words_of(want["name"]) & words_of(c.name)) >= 0.6 * len(words_of(want["name"])) for c in resume.certificates)
        for gold, resume in parsed()
        for want in gold["certifications"] or []
    ) >= 0.95  # fmt: skip


def test_no_more_degrees_and_certificates_than_there_are():
    for gold, resume in parsed():
        assert len(resume.education) <= len(gold["education"]), gold["file"]
        # the labels leave out driving licences, which are held all the same
        held = [each for each in resume.certificates if each.id != "driving-licence"]
        assert len(held) <= len(gold["certifications"] or []), gold["file"]
