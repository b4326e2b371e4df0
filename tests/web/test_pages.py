"""The pages without a browser: states, what is kept, what is forgotten."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.comparison import compare
from gapcheck.limits import Limits
from gapcheck.ranking import Ranking, ranked, row_of
from gapcheck.report import GapReport
from gapcheck.web.inputs import Asked, NamedBytes
from gapcheck.web.memory import HeldReport, HeldTable, Memory, size_of
from gapcheck.web.problems import too_slow
from gapcheck.web.service import GapService
from tests.places import ROOT, shipped_analyzer

from .conftest import FILE, POSTING, RESUME, client_with

PAGE = {"form": "page", "role": "machine-learning-engineer"}


def report_place(client, **data):
    answer = client.post("/", files={"resume": FILE}, data={**PAGE, **data}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_report_its_downloads_and_its_end(client):
    place = report_place(client)
    page = client.get(place)
    assert page.status_code == 200
    assert "ilka.txt" in page.text
    for name, kind in {"json": "application/json", "csv": "text/csv", "markdown": "text/markdown"}.items():
        answer = client.get(f"{place}/{name}")
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"].startswith("attachment")
    assert client.get(f"{place}/pdf").status_code == 404
    token = place.rpartition("/")[2]
    done = client.post(f"/forget/{token}")
    assert "The report was forgotten" in done.text
    gone = client.get(place)
    assert (gone.status_code, "Upload the resume again" in gone.text) == (410, True)


def test_the_marked_resume_is_there_for_a_pdf(client):
    data = (ROOT / "examples" / "resume.pdf").read_bytes()
    answer = client.post("/", files={"resume": ("r.pdf", data)}, data=PAGE, follow_redirects=False)
    place = answer.headers["location"]
    assert client.get(f"{place}/pdf").content.startswith(b"%PDF-")
    assert "resume with marks" in client.get(place).text


def test_a_posting_goes_before_the_role_that_the_form_always_sends(client):
    page = client.get(report_place(client, job_text=POSTING)).text
    assert "data engineer" in page.lower()


def test_a_failure_keeps_what_was_typed_and_says_what_to_do(client):
    data = {**PAGE, "role": "data-engineer", "job_text": "Wanted: <b>a baker</b>", "blind": "1"}
    answer = client.post("/", files={"resume": ("x.gif", b"GIF89a" + b"\0" * 90)}, data=data)
    assert answer.status_code == 415
    assert "is a GIF image" in answer.text
    assert "Wanted: &lt;b&gt;a baker&lt;/b&gt;" in answer.text
    assert re.search(r'value="data-engineer" selected', answer.text)
    assert re.search(r'name="blind" value="1" checked', answer.text)


def test_level_must_haves_and_facts_are_fields_of_the_form(client):
    asked = {**PAGE, "role": "data-engineer", "must": "Scala", "confirmed": "Airflow, Scala", "wrong": "SQL"}
    page = client.post("/", data=asked, files={"resume": FILE})
    assert page.status_code == 200
    assert "confirmed by the person" in page.text
    wrong = client.post("/", data={**asked, "must": "Scalaa"}, files={"resume": FILE})
    assert (wrong.status_code, "Did you mean" in wrong.text) == (422, True)
    assert 'name="must" autocomplete="off" value="Scalaa"' in wrong.text
    nobody = client.post("/", data={**asked, "confirmed": "blue juggling"}, files={"resume": FILE})
    assert (nobody.status_code, "there is no skill" in nobody.text) == (422, True)
    level = client.post("/", data={**asked, "level": "emperor"}, files={"resume": FILE})
    assert (level.status_code, "has no level" in level.text) == (404, True)


def test_what_if_in_the_page(client):
    place = report_place(client)
    page = client.get(place, params={"what_if": "docker", "months": "12"})
    assert page.status_code == 200
    assert "would be" in page.text
    wrong = client.get(place, params={"what_if": "dokcer"})
    assert (wrong.status_code, 'role="alert"' in wrong.text) == (404, True)


def test_a_new_version_is_compared(client):
    place = report_place(client)
    better = RESUME.replace("- Presented", "- Deployed models with Docker\n- Presented")
    answer = client.post(f"{place}/version", files={"resume": ("v2.txt", better.encode())})
    assert answer.status_code == 200
    assert "v2.txt" in answer.text
    assert "Deployed models with Docker" in answer.text
    wrong = client.post(f"{place}/version", files={"resume": ("x.gif", b"GIF89a" + b"\0" * 90)})
    assert (wrong.status_code, "is a GIF image" in wrong.text) == (415, True)


def test_many_resumes(client):
    files = [("resumes", FILE), ("resumes", ("no.gif", b"GIF89a" + b"\0" * 90))]
    page = client.post("/rank", files=files, data=PAGE)
    assert page.status_code == 200
    assert "1 could not be scored" in page.text
    assert "In order of must-haves met, then by score." in page.text
    assert client.post("/rank", files={"x": FILE}, data=PAGE).status_code == 422


def test_requirements_are_corrected_before_scoring(client):
    page = client.post("/requirements", files={"none": b""}, data={"job_text": POSTING})
    names = re.findall(r'<select id="(need-[^"]*airflow[^"]*)"', page.text)
    assert len(names) == 1
    asked = report_place(client, job_text=POSTING)
    left = report_place(client, job_text=POSTING, **{names[0]: "not asked"})
    one, two = (GapReport.from_json(client.get(f"{each}/json").text) for each in (asked, left))
    assert len(two.requirements) == len(one.requirements) - 1
    assert two.score.value > one.score.value
    assert client.post("/requirements", files={"none": b""}, data={}).status_code == 422


def test_lists_and_about(client):
    assert "data engineer" in client.get("/roles").text.lower()
    assert client.get("/certificates").status_code == 200
    about = client.get("/about").text
    assert "never written to disk" in about
    assert re.search(r'option value="data-engineer" selected', client.get("/?role=data-engineer").text)


def test_reports_are_forgotten_by_age_number_and_size():
    now = 0.0
    memory = Memory(seconds=60, most=2, most_bytes=1000, clock=lambda: now)
    table = HeldTable("x", Ranking(()), ())
    first, second, third = (memory.keep(table) for _ in range(3))
    assert memory.get(first) is None
    assert memory.get(third) is table
    now = 60.0
    memory.sweep()
    assert (memory.get(second), len(memory)) == (None, 0)
    report = shipped_analyzer().analyze(RESUME.encode(), as_of="2026-11-21")
    held = HeldReport(report, shipped_analyzer().read(RESUME.encode()), Asked({}))
    memory.most_bytes = 2 * size_of(held) + 100
    one, two = (memory.keep(replace(held, data=b"x" * 60)) for _ in range(2))
    assert (memory.get(one), memory.get(two) is None) == (None, False)


def test_all_that_a_report_holds_is_counted():
    source = ROOT / "examples" / "resume.pdf"
    document = shipped_analyzer().read(source)
    report = shipped_analyzer().analyze(document, as_of="2026-11-21")
    bare = HeldReport(report, replace(document, text="", lines=()), Asked({}))
    least = size_of(bare)
    assert least > 50_000
    pages = shipped_analyzer().pages(source)
    for more, bytes_ in (
        (replace(bare, document=document), 50 * len(document.text)),
        (replace(bare, pages=pages), len(pages[0].picture) + len(document.text)),
        (replace(bare, data=b"x" * 5000), 5000),
        (replace(bare, asked=Asked({"job": NamedBytes(b"x" * 5000, "job.txt")})), 5000),
        (replace(bare, asked=Asked({"job_text": "x" * 5000})), 5000),
    ):
        assert size_of(more) >= least + bytes_
    assert size_of(compare(report, report)) > 5000
    assert size_of(HeldTable("x", ranked([{"name": "a.pdf", **row_of(report)}]), ())) > 2000


def test_one_resume_that_takes_too_long_does_not_lose_the_ranking(client, monkeypatch):
    plain = GapService.outcome

    def outcome(self, resume, *args):
        if resume.name == "slow.txt":
            raise too_slow()
        return plain(self, resume, *args)

    monkeypatch.setattr(GapService, "outcome", outcome)
    files = [("resumes", ("slow.txt", RESUME.encode())), ("resumes", FILE)]
    page = client.post("/rank", files=files, data=PAGE)
    assert page.status_code == 200
    assert "ilka<wbr>.txt" in page.text
    assert "1 could not be scored" in page.text
    assert "Reading took too long" in page.text


def test_the_limits_of_the_analyzer_hold_for_the_marked_resume():
    data = (ROOT / "examples" / "resume.pdf").read_bytes()
    with client_with() as narrow:
        answer = narrow.post("/", files={"resume": ("r.pdf", data)}, data=PAGE, follow_redirects=False)
        service = narrow.app.state.service
        service.analyzer = service.analyzer.with_limits(Limits(answer_bytes=1000))
        assert narrow.get(f"{answer.headers['location']}/pdf").status_code == 422
