"""gapcheck taxonomy build: what is new in job documents, what a role changes, and the way of a new skill into use."""

import json
import subprocess
import sys

import pytest

POSTING = """Data Engineer

Requirements
- 3+ years of experience in Python and SQL
- Experience with Quorvex or Airflow

Nice to have
- Hopperline
"""


@pytest.fixture
def job(tmp_path):
    place = tmp_path / "job.txt"
    place.write_text(POSTING)
    return place


def build(run, *args):
    return run("taxonomy", "build", *args, "--role", "loom-engineer")


def test_new_terms_are_said_and_the_role_is_printed(run, job):
    done = build(run, job)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Read from 1 job document;")
    assert "2 terms are not in the taxonomy: Hopperline, Quorvex." in done.stderr
    assert "--propose FILE" in done.stderr
    assert "quorvex" not in done.stdout


def test_quiet_says_nothing(run, job):
    assert build(run, job, "-q").stderr == ""


def test_from_a_proposal_to_a_row_of_the_role(run, job, tmp_path):
    own, file = tmp_path / "own", tmp_path / "new.yaml"
    done = build(run, job, "--out", own, "--propose", file)
    assert f"{file} written" in done.stderr
    assert "- id: quorvex\n  label: Quorvex\n  match: cased\n" in file.read_text()
    (own / "skills").mkdir()
    file.rename(own / "skills" / "data.yaml")
    checked = run("taxonomy", "check", own)
    assert checked.exit_code == 0, checked.stderr
    again = build(run, job, "--taxonomy", own, "--out", own, "--update")
    assert again.exit_code == 0, again.stderr
    assert "+ Hopperline [hopperline]: preferred" in again.stdout
    assert "not in the taxonomy" not in again.stderr
    assert "skills: [apache-airflow, quorvex]" in (own / "roles" / "loom-engineer.yaml").read_text()
    shown = run("taxonomy", "show", "Quorvex", "--taxonomy", own)
    assert "asked for by:" in shown.stdout


def test_a_proposal_does_not_take_the_place_of_a_file(run, job, tmp_path):
    (tmp_path / "new.yaml").write_text("corrected by hand")
    done = build(run, job, "--propose", tmp_path / "new.yaml")
    assert done.exit_code == 2
    assert "exists already" in done.stderr
    assert (tmp_path / "new.yaml").read_text() == "corrected by hand"


def test_an_update_shows_and_writes_only_where_told(run, job, tmp_path):
    own = tmp_path / "own"
    place = own / "roles" / "loom-engineer.yaml"
    build(run, job, "--out", own)
    before = place.read_text()
    job.write_text(POSTING.replace("Python and SQL", "Python"))
    for options in (["--taxonomy", own], ["--out", own, "--dry-run"]):
        done = build(run, job, "--update", *options)
        assert done.exit_code == 0, done.stderr
        assert "Changed" in done.stdout
        assert max(map(len, done.stdout.splitlines())) <= 80
        assert place.read_text() == before
    done = build(run, job, "--out", own, "--update", "--format", "json")
    values = json.loads(done.stdout)
    assert values["role"] == "loom-engineer"
    assert values["added"] or values["changed"]
    assert place.read_text() != before
    again = build(run, job, "--out", own, "--update")
    assert again.stdout.startswith("Role loom-engineer: nothing has changed (")


def test_an_update_needs_a_role_that_stands(run, job):
    done = build(run, job, "--update")
    assert done.exit_code == 2
    assert "There is no role 'loom-engineer' to update yet" in done.stderr


@pytest.mark.parametrize("options", [["--dry-run"], ["--format", "json"]])
def test_options_of_an_update_need_it(run, job, options):
    done = build(run, job, *options)
    assert done.exit_code == 2
    assert f"{options[0]} needs --update" in done.stderr


def test_requirements_list_what_is_new(run, job):
    done = run("requirements", job)
    assert "NOT IN THE TAXONOMY (2 terms)" in done.stdout
    assert '"Experience with Quorvex or Airflow"' in done.stdout
    values = json.loads(run("requirements", job, "--format", "json").stdout)
    (first, second) = values["unknown_terms"]
    assert (first["id"], second["id"]) == ("hopperline", "quorvex")
    assert second["contexts"] == [
        {"document": "job.txt", "line": 5, "quote": "Experience with Quorvex or Airflow"}
    ]
    assert "quorvex" in [skill["id"] for row in values["merged"] for skill in row["skills"]]
    table = run("requirements", job, "--format", "csv")
    assert "2 terms are not in the taxonomy" in table.stderr
    assert "NOT IN" not in table.stdout


def test_the_command_itself_tells_new_terms(job):
    """In a process of its own, where only what is needed of spaCy is loaded."""
    command = [sys.executable, "-m", "gapcheck", "requirements", str(job)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "NOT IN THE TAXONOMY (2 terms)" in done.stdout
