"""The commands of docs/report.md run as printed, on files of an invented person."""

import re
import shlex

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from tests.advice.test_actions import POSTING, RESUME
from tests.places import ROOT

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^gapcheck (report .*)$", PAGE, flags=re.MULTILINE)
FACTS, WISHES = (
    re.search(rf"```yaml\n({key}:.*?)```", PAGE, flags=re.DOTALL) for key in ("confirmed", "must")
)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_run(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "resume.txt").write_text(RESUME)
    (tmp_path / "posting.txt").write_text(POSTING)
    (tmp_path / "facts.yaml").write_text(FACTS.group(1))
    (tmp_path / "wishes.yaml").write_text(WISHES.group(1))
    done = CliRunner().invoke(main, [*shlex.split(command), "--as-of", "2026-11-21"], prog_name="gapcheck")
    assert done.exit_code == 0, done.output
    assert len(done.stdout.splitlines()) <= 60 or "-v" in command


def test_there_are_commands():
    assert len(COMMANDS) == 8
