"""One person in many layouts: the same jobs, degrees and certificates, and a score within two points."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer
from tests.layout_person import JOBS, POSTING, Job
from tests.layouts import LAYOUTS

_BULLETS = [job.bullets for job in JOBS]
YEARS = (
    Job("Head of Planning", "Harrow Fenn", "2021", "now", _BULLETS[0]),
    Job("Supply Planner", "Brackwater", "2017", "2021", _BULLETS[1]),
    Job("Inventory Clerk", "Tollgate Bakeries", "2014", "2017", _BULLETS[2]),
)
PERSONS = {"months": JOBS, "years": YEARS}
AS_OF, MOST_APART = "2026-11-21", 2.0


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


def facts_of(resume):
    """What every layout has to show: jobs, degrees, certificates."""
    jobs = [(e.title, e.employer, str(e.period.start), str(e.period.end)) for e in resume.entries if e.period]
    degrees = [(e.level.value, e.field, e.institution, e.year) for e in resume.education]
    held = sorted((e.id, e.issued, e.expires, e.status) for e in resume.certificates)
    return {"jobs": jobs, "degrees": degrees, "held": held, "name": resume.contact.name}


@pytest.fixture(scope="module")
def plain(analyzer, tmp_path_factory):
    """What the plainest layout of each person shows, and its score."""
    shown = {}
    for person, jobs in PERSONS.items():
        path = tmp_path_factory.mktemp(person) / "plain.pdf"
        path.write_bytes(LAYOUTS["plain.pdf"](jobs))
        report = analyzer.analyze(path, job_text=POSTING, as_of=AS_OF)
        shown[person] = (facts_of(analyzer.parse(path, as_of=AS_OF)), report.score.value)
    return shown


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name != "plain.pdf"])
@pytest.mark.parametrize("person", PERSONS)
def test_a_layout_changes_nothing(person, name, analyzer, plain, tmp_path):
    path = tmp_path / name
    path.write_bytes(LAYOUTS[name](PERSONS[person]))
    facts, value = plain[person]
    assert facts_of(analyzer.parse(path, as_of=AS_OF)) == facts
    assert abs(analyzer.analyze(path, job_text=POSTING, as_of=AS_OF).score.value - value) <= MOST_APART


def test_the_plain_layout_is_read_whole(plain):
    facts, value = plain["months"]
    assert [job[:2] for job in facts["jobs"]] == [(job.title, job.employer) for job in JOBS]
    assert [job[2] for job in facts["jobs"]] == ["2021-03", "2017-06", "2014-09"]
    assert len(facts["degrees"]) == len(facts["held"]) == 2
    assert value > 90
