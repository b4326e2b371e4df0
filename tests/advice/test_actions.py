"""Actions: edits of this person's own lines, whose gain is what the score gains once they are made."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import get_args

import jsonschema
import pytest
from pydantic import ValidationError

from gapcheck.analyzer import Analyzer
from gapcheck.report import Action, GapReport
from gapcheck.taxonomy.language.report_words import AdviceForm, AdviceRow
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"
HEAD = """Pia Rautio
pia@example.com
"""
JOBS = """
Experience

Support Analyst, Larkfield Water
Mar 2022 - Present
- Answered the questions of field staff and wrote the SQL behind the weekly outage report in PostgreSQL
- Kept the deployment scripts of the team under version control and reviewed those of my colleagues

Store Assistant, Fenwick Garden Centre
May 2019 - Feb 2022
- Served customers at the till, ordered plants and looked after the greenhouse every second weekend
- Counted the stock each quarter and wrote the list of what had to be ordered for the spring
"""
REST = """
Skills
Docker, Python, Excel

Education
B.Sc. in Computer Science, Larkfield University, 2019

Goals
I would like to learn Kubernetes from people who run it every day, in a team that looks after what it builds.
"""
RESUME = HEAD + JOBS + REST
POSTING = """Platform Engineer

Requirements
- SQL
- Version control
- Docker
- Python
- Kubernetes
- Data structures
- CI/CD
- Software engineering
- Communication skills
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> GapReport:
    return analyzed(analyzer, RESUME)


def analyzed(analyzer: Analyzer, text: str, **given: str) -> GapReport:
    target = given or {"job_text": POSTING}
    return analyzer.analyze(text.encode(), name="pia.txt", as_of=AS_OF, **target)  # type: ignore[arg-type]


def about(report: GapReport, words: str) -> Action:
    return next(each for each in report.actions if words in each.title)


def test_an_edit_names_the_job_and_quotes_the_line(report: GapReport) -> None:
    docker = about(report, "Docker")
    assert docker.kind == "say"
    assert "Support Analyst, Larkfield Water" in docker.title
    assert '"Docker, Python, Excel"' in docker.text
    assert docker.place == "Support Analyst, Larkfield Water, page 1"
    assert docker.evidence is not None
    assert RESUME[docker.evidence.start : docker.evidence.end] == "Docker"


def test_one_edit_serves_the_rows_that_it_would_raise(report: GapReport) -> None:
    docker = about(report, "Docker")
    assert (
        "Python" not in docker.title
    )  # what is of another theme is no part of the title, though it gains, too
    assert {"docker", "python"} <= set(docker.requirements)
    served = [row for action in report.actions for row in action.requirements[:1]]
    assert len(served) == len(set(served))


def in_the_first_job(text: str, labels: str) -> str:
    return text.replace("\nStore Assistant", f"- Worked with {labels} on it\n\nStore Assistant")


def in_the_degree(text: str, labels: str) -> str:
    return text.replace("University, 2019", f"University, 2019\nCourses: {labels}")


@pytest.mark.parametrize(
    ("words", "edit"),
    [("Docker", in_the_first_job), ("courses on", in_the_degree)],
)
def test_the_gain_is_what_the_score_gains_once_the_edit_is_made(
    analyzer: Analyzer, report: GapReport, words: str, edit: Callable[[str, str], str]
) -> None:
    action = about(report, words)
    labels = [analyzer.taxonomy.skills[each.partition("@")[0]].label for each in action.what_if]
    after = analyzed(analyzer, edit(RESUME, ", ".join(labels)))
    assert after.score.value is not None
    assert report.score.value is not None
    assert after.score.value - report.score.value == pytest.approx(action.points, abs=0.05)


def test_what_if_of_an_action_gains_as_much(analyzer: Analyzer, report: GapReport) -> None:
    for action in report.actions:
        again = analyzer.analyze(
            RESUME.encode(), job_text=POSTING, name="pia.txt", as_of=AS_OF, what_if=action.what_if
        )
        assert again.what_if is not None
        assert again.what_if.points_gained == pytest.approx(action.points)


def test_a_wish_becomes_work(report: GapReport) -> None:
    wish = about(report, "Kubernetes")
    assert wish.kind == "learn"
    assert "I would like to learn Kubernetes" in wish.text


def test_what_serves_a_missing_must_have_comes_first_by_gain_then_edits(report: GapReport) -> None:
    missing = {each.requirement for each in report.must_haves if each.status == "missing"}
    urgent = [each for each in report.actions if each.requirements[0] in missing]
    assert list(report.actions[: len(urgent)]) == urgent
    gains = [each.points for each in urgent]
    assert gains == sorted(gains, reverse=True)
    order = ["say", "name", "learn", "certificate"]
    kinds = [order.index(each.kind) for each in report.actions[len(urgent) :]]
    assert kinds == sorted(kinds)
    assert len(urgent) > 1
    assert kinds


