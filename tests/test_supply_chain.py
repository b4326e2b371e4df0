"""No network during the main job; the scripts that look after dependencies say what they could not do."""

from __future__ import annotations

import importlib
import json
import os
import runpy
import subprocess
import sys

import pytest

from tests.places import ROOT

NO_SOCKETS = """
import os, sys
def refuse(event, args):
    if event in FORBIDDEN:
        os.write(2, f"forbidden: {event} {args!r}".encode())  # an exception may be caught
        raise SystemExit(1)
sys.addaudithook(refuse)
"""
NETWORK = {
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "urllib.Request"),
    *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
}
PROCESSES = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system"}
MAIN_JOB = """
from gapcheck.cli import main
main(["report", *sys.argv[1:], "--as-of", "2026-11-21", "-q"])
"""


def watched(code, forbidden, *arguments):
    return subprocess.run(
        [sys.executable, "-c", f"FORBIDDEN = {forbidden!r}\n{NO_SOCKETS}{code}", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_main_job_uses_no_network_nor_does_reading_in_the_same_process(tmp_path):
    """The hook sees nothing of what another process does, so reading happens once more in this one, and starts none."""
    config = tmp_path / "here.toml"
    config.write_text("[limits]\nchild_process = false\n")
    usual = watched(MAIN_JOB, NETWORK, "examples/resume.pdf")
    alone = watched(MAIN_JOB, NETWORK | PROCESSES, "examples/resume.pdf", "--config", config)
    for done in (usual, alone):
        assert (done.returncode, "forbidden" in done.stderr) == (0, False), done.stderr
    assert usual.stdout == alone.stdout


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
    ],
)
def test_the_watch_sees_what_is_forbidden(code):
    done = watched(code, NETWORK | PROCESSES)
    assert (done.returncode, "forbidden" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        ([], 2, "not looked up: any"),
        ([{"name": "a", "skip_reason": "not found"}], 3, "none of 1 packages"),
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


@pytest.mark.parametrize(
    ("option", "module", "code"),
    [
        (
            "",
            'import sys; sys.exit("ERROR:pip_audit._cli:Could not connect to PyPI\'s vulnerability feed")',
            3,
        ),
        ("--offline-ok", "raise OSError('Temporary failure in name resolution')", 0),
        ("--offline-ok", """print('{"dependencies": [{"name": "a", "skip_reason": "x"}]}')""", 0),
        ("--offline-ok", "", 2),
        ("--offline-ok", "raise ModuleNotFoundError('No module named pip_audit')", 2),
        ("--offline-ok", "print('Usage: none of JSON')", 2),
    ],
)
def test_an_audit_without_a_network_has_a_code_of_its_own_and_one_that_failed_is_no_such(
    option, module, code, tmp_path
):
    """In place of pip-audit stands a module that does what that would."""
    (tmp_path / "pip_audit.py").write_text(module)
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "audit.py"), *option.split()],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "NOT AUDITED" in done.stderr) == (code, True)


def test_the_bill_of_materials_is_valid_cyclonedx_and_names_each_part_once():
    bill = runpy.run_path(str(ROOT / ".ci" / "sbom.py"))["bill"]()
    pytest.importorskip("cyclonedx", reason="the library of CycloneDX is not installed")
    validation = importlib.import_module("cyclonedx.validation.json")
    version = importlib.import_module("cyclonedx.schema").SchemaVersion.V1_5
    assert validation.JsonStrictValidator(version).validate_str(json.dumps(bill)) is None
    names = [each["name"].lower().replace("_", "-") for each in bill["components"]]
    assert len(set(names)) == len(names) > 20
    assert {"spacy", "lxml", "pdfminer.six"} <= set(names)


def test_every_dependency_has_a_lower_bound_and_none_is_known_to_be_withdrawn():
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "lowest.py"), "web", "pages"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "spacy==3.8.2" in done.stdout.splitlines()
