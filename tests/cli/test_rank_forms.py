"""The forms of a ranking: lists, filters, files for other programs, a folder of reports."""

import csv
import io
import json
import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

DAY = ("--as-of", "2026-11-21")
DOCS = Path(__file__).parents[2] / "docs" / "ranking.md"
POSTING = """Data Engineer

Requirements
- Experience with Python
- Experience with SQL
- Experience with Kafka
"""
HEAD = "{name}\n{name}@example.com\n\nEXPERIENCE\n\nData Engineer, Tarn Ltd\nMarch 2019 - Present\n"
REST = """
- Kept the nightly loads of a harbour office going and told its six planners early whenever a figure looked wrong
- Moved the old reports of the ferry desk to one place, agreed on names with the people who read them, and wrote a
  short page on each, so that the summer staff could answer questions without a call

Clerk, Lykke Retail
June 2016 - February 2019
- Counted stock in four shops every week and reported what was missing to the buyers in plain words

EDUCATION
B.Sc. in Physics, University of Lindholm, 2015
"""


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    lines = {
        "ada": ["Ran pipelines in Python, SQL and Kafka", "Tuned SQL queries"],
        "ben": ["Wrote reports in SQL and Python"],
        "cy": ["Scheduled loads with Kafka and SQL"],
    }
    for name, done in lines.items():
        text = HEAD.format(name=name) + "\n".join(f"- {each}" for each in done)
        text += REST
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "dud.txt").write_bytes(b"")
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    return folder


@pytest.fixture
def rank(run, pile):
    return lambda *args: run("rank", pile, "--job", pile.parent / "posting.txt", *args, *DAY)


def test_who_lacks_a_must_have_stands_in_a_second_list(rank):
    values = json.loads(rank("--must", "Python", "--format", "json").stdout)
    assert [row["name"] for row in values["ranking"]] == ["ada.txt", "ben.txt"]
    assert [(row["name"], row["rank"], len(row["lacks"])) for row in values["lacking"]] == [("cy.txt", 1, 1)]
    text = rank("--must", "python").stdout
    assert text.index("Lacking a must-have") < text.index("cy.txt")
    assert max(map(len, text.splitlines())) <= 80


def test_in_a_terminal_a_long_name_stays_whole_and_gaps_stand_below_it(rank, pile):
    name = "an_application_with_a_long_name_that_takes_more_room_than_a_line_has.txt"
    (pile / "cy.txt").rename(pile / name)
    lines = rank().stdout.splitlines()
    at = lines.index(" " * 6 + name)
    assert lines[at - 1].count("/3") == 1
    assert any(line.count("/3") == 1 and line.endswith("ada.txt") for line in lines), "a short one is in line"
    assert lines[at + 1].lstrip().startswith("first gaps: ")
    assert max(map(len, lines)) <= 80


def test_with_detail_every_gap_is_named_in_full_and_what_made_it_is_said(rank, pile):
    asked = "- Experience with Rust, Scala, Kotlin, Haskell, Elixir or Erlang\n- Knot tying\n- Rope splicing"
    (pile.parent / "posting.txt").write_text(f"{POSTING}{asked}\n", encoding="utf-8")
    short, whole = rank("--top", "1"), rank("--top", "1", "-v")
    assert ("first gaps: " in short.stdout, short.stderr.count("taxonomy")) == (True, 0)
    gaps = " ".join(whole.stdout.partition(" gaps: ")[2].split())
    assert "Elixir, Erlang, Haskell, Kotlin, Rust or Scala" in gaps
    assert "Knot tying" in gaps
    assert "Rope splicing" in gaps
    assert re.search(r"^taxonomy \S+, as of 2026-11-21, \d", whole.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    ("posting", "said"),
    [
        ("Wir suchen einen Gärtner. Sie haben Erfahrung mit Rosen und eine Ausbildung als Gärtner. " * 3, "German"),
        ("The harbour office has a garden, a mill and a small pond for boats. " * 5, "nothing"),
        ("", "resume"),
    ],
)  # fmt: skip
def test_what_nobody_can_be_compared_with_is_said_once(run, pile, posting, said):
    former = "".join(f"\nBaker, Shop {at}\nMay 20{at}0 - June 20{at}4\n- Baked bread\n" for at in range(2))
    text = posting or (pile / "ada.txt").read_text(encoding="utf-8") + former
    (pile.parent / "posting.txt").write_text(text, encoding="utf-8")
    done = run("rank", pile, "--job", pile.parent / "posting.txt", *DAY)
    assert (done.exit_code, done.stdout, done.stderr.count("no score")) == (3, "", 1)
    assert said in done.stderr


