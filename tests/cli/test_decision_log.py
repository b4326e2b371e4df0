"""The decision log: what stands in it, that it can be replayed byte for byte, and what is said where it cannot."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from .conftest import POSTING, RESUME

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def logged(run, resume, log):
    def call(*options):
        done = run("report", resume, "--log", log, "--format", "json", *DAY, *options)
        assert done.exit_code == 0, done.stderr
        return json.loads(done.stdout)

    return call


def records(log: Path) -> list[dict]:
    return [json.loads(line) for line in log.read_text().splitlines()]


def test_a_line_has_versions_rows_and_places_and_no_text_of_the_resume(logged, log):
    report = logged()
    (record,) = records(log)
    for key in ("as_of", "gapcheck_version", "taxonomy", "policy", "flags"):
        assert record[key] == report[key]
    assert record["score"]["value"] == report["score"]["value"]
    assert record["document"]["sha256"] == report["document"]["sha256"]
    rows = {row["id"]: row for row in report["requirements"]}
    assert [row["credit"] for row in record["requirements"]] == [
        rows[row["id"]]["credit"] for row in record["requirements"]
    ]
    evidence = [each for row in record["requirements"] for each in row["evidence"]]
    assert any(
        each["skill"] == "python" and RESUME[each["start"] : each["end"]] == "Python" for each in evidence
    )
    assert any(row["reasons"] for row in record["requirements"])
    printed = log.read_text()
    words = re.findall(r"\w+", RESUME)
    runs = {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}
    assert not [run for run in runs if run in printed]
    for personal in ("Mira", "Solberg", "mira", "Fjordwatt", "Lindholm", "555"):
        assert personal not in printed
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_log_without_text_is_replayed_from_the_file_itself(run, logged, log, resume, tmp_path):
    logged()
    done = run("replay", log, "--document", resume)
    assert (done.exit_code, "the same, byte for byte" in done.stdout) == (0, True)
    alone = run("replay", log)
    assert (alone.exit_code, "--document FILE" in alone.stderr) == (2, True)
    other = tmp_path / "other.txt"
    other.write_text(RESUME.replace("PyTorch", "Keras"))
    assert "no decision that is about this document" in run("replay", log, "--document", other).stderr


def test_a_log_with_text_needs_no_file(run, logged, log, posting):
    logged("--job", posting, "--log-text", "--blind")
    (record,) = records(log)
    assert set(record["documents"]) == {"resume", "job"}
    assert run("replay", log).exit_code == 0


def test_a_posting_is_checked_by_its_fingerprint(run, logged, log, resume, posting):
    logged("--job", posting)
    assert run("replay", log, "--document", resume, "--job", posting).exit_code == 0
    posting.write_text(POSTING.replace("3+", "5+"))
    done = run("replay", log, "--document", resume, "--job", posting)
    assert (done.exit_code, "not the job of decision" in done.stderr) == (2, True)


def test_the_policy_of_the_log_is_used_again(run, logged, log, resume, tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text("[source]\njob_dated = 0.8\n")
    logged("--config", policy)
    assert run("replay", log, "--document", resume).exit_code == 0


def test_another_taxonomy_is_said_and_what_it_changes(run, logged, log, resume, tmp_path):
    logged()
    skills = tmp_path / "more" / "skills"
    skills.mkdir(parents=True)
    (skills / "x.yaml").write_text("- id: zorble\n  label: Zorble\n  kind: skill\n")
    done = run("replay", log, "--document", resume, "--taxonomy", tmp_path / "more")
    assert done.exit_code == 1, done.stderr
    assert "NOT the same" in done.stdout
    assert re.search(r"taxonomy: .* then, .* now", done.stdout)


def test_a_changed_line_and_half_a_line_are_refused(run, logged, log, resume):
    logged()
    whole = log.read_text()
    log.write_text(whole.replace('"value":', '"value":1', 1))
    assert "was changed after it was written" in run("replay", log, "--document", resume).stderr
    log.write_text(whole[: len(whole) // 2])
    done = run("replay", log, "--document", resume)
    assert (done.exit_code, "cut off" in done.stderr) == (2, True)


def test_a_line_that_was_cut_off_takes_no_other_with_it(logged, log):
    log.write_text('{"log_version":"1","ki')
    logged()
    cut, whole = log.read_text().splitlines()
    assert cut.endswith('"ki')
    assert json.loads(whole)["kind"] == "decision"


def test_what_a_person_decides_stands_beside_the_score(run, logged, log, resume):
    report = logged()
    (record,) = records(log)
    before = log.read_text()
    row = next(row["id"] for row in report["requirements"] if row["status"] == "missing")
    options = ("--reviewer", "A. Okafor", "--reason", "Shown in the interview.")
    done = run(
        "override", log, record["id"][:10], *options, "--requirement", row, "--status", "met", "--score", "61"
    )
    assert done.exit_code == 0, done.stderr
    assert log.read_text().startswith(before)
    shown = run("replay", log, "--document", resume).stdout
    assert (
        f"A. Okafor decided otherwise: requirement {row}, status met, score 61.0: Shown in the interview."
        in shown
    )
    assert f"score {record['score']['value']:.1f}" in shown
    for wrong in (("--status", "met"), ("--requirement", "nonsense", "--status", "met"), ()):
        assert run("override", log, record["id"][:10], *options, *wrong).exit_code == 2
    assert run("override", log, "zzz", *options, "--score", "1").exit_code == 2


def test_a_ranking_logs_each_that_was_read(run, tmp_path, log):
    folder = tmp_path / "people"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(RESUME.replace("Mira", name.upper() + "nna"))
    (folder / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run("rank", folder, "--log", log, "--log-text", "--format", "json", *DAY)
    ranked = {row["sha256"]: row["score"] for row in json.loads(done.stdout)["ranking"]}
    assert {each["document"]["sha256"]: each["score"]["value"] for each in records(log)} == ranked
    assert len(ranked) == 2
    assert run("replay", log).exit_code == 0


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only some systems have a device that is always full"
)
def test_a_full_disk_is_said_and_no_score_goes_unlogged(run, resume):
    done = run("report", resume, "--log", "/dev/full", *DAY)
    assert (done.exit_code, done.stdout) == (5, "")
    assert "the log cannot be written" in done.stderr


def test_text_needs_a_log(run, resume):
    assert run("report", resume, "--log-text").exit_code == 2
