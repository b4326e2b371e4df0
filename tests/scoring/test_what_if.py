"""What the score would be: the same as if the resume said so, and the same that advice promises."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck import Analyzer, UnknownNameError
from gapcheck.advice import advise
from gapcheck.cli import main
from gapcheck.errors import GapcheckError
from gapcheck.gaps import find_gaps, what_if
from gapcheck.report import GapReport, WhatIf
from gapcheck.resume.model import Resume
from gapcheck.scoring import (
    Assumption,
    AssumptionKind,
    Case,
    Judgement,
    Scenarios,
    Strengths,
    judge,
    parse_assumption,
)
from gapcheck.target_requirements import TargetRequirements
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"
HEAD = """Wanda Sorrel
wanda@example.com | 555-0177

Profile
Ten years of careful work with numbers in the back offices of shops, and a liking for reports that are short,
for figures that can be traced to their source, and for colleagues who ask before they guess what is meant.
"""
RESUMES = {
    "dated": HEAD
    + """
Experience

Analyst, Feldkirch Stores
May 2021 - March 2024
- Cleaned sales data in Python with pandas and wrote SQL for the weekly report.
- Presented the results to the sales managers every month.

Skills
Docker, Git, statistics, Excel

Education
B.Sc. in Economics, Ostwick University, 2020

Certifications
Boating licence, 2019
""",
    "undated": HEAD
    + """
Experience
- Built reports in Python for the managers of four shops and kept the code of all of them in Git.
- Answered the shops' questions about single figures, found what was wrong, and had it put right at the source.

Skills
Python, Docker, SQL, machine learning, statistics

