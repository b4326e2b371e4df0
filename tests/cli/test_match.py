"""match: one resume and many postings, through the whole program."""

import json

import pytest

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def postings(tmp_path):
    """Two jobs that only Airflow keeps closed, one that asks for Spark besides, and one of another trade."""
    folder = tmp_path / "postings"
    folder.mkdir()
    known = "Python, SQL, Docker"
    for name, asked in (
        ("a", f"{known}, Airflow"),
        ("b", f"{known}, Airflow"),
        ("c", f"{known}, Spark, Airflow"),
    ):
        skills = "\n".join(f"- Experience with {each}" for each in asked.split(", "))
        text = f"Data Engineer\n\nRequirements\n{skills}\n- Experience with Kafka\n- Experience with dbt\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    trade = "Baker\n\nRequirements\n- Sourdough baking\n- Pastry lamination\n- Oven maintenance\n- Forklift licence\n"
    (folder / "d.txt").write_text(trade, encoding="utf-8")
    return folder


def test_postings_are_ranked_and_the_steps_open_most_of_them(run, resume, postings):
    done = run("match", resume, postings, "--format", "json", *DAY)
    assert done.exit_code == 0, done.stderr
    values = json.loads(done.stdout)
    assert [row["name"] for row in values["postings"]] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert values["learn"]["jobs"] == 4
    assert values["learn"]["out_of_reach"] == 1
    steps = values["learn"]["steps"]
    assert {"apache-airflow", "apache-kafka"} <= {step["skill"] for step in steps}
    assert steps[0]["asked_by"] == 3
    assert [step["open"] for step in steps] == sorted(step["open"] for step in steps)
    assert not any("baking" in step["label"] for step in steps), (
        "what only a job out of reach asks for is no step"
    )


def test_what_a_step_opens_is_what_the_report_says_with_it(run, resume, postings):
    """The steps up to the one that opens a posting, as what-ifs of its own report, make its fit a good one."""
    learn = json.loads(run("match", resume, postings, "--format", "json", *DAY).stdout)["learn"]
    until = next(at for at, step in enumerate(learn["steps"], 1) if step["opens"])
    supposed = [arg for step in learn["steps"][:until] for arg in ("--what-if", step["skill"])]
    report = run("report", resume, "--job", postings / "a.txt", *supposed, "--format", "json", *DAY)
    assert json.loads(report.stdout)["what_if"]["after"]["value"] >= 60


def test_text_names_the_postings_and_what_to_learn_and_says_what_failed(run, resume, postings):
    (postings / "e.txt").write_bytes(b"")
    done = run("match", resume, postings, *DAY)
    assert done.exit_code == 0
    assert done.stdout.startswith("Postings for mira.txt: ")
    assert "Learn next" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "gapcheck: e.txt is empty." in done.stderr
    assert "1 of 5 postings could not be scored." in done.stderr


def test_what_is_missing_is_named_in_short(run, resume, postings):
    long = "Data Engineer\n\nRequirements\n- Infrastructure as code such as Terraform, Pulumi or Ansible\n- Python\n"
    (postings / "f.txt").write_text(long, encoding="utf-8")
    done = run("match", resume, postings / "f.txt", *DAY)
    assert "Infrastructure as code" in " ".join(done.stdout.split())
    assert "Pulumi" not in done.stdout


def test_postings_of_one_name_are_told_apart(run, resume, postings):
    for each in ("port", "quay"):
        (postings / each).mkdir()
        (postings / each / "job.txt").write_text(
            (postings / "a.txt").read_text(encoding="utf-8"), encoding="utf-8"
        )
    (postings / "quay" / "job.html").write_bytes(b"")
    (postings / "port" / "job.html").write_bytes(b"")
    done = run("match", resume, postings, "--format", "json", *DAY)
    values = json.loads(done.stdout)
    assert {"port/job.txt", "quay/job.txt"} <= {row["name"] for row in values["postings"]}
    assert [row["name"] for row in values["failures"]] == ["port/job.html", "quay/job.html"]
    assert "gapcheck: quay/job.html is empty." in done.stderr


def test_nothing_to_compare(run, resume, tmp_path):
    assert run("match", resume, tmp_path / "nowhere.txt", *DAY).exit_code == 3
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("match", resume, empty)
    assert (done.exit_code, "no postings found there" in done.stderr) == (2, True)
