"""report, parse, requirements and roles --match on real files, through the whole program."""

import csv
import io
import json
import subprocess
import sys

import pytest

from gapcheck.export import json_resume
from gapcheck.taxonomy import load

DAY = ("--as-of", "2026-11-21")


def report_of(done):
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_a_report_as_json(run, resume):
    report = report_of(run("report", resume, "--format", "json", *DAY))
    assert report["schema_version"] == "2"
    assert report["as_of"] == "2026-11-21"
    assert report["target"]["id"] == "machine-learning-engineer"
    assert 0 < report["score"]["value"] <= 100
    total = sum(row["points"] for row in report["requirements"])
    assert total == pytest.approx(report["score"]["value"], abs=0.05)
    assert {"python", "sql", "pytorch"} <= {row["id"] for row in report["skills"]}


def test_the_same_input_gives_the_same_bytes(run, resume):
    one, two = (run("report", resume, "--format", "json", *DAY).stdout_bytes for _ in range(2))
    assert one == two


def test_a_report_from_standard_input_is_the_same_but_for_the_name(run, resume):
    from_file = report_of(run("report", resume, "--format", "json", *DAY))
    piped = report_of(run("report", "-", "--format", "json", *DAY, input=resume.read_bytes()))
    assert piped["document"].pop("name") == "standard input"
    assert from_file["document"].pop("name") == "mira.txt"
    assert piped == from_file


def test_a_report_against_a_posting(run, resume, posting):
    report = report_of(run("report", resume, "--job", posting, "--format", "json", *DAY))
    assert report["target"]["kind"] == "job"
    assert report["target"]["id"] == "posting.txt"
    assert any("python" in {s["id"] for s in row["skills"]} for row in report["requirements"])


@pytest.mark.parametrize(
    ("name", "begin"), [("r.txt", ""), ("r.md", "#"), ("r.html", "<!doctype html>"), ("r.json", "{"), ("r.csv", "")]
)  # fmt: skip
def test_a_report_in_every_format(run, resume, tmp_path, name, begin):
    place = tmp_path / name
    done = run("report", resume, "-o", place, *DAY)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    text = place.read_text(encoding="utf-8")
    assert text.lower().startswith(begin)
    assert len(text) > 500


def test_nothing_is_coloured_when_piped(run, resume):
    assert "\x1b" not in run("report", resume, *DAY).stdout


def test_fail_under(run, resume):
    score = report_of(run("report", resume, "--format", "json", *DAY))["score"]["value"]
    assert run("report", resume, "--fail-under", max(score - 1, 0), *DAY).exit_code == 0
    below = run("report", resume, "--fail-under", 100, *DAY)
    assert below.exit_code == 1
    assert below.stdout


def test_a_blind_report_names_nobody_and_scores_the_same(run, resume):
    plain = report_of(run("report", resume, "--format", "json", *DAY))
    done = run("report", resume, "--format", "json", "--blind", *DAY)
    blind = report_of(done)
    assert blind["score"] == plain["score"]
    assert blind["document"]["name"] == "resume.txt"
    for word in ("Mira", "Solberg", "mira", "0142"):
        assert word not in done.stdout
    parsed = run("parse", resume, "--format", "json", "--blind", *DAY).stdout
    for word in ("Mira", "Solberg", "mira.solberg", "0142"):
        assert word not in parsed


def test_verbose_and_quiet(run, resume):
    assert "taxonomy 20" in run("report", resume, "-v", *DAY).stderr
    assert run("report", resume, "-q", *DAY).stderr == ""
    assert run("report", resume, *DAY).stderr == ""


PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.pdf", None),
        ("empty.pdf", b""),
        ("empty.txt", b""),
        ("picture.pdf", PNG),
        ("broken.pdf", b"%PDF-1.7\nnothing of one\n%%EOF"),
        ("photo.png", PNG),
        ("blank.txt", b"  \n \n"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_document_that_cannot_be_read_is_never_a_low_score(run, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in (["report", path], ["parse", path], ["requirements", path]):
        done = run(*command)
        assert done.exit_code == 3, (command, done.stdout, done.stderr, done.exception)
        first, *rest = done.stderr.splitlines()
        assert first.startswith("gapcheck: ")
        assert "Traceback" not in done.stderr
        assert len(rest) <= 1
        assert done.stdout == ""
    done = run("report", path, "--format", "json", *DAY)
    assert done.exit_code == 3
    report = json.loads(done.stdout)
    assert report["score"]["value"] is None
    assert report["score"]["reason"]
    assert report["document"]["name"] == name
    assert report["requirements"] == []


def test_a_folder_is_no_document(run, tmp_path):
    done = run("report", tmp_path, "--format", "json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["score"]["value"] is None
    assert "folder" in done.stderr


def test_a_posting_that_cannot_be_read(run, resume, tmp_path):
    done = run("report", resume, "--job", tmp_path / "gone.html", "--format", "json")
    assert done.exit_code == 3
    assert "gone.html" in done.stderr
    assert json.loads(done.stdout)["target"]["kind"] == "job"


def test_too_short_a_text_has_no_score_and_says_why(run, tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("Mira Solberg\nPython\n")
    done = run("report", path, "--format", "json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["score"]["value"] is None
    assert "words" in done.stderr


def test_why_there_is_no_score_is_said_once(run, tmp_path):
    path, page = tmp_path / "short.txt", tmp_path / "short.html"
    path.write_text("Mira Solberg\nPython\n")
    done = run("report", path)
    assert (done.exit_code, done.stdout.count("too short to judge")) == (3, 1)
    assert done.stderr == "gapcheck: short.txt: no score\n"
    elsewhere = run("report", path, "-o", page)
    assert (elsewhere.exit_code, elsewhere.stderr.count("too short to judge")) == (3, 1)


def test_a_resume_in_a_postings_place_is_said_with_its_requirements(run, posting, tmp_path):
    person = tmp_path / "person.txt"
    jobs = "".join(f"\nBaker, Shop {at}\nMay 20{at}0 - June 20{at}4\n- Baked bread\n" for at in range(3))
    person.write_text(f"Mira Solberg\nmira.solberg@example.com\n\nExperience\n{jobs}", encoding="utf-8")
    done = run("requirements", person, posting)
    assert done.exit_code == 0
    assert done.stderr.count("looks like a resume") == 1
    assert done.stderr.startswith("gapcheck: person.txt: ")
    assert "looks like a resume" not in run("requirements", posting).stderr


def test_an_unknown_role_is_a_usage_error_with_a_suggestion(run, resume):
    done = run("report", resume, "--role", "machine-learning-enginer")
    assert done.exit_code == 2
    assert "Did you mean machine-learning-engineer?" in done.stderr


def test_a_broken_policy_stops_a_report(run, resume, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[claim]\npresnt = 1\n")
    done = run("report", resume, "--config", own)
    assert done.exit_code == 4
    assert "did you mean present?" in done.stderr


def test_a_policy_moves_the_score_and_is_named_in_the_report(run, resume, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[source]\njob_dated = 0.1\n")
    shipped = report_of(run("report", resume, "--format", "json", *DAY))
    changed = report_of(run("report", resume, "--format", "json", "--config", own, *DAY))
    assert changed["policy"]["source"]["job_dated"] == 0.1
    assert changed["policy"]["sha256"] != shipped["policy"]["sha256"]
    assert changed["score"]["value"] < shipped["score"]["value"]


def test_parse_as_json(run, resume):
    values = report_of(run("parse", resume, "--format", "json", *DAY))
    assert set(values) == {
        "as_of", "document", "text", "sections", "skills", "discarded", "experience", "education",
        "certifications", "contact", "readability",
    }  # fmt: skip
    assert "demand forecasts in Python" in values["text"]
    titles = {section["title"]: section for section in values["sections"]}
    assert {"SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS"} <= set(titles)
    part = titles["EDUCATION"]
    assert values["text"][part["start"] : part["end"]].startswith("EDUCATION")
    assert [job["start"] for job in values["experience"]["jobs"]] == ["2021-03", "2018-06"]
    assert values["contact"]["emails"] == ["mira.solberg@example.com"]
    for skill in values["skills"]:
        for mention in skill["mentions"]:
            assert 0 <= mention["start"] < mention["end"] <= len(values["text"])


def test_parse_as_text(run, resume):
    text = run("parse", resume, *DAY).stdout
    assert text.startswith("mira.txt (text, 1 page)\n")
    for part in ("\nContact\n", "\nSections\n", "\nExperience, ", "\nEducation\n", "\nSkills\n"):
        assert part in text


def test_tables_and_summaries_fit_eighty_columns(run, resume, posting):
    for command in (
        ["parse", resume],
        ["requirements", posting],
        ["roles", "--match", resume],
        ["rank", resume],
        ["certifications", "--all"],
        ["roles"],
    ):
        assert max(map(len, run(*command).stdout.splitlines())) <= 80, command


def test_parse_says_what_programs_trip_over(run, resume, tmp_path):
    assert "Readability" not in run("parse", resume, *DAY).stdout
    text = resume.read_text(encoding="utf-8").replace("mira.solberg@example.com | ", "")
    (poor := tmp_path / "poor.txt").write_text(text, encoding="utf-8")
    assert "  serious: no e-mail address was found. Print an" in run("parse", poor, *DAY).stdout
    (row,) = report_of(run("parse", poor, "--format", "json", *DAY))["readability"]
    assert set(row) == {"code", "severity", "message", "why", "advice", "page"}
    warnings = report_of(run("report", poor, "--format", "json", *DAY))["document"]["warnings"]
    assert [each["code"] for each in warnings] == ["no-email"]


def test_parse_as_json_resume(run, resume):
    values = report_of(run("parse", resume, "--format", "json-resume", *DAY))
    assert values["$schema"] == json_resume.SCHEMA
    assert values["basics"]["email"] == "mira.solberg@example.com"
    assert [post["startDate"] for post in values["work"]] == ["2021-03", "2018-06"]
    assert "endDate" not in values["work"][0]
    assert values["education"][0]["studyType"] == "bachelor"
    assert "Python" in {row["name"] for row in values["skills"]}


def test_requirements_name_certificates_beside_what_else_will_do(run, tmp_path):
    posting = tmp_path / "posting.md"
    posting.write_text(
        "# Accountant\n\n## Requirements\n\n- AAT or ACCA qualified, or three years of accounting experience\n"
    )
    shown = " ".join(run("requirements", posting).stdout.split())
    assert "ACCA Qualification" in shown
    assert "accounting" in shown


def test_requirements_as_json(run, posting):
    values = report_of(run("requirements", posting, "--format", "json"))
    (document,) = values["documents"]
    assert document["name"] == "posting.txt"
    kinds = {(row["kind"], row["necessity"]) for row in document["requirements"]}
    assert ("education", "required") in kinds
    assert any(necessity == "preferred" for _, necessity in kinds)
    lines = posting.read_text().splitlines()
    for row in document["requirements"]:
        assert row["quote"].split()[0] in lines[row["line"] - 1]
    assert values["merged"]


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "csv"])
def test_requirements_as_a_table(run, posting, format_):
    done = run("requirements", posting, "--format", format_)
    assert done.exit_code == 0
    assert "Python" in done.stdout
    assert "preferred" in done.stdout


def test_requirements_of_one_sentence_quote_it_once_in_text(run, tmp_path):
    path = tmp_path / "posting.txt"
    asked = "Bachelor's degree in physics and a boat skipper's licence"
    path.write_text(f"Data Engineer\n\nRequirements\n- {asked}\n- SQL\n")
    text = " ".join(run("requirements", path).stdout.split())
    assert text.count("Bachelor's") == 1
    assert "education bachelor in physics Bachelor's" in text
    assert "certification boat skipper's licence" in text
    assert run("requirements", path, "--format", "csv").stdout.count(asked) == 2


def test_roles_that_fit(run, resume):
    rows = report_of(run("roles", "--match", resume, "--format", "json", *DAY))["roles"]
    assert rows[0]["score"] == max(row["score"] for row in rows)
    assert "machine-learning-engineer" in {row["id"] for row in rows}


def test_roles_that_fit_are_listed_in_whole_points(run, resume):
    lines = run("roles", "--match", resume, "--format", "text", *DAY).stdout.splitlines()
    assert lines[0].split() == ["id", "score", "low", "high", "missing"]
    points = [int(line.split()[1]) for line in lines[1:] if not line.startswith(" ")]
    assert points == sorted(points, reverse=True)


def test_a_role_is_built_and_used(run, resume, posting, tmp_path):
    own = tmp_path / "own"
    done = run("taxonomy", "build", posting, "--role", "data-engineer", "--out", own)
    assert done.exit_code == 0, done.stderr
    printed = run("taxonomy", "build", posting, "--role", "data-engineer").stdout
    assert (own / "roles" / "data-engineer.yaml").read_text(encoding="utf-8") == printed
    report = report_of(
        run("report", resume, "--taxonomy", own, "--role", "data-engineer", "--format", "json", *DAY)
    )
    assert report["target"]["id"] == "data-engineer"
    assert report["score"]["value"] > 0
    assert load(own).role("data-engineer").documents == ("posting.txt",)


def test_a_role_needs_an_id(run, posting):
    done = run("taxonomy", "build", posting, "--role", "Data Engineer")
    assert done.exit_code == 2
    assert "data-engineer" in done.stderr


def test_the_program_as_a_program(resume):
    command = [sys.executable, "-m", "gapcheck", "report", str(resume), "--format", "json", *DAY]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["document"]["name"] == "mira.txt"
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_is_shown_with_a_stand_in(run, resume, tmp_path):
    odd = resume.rename(tmp_path / "bad\udcff.txt")
    for format_ in ("text", "json", "csv", "markdown", "html"):
        done = run("report", odd, "--format", format_, *DAY)
        assert done.exit_code == 0, done.stderr
        assert "bad\ufffd.txt" in done.stdout
        assert run("rank", tmp_path, "--format", format_, *DAY).exit_code == 0


GERMAN = """Elektroniker (m/w/d)

Wir suchen für unser Team in Lindenau eine Fachkraft mit Erfahrung in der Instandhaltung.

Ihr Profil
- Abgeschlossene Ausbildung als Elektroniker und mindestens drei Jahre Berufserfahrung
- Kenntnisse in SPS und Schaltanlagen, Führerschein Klasse B
"""


def test_a_posting_in_another_language_is_said_once_and_gives_no_empty_table(run, resume, tmp_path):
    posting = tmp_path / "stelle.txt"
    posting.write_text(GERMAN, encoding="utf-8")
    report = run("report", resume, "--job", posting, *DAY)
    assert (report.exit_code, report.stdout.count("is in German")) == (3, 1)
    listed = run("requirements", posting)
    assert listed.stdout.startswith("No requirements were found.")
    assert "in German" in listed.stdout


def test_jobs_without_dates_have_no_time(run, tmp_path):
    undated = tmp_path / "undated.txt"
    undated.write_text(
        "Ola Brandvik\n\nExperience\n\nData Analyst, Tarn Ltd\n- Built reports in SQL\n", encoding="utf-8"
    )
    text = run("parse", undated).stdout
    assert "Experience, no dates\n  no dates  Data Analyst, Tarn Ltd" in text


def test_requirements_for_a_spreadsheet_are_words_and_numbers(run, tmp_path):
    (tmp_path / "one.txt").write_text(
        "Nurse\n\nDuties\n- Walk the wards\n\nRequirements\n- CCRN\n- Bachelor's degree in nursing or biology\n"
        "- 2 years of experience with Python\n- Fluent Spanish\n",
        encoding="utf-8",
    )
    done = run("requirements", tmp_path / "one.txt", "--format", "csv")
    assert not any(sign in done.stdout for sign in "{}[]")
    rows = {row["line"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert rows["7"]["certifications"] == "Critical Care Registered Nurse (CCRN)"
    assert (rows["8"]["degree"], rows["8"]["fields"]) == ("bachelor", "nursing; biology")
    assert (rows["9"]["skills"], rows["9"]["min_months"]) == ("Python", "24")


def test_lines_read_as_duties_are_named_by_document_and_listed_with_verbose(run, tmp_path):
    text = "Clerk\n\nDuties\n- Walk the wards\n- Answer calls\n\nRequirements\n- SQL\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = (tmp_path / "one.txt", tmp_path / "two.txt")
    shown = run("requirements", *paths).stdout
    assert "2 lines of one.txt tell" in shown
    assert "2 lines of two.txt tell" in shown
    assert "Answer calls" not in shown
    assert 'line 5: "Answer calls"' in run("requirements", *paths, "-v").stdout
    document = report_of(run("requirements", *paths, "--format", "json"))["documents"][1]
    assert document["duty_lines"][1] == {"line": 5, "quote": "Answer calls"}
