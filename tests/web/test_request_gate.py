"""Who may call, how large a request may be, and what no answer lacks."""

from __future__ import annotations

import builtins
import tempfile

import pytest

from tests.places import ROOT

from .conftest import FILE, client_with


def test_another_host_name_and_another_origin_are_refused(client):
    answer = client.get("/", headers={"host": "evil.example"})
    assert (answer.status_code, answer.json()["reason"]) == (421, "host")
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = client.post("/api/v1/parses", files={"resume": FILE}, headers=headers)
        assert (answer.status_code, answer.json()["reason"]) == (403, "origin")
    same = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}
    assert client.post("/api/v1/parses", files={"resume": FILE}, headers=same).status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "[::1]:8000"])
def test_this_machine_has_several_names(client, host):
    assert client.get("/api/v1/health", headers={"host": host}).status_code == 200


def test_an_upload_is_bounded_whether_its_length_is_said_or_not():
    with client_with(upload_bytes=2000) as small:
        large = {"resume": ("a.txt", b"x" * 5000)}
        answer = small.post("/api/v1/analyses", files=large)
        assert (answer.status_code, answer.json()["reason"]) == (413, "too-large")
        kind = {"content-type": "multipart/form-data; boundary=b"}
        head = b'--b\r\nContent-Disposition: form-data; name="resume"; filename="a.txt"\r\n\r\n'
        answer = small.post("/api/v1/analyses", content=iter([head, b"x" * 5000]), headers=kind)
        assert answer.status_code == 413
        answer = small.get("/", headers={"content-length": "-5"})
        assert answer.status_code == 413


def test_a_token_is_asked_for_and_a_page_has_a_form_for_it():
    with client_with(token="sesame") as locked:
        assert locked.get("/api/v1/roles").status_code == 401
        assert locked.get("/api/v1/health").status_code == 200
        wrong = {"authorization": "Bearer sesam"}
        assert locked.get("/api/v1/roles", headers=wrong).status_code == 401
        right = {"authorization": "Bearer sesame"}
        assert locked.get("/api/v1/roles", headers=right).status_code == 200
        page = locked.get("/rank")
        assert (page.status_code, 'name="token"' in page.text) == (401, True)
        assert locked.post("/token", data={"token": "no"}).status_code == 401
        done = locked.post("/token", data={"token": "sesame"}, follow_redirects=False)
        assert done.status_code == 303
        assert "HttpOnly" in done.headers["set-cookie"]
        assert "SameSite=strict" in done.headers["set-cookie"]
        assert locked.get("/rank").status_code == 200


@pytest.mark.parametrize("place", ["/", "/api/v1/health", "/nowhere", "/api/v1/nowhere", "/report/x"])
def test_every_answer_has_the_headers(client, place):
    headers = client.get(place).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_nothing_is_written_to_disk(client, monkeypatch):
    def refuse(*_args, **_given):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", refuse)
    opened, plain = [], builtins.open

    def watched(file, mode="r", *args, **given):
        opened.append(mode)
        return plain(file, mode, *args, **given)

    monkeypatch.setattr(builtins, "open", watched)
    large = (ROOT / "examples" / "resume.pdf").read_bytes() + b"\n%" * (2 << 20)
    answer = client.post(
        "/", files={"resume": ("r.pdf", large)}, data={"form": "page"}, follow_redirects=False
    )
    assert answer.status_code == 303, answer.text
    assert not [mode for mode in opened if set(mode) & set("wax+")]
