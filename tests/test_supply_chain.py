"""No network during the main job; the scripts that look after dependencies say what they could not do."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys

import pytest

from tests.places import ROOT

NO_SOCKETS = """
import sys
def refuse(event, args):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request"}:
        raise SystemExit(f"the network was used: {event} {args!r}")
sys.addaudithook(refuse)
from gapcheck.cli import main
main(["report", "examples/resume.pdf", "--as-of", "2026-11-21", "-q"])
"""


def test_the_main_job_uses_no_network():
    done = subprocess.run(
        [sys.executable, "-c", NO_SOCKETS],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "the network was used" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        ([], 2, "nothing was audited"),
        ([{"name": "a", "skip_reason": "not found"}], 2, "nothing was audited"),
        (
            [{"name": "a", "skip_reason": "x"}, {"name": "b", "version": "1", "vulns": []}],
            2,
            "not looked up: a",
        ),
        ([{"name": "b", "version": "1", "vulns": [{"id": "CVE-1"}]}], 1, "b 1: CVE-1"),
        ([{"name": "b", "version": "1", "vulns": []}], 0, "1 packages"),
    ],
)
def test_an_audit_of_nothing_is_none(rows, code, words):
    found = runpy.run_path(str(ROOT / ".ci" / "audit.py"))["verdict"]({"dependencies": rows})
    assert (found[0], words in found[1]) == (code, True)


def test_every_dependency_has_a_lower_bound_and_none_is_known_to_be_withdrawn():
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "lowest.py"), "web", "pages"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "spacy==3.8.2" in done.stdout.splitlines()
