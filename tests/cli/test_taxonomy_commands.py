import json

import pytest


@pytest.fixture
def own(tmp_path):
    place = tmp_path / "own"
    (place / "skills").mkdir(parents=True)
    (place / "taxonomy.yaml").write_text('version: "1"\n')
    (place / "skills" / "crafts.yaml").write_text(
        "- id: dyeing\n  label: dyeing\n  aliases: [wool dyeing]\n  broader: [textiles]\n"
        "- id: textiles\n  label: textiles\n"
    )
    return place


def test_one_skill_by_id_label_or_alias(run, own):
    for name in ("dyeing", "Dyeing", "wool dyeing", "Wool-Dyeing"):
        done = run("taxonomy", "show", name, "--taxonomy", own, "--only")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith("dyeing  [dyeing, skill, crafts, caseless]\n")
    assert "broader:         textiles" in done.stdout


def test_one_skill_as_json(run, own):
    done = run("taxonomy", "show", "textiles", "--taxonomy", own, "--only", "--format", "json")
    (skill,) = json.loads(done.stdout)["skills"]
    assert skill["narrower"] == ["dyeing"]
    assert skill["roles"] == []


def test_an_unknown_skill_says_what_is_near(run):
    done = run("taxonomy", "show", "pandaz")
    assert done.exit_code == 2
    assert done.stderr.startswith("gapcheck: There is no skill 'pandaz'.\n  Did you mean pandas")


def test_a_broken_file_is_told_with_file_and_line_and_exit_code_4(run, own):
    broken = own / "skills" / "crafts.yaml"
    broken.write_text("- id: dyeing\n  label: dyeing\n  alias: [wool dyeing]\n- id: textiles\n")
    for args in (
        ["taxonomy", "check", own],
        ["roles", "--taxonomy", own],
        ["report", "x.pdf", "--taxonomy", own],
    ):
        done = run(*args)
        assert done.exit_code == 4
        assert f"{broken}:3: unknown key 'alias'; did you mean aliases?" in done.stderr
        assert f"{broken}:4: label is missing." in done.stderr
        assert done.stdout == ""


def test_a_missing_folder(run, tmp_path):
    done = run("roles", "--taxonomy", tmp_path / "nowhere")
    assert done.exit_code == 4
    assert "there is no such folder" in done.stderr


def test_a_sound_folder_passes_the_check(run, own):
    done = run("taxonomy", "check", own, "--only")
    assert done.exit_code == 0, done.stderr
    assert "no problems (2 skills, 0 roles, 0 certificates)" in done.stdout


def test_examples_of_skills_are_run(run, own):
    (own / "skills" / "crafts.yaml").write_text(
        "- id: dyeing\n  label: dyeing\n  examples: {yes: [Dyeing of wool, Weaving], no: [tie-dyeing, cooking]}\n"
    )
    done = run("taxonomy", "check", own, "--only")
    assert done.exit_code == 4
    assert "crafts.yaml:3: examples.yes: 'Weaving' does not name 'dyeing'." in done.stderr
    assert "examples.yes: 'Dyeing of wool'" not in done.stderr
    assert "'cooking'" not in done.stderr


def test_a_schema_is_printed_or_all_are_written(run, tmp_path):
    done = run("taxonomy", "schema", "skills")
    assert json.loads(done.stdout)["type"] == "array"
    assert run("taxonomy", "schema", "--out", tmp_path / "schema").exit_code == 0
    assert (tmp_path / "schema" / "skills.json").read_text() == done.stdout
    assert run("taxonomy", "schema").exit_code == 2
    assert "Known are skills, roles" in run("taxonomy", "schema", "skilz").stderr