def test_a_page_names_must_haves_shortly_and_in_full(rank, pile):
    long = "Experience with Python, Rust, Scala, Kotlin, Haskell or Erlang in a harbour office"
    (pile.parent / "posting.txt").write_text(f"{POSTING}- {long}\n", encoding="utf-8")
    page = rank("--format", "html").stdout
    title, short = re.search(r'<th scope="col"><abbr title="([^"]+)">([^<]+)</abbr>', page).groups()
    assert (title, short) == (
        "Erlang, Haskell, Kotlin, Python, Rust or Scala",
        "Erlang, Haskell, Kotlin, Python, Rust ...",
    )
    assert '<th scope="col">SQL</th>' in page


def test_an_unknown_must_have_is_refused_with_what_is_near(rank):
    done = rank("--must", "Pythn")
    assert (done.exit_code, "Did you mean" in done.stderr) == (2, True)


def test_filters_leave_nobody_out_in_silence(rank):
    done = rank("--top", "1", "--format", "json")
    assert [row["name"] for row in json.loads(done.stdout)["ranking"]] == ["ada.txt"]
    assert "2 of 4 resumes are not listed" in done.stderr
    least = json.loads(rank("--min", "99", "--format", "json").stdout)
    assert len(least["ranking"]) + least["left_out"] == 3


def test_orders(rank):
    by = {
        order: [
            row["name"] for row in json.loads(rank("--sort", order, "--format", "json").stdout)["ranking"]
        ]
        for order in ("score", "proven", "must")
    }
    assert {names[0] for names in by.values()} == {"ada.txt"}


@pytest.fixture
def two(tmp_path, run):
    """Ranks two people: nell meets two must-haves and nothing else, omar one, and has been to a course on the others."""
    asked = ("Python", "SQL", "Kafka", "Docker", "Terraform")
    (tmp_path / "posting.txt").write_text(
        "Data Engineer\n\nRequirements\n" + "".join(f"- Experience with {each}\n" for each in asked)
    )
    folder = tmp_path / "two"
    folder.mkdir()
    courses = "\n\nCOURSES\n\n" + "".join(f"- Course: {each}, 2019\n" for each in asked[1:])
    for name, done, more in (("nell", "Python and SQL", ""), ("omar", "Python", courses)):
        text = HEAD.format(name=name) + f"- Wrote the loads of the office in {done}" + REST + more
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return lambda *args: run("rank", folder, "--job", tmp_path / "posting.txt", *args, *DAY)


def test_who_meets_more_must_haves_stands_first_and_by_score_if_asked(two):
    values = json.loads(two("--format", "json").stdout)
    first, second = values["ranking"]
    assert (values["order"], first["name"], first["must_haves"]) == ("must", "nell.txt", "2/5")
    assert (second["must_haves"], second["score"] > first["score"]) == ("1/5", True)
    values = json.loads(two("--format", "json", "--sort", "score").stdout)
    assert (values["order"], values["ranking"][0]["name"]) == ("score", "omar.txt")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_ranking_says_what_it_is_ordered_by(two, form):
    assert "In order of must-haves met, then by score." in two("--format", form).stdout
    by_score = two("--format", form, "--sort", "score").stdout
    assert "In order of score." in by_score
    assert "must-haves met, then" not in by_score


def test_two_are_explained_with_the_must_haves_that_place_them(two, tmp_path):
    nell, omar = (tmp_path / "two" / f"{name}.txt" for name in ("nell", "omar"))
    assert "must-haves met 2/5 -> 1/5" in " ".join(two("--explain", nell, omar).stdout.split())
    assert "must-haves met" not in two("--explain", nell, nell).stdout


