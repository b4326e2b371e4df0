"""axe-core finds nothing, and nothing scrolls sideways: at two widths, in light and dark."""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck import compare, render, render_comparison
from gapcheck.ranking import ranked, row_of
from gapcheck.rendering.ranking import render_ranking
from tests.places import ROOT, shipped_analyzer
from tests.web.conftest import POSTING

from .test_pages import report_page

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

DAY = "2026-11-21"
NAMES = ("brandywine-thackwray.docx", "resume_of_a_ward_sister_2026.pdf", "Hollingsworth.docx")
BROKEN_WORDS = """head => {
  const broken = [], texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    for (const word of texts.currentNode.data.matchAll(/[^-]+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) broken.push(word[0]);
    }
  return broken;
}"""
"""Words of a name that stand on two lines."""
ACCURACY = ROOT / "benchmarks" / "accuracy"
POOL = ACCURACY / "pools" / "01_ward_nurse"
VIEWS = [(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Reports of different shapes as files: a page with pictures, a text for a posting, one far from the role, one unreadable."""
    folder, analyzer = tmp_path_factory.mktemp("reports"), shipped_analyzer()
    sample = analyzer.analyze(ROOT / "examples" / "resume.pdf", as_of=DAY, what_if=["algorithms"])
    nurse = POOL / "resumes" / "thackwray.txt"
    chef = analyzer.analyze(ACCURACY / "resumes" / "17_head_chef.md", as_of=DAY)
    texts = {
        "sample": render(sample, "html", pages=analyzer.pages(ROOT / "examples" / "resume.pdf")),
        "nurse": render(
            analyzer.analyze(nurse, job=POOL / "posting.md", as_of=DAY), "html", pages=analyzer.pages(nurse)
        ),
        "chef": render(chef, "html"),
        "no-score": render(analyzer.analyze(b"Only these few words.", as_of=DAY), "html"),
        "compared": render_comparison(compare(sample, chef), "html"),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def findings(page):
    """Findings of axe with the elements they are about, and how far the page scrolls sideways."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found = axe.Axe().run(page).response["violations"]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found] + (
        [("sideways", over)] if over > 0 else []
    )


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_report_in_every_view(visit, reports, width, scheme):
    page = visit(width, scheme)
    page.goto((reports / "sample.html").as_uri())
    assert findings(page) == []


@pytest.mark.parametrize(
    ("name", "view"),
    [("nurse", VIEWS[3]), ("chef", VIEWS[2]), ("no-score", VIEWS[0]), ("compared", VIEWS[3])],
)
def test_other_reports(visit, reports, name, view):
    page = visit(*view)
    page.goto((reports / f"{name}.html").as_uri())
    assert findings(page) == []


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_ranking_breaks_no_word_of_a_name(visit, tmp_path, width, scheme):
    resume = (POOL / "resumes" / "thackwray.txt").read_text(encoding="utf-8")
    analyzer = shipped_analyzer()
    target = analyzer.requirements_of(job=POOL / "posting.md")
    report = analyzer.compare_with(resume.encode(), target, as_of=date.fromisoformat(DAY), advice=False)
    rows = ranked({"name": name, **row_of(report)} for name in NAMES)
    place = tmp_path / "ranking.html"
    place.write_text(render_ranking(rows, "html", title="Ranking"), encoding="utf-8")
    page = visit(width, scheme)
    page.goto(place.as_uri())
    assert findings(page) == []
    assert [head.evaluate(BROKEN_WORDS) for head in page.locator("tbody th").all()] == [[]] * 6


def test_pages_of_the_server(visit):
    page = visit(390, "light")
    page.route("**/token", lambda route: route.fulfill(response=route.fetch(), status=200))
    for place in ("/", "/rank", "/requirements", "/roles", "/certificates", "/about", "/token"):
        page.goto(place)
        assert findings(page) == [], place


def test_a_report_of_the_server_and_the_requirements_of_a_posting(visit):
    page = report_page(visit(390, "dark"))
    assert findings(page) == []
    page.goto("/requirements")
    page.get_by_label("The posting as text").fill(POSTING)
    page.get_by_role("button", name="Read the posting").click()
    page.get_by_label("Airflow").wait_for()
    assert findings(page) == []
