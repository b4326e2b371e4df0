"""Names in a posting that the taxonomy lacks are looked for in the resume as they are."""

import pytest

from tests.places import shipped_analyzer

JOB = b"""Loom Technician

Requirements
- Experience with Quorvex and Hopperline
- Knowledge of ISO 98765
- Python
"""
RESUME = """Mira Solberg
mira.solberg@example.com

EXPERIENCE

Loom Technician, Fjordwatt Mills
March 2021 - Present
- Ran {0} on forty looms and wrote reports for the shift leads in plain words every single week
- Mended shuttles, belts and sensors, and kept a log of every stop with its cause and its cure
- Trained nine colleagues at the looms and wrote the handbook that the mill still uses today

Weaver, Lykke Cloth
June 2018 - February 2021
- Set up looms for linen, wool and cotton, checked the cloth and helped to plan the shifts
- {1}

EDUCATION
B.Sc. in Textile Engineering, University of Lindholm, 2018

SKILLS
Python, weaving, sewing
"""


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def rows(analyzer, *said):
    report = analyzer.analyze(RESUME.format(*said).encode(), name="resume.txt", job=JOB, as_of="2026-11-21")
    return {row.id: row for row in report.requirements}, report


def test_a_name_in_dated_work_meets_its_row(analyzer):
    found, report = rows(analyzer, "Quorvex", "Kept the warehouse in order")
    assert found["quorvex"].status == "met"
    (evidence,) = found["quorvex"].evidence
    assert (evidence.method, evidence.section) == ("phrase", "EXPERIENCE")
    assert evidence.months == (69, 69)
    assert "not in the taxonomy, looked for literally: Quorvex" in found["quorvex"].reasons
    assert found["hopperline"].status == "missing"
    assert found["iso-98765"].kind == "knowledge"
    assert sum(row.points for row in found.values()) == pytest.approx(report.score.value)
    assert "quorvex" in [skill.id for skill in report.skills]


def test_a_name_that_is_denied_does_not(analyzer):
    found, report = rows(analyzer, "belts", "No experience with Hopperline")
    assert found["hopperline"].status == "missing"
    assert [row.reason for row in report.discarded if row.label == "Hopperline"] == [
        "negated (No experience with)"
    ]


def test_the_taxonomy_and_its_fingerprint_stay(analyzer):
    _, report = rows(analyzer, "Quorvex", "")
    assert "quorvex" not in analyzer.taxonomy.skills
    assert report.provenance.taxonomy_sha256 == analyzer.taxonomy.sha256


def test_a_role_after_a_posting_knows_nothing_of_its_terms(analyzer):
    rows(analyzer, "Quorvex", "")
    report = analyzer.analyze(RESUME.format("Quorvex", "").encode(), name="resume.txt", role="data-analyst")
    assert "quorvex" not in [skill.id for skill in report.skills]


def test_many_resumes_against_one_posting(analyzer):
    sources = [RESUME.format(name, "").encode() for name in ("Quorvex", "Hopperline", "nothing")]
    met = [
        [row.id for row in report.requirements if row.status == "met" and row.id in ("quorvex", "hopperline")]
        for report in analyzer.analyze_many(sources, job=JOB)
    ]
    assert met == [["quorvex"], ["hopperline"], []]
