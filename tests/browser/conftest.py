"""A server in a thread and a headless Chromium, the system's own; skipped with the reason where either is not at hand."""

from __future__ import annotations

import os
import shutil
import threading
import time

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from gapcheck.web import WebSettings, create_app  # noqa: E402  # only with the extra
from tests.places import shipped_analyzer  # noqa: E402  # only with the extra

CHROMIUM = os.environ.get("GAPCHECK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class Served(uvicorn.Server):
    """A server that runs in a thread, where no signals can be caught."""

    def install_signal_handlers(self):
        """Leave the signals to the tests."""


@pytest.fixture(scope="package")
def address():
    app = create_app(shipped_analyzer(), WebSettings(at_once=2))
    server = Served(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="package")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def is_complaint(said):
    """Whether the console says that something is wrong; a page that answers 4xx with what to do is right."""
    return said.type == "error" and "responded with a status of 4" not in said.text


@pytest.fixture
def visit(chromium, address):
    """Opens pages in a window of their own; fails on an error in the console and on a request to another host."""
    contexts, complaints = [], []

    def opened(width=1200, scheme="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: complaints.append(sent.url) if not sent.url.startswith((address, "data:", "file:", "blob:", "chrome")) else None)  # fmt: skip
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
