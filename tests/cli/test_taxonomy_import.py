import json

import pytest

CSV = {
    "skills_en.csv": "conceptUri,skillType,preferredLabel,altLabels\n"
    'u/1,knowledge,Python,"python programming\nPython 3"\nu/2,skill/competence,throw pots,\nu/3,knowledge,,\n',
    "occupations_en.csv": "conceptUri,preferredLabel,altLabels\no/1,code potter,clay coder\n",
    "occupationSkillRelations.csv": "occupationUri,relationType,skillType,skillUri\n"
    "o/1,essential,knowledge,u/1\no/1,optional,skill/competence,u/2\n",
}


@pytest.fixture
def source(tmp_path):
    place = tmp_path / "official"
    place.mkdir()
    for name, text in CSV.items():
        (place / name).write_text(text)
    return place


def test_an_import_says_what_it_did_and_a_report_can_use_it(run, source, resume, tmp_path):
    out = tmp_path / "out"
    done = run("taxonomy", "import", "esco", source, "--out", out)
    assert done.exit_code == 0, done.stderr
    assert "2 skills (1 knowledge, 1 skill)\n" in done.stdout
    assert "1 roles with 2 requirements (1 required, 1 preferred)\n" in done.stdout
    assert "skills left out: no preferred label\n" in done.stdout
    assert f"use it with --taxonomy {out} --only --role ID, such as code-potter.\n" in done.stdout

    done = run(
        "report", resume, "--taxonomy", out, "--only", "--role", "code-potter", "--as-of", "2026-11-20",
        "--format", "json",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    report = json.loads(done.stdout)
    assert {row["id"]: row["status"] for row in report["requirements"]} == {
        "python": "met",
        "throw-pots": "missing",
    }


def test_weights_of_a_role_move_points_and_are_told(run, source, resume, tmp_path):
    out = tmp_path / "out"
    assert run("taxonomy", "import", "esco", source, "--out", out).exit_code == 0
    role = out / "roles" / "code-potter.yaml"
    text = role.read_text().replace(
        "preferred, skills: [throw-pots]", "required, skills: [throw-pots], weight: 0.25"
    )
    role.write_text(text)
    done = run("report", resume, "--taxonomy", out, "--only", "--role", "code-potter", "--format", "json")
    rows = {row["id"]: row for row in json.loads(done.stdout)["requirements"]}
    assert rows["python"]["points_possible"] == 80
    assert rows["throw-pots"]["points_possible"] == 20
    assert "the role weighs it 0.25 of a full row" in rows["throw-pots"]["reasons"]


def test_mistakes_are_told_in_one_line(run, source, tmp_path):
    wrong = run("taxonomy", "import", "onet", source, "--out", tmp_path / "out")
    assert wrong.exit_code == 4
    assert "Occupation Data.txt must be in it" in wrong.stderr
    assert run("taxonomy", "import", "isco", source, "--out", tmp_path / "out").exit_code == 2
    assert run("taxonomy", "import", "esco", source).exit_code == 2
    told = run("taxonomy", "import", "onet", source, "--out", tmp_path / "out", "--language", "fr")
    assert told.exit_code == 2
    assert not (tmp_path / "out").exists()