def test_the_catalogue_on_a_day(run):
    def listed(*args):
        rows = json.loads(run("certifications", "--format", "json", *args).stdout)["certifications"]
        return {row["id"]: row for row in rows}

    today, every = listed("--as-of", "2026-11-21"), listed("--as-of", "2026-11-21", "--all")
    assert set(today) < set(every)
    assert all(row["recommendable"] for row in today.values())
    retired = [row for row in every.values() if row["status"] == "retired"]
    assert retired
    assert all(row["cost_usd"] is None or row["cost_usd"] >= 0 for row in every.values())
    some = listed("--skill", "aws", "--as-of", "2026-11-21")
    assert some
    assert set(some) < set(today)


def test_an_unknown_role_or_skill_of_the_catalogue(run):
    assert "Did you mean registered-nurse?" in run("certifications", "--role", "nurse").stderr
    assert "There is no role 'astronaut'" in run("certifications", "--role", "astronaut").stderr
    assert "Did you mean python" in run("certifications", "--skill", "pythn").stderr


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "csv", "json"])
def test_lists_in_every_format(run, format_):
    for command in ("roles", "certifications"):
        done = run(command, "--format", format_, "--as-of", "2026-11-21")
        assert done.exit_code == 0, done.stderr
        assert done.stdout.endswith("\n")


def test_roles_are_listed_as_wide_as_a_terminal(run):
    lines = run("roles").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == ["id", "required", "preferred", "documents"]
    assert [line.split()[3] for line in lines if line.startswith("data-analyst ")] == ["2"]
    listed = json.loads(run("roles", "--format", "json").stdout)["roles"]
    assert {row["id"]: row["label"] for row in listed}["data-analyst"] == "data analyst"


def test_a_label_that_says_more_than_the_id_is_listed(run, own):
    (own / "roles").mkdir()
    (own / "roles" / "dyer.yaml").write_text("id: dyer\nlabel: Master of dyes\n")
    assert "Master of dyes" in run("roles", "--taxonomy", own).stdout


def test_the_policy_in_force(run, tmp_path):
    own = tmp_path / "policy.toml"
    own.write_text("[score]\nmet = 0.9\n")
    assert "met = 0.9\n" in run("config", "show", "--config", own).stdout
    assert json.loads(run("config", "show", "--format", "json").stdout)["score"]["met"] == 0.7
    assert run("config", "show", "--default").stdout.startswith("# The scoring policy")


def test_what_is_printed_can_be_given_back(run, tmp_path):
    own = tmp_path / "policy.toml"
    printed = run("config", "show").stdout
    own.write_text(printed)
    assert run("config", "show", "--config", own).stdout == printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[score]\nmett = 1\n", "did you mean met?"),
        ("[score\n", "is not TOML"),
        ("[score]\nmet = 7\n", "met"),
    ],
)
def test_a_broken_policy_is_exit_code_4(run, tmp_path, text, message):
    own = tmp_path / "policy.toml"
    own.write_text(text)
    done = run("config", "show", "--config", own)
    assert done.exit_code == 4
    assert message in done.stderr
    assert str(own) in done.stderr


def test_a_statement_is_matched_with_the_nearest_skills(run, own):
    done = run("taxonomy", "match", "dyed the yarn and the wool", "--taxonomy", own, "--only")
    assert done.exit_code == 0, done.stderr
    head, first, *_ = done.stdout.splitlines()
    assert head.split() == ["score", "meant", "skill", "label", "words"]
    assert first.split()[-3:-1] == ["dyeing", "dyeing"]


def test_the_nearest_skills_as_json(run, own):
    done = run(
        "taxonomy", "match", "wool dyeing", "--taxonomy", own, "--only", "--format", "json", "--limit", "1"
    )
    values = json.loads(done.stdout)
    assert values["text"] == "wool dyeing"
    (skill,) = values["skills"]
    assert (skill["skill"], skill["score"], skill["meant"]) == ("dyeing", 1.0, True)


def test_nothing_near_is_said(run, own):
    done = run("taxonomy", "match", "qqq", "--taxonomy", own, "--only")
    assert done.stdout == "No skill is near to this text.\n"
