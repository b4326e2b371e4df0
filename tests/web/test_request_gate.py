"""Who may call, how large a request may be, and what no answer lacks."""

from __future__ import annotations

import asyncio
import builtins
import tempfile

import pytest

from gapcheck.web import WebSettings
from gapcheck.web.request_gate import RequestGate
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


def test_the_form_for_the_token_is_small_whatever_an_upload_may_be():
    with client_with(token="sesame") as locked:
        large = locked.post("/token", files={"token": ("a.txt", b"x" * 5000)})
        assert (large.status_code, large.json()["detail"]) == (413, "The upload is larger than 4 kB.")
        kind = {"content-type": "application/x-www-form-urlencoded"}
        untold = locked.post("/token", content=iter([b"token=", b"x" * 5000]), headers=kind)
        assert untold.status_code == 413


class Requests:
    """Requests whose bodies come when they are let, against an application that reads them and then waits."""

    def __init__(self, **settings):
        self.done = asyncio.Event()
        self.gate = RequestGate(self.app, WebSettings(**settings))
        self.asked = 0

    async def app(self, _scope, receive, send):
        while (await receive()).get("more_body"):
            pass
        await self.done.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def post(self, *parts, path="/api/v1/parses"):
        waiting, statuses = list(parts), []

        async def receive():
            self.asked += 1
            if not waiting:
                await asyncio.Event().wait()
            return {
                "type": "http.request",
                "body": waiting.pop(0),
                "more_body": bool(waiting) or len(parts) == 1,
            }

        async def send(message):
            statuses.append(message.get("status"))

        headers = [(b"host", b"127.0.0.1")]
        await self.gate({"type": "http", "method": "POST", "path": path, "headers": headers}, receive, send)
        return statuses[0]


def test_no_more_bodies_are_read_than_may_wait_and_a_place_is_free_again():
    async def main():
        requests = Requests(at_once=1, waiting=1)
        held = [asyncio.create_task(requests.post(b"x", b"y")) for _ in range(2)]
        await asyncio.sleep(0)
        asked = requests.asked
        assert await requests.post(b"x", b"y") == 503
        assert requests.asked == asked  # nothing of it was read
        requests.done.set()
        assert await asyncio.gather(*held) == [200, 200]
        assert await requests.post(b"x", b"y") == 200

    asyncio.run(main())


def test_a_body_that_never_ends_is_given_up_and_frees_its_place():
    async def main():
        requests = Requests(at_once=1, waiting=0, upload_seconds=0.5)
        requests.done.set()
        assert await requests.post(b"x") == 408
        assert await requests.post(b"x", b"y") == 200

    asyncio.run(main())
