"""The API: one call of the library for each request, the form by Accept, problems with a reason."""

from __future__ import annotations

import asyncio
import json
import threading

import pytest

from gapcheck import GapReport
from gapcheck.web import WebSettings
from gapcheck.web.work_queue import WorkQueue
from tests.places import ROOT, shipped_analyzer

from .conftest import FILE, POSTING, RESUME, client_with

DAY = {"as_of": "2026-11-21"}
PDF = ROOT / "examples" / "resume.pdf"


def reason_of(answer):
    assert answer.headers["content-type"] == "application/problem+json"
    values = answer.json()
    assert set(values) == {"type", "title", "status", "detail", "reason", "hint"}
    assert values["status"] == answer.status_code
    return values["reason"]


def test_an_analysis_is_the_report_of_the_library(client):
    answer = client.post("/api/v1/analyses", files={"resume": FILE}, data=DAY)
    assert answer.status_code == 200
    same = shipped_analyzer().analyze(RESUME.encode(), name="ilka.txt", as_of="2026-11-21")
    assert answer.text == same.to_json()
    assert GapReport.from_json(answer.text).target.id == "machine-learning-engineer"


@pytest.mark.parametrize(
    ("accept", "kind", "begin"),
    [
        ("text/html", "text/html", b"<!doctype html>"),
        ("text/csv", "text/csv", b"document,"),
        ("text/markdown;q=0.9", "text/markdown", b"#"),
        ("text/plain", "text/plain", b""),
        ("*/*", "application/json", b"{"),
        ("application/pdf", "application/pdf", b"%PDF-"),
    ],
)
def test_the_accept_header_chooses_the_form(client, accept, kind, begin):
    files = {"resume": ("resume.pdf", PDF.read_bytes(), "application/pdf")}
    answer = client.post("/api/v1/analyses", files=files, data=DAY, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content.startswith(begin)
    assert answer.headers["cache-control"] == "no-store"


def test_a_posting_as_text_or_file_and_what_if(client):
    data = {**DAY, "job_text": POSTING, "what_if": ["apache-airflow:24"]}
    as_text = client.post("/api/v1/analyses", files={"resume": FILE}, data=data).json()
    assert as_text["target"]["kind"] == "job"
    assert as_text["what_if"]["points_gained"] > 0
    files = {"resume": FILE, "job": ("posting.txt", POSTING.encode(), "text/plain")}
    as_file = client.post("/api/v1/analyses", files=files, data=DAY).json()
    assert as_file["target"]["id"] == "posting.txt"
    assert as_file["score"]["value"] == as_text["score"]["value"]


@pytest.mark.parametrize(
    ("files", "data", "status", "reason"),
    [
        ({}, {}, 422, "missing"),
        ({"resume": ("a.txt", b"", "text/plain")}, {}, 422, "empty"),
        ({"resume": ("a.gif", b"GIF89a" + b"\0" * 90, "image/gif")}, {}, 415, "unknown-format"),
        ({"resume": ("a.pdf", b"%PDF-1.4 not really", "application/pdf")}, {}, 422, "broken"),
        ({"resume": FILE}, {"role": "machine-learning-enginer"}, 404, "unknown-name"),
        ({"resume": FILE}, {"role": "x", "job_text": "y"}, 422, "target"),
        ({"resume": FILE}, {"as_of": "yesterday"}, 422, "usage"),
        ({"resume": FILE}, {"what_if": "pytorhc"}, 404, "unknown-name"),
    ],
)
def test_what_is_wrong_has_a_status_and_a_reason(client, files, data, status, reason):
    answer = client.post("/api/v1/analyses", files=files or {"other": FILE}, data=data)
    assert (answer.status_code, reason_of(answer)) == (status, reason)


def test_an_unknown_role_offers_the_nearest(client):
    answer = client.get("/api/v1/roles/machine-learning-enginer")
    assert reason_of(answer) == "unknown-name"
    assert "machine-learning-engineer" in answer.json()["hint"]


def test_no_form_and_an_unwanted_form(client):
    assert reason_of(client.post("/api/v1/analyses", json={"resume": "x"})) == "form"
    answer = client.post("/api/v1/analyses", files={"resume": FILE}, headers={"accept": "image/png"})
    assert (answer.status_code, reason_of(answer)) == (406, "accept")
    assert client.get("/api/v1/nothing").status_code == 404


def test_a_comparison_of_two_versions_and_of_two_targets(client):
    better = ("v2.txt", RESUME.replace("- Presented", "- Deployed models with Docker\n- Presented").encode())
    files = {"resume": FILE, "resume2": better}
    found = client.post("/api/v1/comparisons", files=files, data=DAY).json()
    assert found["counts"]["better"] > 0
    two = client.post("/api/v1/comparisons", files={"resume": FILE}, data={**DAY, "job_text2": POSTING})
    assert two.json()["after"]["target"] == "data engineer"
    assert reason_of(client.post("/api/v1/comparisons", files={"resume": FILE})) == "missing"


def test_a_ranking_is_a_line_for_each_resume_in_order(client):
    files = [
        ("resumes", FILE),
        ("resumes", ("no.gif", b"GIF89a" + b"\0" * 90)),
        ("resumes", ("b.txt", RESUME.encode())),
    ]
    answer = client.post("/api/v1/rankings", files=files, data=DAY)
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert [row["name"] for row in rows] == ["ilka.txt", "no.gif", "b.txt"]
    assert rows[1]["error"] == "unknown-format"
    assert rows[0]["score"] == rows[2]["score"]


def test_a_ranking_for_what_asks_for_nothing_is_refused_once(client):
    asked = {**DAY, "job_text": "The harbour has a mill and a small pond for boats. " * 9}
    answer = client.post("/api/v1/rankings", files=[("resumes", FILE)], data=asked)
    assert (answer.status_code, reason_of(answer)) == (422, "no-score")


def test_requirements_parses_and_the_taxonomy(client):
    found = client.post("/api/v1/requirements", data={"job_text": POSTING}, files={"none": b""}).json()
    assert any("airflow" in str(row).lower() for row in found["merged"])
    parsed = client.post("/api/v1/parses", files={"resume": FILE}, data={"blind": "true"}).json()
    assert "Brandvold" not in parsed["text"]
    assert client.get("/api/v1/roles").json()["roles"][0]["id"] == "machine-learning-engineer"
    assert client.get("/api/v1/roles/data-engineer").json()["requirements"]
    assert client.get("/api/v1/certificates?as_of=2026-11-21").json()["certificates"]
    assert client.get("/api/v1/policy").json()["values"]["score"]
    assert client.get("/api/v1/health").json()["status"] == "ok"


def test_a_blinded_marked_pdf_is_refused(client):
    files = {"resume": ("resume.pdf", PDF.read_bytes(), "application/pdf")}
    headers = {"accept": "application/pdf"}
    answer = client.post("/api/v1/analyses", files=files, data={"blind": "1"}, headers=headers)
    assert (answer.status_code, reason_of(answer)) == (422, "usage")


def test_what_waited_too_long_is_never_begun():
    """Whoever was told that it took too long does not keep others waiting."""
    begun: list[str] = []
    hold = threading.Event()

    async def three() -> list[object]:
        queue = WorkQueue(WebSettings(at_once=1, waiting=2, seconds=1))
        first = asyncio.ensure_future(queue.run(hold.wait, 60))
        told = await asyncio.gather(first, queue.run(begun.append, "second"), return_exceptions=True)
        hold.set()
        told.append(await queue.run(lambda: "third"))
        await asyncio.sleep(0)
        told.append(queue._taken)
        queue.close()
        return told

    first, second, third, taken = asyncio.run(three())
    assert (first.reason, second.reason) == ("timeout", "timeout")
    assert (begun, third, taken) == ([], "third", 0)


def test_too_much_at_once_is_503_with_the_time_to_wait_and_too_slow_is_504():
    with client_with(at_once=1, waiting=-1) as full:
        answer = full.post("/api/v1/analyses", files={"resume": FILE})
        assert (answer.status_code, reason_of(answer)) == (503, "busy")
        assert answer.headers["retry-after"] == "5"
    with client_with(seconds=0.001) as slow:
        answer = slow.post("/api/v1/analyses", files={"resume": FILE})
        assert (answer.status_code, reason_of(answer)) == (504, "timeout")


def test_the_openapi_document_names_every_route(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {each.removeprefix("/api/v1/") for each in paths} == {
        "analyses", "comparisons", "rankings", "requirements", "parses", "roles", "roles/{role_id}", "certificates", "policy",
        "health",
    }  # fmt: skip
