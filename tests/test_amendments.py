"""What people add beside the documents: wishes, career level, facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck import Analyzer, ConfigError, GapcheckError, UnknownNameError
from gapcheck.amendments import requirement_of
from gapcheck.cli import main
from gapcheck.report import GapReport
from tests.advice.test_actions import POSTING, RESUME
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


def report(analyzer: Analyzer, **given: object) -> GapReport:
    target = {} if "role" in given else {"job_text": POSTING + "\nNice to have\n- Terraform\n"}
    return analyzer.analyze(RESUME.encode(), name="pia.txt", as_of=AS_OF, **{**target, **given})  # type: ignore[arg-type]


def row(found: GapReport, id_: str):
    return next(each for each in found.requirements if each.id == id_)


def test_a_recruiter_makes_a_wish_a_must(analyzer: Analyzer) -> None:
    before, after = report(analyzer), report(analyzer, wishes={"must": ["Terraform"]})
    assert (row(before, "terraform").necessity, row(after, "terraform").necessity) == (
        "preferred",
        "required",
    )
    assert "terraform" not in {each.requirement for each in before.must_haves}
    assert "terraform" in {each.requirement for each in after.must_haves}


def test_a_skill_of_one_requirement_stands_for_it(analyzer: Analyzer) -> None:
    posting = "Data analyst\n\nRequirements\n- Experience with Tableau or Power BI\n- SQL\n\nNice to have\n- Hadoop or Kafka\n"
    found = analyzer.analyze(
        RESUME.encode(), name="pia.txt", as_of=AS_OF, job_text=posting, wishes={"must": ["apache-kafka"]}
    )
    assert any("Kafka" in each.title for each in found.must_haves)


@pytest.mark.parametrize(
    ("name", "found"), [("k8s", "kubernetes"), ("SQL", "sql"), ("structured query language", "sql")]
)
def test_a_requirement_goes_by_any_name_of_its_skill(analyzer: Analyzer, name: str, found: str) -> None:
    asked = analyzer.requirements_of(job_text=POSTING).requirements
    assert requirement_of(name, asked, analyzer.taxonomy) == found


def test_weights_move_points_and_nought_leaves_out(analyzer: Analyzer) -> None:
    before = report(analyzer)
    after = report(analyzer, wishes={"weights": {"sql": 2, "kubernetes": 0}})
    assert row(after, "sql").points_possible > row(before, "sql").points_possible
    assert row(after, "kubernetes").points_possible == 0
    assert sum(each.points_possible for each in after.requirements) == pytest.approx(100)
    assert sum(each.points for each in after.requirements) == pytest.approx(after.score.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("must: [sqll]\n", r"wishes\.yaml:1: The target has no requirement 'sqll'. Did you mean sql"),
        ("must: [sql]\nweights:\n  docker: 9\n", r"wishes\.yaml:3: .*less than or equal to 5"),
        ("weight: {}\n", r"wishes\.yaml:1: .*did you mean weights"),
        ("must: [sql\n", r"wishes\.yaml:\d"),
    ],
)
def test_what_is_wrong_with_wishes_is_said_with_its_line(
    analyzer: Analyzer, tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "wishes.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=words):
        report(analyzer, wishes=path)


def test_a_level_of_the_role_asks_for_more(analyzer: Analyzer) -> None:
    base, senior = (
        report(analyzer, role="machine-learning-engineer", **more) for more in ({}, {"level": "senior"})
    )
    assert row(base, "mentoring").necessity == "mentioned"
    assert row(senior, "mentoring").necessity == "required"
    assert senior.target.title == "senior machine learning engineer"


def test_a_level_that_there_is_not_names_those_that_there_are(analyzer: Analyzer) -> None:
    with pytest.raises(UnknownNameError, match="no level 'chief'") as error:
        report(analyzer, role="machine-learning-engineer", level="chief")
    assert "senior" in str(error.value)
    with pytest.raises(GapcheckError, match="no career levels"):
        report(analyzer, level="senior")


def test_what_the_person_confirms_counts_in_part_and_is_said_to_be_theirs(analyzer: Analyzer) -> None:
    before, after = report(analyzer), report(analyzer, facts={"confirmed": ["CI/CD"]})
    confirmed = row(after, "ci-cd")
    assert row(before, "ci-cd").status == "missing"
    assert (confirmed.status, confirmed.grade) == ("partial", "possible")
    assert confirmed.credit == analyzer.policy.claim.confirmed
    assert confirmed.summary == "confirmed by the person, not in the document"
    assert confirmed.evidence[0].method == "confirmed"
    assert after.score.low == before.score.low


def test_what_the_person_takes_back_counts_no_more(analyzer: Analyzer) -> None:
    after = report(analyzer, facts={"wrong": ["SQL", "PostgreSQL"]})
    assert row(after, "sql").status == "missing"
    assert ("SQL", "taken back by the person") in {(each.label, each.reason) for each in after.discarded}


def test_facts_about_nothing_known_are_refused(analyzer: Analyzer) -> None:
    with pytest.raises(ConfigError, match="there is no skill 'dockre'; did you mean docker"):
        report(analyzer, facts={"confirmed": ["dockre"]})
    with pytest.raises(ConfigError, match="both confirmed and wrong"):
        report(analyzer, facts={"confirmed": ["docker"], "wrong": ["docker"]})


def test_the_command_takes_them_all(tmp_path: Path) -> None:
    resume, facts = tmp_path / "pia.txt", tmp_path / "facts.yaml"
    resume.write_text(RESUME)
    facts.write_text("confirmed: [docker]\n")
    more = (
        "--level",
        "senior",
        "--facts",
        str(facts),
        "--budget",
        "50",
        "--hours",
        "20",
        "--for",
        "recruiter",
    )
    done = CliRunner().invoke(main, ["report", str(resume), "--as-of", AS_OF, *more])
    assert done.exit_code == 0
    assert "senior machine learning engineer" in done.stdout
    wrong = CliRunner().invoke(main, ["report", str(resume), "--facts", str(tmp_path / "none.yaml")])
    assert wrong.exit_code == 4
    assert "none.yaml: cannot be read" in wrong.stderr
    brief = CliRunner().invoke(main, ["report", str(resume), "--as-of", AS_OF, "-q"])
    assert brief.stdout.endswith("pia.txt\n")
    assert len(brief.stdout.splitlines()) == 1


def test_a_file_that_never_ends_is_refused_before_it_fills_the_memory(analyzer: Analyzer) -> None:
    for given in ({"facts": "/dev/zero"}, {"wishes": Path("/dev/zero")}):
        with pytest.raises(ConfigError, match=r"/dev/zero: cannot be read \(it is larger than 20 MB\)"):
            report(analyzer, **given)
