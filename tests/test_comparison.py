"""What changed between two reports, by how much, and why."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gapcheck import Comparison, GapReport, compare, render_comparison
from gapcheck.comparison import BETTER, WORSE, ComparedRow
from gapcheck.errors import UnknownNameError
from gapcheck.rendering.comparison import theme_slopes
from tests.places import shipped_analyzer

DAY = "2026-11-21"
FIRST = """Ilka Brandvold

EXPERIENCE

Data Analyst, Fjordwatt
March 2021 - Present
- Wrote SQL for the weekly reports of all depots
- Built forecasts of demand in Python with pandas
- Presented the results to the managers of the depots

Clerk, Lykke Retail
June 2018 - February 2021
- Kept the lists of stock for eleven shops and answered what the shops asked every morning
- Trained two new colleagues, wrote the handbook that the shops still use, and ordered the goods for the season

EDUCATION
B.Sc. in Mathematics, University of Lindholm, 2018

SKILLS
Python, SQL, PyTorch, Docker
"""
SECOND = FIRST.replace(
    "- Presented the", "- Deployed the forecasts in containers with Docker\n- Presented the"
).replace("Python, SQL, PyTorch, Docker", "Python, SQL")


def report_of(text: str, **given: object) -> GapReport:
    return shipped_analyzer().analyze(text.encode(), **{"as_of": DAY, "name": "ilka.txt", **given})


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(report_of(FIRST, name="v1.txt"), report_of(SECOND, name="v2.txt"))


def row_with(found: Comparison, direction: str, words: str) -> ComparedRow:
    rows = [row for row in found.rows if row.direction == direction and words in str(row)]
    assert rows, (direction, words)
    return rows[0]


def test_the_changes_of_the_rows_are_the_change_of_the_score(found: Comparison) -> None:
    assert found.change == pytest.approx(sum(row.change for row in found.rows), abs=1e-6)
    assert found.count(BETTER) > 0
    assert found.count(WORSE) > 0
    changes = [abs(round(row.change, 6)) for row in found.rows]
    assert changes == sorted(changes, reverse=True)


def test_a_skill_that_a_job_shows_now_says_so_and_one_that_is_gone_too(found: Comparison) -> None:
    better = row_with(found, BETTER, "Deployed the forecasts in containers with Docker")
    assert ("new line in a dated job", "Deployed the forecasts in containers with Docker") in {
        (each.what, each.quote) for each in better.causes
    }
    worse = row_with(found, WORSE, "PyTorch")
    assert [each.what for each in worse.causes][:1] == ["line gone"]


def test_a_resume_beside_itself_has_no_change() -> None:
    one = report_of(FIRST)
    found = compare(one, one)
    assert (found.change, found.changed, found.worse) == (0.0, (), False)
    assert found.differences == ("the document is the same file",)
    assert "No requirement changed." in render_comparison(found)


@pytest.mark.parametrize("step", [0.00004, -0.00004])
def test_the_places_that_json_does_not_keep_are_no_change(step: float) -> None:
    one = report_of(FIRST)
    kept = GapReport.from_json(one.to_json())
    found = compare(replace(kept, score=replace(kept.score, value=(one.score.value or 0) + step)), one)
    assert (found.changed, found.worse) == ((), False)


def test_dates_that_were_added_are_the_cause() -> None:
    undated = FIRST.replace("March 2021 - Present\n", "")
    found = compare(report_of(undated), report_of(FIRST))
    causes = {cause.what for row in found.rows for cause in row.causes}
    assert {"dates added"} & causes
    assert not found.worse


def test_two_targets_are_told_apart_by_their_titles_and_their_rows() -> None:
    job = "Data Engineer\n\nRequirements\n- 3+ years of experience with Python\n- Experience with Airflow\n"
    found = compare(report_of(FIRST), report_of(FIRST, job_text=job))
    assert found.after.name == "data engineer"
    assert {"only before", "only after"} <= {row.direction for row in found.rows}
    assert any(
        "the target is data engineer instead of machine learning engineer" in d for d in found.differences
    )


def test_another_policy_is_the_cause_where_the_resume_is_the_same() -> None:
    one = report_of(FIRST)
    row = next(row for row in one.requirements if row.status == "met" and row.points_possible > 1)
    less = replace(row, credit=0.5, points=row.points_possible / 2, status="partial")
    changed = replace(
        one,
        provenance=replace(one.provenance, policy_sha256="0" * 64),
        requirements=tuple(less if each is row else each for each in one.requirements),
    )
    (only,) = compare(one, changed).changed
    assert (only.direction, [each.what for each in only.causes]) == (
        WORSE,
        ["the scoring policy is another one"],
    )


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json"])
def test_each_form_is_the_same_again_and_names_both(found: Comparison, format_: str) -> None:
    text = render_comparison(found, format_)
    assert text == render_comparison(found, format_)
    assert "v1.txt" in text
    assert "v2.txt" in text
    if format_ == "json":
        assert json.loads(text)["counts"]["better"] == found.count(BETTER)
    if format_ == "text":
        assert max(map(len, text.splitlines())) <= 80


def test_an_unknown_form_names_the_known_ones(found: Comparison) -> None:
    with pytest.raises(UnknownNameError, match="text, markdown, html, json"):
        render_comparison(found, "csv")


def test_lines_of_the_slope_chart_go_up_where_a_theme_gained(found: Comparison) -> None:
    slopes = theme_slopes(found)
    assert {each.theme.id for each in slopes} == {theme.id for theme in found.themes}
    for each in slopes:
        gained = each.theme.points_after - each.theme.points_before
        assert (each.right < each.left) == (gained > 0)
    html = render_comparison(found, "html")
    assert html.count("<path") == len(slopes) > 3


def test_a_side_without_a_score_has_no_rows_to_compare() -> None:
    found = compare(report_of(FIRST), report_of("Ilka Brandvold\n\nPython\n"))
    assert (found.change, found.rows) == (None, ())
    assert "does not ask" not in render_comparison(found, "text")
