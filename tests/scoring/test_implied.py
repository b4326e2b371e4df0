"""What a report lists although it is not named: only what a careful reader grants."""

import pytest

from tests.places import shipped_analyzer

RESUME = """Ottilie Marchetti
ottilie@example.com | 555-0161

{head}

Experience

Analyst, Pellworm Insurance
March 2019 - Present
- {bullet}
- Wrote the weekly note on claims for the regional managers and answered their questions about single figures.
- Kept the list of open claims correct, found doubled ones and had them closed together with the branch offices.
- Trained two new colleagues on the house's forms, and went through their first cases with them line by line.

Education
Bachelor of Economics, Nordholm University, 2018
"""


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def listed(analyzer, *, bullet="Answered letters and phone calls of clients about their claims.", head=""):
    text = RESUME.format(bullet=bullet, head=head)
    report = analyzer.analyze(text.encode(), name="resume.txt", as_of="2026-11-21")
    return {row.id: row for row in report.skills}


@pytest.mark.parametrize(
    ("bullet", "said", "by"),
    [
        ("Trained neural nets for claim photos in Keras.", "deep-learning", "Keras"),
        ("Tested two forms by A/B testing with 4,000 clients.", "experimentation", "A/B testing"),
        ("Planned the releases of the report in Git.", "version-control", "Git"),
        ("Sorted claims with random forests.", "machine-learning-algorithms", "random"),
        ("Fitted models of claim size in statsmodels.", "statistics", "statsmodels"),
    ],
)
def test_what_work_shows_by_name_says_its_field_and_the_edge_is_named(analyzer, bullet, said, by):
    row = listed(analyzer, bullet=bullet)[said]
    assert row.grade == "shown"
    assert {each.method for each in row.mentions} == {"implied"}
    assert any(each.label.startswith(by) for each in row.mentions)
    assert row.months == (93, 93)


@pytest.mark.parametrize(
    ("bullet", "wide"),
    [
        ("Wrote small tools in Python for the branch offices.", "programming"),
        ("Kept the code of the reports in Git for the branch offices.", "software-engineering"),
        ("Built dashboards for the branch offices in Plotly Dash.", "application-development"),
        ("Wrote sorting algorithms for the archive of letters.", "computer-science"),
    ],
)
def test_umbrellas_are_listed_only_where_they_are_named(analyzer, bullet, wide):
    assert wide not in listed(analyzer, bullet=bullet)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Skills\nExcel, A/B testing, Keras, Kubeflow", "experimentation"),
        ("Skills\nExcel, A/B testing, Keras, Kubeflow", "deep-learning"),
        ("Courses\nKeras and PyTorch, evening course, 2024", "deep-learning"),
    ],
)
def test_a_list_or_a_course_says_no_more_than_itself(analyzer, head, said):
    assert said not in listed(analyzer, head=head)


def test_what_is_only_listed_still_brings_credit_for_its_field(analyzer):
    text = RESUME.format(
        bullet="Answered letters of clients and kept the post book in Excel.",
        head="Skills\nKeras, Excel, Word",
    )
    report = analyzer.analyze(text.encode(), name="resume.txt", as_of="2026-11-21")
    row = next(each for each in report.requirements if each.id == "deep-learning")
    assert row.status == "partial"
    assert any("Keras proves it" in reason for reason in row.reasons)


def test_who_touched_a_tool_only_is_granted_no_field(analyzer):
    assert "deep-learning" not in listed(analyzer, bullet="Gained exposure to Keras in a pilot of the IT.")
