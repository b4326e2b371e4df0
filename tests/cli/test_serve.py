"""serve refuses what would let strangers in, and starts where it may."""

import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from gapcheck.cli import serve as command


def test_another_address_needs_a_token(run):
    done = run("serve", "--host", "0.0.0.0")  # noqa: S104  # it is refused
    assert (done.exit_code, "give a --token" in done.stderr) == (2, True)


def test_what_is_not_installed_is_said_with_the_way_out(run, monkeypatch):
    monkeypatch.setattr(sys.modules["gapcheck.cli.serve"], "_NEEDED", ("no_such_package",))
    done = run("serve")
    assert (done.exit_code, "pip install 'gapcheck[web]'" in done.stderr) == (2, True)
    assert command.name == "serve"


def test_it_serves_until_it_is_interrupted():
    pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "gapcheck", "serve", "--port", str(port)], stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert f"http://127.0.0.1:{port}/" in server.stderr.readline()
            for _ in range(600):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/health") as answer:  # ours
                        assert answer.status == 200
                        assert answer.headers["server"] is None
                    break
                except OSError:  # it does not listen yet, or ends what it cannot answer yet
                    assert server.poll() is None
                    time.sleep(0.1)
            else:
                pytest.fail("the server did not answer")
        finally:
            server.terminate()
        assert server.wait(60) in {0, -15}
