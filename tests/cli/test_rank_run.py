"""gapcheck rank, interrupted and gone on with: nothing is lost, nothing is done twice, and the ranking is the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from gapcheck.cli.ranking_run import default_workers
from tests.cli.conftest import RESUME

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(RESUME.replace("forecasts", f"forecasts of {number} hours"))
    (folder / "torn.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


def command(*args):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-m", "gapcheck", *map(str, args)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def heeds_ctrl_c():
    """Child processes heed SIGINT, also where the shell started the tests in the background, which ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.usefixtures("heeds_ctrl_c")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_ranking_is_valid_and_goes_on(pile, tmp_path, sent):
    output = tmp_path / "ranking.json"
    journal = tmp_path / "ranking.json.journal.jsonl"
    args = ("rank", pile, "-o", output, "--workers", 2, *DAY)
    long = pile / "05_long.txt"  # so that the run does not end before it is interrupted
    long.write_text(RESUME * 150)
    with command(*args) as first:
        while not journal.exists() or journal.read_bytes().count(b"\n") < 3:
            time.sleep(0.02)
            assert first.poll() is None
        first.send_signal(sent)  # to the parent alone: its workers are in a session of their own
        _, said = first.communicate()
    assert first.returncode == 130
    assert "--continue goes on" in said
    done = json.loads(output.read_text())["ranking"]
    assert 3 <= len(done) < 30
    long.unlink()
    with command(*args, "--continue") as second:
        _, said = second.communicate()
    assert second.returncode == 0
    assert f"{len(done)} of 31 resumes were taken over" in said
    values = json.loads(output.read_text())
    assert len(values["ranking"]) == 30
    assert [each["name"] for each in values["failures"]] == ["torn.pdf"]
    keys = [json.loads(line)[0] for line in journal.read_text().splitlines()]
    assert len(set(keys)) == len(keys) == 31


def test_what_was_done_is_taken_over_by_content_target_and_day(run, pile, tmp_path):
    for path in sorted(pile.iterdir())[3:-1]:
        path.unlink()
    output = tmp_path / "a.csv"
    assert run("rank", pile, "-o", output, *DAY).exit_code == 0
    whole = output.read_bytes()
    assert not (tmp_path / "a.csv.journal.jsonl").exists()
    assert "taken over" not in run("rank", pile, "-o", output, "--continue", *DAY).stderr
    (pile / "00.txt").rename(pile / "00a.txt")
    again = run("rank", pile, "-o", output, "--continue", *DAY)
    assert "4 of 4 resumes were taken over" in again.stderr
    assert "gapcheck: torn.pdf is damaged" in again.stderr
    assert output.read_bytes() == whole.replace(b"00.txt", b"00a.txt")
    other_day = run("rank", pile, "-o", output, "--continue", "--as-of", "2026-11-20")
    assert "taken over" not in other_day.stderr


def test_going_on_needs_a_file(run, pile):
    done = run("rank", pile, "--continue", *DAY)
    assert done.exit_code == 2
    assert "--continue needs -o FILE" in done.stderr


def test_few_resumes_need_no_workers():
    assert default_workers(3) == 0
    assert 1 <= default_workers(1000) <= 8
