"""How the skills of a clause combine."""

import pytest

ALL, ANY, EXAMPLE = "all_of", "any_of", "example"

ROWS = [
    # columns: clause, logic, open, head, skills in any order
    ("Python", ALL, False, None, "python"),
    ("Python and SQL", ALL, False, None, "python sql"),
    ("Python, SQL and Docker", ALL, False, None, "python sql docker"),
    ("Python as well as SQL", ALL, False, None, "python"),
    ("Python or R", ANY, False, None, "python r"),
    ("Python, R, or Java", ANY, False, None, "python r java"),
    ("Python and/or R", ANY, False, None, "python r"),
    ("Docker/Podman", ANY, False, None, "docker podman"),
    ("Tableau / Power BI", ANY, False, None, "tableau power-bi"),
    ("Either Tableau or Power BI", ANY, False, None, "tableau power-bi"),
    ("One of Tableau, Power BI or Looker", ANY, False, None, "tableau power-bi looker"),
    ("Experience with one or more of Go, Java or Rust", ANY, False, None, "go java rust"),
    ("At least two of the following: Docker, Terraform, Ansible, Jenkins", ANY, False, None, "docker terraform ansible jenkins"),
    ("At least one cloud platform such as AWS or Azure", ANY, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms such as AWS or Azure", ANY, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms such as AWS and Azure", EXAMPLE, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms such as AWS", EXAMPLE, True, "cloud-platforms", "aws"),
    ("Cloud platforms, for example AWS or Azure", ANY, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms (e.g. AWS, Azure)", EXAMPLE, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms (AWS or Azure)", ANY, False, "cloud-platforms", "aws azure"),
    ("Cloud platforms (AWS, Azure or similar)", ANY, True, "cloud-platforms", "aws azure"),
    ("Cloud platforms: AWS or Azure", ANY, False, "cloud-platforms", "aws azure"),
    ("Deep learning frameworks like TensorFlow or PyTorch", ANY, True, "machine-learning-frameworks", "tensorflow pytorch"),
    ("Deep learning frameworks including TensorFlow and PyTorch", EXAMPLE, True, "machine-learning-frameworks", "tensorflow pytorch"),
    ("Strong programming skills in Python or Java", ANY, False, "programming", "python java"),
    ("Programming languages such as Ruby, Go and Rust", EXAMPLE, True, "programming", "ruby go rust"),
    ("Data manipulation with libraries like Pandas and NumPy", ALL, True, "data-manipulation", "pandas numpy"),
    ("Cloud platforms (AWS, Azure etc.)", EXAMPLE, True, "cloud-platforms", "aws azure"),
    ("Front-end frameworks like React and Angular", EXAMPLE, True, "front-end-frameworks", "react angular"),
    ("Experience with Docker/Kubernetes, SQL and Python", ANY, False, None, "docker kubernetes"),
    ("Experience with Docker/Kubernetes, SQL and Python", ALL, False, None, "sql python"),
    ("Java or Kotlin, SQL", ANY, False, None, "java kotlin"),
    ("Java or Kotlin, SQL", ALL, False, None, "sql"),
    ("Java or Kotlin, SQL, Docker and Tableau", ALL, False, None, "sql docker tableau"),
    ("SQL, Java or Kotlin, Docker", ALL, False, None, "docker"),
    ("One of Java or Kotlin, Rust", ANY, False, None, "java kotlin rust"),
    ("Java or Kotlin, Rust or similar", ANY, True, None, "java kotlin rust"),
    ("Version control systems (e.g., Git)", EXAMPLE, True, "version-control", "git"),
    ("MLflow or anything similar", ANY, True, None, "mlflow"),
    ("Tableau, Looker or any other dashboard tool", ANY, True, None, "tableau looker"),
    ("Jenkins, CircleCI or equivalent", ANY, True, None, "jenkins circleci"),
    ("Jenkins/CircleCI, we don't care which", ANY, False, None, "jenkins circleci"),
    ("Streaming with Kafka or Pulsar", ANY, False, "stream-processing", "apache-kafka apache-pulsar"),
    ("Data visualization: Tableau and/or Looker", ANY, False, "data-visualization", "tableau looker"),
    ("Verbal and written communication", ALL, False, None, "verbal-communication written-communication"),
    ("Kotlin instead of Java is fine here", ANY, False, None, "kotlin java"),
    ("Excellent SQL, Python included", ALL, False, None, "sql python"),
    ("CI/CD", ALL, False, None, "ci-cd"),
    ("A/B testing", ALL, False, None, "a-b-testing"),
    ("Knowledge of algorithms, data structures and statistics", ALL, False, None, "algorithms data-structures statistics"),
    ("SolidWorks or AutoCAD, including drawing sets", ANY, False, None, "solidworks autocad"),
    ("SolidWorks and AutoCAD, including drawing sets", ALL, False, None, "solidworks autocad"),
    ("Supervised learning (e.g., regression, classification)", EXAMPLE, True, "supervised-learning", "regression classification"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "logic", "opened", "head", "skills"), ROWS)
def test_a_list_combines_as_it_is_joined(asked, text, logic, opened, head, skills) -> None:
    wanted = (logic, opened, head, frozenset(skills.split()))
    found = [(r.logic.value, r.open, r.head, frozenset(r.skills)) for r in asked(text)]
    assert wanted in found


def test_a_count_is_kept(asked) -> None:
    (row,) = asked("At least two of the following: Docker, Terraform, Ansible, Jenkins")
    assert row.min_count == 2


def test_segments_with_heads_of_their_own_are_rows_of_their_own(asked) -> None:
    rows = asked(
        "Proficiency in Python or R, experience with frameworks like Keras or PyTorch, and a grasp of SQL"
    )
    assert [(r.logic.value, set(r.skills)) for r in rows] == [
        (ANY, {"python", "r"}),
        (ANY, {"keras", "pytorch"}),
        (ALL, {"sql"}),
    ]


def test_a_nested_list_asks_for_its_heads_and_shows_their_members(asked) -> None:
    rows = asked(
        "Model deployment, including containerization (e.g. Docker) and cloud platforms (e.g. AWS, Azure)"
    )
    heads = [r for r in rows if not r.under]
    members = {r.head: set(r.skills) for r in rows if r.under}
    assert [set(r.skills) for r in heads] == [{"model-deployment", "containerization", "cloud-platforms"}]
    assert members == {"containerization": {"docker"}, "cloud-platforms": {"aws", "azure"}}


def test_one_item_may_illustrate_inside_a_longer_list(asked) -> None:
    rows = asked("Algorithms, programming languages like Python, and statistics")
    assert [(r.logic.value, r.head, set(r.skills)) for r in rows] == [
        (ALL, None, {"algorithms", "programming", "statistics"}),
        (EXAMPLE, "programming", {"python"}),
    ]


@pytest.mark.parametrize(
    ("text", "head", "skills"),
    [
        ("Budgeting such as perseverance", None, {"budgeting"}),
        ("Analytical skills (e.g. data analysis and forecasting with accuracy)", "analytical-thinking", {"data-analysis", "forecasting"}),
        ("Merger and acquisition experience including leading diligence", "mergers-and-acquisitions", {"due-diligence"}),
        ("Communication skills such as active listening and negotiation", "communication", {"active-listening", "negotiation"}),
    ],
)  # fmt: skip
def test_a_trait_is_no_example_of_work(asked, text, head, skills) -> None:
    (row,) = asked(text)
    assert (row.head, set(row.skills)) == (head, skills)


def test_names_that_the_taxonomy_lacks_are_kept(asked) -> None:
    (row,) = asked("Knowledge of Quillmark, brass polishing and Zarnold presses")
    assert row.terms == ("Quillmark", "brass polishing", "Zarnold presses")
    assert row.logic == ALL


@pytest.mark.parametrize(
    ("text", "terms", "skills"),
    [
        ("Kiln and furnace relining", ("Kiln and furnace relining",), ()),
        ("Dog, cat and ferret boarding", ("Dog, cat and ferret boarding",), ()),
        ("lettering work: slate, marble and brass plaques", ("slate, marble and brass plaques",), ()),
        ("Applicable local, regional and national bylaws", ("Applicable local, regional and national bylaws",), ()),
        ("Gilding and varnishing frames", ("Gilding and varnishing frames",), ()),
        ("Painting scenery and props", ("Painting scenery and props",), ()),
        ("A calm, tidy way with horses", ("calm, tidy way with horses",), ()),
        ("Quiet and clear communication in a storm", (), ("communication",)),
        ("Sealants and varnish on teak", ("Sealants", "varnish on teak"), ()),
        ("Falconry, pottery, kite flying and roofing", ("Falconry", "pottery", "kite flying"), ("roofing",)),
        ("Gilding standards and brush types", ("Gilding standards", "brush types"), ()),
    ],
)  # fmt: skip
def test_a_word_that_only_qualifies_what_comes_next_is_no_row(asked, text, terms, skills) -> None:
    rows = asked(text)
    assert [each for r in rows for each in ([r.wording] if r.wording else r.terms)] == list(terms)
    assert [each for r in rows for each in r.skills] == list(skills)


@pytest.mark.parametrize(
    ("text", "terms", "skills", "logic"),
    [
        ("Hydraulic, pneumatic and plumbing knowledge", ("Hydraulic", "pneumatic"), ("plumbing",), ALL),
        ("Thatch or plumbing repairs", ("Thatch repairs",), ("plumbing-repairs",), ANY),
        ("Thatch and plumbing repairs", ("Thatch repairs",), ("plumbing-repairs",), ALL),
        ("Carpentry, reed or straw thatching", ("reed or straw thatching",), ("carpentry",), ANY),
        ("Productive and plumbing work", (), ("plumbing",), ALL),
    ],
)  # fmt: skip
def test_a_word_beside_a_known_name_is_kept_with_the_head_they_share(
    asked, text, terms, skills, logic
) -> None:
    rows = asked(text)
    assert [each for r in rows for each in ([r.wording] if r.wording else r.terms)] == list(terms)
    assert [each for r in rows for each in r.skills] == list(skills)
    assert {r.logic for r in rows} == {logic}


def test_a_sentence_gives_no_term_and_is_asked_for_in_its_own_words(asked) -> None:
    (row,) = asked("You sleep well when others panic about their inventories")
    assert (row.skills, row.terms) == ((), ())
    assert row.wording == "sleep well when others panic about their inventories"


def test_the_roles_own_name_is_no_skill(posting) -> None:
    text = "Machine Learning Engineer\n\nRequirements\n- A machine learning engineer needs SQL\n"
    assert {s for r in posting(text).statements for s in r.skills} == {"sql"}


@pytest.mark.parametrize("word", ["acceptable", "also fine", "accepted"])
def test_an_accepted_alternative_in_brackets_is_one_of_two(asked, word) -> None:
    (row,) = asked(f"Tableau (Power BI {word})")
    assert (row.logic, set(row.skills), row.head) == ("any_of", {"tableau", "power-bi"}, None)


def test_what_is_in_use_is_not_asked_for(asked) -> None:
    row, told = asked("SQL (we use Snowflake)")
    assert (told.skills, told.necessity) == (("snowflake",), "mentioned")
    assert (row.skills, row.head) == (("sql",), None)


def test_a_class_of_products_with_some_in_brackets_is_one_choice(asked):
    (row,) = asked("Experience with a planning tool (Anaplan, Plantafel)")
    assert (row.logic, row.skills, row.open) == ("example", ("anaplan",), True)
    assert {"Plantafel", "planning tool"} == set(row.terms)
    # what is done with them is asked for beside them
    rows = asked("Experience with seed balancing (Excel, SAP)")
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("Word, Excel and Project", True),
        ("Microsoft Office (Word, Project)", True),
        ("Office programs such as Project, Word and Excel", True),
        ("Kotlin, Python and Project", False),
    ],
)
def test_a_program_of_a_suite_goes_by_its_full_name(asked, text, project):
    named = {skill for row in asked(text) for skill in row.skills}
    assert ("microsoft-project" in named) is project


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Excel, Word, Python, all basic", {"excel": 1, "word": 1, "python": 1}),
        ("Excel and Python (both advanced)", {"excel": 3, "python": 3}),
        ("Advanced Excel, Python, all basic", {"excel": 3, "python": 1}),
        ("Excel, Python; SQL, all basic", {"sql": 1}),
        ("Excel, Python, all basic tools of the shop", {}),
    ],
)
def test_a_level_behind_a_list_may_be_that_of_all(asked, text, levels) -> None:
    assert {skill: level for row in asked(text) for skill, level in row.levels} == levels
