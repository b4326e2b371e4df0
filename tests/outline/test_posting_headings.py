"""What a heading opens, and what is no heading: by general words, not by a list of headings."""

import pytest

REQUIRED, PREFERRED, NOTHING = "required", "preferred", None

HEADINGS = [
    ("Ideally you also have", PREFERRED),
    ("Cherry on top", PREFERRED),
    ("You'll get extra love for", PREFERRED),
    ("Skills that would give you an edge", PREFERRED),
    ("Not essential, but helpful", PREFERRED),
    ("Preferred but not required", PREFERRED),
    ("It's a bonus if you", PREFERRED),
    ("Desirable attributes", PREFERRED),
    ("**Nice-to-haves:**", PREFERRED),
    ("Even better if you", PREFERRED),
    ("What would make you stand out", PREFERRED),
    ("Could have", PREFERRED),
    ("Essential qualifications and experience", REQUIRED),
    ("**Must haves:**", REQUIRED),
    ("Should have", REQUIRED),
    ("We need you to have", REQUIRED),
    ("You bring", REQUIRED),
    ("You'll thrive here if you have", REQUIRED),
    ("To be considered, you", REQUIRED),
    ("Non-negotiables", REQUIRED),
    ("Your ideal profile", REQUIRED),
    ("What you'll offer", REQUIRED),
    ("Selection criteria", REQUIRED),
    ("What we don't care about", NOTHING),
    ("Things you do not need", NOTHING),
    ("What you'll be building", NOTHING),
    ("In this role you will lead", NOTHING),
    ("Reasons to join us", NOTHING),
    ("What you can look forward to", NOTHING),
    ("What you'll learn", NOTHING),
    ("Tools we use", NOTHING),
    ("Our hiring process", NOTHING),
    ("Key responsibilities", NOTHING),
]


@pytest.mark.parametrize(("heading", "necessity"), HEADINGS)
def test_a_heading_is_read_by_its_words(asked, heading, necessity) -> None:
    found = {row.necessity for row in asked("Docker and SQL", heading) if row.necessity != "mentioned"}
    assert found == ({necessity} if necessity else set())


def test_a_list_under_an_unknown_heading_is_read_by_its_items(posting) -> None:
    text = "Warehouse Analyst\n\nThe small matter of you\n- Experience with Docker\n- Two years of SQL\n\nThe cellar\n- Docker\n- SQL\n"
    assert {(row.line, row.necessity.value) for row in posting(text).statements} == {
        (4, REQUIRED),
        (5, REQUIRED),
    }


@pytest.mark.parametrize(
    "item", ["Knowledge of R", "Experience with Docker", "Background in statistics", "Docker is a plus"]
)
def test_an_item_without_a_mark_is_no_heading(posting, item) -> None:
    text = f"Warehouse Analyst\n\nRequirements\n{item}\nGood SQL\n"
    assert [row.line for row in posting(text).statements] == [4, 5]


LABELS = [
    ("Must have: Docker; SQL", {("docker", REQUIRED), ("sql", REQUIRED)}),
    ("Nice to have: Docker", {("docker", PREFERRED)}),
    ("Key Skills: Docker, SQL", {("docker", REQUIRED), ("sql", REQUIRED)}),
    ("**Candidate requirements:** Docker", {("docker", REQUIRED)}),
    ("Industry: SQL and Docker hosting", set()),
    ("Notice period: 30 days, SQL test on day 2", set()),
    ("Benefits: Docker courses", set()),
]


@pytest.mark.parametrize(("line", "wanted"), LABELS)
def test_a_line_with_a_label_speaks_for_itself(posting, line, wanted) -> None:
    found = posting(f"Warehouse Analyst\n\n{line}\n").statements
    assert {(skill, row.necessity.value) for row in found for skill in row.skills} == wanted


def test_a_fact_does_not_silence_the_lines_below_it(posting) -> None:
    text = "Warehouse Analyst\n\nLocation: Lund\nHours: 38 a week\nSkills: SQL\n"
    assert [row.skills for row in posting(text).statements] == [("sql",)]


def test_a_line_apart_behind_a_list_is_a_heading(posting) -> None:
    text = "Warehouse Analyst\n\nRequirements\n\n- SQL\n\nWhat runs today\n\nDocker, Kubernetes, Kafka and Airflow\n"
    found = {(row.line, row.necessity.value) for row in posting(text).statements}
    assert found == {(5, REQUIRED), (9, "mentioned")}


def test_a_stack_is_mentioned(posting) -> None:
    text = "Warehouse Analyst\n\nOur stack\n\nWe use Docker, Kafka and Airflow.\n\nBenefits\n- Free SQL courses\n"
    assert {(row.line, row.necessity.value) for row in posting(text).statements} == {(5, "mentioned")}


def test_a_ladder_on_one_line_gives_its_steps(posting) -> None:
    found = posting("Data Analyst\n\nCareer ladder: Junior Data Analyst, Data Analyst, Senior Data Analyst\n")
    assert [level.level for level in found.career_levels] == ["junior", "mid", "senior"]
    assert found.statements == ()
