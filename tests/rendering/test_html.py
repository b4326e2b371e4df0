"""The HTML report: what stands on it, its pages with marks, its size, and that nothing of it is fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from gapcheck import GapReport, PageView, render
from gapcheck.document import Box
from gapcheck.limits import Limits
from gapcheck.rendering import charts, pages_of
from gapcheck.rendering.page_marks import marked
from gapcheck.rendering.pages import PlacedLine
from gapcheck.rendering.view import left_to_ask
from gapcheck.report import Experience, JobRow
from tests.places import ROOT, shipped_analyzer

RESUME = ROOT / "examples" / "resume.pdf"


@pytest.fixture(scope="module")
def sample() -> GapReport:
    return shipped_analyzer().analyze(RESUME, as_of="2026-11-21")


@pytest.fixture(scope="module")
def pictures() -> tuple[PageView, ...]:
    return shipped_analyzer().pages(RESUME)


@pytest.fixture(scope="module")
def lines() -> tuple[PageView, ...]:
    return pages_of(shipped_analyzer().read(RESUME))


def test_each_link_leads_to_something_on_the_page(sample: GapReport, pictures: tuple[PageView, ...]) -> None:
    html = render(sample, "html", pages=pictures)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert links <= set(ids)
    assert {each for each in links if each.startswith("mark-")}
    assert {each for each in links if each.startswith("row-")}


def test_html_and_markdown_ask_the_questions_that_the_report_holds(sample: GapReport) -> None:
    asked = [each.text for each in sample.questions]
    left = [each.title for each in left_to_ask(sample)]
    assert len(asked) >= 2
    assert len(left) >= 2
    whole = unescape(render(sample, "html"))
    section = whole[whole.index('id="ask"') :].partition("</section>")[0]
    assert re.findall(r"<dd>(.*?)</dd>", section) == asked
    assert all(title in section for title in left)
    for reader in ("seeker", "recruiter"):
        written = re.sub(r"\\(.)", r"\1", render(sample, "markdown", reader=reader))
        assert all(written.count(text) == 1 for text in asked)
        assert f"{'Also not found: ' if reader == 'seeker' else ''}{'; '.join(left)}\n" in written
    silent = render(replace(sample, questions=()), "html")
    assert f"Not found: {left_to_ask(replace(sample, questions=()))[0].title}" in silent


def test_nothing_is_fetched_and_no_script_runs(sample: GapReport, pictures: tuple[PageView, ...]) -> None:
    html = render(sample, "html", pages=pictures)
    assert "<script" not in html
    assert not re.search(r'\b(?:src|xlink:href)="', html)
    assert all(
        each.startswith("data:image/png;base64,") for each in re.findall(r'<image [^>]*href="([^"]+)"', html)
    )


def test_sizes(sample: GapReport, pictures: tuple[PageView, ...], lines: tuple[PageView, ...]) -> None:
    picture = len(pictures[0].picture)
    assert 20_000 < picture < 140_000
    assert len(render(sample, "html", pages=pictures).encode()) + picture < 400_000
    assert len(render(sample, "html", pages=lines).encode()) < 120_000
    assert pages_of(shipped_analyzer().read(RESUME), RESUME.read_bytes()) == pictures


def test_without_pictures_the_lines_stand_in_their_places(
    sample: GapReport, lines: tuple[PageView, ...]
) -> None:
    html = render(sample, "html", pages=lines)
    assert "<image" not in html
    assert re.search(r"<text [^>]*>Nadia Ferreira-Holt</text>", html)
    assert (
        len(marked(sample, lines).marks) == len(marked(sample, shipped_analyzer().pages(RESUME)).marks) > 20
    )


def test_a_text_is_marked_where_it_names_what_is_asked() -> None:
    text = (
        "Ilka Brandvold\n\nEXPERIENCE\n\nData Analyst, Fjordwatt\nMarch 2021 - Present\n"
        + "- Wrote SQL for the weekly reports of all depots and kept the tables behind them\n" * 6
        + "- Built forecasts of demand in Python\n\nSKILLS\nDocker"
    ).encode()
    analyzer = shipped_analyzer()
    report = analyzer.analyze(text, as_of="2026-11-21")
    html = render(report, "html", pages=analyzer.pages(text))
    assert re.search(r'</a> in <a class="m counted" href="#row-[^"]+">Python</a>', html)
    assert re.search(r'<a class="m partial" href="#row-[^"]+">Docker</a>', html)


def test_a_blinded_page_shows_nobody() -> None:
    analyzer = shipped_analyzer()
    report = analyzer.analyze(RESUME, as_of="2026-11-21", blind=True)
    html = render(report, "html", pages=analyzer.pages(RESUME, blind=True))
    assert "Ferreira" not in html
    assert "<image" not in html
    assert "█" in html


def test_hostile_lines_are_escaped(report: GapReport) -> None:
    box: Box = (10.0, 10.0, 60.0, 20.0)
    line = PlacedLine("<script>alert(1)</script>", box, bold=False, start=0)
    html = render(report, "html", pages=[PageView(1, (0.0, 0.0, 100.0, 100.0), (line,))])
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_bars_of_themes_are_shares_of_the_largest(sample: GapReport) -> None:
    bars = charts.theme_bars(sample)
    assert max(bar.width for bar in bars) == pytest.approx(100)
    assert all(0 <= bar.earned <= bar.width for bar in bars)
    assert all(row.points < row.points_possible for bar in bars for row in bar.gaps)


def test_the_time_line_goes_from_the_first_job_to_the_day(report: GapReport) -> None:
    jobs = (
        JobRow("Analyst", "Tallow Bakeries", "2024-05", None, (30, 31), 1),
        JobRow("Clerk", "", "2020", "2021", (24, 24), 1),
        JobRow("Helper", "", None, None, None, 1),
    )
    line = charts.time_line(replace(report, experience=Experience((54, 55), (0, 0), jobs)))
    assert line is not None
    assert [track.label for track in line.jobs] == ["Analyst, Tallow Bakeries", "Clerk"]
    assert line.jobs[1].bars[0].left == 0
    last = line.jobs[0].bars[0]
    assert last.left + last.width == pytest.approx(100)
    assert line.ticks[0] == ("2020", 0.0)
    python = next(track for track in line.skills if track.label == "Python")
    assert python.bars[0].left + python.bars[0].width == pytest.approx(100)
    assert charts.time_line(replace(report, experience=Experience((0, 0), (0, 0), ()))) is None


def test_the_matrix_has_a_column_for_each_certificate(report: GapReport) -> None:
    matrix = charts.certificate_matrix(report)
    assert matrix is not None
    closed = {id_: cells for id_, _, cells in matrix.rows}
    assert closed["ml-certificate"] == (True, False)
    assert closed["docker"] == (False, True)


def test_the_limits_of_the_analyzer_hold_for_the_pictures(pictures: tuple[PageView, ...]) -> None:
    narrow = shipped_analyzer().with_limits(Limits(answer_bytes=60_000)).pages(RESUME)
    assert [bool(page.picture) for page in narrow] == [False]
    assert narrow[0].lines == pictures[0].lines
