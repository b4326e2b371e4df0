import re

from gapcheck.rendering import render_table

ROWS = [
    {"id": "a|b", "cost": 100.0, "names": ["x", "y"], "note": None},
    {"id": "<c>", "cost": None, "names": []},
]


def test_a_table_as_text():
    assert render_table(ROWS, ("id", "cost", "names"), "text") == ("id   cost  names\na|b  100   x, y\n<c>\n")


def test_a_table_for_a_narrow_terminal_wraps_its_words():
    rows = [{"id": "a", "name": "word " * 20}]
    assert max(map(len, render_table(rows, ("id", "name"), "text", width=50).splitlines())) <= 50


def test_a_table_as_markdown_keeps_its_bars_apart():
    assert "| a\\|b | 100 | x, y |" in render_table(ROWS, ("id", "cost", "names"), "markdown", title="T")


def test_a_table_as_html_is_escaped():
    text = render_table(ROWS, ("id",), "html", title="A & B")
    assert "<td>&lt;c&gt;</td>" in text
    assert "<title>A &amp; B</title>" in text


def test_a_table_as_csv_has_every_column_and_no_formulas():
    rows = [*ROWS, {"id": "=1+1"}]
    lines = render_table(rows, ("id",), "csv").splitlines()
    assert lines == ["id,cost,names,note", "a|b,100,x; y,", "<c>,,,", "'=1+1,,,"]


def test_what_has_no_blanks_is_not_wrapped_and_colour_changes_no_word():
    rows = [{"id": "aws-certified-machine-learning", "name": "two words " * 9}]
    plain = render_table(rows, ("id", "name"), "text", width=50)
    assert "aws-certified-machine-learning  two words" in plain
    coloured = render_table(rows, ("id", "name"), "text", width=50, color=True)
    assert "\x1b[1m" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_long_names_are_broken_before_words_lose_letters():
    row = {
        "rank": 1,
        "name": "sample_resume_of_a_bell_founder.pdf",
        "score": "43 (35-47)",
        "gaps": "Assimilating a range",
    }
    lines = render_table([row], tuple(row), "text", width=64).splitlines()
    assert "43 (35-47)  Assimilating a range" in lines[1]
    assert lines[2].strip() == "founder.pdf"


def test_markup_and_control_characters_in_a_table_are_text():
    rows = [{"id": "[bold]a[/bold]\x1b[2J"}]
    assert render_table(rows, ("id",), "text") == "id\n[bold]a[/bold][2J\n"


def test_no_letter_is_lost_in_a_narrow_table():
    rows = [
        {
            "document": "a_very_long_name_of_a_file.txt",
            "kind": "certification",
            "skills": "electrocardiography, troubleshooting",
            "quote": "two years of acute care with electronic health records and schematics",
        }
    ]
    shown = render_table(rows, ["document", "kind", "skills", "quote"], "text", width=40)
    letters = "".join(shown.split())
    for value in rows[0].values():
        assert all(letter in letters for letter in value.replace(" ", ""))
    assert sum(map(len, "".join(rows[0].values()).replace(" ", "").split())) == len(letters) - len(
        "documentkindskillsquote"
    )
    assert max(map(len, shown.splitlines())) <= 40


def test_no_word_is_broken_where_the_line_has_room_for_all():
    rows = [
        {"line": 8, "necessity": "mentioned", "kind": "certification", "skills": "Allen-Bradley, PLC programming",
         "quote": "Knowledge of lockout/tagout and of the Cardiovascular Support that is asked for"},
        {"line": 9, "necessity": "required", "kind": "knowledge", "skills": "lockout/tagout", "quote": "two"},
    ]  # fmt: skip
    lines = render_table(rows, tuple(rows[0]), "text", width=80).splitlines()
    words = {word for row in rows for value in row.values() for word in str(value).split()}
    assert words <= {word for line in lines for word in line.split()}
    assert max(map(len, lines)) <= 80


def test_heads_of_several_words_are_wrapped_before_the_words_of_cells_are_broken():
    columns = (
        "group",
        "people",
        "selected",
        "selection_rate",
        "selection_ratio",
        "above_median",
        "scoring_rate",
        "note",
    )
    row = dict.fromkeys(columns, "0.25") | {"note": "few people", "group": "Black or African American"}
    lines = render_table([row], columns, "text", width=80).splitlines()
    for word in ("people", "selection", "median", "scoring", "American"):
        assert any(word in line.split() for line in lines)