Publications
Deep learning for lakes. Journal of Quiet Waters 4, 2019.
""",
    "bare": HEAD + "\nHobbies\nSailing, 2012 - 2019, and repairing old radios with friends at the club.\n",
}


@cache
def analyzer() -> Analyzer:
    return shipped_analyzer()


@cache
def parsed(name: str) -> Resume:
    return analyzer().parse(RESUMES[name].encode(), name="wanda.txt", as_of=AS_OF)


@cache
def asked(role: str) -> TargetRequirements:
    return analyzer().requirements_of(role=role)


@cache
def case(name: str, role: str = "machine-learning-engineer") -> Case:
    return asked(role).case(parsed(name), analyzer().taxonomy, analyzer().policy)


@cache
def scenarios(name: str, role: str) -> Scenarios:
    """Asked again and again: what one assumption taught must not be taken for what another teaches."""
    return Scenarios(case(name, role))


def whole(one: Case) -> Case:
    """The same profile judged from nothing."""
    strengths = Strengths(one.strengths.profile, one.taxonomy, one.policy)
    judged = {row.id: judge(row, strengths, one.role) for row in one.requirements}
    return replace(one, strengths=strengths, judged=judged)


SKILLS = sorted({skill for row in asked("machine-learning-engineer").requirements for skill in row.skills})
MORE = st.one_of(
    st.builds(
        Assumption,
        st.just(AssumptionKind.SKILL),
        st.sampled_from([*SKILLS, "keras", "lightgbm", "podman", "polars", "oracle-database"]),
        st.sampled_from([None, 1, 12, 60]),
    ),
    st.builds(
        Assumption,
        st.just(AssumptionKind.CERTIFICATION),
        st.sampled_from(sorted(analyzer().taxonomy.certifications)),
    ),
    st.builds(Assumption, st.just(AssumptionKind.EXPERIENCE), months=st.sampled_from([3, 30])),
    st.builds(
        Assumption,
        st.just(AssumptionKind.DEGREE),
        st.sampled_from(["bachelor", "master", "doctorate"]),
        field=st.sampled_from(["", "statistics", "law"]),
    ),
)


@settings(deadline=None, max_examples=20)
@given(
    st.sampled_from(sorted(RESUMES)),
    st.sampled_from(["machine-learning-engineer", "data-analyst"]),
    st.lists(MORE, max_size=3),
)
def test_judging_only_what_can_change_is_judging_everything(
    name: str, role: str, more: list[Assumption]
) -> None:
    after = scenarios(name, role).case_with(*more)
    again = whole(after)
    scored = {row.id for row in after.requirements if after.weighed[row.id].possible > 0}
    assert {r: after.judged[r].credit for r in scored} == {r: again.judged[r].credit for r in scored}
    assert after.total.value == pytest.approx(again.total.value)


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(sorted(RESUMES)), st.lists(MORE, min_size=1, max_size=3))
def test_more_never_lowers_a_row(name: str, more: list[Assumption]) -> None:
    before = case(name)
    after = Scenarios(before).case_with(*more)
    assert all(after.points(row.id) >= before.points(row.id) - 1e-9 for row in before.requirements)
    assert after.total.value <= 100 + 1e-9


def spans_in(value: object) -> list[tuple[int, int]]:
    """Every span of a report, at whatever depth."""
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if {"quote", "start", "end"} <= value.keys() else []
        return own + [span for each in value.values() for span in spans_in(each)]
    return [span for each in value for span in spans_in(each)] if isinstance(value, list) else []


@settings(deadline=None, max_examples=10)
@given(st.sampled_from(sorted(RESUMES)), st.lists(MORE, max_size=3))
def test_every_span_lies_inside_the_document(name: str, more: list[Assumption]) -> None:
    report = analyzer().analyze(RESUMES[name].encode(), name="wanda.txt", as_of=AS_OF, what_if=more)
    length = len(parsed(name).document.text)
    found = spans_in(report.to_dict())
    assert found or name == "bare"
    assert all(0 <= start < end <= length for start, end in found)


def advised(name: str) -> GapReport:
    report = find_gaps(case(name), asked("machine-learning-engineer"), analyzer().provenance())
    return advise(report, case(name))


def test_advice_judges_few_rows_again(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0

    def counted(*args: Any) -> Judgement:
        nonlocal count
        count += 1
        return judge(*args)

    monkeypatch.setattr("gapcheck.scoring.what_if.judge", counted)
    assert len(advised("dated").next_steps) > 15
    assert 0 < count < 3 * len(asked("machine-learning-engineer").requirements)


def difference(name: str, texts: Iterable[str]) -> WhatIf:
    return what_if(case(name), [parse_assumption(each, analyzer().taxonomy) for each in texts])


@pytest.mark.parametrize("name", ["dated", "undated"])
def test_a_step_promises_what_the_score_would_gain(name: str) -> None:
    named = [step for step in advised(name).next_steps if step.what_if]
    assert len(named) > 15
    for step in named:
        found = difference(name, step.what_if)
        assert found.points_gained == pytest.approx(step.points)
        assert found.after.value == pytest.approx(found.before.value + step.points)
        assert step.requirement in {row.requirement for row in found.rows}


def test_a_suggestion_and_the_plan_promise_what_the_score_would_gain() -> None:
    certifications = advised("dated").certifications
    promised = [((one.id,), one.points_gained, one.closes) for one in certifications.suggested]
    plan = certifications.plan
    assert len(promised) > 5
    for ids, points, closes in [*promised, (plan.certifications, plan.points_gained, ())]:
        found = difference("dated", [f"cert:{each}" for each in ids])
        assert found.points_gained == pytest.approx(points)
        better = {row.requirement for row in found.rows if row.status_after != row.status_before}
        assert set(closes) <= better


def test_the_printed_promise_is_kept_by_the_command_that_it_names() -> None:
    text = RESUMES["dated"].encode()
    for step in analyzer().analyze(text, name="w.txt", as_of=AS_OF).next_steps[:2]:
        found = analyzer().analyze(text, name="w.txt", as_of=AS_OF, what_if=step.what_if).what_if
        assert found is not None
        assert found.points_gained == pytest.approx(step.points)


@pytest.mark.parametrize("name", ["dated", "undated"])
def test_what_is_assumed_is_worth_what_the_resume_would_say(name: str) -> None:
    said = RESUMES[name].replace(
        "\nSkills\n", "\nAnalyst, Corvey Mills\nDecember 2025 - Present\n- Worked in PyTorch.\n\nSkills\n"
    )
    text = RESUMES[name].encode()
    written = analyzer().analyze(said.encode(), name="wanda.txt", as_of=AS_OF)
    found = analyzer().analyze(text, name="wanda.txt", as_of=AS_OF, what_if=["pytorch:12"])
    assert found.what_if is not None
    assert found.what_if.after.value == pytest.approx(written.score.value)
    assert replace(found, what_if=None) == analyzer().analyze(text, name="wanda.txt", as_of=AS_OF)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("pytorch:12", Assumption(AssumptionKind.SKILL, "pytorch", 12)),
        ("PyTorch", Assumption(AssumptionKind.SKILL, "pytorch")),
        ("k8s : 6", Assumption(AssumptionKind.SKILL, "kubernetes", 6)),
        ("machine-learning", Assumption(AssumptionKind.SKILL, "machine-learning")),
        ("cert:gcp-pmle", Assumption(AssumptionKind.CERTIFICATION, "gcp-pmle")),
        ("gcp-pmle", Assumption(AssumptionKind.CERTIFICATION, "gcp-pmle")),
        ("degree:master", Assumption(AssumptionKind.DEGREE, "master")),
        ("Degree:Master's:Statistics", Assumption(AssumptionKind.DEGREE, "master", field="Statistics")),
        ("experience:18", Assumption(AssumptionKind.EXPERIENCE, months=18)),
    ],
)
def test_how_it_is_written(text: str, wanted: Assumption) -> None:
    found = parse_assumption(text, analyzer().taxonomy)
    assert found == wanted
    assert parse_assumption(str(found), analyzer().taxonomy) == wanted


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("tenserflow", "Did you mean tensorflow"),
        ("kubernets:12", "Did you mean kubernetes"),
        ("cert:gcp-pmlee", "Did you mean gcp-pmle"),
        ("pytorch:0", "1 to 600"),
        ("pytorch:many", "1 to 600"),
        ("pytorch:", "1 to 600"),
        ("experience:", "1 to 600"),
        ("degree:knight", "Levels are"),
        ("", "SKILL:MONTHS"),
    ],
)
def test_what_is_not_known_is_said_with_what_is_near(text: str, hint: str) -> None:
    with pytest.raises(GapcheckError) as caught:
        parse_assumption(text, analyzer().taxonomy)
    assert hint in str(caught.value)


def test_the_library_says_so_before_it_reads() -> None:
    with pytest.raises(UnknownNameError):
        analyzer().analyze("no-such-file.pdf", what_if=["tenserflow"])


@pytest.fixture
def resume_file(tmp_path):
    path = tmp_path / "wanda.txt"
    path.write_text(RESUMES["dated"], encoding="utf-8")
    return str(path)


def run(*args: str):
    return CliRunner().invoke(main, [*args, "--as-of", AS_OF], prog_name="gapcheck")


def test_the_command_shows_before_after_and_the_rows(resume_file):
    done = run("report", resume_file, "--what-if", "pytorch:12", "--what-if", "cert:gcp-pmle")
    assert done.exit_code == 0
    block = done.stdout.partition("What if     ")[2].partition("\n\n")[0]
    assert "PyTorch, 12 months in a job; Professional Machine Learning Engineer, earned" in " ".join(
        block.split()
    )
    assert "would be" in block
    assert "missing would be met" in " ".join(block.split())
    assert max(map(len, block.splitlines())) <= 80
    for form in ("markdown", "html", "csv"):
        assert run("report", resume_file, "--what-if", "pytorch:12", "--format", form).exit_code == 0


def test_the_json_has_the_figures(resume_file):
    done = run("report", resume_file, "--what-if", "k8s", "--format", "json")
    found = json.loads(done.stdout)
    assert found["what_if"]["supposed"][0]["id"] == "kubernetes"
    assert found["what_if"]["before"] == found["score"]
    assert json.loads(run("report", resume_file, "--format", "json").stdout)["what_if"] is None


def test_an_unknown_skill_ends_with_2(resume_file):
    done = run("report", resume_file, "--what-if", "tenserflow")
    assert done.exit_code == 2
    assert "Did you mean tensorflow" in done.stderr


def test_the_threshold_is_held_against_the_score_as_it_is(resume_file):
    value = json.loads(run("report", resume_file, "--format", "json").stdout)["score"]["value"]
    done = run("report", resume_file, "--what-if", "machine-learning:60", "--fail-under", str(value + 1))
    assert done.exit_code == 1
