"""What the README says is what happens: its commands, its output, its library lines."""

import ast
import re
import subprocess
import sys

import pytest

from gapcheck.cli import main
from gapcheck.config import load_policy
from tests.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_the_checks_run_the_two_commands_as_printed():
    commands = [
        line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")
    ]
    assert len(commands) == 2
    for command in commands:
        assert command in CI


def test_the_report_is_the_one_that_is_printed():
    shown = blocks("text")[0]
    done = subprocess.run(
        [sys.executable, "-m", "gapcheck", "report", "examples/resume.pdf", "--as-of", "2026-11-21"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    at = 0
    for piece in re.split(r"^\[\.\.\.\]\n", shown, flags=re.MULTILINE):
        found = done.stdout.find(piece, at)
        assert found >= 0, f"not in the report, or not there:\n{piece}"
        at = found + len(piece)
    # an address is never broken, so that it can be clicked
    wide = [line for line in done.stdout.splitlines() if len(line) > 80 and "https://" not in line]
    assert not wide


def test_the_library_lines_run(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    code = blocks("python")[0]
    namespace = {}
    exec(compile(ast.parse(code), "README.md", "exec"), namespace)  # noqa: S102
    assert namespace["html"].lstrip().lower().startswith("<!doctype html>")
    assert capsys.readouterr().out


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()


def test_it_is_read_in_five_minutes():
    told = re.sub(
        r"^```.*?^```|<!-- measured -->.*<!-- /measured -->", "", README, flags=re.DOTALL | re.MULTILINE
    )
    assert len(told.split()) < 1300  # 250 words a minute, besides the sample and the figures


def test_every_command_is_named():
    for name in main.commands:
        assert f"gapcheck {name}" in README, name


def test_the_constants_named_are_those_of_the_policy():
    score = load_policy().score
    assert f"Met is a credit of {score.met:.2f} or more, partial {score.partial:.2f} or more" in README
    assert (score.soft_factor, score.soft_share_cap, score.preferred_share_cap) == (0.25, 0.10, 0.20)
    assert (
        "soft skills weigh a quarter and at most a tenth in all; preferred rows carry at most a fifth"
        in README
    )
