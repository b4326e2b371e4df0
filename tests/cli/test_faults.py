"""What machines do to a run: nothing of it is lost or half-written, and what can be made is made the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from gapcheck import Analyzer, GapReport, Limits, load_taxonomy
from tests.cli.conftest import RESUME

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "mira.txt"
    path.write_text(RESUME)
    return path


def started(*args, environment=None, **options):
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environment or {})}
    return subprocess.Popen(
        [sys.executable, "-m", "gapcheck", *map(str, args)],
        env={name: value for name, value in known.items() if value is not None},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def ended(process):
    out, err = process.communicate(timeout=120)
    assert b"Traceback" not in err, err
    return process.returncode, out


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    path = tmp_path_factory.mktemp("usual") / "mira.txt"
    path.write_text(RESUME)
    return ended(started("report", path, *DAY))


def test_two_programs_fill_one_cache_and_a_spoiled_one_is_made_anew(resume, usual, tmp_path):
    place = {"GAPCHECK_CACHE_DIR": str(tmp_path / "cache")}
    both = [started("report", resume, *DAY, environment=place) for _ in range(2)]
    assert [ended(each) for each in both] == [usual, usual]
    files = [each for each in (tmp_path / "cache").rglob("*") if each.is_file()]
    assert files
    assert {each.suffix for each in files} == {".compiled"}
    for number, file in enumerate(files):
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2] if number % 2 else content[:-200] + b"\0" * 200)
        os.utime(file, (0, 0) if number % 2 else (4e9, 4e9))  # and the clock jumped meanwhile
    assert ended(started("report", resume, *DAY, environment=place)) == usual


@posix
@pytest.mark.parametrize("home", [None, "/proc/none"], ids=["no home", "nothing can be written there"])
def test_no_place_to_keep_anything_changes_nothing(resume, usual, home):
    place = {"HOME": home, "XDG_CACHE_HOME": None, "GAPCHECK_CACHE_DIR": None}
    assert ended(started("report", resume, *DAY, environment=place)) == usual


@posix
def test_what_fits_on_no_disk_leaves_what_was_there(resume, tmp_path):
    """A file size that the system refuses to exceed is a disk that is full."""
    import resource  # noqa: PLC0415  # POSIX only

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("the old one")
    done = started("report", resume, *DAY, "-o", out / "report.html", preexec_fn=full)
    assert ended(done)[0] == 5
    assert {each.name: each.read_text() for each in out.iterdir()} == {"report.html": "the old one"}


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_small_disk_that_fills_up_leaves_what_was_there(resume, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if subprocess.run(made, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    try:
        (disk / "report.html").write_text("the old one")
        assert ended(started("report", resume, *DAY, "-o", disk / "report.html"))[0] == 5
        assert [each.read_text() for each in disk.iterdir()] == ["the old one"]
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            file.write(b"\0" * 20_000)
        code, _ = ended(started("rank", resume, *DAY, "-o", disk / "ranking.json"))
        assert code == 5
        assert not (disk / "ranking.json").exists()
    finally:
        subprocess.run(["umount", str(disk)], check=False)


@posix
def test_a_ranking_that_is_killed_goes_on_and_is_whole(tmp_path):
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(20):
        (pile / f"{number:02}.txt").write_text(RESUME.replace("forecasts", f"forecasts of {number} hours"))
    output = tmp_path / "ranking.json"
    journal = tmp_path / "ranking.json.journal.jsonl"
    args = ("rank", pile, "-o", output, *DAY, "--workers", 1)
    long = pile / "05_long.txt"  # so that the run does not end before it is killed
    long.write_text(RESUME * 150)
    first = started(*args)
    while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
        time.sleep(0.02)
        assert first.poll() is None
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert not output.exists()
    long.unlink()
    with journal.open("ab") as file:
        file.write(b'["half a li')
    assert ended(started(*args, "--continue"))[0] == 0
    assert len(json.loads(output.read_text())["ranking"]) == 20
    keys = [json.loads(line)[0] for line in journal.read_text().splitlines()]
    assert len(set(keys)) == len(keys) == 20


def test_a_taxonomy_that_changes_during_a_run_changes_none_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    own = tmp_path / "own" / "skills"
    own.mkdir(parents=True)
    (own / "a.yaml").write_text(
        "- {id: ferry-planning, label: ferry planning, aliases: [demand forecasts]}\n"
    )
    analyzer = Analyzer(load_taxonomy(tmp_path / "own"), limits=replace(Limits(), documents=1))
    posting = b"Planner\n\nRequirements\n- Ferry planning\n- Python\n"
    found = []
    for report in analyzer.analyze_many([RESUME.encode()] * 2, job=posting, as_of="2026-11-21", workers=1):
        assert isinstance(report, GapReport)
        found.append(report.to_json())
        (own / "a.yaml").write_text("- {id: ferry-planning, label: [broken\n")
        for each in Path(tmp_path / "cache").rglob("*.compiled"):
            each.unlink()
    assert len(found) == 2
    assert len(set(found)) == 1
    assert '"id": "ferry-planning"' in found[0]


def test_a_clock_that_jumps_ends_nothing(resume, monkeypatch):
    """Waiting is counted by a clock that cannot be set, and the day is asked for once."""
    jumps = iter(range(0, 10**9, 10**6))
    monkeypatch.setattr(time, "time", lambda: 4e9 - next(jumps))
    report = Analyzer().analyze(resume, as_of="2026-11-21")
    assert report.score.value is not None
    assert report.as_of == "2026-11-21"
