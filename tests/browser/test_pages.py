"""What a person does in a browser: upload, read, follow marks, ask what if, compare, correct, print.

What a click brings is waited for: a click may return before the page that it opens is there.
"""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from tests.places import ROOT
from tests.web.conftest import POSTING

RESUME = ROOT / "examples" / "resume.pdf"


def report_page(page):
    """Upload the sample as a person would."""
    page.goto("/")
    page.get_by_label("Choose a file, or drop it here").set_input_files(RESUME)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/report/*")
    return page


@pytest.mark.parametrize("script", [True, False])
def test_upload_and_read_with_and_without_script(visit, script):
    page = report_page(visit(java_script_enabled=script))
    assert "machine learning engineer" in page.get_by_role("heading", level=1).inner_text()
    assert page.get_by_role("heading", name="What to do first").is_visible()
    assert page.locator(".musts > li").count() > 5
    assert page.locator("svg.sheet image").count() == 1


def test_marks_lead_to_their_requirement_and_back(visit):
    page = report_page(visit())
    mark = page.locator("svg.sheet a").first
    row = page.locator(mark.get_attribute("href"))
    assert not row.is_visible()
    mark.click()
    row.wait_for()
    page.wait_for_function("each => each.getBoundingClientRect().top < innerHeight", arg=row.element_handle())
    back = page.locator("details[open] a[href^='#mark-']").first
    place = page.locator(back.get_attribute("href"))
    back.click()
    page.wait_for_function(
        "each => Math.abs(each.getBoundingClientRect().top) < innerHeight", arg=place.element_handle()
    )


def test_what_if_and_a_new_version(visit):
    page = report_page(visit())
    page.get_by_label("What if the resume also showed").select_option("algorithms")
    page.get_by_label("for this many months").fill("12")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name="What if: ").wait_for()
    assert "would be" in page.get_by_role("region", name="What if: ").inner_text()
    page.get_by_label("Choose the changed file").set_input_files(
        ROOT / "benchmarks" / "accuracy" / "resumes" / "19_backend_to_ml.pdf"
    )
    page.get_by_role("button", name="Compare with this one").click()
    page.wait_for_url("**/comparison/*")
    assert "resume.pdf" in page.get_by_role("heading", level=1).inner_text()
    assert page.locator(".changes li").count() > 3


def test_a_posting_is_corrected_before_scoring(visit):
    page = visit()
    page.goto("/requirements")
    page.get_by_label("The posting as text").fill(POSTING)
    page.get_by_role("button", name="Read the posting").click()
    page.get_by_label("Airflow").select_option("not asked")
    page.get_by_label("The resume").set_input_files(RESUME)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/report/*")
    assert "Airflow" not in page.locator("main").inner_text()


def test_forget_now_and_a_failure_that_keeps_the_form(visit, tmp_path):
    page = report_page(visit())
    place = page.url
    page.get_by_role("button", name="Forget now").click()
    page.get_by_text("The report was forgotten.").wait_for()
    empty = tmp_path / "empty.txt"
    empty.write_text(" ")
    page.get_by_label("or a job posting as text").fill("Wanted: a baker")
    page.get_by_label("Choose a file, or drop it here").set_input_files(empty)
    with page.expect_response(lambda answer: answer.status == 422):
        page.get_by_role("button", name="Compare").click()
    page.get_by_role("alert").get_by_text("is empty").wait_for()
    assert page.get_by_label("or a job posting as text").input_value() == "Wanted: a baker"
    assert page.request.get(place).status == 410


def test_the_keyboard_alone_is_enough(visit):
    page = report_page(visit())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#main'")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.theme > summary')"):
            break
    page.keyboard.press("Enter")
    page.locator(".theme[open]").first.wait_for()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_it_prints_in_three_pages_with_the_actions_on_the_first(visit):
    page = report_page(visit())
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", print_background=False)))
    assert len(printed) <= 3
    first = printed[0].get_textpage().get_text_range()
    assert "What to do first" in first
    assert "Must-haves" in first


def test_chromium_opens_the_marked_resume(visit, tmp_path):
    page = report_page(visit())
    with page.expect_download() as download:
        page.get_by_role("link", name="the resume with marks").click()
    place = tmp_path / "marked.pdf"
    download.value.save_as(place)
    page.goto(place.as_uri())
    for _ in range(240):
        page.wait_for_timeout(250)
        if is_tinted(page.screenshot()):
            return
    pytest.fail("no mark is seen")


def is_tinted(picture):
    """Whether a picture has a patch in the tint of what is counted."""
    colors = Image.open(io.BytesIO(picture)).convert("RGB").getcolors(1 << 24)
    return sum(count for count, (r, g, b) in colors if g > 225 and 190 < r < 215 and 190 < b < 215) > 300