ROLES = ["machine-learning-engineer", "data-analyst", "software-engineer", "logistics-coordinator"]


@pytest.mark.parametrize("role", ROLES)
def test_few_actions_none_of_them_soft_and_no_sentence_twice(analyzer: Analyzer, role: str) -> None:
    report = analyzed(analyzer, RESUME, role=role)
    rows = {row.id: row for row in report.requirements}
    assert len(report.actions) <= 5
    texts = [each.text for each in report.actions]
    assert len(texts) == len(set(texts))
    for action in report.actions:
        assert rows[action.requirements[0]].kind != "soft_skill"
        assert action.points >= analyzer.policy.advice.action_gain
        assert not {"{", "}"} & set(action.title + action.text)
    assert [each.kind for each in report.actions][:1] != ["certificate"]
    assert not any(rows[step.requirement].kind == "soft_skill" for step in report.next_steps)


def test_far_from_the_role_nothing_is_to_be_learned_and_nearer_roles_are_named(analyzer: Analyzer) -> None:
    resume = RESUME.replace("wrote the SQL", "wrote the Python and SQL")
    report = analyzed(analyzer, resume, role="registered-nurse")
    assert report.verdict == "far"
    assert {each.kind for each in report.actions} <= {"say", "name"}
    assert report.nearest_roles
    assert all(each.score > (report.score.value or 0) for each in report.nearest_roles)
    assert all(each.verdict != "far" for each in report.nearest_roles)
    best = analyzed(analyzer, resume, role=report.nearest_roles[0].id)
    assert best.score.value == pytest.approx(report.nearest_roles[0].score)


def test_jobs_without_dates_are_dated_first(analyzer: Analyzer) -> None:
    undated = RESUME.replace("Mar 2022 - Present\n", "").replace("May 2019 - Feb 2022\n", "")
    report = analyzed(analyzer, undated)
    dates = about(report, "month and year")
    assert dates.points > 0
    assert dates.evidence is not None


def test_a_licence_that_is_asked_for_comes_first(analyzer: Analyzer) -> None:
    posting = POSTING.replace("- Docker\n", "- Full driving licence is required\n- Docker\n")
    report = analyzer.analyze(RESUME.encode(), job_text=posting, name="pia.txt", as_of=AS_OF)
    assert report.gates
    assert "if you hold it" in report.actions[0].title
    assert report.actions[0].place == "Certificates"


def test_skills_that_are_only_listed_are_audited(report: GapReport) -> None:
    listed = {each.id: each for each in report.listed_only}
    assert listed["docker"].requested
    assert listed["docker"].points > 0
    assert not listed["excel"].requested
    assert listed["excel"].points == 0
    assert [each.id for each in report.listed_only][-1] == "excel"


def test_what_no_certificate_closes_can_be_learned_for_nothing(report: GapReport) -> None:
    free = {each.id: each for each in report.certifications.free}
    assert free["mit-6-006"].requirements == ("data-structures",)
    assert free["mit-6-006"].url.startswith("https://")
    assert set(report.certifications.plan.uncovered) >= set(free["mit-6-006"].requirements)


def test_the_words_of_advice_and_the_courses_fit_the_taxonomy(analyzer: Analyzer) -> None:
    taxonomy = analyzer.taxonomy
    assert sorted(row.form for row in taxonomy.advice.forms) == sorted(get_args(AdviceForm))
    courses = taxonomy.free_learning.courses
    assert [each.id for each in courses] == sorted({each.id for each in courses})
    assert {skill for each in courses for skill in each.skills} <= set(taxonomy.skills)


def test_a_sentence_with_an_unknown_slot_is_refused() -> None:
    for text in ("Show {skill}", "Show {"):
        with pytest.raises(ValidationError, match=r"unknown slot|odd brace"):
            AdviceRow(form="listed", kind="say", title=text, texts=("x",))


def test_such_reports_fit_the_schema(analyzer: Analyzer, report: GapReport) -> None:
    text = resources.files("gapcheck").joinpath("schemas/report.schema.json").read_text(encoding="utf-8")
    for each in (report, analyzed(analyzer, RESUME, role="registered-nurse")):
        jsonschema.validate(each.to_dict(), json.loads(text))
        assert GapReport.from_json(each.to_json()).to_json() == each.to_json()


def test_a_product_keeps_its_capital_also_where_the_taxonomy_knows_it_as_a_kind(analyzer: Analyzer) -> None:
    posting = POSTING + "- Bizzabo\n- Sponsorship sales\n"
    titles = " ".join(each.title for each in analyzed(analyzer, RESUME, job_text=posting).actions)
    assert "Bizzabo" in titles
    assert "bizzabo" not in titles
