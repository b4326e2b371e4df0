"""compare through the whole program."""

import json

import pytest

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def shorter(resume):
    path = resume.with_name("shorter.txt")
    path.write_text(
        resume.read_text(encoding="utf-8").replace("- Deployed models", "- Looked at models"),
        encoding="utf-8",
    )
    return path


def test_two_versions_and_the_gate(run, resume, shorter):
    done = run("compare", resume, shorter, *DAY)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("mira.txt ")
    assert " -> shorter.txt " in done.stdout
    assert run("compare", resume, shorter, "--fail-if-worse", *DAY).exit_code == 1
    assert run("compare", shorter, resume, "--fail-if-worse", *DAY).exit_code == 0


def test_one_resume_under_two_targets(run, resume, posting):
    done = run("compare", resume, "--job2", posting, "--format", "json", *DAY)
    found = json.loads(done.stdout)
    assert (found["before"]["target"], found["after"]["target"]) == (
        "machine learning engineer",
        "data engineer",
    )


def test_a_saved_report_is_compared_with_the_resume_as_it_is_now(run, resume, tmp_path):
    saved = tmp_path / "before.json"
    assert run("report", resume, "-o", saved, *DAY).exit_code == 0
    done = run("compare", saved, resume, *DAY)
    assert done.exit_code == 0, done.stderr
    assert "No requirement changed." in done.stdout


def test_wrong_usage_says_what_is_missing(run, resume, posting):
    alone = run("compare", resume)
    assert (alone.exit_code, "give a second resume" in alone.stderr) == (2, True)
    both = run("compare", resume, "--role2", "x", "--job2", posting)
    assert (both.exit_code, "Give one of them" in both.stderr) == (2, True)
    assert run("compare", resume, "nowhere.pdf").exit_code == 3
