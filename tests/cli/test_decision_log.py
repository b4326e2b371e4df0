"""The decision log: what stands in it, that it can be replayed byte for byte, and what is said where it cannot."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gapcheck.export.decision_log import identity, line_of
from tests.places import ROOT

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


def test_each_row_of_a_log_says_what_decided_its_credit(logged, log):
    logged()
    (record,) = records(log)
    shown = [row for row in record["requirements"] if row["credit"]]
    assert all(row["summary"] for row in record["requirements"])
    rules = {each["skill"]: each["rule"] for row in shown for each in row["evidence"] if each["rule"]}
    assert rules["python"] == "Python"
    by_name = {"phrase", "pattern", "similarity", "implied", "related"}
    assert all(each["rule"] for row in shown for each in row["evidence"] if each["method"] in by_name)


def test_each_row_of_a_log_says_what_made_a_line_of_the_posting_a_demand(logged, log, posting):
    posting.write_text(
        "Data engineer\n\nWhat you bring\n- Python\n- Airflow is a plus\n\nThe team\n\nYou must have worked with SQL.\n"
    )
    report = logged("--job", posting)
    (record,) = records(log)
    decided = {
        row["id"]: [(each["line"], each["rule"], each["cue"]) for each in row["sources"]]
        for row in record["requirements"]
    }
    assert decided["python"] == [(4, "heading", "What you bring")]
    assert decided["apache-airflow"] == [(5, "clause", "is a plus")]
    assert decided["sql"] == [(9, "sentence", "must have")]
    assert [row["sources"] for row in record["requirements"]] == [
        row["sources"] for row in report["requirements"]
    ]


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


def test_what_a_log_says_commands_no_terminal_and_breaks_no_line(run, logged, log, resume):
    logged()
    (record,) = records(log)
    record["target"]["id"] += "\x1b[31m"
    record["taxonomy"]["version"] = "9\x1b]0;title\x07\nx"
    record["id"] = identity(record)
    odd = "\x1b]0;owned\x07 B.\u202e\nQuist\u2028x"
    other = {"log_version": "1", "kind": "override", "decision": record["id"], "reviewer": odd, "reason": odd}
    other |= {"requirement": odd, "status": odd}
    log.write_text(line_of(record) + line_of({**other, "id": identity(other)}))
    record["target"]["id"] = "machine-learning-engineer"
    done = run("replay", log, "--document", resume)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", done.output)
    record["id"] = other["decision"] = identity(record)
    log.write_text(line_of(record) + line_of({**other, "id": identity(other)}))
    done = run("replay", log, "--document", resume)
    assert done.exit_code == 1, done.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", done.output)
    (line,) = (each for each in done.stdout.splitlines() if "decided otherwise" in each)
    assert line.endswith("]0;owned B. Quist x")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("document", None), ("document.sha256", 3), ("as_of", None), ("blind", "no"), ("target.id", None),
        ("target.sha256", 1), ("score.value", "high"), ("policy", []), ("taxonomy.version", None),
        ("requirements", {}), ("requirements.id", None), ("models", []), ("documents", 1), ("gapcheck_version", None),
    ],
)  # fmt: skip
def test_a_record_that_lacks_a_part_is_refused_by_its_name(run, log, path, value):
    record = {
        "log_version": "1", "kind": "decision", "as_of": "2026-11-21", "gapcheck_version": "1", "blind": False,
        "taxonomy": {"version": "1", "sha256": "a"}, "policy": {"sha256": "b"}, "document": {"sha256": "c"},
        "target": {"kind": "role", "id": "x"}, "score": {"value": 1.0}, "requirements": [{"id": "r", "credit": 1.0}],
    }  # fmt: skip
    *outer, last = path.split(".")
    within = record
    for key in outer:
        within = within[key][0] if key == "requirements" else within[key]
    if value is None:
        del within[last]
    else:
        within[last] = value
    log.write_text(line_of({**record, "id": identity(record)}))
    done = run("replay", log)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert f"{log}:1: this record has no '{path}" in done.stderr


def test_an_override_without_a_reviewer_and_a_kind_that_is_none_are_refused(run, log):
    record = {"log_version": "1", "kind": "override", "decision": "a", "reason": "b"}
    log.write_text(line_of({**record, "id": identity(record)}))
    assert "no 'reviewer'" in run("replay", log).stderr
    for kind in (["decision"], "else"):
        log.write_text(line_of({**record, "kind": kind, "id": "x"}))
        done = run("replay", log)
        assert (done.exit_code, "which is not known" in done.stderr) == (2, True)


def test_a_score_that_no_float_holds_is_shown_as_it_is(run, logged, log, resume):
    logged()
    (record,) = records(log)
    record["score"]["value"] = 10**400
    log.write_text(line_of({**record, "id": identity(record)}))
    assert f"score 1{'0' * 400} for" in run("replay", log, "--document", resume).stdout


def test_a_line_without_end_is_refused_before_it_fills_the_memory(run):
    done = run("replay", "/dev/zero")
    assert (done.exit_code, "a line is longer than 20 MB" in done.stderr) == (2, True)


def test_a_document_without_end_is_none_of_a_log(run, logged, log):
    logged()
    done = run("replay", log, "--document", "/dev/zero")
    assert (done.exit_code, "no decision that is about this document" in done.stderr) == (2, True)


def test_only_the_owner_reads_a_log_that_was_there_before(logged, log):
    log.touch(mode=0o644)
    log.chmod(0o644)
    logged()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_no_call_is_needed_that_some_systems_lack(logged, log, monkeypatch):
    for name in ("pread", "fchmod"):
        monkeypatch.delattr(os, name)
    logged()
    logged()
    assert len(records(log)) == 2


def test_a_pipe_gets_the_line_too(resume, tmp_path):
    code = "from gapcheck.cli import main; main()"
    options = ("--log", "/dev/stdout", "-o", tmp_path / "report.json", "-q")
    done = subprocess.run(
        [sys.executable, "-c", code, "report", resume, *DAY, *options],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kind"] == "decision"
