"""What a report says first: must-haves, themes, ends of the range, warnings."""

from __future__ import annotations

from collections import Counter

import pytest

from gapcheck.analyzer import Analyzer
from gapcheck.rendering import render
from gapcheck.rendering.first_screen import LISTED, must_have_lines
from gapcheck.report import GapReport
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"
RESUME = """Tomas Brandl
tomas@example.com

Experience

Warehouse Team Lead, Ostwick Mills
May 2021 - Present
- Planned the shifts of fourteen people and kept the stock counts in Excel correct
- Drove the reach truck and trained new colleagues on it every spring and autumn
- Moved the goods-in process to barcode scanners, which halved the time per pallet

Skills
Excel, SAP, inventory management

Education
B.A. in History, Plumfield University, 2019

More about me: I like clear handovers, tidy aisles, early shifts and the quiet hour before the first lorry arrives,
and I answer for what leaves my dock. References are available from both of my last managers if you ask for them.
"""
POSTING = """Warehouse Supervisor

Requirements
- Forklift licence
- Experience with inventory management
- Excel
- Team leadership
- Kubernetes

Nice to have
- SAP
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> GapReport:
    return analyzer.analyze(RESUME.encode(), job_text=POSTING, name="tomas.txt", as_of=AS_OF)


def test_must_haves_are_the_hard_required_rows_with_the_gates_first(report: GapReport) -> None:
    titles = [each.title for each in report.must_haves]
    assert report.must_haves[0].gate
    assert "orklift" in titles[0]
    assert not {"SAP", "Leadership"} & set(titles)
    assert {each.requirement for each in report.must_haves} <= {row.id for row in report.requirements}


def test_a_must_have_names_its_best_proof_or_says_that_there_is_none(report: GapReport) -> None:
    known = {each.title: each for each in report.must_haves}
    assert known["Excel"].proof == "Excel, 67 months"
    assert (known["Kubernetes"].proof, known["Kubernetes"].summary) == ("", "not found in this resume")


def test_every_must_have_is_counted_however_many_there_are(analyzer: Analyzer) -> None:
    asked = [
        "Python",
        "SQL",
        "Docker",
        "Kubernetes",
        "Terraform",
        "Ansible",
        "Kafka",
        "Spark",
        "Airflow",
        "Tableau",
    ]
    asked += ["Excel", "Java", "Rust", "Redis", "Jenkins"]
    posting = "Analyst\n\nRequirements\n" + "".join(f"- {name} is required\n" for name in asked)
    report = analyzer.analyze(RESUME.encode(), job_text=posting, name="tomas.txt", as_of=AS_OF)
    counts = Counter(each.status for each in report.must_haves)
    assert counts == Counter(row.status for row in report.requirements if row.necessity == "required")
    assert counts.total() == len(asked)
    assert counts["missing"] > LISTED
    missing = f"{counts['missing']} missing"
    marks = {mark.removeprefix("Must-haves").strip(): text for mark, text in must_have_lines(report)}
    assert marks[missing].endswith(f" and {counts['missing'] - LISTED} more")
    assert len(marks[missing].split("; ")) == LISTED
    assert " more" not in marks[f"{counts['met']} shown"]
    assert f" and {counts['missing'] - LISTED} more</li>" in render(report, "html")


def test_rows_of_few_documents_are_no_must_haves(analyzer: Analyzer) -> None:
    report = analyzer.analyze(RESUME.encode(), role="machine-learning-engineer", name="t.txt", as_of=AS_OF)
    assert report.must_haves
    assert "sql" not in {each.requirement for each in report.must_haves}
    assert "mathematics" in {each.requirement for each in report.must_haves}


@pytest.mark.parametrize("role", ["machine-learning-engineer", "registered-nurse", "chef", "data-engineer"])
def test_themes_hold_each_scored_row_once_and_add_up_to_the_score(analyzer: Analyzer, role: str) -> None:
    report = analyzer.analyze(RESUME.encode(), role=role, name="t.txt", as_of=AS_OF)
    held = [row for theme in report.themes for row in theme.requirements]
    assert sorted(held) == sorted(row.id for row in report.requirements if row.points_possible > 0)
    assert sum(theme.points for theme in report.themes) == pytest.approx(report.score.value)
    assert sum(theme.points_possible for theme in report.themes) == pytest.approx(100)
    assert len(report.themes) <= 12
    assert report.themes[-1].id == "soft-skills"


def test_themes_of_the_built_in_taxonomy_name_what_there_is(analyzer: Analyzer) -> None:
    taxonomy = analyzer.taxonomy
    categories = {skill.category for skill in taxonomy.skills.values()}
    named = [each for theme in taxonomy.themes.themes for each in theme.categories]
    assert sorted(named) == sorted(categories)
    assert {each for theme in taxonomy.themes.themes for each in theme.skills} <= set(taxonomy.skills)
    assert len({theme.id for theme in taxonomy.themes.themes}) == len(taxonomy.themes.themes)


def test_every_scored_row_says_in_a_few_words_why(report: GapReport) -> None:
    assert all(0 < len(row.summary) < 80 for row in report.requirements)
    assert not any(" x 0." in row.summary for row in report.requirements)
    said = {row.title: row.summary for row in report.requirements}
    assert said["SAP"] == "listed, not shown in work"
    assert said["Excel"] == "shown in dated work, 67 months"


def test_the_ends_of_the_range_are_said_in_words(report: GapReport) -> None:
    assert report.score.low_meaning == "is what dated work alone proves"
    assert report.score.high_meaning == "if every doubt is settled in the person's favour"


def test_warnings_begin_with_what_the_number_hides(analyzer: Analyzer) -> None:
    undated = RESUME.replace("May 2021 - Present\n", "")
    report = analyzer.analyze(undated.encode(), role="chef", name="t.txt", as_of=AS_OF)
    assert report.warnings[0].code == "no-dates"
    assert {each.code for each in report.document.warnings} - {each.code for each in report.warnings} == {
        "undated-jobs"  # which "no-dates" says of all jobs
    }


def test_without_any_job_no_dates_of_jobs_are_missed(analyzer: Analyzer) -> None:
    nobody = RESUME.replace(
        "Experience\n\nWarehouse Team Lead, Ostwick Mills\nMay 2021 - Present\n", "About me\n"
    )
    report = analyzer.analyze(nobody.encode(), role="chef", name="t.txt", as_of=AS_OF)
    assert not report.experience.jobs
    assert report.warnings[0].message.startswith("No jobs were found")


def test_a_row_whose_skill_was_seen_and_not_counted_says_why(analyzer: Analyzer) -> None:
    resume = RESUME.replace("More about me", "Hobbies\nDocker on my own server\n\nMore about me")
    posting = "Dock planner\n\nRequirements\n- Experience with Docker\n- Experience with Kafka\n"
    report = analyzer.analyze(resume.encode(), job_text=posting, name="t.txt", as_of=AS_OF)
    said = {row.title: row.summary for row in report.requirements}
    assert said["Docker"].startswith("seen, and not counted: section that proves nothing")
    assert said["Apache Kafka"] == "not found in this resume"


def test_a_row_that_nothing_speaks_for_shows_the_nearest_line_and_counts_it_for_nothing(
    analyzer: Analyzer,
) -> None:
    posting = "Requirements\n- Barcode label design for pallets\n- Rope splicing\n- Excel\n"
    report = analyzer.analyze(RESUME.encode(), job_text=posting, name="tomas.txt", as_of=AS_OF)
    labels, splicing, excel = report.requirements
    assert labels.closest is not None
    assert "barcode scanners" in labels.closest.quote
    assert (labels.closest.method, labels.points, labels.evidence) == ("closest", 0, ())
    assert splicing.closest is None
    assert excel.closest is None
    assert GapReport.from_json(report.to_json()).requirements[0].closest == labels.closest
    assert 'nearest line, not counted: "Moved the goods-in' in " ".join(
        render(report, "text", detail=1).split()
    )