def test_lines_of_json_are_a_resume_each(rank):
    rows = [json.loads(line) for line in rank("--format", "jsonl").stdout.splitlines()]
    assert [row["rank"] for row in rows] == [1, 2, 2, None], "equal scores share a rank"
    assert {must["title"] for must in rows[0]["musts"]} == {"Python", "SQL", "Apache Kafka"}


def test_a_folder_of_reports_has_an_index_that_links_them_all(rank, tmp_path):
    folder = tmp_path / "reports"
    done = rank("--out-dir", folder)
    assert done.exit_code == 0, done.stderr
    index = (folder / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"#]+\.html)"', index)
    assert {link.partition("-")[0] for link in links} == {"ada", "ben", "cy"}
    assert all((folder / link).read_text(encoding="utf-8").startswith("<!doctype html>") for link in links)
    assert "dud.txt" in index
    assert not (folder / "journal.jsonl").exists()


def test_files_of_one_name_are_told_apart_and_each_opens_its_own_report(run, pile, tmp_path):
    texts = {
        name: (pile / f"{old}.txt").read_text(encoding="utf-8")
        for name, old in {
            "north/cv": "ada",
            "south/cv": "ben",
            "west/cv": "ben",
            "west/C# & R 50%41": "cy",
        }.items()
    }
    for name, text in texts.items():
        path = tmp_path / "all" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    options = ("--job", tmp_path / "posting.txt", "--out-dir", tmp_path / "reports", *DAY)
    done = run("rank", tmp_path / "all", *options, "--format", "json")
    rows = {row["name"]: row for row in json.loads(done.stdout)["ranking"]}
    assert set(rows) == {"north/cv.txt", "south/cv.txt", "west/cv.txt", "C# & R 50%41.txt"}
    assert [rows[name]["flags"] for name in ("south/cv.txt", "west/cv.txt")] == [
        [],
        ["identical to south/cv.txt"],
    ]
    index = (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', index.replace("<wbr>", ""))
    opened = {unescape(name): unquote(link) for link, name in links}
    assert all("#" not in link and "%41" not in link for link, _ in links)
    for name, row in rows.items():
        page = tmp_path / "reports" / opened[name]
        assert f"document {row['sha256'][:12]}" in page.read_text(encoding="utf-8")


def test_a_file_of_a_name_that_another_has_too_fails_under_its_path(run, pile, tmp_path):
    (pile / "old").mkdir()
    (pile / "old" / "dud.txt").write_bytes(b"")
    done = run("rank", pile, "--job", tmp_path / "posting.txt", "--format", "json", *DAY)
    assert [each["name"] for each in json.loads(done.stdout)["failures"]] == ["dud.txt", "old/dud.txt"]
    blind = run("rank", pile, "--job", tmp_path / "posting.txt", "--format", "json", "--blind", *DAY)
    assert "old" not in {
        part for each in json.loads(blind.stdout)["failures"] for part in each["name"].split("/")
    }


def test_copies_under_one_name_are_said_in_a_blind_ranking(run, pile, tmp_path):
    (pile / "old").mkdir()
    (pile / "old" / "ada.txt").write_bytes((pile / "ada.txt").read_bytes())
    done = run("rank", pile, "--job", tmp_path / "posting.txt", "--format", "json", "--blind", *DAY)
    rows = json.loads(done.stdout)["ranking"]
    flags = [each for row in rows for each in row["flags"] if each.startswith("identical")]
    assert (len(rows), len(flags)) == (4, 1)
    assert flags[0].startswith("identical to resume ")


def test_blind_reports_have_no_names(rank, tmp_path):
    folder = tmp_path / "reports"
    assert rank("--out-dir", folder, "--blind").exit_code == 0
    assert not any("ada" in path.name for path in folder.iterdir())
    assert "ada" not in (folder / "index.html").read_text(encoding="utf-8")


def test_one_above_the_other_is_explained(run, pile):
    done = run(
        "rank", "--explain", pile / "ada.txt", pile / "ben.txt", "--job", pile.parent / "posting.txt", *DAY
    )
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("ada.txt ")
    assert "Kafka" in done.stdout


def test_the_queries_of_the_page_run_on_the_database(rank, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "ranking.duckdb"
    assert rank("-o", path).exit_code == 0
    queries = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(queries) == 3
    with duckdb.connect(str(path), read_only=True) as database:
        lacking, whole, _ = (database.execute(query).fetchall() for query in queries)
        tables = dict(database.execute("SELECT table_name, estimated_size FROM duckdb_tables()").fetchall())
        asked = re.findall(
            r"^\| `(\w+)` \|.*\| ([\w, ]+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE
        )
        for table, columns in asked:
            found = [row[0] for row in database.execute(f"DESCRIBE {table}").fetchall()]
            assert found == columns.split(", ")
    assert lacking[0][1:] == (1, 3)
    assert [name for name, _ in whole] == ["ada.txt"]
    assert tables["failures"] == 1


def test_parquet_holds_the_resumes(rank, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "ranking.parquet"
    assert rank("-o", path, "--must", "python").exit_code == 0
    with duckdb.connect() as database:
        found = database.execute("SELECT name, lacks FROM read_parquet(?)", [str(path)]).fetchall()
    assert [name for name, _ in found] == ["ada.txt", "ben.txt", "cy.txt", "dud.txt"]
    assert found[2][1]


def test_a_database_is_not_printed(rank):
    done = rank("--format", "duckdb")
    assert (done.exit_code, "-o FILE" in done.stderr) == (2, True)


def test_without_duckdb_it_is_said_before_anything_is_read_or_left_behind(rank, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = rank("-o", tmp_path / "ranking.duckdb")
    assert (done.exit_code, "pip install" in done.stderr) == (2, True)
    assert not list(tmp_path.glob("ranking*"))


def test_forms_of_a_folder_that_are_not_read_are_listed_with_their_reason(rank, pile):
    (pile / "old.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    (pile / "notes.xyz").write_text("no resume", encoding="utf-8")
    done = rank("--format", "json")
    named = {each["name"] for each in json.loads(done.stdout)["failures"]}
    assert named == {"dud.txt", "old.doc"}


@pytest.mark.parametrize(
    "name", ["ranking.csv", "ranking.jsonl", "ranking.txt", "ranking.md", "ranking.html"]
)
def test_every_form_names_who_could_not_be_scored_and_why(rank, pile, tmp_path, name):
    (pile / "note.txt").write_text("Experience\nClerk, Tarn Ltd, 2020 - 2024, 12 days", encoding="utf-8")
    path = tmp_path / name
    assert rank("-o", path).exit_code == 0
    text = " ".join(path.read_text(encoding="utf-8").replace("<wbr>", "").split())
    assert "dud.txt" in text
    assert "note.txt" in text
    assert "too short to judge: it has 5 words" in text


def test_a_row_without_a_score_has_a_reason_and_no_numbers(rank, tmp_path):
    rank("-o", tmp_path / "ranking.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "ranking.csv").read_text(encoding="utf-8"))))
    assert [row["name"] for row in rows] == ["ada.txt", "ben.txt", "cy.txt", "dud.txt"]
    assert [bool(row["not_scored"]) for row in rows] == [False, False, False, True]
    assert {value for key, value in rows[3].items() if key not in {"name", "not_scored"}} == {""}


def test_csv_holds_no_fractions_that_look_like_dates_and_says_nothing_twice(run, pile, tmp_path):
    posting = (
        POSTING + "- Valid driver's license is required\n- You must hold a forklift licence (required)\n"
    )
    (tmp_path / "posting.txt").write_text(posting, encoding="utf-8")
    done = run("rank", pile, "--job", tmp_path / "posting.txt", "--format", "csv", *DAY)
    row = next(csv.DictReader(io.StringIO(done.stdout)))
    assert re.fullmatch(r"\d+ of \d+", row["must_haves"])
    assert re.fullmatch(r"\d+\.\d", row["score"])
    assert row["conditions"]
    for each in row["conditions"].split("; "):
        assert each.rpartition(": ")[0] not in row["missing"]


def test_only_the_text_of_a_pdf_can_fail_to_be_selected(run, tmp_path):
    (tmp_path / "note.txt").write_text("Experience\nClerk, Tarn Ltd, 2020 - 2024", encoding="utf-8")
    done = run("report", tmp_path / "note.txt", *DAY)
    assert "too short to judge" in " ".join(done.stdout.split())
    assert "selected" not in done.stdout
