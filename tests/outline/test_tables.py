"""Tables of requirements: by column, by a mark, by a word or letter of necessity in the row."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from gapcheck.posting import parse
from gapcheck.reading import read

REQUIRED, PREFERRED = "required", "preferred"


def found_in(posting, rows: list[list[str]], kind: str) -> set[tuple[str, str]]:
    if kind == "tabs":
        text, name = "\n".join("\t".join(row) for row in rows), "posting.txt"
    elif kind == "pipes":
        text, name = "\n".join(f"| {' | '.join(row)} |" for row in rows), "posting.md"
    else:
        cells = "</tr><tr>".join("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        text, name = (
            f"<html><body><p>Lab Analyst</p><table><tr>{cells}</tr></table></body></html>",
            "posting.html",
        )
    if kind != "html":
        text = f"Lab Analyst\n\n{text}\n\nWe are open from nine to five.\n"
    return {
        (what, row.necessity.value)
        for row in posting(text, name).statements
        for what in (
            *row.skills,
            *row.terms,
            *([row.degree.level.value] if row.degree and row.degree.level else []),
        )
    }


COLUMNS = [
    ["Criterion", "Essential", "Desirable", "How assessed"],
    ["Qualifications", "Degree in chemistry", "Master's degree", "Application"],
    ["Skills", "SQL and Git", "Docker", "Interview"],
    ["Knowledge", "Knowledge of R", "", "Test"],
    ["Other", "", "Tableau", "Test"],
]
MARKS = [
    ["Requirement", "Essential", "Desirable"],
    ["SQL", "X", ""],
    ["Docker", "", "\u2713"],
    ["Git", "Yes", "No"],
]
LETTERS = [["Requirement", "E/D", "Assessment"], ["SQL", "E", "Application"], ["Docker", "D", "Interview"]]
WORDS = [["SQL", "Required"], ["Docker", "Nice to have"]]


@pytest.mark.parametrize("kind", ["tabs", "pipes", "html"])
def test_a_specification_is_read_by_column(posting, kind) -> None:
    assert found_in(posting, COLUMNS, kind) == {
        ("bachelor", REQUIRED),
        ("master", PREFERRED),
        ("sql", REQUIRED),
        ("git", REQUIRED),
        ("docker", PREFERRED),
        ("r", REQUIRED),
        ("tableau", PREFERRED),
    }


@pytest.mark.parametrize("kind", ["tabs", "pipes", "html"])
def test_a_mark_in_a_column_speaks_for_the_row(posting, kind) -> None:
    assert found_in(posting, MARKS, kind) == {("sql", REQUIRED), ("docker", PREFERRED), ("git", REQUIRED)}


@pytest.mark.parametrize("kind", ["tabs", "pipes", "html"])
def test_a_letter_in_a_column_of_its_own_says_how_strongly(posting, kind) -> None:
    assert found_in(posting, LETTERS, kind) == {("sql", REQUIRED), ("docker", PREFERRED)}


def test_a_word_of_necessity_at_the_end_of_a_row_is_no_row(posting) -> None:
    assert found_in(posting, WORDS, "html") == {("sql", REQUIRED), ("docker", PREFERRED)}


def test_a_cell_that_spans_rows_shifts_nothing(posting) -> None:
    text = (
        "<html><body><p>Lab Analyst</p><table><tr><th>Area</th><th>Essential</th><th>Desirable</th></tr>"
        "<tr><td rowspan=2>Skills</td><td>SQL</td><td>Docker</td></tr><tr><td></td><td>Tableau</td></tr></table></body></html>"
    )
    found = {(s, row.necessity.value) for row in posting(text, "p.html").statements for s in row.skills}
    assert found == {("sql", REQUIRED), ("docker", PREFERRED), ("tableau", PREFERRED)}


def test_lists_in_the_cells_of_a_word_table_keep_their_columns(taxonomy, matcher) -> None:
    rows = [[["Criteria"], ["Essential"], ["Desirable"]], [["Skills"], ["SQL", "Git"], ["Docker", "Tableau"]]]
    body = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{''.join(f'<w:p><w:r><w:t>{each}</w:t></w:r></w:p>' for each in cell)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    held = BytesIO()
    with ZipFile(held, "w") as file:
        file.writestr(
            "word/document.xml",
            f"<w:document {names}><w:body><w:p><w:r><w:t>Lab Analyst</w:t></w:r></w:p><w:tbl>{body}</w:tbl></w:body></w:document>",
        )
    found = parse(read(held.getvalue(), name="posting.docx"), taxonomy, matcher).statements
    assert {(s, row.necessity.value) for row in found for s in row.skills} == {
        ("sql", REQUIRED),
        ("git", REQUIRED),
        ("docker", PREFERRED),
        ("tableau", PREFERRED),
    }


def test_a_row_in_bold_parts_a_table_and_any_tick_counts(posting) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{one}</td><td>{two}</td></tr>"
        for name, one, two in [
            ("<b>Skills</b>", "", ""),
            ("SQL", "&#10004;", ""),
            ("Docker", "", "&#10004;&#65039;"),
            ("<b>Other</b>", "", ""),
            ("Python", "&#9989;", ""),
            ("Terraform", "", "&#128504;"),
        ]
    )
    page = (
        f"<h1>Clerk</h1><table><tr><th>Criteria</th><th>Essential</th><th>Desirable</th></tr>{rows}</table>"
    )
    found = {skill: row.necessity.value for row in posting(page, "a.html").statements for skill in row.skills}
    assert found == {"sql": "required", "docker": "preferred", "python": "required", "terraform": "preferred"}


def test_a_column_of_abbreviations_says_how_strongly_and_a_lone_cell_names_the_rows_below(posting) -> None:
    rows = [
        ["", "Criterion", "Ess. / Des.", "Assessed"],
        ["**Knowledge**", "", "", ""],
        ["1", "SQL", "Essential", "A"],
        ["2", "Docker", "Des.", "I"],
        ["**Other**", "", "", ""],
        ["3", "Python", "Not needed for this post", "-"],
    ]
    assert found_in(posting, rows, "pipes") == {("sql", REQUIRED), ("docker", PREFERRED)}


@pytest.mark.parametrize("cell", ["<ul> <li>{}</li> <li>{}</li><ul>", "{}<br/>{}"])
def test_each_item_of_a_list_in_a_cell_is_read_on_its_own(posting, cell) -> None:
    rows = [
        ["Criteria", "Essential", "Desirable"],
        ["Skills", cell.format("Good knowledge of SQL", "Work with Docker"), "Tableau"],
    ]
    assert found_in(posting, rows, "pipes") == {
        ("sql", REQUIRED),
        ("docker", REQUIRED),
        ("tableau", PREFERRED),
    }
    text = "Lab Analyst\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)
    quotes = {row.quote for row in posting(text, "posting.md").statements}
    assert {"Good knowledge of SQL", "Work with Docker"} <= quotes


def test_a_column_headed_by_a_necessity_may_hold_words_of_necessity(posting) -> None:
    rows = [
        ["Requirement", "Must have?"],
        ["SQL", "Yes"],
        ["Docker", "Must have"],
        ["Python", "Nice to have"],
        ["Rust", "Preferred"],
        ["Java", "No"],
    ]
    assert found_in(posting, rows, "pipes") == {
        ("sql", REQUIRED),
        ("docker", REQUIRED),
        ("python", PREFERRED),
        ("rust", PREFERRED),
    }


def test_years_in_the_column_of_a_necessity_speak_for_their_row(posting) -> None:
    rows = [
        ["Skill", "Years required", "Years preferred"],
        ["SQL", "3", "5"],
        ["Python", "2+", "-"],
        ["Rust", "-", "1 yr"],
    ]
    assert found_in(posting, rows, "pipes") == {("sql", REQUIRED), ("python", REQUIRED), ("rust", PREFERRED)}
