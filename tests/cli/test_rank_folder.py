"""The ranking of a folder through the whole program: order, failures, copies, must-haves."""

import json

import pytest

DAY = ("--as-of", "2026-11-21")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def report_of(done):
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def pile(resume, tmp_path):
    """A folder of resumes: two that can be read, one of them twice, and one that cannot."""
    place = tmp_path / "pile"
    (place / "more").mkdir(parents=True)
    (place / ".hidden").mkdir()
    text = resume.read_text(encoding="utf-8")
    (place / "a.txt").write_text(text, encoding="utf-8")
    (place / "more" / "b.txt").write_text(text, encoding="utf-8")
    lesser = text.replace("deep learning models in PyTorch", "colleagues").replace(
        "PyTorch, TensorFlow, AWS, ", ""
    )
    (place / "c.txt").write_text(lesser, encoding="utf-8")
    (place / "d.pdf").write_bytes(PNG)
    (place / ".hidden" / "e.txt").write_text(text, encoding="utf-8")
    (place / "notes.xyz").write_text("no resume")
    return place


def test_a_ranking_of_a_folder(run, pile):
    done = run("rank", pile, "--format", "json", *DAY)
    values = report_of(done)
    assert [(row["rank"], row["name"]) for row in values["ranking"]] == [
        (1, "a.txt"),
        (1, "b.txt"),
        (3, "c.txt"),
    ]
    assert [row["name"] for row in values["failures"]] == ["d.pdf"]
    assert "gapcheck: d.pdf is a PNG image" in done.stderr
    assert "1 of 4 resumes could not be scored." in done.stderr
    single = report_of(run("report", pile / "c.txt", "--format", "json", *DAY))
    assert values["ranking"][2]["score"] == single["score"]["value"]


def test_a_folder_gives_its_json_resumes_and_no_other_json(run, tmp_path):
    work = [
        {
            "name": "Sample Mills",
            "position": "Data analyst",
            "startDate": "2019-01",
            "highlights": ["Wrote SQL"] * 9,
        }
    ]
    person = {
        "basics": {"name": "Mira Solberg", "summary": "I turn tables into answers. " * 16},
        "work": work,
    }
    (tmp_path / "mira.json").write_text(json.dumps(person))
    (tmp_path / "ranking.json").write_text('{"ranking": [], "schema_version": "2"}')
    values = report_of(run("rank", tmp_path, "--format", "json", *DAY))
    assert [row["name"] for row in values["ranking"]] == ["mira.json"]
    assert values["failures"] == []


def test_a_ranking_by_pattern_and_as_a_table(run, pile):
    done = run("rank", f"{pile}/*.txt", *DAY)
    assert done.exit_code == 0
    first = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert first[0].startswith("Ranking for machine learning engineer, as of ")
    assert first[1] == "In order of must-haves met, then by score."
    assert [line.split()[-1] for line in first[3:]] == ["name", "a.txt", "c.txt"]


def test_a_blind_ranking_names_no_file(run, pile):
    done = run("rank", pile, "--blind", "--format", "json", *DAY)
    names = [row["name"] for part in ("ranking", "failures") for row in json.loads(done.stdout)[part]]
    assert all(name.startswith("resume ") for name in names)
    for word in ("d.pdf", "Mira", "Solberg"):
        assert word not in done.stdout + done.stderr


def test_copies_are_said_to_be_copies(run, pile):
    rows = report_of(run("rank", pile, "--format", "json", *DAY))["ranking"]
    assert {row["name"]: row["flags"] for row in rows}["b.txt"] == ["identical to a.txt"]
    assert "identical" in run("rank", pile, *DAY).stdout


def test_nobody_is_ranked_by_wishes_alone(run, pile, tmp_path):
    posting = tmp_path / "wishes.md"
    posting.write_text("# Data engineer\n\n## Nice to have\n\n- Python\n- SQL\n")
    done = run("rank", pile / "a.txt", pile / "c.txt", "--job", posting, "--format", "json", *DAY)
    assert [(row["rank"], row["name"]) for row in report_of(done)["ranking"]] == [
        (None, "a.txt"),
        (None, "c.txt"),
    ]
    assert "not ranked" in done.stderr


def test_a_ranking_shows_must_haves_conditions_and_flags(run, tmp_path):
    folder = tmp_path / "people"
    folder.mkdir()
    names = "Welding, soldering, plumbing, drainage, boilers, HVAC, carpentry, masonry, painting, roofing, Excel, AutoCAD"
    work = "Sold bread and flowers, counted the till each evening and opened the shop on Saturdays for eight years.\n"
    text = f"Corin Vale\n\nSkills\n{names}, SAP, Java\n\nExperience\n\nCashier, Fig Street Market\nMay 2018 - May 2026\n{work * 4}"
    (folder / "vale.txt").write_text(text + "\nLicenses\n\nJourneyman Plumber, Oregon, expired March 2024\n")
    posting = tmp_path / "posting.md"
    posting.write_text("# Plumber\n\n## Requirements\n\n- Oregon journeyman plumber license\n- Soldering\n")
    (row,) = report_of(run("rank", folder, "--job", posting, "--format", "json", *DAY))["ranking"]
    assert row["must_haves"] == "0/2"
    assert row["verdict"] == "far"
    assert row["flags"] == ["keyword list"]
    (condition,) = row["conditions"]
    assert condition.endswith("expired 2024-03")


def test_a_ranking_of_nothing_that_can_be_read(run, pile, tmp_path):
    done = run("rank", pile / "d.pdf", tmp_path / "gone.pdf", "--format", "json", *DAY)
    assert done.exit_code == 3
    assert [row["name"] for row in json.loads(done.stdout)["failures"]] == ["d.pdf", "gone.pdf"]
    assert run("rank", f"{tmp_path}/*.nothing").exit_code == 2
