"""Skills next to what is asked for, and what they do to a ranking's row."""

import pytest

from gapcheck import GapReport
from gapcheck.ranking import row_of
from tests.places import shipped_analyzer

POSTING = "# Scientist\n\n## Requirements\n\n- PyTorch\n- Docker\n"
RESUME = """Ona Reed

Skills
Keras, Jenkins

Experience

Data scientist, Teal Harbour
March 2019 - March 2024
- {work}
- Wrote to the clients of the office each week and told them what had been found, in words that they could use.
- Kept the shared folders of the team in order, so that everybody found the numbers of each quarter and month.
- Met the heads of all departments to ask which questions they had, and answered those that mattered most first.
"""


@pytest.fixture
def report_of(tmp_path):
    analyzer = shipped_analyzer()
    (tmp_path / "posting.md").write_text(POSTING, encoding="utf-8")

    def made(work: str) -> GapReport:
        (tmp_path / "resume.txt").write_text(RESUME.format(work=work), encoding="utf-8")
        return analyzer.analyze(tmp_path / "resume.txt", job=tmp_path / "posting.md", as_of="2026-11-21")

    return made


def kin(report: GapReport) -> dict[str, bool]:
    return {each.id: each.kindred for each in report.skills}


def test_the_skill_itself_and_others_of_its_class_are_kindred_and_strangers_are_not(report_of):
    found = kin(
        report_of("Trained models in PyTorch and TensorFlow, with the sums in Excel and the walls in plaster")
    )
    assert (found["pytorch"], found["tensorflow"], found["excel"]) == (True, True, False)


def test_a_class_of_what_is_asked_for_is_kindred(report_of):
    assert kin(
        report_of(
            "Used machine learning frameworks each day and ran containers, with sums in Excel, for all departments"
        )
    )["machine-learning-frameworks"]


def test_only_what_work_shows_is_counted(report_of):
    report = report_of("Trained models in TensorFlow, with the sums in Excel")
    assert kin(report)["keras"]
    shown = [each.id for each in report.skills if each.kindred and each.grade == "shown"]
    assert "tensorflow" in shown
    assert "keras" not in shown
    assert report.kindred_skills == len(shown)


def test_the_standing_is_the_score_and_two_points_for_each_kindred_skill_of_ten_at_most(report_of):
    report = report_of("Trained models in TensorFlow, with the sums in Excel")
    row = row_of(report)
    assert row["kindred_skills"] == report.kindred_skills > 0
    assert row["standing"] == pytest.approx(row["score"] + 2.0 * report.kindred_skills)
    many = report_of(
        "Trained models in TensorFlow, PyTorch, Keras, MXNet, Caffe, Theano, JAX, Chainer, PaddlePaddle, fastai, ONNX, CNTK, Docker"
    )
    row = row_of(many)
    assert row["kindred_skills"] > 10
    assert row["standing"] == pytest.approx(row["score"] + 20.0)


def test_a_report_of_an_earlier_version_has_its_score_as_standing(report_of):
    values = report_of(
        "Trained models in TensorFlow, with the sums in Excel, for all departments of the house"
    ).to_dict()
    del values["policy"]["ranking"]
    for each in values["skills"]:
        del each["kindred"]
    row = row_of(GapReport.from_dict(values))
    assert (row["kindred_skills"], row["standing"]) == (0, row["score"])
